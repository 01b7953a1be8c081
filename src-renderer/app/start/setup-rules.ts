import { z } from "zod";
import { calls } from "../../../src-shared/contract/calls.ts";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";
import { at, formRules } from "../../ui/calls/form-rules.ts";
import { text } from "../text.ts";
import { strengthText } from "./password-strength.ts";

const founding = calls["session.setup"].input.omit({ requestId: true }).extend({ repeat: z.string() });

/** What an office and its first administrator are made of; a demonstration takes any password. */
export const setupRules = ({ demo, setupNeedsCode }: Pick<SessionStatus, "demo" | "setupNeedsCode">) =>
  formRules(
    founding
      .refine(({ password, login }) => demo || passwordProblem(password, login) === null, at("password"))
      .refine(({ password, repeat }) => repeat === password, at("repeat"))
      .refine(({ code }) => !setupNeedsCode || code.trim() !== "", at("code")),
    (path, { password, login }) => {
      if (path === "password" && !demo) return strengthText(password, login);
      if (path === "repeat") return text.setup.different;
      if (path === "code") return text.setup.codeNeeded;
      return text.setup.errors[path] ?? text.errors.unknown;
    },
  );
