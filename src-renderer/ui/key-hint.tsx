import { text } from "../app/text.ts";

/** The key of an act, shown small on its button; not part of the button's name. */
export function KeyHint({ name }: { readonly name: string }) {
  return (
    <kbd className="key-hint" aria-hidden>
      {text.keys.names[name] ?? name}
    </kbd>
  );
}
