import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { reachable, useCommands, type Command } from "../../../src-renderer/app/keys/commands.tsx";
import { click, get, press, show } from "./screen.tsx";

const command = (id: string, key?: string): Command => ({
  id,
  label: id,
  run: () => undefined,
  ...(key === undefined ? {} : { key }),
});

describe("which commands can be reached", () => {
  test("the nearest one of each key", () => {
    const layers = [
      { commands: [command("frame-find", "F2"), command("frame-new", "F4")], modal: false },
      { commands: [command("screen-find", "F2"), command("screen-nokey")], modal: false },
    ];
    expect(reachable(layers).map(({ id }) => id)).toEqual(["screen-find", "screen-nokey", "frame-new"]);
  });

  test("a dialog covers all that is below it", () => {
    const layers = [
      { commands: [command("submit", "F9")], modal: false },
      { commands: [command("close", "Escape")], modal: true },
    ];
    expect(reachable(layers).map(({ id }) => id)).toEqual(["close"]);
  });

  test("locking is within reach of every dialog", () => {
    const layers = [
      { commands: [{ ...command("lock", "F12"), always: true }, command("find", "F2")], modal: false },
      { commands: [command("close", "Escape")], modal: true },
    ];
    expect(reachable(layers).map(({ id }) => id)).toEqual(["close", "lock"]);
  });
});

function Screen({ onSubmit, onClose }: { readonly onSubmit: (typed: string) => void; readonly onClose: () => void }) {
  const [typed, setTyped] = useState("");
  const [dialog, setDialog] = useState(false);
  useCommands([
    { id: "submit", label: "提交", key: "F9", run: () => onSubmit(typed) },
    { id: "dialog", label: "对话框", key: "F8", run: () => setDialog(true) },
    { id: "back", label: "返回", key: "Escape", run: onClose },
  ]);
  return (
    <>
      <button type="button" onClick={() => setTyped("乙")} />
      {dialog ? <Cover onClose={() => setDialog(false)} /> : null}
    </>
  );
}

function Cover({ onClose }: { readonly onClose: () => void }) {
  useCommands([{ id: "close", label: "关闭", key: "Escape", run: onClose }], { modal: true });
  return <p>对话框</p>;
}

describe("keys on a screen", () => {
  test("run with what the screen knows now", async () => {
    const onSubmit = vi.fn<(typed: string) => void>();
    await show(<Screen onSubmit={onSubmit} onClose={() => undefined} />);
    await click(get("button"));
    await press("F9");
    expect(onSubmit.mock.calls).toEqual([["乙"]]);
  });

  test("Escape closes the dialog only; the next one is the screen's", async () => {
    const onClose = vi.fn<() => void>();
    await show(<Screen onSubmit={() => undefined} onClose={onClose} />);
    await press("F8");
    expect(document.body.textContent).toContain("对话框");
    await press("Escape");
    expect(document.body.textContent).not.toContain("对话框");
    expect(onClose).not.toHaveBeenCalled();
    await press("Escape");
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  test("a dialog that goes after its movement takes its cover with it: the key that comes next is the screen's", async () => {
    const onSubmit = vi.fn<(typed: string) => void>();
    await show(<Screen onSubmit={onSubmit} onClose={() => undefined} />);
    await press("F8");
    // as a browser does it, where nothing waits for the effects of what was rendered
    vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", false);
    const gone = new Promise<void>((resolve) => {
      new MutationObserver((_changes, observer) => {
        if (document.body.textContent.includes("对话框")) return;
        observer.disconnect();
        window.dispatchEvent(new KeyboardEvent("keydown", { key: "F9" }));
        resolve();
      }).observe(document.body, { childList: true, subtree: true });
    });
    setTimeout(() => window.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" })));
    await gone;
    vi.unstubAllGlobals();
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  test("the browser's own meaning of a function key is kept off, that of F5 and F11 is not", async () => {
    await show(<p />);
    const prevented = (key: string): boolean => {
      const event = new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true });
      window.dispatchEvent(event);
      return event.defaultPrevented;
    };
    expect(["F1", "F3", "F6", "F10", "F12"].map(prevented)).toEqual([true, true, true, true, true]);
    expect(["F5", "F11", "a"].map(prevented)).toEqual([false, false, false]);
  });
});
