import { Text } from "@mantine/core";
import { IconAlertTriangle, IconUserCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { DuplicateView } from "../../../src-shared/contract/people.ts";
import { shownIdentity } from "../../../src-shared/text/identity.ts";
import { CaseStateMark } from "../../ui/case-state-mark.tsx";
import { text } from "../text.ts";
import classes from "./duplicates.module.css";

const SHOWN_CASES = 4;

/** Who is in the files already: the same number, or the same name and birth date under another one. */
export function Duplicates({
  duplicates,
  matter,
  caseId,
}: {
  readonly duplicates: readonly DuplicateView[];
  /** Of this form; a case of the same matter stands out. */
  readonly matter: string;
  readonly caseId: string | null;
}) {
  if (duplicates.length === 0) return null;
  return (
    <div className={classes.duplicates} role="status">
      {duplicates.map((duplicate) => (
        <Duplicate key={duplicate.personId} duplicate={duplicate} matter={matter} caseId={caseId} />
      ))}
    </div>
  );
}

function Duplicate({
  duplicate,
  matter,
  caseId,
}: {
  readonly duplicate: DuplicateView;
  readonly matter: string;
  readonly caseId: string | null;
}) {
  const { personId, why, name, birthDate, cases: all } = duplicate;
  const known = why === "same-number";
  const Icon = known ? IconUserCheck : IconAlertTriangle;
  const cases = all.filter(({ id }) => id !== caseId);
  const same = known && cases.find((one) => one.matter === matter && one.state !== "cancelled");
  return (
    <section
      className={known ? classes.duplicate : `${classes.duplicate} ${classes.duplicateOther}`}
      aria-label={text.duplicates.title[why]}
    >
      <p>
        <Icon size={16} aria-hidden />
        <span>
          {known ? text.form.knownPerson(cases.length) : text.duplicates.other(name, shownIdentity(duplicate), birthDate)}{" "}
          <Link to="/people/$personId" params={{ personId }}>
            {text.duplicates.file}
          </Link>
        </span>
      </p>
      {known ? null : <p className={classes.duplicateAdvice}>{text.duplicates.advice}</p>}
      {!same ? null : <p className={classes.duplicateSame}>{text.duplicates.same(same.receiptNumber ?? "")}</p>}
      <ul>
        {cases.slice(0, SHOWN_CASES).map((one) => (
          <li key={one.id}>
            <Link to="/cases/$caseId" params={{ caseId: one.id }} search={{}}>
              {one.matterTitle}
            </Link>
            <CaseStateMark of={one} />
            <span className="mono">{one.receiptNumber ?? ""}</span>
          </li>
        ))}
      </ul>
      {cases.length > SHOWN_CASES ? (
        <Text size="sm" c="dimmed">
          {text.duplicates.more(cases.length - SHOWN_CASES)}
        </Text>
      ) : null}
    </section>
  );
}
