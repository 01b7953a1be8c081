import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const alone = { retired: true, unitArrears: false, staffLeft: false };
const history = "d198001-201512 t201601";

// 六(四). The office's share of the basic pension is 3 %.
export const retireeCare = about(of("retiree-care"), [
  {
    title: "not retired yet",
    rule: "TL-14",
    asOf: "2025-02-03",
    history: "d198001-202501",
    facts: { retired: false },
    expected: { outcome: ["not-yet", "guidance"] },
  },
  // Arrears of the unit do not touch a retiree.
  {
    title: "unit in arrears, staff left",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { retired: true, unitArrears: true, staffLeft: true },
    expected: { outcome: ["granted", "guidance"] },
  },
  {
    title: "unit not in arrears, staff left",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { retired: true, unitArrears: false, staffLeft: true },
    expected: { outcome: ["granted", "guidance"] },
  },
  // Only who has paid the years is handed over; the rest can be paid.
  {
    title: "no staff left, years not met",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, yearsMet: false },
    expected: { outcome: "not-yet" },
  },
  {
    title: "no staff left, in arrears, years not met",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, unitArrears: true, yearsMet: false },
    expected: { outcome: "not-yet" },
  },
  {
    title: "no staff left, pool only",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "pool-only" },
    expected: { outcome: "granted" },
  },
  // 3 % of 1500.00 = 45.00, in arrears or not.
  {
    title: "no staff left, combined",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "combined", basicPension: "1500.00" },
    expected: { outcome: "granted", pays: { accountCredit: "45.00" } },
  },
  {
    title: "no staff left, in arrears, combined",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, unitArrears: true, yearsMet: true, fundMode: "combined", basicPension: "1500.00" },
    expected: { outcome: "granted", pays: { accountCredit: "45.00" } },
  },
  // 3 % of 1234.50 = 37.035, half up: 37.04.
  {
    title: "half a fen goes up",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "combined", basicPension: "1234.50" },
    expected: { outcome: "granted", pays: { accountCredit: "37.04" } },
  },
  // 3 % of 1.00 = 0.03, the least.
  {
    title: "a pension of one yuan",
    rule: "TL-14",
    asOf: "2025-02-03",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "combined", basicPension: "1.00" },
    expected: { outcome: "granted", pays: { accountCredit: "0.03" } },
  },
  // The share is known to the end of 2026.
  {
    title: "the share of 2027 is not entered",
    rule: "TL-14",
    asOf: "2027-01-01",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "combined", basicPension: "1500.00" },
    expected: { outcome: "figure-missing" },
  },
  // Pool only needs no share.
  {
    title: "pool only in 2027",
    rule: "TL-14",
    asOf: "2027-01-01",
    history,
    facts: { ...alone, yearsMet: true, fundMode: "pool-only" },
    expected: { outcome: "granted" },
  },
]);
