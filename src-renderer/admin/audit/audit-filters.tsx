import { Button, Combobox, Group, NativeSelect, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconFilterOff, IconSearch, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { AuditPage } from "../../../src-shared/contract/reports.ts";
import { shownIdentity } from "../../../src-shared/text/identity.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useClerkNames } from "../../cases/case-filters.tsx";
import { DateSpan } from "../../ui/dates/date-span.tsx";
import { isNarrowed, orNone, type AuditSearch } from "./audit-search.ts";
import { auditText } from "./audit-text.ts";

const text = auditText.filters;
type Change = { [Name in keyof AuditSearch]?: AuditSearch[Name] | undefined };

export function AuditFilters({
  search,
  operations,
  onChange,
  onClear,
}: {
  readonly search: AuditSearch;
  readonly operations: AuditPage["operations"];
  readonly onChange: (change: Change) => void;
  readonly onClear: () => void;
}) {
  const clerks = useClerkNames();
  return (
    <Group gap="xs" role="group" aria-label={text.label}>
      {search.about === undefined ? (
        <SubjectFilter label={text.subject} onChange={onChange} />
      ) : (
        <Button
          size="xs"
          variant="light"
          rightSection={<IconX size={15} aria-hidden />}
          onClick={() => onChange({ about: undefined, person: undefined, case: undefined })}
        >
          {text.about(search.about)}
        </Button>
      )}
      <DateSpan
        small
        labels={text}
        from={search.from ?? ""}
        to={search.to ?? ""}
        onChange={(change) => onChange("from" in change ? { from: orNone(change.from) } : { to: orNone(change.to) })}
      />
      <NativeSelect
        size="xs"
        aria-label={text.clerk}
        value={search.clerk ?? ""}
        onChange={(event) => onChange({ clerk: orNone(event.currentTarget.value) })}
        data={[{ value: "", label: text.anyClerk }, ...(clerks.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <NativeSelect
        size="xs"
        aria-label={text.operation}
        value={search.operation ?? ""}
        onChange={(event) => onChange({ operation: orNone(event.currentTarget.value) })}
        data={[
          { value: "", label: text.anyOperation },
          ...operations.map(({ operation, title }) => ({ value: operation, label: title })),
        ]}
      />
      {isNarrowed(search) ? (
        <Button variant="subtle" size="compact-sm" leftSection={<IconFilterOff size={16} aria-hidden />} onClick={onClear}>
          {text.clear}
        </Button>
      ) : null}
    </Group>
  );
}

const SHOWN = 6;

/** A person or a case by whatever is known of it. */
export function SubjectFilter({
  label,
  peopleOnly = false,
  onChange,
}: {
  readonly label: string;
  readonly peopleOnly?: boolean;
  readonly onChange: (change: Change) => void;
}) {
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useCall("find.anything", { text: asked, limit: SHOWN }, { enabled: asked !== "", keep: true });
  const people = found.data?.people ?? [];
  const cases = peopleOnly ? [] : (found.data?.cases ?? []);
  const choose = (value: string): void => {
    const person = people.find(({ id }) => value === `person:${id}`);
    const row = cases.find(({ id }) => value === `case:${id}`);
    if (person) onChange({ person: person.id, about: `${person.name} ${shownIdentity(person)}` });
    if (row) onChange({ case: row.id, about: row.receiptNumber ?? `${row.name} ${row.matterTitle}` });
  };
  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={460} shadow="md">
      <Combobox.Target>
        <TextInput
          size="xs"
          w={250}
          aria-label={label}
          placeholder={label}
          leftSection={<IconSearch size={15} aria-hidden />}
          value={typed}
          maxLength={60}
          autoComplete="off"
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ""}>
        <Combobox.Options aria-label={label}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={`person:${person.id}`}>
              {text.person}：<strong>{person.name}</strong> <span className="mono">{shownIdentity(person)}</span>
            </Combobox.Option>
          ))}
          {cases.map((row) => (
            <Combobox.Option key={row.id} value={`case:${row.id}`}>
              {text.case}：<strong>{row.name}</strong> {row.matterTitle} <span className="mono">{row.receiptNumber}</span>
            </Combobox.Option>
          ))}
          {people.length + cases.length === 0 ? <Combobox.Empty>{text.none}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
