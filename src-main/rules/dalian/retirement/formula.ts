/**
 * Dalian, in-service to retired: DL-05 (two ways in), DL-06 (early pension retirement), NX-02 (statutory age).
 * Source: city guide, clauses 四, 五, 七(四)–(八). The words stand in resources/policy/dalian/matters/retirement.yaml.
 */
import type { Conflict, Material } from "../../../../src-shared/domain/decision.ts";
import { addCondition, newDraft, NONE, type Draft } from "../../engine/draft.ts";
import type { AsOf } from "../../engine/facts.ts";
import { defineFormula } from "../../engine/formula.ts";
import { leaf, step, type Node } from "../../engine/node.ts";
import type { DateFound, Result, Template } from "../../engine/result.ts";
import { WOMAN_50, WOMAN_55, type PersonKind } from "../../national/retirement-age.ts";
import { contradictions } from "../../engine/contribution/years-faults.ts";
import { countYears, given, overlapUnknown, typedAsNumber, type CutOff } from "../../engine/contribution/years.ts";
import { projectedMonths, tellPayOn } from "../years/pay-on.ts";
import { toppedUpConditions } from "../../engine/contribution/topped-up.ts";
import { cutOffOf, militaryProof } from "../years/years.ts";
import { ownBaseCounts, ratesDiffer } from "../years/top-up.ts";
import { localMonths } from "./local.ts";
import { dueAmounts, estimateTopUp } from "./money.ts";
import { bindNames, spec, type Names, type RetirementFacts, type SomeRetirementFacts } from "./names.ts";
import { retiredTreatment } from "./treatment.ts";
import {
  buysUp,
  deemedCounts,
  fixedAgeDay,
  kindMatters,
  kindOf,
  militaryCounts,
  paysOn,
  wayIn,
  type Wait,
  type WayIn,
} from "./way.ts";

/** Who is short by no more than this has enough by what a forum once said (DH-06). */
const FORUM_ASKS_LESS = 60;

export const retirement = defineFormula({
  matter: "dalian.retirement",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: (facts, asOf) => ({
        kindMatters: kindMatters(names, facts),
        deemedCounts: deemedCounts(names, facts),
        overlapUnknown: overlapUnknown(militaryCounts(names, facts) ? facts : { ...facts, military: undefined }),
        buysUp: buysUp(names, facts),
        paidOn: paysOn(names, facts) && facts.pensionMonth! < asOf.month,
        ownBaseCounts: ownBaseCounts(names.shared, asOf),
      }),
      check: (facts, asOf) =>
        contradictions(
          names.shared.years,
          facts,
          asOf,
          { fact: "pensionMonth", month: facts.pensionMonth },
          () => cutOffOf(names.shared, facts).month.value,
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
    node: names.pensionYears.withStatutory(names.retirementAge.node(kind, birth)),
  });
  const months =
    sex === names.option.male || facts.kind !== undefined
      ? [statutory(kindOf(names, facts), names.date.statutory)]
      : [statutory(WOMAN_50, names.date.statutory50), statutory(WOMAN_55, names.date.statutory55)];
  return [...months, { definition: names.date.fixedAgeDay, node: fixedAgeDay(names, birth, sex) }];
}

function evaluate(names: Names, facts: RetirementFacts, asOf: AsOf): Result {
  const draft = newDraft();
  const contributed = leaf(names.step.contributed, facts.contributed.count);
  const processing = leaf(names.step.processingMonth, asOf.month);
  const way = wayIn(names, facts, asOf, draft, contributed);
  const { local: paid, uncounted } = localMonths(names, facts, asOf, way, draft, contributed);
  const ahead =
    way.paysOn && asOf.month <= way.buyUpEnd!.value
      ? projectedMonths(names.shared, facts.contributed, asOf, processing, way.buyUpEnd!, paid)
      : null;
  const deemed = deemedOf(names, facts, draft);
  const required = names.shared.required[facts.sex]!;
  const years = countYears(names.shared.years, facts, required, contributed, ahead?.local ?? paid, deemed, draft, uncounted);
  const { shortfall } = years;
  if (typedAsNumber(facts.service))
    draft.notices.push(names.shared.notice.serviceTyped({ "deemed-cut-off.month": cutOffOf(names.shared, facts).month }));
  if (contributed.value === 0) draft.notices.push(names.notice.noLocalMonths);

  const shortAhead = ahead !== null && asOf.month < way.buyUpEnd!.value && shortfall.value > 0;
  const wait: Wait | "early-age" | null = way.wait ?? (shortAhead ? "early-age" : null);
  const due = wait === null && !way.refused;
  // years that nobody asks for any more are not held against them
  if (way.refused) draft.remarks.push(shortfall);
  else toppedUpConditions(names.shared.years, years, draft);
  if (shortfall.value > 0 && !way.refused) draft.notices.push(names.notice.moreYearsFirst);
  if (way.paysOn) earlyAge(names, asOf, way, wait, draft);

  const priced = due
    ? dueAmounts(names, facts, asOf, way, shortfall, draft)
    : shortfall.value > 0 && !way.refused && estimateTopUp(names, facts, asOf, shortfall, draft);
  const lacking = draft.missing.length > 0;
  if (due) retiredTreatment(names, facts, asOf, way, shortfall, draft);
  const premium = stopOrPayOn(names, asOf, way, ahead?.toPay ?? null, draft);

  return {
    conditions: draft.conditions,
    amounts: draft.amounts,
    dates: draft.dates,
    coverage: draft.coverage,
    notices: draft.notices,
    sections: NONE,
    remarks: draft.remarks,
    outcome: way.refused ? "refused" : wait !== null ? "not-yet" : lacking ? "figure-missing" : "granted",
    headline: headlineOf(names, way, wait, lacking, shortfall.value > 0, ahead !== null),
    place: placeOf(names, way, draft),
    timeLimit: timeLimitOf(names, asOf, way, wait),
    options: NONE,
    materials: materialsFor(names, facts, draft),
    conflicts: conflictsFor(names, asOf, way, years.cumulativeShortfall.value, priced, premium),
    // a figure is asked for only where an amount is due: nobody enters a figure for a case that is refused
    missing: due ? draft.missing : NONE,
  };
}

