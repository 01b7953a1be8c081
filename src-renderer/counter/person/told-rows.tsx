import { TextInput } from "@mantine/core";
import type { PersonInput } from "../../../src-shared/domain/case.ts";
import { SEXES, type Sex } from "../../../src-shared/domain/identity/kinds.ts";
import { toldFields, type IdentityReading, type ToldField } from "../../../src-shared/domain/identity/reading.ts";
import { TOLD_NAMES, toldProblemText } from "../../../src-shared/text/identity.ts";
import { DateInput } from "../../ui/dates/date-input.tsx";
import { tidyDate } from "../../ui/dates/typed-date.ts";
import { ChoiceField } from "../questions/choice-field.tsx";
import { FieldRow } from "../questions/field-row.tsx";
import { text } from "../text.ts";

/** Length of a whole date in digits: a shorter one is still being typed. */
const WHOLE_DATE = 8;

const SEX_OPTIONS = SEXES.map((value) => ({ value, title: text.form.sex[value], help: "" }));

/** What the document's number does not tell. */
export function ToldRows({
  typed,
  reading,
  onPerson,
}: {
  readonly typed: PersonInput;
  readonly reading: IdentityReading;
  readonly onPerson: (part: Partial<PersonInput>) => void;
}) {
  const birthDate = typed.birthDate ?? "";
  const wrongDate = reading.told.find((problem) => problem.field === "birthDate" && problem.reason !== "missing");
  const dateError = wrongDate !== undefined && birthDate.trim().length >= WHOLE_DATE ? toldProblemText(wrongDate) : undefined;
  const fields: Record<ToldField, React.ReactNode> = {
    birthDate: (
      <DateInput
        id="person-birth"
        value={birthDate}
        maxLength={20}
        onChange={(value) => onPerson({ birthDate: value })}
        tidy={tidyDate}
        placeholder={text.form.datePlaceholder}
        describedBy="person-birth-error"
        invalid={dateError !== undefined}
      />
    ),
    sex: (
      <ChoiceField
        name="person-sex"
        labelId="person-sex-label"
        describedBy=""
        options={SEX_OPTIONS}
        value={typed.sex ?? null}
        onChange={(sex) => onPerson({ sex: sex as Sex })}
      />
    ),
    noNumberBecause: (
      <TextInput
        id="person-because"
        value={typed.noNumberBecause ?? ""}
        maxLength={100}
        autoComplete="off"
        placeholder={text.form.becausePlaceholder}
        onChange={(event) => onPerson({ noNumberBecause: event.currentTarget.value })}
      />
    ),
  };
  return toldFields(reading.kind, reading.number).map((field) => (
    <FieldRow
      key={field}
      field={`person.${field}`}
      label={TOLD_NAMES[field]}
      labelId={`person-${SHORT[field]}-label`}
      {...(field === "sex" ? {} : { htmlFor: `person-${SHORT[field]}` })}
      required
      error={field === "birthDate" ? dateError : undefined}
      errorId={`person-${SHORT[field]}-error`}
    >
      {fields[field]}
    </FieldRow>
  ));
}

const SHORT: Record<ToldField, string> = { birthDate: "birth", sex: "sex", noNumberBecause: "because" };
