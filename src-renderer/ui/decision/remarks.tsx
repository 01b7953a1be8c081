/** What stands beside the result: notices, readings, conflicts between sources. */
import { Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { Citation, Conflict, Notice, ReadingUsed } from "../../../src-shared/domain/decision.ts";
import type { ReadingSpan } from "../../../src-shared/domain/span.ts";
import { SignedLine } from "../page/signed-line.tsx";
import { PolicyLink } from "../policy-link.tsx";
import { Span } from "./coverage/span.tsx";
import { Sources } from "./explanation/sources.tsx";
import { text } from "./text.ts";
import classes from "./remarks.module.css";

type CitationMap = ReadonlyMap<string, Citation>;

export function Notices({ notices, citations }: { readonly notices: readonly Notice[]; readonly citations: CitationMap }) {
  return (
    <ul>
      {notices.map((notice) => (
        <SignedLine
          key={notice.id}
          {...(notice.level === "warning"
            ? { icon: IconAlertTriangle, colour: "var(--warn)" }
            : { icon: IconInfoCircle, colour: "var(--accent)" })}
        >
          {notice.text} <Sources ids={notice.citations} citations={citations} />
        </SignedLine>
      ))}
    </ul>
  );
}

export function Readings({
  readings,
  citations,
  span = null,
}: {
  readonly readings: readonly ReadingUsed[];
  readonly citations: CitationMap;
  readonly span?: ReadingSpan | null;
}) {
  return (
    <>
      {span === null ? null : <Span span={span} />}
      <ul className={classes.readings}>
        {readings.map((reading) => (
          <li key={reading.id}>
            <Text fz="sm" fw={600}>
              <PolicyLink kind="reading" id={reading.id}>
                {reading.question}
              </PolicyLink>
            </Text>
            <p>
              <small className="quiet">{text.readings.chosen}</small> <strong>{reading.chosenTitle}</strong>
            </p>
            {reading.alternatives.length === 0 ? null : (
              <Text size="sm" c="dimmed">
                <small className="quiet">{text.readings.others}</small>{" "}
                {reading.alternatives.map((option) => option.title).join("；")}
              </Text>
            )}
            <Sources ids={reading.citations} citations={citations} />
          </li>
        ))}
      </ul>
    </>
  );
}

export function Conflicts({
  conflicts,
  citations,
}: {
  readonly conflicts: readonly Conflict[];
  readonly citations: CitationMap;
}) {
  return (
    <ul className={classes.readings}>
      {conflicts.map((conflict) => (
        <li key={conflict.id}>
          <Text fz="sm" fw={600}>
            <PolicyLink kind="conflict" id={conflict.id}>
              {conflict.title}
            </PolicyLink>
          </Text>
          <p>
            <small className="quiet">{text.conflicts.used}</small> <strong>{conflict.used}</strong>
          </p>
          <Text size="sm" c="dimmed">
            <small className="quiet">{text.conflicts.other}</small> {conflict.other}
          </Text>
          <Text size="sm" c="dimmed">
            <small className="quiet">{text.conflicts.why}</small> {conflict.why}
          </Text>
          <Sources ids={conflict.citations} citations={citations} />
        </li>
      ))}
    </ul>
  );
}
