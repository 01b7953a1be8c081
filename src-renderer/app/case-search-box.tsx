import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState, type RefObject } from "react";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { call } from "./client.ts";
import { text } from "./text.ts";

const SHOWN = 8;

/** One box on every screen: type, arrow, Enter. Enter without a choice opens the full list. */
export function CaseSearchBox({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const navigate = useNavigate();
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  const [words, setWords] = useState("");
  const [asked] = useDebouncedValue(words.trim(), 150);
  const found = useQuery({
    queryKey: ["cases.search", { text: asked, state: null, limit: SHOWN, offset: 0 }],
    queryFn: () => call("cases.search", { text: asked, state: null, limit: SHOWN, offset: 0 }),
    enabled: asked !== "",
    placeholderData: keepPreviousData,
  });

  const leave = (): void => {
    combobox.closeDropdown();
    setWords("");
    inputRef.current?.blur();
  };
  const openList = (): void => {
    const sought = words.trim();
    leave();
    void navigate({ to: "/cases", search: { text: sought, state: null, page: 1 } });
  };
  const choose = (value: string): void => {
    if (value === "all") return openList();
    leave();
    void navigate({ to: "/cases/$caseId", params: { caseId: value }, search: {} });
  };
  const rows = found.data?.rows ?? [];

  return (
    <Combobox store={combobox} onOptionSubmit={choose} position="bottom-start" width={520} shadow="md">
      <Combobox.Target>
        <TextInput
          ref={inputRef}
          className="top-search"
          value={words}
          maxLength={60}
          aria-label={text.search.label}
          placeholder={text.search.placeholder}
          leftSection={<IconSearch size={16} aria-hidden />}
          rightSection={<KeyHint name="F2" />}
          onChange={(event) => {
            setWords(event.currentTarget.value);
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
      <Combobox.Dropdown hidden={words.trim() === ""}>
        <Combobox.Options aria-label={text.search.label}>
          {rows.map((row) => (
            <Combobox.Option key={row.id} value={row.id} className="search-row">
              <strong>{row.name}</strong>
              <span className="mono">{row.maskedIdentityNumber}</span>
              <span>{row.matterTitle}</span>
              <CaseStateMark of={row} />
              <span className="mono search-receipt">{row.receiptNumber ?? ""}</span>
            </Combobox.Option>
          ))}
          {rows.length === 0 ? (
            <Combobox.Empty>
              {found.isFetching || asked !== words.trim() ? text.search.searching : text.search.none}
            </Combobox.Empty>
          ) : (
            <Combobox.Option value="all" className="search-all">
              {text.search.all(words.trim())}
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
