import { Button, Text } from "@mantine/core";
import { IconCheck, IconClock, IconMinus } from "@tabler/icons-react";
import type { MaterialTick } from "../../../../src-shared/domain/case.ts";
import type { Citation, Material } from "../../../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS, MATERIAL_SOURCE_LABELS } from "../../../../src-shared/text/labels.ts";
import { DateInput } from "../../dates/date-input.tsx";
import { tidyDate } from "../../dates/typed-date.ts";
import { HowReceived } from "./how-received.tsx";
import { materialStates, notReceived, promisedFor, received, type MaterialState, type Promising } from "./materials-model.ts";
import { Sources } from "../explanation/sources.tsx";
import { text } from "../text.ts";
import classes from "./materials.module.css";

/** The checklist; read only without `onTick`. */
export function Materials({
  materials,
  ticks,
  citations,
  onTick,
  promising = null,
}: {
  readonly materials: readonly Material[];
  readonly ticks: readonly MaterialTick[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onTick: ((tick: MaterialTick) => void) | null;
  /** What may be brought later on a promise; `null` where nothing may. */
  readonly promising?: Promising | null;
}) {
  if (materials.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.materials.none}
      </Text>
    );
  return (
    <ul className="materials">
      {materialStates(materials, ticks).map((state) => {
        const { material, tick, complete, promised } = state;
        const mayFollow = promising?.mayFollow.has(material.id) ?? false;
        return (
          <li
            key={material.id}
            data-field={`material.${material.id}`}
            className={
              complete
                ? `${classes.material} material-complete`
                : promised
                  ? `${classes.material} ${classes.materialPromised}`
                  : classes.material
            }
          >
            {onTick ? <TickBox state={state} onTick={onTick} /> : <Received state={state} />}
            <div className="material-words">
              <p className={classes.materialTitle}>
                <label htmlFor={`material-${material.id}`}>{material.title}</label>
                <span className={`${classes.need} ${classes[`need-${material.need}`]}`}>
                  {MATERIAL_NEED_LABELS[material.need]}
                </span>
                <span className={classes.materialWanted}>
                  {MATERIAL_FORM_LABELS[material.form]} {text.materials.count(material.count)}
                </span>
              </p>
              <p className={classes.materialBecause}>
                {material.because}
                <Sources ids={material.citations} citations={citations} className={classes.materialClause} />
              </p>
              <Lack state={state} />
            </div>
            {onTick === null ? (
              tick.received || promised ? (
                <GotWords state={state} />
              ) : null
            ) : tick.received ? (
              <HowReceived title={material.title} tick={tick} onTick={onTick} />
            ) : mayFollow && promising ? (
              <Promise state={state} promising={promising} onTick={onTick} />
            ) : null}
          </li>
        );
      })}
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
        <li key={material.id} className={`${classes.material} ${classes.materialTold}`}>
          <div className="material-words">
            <p className={classes.materialTitle}>
              <span>{material.title}</span>
              {material.need === "must" ? null : (
                <span className={`${classes.need} ${classes[`need-${material.need}`]}`}>
                  {MATERIAL_NEED_LABELS[material.need]}
                </span>
              )}
              <span className={classes.materialWanted}>
                {MATERIAL_FORM_LABELS[material.form]} {text.materials.count(material.count)}
              </span>
            </p>
            <p className={classes.materialBecause}>
              {material.because}
              <Sources ids={material.citations} citations={citations} className={classes.materialClause} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Lack({ state }: { readonly state: MaterialState }) {
  if (state.lacks === "original") return <p className={classes.materialLack}>{text.materials.lacksOriginal}</p>;
  if (state.lacks === "count") return <p className={classes.materialLack}>{text.materials.lacksCount(state.material.count)}</p>;
  return null;
}

function TickBox({ state, onTick }: { readonly state: MaterialState; readonly onTick: (tick: MaterialTick) => void }) {
  return (
    <span className={classes.tick}>
      <input
        id={`material-${state.material.id}`}
        type="checkbox"
        aria-label={text.materials.received(state.material.title)}
        checked={state.tick.received}
        onChange={(event) => onTick(event.currentTarget.checked ? received(state.tick) : notReceived(state.tick))}
      />
      <IconCheck size={18} stroke={2.6} aria-hidden />
    </span>
  );
}

function Received({ state: { complete, promised } }: { readonly state: MaterialState }) {
  const Icon = complete ? IconCheck : promised ? IconClock : IconMinus;
  return (
    <span className={complete ? `${classes.received} ${classes.receivedYes}` : classes.received}>
      <Icon size={18} stroke={complete ? 2.4 : 1.8} aria-hidden />
    </span>
  );
}

/** To be brought later: until when. */
function Promise({
  state: { material, tick, promised },
  promising,
  onTick,
}: {
  readonly state: MaterialState;
  readonly promising: Promising;
  readonly onTick: (tick: MaterialTick) => void;
}) {
  return (
    <span className={`${classes.got} promise`}>
      <Button
        size="compact-sm"
        variant={promised ? "filled" : "default"}
        aria-pressed={promised}
        aria-label={text.materials.promiseOf(material.title)}
        onClick={() => onTick(promised ? notReceived(tick) : promisedFor(tick, promising.lastOn ?? ""))}
      >
        {text.materials.promise}
      </Button>
      {promised ? (
        <>
          <span className={classes.promiseDate}>
            <DateInput
              value={tick.promisedOn ?? ""}
              maxLength={10}
              tidy={tidyDate}
              ariaLabel={text.materials.promisedOn(material.title)}
              placeholder={text.materials.promisedOnPlaceholder}
              onChange={(promisedOn) => onTick({ ...tick, promisedOn })}
            />
          </span>
          <Text component="small" size="sm" c="dimmed">
            {promising.limit}
          </Text>
        </>
      ) : null}
    </span>
  );
}

function GotWords({ state: { tick, promised } }: { readonly state: MaterialState }) {
  const words = promised
    ? [text.materials.promisedUntil(tick.promisedOn ?? "")]
    : [
        text.materials.gotten(MATERIAL_FORM_LABELS[tick.form], tick.count),
        ...(tick.how === undefined || tick.how === "paper" ? [] : [MATERIAL_SOURCE_LABELS[tick.how]]),
        ...(tick.note === undefined || tick.note === "" ? [] : [tick.note]),
      ];
  return <span className={classes.gotWords}>{words.join(" · ")}</span>;
}
