import { Button, Loader, Table, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconFileExport, IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { DiagnosisLine } from "../../../src-shared/contract/safety.ts";
import { call } from "../../app/calls/client.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { ErrorNotice, errorText } from "../../ui/error-notice.tsx";
import { takeFile } from "../../ui/files/export.tsx";
import { dayAndTime } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { AdminTabs } from "../admin-links.tsx";
import { diagnosisText as text } from "./diagnosis-text.ts";
import { Page, PageFoot, PageHead } from "../../ui/page/page.tsx";
import classes from "./diagnosis-page.module.css";

const ICONS = { good: IconCircleCheck, warning: IconAlertTriangle, bad: IconCircleX } as const satisfies Record<
  DiagnosisLine["state"],
  unknown
>;

/** 诊断: how the machine stands, each line with what to do. */
export function DiagnosisPage() {
  const found = useQuery({ queryKey: ["diagnosis.get"], queryFn: () => call("diagnosis.get", {}) });
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
        <AdminTabs />
        {found.data === undefined ? null : (
          <span className="page-total" role="status">
            <strong>{text.summary(count("bad"), count("warning"))}</strong>{" "}
            <span className="quiet tabular">{text.at(dayAndTime(found.data.at))}</span>
          </span>
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
      {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
      <div className="table-box">
        <Table className={classes.diagnosis} aria-label={text.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.columns.state}</Table.Th>
              <Table.Th scope="col">{text.columns.title}</Table.Th>
              <Table.Th scope="col">{text.columns.value}</Table.Th>
              <Table.Th scope="col">{text.columns.advice}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {lines.map((line, at) => {
              const Icon = ICONS[line.state];
              return (
                // oxlint-disable-next-line react/no-array-index-key -- one area may have several lines, always in this order
                <Table.Tr key={at}>
                  <Table.Td>
                    <span className={classes[`state-${line.state}`]}>
                      <Icon size={18} stroke={1.8} aria-hidden />
                      {text.states[line.state]}
                    </span>
                  </Table.Td>
                  <Table.Th scope="row">{line.title}</Table.Th>
                  <Table.Td className="tabular">{line.value}</Table.Td>
                  <Table.Td>{line.advice}</Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
        {found.isLoading ? <Loader m="xl" /> : null}
      </div>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {text.hint}
        </Text>
      </PageFoot>
    </Page>
  );
}
