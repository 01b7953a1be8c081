import { Group, NativeSelect, NumberInput, SegmentedControl, TextInput } from "@mantine/core";
import type { MaterialSource, MaterialTick } from "../../../../src-shared/domain/case.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_SOURCE_LABELS } from "../../../../src-shared/text/labels.ts";
import { text } from "../text.ts";
import classes from "./materials.module.css";

const HANDED_IN = ["paper", "scan", "on-file"] as const satisfies readonly MaterialSource[];

/** Original or copy, how many, and how it came in. */
export function HowReceived({
  title,
  tick,
  onTick,
}: {
  readonly title: string;
  readonly tick: MaterialTick;
  readonly onTick: (tick: MaterialTick) => void;
}) {
  return (
    <Group gap={6} className={classes.got} {...(tick.how === "on-file" ? { "data-below": true } : {})}>
      <SegmentedControl
        size="xs"
        aria-label={text.materials.form(title)}
        value={tick.form}
        onChange={(form) => onTick({ ...tick, form })}
        data={[
          { value: "original" as const, label: MATERIAL_FORM_LABELS.original },
          { value: "copy" as const, label: MATERIAL_FORM_LABELS.copy },
        ]}
      />
      <NumberInput
        size="xs"
        w={58}
        aria-label={text.materials.number(title)}
        value={tick.count}
        min={0}
        max={99}
        clampBehavior="strict"
        allowDecimal={false}
        allowNegative={false}
        onChange={(count) => onTick({ ...tick, count: Number(count) || 0 })}
      />
      <NativeSelect
        size="xs"
        w={96}
        aria-label={text.materials.how(title)}
        value={tick.how ?? "paper"}
        onChange={(event) => onTick({ ...tick, how: HANDED_IN.find((how) => how === event.currentTarget.value) ?? "paper" })}
        data={HANDED_IN.map((how) => ({ value: how, label: MATERIAL_SOURCE_LABELS[how] }))}
      />
      {tick.how === "on-file" ? (
        <TextInput
          size="xs"
          w={150}
          aria-label={text.materials.where(title)}
          placeholder={text.materials.wherePlaceholder}
          value={tick.note ?? ""}
          maxLength={200}
          autoComplete="off"
          onChange={(event) => onTick({ ...tick, note: event.currentTarget.value })}
        />
      ) : null}
    </Group>
  );
}
