import { Kbd } from "@mantine/core";
import { text } from "../app/text.ts";
import classes from "./key-hint.module.css";

/** The key of an act, shown small on its button; not part of the button's name. */
export function KeyHint({ name }: { readonly name: string }) {
  return (
    <Kbd size="xs" fz={12} className={classes.hint} aria-hidden>
      {text.keys.names[name] ?? name}
    </Kbd>
  );
}
