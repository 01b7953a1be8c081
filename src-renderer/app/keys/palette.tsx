import { Spotlight, createSpotlight, useSpotlight, type SpotlightActionGroupData } from "@mantine/spotlight";
import { IconArrowForwardUp, IconFileText, IconKeyboard, IconSearch } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { ElsewhereView } from "../../../src-shared/contract/policy.ts";
import { ElsewhereDialog } from "../../counter/elsewhere/dialog.tsx";
import { matchElsewhere } from "../../counter/elsewhere/match.ts";
import { useElsewhere, useMatters, useStartForm } from "../../counter/home/matters.ts";
import { useMay } from "../../ui/calls/rights.ts";
import { useCommands, useReachableCommands } from "./commands.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { text } from "../text.ts";
import classes from "./palette.module.css";

const [paletteStore, palette] = createSpotlight();
export const openPalette = palette.open;

/** Ctrl+K: matters by name, pinyin or initials, and everything that can be done on this screen. */
export function Palette() {
  const matters = useMatters();
  const elsewhere = useElsewhere();
  const [query, setQuery] = useState("");
  const [asked, setAsked] = useState<ElsewhereView | null>(null);
  const startForm = useStartForm();
  const worksAtCounter = useMay("drafts.save");
  const { opened } = useSpotlight(paletteStore);
  const reachable = useReachableCommands();
  // The palette covers the screen's commands while it is open, and lists those that it covers.
  const commands = useRef(reachable);
  if (!opened) commands.current = reachable;

  const groups: SpotlightActionGroupData[] = [
    {
      group: text.palette.matters,
      // who may not write has no form to open
      actions: (worksAtCounter ? (matters.data ?? []) : []).map((matter) => ({
        id: matter.id,
        label: `${matter.cityTitle} · ${matter.title}`,
        description: matter.summary,
        keywords: `${matter.keywords} ${matter.rules.join(" ")}`,
        leftSection: <IconFileText size={20} stroke={1.6} aria-hidden />,
        onClick: () => startForm(matter.id),
      })),
    },
    {
      group: text.palette.acts,
      actions: commands.current
        .filter((command) => command.id !== "palette" && !command.disabled)
        .map((command) => ({
          id: command.id,
          label: command.label,
          leftSection: <IconKeyboard size={20} stroke={1.6} aria-hidden />,
          rightSection: command.key === undefined ? null : <KeyHint name={command.key} />,
          onClick: command.run,
        })),
    },
    {
      group: text.palette.elsewhere,
      actions: matchElsewhere(elsewhere.data ?? [], null, query).map((business) => ({
        id: `${business.city}-${business.id}`,
        label: `${business.cityTitle} · ${business.title}`,
        description: business.where,
        // found already, also by what the palette does not look for
        keywords: query,
        leftSection: <IconArrowForwardUp size={20} stroke={1.6} aria-hidden />,
        onClick: () => setAsked(business),
      })),
    },
  ];
  return (
    <>
      {opened ? <PaletteKeys /> : null}
      {asked === null ? null : (
        <ElsewhereDialog
          business={asked}
          onStart={worksAtCounter ? (matter) => (setAsked(null), startForm(matter)) : null}
          onClose={() => setAsked(null)}
        />
      )}
      <Spotlight
        store={paletteStore}
        query={query}
        onQueryChange={setQuery}
        actions={groups}
        shortcut={null}
        closeOnEscape={false}
        centered={false}
        yOffset={72}
        overlayProps={{ backgroundOpacity: 0.35, blur: 0 }}
        scrollable
        maxHeight={420}
        highlightQuery
        classNames={{ action: classes.action, actionSection: classes.sign, actionDescription: classes.where }}
        attributes={{ content: { "aria-label": text.commands.palette } }}
        nothingFound={text.palette.nothing}
        searchProps={{
          leftSection: <IconSearch size={20} stroke={1.6} aria-hidden />,
          placeholder: text.palette.placeholder,
          "aria-label": text.palette.placeholder,
        }}
      />
    </>
  );
}

function PaletteKeys() {
  useCommands([{ id: "close-palette", label: text.commands.close, key: "Escape", run: palette.close }], { modal: true });
  return null;
}
