import { Button, Group, Loader, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { IconArrowLeft, IconPrinter, IconSearch } from "@tabler/icons-react";
import { Link, useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { useDeferredValue, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import type { z } from "zod";
import { LIBRARY_KINDS } from "../../src-shared/contract/library.ts";
import { useCommands } from "../app/keys/commands.tsx";
import { searchOf, phrase } from "../app/search-params.ts";
import { useSession } from "../app/session/session.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { Finding } from "../ui/page/finding.tsx";
import { EmptyPage, PageHead, PageTools } from "../ui/page/page.tsx";
import { PolicyCity } from "../ui/policy-link.tsx";
import { Conflicts } from "./conflicts.tsx";
import { Contents } from "./contents.tsx";
import { References, Sources } from "./documents.tsx";
import { Figures } from "./figures.tsx";
import {
  catalogue as readCatalogue,
  ReadingProvider,
  SHELVES,
  useLibrary,
  type Catalogue,
  type Shelf,
  type Target,
} from "./library.ts";
import { MatterList, MatterPage } from "./matters.tsx";
import { Readings } from "./readings.tsx";
import { search, searchEntries } from "./search.ts";
import { SearchResults } from "./search-results.tsx";
import { Tables } from "./tables.tsx";
import { text } from "./text.ts";
import classes from "./policy-page.module.css";

export interface PolicyAddress {
  /** Absent: the office's own city, and the matters. */
  readonly city?: string | undefined;
  /** A shelf, or with `id` the kind of an entry. */
  readonly kind?: string | undefined;
  readonly id?: string | undefined;
}
export const policySearch = searchOf({
  /** Words sought; the results take the place of the shelf. */
  find: phrase,
  /** Line inside the entry. */
  line: phrase,
});
export type PolicySearch = z.output<typeof policySearch>;

const ROUTE = "/policy/{-$city}/{-$kind}/{-$id}";

/** Everything that a city's rules rest on, to be read, searched and printed. */
export function PolicyPage({
  address,
  search: { find = "", line },
}: {
  readonly address: PolicyAddress;
  readonly search: PolicySearch;
}) {
  const session = useSession();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const box = useRef<HTMLInputElement>(null);
  const city = session.cities.some(({ id }) => id === address.city)
    ? (address.city ?? "")
    : (session.office?.cities[0] ?? session.cities[0]?.id ?? "");
  const library = useLibrary(city);
  const catalogue = useMemo(() => (library.data === undefined ? null : readCatalogue(library.data)), [library.data]);
  const target = useMemo(() => targetOf(address.kind, address.id, line), [address.kind, address.id, line]);
  const shelf = (target !== null && catalogue?.shelfOf(target.kind, target.id)) || shelfNamed(address.kind);

  // The box holds what is typed; the address follows it, so that the way back leads to the results.
  const [words, setWords] = useState(find);
  const sent = useRef(find);
  useEffect(() => {
    if (find !== sent.current) setWords(find);
    sent.current = find;
  }, [find]);
  const seek = (typed: string): void => {
    setWords(typed);
    sent.current = typed;
    void navigate({
      to: ROUTE,
      params: { city, kind: address.kind, id: address.id },
      search: typed === "" ? {} : { find: typed },
      replace: find !== "",
    });
  };
  const back = (): void => {
    if (canGoBack) router.history.back();
    else void navigate({ to: "/" });
  };
  useCommands([
    { id: "back", label: text.back, key: "Escape", run: back },
    {
      id: "find-policy",
      label: text.find.command,
      key: "F3",
      run: () => {
        box.current?.focus();
        box.current?.select();
      },
    },
    { id: "print-policy", label: text.print, key: "F10", run: () => window.print() },
  ]);

  return (
    <Stack gap="sm" pt={16} px={20} className={classes.policy}>
      <PageHead>
        <h1>{text.title}</h1>
        <SegmentedControl
          aria-label={text.city}
          value={city}
          onChange={(next) => void navigate({ to: ROUTE, params: { city: next, kind: shelf, id: undefined }, search: {} })}
          data={session.cities.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextInput
          ref={box}
          flex="1 1 280px"
          maw={460}
          type="search"
          aria-label={text.find.label}
          placeholder={text.find.placeholder}
          maxLength={60}
          leftSection={<IconSearch size={17} aria-hidden />}
          rightSection={<KeyHint name="F3" />}
          value={words}
          onChange={(event) => seek(event.currentTarget.value)}
        />
        {session.clerk.role === "administrator" ? null : (
          <Text span size="sm" c="dimmed">
            {text.onlyAdministrator}
          </Text>
        )}
        <PageTools>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={17} aria-hidden />}
            rightSection={<KeyHint name="Escape" />}
            onClick={back}
          >
            {text.back}
          </Button>
          <Button
            leftSection={<IconPrinter size={17} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
            onClick={() => window.print()}
          >
            {text.print}
          </Button>
        </PageTools>
      </PageHead>
      {catalogue === null ? (
        <EmptyPage>
          {library.error ? <ErrorNotice error={library.error} onRetry={() => void library.refetch()} /> : <Loader />}
        </EmptyPage>
      ) : (
        <ReadingProvider value={{ catalogue, target }}>
          <PolicyCity value={city}>
            <Group align="stretch" wrap="nowrap" gap="md" flex={1} mih={0}>
              <Stack component="nav" gap={0} className={classes.side} aria-label={text.contents}>
                <ul>
                  {SHELVES.map((one) => (
                    <li key={one}>
                      <Link
                        to={ROUTE}
                        params={{ city, kind: one, id: undefined }}
                        search={{}}
                        aria-current={one === shelf && words === "" ? "page" : undefined}
                      >
                        {text.shelves[one]}
                      </Link>
                    </li>
                  ))}
                </ul>
                {words === "" ? <Contents shelf={shelf} /> : null}
              </Stack>
              <ShelfView catalogue={catalogue} shelf={shelf} target={target} find={words} />
            </Group>
          </PolicyCity>
        </ReadingProvider>
      )}
    </Stack>
  );
}

function ShelfView({
  catalogue,
  shelf,
  target,
  find,
}: {
  readonly catalogue: Catalogue;
  readonly shelf: Shelf;
  readonly target: Target | null;
  readonly find: string;
}) {
  const { library } = catalogue;
  const view = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => searchEntries(library), [library]);
  const words = useDeferredValue(find);
  const found = useMemo(() => search(entries, words), [entries, words]);
  const gone = target !== null && catalogue.titleOf(target.kind, target.id) === null;

  useEffect(() => {
    if (find !== "") return;
    const here = view.current;
    if (target === null || target.kind === "matter") here?.scrollTo({ top: 0 });
    if (target !== null) goTo(here, target);
  }, [target, find]);

  return (
    <Stack
      component="section"
      gap="sm"
      flex={1}
      miw={0}
      className={classes.shelf}
      data-part="shelf"
      ref={view}
      tabIndex={-1}
      aria-label={find === "" ? text.shelves[shelf] : text.find.results}
    >
      <p className={classes.printHead}>
        {text.printHead(library.cityTitle, find === "" ? text.shelves[shelf] : text.find.results)}
        <small>{text.pack(library.version, library.hash.slice(0, 12))}</small>
      </p>
      {find !== "" ? (
        <SearchResults words={words} found={found} />
      ) : (
        <>
          {gone ? <Finding tone="warning">{text.gone(target.id)}</Finding> : null}
          <ShelfEntries catalogue={catalogue} shelf={shelf} target={target} />
        </>
      )}
    </Stack>
  );
}

function ShelfEntries({
  catalogue: { library },
  shelf,
  target,
}: {
  readonly catalogue: Catalogue;
  readonly shelf: Shelf;
  readonly target: Target | null;
}): ReactNode {
  const administrator = useSession().clerk.role === "administrator";
  const matter = target?.kind === "matter" ? library.matters.find(({ id }) => id === target.id) : undefined;
  switch (shelf) {
    case "matter":
      return matter === undefined ? <MatterList /> : <MatterPage key={matter.id} matter={matter} />;
    case "figure":
      return <Figures mayEnter={administrator} />;
    case "table":
      return <Tables />;
    case "source":
      return <Sources />;
    case "reading":
      return <Readings mayChoose={administrator} />;
    case "conflict":
      return <Conflicts />;
    case "reference":
      return <References />;
  }
}

function targetOf(kind: string | undefined, id: string | undefined, line: string | undefined): Target | null {
  const known = LIBRARY_KINDS.find((one) => one === kind);
  return known === undefined || id === undefined ? null : { kind: known, id, line: line ?? null };
}

function shelfNamed(kind: string | undefined): Shelf {
  if (kind === "clause" || kind === "document") return "source";
  return SHELVES.find((one) => one === kind) ?? "matter";
}

/** Brings the cited line into view and the keyboard to it. */
function goTo(view: HTMLElement | null, { kind, id, line }: Target): void {
  const entry = view?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(`${kind}/${id}`)}"]`);
  if (!entry) return;
  const cited = line === null ? null : entry.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`);
  entry.tabIndex = -1;
  entry.focus({ preventScroll: true });
  if (kind !== "matter")
    (cited ?? entry).scrollIntoView({ block: cited === null && entry.offsetHeight > 400 ? "start" : "center" });
}
