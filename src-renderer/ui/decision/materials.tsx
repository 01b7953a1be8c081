import { NumberInput, SegmentedControl } from "@mantine/core";
import { IconCheck, IconMinus } from "@tabler/icons-react";
import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import type { Citation, Material } from "../../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../../src-shared/text/labels.ts";
import { materialStates, type MaterialState } from "./materials-model.ts";
import { Sources } from "./sources.tsx";
import { text } from "./text.ts";

/** The checklist; read only without `onTick`. */
export function Materials({
  materials,
  ticks,
  citations,
  onTick,
}: {
  readonly materials: readonly Material[];
  readonly ticks: readonly MaterialTick[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onTick: ((tick: MaterialTick) => void) | null;
}) {
  if (materials.length === 0) return <p className="quiet">{text.materials.none}</p>;
  return (
    <ul className="materials">
      {materialStates(materials, ticks).map((state) => (
        <li key={state.material.id} className={state.complete ? "material material-complete" : "material"}>
          {onTick ? <TickBox state={state} onTick={onTick} /> : <Received complete={state.tick.received} />}
          <div className="material-words">
            <p className="material-title">
              <label htmlFor={`material-${state.material.id}`}>{state.material.title}</label>
              <span className={`need need-${state.material.need}`}>{MATERIAL_NEED_LABELS[state.material.need]}</span>
              <span className="material-wanted">
                {MATERIAL_FORM_LABELS[state.material.form]} {text.materials.count(state.material.count)}
              </span>
            </p>
            <p className="material-because">
              {state.material.because}
              <Sources ids={state.material.citations} citations={citations} className="material-clause" />
            </p>
            <Lack state={state} />
          </div>
          {state.tick.received ? onTick ? <Got state={state} onTick={onTick} /> : <GotWords state={state} /> : null}
        </li>
      ))}
    </ul>
  );
}

/** What is to be brought elsewhere, or was in those days: told, not collected. */
export function MaterialsToBring({
  materials,
  citations,
}: {
  readonly materials: readonly Material[];
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  return (
    <ul className="materials">
      {materials.map((material) => (
        <li key={material.id} className="material material-told">
          <div className="material-words">
            <p className="material-title">
              <span>{material.title}</span>
              {material.need === "must" ? null : (
                <span className={`need need-${material.need}`}>{MATERIAL_NEED_LABELS[material.need]}</span>
              )}
              <span className="material-wanted">
                {MATERIAL_FORM_LABELS[material.form]} {text.materials.count(material.count)}
              </span>
            </p>
            <p className="material-because">
              {material.because}
              <Sources ids={material.citations} citations={citations} className="material-clause" />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Lack({ state }: { readonly state: MaterialState }) {
  if (state.lacks === "original") return <p className="material-lack">{text.materials.lacksOriginal}</p>;
  if (state.lacks === "count") return <p className="material-lack">{text.materials.lacksCount(state.material.count)}</p>;
  return null;
}

function TickBox({ state, onTick }: { readonly state: MaterialState; readonly onTick: (tick: MaterialTick) => void }) {
  return (
    <span className="tick">
      <input
        id={`material-${state.material.id}`}
        type="checkbox"
        aria-label={text.materials.received(state.material.title)}
        checked={state.tick.received}
        onChange={(event) => onTick({ ...state.tick, received: event.currentTarget.checked })}
      />
      <IconCheck size={18} stroke={2.6} aria-hidden />
    </span>
  );
}

function Received({ complete }: { readonly complete: boolean }) {
  return (
    <span className={complete ? "received received-yes" : "received"}>
      {complete ? <IconCheck size={18} stroke={2.4} aria-hidden /> : <IconMinus size={18} aria-hidden />}
    </span>
  );
}

function Got({
  state: { tick, material },
  onTick,
}: {
  readonly state: MaterialState;
  readonly onTick: (tick: MaterialTick) => void;
}) {
  return (
    <span className="got">
      <SegmentedControl
        size="xs"
        aria-label={text.materials.form(material.title)}
        value={tick.form}
        onChange={(form) => onTick({ ...tick, form })}
        data={[
          { value: "original" as const, label: MATERIAL_FORM_LABELS.original },
          { value: "copy" as const, label: MATERIAL_FORM_LABELS.copy },
        ]}
      />
      <NumberInput
        size="xs"
        className="got-count"
        aria-label={text.materials.number(material.title)}
        value={tick.count}
        min={0}
        max={99}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        onChange={(count) => onTick({ ...tick, count: Number(count) || 0 })}
      />
    </span>
  );
}

function GotWords({ state: { tick } }: { readonly state: MaterialState }) {
  return <span className="got-words">{text.materials.gotten(MATERIAL_FORM_LABELS[tick.form], tick.count)}</span>;
}
