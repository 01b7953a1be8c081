/**
 * Dalian, in-service to retired: DL-05 (two ways in), DL-06 (early pension retirement), NX-02 (statutory age).
 * Source: city guide, clauses 四, 五, 七(四)–(八). The words stand in resources/policy/dalian/matters/retirement.yaml.
 */
import { birthday, firstDayOf, monthOf, monthOfDate, type Month } from "../../../src-shared/domain/calendar.ts";
import type { Material, Notice } from "../../../src-shared/domain/decision.ts";
import {
  countMonths,
  EMPTY,
  intersectMonths,
  monthsUpTo,
  subtractMonths,
  uniteMonths,
  type MonthSet,
} from "../../../src-shared/domain/periods.ts";
import { payment } from "../engine/arithmetic.ts";
import type { AsOf, Facts, MonthsValue, SomeFacts } from "../engine/facts.ts";
import { defineFormula, type Fault } from "../engine/formula.ts";
import { leaf, Node, step } from "../engine/node.ts";
import type { AmountFound, CoverageFound, DateFound, FigureMissing, Finding, RemedyFound, Result } from "../engine/result.ts";
import { bindReadings, bindSteps, bindWords } from "./retirement-names.ts";
import { bindRetirementAge, MAN, WOMAN_50, WOMAN_55, type PersonKind } from "../national/retirement-age.ts";

const spec = {
  sex: "choice",
  birthDate: "date",
  way: "choice",
  pensionMonth: "month?",
  kind: "choice?",
  capacity: "choice",
  unitKind: "choice?",
  treatmentElsewhere: "flag?",
  contributed: "months",
  transferred: "months?",
  service: "months?",
  enrolledAs: "choice?",
  overlapMonths: "count?",
  retirementBase: "money?",
  ownBase: "money?",
} as const;
type RetirementFacts = Facts<typeof spec>;

const WORKING_AGE_MONTHS = 16 * 12;
/** From here on retirees' accounts are credited a fixed sum, and the average pension no longer matters. */
const FIXED_ACCOUNT_CREDIT_FROM: Month = monthOf(2023, 1);
/** From here on the rate of flexible workers differs from the handbook's top-up rate. */
const RATES_DIFFER_FROM: Month = monthOf(2023, 1);
const REGULAR = 0;
const VOLUNTARY_EARLY = 1;
const EARLY = 2;

const NONE: readonly never[] = [];
const NO_MONTHS: MonthsValue = { count: 0, set: EMPTY };

