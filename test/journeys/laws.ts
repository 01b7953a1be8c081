/**
 * The laws that hold for every life in every city. What somebody was insured as and when is one history; of it
 *
 * 1. what is printed reads back as the same, the unknown included, and neither the order nor the splitting of spans matters;
 * 2. the least is at most the most, the parts of a time bound the whole, and knowing more never widens;
 * 3. unknown months never matter: whatever they were, the decision is the same or a question is open;
 * 4. the facts of the history that answers make are those answers;
 * 5. every matter takes every consistent one, and a question beside it can be answered;
 * 6. a strip has one status a month or day, and residents end on 31 December;
 * 7. the same city, choice and definition give the same gap, wait and first day in all matters;
 * 8. what is promised can be had: a day on that day, a place where one is sent, a remedy by doing it;
 * 9. with the past fixed, earlier payment is never worse, and more paid months never raise a top-up.
 *
 * 1 and 2 are held in `test/unit/history`, 4 in `test/policy/history.test.ts`, 6 of made-up strips in `test/unit` too.
 */
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
