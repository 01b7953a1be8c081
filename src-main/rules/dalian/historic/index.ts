/** All formulas of the historic matters: past months only, from press and forum. */
import type { Formula } from "../../engine/formula.ts";
import { historicAccountCredit } from "./account-credit.ts";
import { historicCardLoss } from "./card-loss.ts";
import { historicChronic } from "./chronic.ts";
import { historicContribution } from "./contribution.ts";
import { historicGapPayer } from "./gap-payer.ts";
import { historicIndividual } from "./individual.ts";
import { historicNonlocalBackPayment } from "./nonlocal-back-payment.ts";
import { historicOnlineMove, historicReferral } from "./past-checklist.ts";
import { historicUnemployment } from "./unemployment.ts";

export const historic: readonly Formula[] = [
  historicAccountCredit,
  historicCardLoss,
  historicChronic,
  historicContribution,
  historicGapPayer,
  historicIndividual,
  historicNonlocalBackPayment,
  historicOnlineMove,
  historicReferral,
  historicUnemployment,
];