export const retirement = defineFormula({
  matter: "dalian.retirement",
  facts: spec,
  bind(names) {
    const words = bindWords(names);
    const { option } = words;
    const retirementAge = bindRetirementAge(names);
    const years = names.table("dalian.retirement-years");
    const yearsOutput = {
      cumulative: years.output("cumulative"),
      local: years.output("local"),
      fixedAge: years.output("fixed-age"),
      earlyAge: years.output("early-age"),
    };
    const cutOff = names.table("dalian.deemed-cut-off");
    const cutOffMonth = cutOff.output("month");
    const baseTable = names.table("dalian.top-up-base");
    const baseKind = baseTable.output("base");
    const figure = {
      assessedBase: names.figure("dalian.assessed-base"),
      topUpRate: names.figure("dalian.top-up-rate"),
      flexibleRate: names.figure("dalian.flexible-basic-rate"),
      unitRate: names.figure("dalian.unit-rate"),
      personRate: names.figure("dalian.person-rate"),
      accountCredit: names.figure("dalian.account-credit-retired"),
    };
    const reading = bindReadings(names);
    const steps = bindSteps(names);

    const kindOf = (facts: SomeFacts<typeof spec>): PersonKind =>
      facts.sex === option.male ? MAN : facts.kind === option.woman50 ? WOMAN_50 : WOMAN_55;
    const earlyAgeMonth = (sex: number, birth: number): Month =>
      monthOfDate(birth) + years.value(years.row1(sex), yearsOutput.earlyAge);
    const deemedCounts = (facts: SomeFacts<typeof spec>): boolean =>
      facts.way === option.pensionHere || (facts.way === option.noPensionHere && facts.unitKind === option.central);
    /** Pension retirement before 50/45, and of a kind that pays up to that age at once. */
    const buysUp = (facts: SomeFacts<typeof spec>): boolean =>
      belowEarlyAge(facts) &&
      (facts.capacity === option.unit || (facts.capacity === option.flexible && reading.earlyFlexibleLikeUnit));
    const belowEarlyAge = (facts: SomeFacts<typeof spec>): boolean =>
      facts.way === option.pensionHere &&
      facts.sex !== undefined &&
      facts.birthDate !== undefined &&
      facts.pensionMonth !== undefined &&
      facts.pensionMonth < earlyAgeMonth(facts.sex, facts.birthDate);

    return {
      derive(facts, asOf) {
        const { sex, birthDate, pensionMonth, contributed, transferred, service } = facts;
        const typedAsNumber = (months: MonthsValue | undefined): boolean =>
          months !== undefined && months.set === null && months.count > 0;
        return {
          kindMatters:
            sex === option.female &&
            birthDate !== undefined &&
            pensionMonth !== undefined &&
            pensionMonth >= retirementAge.earliestMonth(WOMAN_50, birthDate) &&
            pensionMonth < retirementAge.earliestMonth(WOMAN_55, birthDate),
          deemedCounts: deemedCounts(facts),
          overlapUnknown:
            service !== undefined &&
            service.count > 0 &&
            (typedAsNumber(service) || typedAsNumber(contributed) || typedAsNumber(transferred)),
          buysUp: buysUp(facts),
          ownBaseCounts: baseTable.value(baseTable.row2(asOf.month, 1), baseKind) !== option.assessedBase,
        };
      },

      check: (facts, asOf) =>
        contradictions(facts, asOf, words, (value) => cutOff.value(cutOff.row1(value), cutOffMonth), reading),

      known(facts) {
        const { sex, birthDate } = facts;
        if (sex === undefined || birthDate === undefined) return NONE;
        const birth = leaf(steps.birthDate, birthDate);
        const month = (kind: PersonKind, definition: DateFound["definition"]): DateFound => ({
          definition,
          node: retirementAge.node(kind, birth),
        });
        const statutory =
          sex === option.male || facts.kind !== undefined
            ? [month(kindOf(facts), words.date.statutory)]
            : [month(WOMAN_50, words.date.statutory50), month(WOMAN_55, words.date.statutory55)];
        return [...statutory, { definition: words.date.fixedAgeDay, node: fixedAge(birth, leaf(steps.sex, sex)) }];
      },

      evaluate,
    };

    function fixedAge(birth: Node, sex: Node): Node {
      const age = years.node(years.row1(sex.value), yearsOutput.fixedAge, [sex]);
      return step(steps.fixedAgeDay, birthday(birth.value, age.value / 12), [birth, age]);
    }

    function evaluate(facts: RetirementFacts, asOf: AsOf): Result {
      const pensionHere = facts.way === option.pensionHere;
      const sex = leaf(steps.sex, facts.sex);
      const birth = leaf(steps.birthDate, facts.birthDate);
      const way = leaf(steps.way, facts.way);
      const yearsRow = years.row1(facts.sex);
      const conditions: Finding[] = [];
      const notices: Notice[] = [words.notice.noMorePayments];
      const remarks: Node[] = [];
      const coverage: CoverageFound[] = [];

      // --- which way in, and whether the time has come
      let pension: Node | null = null;
      let lastPayable: Month;
      let early = false;
      let earlyAge: Node | null = null;
      let statutory: Node | null = null;
      let wait: "pension" | "age" | "early-age" | null = null;
      if (pensionHere) {
        pension = leaf(steps.pensionMonth, facts.pensionMonth!);
        lastPayable = pension.value;
        const kind = kindOf(facts);
        statutory = retirementAge.node(kind, birth);
        const earliest = retirementAge.earliestNode(kind, birth, statutory);
        const nature = pension.value >= statutory.value ? REGULAR : pension.value >= earliest.value ? VOLUNTARY_EARLY : EARLY;
        early = nature === EARLY;
        if (early) remarks.push(reading.earlyStatutoryAge);
        remarks.push(step(steps.retirementKind, nature, [pension, statutory, earliest]));
        const done = pension.value <= asOf.month;
        if (!done) wait = "pension";
        conditions.push(
          finding(
            words.condition.pensionDone,
            done,
            pension,
            done ? NONE : [{ definition: words.remedy.waitForPension, node: pension }],
          ),
        );
        if (pension.value < asOf.month) notices.push(words.notice.late);
        if (belowEarlyAge(facts)) {
          const age = years.node(yearsRow, yearsOutput.earlyAge, [sex]);
          earlyAge = step(steps.earlyAgeMonth, monthOfDate(birth.value) + age.value, [birth, age]);
        }
      } else {
        const day = fixedAge(birth, sex);
        lastPayable = monthOfDate(day.value);
        const reached = day.value <= asOf.date;
        if (!reached) wait = "age";
        conditions.push(
          finding(words.condition.age, reached, day, reached ? NONE : [{ definition: words.remedy.waitForAge, node: day }]),
        );
        const elsewhere = leaf(steps.treatmentElsewhere, facts.treatmentElsewhere!);
        const free = elsewhere.value === 0;
        conditions.push(
          finding(
            words.condition.noTreatmentElsewhere,
            free,
            elsewhere,
            free ? NONE : [{ definition: words.remedy.endElsewhere, node: null }],
          ),
        );
        if (asOf.month < FIXED_ACCOUNT_CREDIT_FROM) notices.push(words.notice.averagePensionBase);
      }
      const refused = !pensionHere && facts.treatmentElsewhere === 1;

      // --- early pension retirement (DL-06): months up to 50/45
      const contributed = leaf(steps.contributed, facts.contributed.count);
      const contributedSet = facts.contributed.set ?? EMPTY;
      let buyUpEnd: Node | null = null;
      let buyUpMonths: Node | null = null;
      if (earlyAge !== null && pension !== null) {
        buyUpEnd = step(steps.buyUpEnd, reading.throughTurningMonth ? earlyAge.value : earlyAge.value - 1, [
          earlyAge,
          reading.earlyEndMonth,
        ]);
        if (buysUp(facts)) {
          const range: MonthSet = buyUpEnd.value > pension.value ? [pension.value + 1, buyUpEnd.value] : EMPTY;
          const bought = subtractMonths(range, contributedSet);
          const inputs =
            facts.capacity === option.flexible ? [pension, buyUpEnd, reading.earlyFlexible] : [pension, buyUpEnd, contributed];
          buyUpMonths = step(steps.buyUpMonths, countMonths(bought), inputs);
          if (bought.length > 0) coverage.push({ status: "bought", title: words.coverage.bought, months: bought, from: 0 });
          if (facts.capacity === option.unit) notices.push(words.notice.unitPays);
        } else {
          remarks.push(reading.earlyFlexible);
          const reached = asOf.month >= (reading.throughTurningMonth ? earlyAge.value + 1 : earlyAge.value);
          if (!reached) wait ??= "early-age";
          conditions.push(
            finding(
              words.condition.earlyAge,
              reached,
              earlyAge,
              reached ? NONE : [{ definition: words.remedy.waitForEarlyAge, node: buyUpEnd }],
            ),
          );
        }
      }

      // --- years: local, transferred in, deemed
      let local = contributed;
      if (facts.contributed.set !== null) {
        const upTo = monthsUpTo(contributedSet, buyUpEnd !== null && buyUpEnd.value > lastPayable ? buyUpEnd.value : lastPayable);
        const after = facts.contributed.count - countMonths(upTo);
        if (after > 0) {
          const monthsAfter = step(steps.monthsAfter, after, [contributed, pension ?? birth]);
          notices.push(words.notice.paidAfter);
          if (reading.afterRetirementCounted) remarks.push(monthsAfter, reading.monthsAfterRetirement);
          else
            local = step(steps.localCounted, contributed.value - after, [
              contributed,
              monthsAfter,
              reading.monthsAfterRetirement,
            ]);
        }
        coverage.push({ status: "contributed", title: words.coverage.contributed, months: contributedSet, from: 0 });
      }
      if (buyUpMonths !== null) {
        if (reading.earlyMonthsCounted)
          local = step(steps.localTotal, local.value + buyUpMonths.value, [local, buyUpMonths, reading.earlyMonthsCount]);
        else remarks.push(reading.earlyMonthsCount);
      }

      const terms: Node[] = [local];
      const transferredIn = facts.transferred ?? NO_MONTHS;
      const transferredSet = transferredIn.set ?? EMPTY;
      if (transferredIn.count > 0) {
        const transferred = leaf(steps.transferred, transferredIn.count);
        const twice = countMonths(intersectMonths(transferredSet, contributedSet));
        if (twice > 0 && reading.sameMonthOnce) {
          const same = step(steps.sameMonthTwice, twice, [contributed, transferred]);
          terms.push(step(steps.transferredCounted, transferred.value - twice, [transferred, same, reading.sameMonth]));
        } else {
          terms.push(transferred);
          if (twice > 0) remarks.push(reading.sameMonth);
        }
        if (transferredIn.set !== null) {
          coverage.push({
            status: "transferred",
            title: words.coverage.transferred,
            months: subtractMonths(transferredSet, contributedSet),
            from: 0,
          });
        }
      }

      if (!deemedCounts(facts)) {
        terms.push(step(steps.noDeemed, 0, [way]));
      } else if (facts.service !== undefined && facts.service.count > 0) {
        const service = leaf(steps.service, facts.service.count);
        const capacityNode = reading.deemedByEnrolment
          ? leaf(steps.enrolledAs, facts.enrolledAs!)
          : leaf(steps.capacity, facts.capacity);
        const cutOffNode = cutOff.node(cutOff.row1(capacityNode.value), cutOffMonth, [capacityNode]);
        const inputs =
          facts.enrolledAs === facts.capacity ? [service, cutOffNode] : [service, cutOffNode, reading.deemedCapacity];
        const beforeSet = facts.service.set === null ? null : monthsUpTo(facts.service.set, cutOffNode.value - 1);
        const before = step(steps.serviceBefore, beforeSet === null ? service.value : countMonths(beforeSet), inputs);
        const overlapSet = beforeSet === null ? EMPTY : intersectMonths(beforeSet, uniteMonths(contributedSet, transferredSet));
        let deemed = before;
        const overlapCount = countMonths(overlapSet) + (facts.overlapMonths ?? 0);
        if (overlapCount > 0) {
          const told =
            facts.overlapMonths === undefined || facts.overlapMonths === 0
              ? NONE
              : [leaf(steps.overlapMonths, facts.overlapMonths)];
          const overlap = step(steps.serviceOverlap, overlapCount, [before, contributed, ...told]);
          deemed = step(steps.deemed, Math.max(0, before.value - overlapCount), [before, overlap]);
        }
        terms.push(deemed);
        if (beforeSet !== null && beforeSet.length > 0) {
          coverage.push({
            status: "deemed",
            title: words.coverage.deemed,
            months: subtractMonths(beforeSet, overlapSet),
            from: 0,
          });
          if (overlapSet.length > 0)
            coverage.push({ status: "overlap", title: words.coverage.overlap, months: overlapSet, from: 0 });
        }
      }

      // --- years against what the clause requires
      let total = 0;
      for (const term of terms) total += term.value;
      const cumulative = step(steps.cumulative, total, terms);
      const lookedUp = [sex];
      const cumulativeShortfall = shortOf(
        steps.cumulativeShortfall,
        years.node(yearsRow, yearsOutput.cumulative, lookedUp),
        cumulative,
      );
      const localShortfall = shortOf(steps.localShortfall, years.node(yearsRow, yearsOutput.local, lookedUp), local);
      const shortfall = step(steps.shortfall, Math.max(cumulativeShortfall.value, localShortfall.value), [
        cumulativeShortfall,
        localShortfall,
      ]);

      // --- money
      const missing: FigureMissing[] = [];
      const amounts: AmountFound[] = [];
      const due = wait === null && !refused;
      let topUp: Node | null = null;
      if (shortfall.value > 0) {
        const paid = topUpPayment(facts, asOf, shortfall, missing);
        if (paid !== null) {
          topUp = paid.total;
          if (due) {
            amounts.push({ definition: words.amount.topUp, role: "due", node: paid.total });
            if (paid.month !== null) amounts.push({ definition: words.amount.topUpMonth, role: "part", node: paid.month });
          }
        }
      }
      if (due && buyUpMonths !== null && buyUpMonths.value > 0) buyUpPayments(facts, buyUpMonths, pension!, missing, amounts);

      conditions.push(
        yearsFinding(
          words.condition.cumulativeYears,
          cumulativeShortfall,
          cumulative,
          words.remedy.moreCumulative,
          shortfall,
          topUp,
        ),
        yearsFinding(words.condition.localYears, localShortfall, local, words.remedy.moreLocal, shortfall, topUp),
      );

      // --- from when
      const dates: DateFound[] = [];
      if (due) {
        const from = retiredFrom(
          asOf,
          shortfall,
          pension,
          earlyAge !== null && !reading.statutoryForEarly ? buyUpEnd : null,
          early ? statutory : null,
        );
        dates.push({ definition: words.date.retiredFrom, node: from });
        if (early && from.value > asOf.month + 1) {
          dates.push({ definition: words.date.inServiceUntil, node: step(steps.inServiceUntil, from.value - 1, [from]) });
          coverage.push({ status: "in-service", title: words.coverage.inService, months: [asOf.month, from.value - 1], from: 0 });
        }
        coverage.push({ status: "retired", title: words.coverage.retired, months: null, from: from.value });
        const credit = figure.accountCredit.at(firstDayOf(from.value));
        if (credit !== null) amounts.push({ definition: words.amount.accountCredit, role: "information", node: credit });
      }

      return {
        outcome: refused ? "refused" : wait !== null ? "not-yet" : missing.length > 0 ? "figure-missing" : "granted",
        headline: headlineOf(
          refused,
          wait,
          missing.length > 0,
          shortfall.value > 0,
          buyUpMonths !== null && buyUpMonths.value > 0,
        ),
        place: pensionHere ? words.place.pensionHere : words.place.noPensionHere,
        timeLimit: pensionHere ? words.timeLimit.pensionHere : words.timeLimit.noPensionHere,
        conditions,
        amounts,
        dates,
        coverage,
        options: NONE,
        materials: materialsFor(facts, pensionHere, remarks),
        notices,
        conflicts: topUp !== null && asOf.month >= RATES_DIFFER_FROM ? words.conflicts : NONE,
        // a figure is asked for only where an amount is due: nobody enters a figure for a case that is refused
        missing: due ? missing : NONE,
        remarks,
      };
    }

    /** DL-05: base of the month of processing × rate × months. `null` when a figure is missing; it is then listed. */
    function topUpPayment(facts: RetirementFacts, asOf: AsOf, shortfall: Node, missing: FigureMissing[]) {
      const processing = leaf(steps.processingMonth, asOf.month);
      const row = baseTable.row2(asOf.month, facts.ownBase === undefined ? 0 : 1);
      const kind = baseTable.node(row, baseKind, [processing]);
      const base = kind.value === option.assessedBase ? figure.assessedBase.at(asOf.date) : leaf(steps.ownBase, facts.ownBase!);
      if (base === null) missing.push({ figure: figure.assessedBase, date: asOf.date });
      const rateDiffers = asOf.month >= RATES_DIFFER_FROM;
      const rateFigure = rateDiffers && reading.topUpAtFlexibleRate ? figure.flexibleRate : figure.topUpRate;
      const rate = rateFigure.at(asOf.date);
      if (rate === null) missing.push({ figure: rateFigure, date: asOf.date });
      if (base === null || rate === null) return null;
      const readRate = rateDiffers ? new Node(steps.topUpRate, rate.value, rate.divisor, [rate, reading.topUpRate]) : rate;
      return payment(
        steps.topUp,
        step(steps.topUpBase, base.value, [kind, base]),
        readRate,
        shortfall,
        reading.monthFirst,
        reading.rounding,
      );
    }

    /** DL-06: base of the retirement month × the regular rates of unit and person, at the figures of that month. */
    function buyUpPayments(
      facts: RetirementFacts,
      months: Node,
      pension: Node,
      missing: FigureMissing[],
      amounts: AmountFound[],
    ): void {
      const base = leaf(steps.retirementBase, facts.retirementBase!);
      const date = firstDayOf(pension.value);
      const unit = figure.unitRate.at(date);
      const person = figure.personRate.at(date);
      if (unit === null) missing.push({ figure: figure.unitRate, date });
      else
        amounts.push({
          definition: words.amount.buyUpUnit,
          role: "due",
          node: payment(steps.buyUpUnit, base, unit, months, reading.monthFirst, reading.rounding).total,
        });
      if (person === null) missing.push({ figure: figure.personRate, date });
      else
        amounts.push({
          definition: words.amount.buyUpPerson,
          role: "due",
          node: payment(steps.buyUpPerson, base, person, months, reading.monthFirst, reading.rounding).total,
        });
    }

    function retiredFrom(asOf: AsOf, shortfall: Node, pension: Node | null, buyUpEnd: Node | null, statutory: Node | null): Node {
      const processing = leaf(steps.processingMonth, asOf.month);
      const inputs: Node[] = [];
      if (shortfall.value > 0) {
        const late =
          pension !== null && pension.value < asOf.month
            ? [processing, shortfall, reading.lateApplication]
            : [processing, shortfall];
        inputs.push(step(steps.afterTopUp, asOf.month + 1, late));
      } else if (pension !== null && pension.value < asOf.month && reading.lateFromPensionMonth) {
        inputs.push(step(steps.afterProcessing, pension.value + 1, [pension, reading.lateApplication, shortfall]));
      } else {
        const readings =
          pension !== null && pension.value < asOf.month
            ? [reading.noShortfallStart, reading.lateApplication]
            : [reading.noShortfallStart];
        inputs.push(
          step(steps.afterProcessing, reading.noShortfallNextMonth ? asOf.month + 1 : asOf.month, [
            processing,
            ...readings,
            shortfall,
          ]),
        );
      }
      if (statutory !== null && reading.statutoryForEarly)
        inputs.push(step(steps.afterAge, statutory.value + 1, [statutory, reading.earlyStatutoryAge]));
      else if (buyUpEnd !== null) inputs.push(step(steps.afterAge, buyUpEnd.value + 1, [buyUpEnd, reading.earlyStatutoryAge]));
      const first = inputs[0]!;
      return inputs.length === 1 ? first : step(steps.retiredFrom, Math.max(first.value, inputs[1]!.value), inputs);
    }

    function materialsFor(facts: RetirementFacts, pensionHere: boolean, remarks: Node[]): readonly Material[] {
      if (pensionHere) return words.materials.pensionHere;
      remarks.push(reading.wayBMaterials);
      if (reading.noMaterialsForWayB) return NONE;
      return deemedCounts(facts) && facts.service !== undefined
        ? words.materials.noPensionHereWithService
        : words.materials.noPensionHere;
    }

    function headlineOf(
      refused: boolean,
      wait: "pension" | "age" | "early-age" | null,
      figureMissing: boolean,
      topUp: boolean,
      buyUp: boolean,
    ) {
      const { headline } = words;
      if (refused) return headline.refusedElsewhere;
      if (wait === "pension") return headline.notYetPension;
      if (wait === "age") return headline.notYetAge;
      if (wait === "early-age") return headline.notYetFlexible;
      if (figureMissing) return headline.figureMissing;
      if (buyUp) return topUp ? headline.grantedEarlyTopUp : headline.grantedEarly;
      return topUp ? headline.grantedTopUp : headline.granted;
    }

    function yearsFinding(
      definition: Finding["definition"],
      short: Node,
      actual: Node,
      more: RemedyFound["definition"],
      shortfall: Node,
      topUp: Node | null,
    ): Finding {
      if (short.value === 0) return { definition, met: true, node: short, actual, remedies: NONE };
      const months: RemedyFound = { definition: more, node: short };
      // paying the larger shortfall mends both conditions; the amount stands with the one that rules it
      const remedies =
        topUp !== null && short.value === shortfall.value
          ? [months, { definition: words.remedy.payTopUp, node: topUp }]
          : [months];
      return { definition, met: false, node: short, actual, remedies };
    }
  },
});

