import { Button, Checkbox, Group, Text, ThemeIcon } from "@mantine/core";
import { IconCheck, IconClock, IconMinus } from "@tabler/icons-react";
import type { MaterialTick } from "../../../../src-shared/domain/case.ts";
import type { Citation, Material } from "../../../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_SOURCE_LABELS } from "../../../../src-shared/text/labels.ts";
import { DateInput } from "../../dates/date-input.tsx";
import { tidyDate } from "../../dates/typed-date.ts";
import { HowReceived } from "./how-received.tsx";
import { MaterialWords } from "./material-words.tsx";
import { materialStates, notReceived, promisedFor, received, type MaterialState, type Promising } from "./materials-model.ts";
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
    <ul>
      {materialStates(materials, ticks).map((state) => {
        const { material, tick, promised } = state;
        const mayFollow = promising?.mayFollow.has(material.id) ?? false;
        return (
          <li key={material.id} data-field={`material.${material.id}`} className={classes.material}>
            {onTick ? <TickBox state={state} onTick={onTick} /> : <Received state={state} />}
            <MaterialWords material={material} citations={citations}>
              <Lack state={state} />
            </MaterialWords>
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

/** What is to be brought elsewhere, or was in those days; here it is not collected. */
export function MaterialsToBring({
  materials,
  citations,
}: {
  readonly materials: readonly Material[];
  readonly citations: ReadonlyMap<string, Citation>;
}) {
  return (
    <ul>
      {materials.map((material) => (
        <li key={material.id} className={classes.material} data-to-bring>
          <MaterialWords material={material} citations={citations} toBring />
        </li>
      ))}
    </ul>
  );
}

function Lack({ state }: { readonly state: MaterialState }) {
  if (state.lacks !== "original" && state.lacks !== "count") return null;
  return (
    <Text fz="xs" fw={600} c="var(--bad)">
      {state.lacks === "original" ? text.materials.lacksOriginal : text.materials.lacksCount(state.material.count)}
    </Text>
  );
}

function TickBox({ state, onTick }: { readonly state: MaterialState; readonly onTick: (tick: MaterialTick) => void }) {
  return (
    <Checkbox
      size="md"
      id={`material-${state.material.id}`}
      aria-label={text.materials.received(state.material.title)}
      checked={state.tick.received}
      onChange={(event) => onTick(event.currentTarget.checked ? received(state.tick) : notReceived(state.tick))}
    />
  );
}

function Received({ state: { complete, promised } }: { readonly state: MaterialState }) {
  const Icon = complete ? IconCheck : promised ? IconClock : IconMinus;
  return (
    <ThemeIcon variant="transparent" size={26} color={complete ? "green" : promised ? "yellow" : "gray"} data-part="received">
      <Icon size={18} stroke={complete ? 2.4 : 1.8} aria-hidden />
    </ThemeIcon>
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
    <Group gap={6} className={classes.got} {...(promised ? { "data-below": true } : {})}>
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
          <DateInput
            value={tick.promisedOn ?? ""}
            maxLength={10}
            tidy={tidyDate}
            ariaLabel={text.materials.promisedOn(material.title)}
            placeholder={text.materials.promisedOnPlaceholder}
            onChange={(promisedOn) => onTick({ ...tick, promisedOn })}
          />
          <Text component="small" size="sm" c="dimmed">
            {promising.limit}
          </Text>
        </>
      ) : null}
    </Group>
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
  return (
    <Text span fz="xs" c={promised ? "var(--warn)" : "var(--good)"}>
      {words.join(" · ")}
    </Text>
  );
}
