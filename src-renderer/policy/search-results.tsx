import { Text } from "@mantine/core";
import { LIBRARY_KINDS } from "../../src-shared/contract/library.ts";
import { PolicyLink } from "../ui/policy-link.tsx";
import type { Found, Piece } from "./search.ts";
import { text } from "./text.ts";
import classes from "./search-results.module.css";
import policyClasses from "./policy.module.css";

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
      <section key={kind} className={policyClasses.policySheet} aria-label={text.kinds[kind]}>
        <header>
          <h2>{text.kinds[kind]}</h2>
          <Text span size="sm" c="dimmed">
            {text.find.count(entries.length)}
          </Text>
        </header>
        <ul className={classes.found}>
          {entries.map((entry) => (
            <li key={entry.id}>
              <PolicyLink kind={entry.kind} id={entry.id}>
                <Marked pieces={entry.titlePieces} />
              </PolicyLink>
              <p>
                <Marked pieces={entry.snippet} />
              </p>
            </li>
          ))}
        </ul>
      </section>
    );
  });
}

function Marked({ pieces }: { readonly pieces: readonly Piece[] }) {
  let at = 0;
  return pieces.map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.hit ? <mark key={key}>{piece.text}</mark> : <span key={key}>{piece.text}</span>;
  });
}
