import { useRef, useState } from "react";
import { expect, test } from "vitest";
import { useAdvance } from "../../../src-renderer/counter/questions/use-advance.ts";
import { click, focus, get, press, show } from "./screen.tsx";

/** Two questions; the answer that is under way settles the second. */
function Form() {
  const form = useRef<HTMLFormElement>(null);
  const result = useRef<HTMLDivElement>(null);
  const [phase, setPhase] = useState<"asked" | "stale" | "answered">("asked");
  const advance = useAdvance(form, result, phase === "stale");
  return (
    <>
      <form ref={form} onKeyDown={({ key, target }) => key === "Enter" && advance(target as HTMLElement)}>
        <input aria-label="first" />
        {phase === "answered" ? null : <input aria-label="second" />}
      </form>
      <div ref={result} role="region" tabIndex={-1} aria-label="result" />
      <button onClick={() => setPhase("stale")}>ask</button>
      <button onClick={() => setPhase("answered")}>answer</button>
    </>
  );
}

const focused = (): string | null => document.activeElement?.getAttribute("aria-label") ?? null;

test("Enter in the last question leads to the result, also where the answer under way takes that question away", async () => {
  await show(<Form />);
  await click(get("button", "ask"));
  await focus(get("textbox", "second"));
  await press("Enter", get("textbox", "second"));
  expect(focused()).toBe("second");
  await click(get("button", "answer"));
  expect(focused()).toBe("result");
});

test("a question that the answer takes away, without Enter, leaves the keys in the form", async () => {
  await show(<Form />);
  await click(get("button", "ask"));
  await focus(get("textbox", "second"));
  await click(get("button", "answer"));
  expect(focused()).toBe("first");
});
