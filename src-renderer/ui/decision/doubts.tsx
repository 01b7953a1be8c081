import { Paper, Text } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import type { Assumption, Decision } from "../../../src-shared/domain/decision.ts";
import { standingOfCondition } from "../../../src-shared/domain/decision.ts";
import { assumedAs } from "../../../src-shared/text/labels.ts";
import { text } from "./text.ts";
import { SignedLine } from "../page/signed-line.tsx";
import { TextButton } from "../page/text-button.tsx";

/** Open questions with what they are counted as; `onGoTo` leads to the question. */
export function Assumed({
  assumed,
  onGoTo = null,
}: {
  readonly assumed: readonly Assumption[];
  readonly onGoTo?: ((fact: string) => void) | null;
}) {
  return (
    <ul>
      {assumed.map(({ fact, title, display }) => (
        <SignedLine key={fact} icon={IconHelpCircle} colour="var(--warn)">
          {onGoTo === null ? <strong>{title}</strong> : <TextButton onClick={() => onGoTo(fact)}>{title}</TextButton>}
          <Text span fz="sm" ml={6} c="var(--warn)" className="tabular">
            {assumedAs(display)}
          </Text>
        </SignedLine>
      ))}
    </ul>
  );
}

/** For whoever fixes or judges a result: all that it rests on without being known. */
export function Doubts({ decision }: { readonly decision: Decision }) {
  const { assumed = [] } = decision;
  const unknown = decision.conditions.filter((condition) => standingOfCondition(condition) === "unknown");
  if (assumed.length === 0 && unknown.length === 0) return null;
  return (
    <Paper component="section" bg="var(--warn-soft)" bd="1px solid #d9b566" px="sm" py={8} aria-label={text.doubts}>
      <Text component="h3" fz="sm" fw={700}>
        {text.doubts}
      </Text>
      <Assumed assumed={assumed} />
      <ul>
        {unknown.map(({ id, title, actual }) => (
          <SignedLine key={id} icon={IconHelpCircle} colour="var(--warn)">
            <strong>{title}</strong>
            <Text span fz="sm" ml={6} c="var(--warn)">
              {actual}
            </Text>
          </SignedLine>
        ))}
      </ul>
    </Paper>
  );
}
