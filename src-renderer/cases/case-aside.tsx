import { Button, Group, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { CaseEventView, PaperView } from "../../src-shared/domain/case.ts";
import { CASE_EVENT_LABELS } from "../../src-shared/text/labels.ts";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { Lines } from "../ui/page/lines.tsx";
import { FileLine } from "./file-line.tsx";

export function Papers({
  papers,
  onOpen,
  onPrint,
}: {
  readonly papers: readonly PaperView[];
  readonly onOpen: (id: string) => void;
  /** `null` for those who only read. */
  readonly onPrint: ((id: string) => void) | null;
}) {
  const newest = Math.max(...papers.map((paper) => paper.version));
  return (
    <Card title={text.page.papers} tools={papers.length > 0 && onPrint !== null ? <KeyHint name="F10" /> : null}>
      {papers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noPapers}
        </Text>
      ) : null}
      <Lines>
        {papers
          .toSorted((a, b) => b.version - a.version)
          .map((paper) => (
            <FileLine
              key={paper.id}
              title={paper.title}
              about={`${paper.version > 0 ? `${text.page.version(paper.version)} ` : ""}${text.page.printed(paper.timesPrinted)}`}
              act={text.page.open}
              onOpen={() => onOpen(paper.id)}
            >
              {onPrint === null ? null : (
                <Button
                  size="compact-sm"
                  variant={paper.timesPrinted === 0 && paper.version === newest ? "filled" : "default"}
                  leftSection={<IconPrinter size={16} aria-hidden />}
                  aria-label={text.page.printOf(paper.title)}
                  onClick={() => onPrint(paper.id)}
                >
                  {paper.timesPrinted === 0 ? text.page.print : text.page.reprint}
                </Button>
              )}
            </FileLine>
          ))}
      </Lines>
    </Card>
  );
}

/** What has happened, newest first; each line carries the start of its link in the hash chain. */
export function Events({ events }: { readonly events: readonly CaseEventView[] }) {
  return (
    <Card title={text.page.events}>
      <Lines component="ol">
        {events.toReversed().map((event) => (
          <Group key={event.sequence} component="li" gap="xs" align="flex-start" wrap="nowrap">
            <Text span size="sm" c="dimmed" ta="right" w="1.8em" flex="none" className="tabular">
              {event.sequence}
            </Text>
            <div>
              <strong>{CASE_EVENT_LABELS[event.kind]}</strong> {event.summary}
              <Text size="xs" c="dimmed" className="tabular">
                {dayAndTime(event.at)} {event.clerk}{" "}
                <span className="mono" title={`${text.page.hash} ${event.hash}`}>
                  {event.hash.slice(0, 8)}
                </span>
              </Text>
            </div>
          </Group>
        ))}
      </Lines>
    </Card>
  );
}
