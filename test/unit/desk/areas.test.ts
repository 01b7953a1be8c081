/**
 * What a call changes is named at the contract, by area; screens that show one of the areas ask again. Here every command is carried
 * out, and each answer that reads differently afterwards must lie in an area that the command names.
 */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { AREAS, type Area, type ChangesAreas, type ShowsAreas } from "../../../src-shared/contract/define.ts";
import {
  calls,
  type CallInput,
  type CallName,
  type CallOutput,
  type ReadingName,
  type WritingName,
} from "../../../src-shared/contract/index.ts";
import type { MaterialTick } from "../../../src-shared/domain/case.ts";
import { USUAL_SETTINGS } from "../../../src-shared/domain/office-settings.ts";
import { APPROVAL_FORM, form, MAN, MATTER, PASSWORD, submission, TestDesk, TODAY, TOO_FEW, type Seat } from "./test-desk.ts";

const effectOf = (name: CallName): ShowsAreas | ChangesAreas => calls[name].effect;
const shownBy = (name: CallName): readonly Area[] => {
  const effect = effectOf(name);
  return "shows" in effect ? effect.shows : [];
};
const changedBy = (name: CallName): readonly Area[] => {
  const effect = effectOf(name);
  return "changes" in effect ? effect.changes : [];
};
const names = Object.keys(calls) as CallName[];

/** Commands that name no area: everything is asked anew anyway, or nothing that is on a screen is another. */
const NO_AREA = {
  // whoever sits there comes or goes
  session: [
    "session.setup",
    "session.beginRestore",
    "session.login",
    "session.replaceAdministrator",
    "session.logout",
    "session.lock",
    "session.unlock",
    "session.changePassword",
    "clock.confirm",
  ],
  // all of the data are others, and every session ends
  restored: ["backup.restore", "backup.undoRestore", "rescue.retry", "rescue.unlock", "rescue.accept", "rescue.restore"],
  // a file, a number or a folder for whoever asked
  handedOut: [
    "people.reveal",
    "reports.export",
    "audit.export",
    "exports.cancel",
    "backup.pickFolder",
    "diagnosis.export",
    "rescue.diagnosis",
  ],
} as const satisfies Record<string, readonly WritingName[]>;

/** Tried with folders, keys and upgrades of their own: `backups.test.ts`, `restoring`, `upgrade`. What they show asks by the clock, too. */
const OF_THE_MACHINE: readonly WritingName[] = [
  "backup.now",
  "backup.chooseFolder",
  "backup.confirmRestore",
  "keys.keepOnlyPresent",
  "keys.newRecoveryCode",
  "upgrade.removeCopy",
];

describe("areas", () => {
  test("each is shown by a call and changed by another", () => {
    expect(AREAS.filter((area) => !names.some((name) => shownBy(name).includes(area)))).toEqual([]);
    expect(AREAS.filter((area) => !names.some((name) => changedBy(name).includes(area)))).toEqual([]);
  });

  test("are named by every command but those whose reason stands here", () => {
    const commands = names.filter((name) => "changes" in effectOf(name));
    expect(commands.filter((name) => changedBy(name).length === 0).sort()).toEqual(Object.values(NO_AREA).flat().sort());
  });

  test("a call that is carried out once, by its request id, is a command", () => {
    const once = names.filter((name) => {
      const { input } = calls[name];
      return "shape" in input && "requestId" in input.shape;
    });
    expect(once.filter((name) => !("changes" in effectOf(name)))).toEqual([]);
  });
});

