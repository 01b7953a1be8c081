import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { useState } from "react";
import { calendarText } from "./calendar-text.ts";
import { describedBy } from "../described-by.ts";

/** A date typed as digits; the calendar is for the mouse. What cannot be read stays as typed. */
export function DateInput({
  id,
  value,
  onChange,
  tidy,
  describedBy: texts,
  label,
  ariaLabel,
  placeholder,
  invalid = false,
  maxLength = 12,
  size = "sm",
  error,
}: {
  readonly id?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Called when the field is left. */
  readonly tidy: (typed: string) => string;
  readonly describedBy?: string;
  readonly label?: string;
  /** Where no label is seen. */
  readonly ariaLabel?: string;
  readonly placeholder?: string;
  readonly invalid?: boolean;
  readonly maxLength?: number;
  readonly size?: "xs" | "sm";
  readonly error?: string | undefined;
}) {
  const [open, setOpen] = useState(false);
  const tidied = tidy(value);
  const picked = /^\d{4}-\d{2}-\d{2}$/.test(tidied) ? tidied : null;
  return (
    <TextInput
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { label })}
      {...(ariaLabel === undefined ? {} : { "aria-label": ariaLabel })}
      error={error ?? invalid}
      {...(placeholder === undefined ? {} : { placeholder })}
      maw={size === "xs" ? 130 : 190}
      size={size}
      value={value}
      maxLength={maxLength}
      inputMode="numeric"
      autoComplete="off"
      {...(texts === undefined ? {} : describedBy(texts))}
      onChange={(event) => onChange(event.currentTarget.value)}
      onBlur={() => tidied !== value && onChange(tidied)}
      rightSection={
        <Popover opened={open} onChange={setOpen} position="bottom-end" shadow="md" trapFocus returnFocus>
          <Popover.Target>
            <ActionIcon variant="subtle" tabIndex={-1} aria-label={calendarText.pick} onClick={() => setOpen(!open)}>
              <IconCalendar size={18} stroke={1.6} />
            </ActionIcon>
          </Popover.Target>
          <Popover.Dropdown>
            <DatePicker
              value={picked}
              {...(picked === null ? {} : { defaultDate: picked })}
              monthLabelFormat={calendarText.monthHeading}
              yearLabelFormat={calendarText.yearHeading}
              onChange={(chosen) => {
                if (chosen !== null) onChange(chosen);
                setOpen(false);
              }}
            />
          </Popover.Dropdown>
        </Popover>
      }
    />
  );
}