/** Up to when service is deemed, or that nothing is; in way B the forces are an open point. */
function deemedOf(names: Names, facts: RetirementFacts, draft: Draft): CutOff | Node {
  if (deemedCounts(names, facts)) return cutOffOf(names.shared, facts);
  if (given(facts.military)) {
    draft.remarks.push(names.reading.military);
    if (names.reading.militaryInWayB) return cutOffOf(names.shared, facts);
  }
  return step(names.step.noDeemed, 0, [names.leaf.way[facts.way]!]);
}

/** Paying on to 50/45: it fails only while somebody will be short then; for all others the date says when. */
function earlyAge(
  { condition, remedy }: Names,
  asOf: AsOf,
  { buyUpEnd }: WayIn,
  wait: Wait | "early-age" | null,
  draft: Draft,
): void {
  const reached = asOf.month >= buyUpEnd!.value;
  if (reached || wait === "early-age")
    addCondition(draft, condition.earlyAge, reached, buyUpEnd!, remedy.waitForEarlyAge, buyUpEnd);
}

/** Whether payment has to go on or to stop; between the fixed and the statutory age that is an open point. */
function stopOrPayOn(
  { shared, notice }: Names,
  asOf: AsOf,
  { statutory, pension, buyUpEnd }: WayIn,
  toPay: Node | null,
  draft: Draft,
): readonly Conflict[] {
  if (toPay !== null) {
    tellPayOn(shared, asOf, buyUpEnd!, toPay, shared.notice.keepPaying({ buyUpEnd: buyUpEnd!, monthsToPay: toPay }), draft);
    return draft.conflicts;
  }
  const open = pension === null && statutory !== null && asOf.month < statutory.value;
  draft.notices.push(open ? notice.beforeStatutory : notice.noMorePayments);
  return NONE;
}

function placeOf({ place, reading }: Names, { pension, early }: WayIn, draft: Draft): Template {
  if (pension === null) return place.noPensionHere;
  if (early) return place.window;
  draft.remarks.push(reading.place);
  return reading.placeIsWindow ? place.window : place.district;
}

function timeLimitOf({ timeLimit }: Names, asOf: AsOf, way: WayIn, wait: Wait | "early-age" | null): Template {
  if (way.paysOn && asOf.month <= way.buyUpEnd!.value) return wait === "early-age" ? timeLimit.payOnThenTopUp : timeLimit.payOn;
  if (way.pension !== null) return way.paysOn && !way.late ? timeLimit.filed : timeLimit.pensionHere;
  return wait === "statutory" ? timeLimit.fromStatutory : timeLimit.noPensionHere;
}

function conflictsFor(
  names: Names,
  asOf: AsOf,
  { pension, statutory, refused }: WayIn,
  short: number,
  priced: boolean,
  premium: readonly Conflict[],
): readonly Conflict[] {
  const topUp = priced && ratesDiffer(names.shared, asOf) ? names.shared.topUpConflicts : NONE;
  const openAge = pension === null && statutory !== null;
  const byForum = !refused && short > 0 && short <= FORUM_ASKS_LESS;
  if (!openAge && !byForum && premium.length === 0) return topUp;
  const conflicts = [...topUp, ...premium];
  if (openAge) conflicts.push(names.fixedAgeConflict);
  if (byForum) conflicts.push(names.forumYears);
  return conflicts;
}

function materialsFor(names: Names, facts: RetirementFacts, draft: Draft): readonly Material[] {
  const forces = given(facts.military) && militaryCounts(names, facts) ? militaryProof(names.shared, draft) : NONE;
  if (facts.way === names.option.pensionHere) return withForces(names.materials.pensionHere, forces);
  draft.remarks.push(names.reading.wayBMaterials);
  if (names.reading.noMaterialsForWayB) return forces;
  const claimsService = deemedCounts(names, facts) && given(facts.service);
  const { noPensionHereWithService, noPensionHere } = names.materials;
  return withForces(claimsService ? noPensionHereWithService : noPensionHere, forces);
}

const withForces = (materials: readonly Material[], forces: readonly Material[]): readonly Material[] =>
  forces.length === 0 ? materials : [...materials, ...forces];

function headlineOf(
  { headline }: Names,
  way: WayIn,
  wait: Wait | "early-age" | null,
  figureMissing: boolean,
  topsUp: boolean,
  ahead: boolean,
): Template {
  if (way.refused) return headline.refusedElsewhere;
  if (wait === "pension") return headline.notYetPension;
  if (wait === "age") return headline.notYetAge;
  if (wait === "statutory") return headline.notYetStatutory;
  if (wait === "early-age") return headline.notYetFlexible;
  if (figureMissing) return headline.figureMissing;
  if (way.buyUpMonths !== null && way.buyUpMonths.value > 0) return topsUp ? headline.grantedEarlyTopUp : headline.grantedEarly;
  if (topsUp) return headline.grantedTopUp;
  return ahead ? headline.grantedPayOn : headline.granted;
}
