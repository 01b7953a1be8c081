/** What clerks ask of the big office, as the screens ask it: calls of the contract, each with a stream of different inputs. */
import type { CallInput, CallName } from "../../../src-shared/contract/index.ts";
import { CASE_STATES, MOST_COUNTED, type PersonInput } from "../../../src-shared/domain/case.ts";
import { BUSY_CLERK, BUSY_MATTER, LAST_DAY, RARE_CLERK, RARE_MATTER } from "./acts.ts";

/** Rows of a page of the case list, of the box on top, of the audit and of the list of what falls due. */
const PAGE = 13;
const SHOWN = 6;
const AUDIT_PAGE = 50;
const DUE_ROWS = 200;

export interface Asked<Name extends CallName = CallName> {
  readonly call: Name;
  readonly input: CallInput<Name>;
}

/** A line of the table: its calls are timed one by one. */
export interface Question {
  readonly name: string;
  readonly asked: readonly Asked[];
  /** Each is another question, and the slowest one is told by name. */
  readonly names?: readonly string[];
}

/** People and cases to ask for, spread over the whole store. */
export interface Known {
  readonly people: readonly PersonInput[];
  readonly personIds: readonly string[];
  /** Comes more often than anybody. */
  readonly busiestPersonId: string;
  readonly receiptNumbers: readonly string[];
  readonly caseIds: readonly string[];
}

const ROUNDS = 60;
const rounds = <Name extends CallName>(call: Name, input: (round: number) => CallInput<Name>): Asked<Name>[] =>
  Array.from({ length: ROUNDS }, (_, round) => ({ call, input: input(round) }));

const INITIALS = ["zs", "ww", "lj", "cx", "hm", "zw", "lxy", "wjg", "ly", "czh"];
const PINYIN = ["zhang", "wangwei", "lij", "chenx", "huangmei", "li", "wang", "zhao", "liux", "sunq"];
const LETTERS = "zwlcyhxsgjdfmqtbkpnr";
const SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡";

type Search = CallInput<"cases.search">;
const search = (more: Partial<Search>): Search => ({ text: "", state: null, limit: PAGE, offset: 0, ...more });

/** Every choice of every filter with every other. */
function filterCombinations(texts: readonly string[], narrow: boolean): { name: string; input: Search }[] {
  const found: { name: string; input: Search }[] = [];
  const states = narrow ? ([null, "submitted", "in-review"] as const) : ([null, ...CASE_STATES] as const);
  const matters = narrow ? [null, BUSY_MATTER] : [null, BUSY_MATTER, RARE_MATTER];
  const clerks = narrow ? [null, BUSY_CLERK] : [null, BUSY_CLERK, RARE_CLERK];
  const spans = [
    { name: "", from: null, to: null },
    { name: "one day", from: LAST_DAY, to: LAST_DAY },
    { name: "one year", from: "2022-01-01", to: "2022-12-31" },
  ].slice(0, narrow ? 1 : 3);
  const amounts = [
    { name: "", amountFrom: null, amountTo: null },
    { name: "amount from 1,000", amountFrom: 100_000, amountTo: null },
    { name: "amount 2,000–2,001", amountFrom: 200_000, amountTo: 200_100 },
  ].slice(0, narrow ? 2 : 3);
  const dues = narrow ? ([null] as const) : ([null, "overdue", "soon"] as const);
  for (const text of texts) {
    for (const state of states) {
      for (const matter of matters) {
        for (const clerkId of clerks) {
          for (const { name: span, from, to } of spans) {
            for (const { name: amount, amountFrom, amountTo } of amounts) {
              for (const due of dues) {
                for (const sort of ["newest", "due", "amount"] as const) {
                  const input = search({ text, state, matter, clerkId, from, to, amountFrom, amountTo, due, sort });
                  const name = [text, state, matter, clerkId, span, amount, due, `by ${sort}`].filter(Boolean).join(", ");
                  found.push({ name, input });
                }
              }
            }
          }
        }
      }
    }
  }
  return found;
}

const combined = (name: string, combinations: { name: string; input: Search }[]): Question => ({
  name: `${name} (${combinations.length})`,
  asked: combinations.map(({ input }) => ({ call: "cases.search", input })),
  names: combinations.map((each) => each.name),
});

