import { Group } from "@mantine/core";
import { DateInput } from "./date-input.tsx";
import { tidyDate } from "./typed-date.ts";

interface DateSpanProps {
  readonly labels: { readonly from: string; readonly to: string };
  readonly from: string;
  readonly to: string;
  /** In a row of filters, where the labels stand inside the empty fields. */
  readonly small?: boolean;
  readonly onChange: (change: { readonly from: string } | { readonly to: string }) => void;
}

/** Two days, typed or picked; either may be empty. */
export function DateSpan({ labels, from, to, small = false, onChange }: DateSpanProps) {
  const common = { tidy: tidyDate, maxLength: 11 };
  const look = (label: string) => (small ? { size: "xs" as const, placeholder: label, ariaLabel: label } : { ariaLabel: label });
  return (
    <Group gap={4} wrap="nowrap">
      <DateInput {...common} {...look(labels.from)} value={from} onChange={(next) => onChange({ from: next })} />
      <span aria-hidden>–</span>
      <DateInput {...common} {...look(labels.to)} value={to} onChange={(next) => onChange({ to: next })} />
    </Group>
  );
}
