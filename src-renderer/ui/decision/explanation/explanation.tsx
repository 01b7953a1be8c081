import { Badge, Box, Button, Group, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useMemo, useRef, useState, type KeyboardEvent } from "react";
import type { Citation, Decision, FigureUsed, Step } from "../../../../src-shared/domain/decision.ts";
import { FIGURE_GRADE_LABELS, STEP_KIND_LABELS } from "../../../../src-shared/text/labels.ts";
import { PolicyLink, tableLine, type PolicyTarget } from "../../policy-link.tsx";
import { Facts } from "../../page/facts.tsx";
import { Citations } from "./citations.tsx";
import { allPaths, explanationRoots, visibleLines, type VisibleLine } from "./explanation-model.ts";
import { text } from "../text.ts";
import classes from "./explanation.module.css";

/** What stands in the policy library and can be opened there. */
const FROM_POLICY: ReadonlySet<Step["kind"]> = new Set(["figure", "table", "reading"]);

/** A tree by keyboard as in WAI-ARIA: arrows move, open and close; opening a line shows all that stands behind it. */
export function Explanation({
  decision,
  open,
  onOpenChange,
}: {
  readonly decision: Decision;
  readonly open: ReadonlySet<string>;
  readonly onOpenChange: (open: ReadonlySet<string>) => void;
}) {
  const roots = useMemo(() => explanationRoots(decision), [decision]);
  const lines = visibleLines(decision.steps, roots, open);
  const citations = useMemo(() => new Map(decision.citations.map((citation) => [citation.id, citation])), [decision]);
  const [focused, setFocused] = useState<string | null>(null);
  const tree = useRef<HTMLDivElement>(null);
  const current = lines.some((line) => line.path === focused) ? focused : (lines[0]?.path ?? null);

  const toggle = (path: string, wanted: boolean): void => {
    const next = new Set(open);
    if (wanted) next.add(path);
    else next.delete(path);
    onOpenChange(next);
  };
  const focus = (path: string | null | undefined): void => {
    if (path === null || path === undefined) return;
    setFocused(path);
    tree.current?.querySelector<HTMLElement>(`[data-path="${path}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, line: VisibleLine, at: number): void => {
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focus(lines[at + 1]?.path),
      ArrowUp: () => focus(lines[at - 1]?.path),
      ArrowRight: () =>
        line.open ? focus(lines[at + 1]?.parent === line.path ? lines[at + 1]?.path : null) : toggle(line.path, true),
      ArrowLeft: () => (line.open ? toggle(line.path, false) : focus(line.parent)),
      Home: () => focus(lines[0]?.path),
      End: () => focus(lines.at(-1)?.path),
      Enter: () => toggle(line.path, !line.open),
      " ": () => toggle(line.path, !line.open),
    };
    const act = acts[event.key];
    if (!act || event.target !== event.currentTarget) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  if (roots.length === 0) return null;
  return (
    <>
      <Group gap={4} mb={4} wrap="nowrap">
        <Text fz={12} c="dimmed" flex={1}>
          {text.explanation.lead}
        </Text>
        <Button variant="subtle" size="compact-xs" onClick={() => onOpenChange(allPaths(decision.steps, roots))}>
          {text.explanation.openAll}
        </Button>
        <Button variant="subtle" size="compact-xs" onClick={() => onOpenChange(new Set())}>
          {text.explanation.closeAll}
        </Button>
      </Group>
      <div role="tree" aria-label={text.regions.explanation} ref={tree}>
        {lines.map((line, at) => (
          <Box
            key={line.path}
            pl={18 * Math.min(line.depth, 6)}
            data-path={line.path}
            role="treeitem"
            aria-level={line.depth + 1}
            aria-expanded={line.open}
            aria-selected={line.path === current}
            aria-label={`${line.title} ${line.step.display}`}
            tabIndex={line.path === current ? 0 : -1}
            onFocus={() => setFocused(line.path)}
            onKeyDown={(event) => onKeyDown(event, line, at)}
          >
            <div className={classes.row} onClick={() => toggle(line.path, !line.open)} role="presentation">
              {line.open ? <IconChevronDown size={16} aria-hidden /> : <IconChevronRight size={16} aria-hidden />}
              <Text span fz="sm" {...(line.depth === 0 ? { fw: 600 } : {})}>
                {line.title}
              </Text>
              <Badge
                variant="light"
                color={FROM_POLICY.has(line.step.kind) ? "pine" : "gray"}
                size="sm"
                fz={12}
                fw={400}
                px={5}
                flex="none"
              >
                {STEP_KIND_LABELS[line.step.kind]}
              </Badge>
              <Text span fz="sm" fw={600} ta="right" pl="sm" ml="auto" className="tabular">
                {line.step.display}
              </Text>
            </div>
            {line.open ? <Detail line={line} citations={citations} /> : null}
          </Box>
        ))}
      </div>
    </>
  );
}

function Detail({ line, citations }: { readonly line: VisibleLine; readonly citations: ReadonlyMap<string, Citation> }) {
  const { step } = line;
  const cited = step.citations.map((id) => citations.get(id)).filter((citation) => citation !== undefined);
  return (
    <div className={classes.detail}>
      {line.title === step.title ? null : <p>{step.title}</p>}
      {step.formula === "" ? null : (
        <Facts>
          <dt>{text.explanation.formula}</dt>
          <dd>{step.formula}</dd>
          {step.filled === "" ? null : (
            <>
              <dt>{text.explanation.filled}</dt>
              <dd className="tabular">
                <strong>{step.filled}</strong>
              </dd>
            </>
          )}
        </Facts>
      )}
      <SourceLink step={step} />
      {step.figure === null ? null : <FigureCard figure={step.figure} />}
      {cited.length === 0 ? null : <Citations citations={cited} />}
    </div>
  );
}

/** A leaf of the explanation, opened where it stands in the policy library: the value in force, the row that fits. */
function SourceLink({ step }: { readonly step: Step }) {
  const target: PolicyTarget | null = step.figure
    ? { kind: "figure", id: step.figure.id, line: step.figure.from }
    : step.row
      ? { kind: "table", id: step.row.table, line: tableLine(step.row.index) }
      : step.kind === "reading"
        ? { kind: "reading", id: step.key }
        : null;
  if (target === null) return null;
  return (
    <p>
      <PolicyLink {...target}>{text.explanation.open(step.title)}</PolicyLink>
    </p>
  );
}

function FigureCard({ figure }: { readonly figure: FigureUsed }) {
  return (
    <Facts>
      <dt>{text.explanation.valid}</dt>
      <dd className="tabular">{text.explanation.until(figure.from, figure.to)}</dd>
      <dt>{text.explanation.document}</dt>
      <dd>{figure.document}</dd>
      <dt>{text.explanation.grade}</dt>
      <dd>{FIGURE_GRADE_LABELS[figure.grade]}</dd>
      <dt>{text.explanation.checked}</dt>
      <dd className="tabular">{figure.checked}</dd>
      {figure.note === "" ? null : (
        <>
          <dt>{text.explanation.note}</dt>
          <dd>{figure.note}</dd>
        </>
      )}
    </Facts>
  );
}
