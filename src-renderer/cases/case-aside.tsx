import { Button, Text } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import type { CaseEventView, PaperView } from "../../src-shared/domain/case.ts";
import { CASE_EVENT_LABELS } from "../../src-shared/text/labels.ts";
import { dayAndTime } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import classes from "./case-aside.module.css";
import casesClasses from "./cases.module.css";

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
    <Card aria-label={text.page.papers}>
      <h2>
        {text.page.papers} {papers.length > 0 && onPrint !== null ? <KeyHint name="F10" /> : null}
      </h2>
      {papers.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noPapers}
        </Text>
      ) : null}
      <ul className={casesClasses.papers}>
        {papers
          .toSorted((a, b) => b.version - a.version)
          .map((paper) => (
            <li key={paper.id}>
              <button
                type="button"
                className={casesClasses.paperOpen}
                aria-label={text.page.openOf(paper.title)}
                onClick={() => onOpen(paper.id)}
              >
                <strong>{paper.title}</strong>
                <span>
                  {paper.version > 0 ? text.page.version(paper.version) : ""} {text.page.printed(paper.timesPrinted)}
                </span>
              </button>
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
            </li>
          ))}
      </ul>
    </Card>
  );
}

/** What has happened, newest first; each line carries the start of its link in the hash chain. */
export function Events({ events }: { readonly events: readonly CaseEventView[] }) {
  return (
    <Card aria-label={text.page.events}>
      <h2>{text.page.events}</h2>
      <ol className={classes.events} reversed>
        {events.toReversed().map((event) => (
          <li key={event.sequence}>
            <span className={`${classes.eventNumber} tabular`}>{event.sequence}</span>
            <span className={classes.eventWords}>
              <strong>{CASE_EVENT_LABELS[event.kind]}</strong>
              {event.summary === "" ? null : <span>{event.summary}</span>}
              <small className="tabular">
                {dayAndTime(event.at)} {event.clerk}{" "}
                <span className="mono" title={`${text.page.hash} ${event.hash}`}>
                  {event.hash.slice(0, 8)}
                </span>
              </small>
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
