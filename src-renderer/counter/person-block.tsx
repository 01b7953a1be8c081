import { TextInput } from "@mantine/core";
import { IconCalendarCheck, IconShieldCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DraftContent, PersonInput } from "../../src-shared/domain/case.ts";
import { ageOn, parseDate } from "../../src-shared/domain/calendar.ts";
import type { KeyDate } from "../../src-shared/domain/decision.ts";
import type { IdentityReading } from "../../src-shared/domain/identity-number.ts";
import type { DuplicateView } from "../../src-shared/contract/office-views.ts";
import { identityProblemText } from "../../src-shared/text/identity.ts";
import { describedBy } from "../ui/described-by.ts";
import { DateInput } from "../ui/date-input.tsx";
import { readDate, tidyDate } from "../ui/typed-date.ts";
import { Duplicates } from "./duplicates.tsx";
import { FieldRow } from "./field-row.tsx";
import { text } from "./text.ts";

/** Number, name, telephone and the date of processing; beside them what follows from the number. */
export function PersonBlock({
  title,
  content,
  identity,
  known,
  duplicates,
  onPerson,
  onAsOf,
  onIdentityLeft,
  withoutNumber,
  onWithoutNumber,
  children,
}: {
  /** Whose number it is. */
  readonly title: string;
  readonly content: DraftContent;
  readonly identity: IdentityReading;
  readonly known: readonly KeyDate[];
  readonly duplicates: readonly DuplicateView[];
  readonly onPerson: (part: Partial<PersonInput>) => void;
  readonly onAsOf: (typed: string) => void;
  readonly onIdentityLeft: () => void;
  /** The clerk estimates for somebody whose number is not at hand. */
  readonly withoutNumber: boolean;
  readonly onWithoutNumber: () => void;
  /** What the number would tell, asked for while there is none. */
  readonly children: ReactNode;
}) {
  const { person } = content;
  const asOf = readDate(content.asOf);
  const problem = identity.problems[0];
  return (
    <section aria-label={title} className="sheet-section">
      <h3 className="sheet-heading">{title}</h3>
      <FieldRow
        field="person.identityNumber"
        label={text.form.identityNumber}
        labelId="person-identity-label"
        htmlFor="person-identity"
        required
        error={problem === undefined ? undefined : identityProblemText(problem)}
        errorId="person-identity-error"
      >
        <TextInput
          id="person-identity"
          className={identity.valid ? "field-identity field-identity-valid" : "field-identity"}
          value={person.identityNumber}
          maxLength={24}
          autoComplete="off"
          spellCheck={false}
          autoFocus={person.identityNumber === ""}
          placeholder={text.form.identityPlaceholder}
          {...describedBy("person-identity-error person-identity-read")}
          error={problem !== undefined}
          onChange={(event) => onPerson({ identityNumber: event.currentTarget.value })}
          onBlur={onIdentityLeft}
          rightSectionWidth={58}
          rightSection={
            identity.valid ? (
              <IconShieldCheck size={20} className="identity-ok" aria-label={text.form.verified} />
            ) : (
              <span className="field-unit tabular" aria-hidden>
                {identity.number.length} / 18
              </span>
            )
          }
        />
        <IdentityRead identity={identity} asOf={asOf} />
      </FieldRow>
      {identity.valid ? null : withoutNumber ? (
        children
      ) : identity.number === "" ? (
        <p className="sheet-note">
          <button type="button" className="explain-link" onClick={onWithoutNumber}>
            {text.form.tryWithout}
          </button>
        </p>
      ) : null}
      <div className="person">
        <div className="person-rows">
          <FieldRow field="person.name" label={text.form.name} labelId="person-name-label" htmlFor="person-name" required>
            <TextInput
              id="person-name"
              className="field-short"
              value={person.name}
              maxLength={60}
              autoComplete="off"
              onChange={(event) => onPerson({ name: event.currentTarget.value })}
            />
          </FieldRow>
          <FieldRow
            field="person.phone"
            label={text.form.phone}
            labelId="person-phone-label"
            htmlFor="person-phone"
            required={false}
          >
            <TextInput
              id="person-phone"
              className="field-short"
              value={person.phone}
              maxLength={40}
              inputMode="tel"
              autoComplete="off"
              onChange={(event) => onPerson({ phone: event.currentTarget.value })}
            />
          </FieldRow>
          <FieldRow
            field="asOf"
            label={text.form.asOf}
            labelId="as-of-label"
            htmlFor="as-of"
            required
            error={asOf === undefined ? text.form.asOfBad : undefined}
            errorId="as-of-error"
          >
            <DateInput
              id="as-of"
              value={content.asOf}
              maxLength={10}
              onChange={onAsOf}
              tidy={tidyDate}
              describedBy="as-of-error"
              invalid={asOf === undefined}
            />
          </FieldRow>
        </div>
        {known.length === 0 ? null : (
          <aside className="known" aria-label={text.form.known}>
            {known.map((date) => (
              <p key={date.id}>
                <span>
                  <IconCalendarCheck size={15} aria-hidden />
                  {date.title}
                </span>
                <strong className="tabular">{date.display}</strong>
              </p>
            ))}
          </aside>
        )}
      </div>
      {content.amends ? null : <Duplicates duplicates={duplicates} matter={content.matter} caseId={content.caseId} />}
    </section>
  );
}

/** Sex, birth date and age as the number gives them, as soon as each part is typed. */
function IdentityRead({ identity, asOf }: { readonly identity: IdentityReading; readonly asOf: string | undefined }) {
  const birth = parseDate(identity.birthDate ?? "");
  const today = parseDate(asOf ?? "");
  const words = [
    identity.sex === undefined ? null : text.form.sex[identity.sex],
    identity.birthDate === undefined ? null : text.form.born(identity.birthDate),
    birth === undefined || today === undefined || today < birth ? null : text.form.age(ageOn(birth, today)),
  ].filter((word) => word !== null);
  return (
    <p className="identity-read tabular" id="person-identity-read">
      {words.length === 0 ? text.form.identityHelp : words.join(" · ")}
    </p>
  );
}
