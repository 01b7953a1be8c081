import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconDatabaseExclamation, IconFileText, IconSearch, IconTrash } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { DraftView, MatterSummary, OfferedMatter } from "../../src-shared/contract/views.ts";
import type { PersonInput } from "../../src-shared/domain/case.ts";
import { kindOf } from "../../src-shared/domain/identity/kinds.ts";
import { numberLength, tidyNumber } from "../../src-shared/domain/identity/number.ts";
import { maskedIdentity, shownIdentity } from "../../src-shared/text/identity.ts";
import { matterName } from "../../src-shared/text/labels.ts";
import { call } from "../app/client.ts";
import { useSession } from "../app/session.tsx";
import { CaseStateMark } from "../ui/case-state-mark.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { dayAndTime } from "../ui/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { useMatters, useStartForm } from "./matters.ts";
import { text } from "./text.ts";

const RECENT = 8;
const ALL = "";

/** What can be started, what was left unfinished, what was done last. */
export function Home() {
  return (
    <div className="home">
      <MatterPicker />
      <div className="home-side">
        <Drafts />
        <RecentCases />
      </div>
    </div>
  );
}

/** @param city `null`: whichever */
export function matchMatters<Matter extends MatterSummary>(
  matters: readonly Matter[],
  city: string | null,
  words: string,
): Matter[] {
  const sought = words.trim().toLowerCase().split(/\s+/);
  return matters.filter(
    (matter) =>
      (city === null || matter.city === city) &&
      sought.every((word) =>
        `${matter.cityTitle} ${matter.title} ${matter.summary} ${matter.keywords} ${matter.rules.join(" ")}`
          .toLowerCase()
          .includes(word),
      ),
  );
}

