import { expect, test } from "vitest";
import { passwordProblem } from "../../../src-shared/domain/password-rules.ts";

test.each([
  ["", "short"],
  ["a1b2c3d", "short"],
  ["医保窗口七个字", "short"],
  ["aaaaaaaa", "common"],
  ["12345678", "common"],
  ["Password1", "common"],
  ["abcdefgh", "common"],
  ["abcd2026", "common"],
  ["窗口密码abcd", "common"],
  ["sfgtrnwq", "plain"],
  ["86421357", "plain"],
  ["zhangsan2026", "login"],
  ["x".repeat(201), "long"],
  ["correct-horse", null],
  ["hexiang2026", null],
  ["窗口西边第三张", "short"],
  ["窗口西边第三张桌子7", null],
  ["alongsentencewithoutspaces", null],
])("%s: %s", (password, problem) => expect(passwordProblem(password, "zhangsan")).toBe(problem));
