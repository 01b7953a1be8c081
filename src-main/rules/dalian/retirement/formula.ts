/**
 * Dalian, in-service to retired: DL-05 (two ways in), DL-06 (early pension retirement), NX-02 (statutory age).
 * Source: city guide, clauses 四, 五, 七(四)–(八). The words stand in resources/policy/dalian/matters/retirement.yaml.
 */
import { firstDayOf } from "../../../../src-shared/domain/calendar.ts";
import type { Material } from "../../../../src-shared/domain/decision.ts";
import { cover, coverFrom, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { DateFound, Result, Template } from "../../engine/result.ts";
import { WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { countYears, given, overlapUnknown, yearsConditions } from "../../engine/contribution/years.ts";
import { RATES_DIFFER_FROM } from "../premium.ts";
import { ownBaseCounts, topUpPayment } from "../years/top-up.ts";
import { localMonths } from "./local.ts";
import { buyUpPayments } from "./money.ts";
import { bindNames, spec, type Names, type RetirementFacts, type SomeRetirementFacts } from "./names.ts";
import { buysUp, deemedCounts, fixedAgeDay, kindMatters, kindOf, wayIn, type WayIn } from "./way.ts";

export const retirement = defineFormula({
  matter: "dalian.retirement",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        kindMatters: kindMatters(names, facts),
        deemedCounts: deemedCounts(names, facts),
        overlapUnknown: overlapUnknown(facts),
        buysUp: buysUp(names, facts),
        ownBaseCounts: ownBaseCounts(names.topUp, asOf),
      }),
      check: (facts, asOf) =>
        contradictions(
          names.years,
          facts,
          asOf,
          { fact: "pensionMonth", month: facts.pensionMonth },
          () => names.years.cutOff(facts).month.value,
        ),
      known: (facts) => knownDates(names, facts),
      evaluate: (facts, asOf) => evaluate(names, facts, asOf),
    };
  },
});

function knownDates(names: Names, facts: SomeRetirementFacts): readonly DateFound[] {
  const { sex, birthDate } = facts;
  if (sex === undefined || birthDate === undefined) return NONE;
  const birth = leaf(names.step.birthDate, birthDate);
  const statutory = (kind: PersonKind, definition: DateFound["definition"]): DateFound => ({
    definition,
    node: names.retirementAge.node(kind, birth),
  });
  const months =
    sex === names.option.male || facts.kind !== undefined
      ? [statutory(kindOf(names, facts), names.date.statutory)]
      : [statutory(WOMAN_50, names.date.statutory50), statutory(WOMAN_55, names.date.statutory55)];
  return [...months, { definition: names.date.fixedAgeDay, node: fixedAgeDay(names, birth, sex) }];
}

function evaluate(names: Names, facts: RetirementFacts, asOf: AsOf): Result {
  const draft = newDraft();
  draft.notices.push(names.notice.noMorePayments);
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  const way = wayIn(names, facts, asOf, draft, contributed);
  const local = localMonths(names, facts, way, draft, contributed);
  const deemed = deemedCounts(names, facts)
    ? names.years.cutOff(facts)
    : step(names.step.noDeemed, 0, [names.leaf.way[facts.way]!]);
  const years = countYears(names.years, facts, names.years.required[facts.sex]!, contributed, local, deemed, draft);
  const due = way.wait === null && !way.refused;

  const ownBase = facts.ownBase === undefined ? null : leaf(names.step.ownBase, facts.ownBase);
  const topUp = years.shortfall.value > 0 ? topUpPayment(names.topUp, ownBase, asOf, years.shortfall, draft.missing) : null;
  if (due && topUp !== null) {
    draft.amounts.push({ definition: names.amount.topUp, role: "due", node: topUp.total });
    if (topUp.month !== null) draft.amounts.push({ definition: names.amount.topUpMonth, role: "part", node: topUp.month });
  }
  const buys = way.buyUpMonths !== null && way.buyUpMonths.value > 0;
  if (due && buys) buyUpPayments(names, facts, way.pension!, way.buyUpMonths, draft);
  yearsConditions(names.years, years, topUp?.total ?? null, draft);
  if (due) retiredTreatment(names, asOf, way, years.shortfall, draft);

  const pensionHere = way.pension !== null;
  return {
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    notices: draft.notices,
    sections: NONE,
    remarks: draft.remarks,
    outcome: way.refused ? "refused" : way.wait !== null ? "not-yet" : draft.missing.length > 0 ? "figure-missing" : "granted",
    headline: headlineOf(names, way, draft.missing.length > 0, years.shortfall.value > 0, buys),
    place: pensionHere ? names.place.pensionHere : names.place.noPensionHere,
    timeLimit: pensionHere ? names.timeLimit.pensionHere : names.timeLimit.noPensionHere,
    options: NONE,
    materials: materialsFor(names, facts, draft),
    conflicts: topUp !== null && asOf.month >= RATES_DIFFER_FROM ? names.topUp.conflicts : NONE,
    // a figure is asked for only where an amount is due: nobody enters a figure for a case that is refused
    missing: due ? draft.missing : NONE,
  };
}

