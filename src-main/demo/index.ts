/** Fills an empty store for demonstrations, through the same calls as a clerk's. */
import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import type { CallInput, CallName, CallOutput, CallResult } from "../../src-shared/contract/index.ts";
import { formatDate, fromPlainDate, toPlainDate } from "../../src-shared/domain/calendar.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import type { DraftContent } from "../../src-shared/domain/case.ts";
import { COUNTER_TIME_ZONE, type Clock } from "../clock.ts";
import { createDesk, type Connection, type DeskOptions } from "../desk/index.ts";
import { hashPassword } from "../desk/passwords.ts";
import { allMaterials, demoForm, onlyAsked } from "./forms.ts";
import { syntheticPerson } from "./people.ts";

export const DEMO_LOGIN = "demo";
export const DEMO_PASSWORD = "demo-demo";
export const DEMO_PEOPLE = 200;
/** The other people of the office, all with the password of the demonstration. */
export const DEMO_CLERKS: readonly { readonly login: string; readonly name: string; readonly role: Role }[] = [
  { login: "jingban", name: "演示经办", role: "clerk" },
  { login: "fuhe", name: "演示复核", role: "reviewer" },
  { login: "zhuguan", name: "演示主管", role: "supervisor" },
  { login: "shenji", name: "演示审计", role: "auditor" },
];

const FIRST_VISIT_DAYS_AGO = 500;

type Call = <Name extends CallName>(name: Name, input: CallInput<Name>) => Promise<CallOutput<Name>>;

/** A clock that stands where the demonstration is: visits lie in the past. */
class DemoClock implements Clock {
  #at: Temporal.Instant;
  constructor(at: Temporal.Instant) {
    this.#at = at;
  }
  moveTo(at: Temporal.Instant): void {
    this.#at = at;
  }
  now(): string {
    return this.#at.toString({ fractionalSecondDigits: 3 });
  }
  today(): number {
    return fromPlainDate(this.#at.toZonedDateTimeISO(COUNTER_TIME_ZONE).toPlainDate());
  }
  elapsed(): number {
    return 0;
  }
}

/** An office, the administrator `demo`, and a person a day or two: open, submitted, amended, cancelled and unfinished forms. */
export async function seedDemonstration(
  options: Omit<DeskOptions, "clock" | "printPdf" | "saveFile" | "listPrinters">,
  clock: Clock,
  people = DEMO_PEOPLE,
): Promise<void> {
  const today = toPlainDate(clock.today());
  const demoClock = new DemoClock(Temporal.Instant.from(clock.now()).subtract({ hours: 24 * FIRST_VISIT_DAYS_AGO }));
  const desk = createDesk({ ...options, clock: demoClock });
  const connection = desk.connect();
  const reviewing = desk.connect();

  const callOn =
    (window: Connection): Call =>
    async (name, input) => {
      const result = (await desk.call(window, name, input)) as CallResult<CallOutput<typeof name>>;
      if (!result.ok) throw new Error(`${name} of the demonstration was refused: ${JSON.stringify(result.error)}`);
      return result.value;
    };
  const call = callOn(connection);
  const review = callOn(reviewing);

  await call("session.setup", {
    requestId: randomUUID(),
    office: { code: "2102", name: "演示区医疗保障事务服务中心", cities: ["dalian"] },
    login: DEMO_LOGIN,
    name: "演示管理员",
    password: DEMO_PASSWORD,
  });
  const passwordHash = await hashPassword(DEMO_PASSWORD, options.scryptCost);
  for (const clerk of DEMO_CLERKS) {
    const act = { operation: "clerks.create", clerkId: connection.clerkId, at: demoClock.now(), requestId: null };
    options.store.clerks.add(act, { id: randomUUID(), ...clerk, passwordHash, mustChangePassword: false });
  }
  await review("session.login", { login: DEMO_CLERKS.find(({ role }) => role === "reviewer")!.login, password: DEMO_PASSWORD });
  for (let index = 0; index < people; index++) {
    const daysAgo = Math.ceil((FIRST_VISIT_DAYS_AGO * (people - index)) / people);
    const visit = today.subtract({ days: daysAgo });
    const time = { hour: 9 + (index % 7), minute: (index * 7) % 60 };
    demoClock.moveTo(visit.toZonedDateTime({ timeZone: COUNTER_TIME_ZONE, plainTime: time }).toInstant());
    // the days between two visits are no idle minutes
    for (const window of [connection, reviewing]) window.active = null;
    await receive(call, review, index, formatDate(fromPlainDate(visit)));
  }
}

/** Of the cases that need a second person most are approved, some returned, the newest still wait. */
async function look(review: Call, id: string, index: number): Promise<void> {
  const request = { requestId: randomUUID(), id, version: 1 };
  if (index % 4 === 3) await review("review.return", { ...request, reason: "缴费年限请再核对一次" });
  else if (index % 4 !== 2) await review("review.approve", { ...request, note: "" });
}

async function receive(call: Call, review: Call, index: number, asOf: string): Promise<void> {
  const { birthDate, sex } = syntheticPerson(index);
  const typed = demoForm(index, asOf);
  const { matter } = typed;
  // the answers that come up depend on each other: ask until nothing changes
  let form = typed;
  let evaluation = await call("counter.evaluate", { matter, asOf, facts: { ...typed.facts, birthDate, sex } });
  for (let round = 0; round < 3; round++) {
    form = onlyAsked({ ...typed, facts: { ...typed.facts, birthDate, sex } }, evaluation.questions);
    evaluation = await call("counter.evaluate", { matter, asOf, facts: form.facts });
  }
  const draftId = randomUUID();
  const save = (content: DraftContent) => call("cases.save", { requestId: randomUUID(), draftId, content });
  const { decision } = evaluation;
  if (!decision || index % 25 === 24) {
    await call("drafts.save", { id: draftId, content: form });
    return;
  }
  if (decision.outcome !== "granted" || index % 3 !== 0) {
    const opened = await save(form);
    await call("drafts.discard", { id: draftId });
    if (index % 29 === 28) await call("cases.cancel", { requestId: randomUUID(), id: opened.id, reason: "本人要求撤回" });
    return;
  }
  const complete = { ...form, materials: allMaterials(decision) };
  const submitted = await call("cases.submit", { requestId: randomUUID(), draftId, content: complete, reason: "" });
  if (index % 24 === 0) {
    await call("cases.cancel", { requestId: randomUUID(), id: submitted.id, reason: "重复受理，按本人申请撤销" });
  } else if (index % 15 === 0) {
    const amendment = await call("cases.startAmendment", { requestId: randomUUID(), id: submitted.id });
    const content = { ...amendment.content, person: { ...amendment.content.person, phone: "19800009999" } };
    await call("cases.submit", { requestId: randomUUID(), draftId: amendment.id, content, reason: "更正联系电话" });
  } else if (submitted.state === "in-review") {
    await look(review, submitted.id, index);
  }
}
