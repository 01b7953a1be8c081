import { Group, Text, UnstyledButton } from "@mantine/core";
import { useMemo, useRef, useState, type ReactNode } from "react";
import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import { natureOf, type Decision } from "../../../src-shared/domain/decision.ts";
import type { ReadingSpan } from "../../../src-shared/domain/span.ts";
import { Facts } from "../page/facts.tsx";
import { PolicyCity } from "../policy-link.tsx";
import { Amounts } from "./amounts/amounts.tsx";
import { Conditions } from "./conditions.tsx";
import { CoverageStrip } from "./coverage/coverage-strip.tsx";
import { Assumed } from "./doubts.tsx";
import { Explanation } from "./explanation/explanation.tsx";
import { GroupedAmountsTable } from "./amounts/grouped-amounts.tsx";
import { History } from "./history-used.tsx";
import { KeyDates } from "./coverage/key-dates.tsx";
import { materialStates, type Promising } from "./materials/materials-model.ts";
import { Materials, MaterialsToBring } from "./materials/materials.tsx";
import { MissingFigures, type FigureEntryType } from "./missing-figures.tsx";
import { NextMatters, type OpenMatter } from "./next-matters.tsx";
import { Options } from "./options.tsx";
import { OutcomeMark, outcomeLook } from "./outcome-mark.tsx";
import { Conflicts, Notices, Readings } from "./remarks.tsx";
import { Sections } from "./sections.tsx";
import { StandingBanner } from "./standing-banner.tsx";
import { text } from "./text.ts";
import classes from "./decision-view.module.css";

interface Part {
  readonly id: string;
  readonly title: string;
  readonly aside?: string;
  readonly body: ReactNode;
}

