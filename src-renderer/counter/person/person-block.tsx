import { Box, Group, Text, TextInput } from "@mantine/core";
import { IconCalendarCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { DuplicateView } from "../../../src-shared/contract/people.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import type { KeyDate } from "../../../src-shared/domain/decision.ts";
import { unreadable } from "../../../src-shared/text/fold.ts";
import { DateInput } from "../../ui/dates/date-input.tsx";
import { readDate, tidyDate } from "../../ui/dates/typed-date.ts";
import { Duplicates } from "./duplicates.tsx";
import { FieldRow } from "../questions/field-row.tsx";
import { IdentityRow } from "./identity-row.tsx";
import { NameRow } from "./name-row.tsx";
import { ToldRows } from "./told-rows.tsx";
import type { IdentityTyped } from "./use-identity.ts";
import { SheetHeading } from "../questions/sheet-heading.tsx";
import { text } from "../text.ts";
import { Sign } from "../../ui/page/sign.tsx";
import { TextButton } from "../../ui/page/text-button.tsx";

/** Document and number, name, telephone and the date of processing; beside them what follows from the number. */
export function PersonBlock({
  title,
  content,
  identity,
  known,
  duplicates,
  onAsOf,
  withoutNumber,
  onWithoutNumber,
  children,
}: {
  /** Whose number it is. */
  readonly title: string;
  readonly content: DraftContent;
  readonly identity: IdentityTyped;
  readonly known: readonly KeyDate[];
  readonly duplicates: readonly DuplicateView[];
  readonly onAsOf: (typed: string) => void;
  /** The clerk estimates for somebody whose number is not at hand. */
  readonly withoutNumber: boolean;
  readonly onWithoutNumber: () => void;
  /** What the number would tell, asked for while there is none. */
  readonly children: ReactNode;
}) {
  const { person } = content;
  const { reading, settled, change, leave } = identity;
  const asOf = readDate(content.asOf);
  return (
    <section aria-label={text.form.whose(title)}>
      <SheetHeading>{title}</SheetHeading>
      <IdentityRow typed={person} reading={reading} settled={settled} asOf={asOf} onPerson={change} onLeft={leave} />
      <ToldRows typed={person} reading={reading} onPerson={change} />
      {identity.facts !== null ? null : withoutNumber ? (
        children
      ) : reading.number === "" && reading.kind === "citizen" ? (
        <Box px="md" py={6}>
          <TextButton onClick={onWithoutNumber}>{text.form.tryWithout}</TextButton>
        </Box>
      ) : null}
      <Group gap={0} align="stretch">
        <Box flex="999 1 22em" miw={0}>
          <NameRow name={person.name} kind={reading.kind} onName={(name) => change({ name })} />
          <FieldRow
            field="person.phone"
            label={text.form.phone}
            labelId="person-phone-label"
            htmlFor="person-phone"
            required={false}
          >
            <TextInput
              id="person-phone"
              maw={240}
              value={person.phone}
              maxLength={40}
              inputMode="tel"
              autoComplete="off"
              onChange={(event) => change({ phone: event.currentTarget.value })}
            />
          </FieldRow>
          <FieldRow
            field="asOf"
            label={text.form.asOf}
            labelId="as-of-label"
            htmlFor="as-of"
            required
            error={asOf === undefined ? unreadable(content.asOf, text.form.asOfBad) : undefined}
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
        </Box>
        {known.length === 0 ? null : (
          <Box component="section" flex="1 1 176px" maw="100%" px="sm" bg="var(--accent-soft)" aria-label={text.form.known}>
            {known.map((date) => (
              <Box key={date.id} my={10}>
                <Group gap={4} wrap="nowrap" align="flex-start" fz={12} lh={1.35} c="var(--ink-2)">
                  <Sign icon={IconCalendarCheck} size={15} />
                  {date.title}
                </Group>
                <Text fz="lg" lh={1.3} fw={700} c="var(--accent-dark)" className="tabular">
                  {date.display}
                </Text>
              </Box>
            ))}
          </Box>
        )}
      </Group>
      {content.amends ? null : <Duplicates duplicates={duplicates} matter={content.matter} caseId={content.caseId} />}
    </section>
  );
}
