import { Group, Stack, Text } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import type { Amount, Decision, Option } from "../../../src-shared/domain/decision.ts";
import { Amounts } from "./amounts/amounts.tsx";
import { spanOf, type DrawnMonths } from "./coverage/coverage-model.ts";
import { CoverageStrip } from "./coverage/coverage-strip.tsx";
import { GroupedAmountsTable } from "./amounts/grouped-amounts.tsx";
import { KeyDates } from "./coverage/key-dates.tsx";
import { text } from "./text.ts";
import classes from "./options.module.css";

/** Drawn for half the width of the result. */
const CARD_STRIP_WIDTH = 300;

/** The way that the decision itself reckons with: its amounts and dates are those of the decision. */
const isReckoned = (option: Option, { amounts, dates }: Pick<Decision, "amounts" | "dates">): boolean =>
  option.amounts.length + option.dates.length > 0 &&
  JSON.stringify([option.amounts, option.dates]) === JSON.stringify([amounts, dates]);

/** The rest stands among the amounts of the decision. */
const dueOnly = ({ amounts }: Option): readonly Amount[] => amounts.filter((amount) => amount.role === "due");

/** The lawful ways side by side, each with its amounts, dates and months. */
export function Options({
  decision,
  onExplain,
  axis = spanOf(decision.options.map(({ coverage }) => coverage)) ?? undefined,
}: {
  readonly decision: Decision;
  /** Beside another decision the months of both; alone those of all ways, so that they can be compared. */
  readonly axis?: DrawnMonths | undefined;
  readonly onExplain: ((step: number) => void) | null;
}) {
  return (
    <div className={classes.options}>
      {decision.options.map((option) => {
        const reckoned = isReckoned(option, decision);
        return (
          <article key={option.id} className={classes.option} {...(reckoned ? { "data-reckoned": true } : {})}>
            <Group justify="space-between" align="baseline" gap={8}>
              <Text component="h4" fz="md" fw={700}>
                {option.title}
              </Text>
              {reckoned ? (
                <Group component="span" gap={3} fz="xs" fw={600} c="var(--accent)">
                  <IconCheck size={14} stroke={2.4} aria-hidden />
                  {text.reckoned}
                </Group>
              ) : null}
            </Group>
            <p>{option.text}</p>
            <div>
              {option.coverage.length > 0 ? (
                <CoverageStrip coverage={option.coverage} width={CARD_STRIP_WIDTH} axis={axis} />
              ) : null}
            </div>
            <Stack gap={8}>
              <Amounts amounts={reckoned ? dueOnly(option) : option.amounts} onExplain={onExplain} compact />
              {reckoned ? null : <GroupedAmountsTable amounts={option.amounts} onExplain={onExplain} />}
              {option.dates.length > 0 ? <KeyDates dates={option.dates} onExplain={onExplain} narrow /> : null}
            </Stack>
          </article>
        );
      })}
    </div>
  );
}