function MatterPicker() {
  const session = useSession();
  const matters = useMatters();
  const start = useStartForm();
  const cities = (session.office?.cities ?? []).flatMap((id) => session.cities.filter((city) => city.id === id));
  const several = cities.length > 1;
  const [city, setCity] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const filter = useRef<HTMLInputElement>(null);
  const found = matchMatters(matters.data ?? [], city, words);
  const chosen = Math.min(at, found.length - 1);

  useEffect(() => filter.current?.focus(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const byNumber = words === "" && /^[1-9]$/.test(event.key) ? found[Number(event.key) - 1] : undefined;
    if (byNumber) {
      event.preventDefault();
      start(byNumber.id);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && found[chosen]) {
      event.preventDefault();
      start(found[chosen].id);
    }
  };

  return (
    <section aria-label={text.home.title} className="picker">
      <header className="picker-head">
        <h1>{text.home.title}</h1>
        {several ? (
          <SegmentedControl
            aria-label={text.home.city}
            value={city ?? ALL}
            onChange={(next) => {
              setCity(next === ALL ? null : next);
              setAt(0);
            }}
            data={[{ value: ALL, label: text.home.allCities }, ...cities.map(({ id, title }) => ({ value: id, label: title }))]}
          />
        ) : null}
        <TextInput
          ref={filter}
          className="picker-filter"
          aria-label={text.home.filter}
          placeholder={text.home.filterPlaceholder}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={words}
          maxLength={40}
          autoComplete="off"
          aria-controls="matters"
          aria-activedescendant={found[chosen] ? `matter-${found[chosen].id}` : undefined}
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
      </header>
      {matters.error ? <ErrorNotice error={matters.error} onRetry={() => void matters.refetch()} /> : null}
      <ul id="matters" className="matters" aria-label={text.home.title}>
        {found.map((matter, index) => (
          <Fragment key={matter.id}>
            {several && found[index - 1]?.city !== matter.city ? <li className="matters-city">{matter.cityTitle}</li> : null}
            <li>
              <button
                type="button"
                id={`matter-${matter.id}`}
                className={index === chosen ? "matter matter-chosen" : "matter"}
                aria-label={several ? matterName(matter, false) : matter.title}
                onClick={() => start(matter.id)}
                onFocus={() => setAt(index)}
                onKeyDown={(event) => event.key !== "Enter" && onKeyDown(event)}
              >
                <span className="matter-number" aria-hidden>
                  {index < 9 ? index + 1 : ""}
                </span>
                <span className="matter-words">
                  <strong>{matter.title}</strong>
                  <span>{matter.summary}</span>
                </span>
                <span className="matter-side">
                  <MissingMark figures={matter.missingFigures} />
                  <span className="matter-rules mono">{matter.rules.join(" ")}</span>
                </span>
              </button>
            </li>
          </Fragment>
        ))}
      </ul>
      {matters.data !== undefined && found.length === 0 ? (
        <p className="quiet">{words === "" ? text.home.noMatters : text.home.none}</p>
      ) : null}
      <p className="picker-hint">{text.home.hint}</p>
    </section>
  );
}

/** Not every case of the matter needs the figure; the mark says that some do. */
function MissingMark({ figures }: { readonly figures: OfferedMatter["missingFigures"] }) {
  if (figures.length === 0) return null;
  return (
    <span className="matter-missing" title={text.home.missing(figures)}>
      <IconDatabaseExclamation size={14} stroke={1.8} aria-hidden />
      {text.home.missingMark}
    </span>
  );
}

/** Who a form is for, as soon as the number is whole. */
function maskedWhole({ identityKind, identityNumber }: PersonInput): string {
  const number = tidyNumber(identityNumber);
  const kind = kindOf({ identityKind, identityNumber: number });
  const length = numberLength(kind, number);
  return kind === "none" || (number !== "" && (length === null || number.length === length)) ? maskedIdentity(kind, number) : "";
}

function Drafts() {
  const drafts = useQuery({ queryKey: ["drafts.list"], queryFn: () => call("drafts.list", {}) });
  const [discarding, setDiscarding] = useState<DraftView | null>(null);
  return (
    <section aria-label={text.home.drafts} className="home-card">
      <h2>{text.home.drafts}</h2>
      {drafts.error ? <ErrorNotice error={drafts.error} onRetry={() => void drafts.refetch()} /> : null}
      {drafts.data?.length === 0 ? <p className="quiet">{text.home.noDrafts}</p> : null}
      <ul className="home-list">
        {drafts.data?.map((draft) => {
          const who = draft.content.person.name.trim() || text.home.nobody;
          return (
            <li key={draft.id} className="home-draft">
              <Link to="/form/$draftId" params={{ draftId: draft.id }} search={{}} className="home-row">
                <IconFileText size={20} stroke={1.6} aria-hidden />
                <span className="home-row-words">
                  <strong>{who}</strong>
                  <span>
                    {draft.matterTitle}
                    {draft.content.amends ? `（${text.home.amendment}）` : ""}
                  </span>
                </span>
                <span className="home-row-side tabular">
                  {maskedWhole(draft.content.person)}
                  <small>{dayAndTime(draft.updatedAt)}</small>
                </span>
              </Link>
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                aria-label={text.home.discardOf(draft.matterTitle, who)}
                onClick={() => setDiscarding(draft)}
              >
                <IconTrash size={17} stroke={1.6} aria-hidden />
              </Button>
            </li>
          );
        })}
      </ul>
      {discarding === null ? null : <DiscardDialog draft={discarding} onClose={() => setDiscarding(null)} />}
    </section>
  );
}

function DiscardDialog({ draft, onClose }: { readonly draft: DraftView; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const discard = async (): Promise<void> => {
    try {
      await call("drafts.discard", { id: draft.id });
      await client.invalidateQueries({ queryKey: ["drafts.list"] });
      onClose();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <Dialog title={text.home.discardTitle} onClose={onClose} size={460}>
      <div className="finish">
        <p>{text.home.discardBody(draft.matterTitle, draft.content.person.name.trim() || text.home.nobody)}</p>
        {error === null ? null : <ErrorNotice error={error} />}
        <div className="finish-foot">
          <Button color="red" onClick={() => void discard()}>
            {text.home.discard}
          </Button>
          <Button variant="default" data-autofocus onClick={onClose} rightSection={<KeyHint name="Escape" />}>
            {text.home.keep}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function RecentCases() {
  const navigate = useNavigate();
  const request = { text: "", state: null, limit: RECENT, offset: 0 };
  const recent = useQuery({ queryKey: ["cases.search", request], queryFn: () => call("cases.search", request) });
  return (
    <section aria-label={text.home.recent} className="home-card">
      <h2>{text.home.recent}</h2>
      {recent.error ? <ErrorNotice error={recent.error} onRetry={() => void recent.refetch()} /> : null}
      {recent.data?.rows.length === 0 ? <p className="quiet">{text.home.noRecent}</p> : null}
      <ul className="home-list">
        {recent.data?.rows.map((row) => (
          <li key={row.id}>
            <Link to="/cases/$caseId" params={{ caseId: row.id }} search={{}} className="home-row">
              <span className="home-row-words">
                <strong>{row.name}</strong>
                <span>{row.matterTitle}</span>
              </span>
              <CaseStateMark of={row} />
              <span className="home-row-side tabular">
                {row.receiptNumber ?? shownIdentity(row)}
                <small>{dayAndTime(row.updatedAt)}</small>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {recent.data && recent.data.total > RECENT ? (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={() => void navigate({ to: "/cases", search: { text: "", state: null, page: 1 } })}
        >
          {text.home.allCases}
        </Button>
      ) : null}
    </section>
  );
}
