import { Button, Group, Loader, SegmentedControl, Select, Stack, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { MOVES, type Move } from "../../src-shared/contract/counter.ts";
import type { ComparableMatter } from "../../src-shared/contract/counter.ts";
import type { FactInput, FactInputs, Question } from "../../src-shared/domain/facts.ts";
import { MOVE_LABELS } from "../../src-shared/text/labels.ts";
import { evaluableFacts } from "../counter/questions/answers.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { Sides } from "./sides.tsx";
import { SheetDialog } from "./sheet-dialog.tsx";
import { text } from "./text.ts";
import { useComparable, useComparison, type ComparisonRequest } from "./use-comparison.ts";

/** Whose answers are compared: of a form as it stands, or of a saved case. */
export interface CompareSubject {
  readonly matter: string;
  readonly asOf: string;
  readonly facts: FactInputs;
  readonly name: string;
}

const NO_QUESTIONS: readonly Question[] = [];

/** The same person under another city's rules, beside each other. For advice: nothing is stored. */
export function CompareDialog({ subject, onClose }: { readonly subject: CompareSubject; readonly onClose: () => void }) {
  const { matter, asOf, facts, name } = subject;
  const comparable = useComparable(matter);
  const [chosen, setChosen] = useState<string | null>(null);
  // nothing is compared unasked but the same transaction
  const other = chosen ?? comparable.data?.find(({ same }) => same)?.id ?? null;
  const [move, setMove] = useState<Move>("moved");
  const [typed, setTyped] = useState<FactInputs>({});
  const [editing, setEditing] = useState<string | null>(null);
  const [sheet, setSheet] = useState<ComparisonRequest | null>(null);
  const [questions, setQuestions] = useState(NO_QUESTIONS);

  const request =
    other === null ? null : { matter, asOf, facts, other, otherFacts: evaluableFacts(typed, questions, null), move };
  const found = useComparison(request);
  const asked = found.data?.other.evaluation.questions;
  if (asked !== undefined && asked !== questions) setQuestions(asked);

  const choose = (next: string | null): void => {
    setChosen(next);
    setTyped({});
  };
  const onAnswer = (id: string, value: FactInput | undefined, typing: boolean): void => {
    setEditing(typing ? id : null);
    setTyped(({ [id]: _old, ...others }) => (value === undefined ? others : { ...others, [id]: value }));
  };
  const print = (): void => setSheet(found.data === undefined ? null : request);

  return (
    <Dialog
      title={text.title}
      onClose={onClose}
      fullScreen
      commands={[{ id: "print-comparison", label: text.print, key: "F10", run: print, disabled: found.data === undefined }]}
    >
      <Stack gap="xs">
        <Group gap="md" wrap="nowrap">
          <Select
            w={330}
            flex="0 1 auto"
            aria-label={text.with}
            data-autofocus
            searchable
            openOnFocus={false}
            placeholder={text.choose}
            allowDeselect={false}
            nothingFoundMessage={text.nothing}
            data={choices(comparable.data ?? [])}
            value={other}
            onChange={choose}
          />
          <SegmentedControl
            flex="none"
            aria-label={text.move}
            value={move}
            onChange={setMove}
            data={MOVES.map((value) => ({ value, label: MOVE_LABELS[value] }))}
          />
          <Text fz="xs" c="var(--ink-2)" flex={1} miw={0}>
            <Text component="strong" inherit c="var(--bad)" fw={700} mr={10}>
              {text.warning}
            </Text>
            {text.lead}
          </Text>
          <Button
            flex="none"
            disabled={found.data === undefined}
            leftSection={<IconPrinter size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F10" />}
            onClick={print}
          >
            {text.print}
          </Button>
        </Group>
        {comparable.error ? <ErrorNotice error={comparable.error} onRetry={() => void comparable.refetch()} /> : null}
        {comparable.data?.length === 0 ? (
          <Text size="sm" c="dimmed">
            {text.none}
          </Text>
        ) : null}
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {found.data === undefined ? (
          other === null || found.error ? null : (
            <Loader />
          )
        ) : (
          <Sides comparison={found.data} typed={typed} editing={editing} stale={found.stale} onAnswer={onAnswer} />
        )}
      </Stack>
      {sheet === null ? null : <SheetDialog request={sheet} name={name} onClose={() => setSheet(null)} />}
    </Dialog>
  );
}

/** The same transaction of every city first, then city by city. */
function choices(matters: readonly ComparableMatter[]) {
  const groups = Map.groupBy(matters, ({ same, cityTitle }) => (same ? text.same : cityTitle));
  return [...groups].map(([group, members]) => ({
    group,
    items: members.map(({ id, cityTitle, title }) => ({ value: id, label: text.side(cityTitle, title) })),
  }));
}
