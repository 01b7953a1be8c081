import { Badge, Text } from "@mantine/core";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import type { ReviewView } from "../../src-shared/contract/review.ts";
import { Finding } from "../ui/page/finding.tsx";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { DifferenceList } from "../ui/page/difference-list.tsx";

interface Difference {
  readonly label: string;
  readonly title: string;
  readonly before: string;
  readonly now: string;
}

/** Why a second person has to look, in the words of the office's rule. */
export function Why({ view }: { readonly view: ReviewView }) {
  return (
    <Card title={text.page.why}>
      <p>{view.why}</p>
    </Card>
  );
}

/** What the maker saw against what the same facts give now. */
export function Changes({ view }: { readonly view: ReviewView }) {
  const { changes, resultChanged } = view;
  const words = changes.length === 0 ? text.page.noChanges : resultChanged ? text.page.resultChanged : text.page.dataChanged;
  const Icon = resultChanged ? IconAlertTriangle : IconCircleCheck;
  return (
    <Card title={text.page.changes}>
      <Finding tone={resultChanged ? "bad" : "good"} icon={Icon}>
        {words}
      </Finding>
      <Differences rows={changes.map(({ kind, title, before, now }) => ({ label: text.page.kinds[kind], title, before, now }))} />
    </Card>
  );
}

/** What the maker has changed since the version before. */
export function SinceLastVersion({ view }: { readonly view: ReviewView }) {
  const { sinceLastVersion, version } = view;
  return (
    <Card title={text.page.sinceLast}>
      {version === 1 ? (
        <Text size="sm" c="dimmed">
          {text.page.firstVersion}
        </Text>
      ) : sinceLastVersion.length === 0 ? (
        <Text size="sm" c="dimmed">
          {text.page.noDifference}
        </Text>
      ) : null}
      <Differences rows={sinceLastVersion.map((difference) => ({ label: "", ...difference }))} />
    </Card>
  );
}

function Differences({ rows }: { readonly rows: readonly Difference[] }) {
  if (rows.length === 0) return null;
  return (
    <DifferenceList>
      {rows.map((row, at) => (
        // oxlint-disable-next-line react/no-array-index-key -- two parts of a result may bear one title; the list never changes in place
        <li key={at}>
          <strong>
            {row.label === "" || row.label === row.title ? null : (
              <Badge component="span" variant="outline" color="gray" size="sm" mr={6}>
                {row.label}
              </Badge>
            )}
            {row.title}
          </strong>
          <div>
            <small>{text.page.before}</small>
            <del>{row.before === "" ? text.page.nothing : row.before}</del>
          </div>
          <div>
            <small>{text.page.now}</small>
            <ins>{row.now === "" ? text.page.nothing : row.now}</ins>
          </div>
        </li>
      ))}
    </DifferenceList>
  );
}
