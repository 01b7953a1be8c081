import { Badge, Button, Text } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { ClerkView, NewClerkView } from "../../../src-shared/contract/office.ts";
import { ROLE_LABELS } from "../../../src-shared/text/labels.ts";
import { useCall } from "../../app/calls/queries.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { useSession } from "../../app/session/session.tsx";
import { dayAndTime, dayText } from "../../ui/dates/format.ts";
import { KeyHint } from "../../ui/key-hint.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { ListBox, RowTable, type Column } from "../../ui/tables/row-table.tsx";
import { useTableKeys } from "../../ui/tables/table-keys.ts";
import { AdminTabs } from "../admin-links.tsx";
import { adminText } from "../admin-text.ts";
import { ClerkDialog } from "./clerk-dialog.tsx";
import { ConfirmClerkDialog } from "./confirm-clerk.tsx";
import { clerksText as text } from "./clerks-text.ts";
import { NewClerkDialog } from "./new-clerk-dialog.tsx";
import { OnlyAdministrator } from "./only-administrator.tsx";
import { OneTimePassword } from "./one-time-password.tsx";
import { Page, PageFoot, PageHead, PageTotal } from "../../ui/page/page.tsx";

type Open = { readonly what: "new" } | { readonly what: "clerk" | "confirm"; readonly id: string } | null;

interface Row extends ClerkView {
  readonly self: boolean;
  readonly confirm: (() => void) | null;
}

const COLUMNS: readonly Column<Row>[] = [
  {
    id: "name",
    title: text.columns.name,
    cell: (row) => (
      <>
        <strong>{row.name}</strong>
        {row.self ? (
          <Badge variant="outline" color="gray" size="sm" ml={6}>
            {text.self}
          </Badge>
        ) : null}
      </>
    ),
  },
  { id: "login", title: text.columns.login, className: "mono", cell: (row) => row.login },
  {
    id: "role",
    title: text.columns.role,
    cell: ({ role, acting }) => (
      <>
        <span title={text.roles[role]}>{ROLE_LABELS[role]}</span>
        {acting === null ? null : (
          <Text component="small" size="sm" c="dimmed">
            {" "}
            {text.role.acting(acting.until, ROLE_LABELS[acting.after])}
          </Text>
        )}
      </>
    ),
  },
  {
    id: "state",
    title: text.columns.state,
    cell: (row) => (
      <>
        {stateOf(row)}
        {row.confirm === null ? null : (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={(event) => {
              event.stopPropagation();
              row.confirm?.();
            }}
          >
            {text.confirming.act}
          </Button>
        )}
      </>
    ),
  },
  {
    id: "lastLogin",
    title: text.columns.lastLogin,
    className: "tabular",
    cell: (row) =>
      row.lastLoginAt === null ? (
        <Text span size="sm" c="dimmed">
          {text.never}
        </Text>
      ) : (
        dayAndTime(row.lastLoginAt)
      ),
  },
  {
    id: "created",
    title: text.columns.created,
    className: "tabular",
    cell: (row) => (row.createdAt === null ? "" : dayText(row.createdAt)),
  },
];

/** 人员: everybody who works or has worked here. */
export function ClerksPage() {
  const own = useSession().clerk.id;
  const mayChange = useMay("clerks.create");
  // others confirm only an administrator who was made without one, and that in the banner
  const confirms = useMay("clerks.openWork");
  const found = useCall("clerks.list", {});
  const [open, setOpen] = useState<Open>(null);
  const [made, setMade] = useState<NewClerkView | null>(null);
  const rows = (found.data ?? []).map((clerk): Row => {
    const self = clerk.id === own;
    const isDue = clerk.unconfirmed && clerk.active && !clerk.mustChangePassword && !self && confirms;
    return { ...clerk, self, confirm: isDue ? () => setOpen({ what: "confirm", id: clerk.id }) : null };
  });
  const keys = useTableKeys(rows.length);
  const showPassword = (clerk: NewClerkView): void => {
    setOpen(null);
    setMade(clerk);
  };
  useCommands(mayChange ? [{ id: "new-clerk", label: text.create, key: "F8", run: () => setOpen({ what: "new" }) }] : []);
  const toConfirm = open?.what === "confirm" ? rows.find(({ id }) => id === open.id) : undefined;
  const opened = open?.what === "clerk" ? rows.find(({ id }) => id === open.id) : undefined;

  return (
    <Page>
      <PageHead>
        <AdminTabs page="clerks" />
        <PageTotal>{text.total(rows.filter(({ active }) => active).length, rows.length)}</PageTotal>
        {mayChange ? (
          <Button
            leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
            rightSection={<KeyHint name="F8" />}
            onClick={() => setOpen({ what: "new" })}
          >
            {text.create}
          </Button>
        ) : null}
      </PageHead>
      <OnlyAdministrator />
      <ListBox query={found} empty={false} none="">
        <RowTable
          label={text.title}
          columns={COLUMNS}
          rows={rows}
          keyOf={({ id }) => id}
          keys={keys}
          open={mayChange ? { label: ({ name }) => text.open(name), act: ({ id }) => setOpen({ what: "clerk", id }) } : undefined}
          isOff={({ active }) => !active}
        />
      </ListBox>
      <PageFoot>
        <Text span size="sm" c="dimmed">
          {mayChange ? text.hint : adminText.readOnly}
        </Text>
      </PageFoot>
      {open?.what === "new" ? <NewClerkDialog onMade={showPassword} onClose={() => setOpen(null)} /> : null}
      {opened ? <ClerkDialog clerk={opened} onPassword={showPassword} onClose={() => setOpen(null)} /> : null}
      {toConfirm ? <ConfirmClerkDialog clerk={toConfirm} onClose={() => setOpen(null)} /> : null}
      {made ? <OneTimePassword made={made} onClose={() => setMade(null)} /> : null}
    </Page>
  );
}

function stateOf({ active, mustChangePassword, unconfirmed, oneTimeOver }: ClerkView): string {
  if (!active) return text.states.off;
  if (oneTimeOver) return text.states.oneTimeOver;
  return mustChangePassword ? text.states.oneTime : unconfirmed ? text.states.unconfirmed : text.states.active;
}
