import { IconArrowRight } from "@tabler/icons-react";
import type { Citation, NextMatter } from "../../../src-shared/domain/decision.ts";
import { Sources } from "./explanation/sources.tsx";
import { text } from "./text.ts";
import classes from "./next-matters.module.css";

/** Opens the form of another matter for the same person. */
export type OpenMatter = (matter: string) => void;

/** What the person should see to besides; each opens its form where there is somebody to fill it in. */
export function NextMatters({
  matters,
  citations,
  onOpen,
}: {
  readonly matters: readonly NextMatter[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onOpen: OpenMatter | null;
}) {
  return (
    <ul className={classes.nextMatters}>
      {matters.map((next) => (
        <li key={next.matter}>
          <p>
            {onOpen === null ? <strong>{next.title}</strong> : null}
            {next.why} <Sources ids={next.citations} citations={citations} />
          </p>
          {onOpen === null ? null : (
            <button type="button" className={classes.nextMatter} onClick={() => onOpen(next.matter)}>
              {text.openMatter(next.title)}
              <IconArrowRight size={17} stroke={1.8} aria-hidden />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
