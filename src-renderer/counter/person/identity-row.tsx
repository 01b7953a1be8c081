import { Box, TextInput } from "@mantine/core";
import { IconShieldCheck } from "@tabler/icons-react";
import { ageOn, parseDate } from "../../../src-shared/domain/calendar.ts";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { numberLength } from "../../../src-shared/domain/identity/number.ts";
import type { IdentityReading } from "../../../src-shared/domain/identity/reading.ts";
import { identityProblemText, NUMBER_HELP, NUMBER_NAMES } from "../../../src-shared/text/identity.ts";
import { describedBy } from "../../ui/described-by.ts";
import { FieldRow } from "../questions/field-row.tsx";
import { RowNote } from "../questions/row-note.tsx";
import { Unit } from "../questions/unit.tsx";
import { text } from "../text.ts";
import { KindChoice } from "../../ui/kind-choice.tsx";
import classes from "./identity-row.module.css";

/** Kind of document and number; below them what follows from both. */
export function IdentityRow({
  typed,
  reading,
  settled,
  asOf,
  onPerson,
  onLeft,
}: {
  readonly typed: PersonInput;
  readonly reading: IdentityReading;
  readonly settled: boolean;
  readonly asOf: string | undefined;
  readonly onPerson: (part: Partial<PersonInput>) => void;
  readonly onLeft: () => void;
}) {
  const { kind, number, numberValid } = reading;
  const problem = reading.problems[0];
  const sound = numberValid && settled;
  const length = numberLength(kind, number);
  return (
    <FieldRow
      field="person.identityNumber"
      label={NUMBER_NAMES[kind]}
      labelId="person-identity-label"
      underLabel={
        <Box mt={4}>
          <KindChoice
            size="xs"
            ariaLabel={text.form.identityKind}
            value={kind}
            onChange={(identityKind) => onPerson({ identityKind })}
          />
        </Box>
      }
      htmlFor="person-identity"
      required
      error={problem === undefined ? undefined : identityProblemText(problem, reading)}
      errorId="person-identity-error"
    >
      {kind === "none" ? null : (
        <TextInput
          id="person-identity"
          size="md"
          classNames={{ input: classes.number }}
          data-sound={sound || undefined}
          value={typed.identityNumber}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          autoFocus={typed.identityNumber === ""}
          placeholder={text.form.identityPlaceholder}
          {...describedBy("person-identity-error person-identity-read")}
          error={problem !== undefined}
          onChange={(event) => onPerson({ identityNumber: event.currentTarget.value })}
          onBlur={onLeft}
          rightSectionWidth={58}
          rightSection={
            sound ? (
              <IconShieldCheck size={20} color="var(--good)" aria-label={text.form.verified} />
            ) : (
              <Unit>{length === null ? String(number.length) : `${number.length} / ${length}`}</Unit>
            )
          }
        />
      )}
      <IdentityRead reading={reading} asOf={asOf} />
    </FieldRow>
  );
}

/** Sex, birth date and age as the number gives them or as told, as soon as each part is typed. */
function IdentityRead({ reading, asOf }: { readonly reading: IdentityReading; readonly asOf: string | undefined }) {
  const birth = parseDate(reading.birthDate ?? "");
  const today = parseDate(asOf ?? "");
  const words = [
    reading.sex === undefined ? null : text.form.sex[reading.sex],
    reading.birthDate === undefined ? null : text.form.born(reading.birthDate),
    birth === undefined || today === undefined || today < birth ? null : text.form.age(ageOn(birth, today)),
  ].filter((word) => word !== null);
  return <RowNote id="person-identity-read">{words.length === 0 ? NUMBER_HELP[reading.kind] : words.join(" · ")}</RowNote>;
}