export function questions({ people, personIds, busiestPersonId, receiptNumbers, caseIds }: Known): Question[] {
  const of = <Entry>(list: ArrayLike<Entry>, round: number): Entry => list[round % list.length]!;
  const find = (text: (round: number) => string) => rounds("find.anything", (round) => ({ text: text(round), limit: SHOWN }));
  const audit = (more: (round: number) => Partial<CallInput<"audit.list">>) =>
    rounds("audit.list", (round) => ({ limit: AUDIT_PAGE, ...more(round) }));
  const lastPage = Math.floor((MOST_COUNTED - 1) / PAGE) * PAGE;
  return [
    { name: "find: full name", asked: find((round) => of(people, round).name) },
    { name: "find: one character", asked: find((round) => of(SURNAMES, round)) },
    { name: "find: two characters", asked: find((round) => of(people, round).name.slice(0, 2)) },
    { name: "find: pinyin", asked: find((round) => of(PINYIN, round)) },
    { name: "find: initials", asked: find((round) => of(INITIALS, round)) },
    { name: "find: one letter", asked: find((round) => of(LETTERS, round)) },
    { name: "find: identity number", asked: find((round) => of(people, round).identityNumber) },
    { name: "find: last four", asked: find((round) => of(people, round).identityNumber.slice(-4)) },
    { name: "find: receipt number", asked: find((round) => of(receiptNumbers, round)) },
    { name: "find: telephone", asked: find((round) => of(people, round).phone) },
    combined("case list: every combination of filters", filterCombinations([""], false)),
    combined("case list: text and filters", filterCombinations([of(people, 3).name, "张", "zs", "z", "0012"], true)),
    {
      name: "case list: last page counted",
      asked: (["newest", "due", "amount"] as const).flatMap((sort) =>
        [null, "submitted" as const, "approved" as const].flatMap((state) =>
          [null, BUSY_MATTER].map((matter) => ({
            call: "cases.search" as const,
            input: search({ state, sort, matter, offset: lastPage }),
          })),
        ),
      ),
    },
    { name: "person and timeline", asked: rounds("people.get", (round) => ({ id: of(personIds, round) })) },
    { name: "person who came a hundred times", asked: rounds("people.get", () => ({ id: busiestPersonId })) },
    { name: "day's work, 800 cases", asked: rounds("reports.day", () => ({ date: LAST_DAY, clerkId: null })) },
    { name: "day's work of one clerk", asked: rounds("reports.day", () => ({ date: LAST_DAY, clerkId: BUSY_CLERK })) },
    { name: "statistics of a year", asked: rounds("reports.statistics", () => ({ from: "2024-01-01", to: "2024-12-31" })) },
    { name: "statistics of three years", asked: rounds("reports.statistics", () => ({ from: "2022-01-01", to: "2024-12-31" })) },
    {
      name: "what falls due",
      asked: [
        ...rounds("promises.list", (round) => ({
          which: of(["all", "due", "overdue"] as const, round),
          limit: DUE_ROWS,
          offset: 0,
        })),
        ...rounds("cases.search", (round) =>
          search({ due: of(["overdue", "soon"] as const, round), sort: "due", limit: DUE_ROWS }),
        ),
      ],
    },
    { name: "what waits (menu)", asked: rounds("work.today", () => ({})) },
    { name: "review queue", asked: rounds("review.queue", () => ({})) },
    {
      name: "audit: a page, every filter",
      asked: [
        ...audit(() => ({})),
        ...audit(() => ({ clerkId: BUSY_CLERK })),
        ...audit(() => ({ clerkId: RARE_CLERK, operation: "people.reveal" })),
        ...audit(() => ({ operation: "people.reveal" })),
        ...audit(() => ({ operation: "clerks.create", from: "2020-01-01", to: LAST_DAY })),
        ...audit(() => ({ from: "2020-01-01", to: "2020-12-31" })),
        ...audit((round) => ({ caseId: of(caseIds, round) })),
        ...audit((round) => ({ personId: of(personIds, round) })),
        ...audit(() => ({ personId: busiestPersonId, clerkId: BUSY_CLERK })),
      ],
    },
  ];
}
