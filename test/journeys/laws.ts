/** The laws that hold for every life in every city, each named by its number in the design. */
import { firstDays, gaps, shortGapOfAnybody } from "./laws/agreement.ts";
import { namedDays } from "./laws/deadlines.ts";
import { arrearsEarlier, earlierIsNeverWorse, moreIsNeverWorse } from "./laws/earlier.ts";
import { historyDecidesTheSame, takesHistory } from "./laws/history.ts";
import type { Law } from "./laws/law.ts";
import { addsUp, noMoreThanPaid, samePrice } from "./laws/money.ts";
import { nextYearToo, paidOnAsTold, pastStaysPast, sameDayAgain } from "./laws/promises.ts";
import { curableIsNotYet, remediesWork } from "./laws/remedies.ts";
import { retiredAsTold } from "./laws/retiring.ts";
import { goesOn, sentIsTaken } from "./laws/sent.ts";
import { ageEnds, oneStatus, tellsTheDates, yearEnds } from "./laws/strips.ts";
import { takes } from "./laws/takes.ts";
import { gapIsPayable, waitsAsWritten } from "./laws/waits.ts";
import { cumulativeYears } from "./laws/years.ts";

export const LAWS: readonly Law[] = [
  takes,
  takesHistory,
  historyDecidesTheSame,
  oneStatus,
  tellsTheDates,
  yearEnds,
  ageEnds,
  gaps,
  firstDays,
  shortGapOfAnybody,
  cumulativeYears,
  waitsAsWritten,
  gapIsPayable,
  samePrice,
  sameDayAgain,
  paidOnAsTold,
  nextYearToo,
  pastStaysPast,
  retiredAsTold,
  namedDays,
  sentIsTaken,
  goesOn,
  remediesWork,
  curableIsNotYet,
  earlierIsNeverWorse,
  moreIsNeverWorse,
  arrearsEarlier,
  addsUp,
  noMoreThanPaid,
];
