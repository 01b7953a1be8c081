/**
 * Hostile input on every call of the contract, generated from the list itself, also without a session and by the wrong role.
 * Whatever comes, the answer is a value: a refusal in Chinese, never `internal`, never a change of what is stored.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { z } from "zod";
import { newConnection } from "../../src-main/desk/frame/handlers.ts";
import { calls, CALLS_BEFORE_NEW_PASSWORD, CALLS_WHEN_LOCKED, type CallName } from "../../src-shared/contract/index.ts";
import { ROLES, type Role } from "../../src-shared/domain/roles.ts";
import { rescueDesk } from "../unit/desk/rescue/rescue-desk.ts";
import { TestDesk, type Seat } from "../unit/desk/test-desk.ts";

const desk = new TestDesk().setUp();
/** Calls that are answered only while the store is not open have a desk of their own. */
const rescue = rescueDesk();
let seat: Seat | undefined;
let caseCount = 0;
beforeAll(() => {
  caseCount = desk.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total;
});
/** Calls that end or lock the session must not spare the next one. */
let seats = 0;
function takeSeat(): void {
  if (seat?.connection.clerkId && !seat.connection.locked && seat.connection.epoch === 0) return;
  // a name is taken once
  seat = desk.seat("administrator", `攻击者${++seats}`);
}
beforeEach(takeSeat);
afterAll(() => desk.remove());

const HUGE = "长".repeat(300_000);
const DEEP = `${"[".repeat(5000)}${"]".repeat(5000)}`;
const poison = (text: string): unknown => JSON.parse(text);

/** Inputs that are wrong for every call, whatever its schema. */
const NEVER_RIGHT: readonly (readonly [string, unknown])[] = [
  ["nothing", undefined],
  ["null", null],
  ["a number", 7],
  ["not a number", Number.NaN],
  ["a text", "text"],
  ["a huge text", HUGE],
  ["a list", []],
  ["a list of itself", [[[]]]],
  ["true", true],
  ["a key of the prototype", poison('{"__proto__": {"role": "administrator"}, "extra": 1}')],
  ["a constructor", poison('{"constructor": {"prototype": {"polluted": 1}}}')],
  ["an unknown key", { extra: HUGE }],
  ["a thousand keys", Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`key${index}`, index]))],
  ["depth", poison(DEEP)],
  ["a date", new Date(0)],
];

/** Values that no field of any call takes, or takes only to find nothing. */
const ODD_VALUES: readonly (readonly [string, unknown])[] = [
  ["huge", HUGE],
  ["an object with __proto__", poison('{"__proto__": {"x": 1}}')],
  ["__proto__", "__proto__"],
  ["SQL", "'; DROP TABLE cases; --"],
  ["a path", "../../../../etc/passwd"],
  ["a null character", "a\u0000b"],
  ["half a pair", "\uD800"],
  ["right to left", "\u202E\u2066"],
  ["a negative number", -1],
  ["more than an integer", 2 ** 60],
  ["infinity", Number.POSITIVE_INFINITY],
  ["a list of a hundred thousand", Array.from({ length: 100_000 }, () => 0)],
  ["null", null],
  ["nothing", undefined],
];

const NAMES = Object.keys(calls) as CallName[];

/** One value that each field of an input takes, so that one odd value at a time gets past the others. */
const FITTING: Readonly<Record<string, unknown>> = {
  requestId: "7f1f9f6e-3f5a-4a53-9a53-000000000001",
  exportId: "7f1f9f6e-3f5a-4a53-9a53-000000000002",
  id: "none",
  draftId: "none",
  caseId: "none",
  personId: "none",
  limit: 10,
  offset: 0,
  version: 1,
  reason: "试一试",
  from: "2025-01-01",
  to: "2025-02-01",
  date: "2025-07-01",
  text: "单",
  state: null,
  name: "某某",
  login: "somebody",
  password: "wrong-password-1",
  current: "wrong-password-1",
  next: "wrong-password-2",
  matter: "dalian.retirement",
  asOf: "2025-07-15",
  city: "dalian",
  identityNumber: "21029919650304611X",
  phone: "1",
  base64: "AAAA",
  material: null,
  kind: "acceptance",
  which: "all",
  what: "day",
  format: "xlsx",
  clerkId: null,
  active: false,
  role: "clerk",
  folder: "/nonexistent",
  settings: {},
  note: "",
  facts: {},
  materials: [],
  merge: false,
  figure: "none",
  reading: "none",
  option: "none",
  value: "1",
  document: "某文件",
  recoveryCode: "0000",
};

const fieldsOf = (name: CallName): string[] => {
  const schema = calls[name].input as z.ZodType & {
    readonly shape?: Record<string, unknown>;
    readonly options?: readonly { readonly shape: Record<string, unknown> }[];
  };
  return Object.keys(schema.shape ?? schema.options?.[0]?.shape ?? {});
};