/** A whole decision, live at the counter or as stored in a case. Knows no matter and no city. */
export function DecisionView({
  decision,
  ticks,
  onTick,
  promising = null,
  FigureEntry = null,
  status = null,
  onOpenMatter = null,
  onGoTo = null,
  span = decision.span ?? null,
}: {
  readonly decision: Decision;
  readonly ticks: readonly MaterialTick[];
  /** Without it the checklist is read only. */
  readonly onTick: ((tick: MaterialTick) => void) | null;
  /** What may be brought later on a promise. */
  readonly promising?: Promising | null;
  /** How to enter a missing figure on the spot, for those who may. */
  readonly FigureEntry?: FigureEntryType | null;
  /** Stands beside the outcome, e.g. that a newer result is on its way. */
  readonly status?: ReactNode;
  /** Goes on with another matter for the same person. */
  readonly onOpenMatter?: OpenMatter | null;
  /** Leads to a question of the form beside the decision. */
  readonly onGoTo?: ((fact: string) => void) | null;
  /** Where it is asked for apart from the decision. */
  readonly span?: ReadingSpan | null;
}) {
  const citations = useMemo(() => new Map(decision.citations.map((citation) => [citation.id, citation])), [decision]);
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const view = useRef<HTMLDivElement>(null);

  const goTo = (id: string): void => view.current?.querySelector(`[data-part="${id}"]`)?.scrollIntoView({ block: "start" });
  const explain = (step: number): void => {
    setOpen((before) => new Set(before).add(String(step)));
    requestAnimationFrame(() => {
      const line = view.current?.querySelector<HTMLElement>(`[data-path="${step}"]`);
      line?.focus({ preventScroll: true });
      line?.scrollIntoView({ block: "center" });
    });
  };

  const nature = natureOf(decision);
  const words = text.ofNature[nature];
  const collects = nature === "transaction";
  const must = materialStates(decision.materials, ticks).filter((state) => state.material.need === "must");
  const received = must.filter((state) => state.complete).length;
  const parts: Part[] = [];
  const add = (id: keyof typeof text.regions, body: ReactNode, aside?: string): void => {
    parts.push({ id, title: words[id] ?? text.regions[id], body, ...(aside === undefined ? {} : { aside }) });
  };
  if (decision.missingFigures.length > 0)
    add("missing", <MissingFigures missing={decision.missingFigures} Entry={FigureEntry} />);
  const { assumed = [] } = decision;
  if (assumed.length > 0) add("assumed", <Assumed assumed={assumed} onGoTo={onGoTo} />);
  const addSections = (): void => {
    if (decision.sections.length > 0) add("sections", <Sections sections={decision.sections} citations={citations} />);
  };
  const isGuidance = outcomeLook(decision) === "guidance" && decision.amounts.length === 0;
  if (isGuidance) addSections();
  const addOptions = (): void => {
    if (decision.options.length > 0) add("options", <Options decision={decision} onExplain={explain} />);
  };
  // what the person has to decide comes before what was checked
  const isChoice = decision.outcome === "choice";
  if (isChoice) addOptions();
  const addConditions = (): void => {
    if (decision.conditions.length === 0) return;
    add(
      "conditions",
      <Conditions
        conditions={decision.conditions}
        citations={citations}
        onExplain={explain}
        remediesTitle={collects ? text.remedies : text.consultationRemedies}
      />,
    );
  };
  // to somebody turned away the first thing to say is why, and what would turn it
  const isTurned = decision.outcome === "refused" || decision.outcome === "not-yet";
  if (isTurned) addConditions();
  if (decision.amounts.length > 0) {
    // what is to be paid comes first; what is only worth knowing, after the shares that it rests on
    const owes = decision.amounts.some(({ role }) => role === "due");
    const ungrouped = <Amounts amounts={decision.amounts} onExplain={explain} />;
    add(
      "amounts",
      <>
        {owes ? ungrouped : null}
        <GroupedAmountsTable amounts={decision.amounts} onExplain={explain} />
        {owes ? null : ungrouped}
      </>,
    );
  }
  if (!isGuidance) addSections();
  // what has to be brought is the only thing that the clerk, too, has to do with
  const where = decision.place === "" && decision.timeLimit === "" ? null : <PlaceAndTime decision={decision} />;
  if (decision.materials.length > 0 || collects) {
    add(
      "materials",
      <>
        {collects ? (
          <Materials materials={decision.materials} ticks={ticks} citations={citations} onTick={onTick} promising={promising} />
        ) : (
          <MaterialsToBring materials={decision.materials} citations={citations} />
        )}
        {where}
      </>,
      !collects || must.length === 0 ? undefined : text.materials.progress(received, must.length),
    );
  } else if (where !== null) add("place", where);
  if (decision.dates.length > 0) add("dates", <KeyDates dates={decision.dates} onExplain={explain} span={span} />);
  if (decision.notices.length > 0) add("notices", <Notices notices={decision.notices} citations={citations} />);
  if (!isTurned) addConditions();
  if (decision.nextMatters.length > 0) {
    add("next", <NextMatters matters={decision.nextMatters} citations={citations} onOpen={onOpenMatter} />);
  }
  if (!isChoice) addOptions();
  // The same months stand with the option that the decision reckons with.
  const drawn = decision.options.some(({ coverage }) => JSON.stringify(coverage) === JSON.stringify(decision.coverage));
  if (decision.coverage.length > 0 && !drawn) add("coverage", <CoverageStrip coverage={decision.coverage} />);
  if (decision.readings.length > 0) add("readings", <Readings readings={decision.readings} citations={citations} span={span} />);
  if (decision.conflicts.length > 0) add("conflicts", <Conflicts conflicts={decision.conflicts} citations={citations} />);
  if (decision.history !== undefined) add("history", <History history={decision.history} citations={citations} />);
  if (decision.steps.length > 0) {
    add("explanation", <Explanation decision={decision} open={open} onOpenChange={setOpen} />);
  }

  return (
    <PolicyCity value={decision.city}>
      <div ref={view}>
        <header className={classes.head} data-look={outcomeLook(decision)}>
          <Group gap="md" mih={26}>
            <OutcomeMark decision={decision} />
            {assumed.length === 0 ? null : (
              <Text span fz="xs" fw={600} c="var(--warn)">
                {text.assumedMark(assumed.length)}
              </Text>
            )}
            {status}
          </Group>
          <StandingBanner standing={decision.standing} />
          <Text component="h2" fz="lg" fw={600} lh={1.4} mt={6} c="var(--ink)">
            {decision.headline}
          </Text>
          <Group component="nav" gap="0 2px" mt={8} mx={-6} aria-label={text.jump}>
            {parts.map((part) => (
              <UnstyledButton key={part.id} fz="xs" px={7} py={5} className={classes.jump} onClick={() => goTo(part.id)}>
                {part.title}
                {part.aside === undefined ? null : (
                  <Text span fz="xs" ml={4} c="dimmed" className="tabular">
                    {part.aside}
                  </Text>
                )}
              </UnstyledButton>
            ))}
          </Group>
        </header>
        {parts.map((part) => (
          <section key={part.id} data-part={part.id} aria-label={part.title} className={classes.part}>
            <Group justify="space-between" mb={8}>
              <Text component="h3" fz="sm" fw={700} c="var(--accent)">
                {part.title}
              </Text>
              {part.aside === undefined ? null : (
                <Text span fz="sm" fw={600} c="var(--ink-2)" className="tabular">
                  {part.aside}
                </Text>
              )}
            </Group>
            {part.body}
          </section>
        ))}
        <Group component="footer" justify="space-between" px={20} pt={10} fz="xs" c="dimmed">
          <span>{text.asOf(decision.asOf)}</span>
          <span title={decision.pack.hash}>
            {text.pack(decision.pack.city, decision.pack.version, decision.pack.hash.slice(0, 12))}
          </span>
        </Group>
      </div>
    </PolicyCity>
  );
}

function PlaceAndTime({ decision: { place, timeLimit } }: { readonly decision: Decision }) {
  return (
    <Facts>
      {place === "" ? null : (
        <>
          <dt>{text.place}</dt>
          <dd>{place}</dd>
        </>
      )}
      {timeLimit === "" ? null : (
        <>
          <dt>{text.timeLimit}</dt>
          <dd>{timeLimit}</dd>
        </>
      )}
    </Facts>
  );
}
