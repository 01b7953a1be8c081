import { Stack, Text } from "@mantine/core";
import type { KeyboardEvent } from "react";
import classes from "./choice-field.module.css";

export interface ChoiceOption {
  readonly value: string;
  readonly title: string;
  readonly help: string;
}

/** Radio buttons as large targets; number keys choose, arrows move as in any radio group. */
export function ChoiceField({
  name,
  labelId,
  describedBy,
  options,
  value,
  onChange,
}: {
  readonly name: string;
  readonly labelId: string;
  readonly describedBy: string;
  readonly options: readonly ChoiceOption[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
}) {
  const byNumber = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const at = Number(event.key) - 1;
    const option = Number.isInteger(at) ? options[at] : undefined;
    if (!option) return;
    event.preventDefault();
    onChange(option.value);
    event.currentTarget.querySelectorAll<HTMLInputElement>("input[type=radio]")[at]?.focus();
  };
  const stacked = options.length > 3 || options.some((option) => option.help.length > 14 || option.title.length > 14);
  return (
    <div
      role="radiogroup"
      aria-labelledby={labelId}
      aria-describedby={describedBy}
      className={classes.choice}
      data-stacked={stacked || undefined}
      onKeyDown={byNumber}
    >
      {options.map((option, at) => (
        <label key={option.value} className={classes.option} data-chosen={value === option.value || undefined}>
          <input
            type="radio"
            name={name}
            value={option.value}
            aria-label={option.title}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
          />
          <span className={classes.number} aria-hidden>
            {at + 1}
          </span>
          <Stack component="span" gap={0} lh={1.35}>
            <span>{option.title}</span>
            {option.help === "" ? null : (
              <Text span fz="xs" c="dimmed">
                {option.help}
              </Text>
            )}
          </Stack>
        </label>
      ))}
    </div>
  );
}
