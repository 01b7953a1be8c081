import { Alert, Group, Stack, Text } from "@mantine/core";
import { IconAlertTriangle, IconUserCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { DuplicateView } from "../../../src-shared/contract/people.ts";
import { shownIdentity } from "../../../src-shared/text/identity.ts";
import { CaseStateMark } from "../../ui/case-state-mark.tsx";
import { text } from "../text.ts";

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
    <Stack gap={6} mt={6} role="status">
      {duplicates.map((duplicate) => (
        <Duplicate key={duplicate.personId} duplicate={duplicate} matter={matter} caseId={caseId} />
      ))}
    </Stack>
  );
}

const Warning = ({ children }: { readonly children: string }) => (
  <Text fz="sm" fw={600} c="var(--warn)">
    {children}
  </Text>
);

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
    <Alert
      role="region"
      aria-label={text.duplicates.title[why]}
      color={known ? "pine" : "yellow"}
      radius={0}
      icon={<Icon size={18} aria-hidden />}
    >
      <p>
        {known ? text.form.knownPerson(cases.length) : text.duplicates.other(name, shownIdentity(duplicate), birthDate)}{" "}
        <Link to="/people/$personId" params={{ personId }}>
          {text.duplicates.file}
        </Link>
      </p>
      {known ? null : <Warning>{text.duplicates.advice}</Warning>}
      {!same ? null : <Warning>{text.duplicates.same(same.receiptNumber ?? "")}</Warning>}
      <ul>
        {cases.slice(0, SHOWN_CASES).map((one) => (
          <Group component="li" gap={10} key={one.id}>
            <Link to="/cases/$caseId" params={{ caseId: one.id }} search={{}}>
              {one.matterTitle}
            </Link>
            <CaseStateMark of={one} />
            <span className="mono">{one.receiptNumber ?? ""}</span>
          </Group>
        ))}
      </ul>
      {cases.length > SHOWN_CASES ? (
        <Text size="sm" c="dimmed">
          {text.duplicates.more(cases.length - SHOWN_CASES)}
        </Text>
      ) : null}
    </Alert>
  );
}
