import { Button, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconFileExport, IconRefresh } from "@tabler/icons-react";
import { useState } from "react";
import type { DiagnosisLine } from "../../../src-shared/contract/safety.ts";
import { call } from "../../app/calls/client.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { errorText } from "../../ui/error-notice.tsx";
import { takeFile } from "../../ui/files/export.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { AdminTabs } from "../admin-links.tsx";
import { diagnosisText as text } from "./diagnosis-text.ts";
import { ListBox, PlainTable, type Column } from "../../ui/tables/row-table.tsx";
import { StateMark } from "../../ui/page/state-mark.tsx";
import { Page, PageFoot, PageHead, PageTotal } from "../../ui/page/page.tsx";
import { useCall } from "../../app/calls/queries.ts";

const ICONS = { good: IconCircleCheck, warning: IconAlertTriangle, bad: IconCircleX } as const satisfies Record<
  DiagnosisLine["state"],
  unknown
>;

const COLUMNS: readonly Column<DiagnosisLine>[] = [
  {
    id: "state",
    title: text.columns.state,
    cell: ({ state }) => {
      const Icon = ICONS[state];
      return (
        <StateMark tone={state}>
          <Icon size={18} stroke={1.8} aria-hidden />
          {text.states[state]}
        </StateMark>
      );
    },
  },
  { id: "title", title: text.columns.title, isHeading: true, cell: (line) => line.title },
  { id: "value", title: text.columns.value, wraps: true, className: "tabular", cell: (line) => line.value },
  { id: "advice", title: text.columns.advice, wraps: true, cell: (line) => line.advice },
];

/** 诊断: how the machine stands, each line with what to do. */
export function DiagnosisPage() {
  const found = useCall("diagnosis.get", {});
  const [taking, setTaking] = useState(false);
  const take = (): void => {
    setTaking(true);
    call("diagnosis.export", {})
      .then(takeFile, (error: unknown) => notifications.show({ message: errorText(error), color: "red" }))
      .finally(() => setTaking(false));
  };
  useCommands([
    { id: "diagnose-again", label: text.again, key: "F8", run: () => void found.refetch() },
    { id: "take-diagnosis", label: text.take, key: "F10", run: take },
  ]);
  const lines = found.data?.lines ?? [];
  const count = (state: DiagnosisLine["state"]): number => lines.filter((line) => line.state === state).length;
  return (
    <Page>
      <PageHead>
        <AdminTabs page="diagnosis" />
        {found.data === undefined ? null : (
          <PageTotal>
            <strong>{text.summary(count("bad"), count("warning"))}</strong> {text.at(dayAndTime(found.data.at))}
          </PageTotal>
        )}
        <Button
          variant="default"
          loading={found.isFetching}
          leftSection={<IconRefresh size={17} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint name="F8" />}
          onClick={() => void found.refetch()}
        >
          {text.again}
        </Button>
        <Button
          variant="default"
          loading={taking}
          leftSection={<IconFileExport size={17} stroke={1.7} aria-hidden />}
          rightSection={<KeyHint name="F10" />}
          onClick={take}
        >
          {text.take}
        </Button>
      </PageHead>
      <ListBox query={found} none="" empty={false}>
        <PlainTable label={text.title} columns={COLUMNS} rows={lines} keyOf={(_line, at) => String(at)} />
      </ListBox>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {text.hint}
        </Text>
      </PageFoot>
    </Page>
  );
}
