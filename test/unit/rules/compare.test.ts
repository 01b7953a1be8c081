/** How the answers of one matter become those of another. Two matters of one city will do: the rules know no cities here. */
import { describe, expect, it } from "vitest";
import type { Move } from "../../../src-shared/contract/counter.ts";
import type { AnswerStanding, Comparison } from "../../../src-shared/contract/index.ts";
import type { FactInputs } from "../../../src-shared/domain/facts.ts";
import {
  compare,
  loadPack,
  matterOf,
  matters,
  readPackSource,
  transactionOf,
  type Comparand,
} from "../../../src-main/rules/index.ts";
import { packFor } from "../../policy/golden.ts";
import { policyDirectory } from "../desk/test-desk.ts";

const loaded = loadPack(readPackSource(policyDirectory, "dalian", { figures: [], readingChoices: {} }));
if ("problems" in loaded) throw new Error(JSON.stringify(loaded.problems));
const { pack } = loaded;

const comparand = (id: string): Comparand => ({
  pack,
  matter: matterOf(pack, id),
  summary: matters(pack).find((summary) => summary.id === id)!,
});

const RETIREMENT: FactInputs = {
  birthDate: "1965-05-20",
  sex: "male",
  way: "pension-here",
  pensionMonth: "2025-07",
  capacity: "unit",
  contributed: { periods: [{ from: "1995-09", to: "2025-07" }] },
};

const between = (
  facts: FactInputs,
  otherFacts: FactInputs = {},
  other = "dalian.resignation",
  here = "dalian.retirement",
): Comparison => compare(comparand(here), comparand(other), facts, otherFacts, "2025-07-15");

const standings = ({ answers }: Comparison): Record<string, AnswerStanding> =>
  Object.fromEntries(answers.map(({ fact, standing }) => [fact, standing]));

describe("answers under another matter", () => {
  it("carry over where both ask under one id, and are marked where only one asks", () => {
    const found = between(RETIREMENT);
    expect(found.here.evaluation.decision?.outcome).toBe("granted");
    expect(standings(found)).toMatchObject({
      birthDate: "shared",
      way: "here-only",
      pensionMonth: "here-only",
      contributed: "shared",
      approvalMonth: "other-only",
    });
    expect(found.other.facts.contributed).toEqual(RETIREMENT.contributed);
    expect(found.other.evaluation.decision).toBeNull();
    expect(found.other.evaluation.unanswered).toContain("approvalMonth");
  });

  it("questions of the other matter are answered for it alone", () => {
    const found = between(RETIREMENT, { approvalMonth: "2025-07", capacity: "flexible" });
    expect(standings(found)).toMatchObject({ approvalMonth: "other-only", capacity: "changed" });
    expect(found.other.evaluation.decision).not.toBeNull();
    expect(found.here.facts.capacity).toBe("unit");
    expect(found.other.facts.capacity).toBe("flexible");
    expect(found.here.evaluation.decision?.matter).toBe("dalian.retirement");
  });

  it("are told in words, in the order of the form", () => {
    const { answers } = between(RETIREMENT);
    const of = (fact: string) => answers.find((answer) => answer.fact === fact)!;
    expect(of("contributed")).toMatchObject({
      here: "1995-09 至 2025-07，共 359 个月",
      other: "1995-09 至 2025-07，共 359 个月",
    });
    expect(of("way")).toMatchObject({ here: "已在大连办理养老退休", other: null, otherTitle: null });
    expect(of("approvalMonth")).toMatchObject({ here: null, hereTitle: null, other: null, otherTitle: "退职手续办结年月" });
    const asked = answers.filter(({ hereTitle }) => hereTitle !== null).map(({ fact }) => fact);
    expect(answers.slice(0, asked.length).map(({ fact }) => fact)).toEqual(asked);
  });

  it("one that is not asked here, though it was once, holds nowhere", () => {
    // pensionMonth belongs to those who have a pension here
    const facts = { ...RETIREMENT, way: "no-pension-here" };
    const found = between(facts, {}, "dalian.retirement");
    expect(found.here.facts).not.toHaveProperty("pensionMonth");
    expect(found.other.facts).not.toHaveProperty("pensionMonth");
  });

  it("one with an option the other does not know is asked again", () => {
    // resignation knows unit and flexible; retirement more
    const found = between({ ...RETIREMENT, capacity: "nobody-knows" });
    expect(standings(found).capacity).toBe("not-carried");
    expect(found.other.facts).not.toHaveProperty("capacity");
  });

  it("what the person's number tells goes along, though this matter does not ask it", () => {
    const found = between({ birthDate: "1975-07-20", sex: "male" }, {}, "dalian.resignation", "dalian.transfer-out");
    expect(found.here.facts).toEqual({});
    expect(found.other.facts).toMatchObject({ birthDate: "1975-07-20" });
    expect(standings(found).birthDate).toBe("other-only");
  });

  it("a date that is none is an error on both sides", () => {
    const found = compare(comparand("dalian.retirement"), comparand("dalian.resignation"), RETIREMENT, {}, "2025-02-30");
    for (const { evaluation } of [found.here, found.other]) {
      expect(evaluation.decision).toBeNull();
      expect(evaluation.errors).toMatchObject([{ fact: "asOf", code: "type" }]);
    }
  });
});

