/** Fills an empty store for demonstrations, through the same calls as a clerk's. */
import { randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { Temporal } from "temporal-polyfill";
import type { CallInput, CallName, CallOutput, CallResult } from "../../src-shared/contract/index.ts";
import { formatDate, fromPlainDate, toPlainDate } from "../../src-shared/domain/calendar.ts";
import type { DraftContent, MaterialTick } from "../../src-shared/domain/case.ts";
import type { Decision } from "../../src-shared/domain/decision.ts";
import type { Evaluation } from "../../src-shared/domain/facts.ts";
import { SETTINGS_NAME, USUAL_SETTINGS, type OfficeSettings } from "../../src-shared/domain/office-settings.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import { COUNTER_TIME_ZONE, type Clock } from "../clock.ts";
import { createDesk, type Connection, type DeskOptions } from "../desk/index.ts";
import { silentLogger } from "../logger.ts";
import { openStore, publish } from "../store/index.ts";
import { loadOfficePack } from "../desk/policy/office-pack.ts";
import { hashPassword } from "../desk/session/passwords.ts";
import { cities } from "../rules/index.ts";
import { demoFigures } from "./figures.ts";
import { DEMO_TEXT } from "./text.ts";
import { VISITS, visitForm, visitOf } from "./visits/index.ts";

export const DEMO_LOGIN = "demo";
export const DEMO_PASSWORD = "demo-demo";
/** Each of the visits twice: a year of an office with many kinds of matter. */
export const DEMO_PEOPLE = 2 * VISITS.length;
/** The other people of the office, all with the password of the demonstration. */
const DEMO_CLERKS: readonly { readonly login: string; readonly name: string; readonly role: Role }[] = [
  { login: "jingban", name: DEMO_TEXT.clerks.clerk, role: "clerk" },
  { login: "fuhe", name: DEMO_TEXT.clerks.reviewer, role: "reviewer" },
  { login: "zhuguan", name: DEMO_TEXT.clerks.supervisor, role: "supervisor" },
  { login: "shenji", name: DEMO_TEXT.clerks.auditor, role: "auditor" },
];

const FIRST_VISIT_DAYS_AGO = 365;
/** Of the last visits nobody has looked at those that need a second person. */
const STILL_WAITING = 16;
/** Of the last visits nobody has brought what was promised: some of it is overdue. */
const STILL_PROMISED = 40;
/** What the demo office lets people bring later: the first paper of these matters. */
const MAY_FOLLOW = [
  { matter: "dalian.retirement", material: "approval-form" },
  { matter: "dalian.enrolment", material: "residence-permit" },
  { matter: "tieling.back-payment", material: "payment-record" },
  { matter: "tieling.retirement", material: "pension-approval" },
  { matter: "tieling.duplicate", material: "other-record" },
];

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

type SeedOptions = Omit<DeskOptions, "clock" | "printPdf" | "saveFile" | "listPrinters">;
type GivenOptions = Omit<SeedOptions, "store" | "makePaper" | "makeReport" | "markCopy">;

/** Its papers would take most of the time: they are made when a case is first opened, like those of a submission cut short. */
const laterPapers = () => Promise.reject(new Error("papers of the demonstration are made when they are first looked at"));

/**
 * Makes a demonstration at `path`, where nothing is yet: in a folder beside it, so that it is there whole or not at all.
 * @throws StoreError of any kind; what was begun before is made anew
 */
export async function makeDemonstration(path: string, options: GivenOptions, clock: Clock): Promise<void> {
  const folder = join(dirname(path), "preparing");
  rmSync(folder, { recursive: true, force: true });
  const unfinished = join(folder, basename(path));
  const store = openStore(unfinished, { clock, demo: true, durable: false });
  try {
    const quiet = { ...options, logger: silentLogger, makePaper: laterPapers, makeReport: laterPapers, markCopy: laterPapers };
    await seedDemonstration({ ...quiet, store }, clock);
  } finally {
    store.close();
  }
  publish(unfinished, path);
  rmSync(folder, { recursive: true, force: true });
}

/**
 * An office of all cities with its figures, the administrator `demo`, and a person a day or two over the last year: open,
 * submitted, reviewed, returned, promised, amended, cancelled and unfinished forms.
 */
async function seedDemonstration(options: SeedOptions, clock: Clock, people = DEMO_PEOPLE): Promise<void> {
  const today = toPlainDate(clock.today());
  const demoClock = new DemoClock(Temporal.Instant.from(clock.now()).subtract({ hours: 24 * FIRST_VISIT_DAYS_AGO }));
  await openOffice(options, demoClock, formatDate(clock.today()));

  const desk = createDesk({ ...options, clock: demoClock });
  // without their passwords, each of which takes a third of a second to check
  const seat = (login: string): { connection: Connection; call: Call } => {
    const connection = desk.connect();
    connection.clerkId = options.store.clerks.byLogin(login)!.id;
    const call: Call = async (name, input) => {
      const result = (await desk.call(connection, name, input)) as CallResult<CallOutput<typeof name>>;
      if (!result.ok) throw new Error(`${name} of the demonstration was refused: ${JSON.stringify(result.error)}`);
      return result.value;
    };
    return { connection, call };
  };
  const [counter, review] = [seat(loginOf("clerk")), seat(loginOf("reviewer"))];
  const administrator = options.store.clerks.byLogin(DEMO_LOGIN)!.id;
  const dayOf = (index: number): Temporal.PlainDate =>
    today.subtract({ days: Math.ceil((FIRST_VISIT_DAYS_AGO * (people - index)) / people) });
  const moveTo = (day: Temporal.PlainDate, plainTime: Temporal.PlainTimeLike): void =>
    demoClock.moveTo(day.toZonedDateTime({ timeZone: COUNTER_TIME_ZONE, plainTime }).toInstant());
  for (let index = 0; index < people; index++) {
    const visit = dayOf(index);
    moveTo(visit, { hour: 9 + (index % 7), minute: (index * 7) % 60 });
    // the days between two visits are no idle minutes
    for (const { connection } of [counter, review]) connection.active = null;
    const day = formatDate(fromPlainDate(visit));
    await receive(counter.call, review.call, { index, left: people - index }, day);
    // the newest day is left to whoever tries it
    if (index === people - 1 || dayOf(index + 1).equals(visit)) continue;
    moveTo(visit, { hour: 17, minute: 30 });
    const act = { operation: "reports.closeDay", clerkId: administrator, at: demoClock.now(), requestId: null };
    options.store.ledger.closeDay(act, day, DEMO_TEXT.dayClosed);
  }
}

const loginOf = (role: Role): string => DEMO_CLERKS.find((clerk) => clerk.role === role)!.login;

/**
 * The office, its people, its settings and the figures that it lacks, straight into the store: a desk would load all policy before
 * its figures are there, and take a third of a second for each password.
 */
async function openOffice(options: SeedOptions, clock: Clock, today: string): Promise<void> {
  const { store, policyDirectory, logger } = options;
  const allCities = cities(policyDirectory);
  const administrator = randomUUID();
  const act = (operation: string) => ({ operation, clerkId: administrator, at: clock.now(), requestId: null });
  const passwordHash = await hashPassword(DEMO_PASSWORD, options.scryptCost);
  store.clerks.setUp(
    act("session.setup"),
    { code: "2102", name: DEMO_TEXT.office, cities: allCities },
    { id: administrator, login: DEMO_LOGIN, name: DEMO_TEXT.administrator, role: "administrator", passwordHash },
  );
  for (const clerk of DEMO_CLERKS) {
    store.clerks.add(act("clerks.create"), { id: randomUUID(), ...clerk, passwordHash, mustChangePassword: false });
  }
  const settings: OfficeSettings = {
    ...USUAL_SETTINGS,
    promises: { ...USUAL_SETTINGS.promises, materials: MAY_FOLLOW, document: DEMO_TEXT.promiseList },
  };
  store.settings.put(act("office.changeSettings"), SETTINGS_NAME, settings, DEMO_TEXT.settingsReason);
  for (const city of allCities) {
    const loaded = loadOfficePack(store, policyDirectory, city, (entry) => logger.warn(entry, "office policy data set aside"));
    if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
    for (const figure of demoFigures(loaded.pack, today)) {
      store.policy.addOfficeFigure(act("policy.enterFigure"), { ...figure, city });
    }
  }
}

interface Turn {
  readonly index: number;
  /** How many are still to come, this one counted. */
  readonly left: number;
}

/** Of the cases that need a second person most are approved, some returned, the newest still wait. */
async function look(review: Call, id: string, { index, left }: Turn): Promise<void> {
  if (left <= STILL_WAITING) return;
  const request = { requestId: randomUUID(), id, version: 1 };
  if (index % 4 === 3) await review("review.return", { ...request, reason: DEMO_TEXT.returned });
  else if (index % 4 !== 2) await review("review.approve", { ...request, note: "" });
}

/** Only what is asked: an answer to a question that does not come up would be no fact of this person. */
async function answered(call: Call, typed: DraftContent): Promise<{ form: DraftContent; evaluation: Evaluation }> {
  const { matter, asOf } = typed;
  let { facts } = typed;
  let evaluation = await call("counter.evaluate", { matter, asOf, facts });
  // the questions that come up depend on each other: ask until nothing changes
  for (let before = -1; before !== Object.keys(facts).length;) {
    before = Object.keys(facts).length;
    const asked = new Set(evaluation.questions.map(({ id }) => id));
    facts = Object.fromEntries(Object.entries(facts).filter(([id]) => asked.has(id)));
    evaluation = await call("counter.evaluate", { matter, asOf, facts });
  }
  return { form: { ...typed, facts }, evaluation };
}

/** Everything that must be handed in, as it must be; in every second case what may follow is promised. */
async function handedIn(call: Call, { matter, materials }: Decision, { index }: Turn): Promise<MaterialTick[]> {
  const promised = MAY_FOLLOW.find((entry) => entry.matter === matter && index % 2 === 1)?.material;
  const { lastOn } = await call("promises.limit", { matter });
  return materials.map(({ id, form, count }) =>
    id === promised && lastOn !== null
      ? { id, received: false, form, count, how: "promised", promisedOn: lastOn }
      : { id, received: true, form, count },
  );
}

async function receive(call: Call, review: Call, turn: Turn, asOf: string): Promise<void> {
  const { index } = turn;
  const { form, evaluation } = await answered(call, visitForm(visitOf(index), index, asOf));
  const draftId = randomUUID();
  const save = (content: DraftContent) => call("cases.save", { requestId: randomUUID(), draftId, content });
  const { decision } = evaluation;
  if (!decision || index % 25 === 24) {
    await call("drafts.save", { id: draftId, content: form });
    return;
  }
  const finished = ["granted", "guidance"].includes(decision.outcome) && (decision.assumed ?? []).length === 0;
  if (!finished || index % 5 === 2) {
    const opened = await save(form);
    await call("drafts.discard", { id: draftId });
    if (index % 29 === 28) await call("cases.cancel", { requestId: randomUUID(), id: opened.id, reason: DEMO_TEXT.withdrawn });
    return;
  }
  const materials = await handedIn(call, decision, turn);
  const promises = materials.filter(({ how }) => how === "promised");
  const promiseSigned = promises.length > 0;
  const request = { requestId: randomUUID(), draftId, content: { ...form, materials }, reason: "", promiseSigned };
  const submitted = await call("cases.submit", request);
  // who came long ago has brought it since
  if (turn.left > STILL_PROMISED && promiseSigned) {
    const brought = promises.map((tick) => ({ id: tick.id, received: true, form: tick.form, count: tick.count }));
    await call("cases.receivePromised", { requestId: randomUUID(), id: submitted.id, materials: brought });
  }
  if (index % 24 === 0) {
    await call("cases.cancel", { requestId: randomUUID(), id: submitted.id, reason: DEMO_TEXT.repeated });
  } else if (index % 15 === 0) {
    const amendment = await call("cases.startAmendment", { requestId: randomUUID(), id: submitted.id });
    const content = { ...amendment.content, person: { ...amendment.content.person, phone: "19800009999" } };
    const again = { requestId: randomUUID(), draftId: amendment.id, content, reason: DEMO_TEXT.phoneCorrected };
    await call("cases.submit", again);
  } else if (submitted.state === "in-review" && !promiseSigned) {
    await look(review, submitted.id, turn);
  }
}