/** From which month, and what holds until then. */
function retiredTreatment(names: Names, asOf: AsOf, way: WayIn, shortfall: Node, draft: Draft): void {
  const from = retiredFrom(names, asOf, way, shortfall);
  draft.dates.push({ definition: names.date.retiredFrom, node: from });
  if (way.early && from.value > asOf.month + 1) {
    draft.dates.push({ definition: names.date.inServiceUntil, node: step(names.step.inServiceUntil, from.value - 1, [from]) });
    cover(draft, "in-service", names.coverage.inService, [asOf.month, from.value - 1]);
  }
  coverFrom(draft, "retired", names.coverage.retired, from.value);
  const credit = names.figure.accountCredit.at(firstDayOf(from.value));
  if (credit !== null) draft.amounts.push({ definition: names.amount.accountCredit, role: "information", node: credit });
}

function retiredFrom(names: Names, asOf: AsOf, way: WayIn, shortfall: Node): Node {
  const { step: steps, reading } = names;
  const { pension, statutory, buyUpEnd } = way;
  const processing = leaf(steps.processingMonth, asOf.month);
  const late = pension !== null && pension.value < asOf.month;
  let paidUp: Node;
  if (shortfall.value > 0) {
    paidUp = step(
      steps.afterTopUp,
      asOf.month + 1,
      late ? [processing, shortfall, reading.lateApplication] : [processing, shortfall],
    );
  } else if (late && reading.lateFromPensionMonth) {
    paidUp = step(steps.afterProcessing, pension.value + 1, [pension, reading.lateApplication, shortfall]);
  } else {
    const month = reading.noShortfallNextMonth ? asOf.month + 1 : asOf.month;
    const inputs = [processing, reading.noShortfallStart, shortfall];
    paidUp = step(steps.afterProcessing, month, late ? [...inputs, reading.lateApplication] : inputs);
  }
  let ofAge: Node;
  if (way.early && reading.statutoryForEarly)
    ofAge = step(steps.afterAge, statutory!.value + 1, [statutory!, reading.earlyStatutoryAge]);
  else if (buyUpEnd !== null) ofAge = step(steps.afterAge, buyUpEnd.value + 1, [buyUpEnd, reading.earlyStatutoryAge]);
  else return paidUp;
  return step(steps.retiredFrom, Math.max(paidUp.value, ofAge.value), [paidUp, ofAge]);
}

function materialsFor(names: Names, facts: RetirementFacts, draft: Draft): readonly Material[] {
  if (facts.way === names.option.pensionHere) return names.materials.pensionHere;
  draft.remarks.push(names.reading.wayBMaterials);
  if (names.reading.noMaterialsForWayB) return NONE;
  const claimsService = deemedCounts(names, facts) && given(facts.service);
  return claimsService ? names.materials.noPensionHereWithService : names.materials.noPensionHere;
}

function headlineOf({ headline }: Names, way: WayIn, figureMissing: boolean, topsUp: boolean, buysUpMonths: boolean): Template {
  if (way.refused) return headline.refusedElsewhere;
  if (way.wait === "pension") return headline.notYetPension;
  if (way.wait === "age") return headline.notYetAge;
  if (way.wait === "early-age") return headline.notYetFlexible;
  if (figureMissing) return headline.figureMissing;
  if (buysUpMonths) return topsUp ? headline.grantedEarlyTopUp : headline.grantedEarly;
  return topsUp ? headline.grantedTopUp : headline.granted;
}