describe("every command", () => {
  let desk: TestDesk;
  let leaver: Seat;
  let reviewer: Seat;
  let supervisor: Seat;
  const tried = new Set<CallName>();
  const cases: string[] = [];
  const people = new Set<string>();
  const missed: string[] = [];

  beforeAll(() => {
    desk = new TestDesk().setUp().settings({ promises: { ...PROMISES } });
    leaver = desk.seat("clerk", "经办甲");
    reviewer = desk.seat("reviewer", "复核乙");
    supervisor = desk.seat("supervisor", "主管丙");
  });
  afterAll(() => desk.remove());

  const PROMISES = {
    on: true,
    workingDays: 5,
    materials: [{ matter: MATTER, material: APPROVAL_FORM.id }],
    document: "容缺受理清单（2025年版）",
  };
  const page = { limit: 50, offset: 0 };
  const ask = <Name extends ReadingName>(name: Name, input: CallInput<Name>) => [name, input] as const;

  /** What can stand on the screens of an administrator, who may read nearly everything. */
  const readings = (): (readonly [ReadingName, unknown])[] => [
    ask("session.status", {}),
    ask("policy.matters", {}),
    ask("policy.faulty", {}),
    ask("policy.elsewhere", {}),
    ask("policy.figuresToEnter", {}),
    ask("policy.library", { city: "dalian" }),
    ask("counter.evaluate", { matter: MATTER, asOf: "2026-03-02", facts: TOO_FEW }),
    ask("counter.comparable", { matter: MATTER }),
    ask("drafts.list", {}),
    ask("drafts.ofOthers", {}),
    ask("find.anything", { text: "单", limit: 9 }),
    ask("people.lookup", { identityNumber: MAN }),
    ask("people.duplicates", { identityNumber: MAN, name: "单长河" }),
    ask("cases.search", { text: "", state: null, ...page }),
    ask("promises.list", { which: "all", ...page }),
    ask("promises.limit", { matter: MATTER }),
    ask("review.queue", {}),
    ask("office.get", {}),
    ask("office.settings", {}),
    ask("office.calendar", {}),
    ask("work.today", {}),
    ask("clerks.names", {}),
    ask("clerks.list", {}),
    ask("clerks.openWork", { id: leaver.id }),
    ask("reports.day", { date: TODAY, clerkId: null }),
    ask("reports.statistics", { from: TODAY, to: TODAY }),
    ask("audit.unconfirmed", {}),
    ...cases.flatMap((id) => [ask("cases.get", { id }), ask("attachments.list", { caseId: id })]),
    ...[...people].map((id) => ask("people.get", { id })),
  ];

  async function screens(): Promise<ReadonlyMap<string, string>> {
    const shown = new Map<string, string>();
    for (const [name, input] of readings())
      shown.set(
        JSON.stringify([name, input]),
        JSON.stringify(await desk.desk.call(desk.connection, name, input)).replace(OF_THE_MOMENT, ""),
      );
    return shown;
  }
  /** A refusal's own number, and the end of the audit chain, which every command moves: a day's sheet shows it as of its own hour. */
  const OF_THE_MOMENT = /"(?:traceId|anchor)":"[^"]*"/;

  async function carryOut<Name extends WritingName>(
    name: Name,
    input: CallInput<Name>,
    by: TestDesk | Seat = desk,
  ): Promise<CallOutput<Name>> {
    tried.add(name);
    const before = await screens();
    const output = await by.call(name, input);
    const after = await screens();
    const others = [...before].filter(([key, answer]) => after.get(key) !== answer).map(([key]) => key);
    const nameOf = (key: string) => (JSON.parse(key) as [CallName])[0];
    const stale = others.filter((key) => !shownBy(nameOf(key)).some((area) => changedBy(name).includes(area)));
    missed.push(...stale.map((key) => `${name} leaves ${key} on the screen as it was`));
    // a command that seems to change nothing here proves nothing
    if (others.length === 0) missed.push(`${name} changed nothing`);
    return output;
  }

  const requestId = randomUUID;
  const reason = "测试用的理由";
  const submit = async (changes: Parameters<typeof submission>[0], by: TestDesk | Seat = desk, promiseSigned = false) => {
    const view = await carryOut("cases.submit", { ...submission(changes), promiseSigned }, by);
    cases.push(view.id);
    people.add(view.personId);
    return view;
  };

  test("of forms", async () => {
    const own = await carryOut("drafts.save", { id: randomUUID(), content: form() });
    await carryOut("drafts.discard", { id: own.id });
    const saved = await carryOut("cases.save", {
      requestId: requestId(),
      draftId: randomUUID(),
      content: form({ materials: [] }),
    });
    cases.push(saved.id);
    people.add(saved.personId);
    await carryOut("drafts.startFor", { requestId: requestId(), personId: saved.personId, matter: "dalian.enrolment" });
    for (const command of ["drafts.handOver", "drafts.discardOfOther"] as const) {
      const theirs = await carryOut("drafts.save", { id: randomUUID(), content: form() }, leaver);
      if (command === "drafts.handOver")
        await carryOut(command, { requestId: requestId(), id: theirs.id, to: desk.connection.clerkId!, reason });
      else await carryOut(command, { requestId: requestId(), id: theirs.id, reason });
    }
    expect(missed).toEqual([]);
  });

  test("of cases, papers and attachments", async () => {
    await carryOut("papers.make", { requestId: requestId(), caseId: cases[0]!, kind: "one-time-notice" });
    const added = await carryOut("attachments.add", {
      requestId: requestId(),
      caseId: cases[0]!,
      material: null,
      name: "表.pdf",
      base64: btoa("%PDF-1.4\n\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"),
    });
    await carryOut("attachments.remove", { requestId: requestId(), id: added.id, reason });
    const due: MaterialTick = { ...APPROVAL_FORM, received: false, how: "promised", promisedOn: "2025-07-22" };
    const promised = await submit({ materials: [due] }, desk, true);
    await carryOut("papers.print", { requestId: requestId(), id: promised.papers[0]!.id });
    await carryOut("cases.receivePromised", { requestId: requestId(), id: promised.id, materials: [APPROVAL_FORM] });
    await carryOut("cases.startAmendment", { requestId: requestId(), id: promised.id });
    await carryOut("cases.cancel", { requestId: requestId(), id: promised.id, reason });
    expect(missed).toEqual([]);
  });

  test("of the second person", async () => {
    const sentBack = await submit({ facts: TOO_FEW }, leaver);
    await carryOut("review.return", { requestId: requestId(), id: sentBack.id, version: 1, reason }, reviewer);
    const approved = await submit({ facts: TOO_FEW }, leaver);
    await carryOut("review.approve", { requestId: requestId(), id: approved.id, version: 1, note: "金额已核对" }, reviewer);
    expect(missed).toEqual([]);
  });

  test("of people and days", async () => {
    const [id] = people;
    const person = { identityNumber: MAN, name: "单常河", phone: "19800000061" };
    await carryOut("people.correct", { requestId: requestId(), id: id!, ...person, reason });
    await carryOut("reports.closeDay", { requestId: requestId(), date: TODAY, note: "文书次日补打" });
    expect(missed).toEqual([]);
  });

  test("of the policy", async () => {
    const [reading] = (await desk.call("policy.library", { city: "dalian" })).readings;
    const option = reading!.options.find(({ id }) => id !== reading!.chosen)!.id;
    await carryOut("policy.chooseReading", { requestId: requestId(), reading: reading!.id, option, reason });
    await carryOut("policy.enterFigure", {
      requestId: requestId(),
      figure: "dalian.assessed-base",
      from: "2026-01-01",
      to: "2026-12-31",
      value: "8500",
      document: "测医保〔2026〕1号",
      note: "",
    });
    expect(missed).toEqual([]);
  });

  test("of the office and its clerks", async () => {
    const second = { login: reviewer.login, password: PASSWORD };
    await carryOut("clerks.create", { requestId: requestId(), login: "lihong", name: "李红", role: "clerk", second });
    await carryOut("clerks.rename", { requestId: requestId(), id: leaver.id, name: "经办甲之新名" });
    await carryOut("clerks.changeRole", { requestId: requestId(), id: leaver.id, role: "reviewer", second });
    const { oneTimePassword } = await carryOut("clerks.resetPassword", { requestId: requestId(), id: leaver.id, second });
    await leaver.call("session.login", { login: leaver.login, password: oneTimePassword! });
    await leaver.call("session.changePassword", { requestId: requestId(), current: oneTimePassword!, next: "another-horse-9" });
    await carryOut("clerks.confirm", { requestId: requestId(), id: leaver.id, second }, supervisor);
    await carryOut("clerks.setActive", { requestId: requestId(), id: leaver.id, active: false, reason, second });
    await carryOut("office.changeSettings", {
      requestId: requestId(),
      settings: { ...USUAL_SETTINGS, lockAfterMinutes: 5, promises: { ...USUAL_SETTINGS.promises, workingDays: 9 } },
      reason,
    });
    await carryOut("session.setTextSize", { requestId: requestId(), textSize: "large" });
    await carryOut("office.chooseCities", { requestId: requestId(), cities: ["dalian", "tieling"] });
    expect(missed).toEqual([]);
  });

  test("has been carried out", () => {
    const told = new Set<CallName>([...Object.values(NO_AREA).flat(), ...OF_THE_MACHINE]);
    expect(names.filter((name) => "changes" in effectOf(name) && !tried.has(name) && !told.has(name))).toEqual([]);
  });
});
