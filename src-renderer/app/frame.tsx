import { AppShell, Tooltip } from "@mantine/core";
import {
  IconBooks,
  IconDatabaseExclamation,
  IconFolders,
  IconKeyboard,
  IconListSearch,
  IconWritingSign,
} from "@tabler/icons-react";
import { Link, Outlet, useNavigate } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { AdminLink, useAdminCommands } from "../admin/admin-links.tsx";
import { useFiguresToEnter } from "../admin/figures/figures-to-enter.ts";
import { FindBox } from "../people/find-box.tsx";
import { UnclosedNotice } from "../reports/unclosed-days.tsx";
import { ReportsLink, ReviewLink, useWorkCommands } from "../reports/work-links.tsx";
import { longDate } from "../ui/dates/format.ts";
import { KeyHint } from "../ui/key-hint.tsx";
import { Asked } from "../ui/calls/asked.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { ActingNotice } from "./banners/acting-notice.tsx";
import { AdministratorBanner } from "./banners/administrator-banner.tsx";
import { ClerkMenu } from "./session/clerk-menu.tsx";
import { ClockBanner } from "./banners/clock-banner.tsx";
import { useCommands } from "./keys/commands.tsx";
import { LostBanner } from "./calls/failures.tsx";
import { KeyHelp } from "./keys/key-help.tsx";
import { Palette, openPalette } from "./keys/palette.tsx";
import { NewMachineBanner } from "./banners/new-machine-banner.tsx";
import { RestoreBanner } from "./banners/restore-banner.tsx";
import { UpgradeBanner } from "./banners/upgrade-banner.tsx";
import { ResetNotice } from "./banners/reset-notice.tsx";
import { useSession } from "./session/session.tsx";
import { DemoMark } from "./demo-mark.tsx";
import { SideButton, SideCount, SideLink } from "./side-link.tsx";
import { TopButton } from "./top-button.tsx";
import { text } from "./text.ts";
import classes from "./frame.module.css";

/** Parameters would otherwise be kept from the entry that is open. */
const NO_ENTRY = { city: undefined, kind: undefined, id: undefined };

/** Top bar, navigation and the screen itself. */
export function Frame() {
  const session = useSession();
  const navigate = useNavigate();
  const searchBox = useRef<HTMLInputElement>(null);
  const [help, setHelp] = useState(false);
  const toEnter = useFiguresToEnter().data?.figures.length ?? 0;

  const worksAtCounter = useMay("drafts.save");
  const workCommands = useWorkCommands();
  const adminCommands = useAdminCommands();
  useCommands([
    { id: "help", label: text.commands.help, key: "F1", run: () => setHelp(true) },
    {
      id: "find",
      label: text.commands.find,
      key: "F2",
      run: () => {
        searchBox.current?.focus();
        searchBox.current?.select();
      },
    },
    ...(worksAtCounter ? [{ id: "new", label: text.commands.newMatter, key: "F4", run: () => void navigate({ to: "/" }) }] : []),
    { id: "palette", label: text.commands.palette, key: "Ctrl+K", run: openPalette },
    {
      id: "cases",
      label: text.commands.cases,
      run: () => void navigate({ to: "/cases", search: { text: "", state: null, page: 1 } }),
    },
    {
      id: "policy",
      label: text.commands.policy,
      run: () => void navigate({ to: "/policy/{-$city}/{-$kind}/{-$id}", params: NO_ENTRY, search: {} }),
    },
    { id: "figures", label: text.commands.figures, run: () => void navigate({ to: "/figures" }) },
    ...workCommands,
    ...adminCommands,
  ]);

  return (
    <AppShell header={{ height: 48 }} navbar={{ width: 66, breakpoint: 0 }} className={classes.frame}>
      <AppShell.Header className={classes.top}>
        <Link to="/" className={classes.name} title={session.office?.name ?? text.product}>
          <span className={classes.product}>{text.product}</span>
          <span className={classes.office}>{session.office?.name ?? ""}</span>
        </Link>
        {session.demo ? <DemoMark /> : null}
        <FindBox inputRef={searchBox} />
        <Tooltip label={`${text.top.palette}（Ctrl + K）`}>
          <TopButton onClick={openPalette} aria-label={text.top.palette}>
            <IconListSearch size={18} aria-hidden />
          </TopButton>
        </Tooltip>
        <time className={`${classes.date} tabular`} dateTime={session.today} title={text.top.today(session.today)}>
          {longDate(session.today)}
        </time>
        <ClerkMenu />
      </AppShell.Header>
      <AppShell.Navbar className={classes.side} aria-label={text.navigation.label}>
        {worksAtCounter ? (
          <SideLink to="/" activeOptions={{ exact: true }}>
            <IconWritingSign size={24} stroke={1.6} aria-hidden />
            {text.navigation.counter}
            <KeyHint name="F4" />
          </SideLink>
        ) : null}
        <SideLink to="/cases" search={{ text: "", state: null, page: 1 }} activeOptions={{ includeSearch: false }}>
          <IconFolders size={24} stroke={1.6} aria-hidden />
          {text.navigation.cases}
        </SideLink>
        <ReviewLink />
        <ReportsLink />
        <SideLink to="/policy/{-$city}/{-$kind}/{-$id}" params={NO_ENTRY} search={{}} activeOptions={{ includeSearch: false }}>
          <IconBooks size={24} stroke={1.6} aria-hidden />
          {text.navigation.policy}
        </SideLink>
        {toEnter === 0 ? null : (
          <SideLink to="/figures" aria-label={text.figuresToEnter(toEnter)}>
            <SideCount aria-hidden>{toEnter}</SideCount>
            <IconDatabaseExclamation size={24} stroke={1.6} aria-hidden />
            {text.navigation.figures}
          </SideLink>
        )}
        <AdminLink />
        <SideButton onClick={() => setHelp(true)}>
          <IconKeyboard size={24} stroke={1.6} aria-hidden />
          {text.navigation.help}
          <KeyHint name="F1" />
        </SideButton>
      </AppShell.Navbar>
      <AppShell.Main className={classes.main}>
        <LostBanner />
        <ClockBanner />
        <ResetNotice />
        <RestoreBanner />
        <NewMachineBanner />
        <UpgradeBanner />
        <AdministratorBanner />
        <ActingNotice />
        <UnclosedNotice />
        <Outlet />
      </AppShell.Main>
      <Palette />
      <Asked />
      {help ? <KeyHelp onClose={() => setHelp(false)} /> : null}
    </AppShell>
  );
}
