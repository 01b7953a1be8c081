import { Text } from "@mantine/core";
import { IconAlertCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RowNote } from "./row-note.tsx";
import classes from "./field-row.module.css";

/** Held to the last character of the label, so that it does not stand on a line of its own. */
const STAR = "\u2060*";

/** One ruled line of the sheet: the label's cell, the field's cell, and below the field what is wrong with it. */
export function FieldRow({
  field,
  label,
  labelId,
  underLabel = null,
  htmlFor,
  required,
  help,
  helpId,
  error,
  errorId,
  open = null,
  wide = false,
  children,
}: {
  /** Id by which the flow finds the row again, to bring the clerk to it. */
  readonly field: string;
  readonly label: string;
  readonly labelId: string;
  /** What the field's label depends on, chosen in its cell. */
  readonly underLabel?: ReactNode;
  readonly htmlFor?: string;
  readonly required: boolean;
  readonly help?: string;
  readonly helpId?: string;
  readonly error?: string | undefined;
  readonly errorId?: string;
  /** Said while there is no answer. */
  readonly open?: ReactNode;
  /** The field stands below its label and takes the whole width. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <div data-field={field} className={classes.row} data-wide={wide || undefined} data-wrong={error !== undefined || undefined}>
      <div className={classes.label}>
        <label id={labelId} htmlFor={htmlFor}>
          {label}
        </label>
        {required ? (
          <Text span ml={4} c="var(--bad)" data-part="star" aria-hidden>
            {STAR}
          </Text>
        ) : null}
        {underLabel}
      </div>
      <div className={classes.field}>
        {children}
        {help === undefined || help === "" ? null : <RowNote id={helpId}>{help}</RowNote>}
        {open}
        {error === undefined ? null : (
          <RowNote tone="error" icon={IconAlertCircle} id={errorId}>
            {error}
          </RowNote>
        )}
      </div>
    </div>
  );
}
