import { SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useSession } from "../app/session.tsx";
import { Figures } from "./figures.tsx";
import { Readings } from "./readings.tsx";
import { text } from "./text.ts";

export interface PolicySearch {
  readonly city: string;
  readonly tab: "figures" | "readings";
}

/** What the rules of a city rest on: dated figures, and readings of what the documents leave open. */
export function PolicyPage({ search }: { readonly search: PolicySearch }) {
  const session = useSession();
  const navigate = useNavigate();
  const [words, setWords] = useState("");
  const city = session.cities.some(({ id }) => id === search.city)
    ? search.city
    : (session.office?.city ?? session.cities[0]?.id ?? "");
  const go = (change: Partial<PolicySearch>): void => void navigate({ to: "/policy", search: { ...search, city, ...change } });
  const administrator = session.clerk.role === "administrator";

  return (
    <div className="page">
      <header className="page-head">
        <h1>{text.title}</h1>
        <SegmentedControl
          aria-label={text.tab}
          value={search.tab}
          onChange={(tab) => go({ tab })}
          data={[
            { value: "figures", label: text.figures },
            { value: "readings", label: text.readings },
          ]}
        />
        <SegmentedControl
          aria-label={text.city}
          value={city}
          onChange={(next) => go({ city: next })}
          data={session.cities.map(({ id, title }) => ({ value: id, label: title }))}
        />
        {search.tab === "figures" ? (
          <TextInput
            className="policy-filter"
            aria-label={text.filter}
            placeholder={text.filterPlaceholder}
            leftSection={<IconSearch size={17} aria-hidden />}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
        ) : null}
        {administrator ? null : <span className="quiet">{text.onlyAdministrator}</span>}
      </header>
      {search.tab === "figures" ? (
        <Figures city={city} words={words} mayEnter={administrator} />
      ) : (
        <Readings city={city} mayChoose={administrator} />
      )}
    </div>
  );
}
