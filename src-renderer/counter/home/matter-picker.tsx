import {
  Alert,
  Badge,
  Group,
  Paper,
  SegmentedControl,
  Stack,
  Text,
  TextInput,
  Title,
  UnstyledButton,
  VisuallyHidden,
} from "@mantine/core";
import { IconDatabaseExclamation, IconSearch } from "@tabler/icons-react";
import { Fragment, useEffect, useRef, useState, type KeyboardEvent } from "react";
import type { ElsewhereView, MatterSummary, OfferedMatter } from "../../../src-shared/contract/policy.ts";
import { useSession } from "../../app/session/session.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { focusWhenFree } from "../../ui/focus.ts";
import { ElsewhereDialog } from "../elsewhere/dialog.tsx";
import { matchElsewhere } from "../elsewhere/match.ts";
import { useElsewhere, useFaultyMatters, useMatters, useStartForm } from "./matters.ts";
import { text } from "../text.ts";
import classes from "./matter-picker.module.css";

const ALL = "";

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

/** What can be begun; and of what is sought and not done here, where to go. */
export function MatterPicker() {
  const session = useSession();
  const matters = useMatters();
  const start = useStartForm();
  const cities = (session.office?.cities ?? []).flatMap((id) => session.cities.filter((city) => city.id === id));
  const several = cities.length > 1;
  const [city, setCity] = useState<string | null>(null);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const filter = useRef<HTMLInputElement>(null);
  const elsewhere = useElsewhere();
  const faulty = useFaultyMatters();
  const [asked, setAsked] = useState<ElsewhereView | null>(null);
  const found = matchMatters(matters.data ?? [], city, words);
  const others = matchElsewhere(elsewhere.data ?? [], city, words);
  const rows = found.length + others.length;
  const chosen = Math.min(at, rows - 1);
  const chosenOther = others[chosen - found.length];
  // whoever types and presses Enter before the list has come means the first one of it
  const [entered, setEntered] = useState(false);
  const first = found[0]?.id;

  useEffect(() => focusWhenFree(() => filter.current), []);
  useEffect(() => {
    if (!entered || matters.data === undefined) return;
    setEntered(false);
    if (first !== undefined) start(first);
  }, [entered, matters.data, first, start]);
  const closeAnswer = (): void => {
    setAsked(null);
    filter.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const byNumber = words === "" && /^[1-9]$/.test(event.key) ? found[Number(event.key) - 1] : undefined;
    if (byNumber) {
      event.preventDefault();
      start(byNumber.id);
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt(Math.max(0, Math.min(rows - 1, chosen + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && matters.data === undefined) {
      event.preventDefault();
      setEntered(true);
    } else if (event.key === "Enter" && found[chosen]) {
      event.preventDefault();
      start(found[chosen].id);
    } else if (event.key === "Enter" && chosenOther) {
      event.preventDefault();
      setAsked(chosenOther);
    }
  };

  return (
    <Paper component="section" withBorder px={20} py="md" aria-label={text.home.title} className={classes.picker}>
      <Group gap={18}>
        <Title order={1} fz="xl">
          {text.home.title}
        </Title>
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
      </Group>
      <TextInput
        ref={filter}
        my={12}
        maw={480}
        aria-label={text.home.filter}
        placeholder={text.home.filterPlaceholder}
        leftSection={<IconSearch size={17} aria-hidden />}
        value={words}
        maxLength={40}
        autoComplete="off"
        aria-controls="matters"
        aria-activedescendant={found[chosen] ? `matter-${found[chosen].id}` : chosenOther ? rowOf(chosenOther) : undefined}
        onChange={(event) => {
          setWords(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      {faulty.data === undefined || faulty.data.length === 0 ? null : (
        <Alert color="red" icon={<IconDatabaseExclamation size={18} aria-hidden />}>
          {text.home.faulty(faulty.data.map(({ title }) => title))}
        </Alert>
      )}
      {elsewhere.error ? <ErrorNotice error={elsewhere.error} onRetry={() => void elsewhere.refetch()} /> : null}
      {matters.error ? <ErrorNotice error={matters.error} onRetry={() => void matters.refetch()} /> : null}
      <ul id="matters" className={classes.matters} aria-label={text.home.title}>
        {found.map((matter, index) => (
          <Fragment key={matter.id}>
            {several && found[index - 1]?.city !== matter.city ? (
              <li className={classes.city} data-part="city">
                {matter.cityTitle}
              </li>
            ) : null}
            <li>
              <UnstyledButton
                id={`matter-${matter.id}`}
                data-part="matter"
                className={classes.matter}
                data-chosen={index === chosen || undefined}
                onClick={() => start(matter.id)}
                onFocus={() => setAt(index)}
                onKeyDown={(event) => event.key !== "Enter" && onKeyDown(event)}
              >
                <span className={classes.number} aria-hidden>
                  {index < 9 ? index + 1 : ""}
                </span>
                <Words city={several ? matter.cityTitle : null} title={matter.title} about={matter.summary} />
                <MissingMark figures={matter.missingFigures} />
              </UnstyledButton>
            </li>
          </Fragment>
        ))}
        {others.length === 0 ? null : <li className={classes.city}>{text.elsewhere.list}</li>}
        {others.map((business, index) => (
          <li key={rowOf(business)}>
            <UnstyledButton
              id={rowOf(business)}
              className={classes.matter}
              data-chosen={found.length + index === chosen || undefined}
              onClick={() => setAsked(business)}
              onFocus={() => setAt(found.length + index)}
              onKeyDown={(event) => event.key !== "Enter" && onKeyDown(event)}
            >
              <span />
              <Words title={several ? `${business.cityTitle} · ${business.title}` : business.title} about={business.where} />
              <Badge component="span" variant="default">
                {text.elsewhere.mark}
              </Badge>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      {matters.data !== undefined && rows === 0 ? (
        <Text size="sm" c="dimmed">
          {words === "" ? text.home.noMatters : text.home.none}
        </Text>
      ) : null}
      <Text fz="xs" c="dimmed" pt={10}>
        {text.home.hint}
      </Text>
      {asked === null ? null : <ElsewhereDialog business={asked} onStart={start} onClose={closeAnswer} />}
    </Paper>
  );
}

const Words = ({
  city = null,
  title,
  about,
}: {
  /** Stands over the matter: said with it where one only hears. */
  readonly city?: string | null;
  readonly title: string;
  readonly about: string;
}) => (
  <Stack component="span" gap={0}>
    <Text span fw={600} pos="relative" data-part="title">
      {city === null ? null : <VisuallyHidden>{city} · </VisuallyHidden>}
      {title}
    </Text>
    <Text span fz="xs" c="var(--ink-2)">
      {about}
    </Text>
  </Stack>
);

const rowOf = ({ city, id }: ElsewhereView): string => `elsewhere-${city}-${id}`;

/** Not every case of the matter needs the figure; the mark says that some do. */
function MissingMark({ figures }: { readonly figures: OfferedMatter["missingFigures"] }) {
  if (figures.length === 0) return null;
  return (
    <Badge
      component="span"
      variant="light"
      color="yellow"
      bd="1px solid #d9b566"
      fz={12}
      title={text.home.missing(figures)}
      leftSection={<IconDatabaseExclamation size={14} stroke={1.8} aria-hidden />}
    >
      {text.home.missingMark}
    </Badge>
  );
}