const answerTo = (name: CallName, input: unknown) =>
  calls[name].access === "rescue" ? rescue.call(rescue.connect(), name, input) : desk.desk.call(seat!.connection, name, input);

/** What is wrong with the answer; empty = a value, or a refusal as it should be. */
async function faultsOf(name: CallName, input: unknown): Promise<string[]> {
  const answer = await answerTo(name, input);
  const polluted = ["polluted", "role", "x"].filter((key) => key in {});
  if (answer.ok) return polluted;
  const { code, message } = answer.error;
  return [
    ...polluted,
    ...(code === "internal" ? ["internal"] : []),
    ...(/\p{Script=Han}/u.test(message) ? [] : [`no Chinese: ${message}`]),
    // the refusal is short, whatever was sent
    ...(JSON.stringify(answer.error).length < 20_000 ? [] : ["a long answer"]),
  ];
}

/** The sentences, once more: each names what to do next. */
const SENTENCES = {
  "bad-input": "填写的内容有误，请按提示改正后再试。",
  "not-signed-in": "尚未登录或登录已失效，请重新登录；填写的内容仍保留在草稿中。",
  "not-allowed": "您的岗位不能进行这项操作，请由有权限的同事办理。",
  locked: "屏幕已锁定，请输入密码解锁后继续；填写的内容都还在。",
  "password-change-needed": "现在用的是一次性密码，请先改成自己的密码。",
} as const;

describe("whoever asks, and with whatever", () => {
  const roles = {} as Record<Role, Seat>;
  let lockedOut: Seat;
  let newcomer: Seat;
  beforeAll(() => {
    for (const role of ROLES) roles[role] = desk.seat(role, `${role} 甲`);
    lockedOut = desk.seat("administrator", "锁屏者");
    lockedOut.connection.locked = true;
    newcomer = desk.seat("administrator", "新来者");
    const act = { operation: "clerks.resetPassword", clerkId: newcomer.id, at: desk.clock.now(), requestId: null };
    desk.store.clerks.change(act, newcomer.id, { mustChangePassword: true });
  });

  const refusalOf = async (connection: Seat["connection"], name: CallName, input: unknown) => {
    const answer = await desk.desk.call(connection, name, input);
    return answer.ok ? "answered" : answer.error.message;
  };
  const guarded = NAMES.flatMap((name) => {
    const { access } = calls[name];
    return access === "anyone" || access === "rescue" ? [] : [[name, access] as const];
  });

  test.each(guarded)("%s", async (name, access) => {
    for (const [what, input] of NEVER_RIGHT) {
      expect(await refusalOf(newConnection(), name, input), `${what}, no session`).toBe(SENTENCES["not-signed-in"]);
      for (const role of ROLES) {
        const may = access.includes(role);
        const message = await refusalOf(roles[role].connection, name, input);
        expect(message, `${what}, ${role}`).toBe(SENTENCES[may ? "bad-input" : "not-allowed"]);
      }
      const whenLocked = CALLS_WHEN_LOCKED.some((each) => each === name) ? "bad-input" : "locked";
      expect(await refusalOf(lockedOut.connection, name, input), `${what}, locked`).toBe(SENTENCES[whenLocked]);
      const whenNew = CALLS_BEFORE_NEW_PASSWORD.some((each) => each === name) ? "bad-input" : "password-change-needed";
      expect(await refusalOf(newcomer.connection, name, input), `${what}, one-time password`).toBe(SENTENCES[whenNew]);
    }
  });
});

describe("inputs that are wrong for every call", () => {
  describe.each(NAMES)("%s", (name) => {
    test.each(NEVER_RIGHT)("%s", async (_what, input) => {
      const answer = await answerTo(name, input);
      expect(answer).toMatchObject({ ok: false, error: { code: "bad-input" } });
      expect(await faultsOf(name, input)).toEqual([]);
    });
  });
});

describe("one odd value in an input that fits otherwise", () => {
  const cases = NAMES.flatMap((name) => fieldsOf(name).map((field) => [name, field] as const));
  test.each(cases)("%s.%s", async (name, field) => {
    // a password is checked at a cost, and a wrong one slows the next down: one odd value will do
    const values = field === "password" || field === "current" || field === "next" ? ODD_VALUES.slice(0, 3) : ODD_VALUES;
    const fitting = Object.fromEntries(fieldsOf(name).map((key) => [key, FITTING[key]]));
    for (const [what, value] of values) {
      takeSeat();
      expect(await faultsOf(name, { ...fitting, [field]: value }), what).toEqual([]);
    }
  });
});

test("after all that the store that was not open is as it was", () => {
  expect(rescue.filesNow()).toEqual(rescue.filesBefore);
});

test("after all that the store is sound and no case has come or gone", () => {
  expect(desk.store.verify()).toEqual([]);
  expect(desk.store.cases.search({ text: "", state: null, limit: 1, offset: 0 }).total).toBe(caseCount);
});
