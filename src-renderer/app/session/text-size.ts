import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useLayoutEffect } from "react";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { TEXT_SCALES, TEXT_SIZES, type TextSize } from "../../../src-shared/domain/text-size.ts";
import { useAct } from "../../ui/calls/act.ts";
import { useCommands } from "../keys/commands.tsx";
import { text } from "../text.ts";
import { SESSION_KEY, useSession } from "./session.tsx";

/** All lengths of the screen are multiples of this one (`autoRem` of the build, Mantine's own). */
export function useTextScale(size: TextSize): void {
  useLayoutEffect(() => {
    document.documentElement.style.setProperty("--mantine-scale", String(TEXT_SCALES[size]));
  }, [size]);
}

/** What the clerk has chosen, and how to choose another: it takes effect at once, and is kept with the clerk. */
export function useTextSize(): { readonly size: TextSize; choose(size: TextSize): void } {
  const { textSize: size } = useSession();
  const client = useQueryClient();
  const { run } = useAct("session.setTextSize");
  const choose = (textSize: TextSize): void => {
    client.setQueryData<SessionStatus>(SESSION_KEY, (status) => status && { ...status, textSize });
    void run({ textSize }).then((kept) => {
      if (kept !== undefined) return undefined;
      notifications.show({ message: text.textSize.notKept, color: "red" });
      return client.invalidateQueries({ queryKey: SESSION_KEY });
    });
  };
  useCommands(
    TEXT_SIZES.map((next) => ({
      id: `text-size-${next}`,
      label: text.textSize.command(text.textSize.sizes[next]),
      run: () => choose(next),
      disabled: next === size,
    })),
  );
  return { size, choose };
}
