import { Button, Group, NativeSelect, TextInput } from "@mantine/core";
import { IconFilterOff } from "@tabler/icons-react";
import { useCall } from "../app/calls/queries.ts";
import { useMatters } from "../counter/home/matters.ts";
import { DateSpan } from "../ui/dates/date-span.tsx";
import { DUES, isNarrowed, SORTS, type CaseListSearch } from "./case-filter.ts";
import { text } from "./text.ts";

type Change = { [Name in keyof CaseListSearch]?: CaseListSearch[Name] | undefined };

export function useClerkNames() {
  return useCall("clerks.names", {}, { staleTime: 60_000 });
}

/** Matter, clerk, days, amount, limit and order, in one row. */
export function CaseFilters({
  search,
  onChange,
}: {
  readonly search: CaseListSearch;
  /** `undefined` takes a filter away. */
  readonly onChange: (change: Change) => void;
}) {
  const matters = useMatters();
  const clerks = useClerkNames();
  const words = text.list.filters;
  const orNone = (value: string): string | undefined => (value === "" ? undefined : value);
  return (
    <Group gap="xs" role="group" aria-label={words.label}>
      <NativeSelect
        size="xs"
        w={210}
        aria-label={words.matter}
        value={search.matter ?? ""}
        onChange={(event) => onChange({ matter: orNone(event.currentTarget.value) })}
        data={[
          { value: "", label: words.anyMatter },
          ...(matters.data ?? []).map(({ id, cityTitle, title }) => ({ value: id, label: `${cityTitle} · ${title}` })),
        ]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.clerk}
        value={search.clerk ?? ""}
        onChange={(event) => onChange({ clerk: orNone(event.currentTarget.value) })}
        data={[{ value: "", label: words.anyClerk }, ...(clerks.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <DateSpan
        small
        labels={words}
        from={search.from ?? ""}
        to={search.to ?? ""}
        onChange={(change) => onChange("from" in change ? { from: orNone(change.from) } : { to: orNone(change.to) })}
      />
      <Group gap={4} wrap="nowrap" w={210}>
        <TextInput
          size="xs"
          aria-label={words.amountFrom}
          placeholder={words.amountFrom}
          value={search.amountFrom ?? ""}
          inputMode="decimal"
          maxLength={14}
          autoComplete="off"
          onChange={(event) => onChange({ amountFrom: orNone(event.currentTarget.value) })}
        />
        <span aria-hidden>–</span>
        <TextInput
          size="xs"
          aria-label={words.amountTo}
          placeholder={words.amountTo}
          value={search.amountTo ?? ""}
          inputMode="decimal"
          maxLength={14}
          autoComplete="off"
          onChange={(event) => onChange({ amountTo: orNone(event.currentTarget.value) })}
        />
      </Group>
      <NativeSelect
        size="xs"
        aria-label={words.due}
        value={search.due ?? ""}
        onChange={(event) => onChange({ due: DUES.find((due) => due === event.currentTarget.value) })}
        data={[{ value: "", label: words.anyDue }, ...DUES.map((due) => ({ value: due, label: words.dues[due] }))]}
      />
      <NativeSelect
        size="xs"
        aria-label={words.sort}
        value={search.sort ?? "newest"}
        onChange={(event) => {
          const sort = SORTS.find((one) => one === event.currentTarget.value);
          onChange({ sort: sort === "newest" ? undefined : sort });
        }}
        data={SORTS.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
      />
      {isNarrowed(search) ? (
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconFilterOff size={16} stroke={1.7} aria-hidden />}
          onClick={() =>
            onChange({
              matter: undefined,
              clerk: undefined,
              from: undefined,
              to: undefined,
              amountFrom: undefined,
              amountTo: undefined,
              due: undefined,
              sort: undefined,
            })
          }
        >
          {words.clear}
        </Button>
      ) : null}
    </Group>
  );
}