describe("months paid here, under another city's rules", () => {
  const tieling = packFor("tieling");
  const there: Comparand = {
    pack: tieling,
    matter: matterOf(tieling, "tieling.retirement"),
    summary: matters(tieling).find(({ id }) => id === "tieling.retirement")!,
  };
  const seen = (facts: FactInputs, move: Move): Comparison =>
    compare(comparand("dalian.retirement"), there, { ...RETIREMENT, ...facts }, {}, "2025-07-15", move);
  const said = ({ answers }: Comparison, fact: string) => answers.find((answer) => answer.fact === fact)?.other ?? null;

  it("count as moved in, or as if they had been paid there, whichever is asked", () => {
    const answers = { transferred: { months: 24 } };
    const moved = seen(answers, "moved");
    // 359 months paid in Dalian and 24 elsewhere; none in Tieling
    expect(said(moved, "contributed")).toBe("0 个月");
    expect(said(moved, "transferred")).toBe("383 个月");
    const paid = seen(answers, "paid-there");
    expect(said(paid, "contributed")).toBe("1995-09 至 2025-07，共 359 个月");
    expect(said(paid, "transferred")).toBe("24 个月");
    expect([moved.move, paid.move]).toEqual(["moved", "paid-there"]);
  });

  it("told in a line: the same, with what the line leaves unknown", () => {
    const { contributed: _months, ...others } = RETIREMENT;
    const line = (history: string, move: Move) =>
      compare(comparand("dalian.retirement"), there, { ...others, history }, {}, "2025-07-15", move);
    const moved = line("d199509-202507 @铁岭d199001-199012 wd0 g198201-198912", "moved");
    expect(said(moved, "contributed")).toBe("1990-01 至 1990-12，共 12 个月");
    expect(said(moved, "transferred")).toBe("1995-09 至 2025-07，共 359 个月");
    expect(said(moved, "service")).toBe("1982-01 至 1989-12，共 96 个月");
    // nothing was said of elsewhere, so nothing of Tieling
    expect(said(line("d199509-202507", "moved"), "contributed")).toBeNull();
    expect(said(line("d199509-202507", "paid-there"), "contributed")).toBe("1995-09 至 2025-07，共 359 个月");
  });

  it("a household or permit of this place is asked anew", () => {
    const dalian = { sex: "male", birthDate: "1985-03-03", household: true, work: "freelancer", firstTime: true } as const;
    const enrolment: Comparand = {
      pack: tieling,
      matter: matterOf(tieling, "tieling.enrolment"),
      summary: matters(tieling).find(({ id }) => id === "tieling.enrolment")!,
    };
    const found = compare(comparand("dalian.enrolment"), enrolment, dalian, {}, "2025-07-15", "moved");
    expect(found.other.facts).not.toHaveProperty("household");
    expect(standings(found).household).toBe("not-carried");
    expect(found.other.facts).toMatchObject({ work: "freelancer" });
  });

  const PAID = {
    birthDate: "1985-03-03",
    group: "adult",
    household: true,
    assisted: "none",
    former: "never",
    paidOn: "2024-10-12",
  };
  const RESIDENT: FactInputs = { ...PAID, insuredYear: "next-year", inAnnouncedPeriod: true };

  it("so are the year that residents pay for and the announced period: each city has its own calendar", () => {
    const chongqing = packFor("chongqing");
    const enrolment: Comparand = {
      pack: chongqing,
      matter: matterOf(chongqing, "chongqing.resident-enrolment"),
      summary: matters(chongqing).find(({ id }) => id === "chongqing.resident-enrolment")!,
    };
    const found = compare(comparand("dalian.resident-enrolment"), enrolment, RESIDENT, {}, "2024-10-12", "moved");
    expect(found.other.facts).toMatchObject({ paidOn: "2024-10-12", assisted: "none" });
    for (const fact of ["insuredYear", "inAnnouncedPeriod", "household"]) expect(found.other.facts).not.toHaveProperty(fact);
    expect(standings(found).insuredYear).toBe("not-carried");
    expect(found.other.evaluation.unanswered).toContain("insuredYear");
  });

  it("in one city they carry over from matter to matter", () => {
    const found = between(RESIDENT, {}, "dalian.resident-enrolment", "dalian.resident-enrolment");
    expect(found.other.facts).toMatchObject({ household: true, insuredYear: "next-year" });
  });
});

it("the transaction is what follows the city", () => {
  expect(transactionOf("dalian.back-payment")).toBe("back-payment");
  expect(transactionOf("dalian.historic-chronic")).toBe("historic-chronic");
});
