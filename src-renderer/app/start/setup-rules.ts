import { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";
import { formRules } from "../../ui/calls/form-rules.ts";
import { text } from "../text.ts";
import { strengthText } from "./password-strength.ts";

/** Told at once, whatever else is wrong. */
const always = () => true;

const founding = calls["session.setup"].input.omit({ requestId: true }).extend({ repeat: z.string() });

/** What an office and its first administrator are made of; a demonstration takes any password. */
export const setupRules = ({ demo, setupNeedsCode }: Pick<SessionStatus, "demo" | "setupNeedsCode">) =>
  formRules(
    founding
      .refine(({ password, login }) => demo || passwordProblem(password, login) === null, { path: ["password"], when: always })
      .refine(({ password, repeat }) => repeat === password, { path: ["repeat"], when: always })
      .refine(({ code }) => !setupNeedsCode || code.trim() !== "", { path: ["code"], when: always }),
    (path, { password, login }) => {
      if (path === "password" && !demo) return strengthText(password, login);
      if (path === "repeat") return text.setup.different;
      if (path === "code") return text.setup.codeNeeded;
      return text.setup.errors[path] ?? text.errors.unknown;
    },
  );