const finding = (definition: Finding["definition"], met: boolean, node: Node, remedies: readonly RemedyFound[]): Finding => ({
  definition,
  met,
  node,
  actual: node,
  remedies,
});

const shortOf = (definition: Node["definition"], required: Node, actual: Node): Node =>
  step(definition, Math.max(0, required.value - actual.value), [required, actual]);

/** Facts that cannot all be true. */
function contradictions(
  facts: RetirementFacts,
  asOf: AsOf,
  words: ReturnType<typeof bindWords>,
  cutOffOf: (capacity: number) => Month,
  reading: ReturnType<typeof bindReadings>,
): readonly Fault[] {
  const { fault } = words;
  if (facts.birthDate > asOf.date) return [{ fact: "birthDate", text: fault.bornAfter }];
  const faults: Fault[] = [];
  const first = monthOfDate(facts.birthDate) + WORKING_AGE_MONTHS;
  if (facts.pensionMonth !== undefined && facts.pensionMonth < first)
    faults.push({ fact: "pensionMonth", text: fault.pensionTooYoung });
  const lifetime = Math.max(0, asOf.month - first + 1);
  let numbers = 0;
  for (const fact of ["contributed", "transferred", "service"] as const) {
    const months = facts[fact];
    if (months === undefined) continue;
    if (months.set !== null && months.set.length > 0 && months.set[0]! < first)
      faults.push({ fact, text: fault.beforeWorkingAge });
    // months drawn as periods may overlap, which is taken out later; bare numbers of payments cannot
    if (months.set === null && fact !== "service") numbers += months.count;
    if (months.set === null && (months.count > lifetime || numbers > lifetime)) faults.push({ fact, text: fault.tooManyMonths });
  }
  if (facts.overlapMonths !== undefined && facts.service !== undefined) {
    const capacity = reading.deemedByEnrolment ? facts.enrolledAs! : facts.capacity;
    const before = facts.service.set === null ? null : monthsUpTo(facts.service.set, cutOffOf(capacity) - 1);
    const drawn = uniteMonths(facts.contributed.set ?? EMPTY, facts.transferred?.set ?? EMPTY);
    const left = before === null ? facts.service.count : countMonths(subtractMonths(before, drawn));
    if (facts.overlapMonths > left) faults.push({ fact: "overlapMonths", text: fault.tooManyOverlaps });
  }
  return faults;
}
