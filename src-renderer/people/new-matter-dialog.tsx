import { Box, NavLink, Stack, Text, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState, type KeyboardEvent } from "react";
import type { PersonFile } from "../../src-shared/contract/people.ts";
import { useMatters } from "../counter/home/matters.ts";
import { Dialog } from "../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { useFormForKnown } from "../ui/calls/forms.ts";
import { text } from "./text.ts";
import classes from "./new-matter-dialog.module.css";

/** Which matter to begin for the person whose file is open. */
export function NewMatterDialog({ file, onClose }: { readonly file: PersonFile; readonly onClose: () => void }) {
  const matters = useMatters();
  const start = useFormForKnown(file.id);
  const [words, setWords] = useState("");
  const [at, setAt] = useState(0);
  const sought = words.trim().toLowerCase();
  const found = (matters.data ?? []).filter(({ title, keywords, rules }) =>
    `${title} ${keywords} ${rules.join(" ")}`.toLowerCase().includes(sought),
  );
  const chosen = Math.min(at, found.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      setAt(Math.max(0, Math.min(found.length - 1, chosen + (event.key === "ArrowDown" ? 1 : -1))));
    } else if (event.key === "Enter" && found[chosen]) {
      event.preventDefault();
      start(found[chosen].id);
    }
  };
  return (
    <Dialog title={text.newMatter.title(file.name)} onClose={onClose} size={560}>
      <Stack gap="sm">
        <TextInput
          aria-label={text.newMatter.filter}
          placeholder={text.newMatter.placeholder}
          leftSection={<IconSearch size={17} aria-hidden />}
          value={words}
          maxLength={40}
          autoComplete="off"
          data-autofocus
          onChange={(event) => {
            setWords(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        {matters.error ? <ErrorNotice error={matters.error} onRetry={() => void matters.refetch()} /> : null}
        <Box component="ul" mah={340} className={classes.matters}>
          {found.map((matter, index) => (
            <li key={matter.id}>
              <NavLink
                component="button"
                type="button"
                tabIndex={-1}
                active={index === chosen}
                label={<strong>{matter.title}</strong>}
                rightSection={matter.cityTitle}
                disableRightSectionRotation
                onClick={() => start(matter.id)}
              />
            </li>
          ))}
        </Box>
        {matters.data !== undefined && found.length === 0 ? (
          <Text size="sm" c="dimmed">
            {text.newMatter.none}
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          {text.newMatter.hint}
        </Text>
      </Stack>
    </Dialog>
  );
}
