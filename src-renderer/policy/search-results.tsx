import { Mark, Text } from "@mantine/core";
import { LIBRARY_KINDS } from "../../src-shared/contract/library.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import type { Found, Piece } from "./search.ts";
import { Sheet, SheetLines } from "./sheet.tsx";
import { text } from "./text.ts";

/** What was found, by kind, each with the words that fit. */
export function SearchResults({ words, found }: { readonly words: string; readonly found: readonly Found[] }) {
  if (found.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {text.find.none(words.trim())}
      </Text>
    );
  return LIBRARY_KINDS.map((kind) => {
    const entries = found.filter((entry) => entry.kind === kind);
    if (entries.length === 0) return null;
    return (
      <Sheet
        key={kind}
        label={text.kinds[kind]}
        title={text.kinds[kind]}
        mark={<span className="quiet">{text.find.count(entries.length)}</span>}
      >
        <SheetLines>
          {entries.map((entry) => (
            <li key={entry.id}>
              <PolicyLink kind={entry.kind} id={entry.id}>
                <Marked pieces={entry.titlePieces} />
              </PolicyLink>
              <Text fz="xs" c="var(--ink-2)">
                <Marked pieces={entry.snippet} />
              </Text>
            </li>
          ))}
        </SheetLines>
      </Sheet>
    );
  });
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <Mark key={key}>{piece.text}</Mark> : <span key={key}>{piece.text}</span>;
  });
}
