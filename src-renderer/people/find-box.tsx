import { Combobox, Text, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState, type RefObject } from "react";
import { shownIdentity } from "../../src-shared/text/identity.ts";
import { useCall } from "../app/calls/queries.ts";
import { ALL_CASES } from "../cases/case-filter.ts";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";
import classes from "./find-box.module.css";

/** Of each kind. */
const SHOWN = 6;
const words = text.find;

/** One box on every screen: type, arrow, Enter. Enter without a choice opens the full list. */
export function FindBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), 150);
  const found = useCall("find.anything", { text: asked, limit: SHOWN }, { enabled: asked !== "", keep: true });

  const leave = (): void => {
    combobox.closeDropdown();
    setTyped("");
    inputRef.current?.blur();
  };
  const openList = (): void => {
    const sought = typed.trim();
    leave();
    void navigate({ to: "/cases", search: { ...ALL_CASES, text: sought } });
  };
  const choose = (value: string): void => {
    const [kind, id = ""] = value.split(":");
    if (kind === "all") return openList();
    leave();
    if (kind === "person") void navigate({ to: "/people/$personId", params: { personId: id } });
    else void navigate({ to: "/cases/$caseId", params: { caseId: id }, search: {} });
  };
  // what was found for other words must not be chosen for these
  const fresh = asked === typed.trim() && !found.isPlaceholderData;
  const people = fresh ? (found.data?.people ?? []) : [];
  const cases = fresh ? (found.data?.cases ?? []) : [];
  const nothing = people.length + cases.length === 0;

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={560} shadow="md">
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          className={classes.box}
          flex="1 1 320px"
          maw={480}
          ml="auto"
          value={typed}
          maxLength={60}
          aria-label={words.label}
          placeholder={words.placeholder}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<KeyHint name="F2" />}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onFocus={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            if (event.key === "Enter" && combobox.getSelectedOptionIndex() === -1 && !event.nativeEvent.isComposing) {
              event.preventDefault();
              openList();
            }
            if (event.key === "Escape") {
              event.preventDefault();
              leave();
            }
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={typed.trim() === ""}>
        <Combobox.Options aria-label={words.label}>
          {people.length === 0 ? null : (
            <Combobox.Group label={words.people}>
              {people.map((person) => (
                <Combobox.Option key={person.id} value={`person:${person.id}`} className={classes.found}>
                  <strong>{person.name}</strong>
                  <span className="mono">{shownIdentity(person)}</span>
                  <span>{person.bornIn === null ? "" : words.bornIn(person.bornIn)}</span>
                  <span className="mono">{person.maskedPhone}</span>
                  <Text span size="sm" c="dimmed">
                    {words.caseCount(person.caseCount)}
                  </Text>
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {cases.length === 0 ? null : (
            <Combobox.Group label={words.cases}>
              {cases.map((row) => (
                <Combobox.Option key={row.id} value={`case:${row.id}`} className={classes.found}>
                  <strong>{row.name}</strong>
                  <span className="mono">{shownIdentity(row)}</span>
                  <span>{row.matterTitle}</span>
                  <CaseStateMark of={row} />
                  {row.receiptNumber === null ? null : <span className="quiet mono">{row.receiptNumber}</span>}
                </Combobox.Option>
              ))}
            </Combobox.Group>
          )}
          {nothing ? (
            <Combobox.Empty>{found.isFetching || !fresh ? words.searching : words.none}</Combobox.Empty>
          ) : (
            <Combobox.Option value="all">
              <Text span size="sm" c="var(--accent)">
                {words.all(typed.trim())}
              </Text>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
