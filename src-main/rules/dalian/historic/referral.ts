/** DH-09, referral to another city in a past month: registered online by the city hospital. Source: press (`s3-pooling`). */
import { addCondition, NONE } from "../../engine/draft.ts";
import type { Facts } from "../../engine/facts.ts";
import { defineFormula, type Bindings } from "../../engine/formula.ts";
import { step } from "../../engine/node.ts";
import type { Result } from "../../engine/result.ts";
import { bindHistoric } from "./past-month.ts";

const spec = { period: "month", cannotTreatHere: "flag", seenAtTopLevel: "flag", hospital: "choice" } as const;
type ReferralFacts = Facts<typeof spec>;
type Names = ReturnType<typeof bindNames>;

const bindNames = (names: Bindings) => ({
  past: bindHistoric(names, "referral", [], false),
  topGeneral: names.option("hospital", "top-general"),
  leaf: {
    cannotTreatHere: names.leaves("cannotTreatHere"),
    seenAtTopLevel: names.leaves("seenAtTopLevel"),
    hospital: names.leaves("hospital"),
  },
  step: { hospitalFits: names.step("hospitalFits") },
  condition: {
    cannotTreatHere: names.condition("cannotTreatHere"),
    seenAtTopLevel: names.condition("seenAtTopLevel"),
    hospital: names.condition("hospital"),
  },
  remedy: {
    treatHere: names.remedy("treatHere"),
    seeTopLevel: names.remedy("seeTopLevel"),
    chooseHospital: names.remedy("chooseHospital"),
  },
  section: { online: names.section("online"), before: names.section("before") },
  headline: {
    online: names.headline("online"),
    refused: names.headline("refused"),
    outside: names.headline("outside"),
  },
});

export const historicReferral = defineFormula({
  matter: "dalian.historic-referral",
  facts: spec,
  bind(bindings) {
    const names = bindNames(bindings);
    return {
      derive: () => ({}),
      check: (facts, asOf) => names.past.future(facts.period, asOf),
      known: () => NONE,
      evaluate: (facts) => evaluate(names, facts),
    };
  },
});

function evaluate(names: Names, facts: ReferralFacts): Result {
  const { past, condition, remedy, headline, section, leaf } = names;
  const { draft, within } = past.open(facts.period);
  if (!within) {
    draft.sections.push(section.before);
    return past.end(draft, { outcome: "refused", headline: headline.outside });
  }
  const cannot = leaf.cannotTreatHere[facts.cannotTreatHere]!;
  const seen = leaf.seenAtTopLevel[facts.seenAtTopLevel]!;
  const fits = step(names.step.hospitalFits, facts.hospital === names.topGeneral ? 1 : 0, [leaf.hospital[facts.hospital]!]);
  addCondition(draft, condition.cannotTreatHere, cannot.value === 1, cannot, remedy.treatHere, null);
  addCondition(draft, condition.seenAtTopLevel, seen.value === 1, seen, remedy.seeTopLevel, null);
  addCondition(draft, condition.hospital, fits.value === 1, fits, remedy.chooseHospital, null);
  draft.sections.push(section.online);
  const allowed = cannot.value === 1 && seen.value === 1 && fits.value === 1;
  return past.end(draft, { outcome: allowed ? "guidance" : "refused", headline: allowed ? headline.online : headline.refused });
}
