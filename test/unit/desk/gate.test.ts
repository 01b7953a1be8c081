import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { pino } from "pino";
import { newConnection, OPEN_CALLS } from "../../../src-main/desk/frame/handlers.ts";
import { StoreError, type Store } from "../../../src-main/store/index.ts";
import { calls, type CallName } from "../../../src-shared/contract/index.ts";
import {
  calendarDirectory,
  MAN,
  MATTER,
  policyDirectory,
  realCopies,
  realPapers,
  realReports,
  TestDesk,
  TODAY,
} from "./test-desk.ts";
import { createDesk } from "../../../src-main/desk/index.ts";

const nobody = new TestDesk();
const administrator = new TestDesk().setUp();
afterAll(() => [nobody, administrator].forEach((desk) => desk.remove()));

describe("the gate", () => {
  test.each(["no.such.call", "", "__proto__", "constructor", "toString", 7, null, undefined, {}, ["cases.get"]])(
    "knows no call %j",
    async (name) => {
      const answer = await administrator.desk.call(administrator.connection, name, {});
      expect(answer).toMatchObject({ ok: false, error: { code: "unknown-call" } });
    },
  );

  test("only the calls meant for it need no session", async () => {
    const open = (Object.keys(calls) as CallName[]).filter((name) => calls[name].access === "anyone");
    expect(open).toEqual([...OPEN_CALLS]);
    for (const name of Object.keys(calls) as CallName[]) {
      if (open.includes(name) || calls[name].access === "rescue") continue;
      const answer = await nobody.desk.call(nobody.connection, name, "not even an input");
      expect(answer, name).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
    }
  });

  test("a clerk who no longer exists is signed out", async () => {
    const answer = await administrator.desk.call({ ...newConnection(), clerkId: "gone" }, "office.get", {});
    expect(answer).toMatchObject({ ok: false, error: { code: "not-signed-in" } });
  });

  test.each([
    [{}, "matter", "type"],
    [{ matter: MATTER, asOf: TODAY, facts: { way: { nested: { deep: 1 } } } }, "facts.way", "type"],
    [{ matter: MATTER, asOf: "x".repeat(11), facts: {} }, "asOf", "range"],
    [{ matter: MATTER, asOf: TODAY, facts: {}, extra: 1 }, "", "unknown"],
    [null, "", "type"],
  ])("an input that does not fit is refused by field: %j", async (input, fact, code) => {
    const answer = await administrator.desk.call(administrator.connection, "counter.evaluate", input);
    expect(answer).toMatchObject({ ok: false, error: { code: "bad-input" } });
    if (answer.ok) return;
    expect(answer.error.fields).toContainEqual(expect.objectContaining({ fact, code }));
    expect(answer.error.message).toMatch(/\p{Script=Han}/u);
    expect(answer.error.fields![0]!.message).toMatch(/\p{Script=Han}/u);
  });

  test("keys that reach for prototypes reach nothing", async () => {
    const facts = JSON.parse('{"__proto__": {"periods": []}, "constructor": "x", "way": "pension-here"}') as unknown;
    const input = { matter: MATTER, asOf: TODAY, facts };
    const answer = await administrator.desk.call(administrator.connection, "counter.evaluate", input);
    expect(({} as Record<string, unknown>)["periods"]).toBeUndefined();
    expect(answer).toMatchObject({ ok: true, value: { decision: null } });
    if (!answer.ok) return;
    const { errors } = answer.value as { errors: { fact: string }[] };
    expect(errors.map((error) => error.fact)).toEqual(["constructor"]);
  });

  test("an unknown matter is not found", async () => {
    for (const matter of ["dalian.flying", "__proto__", "constructor"]) {
      const error = await administrator.refusal("counter.evaluate", { matter, asOf: TODAY, facts: {} });
      expect(error.code).toBe("not-found");
    }
  });
});

describe("a fault", () => {
  const lines: string[] = [];
  const logger = pino({ base: null }, { write: (line: string) => void lines.push(line) });
  afterEach(() => void lines.splice(0));

  function deskWith(error: Error) {
    const { store } = administrator;
    const broken: Store = {
      ...store,
      office: { ...store.office, get: vi.fn<Store["office"]["get"]>().mockThrow(error) },
    };
    const { clock } = administrator;
    const options = {
      policyDirectory,
      calendarDirectory,
      makePaper: realPapers,
      makeReport: realReports,
      markCopy: realCopies,
      logger,
      clock,
      demo: false,
      hostKind: "browser",
      version: "0",
    } as const;
    return createDesk({ ...options, store: broken });
  }

  test("is answered with a number to ask for, and logged under it without anybody's data", async () => {
    const desk = deskWith(new TypeError(`cannot read 单长河 ${MAN} 19800000061`));
    const answer = await desk.call(administrator.connection, "office.get", {});
    expect(answer).toMatchObject({ ok: false, error: { code: "internal" } });
    if (answer.ok) return;
    expect(answer.error.message).not.toMatch(/单长河|cannot/);
    expect(answer.error.traceId).toMatch(/^[0-9A-F]{10}$/);

    const logged = JSON.parse(lines[0]!) as Record<string, unknown>;
    expect(logged).toMatchObject({ trace: answer.error.traceId, call: "office.get", code: "internal" });
    expect(logged["fault"]).toBe("TypeError: cannot read ▮ ▮ ▮");
    expect(lines.join("")).not.toMatch(/单长河|2102991965|19800000061/);
  });

  test.each(["locked", "full", "read-only", "corrupt", "newer", "not-ours"] as const)(
    "of the store has its own code: %s",
    async (kind) => {
      const answer = await deskWith(new StoreError(kind, "…")).call(administrator.connection, "office.get", {});
      expect(answer).toMatchObject({ ok: false, error: { code: `store-${kind}` } });
    },
  );
});
