import { about, spans } from "./case.ts";
import { of } from "./tieling-words.ts";

const paid = (from: string, to: string, amount: string, payer = "person") => ({ from, to, amount, payer });

export const arrears = about(of("arrears"), [
  // S2 七(三): six months of 2024 paid in 2025: 6400 × 7 % = 448.00; × 6 = 2688.00.
  {
    title: "six months, combined, paid in 2025",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d202207-202312 202407-202502",
    facts: { owed: spans("2024-01/2024-06"), fundMode: "combined" },
    expected: { due: "2688.00" },
  },
  // The wage in force on the day of payment: on 31 December 2024: 6000 × 5 % = 300.00; × 6 = 1800.00.
  {
    title: "pool only, on the last day of 2024",
    rule: "TL-13",
    asOf: "2024-12-31",
    history: "d202207-202312 202407-202411",
    facts: { owed: spans("2024-01/2024-06"), fundMode: "pool-only" },
    expected: { due: "1800.00" },
  },
  // One day later: 6400 × 5 % = 320.00; × 6 = 1920.00.
  {
    title: "pool only, on the first day of 2025",
    rule: "TL-13",
    asOf: "2025-01-01",
    history: "d202207-202312 202407-202412",
    facts: { owed: spans("2024-01/2024-06"), fundMode: "pool-only" },
    expected: { due: "1920.00" },
  },
  // Twelve months claimed, March to May 2023 were paid: 9 × 448.00 = 4032.00.
  {
    title: "three of twelve months were paid",
    rule: "TL-13",
    asOf: "2025-03-05",
    history: "d202207-202212 202303-202305 202401-202502",
    facts: { owed: spans("2023-01/2023-12"), contributed: spans("2023-03/2023-05"), fundMode: "combined" },
    expected: { due: "4032.00" },
  },
]);

export const refund = about(of("refund"), [
  // S2 七(一): newly insured on 5 March, 90 days of wait to 2 June; died on the last of them.
  {
    title: "died on the last day of the wait",
    rule: "TL-15",
    asOf: "2025-06-20",
    history: "d202503",
    facts: {
      reason: "died-waiting",
      capacity: "unit",
      special: "none",
      paidOn: "2025-03-05",
      deathDate: "2025-06-02",
      payments: { items: [paid("2025-03", "2025-03", "120.00")] },
    },
    expected: { outcome: "granted", due: "120.00" },
  },
  // Died on the first day of treatment: the wait is over.
  {
    title: "died on the first day of treatment",
    rule: "TL-15",
    asOf: "2025-06-20",
    history: "d202503",
    facts: {
      reason: "died-waiting",
      capacity: "unit",
      special: "none",
      paidOn: "2025-03-05",
      deathDate: "2025-06-03",
      payments: { items: [paid("2025-03", "2025-03", "120.00")] },
    },
    expected: { outcome: "refused" },
  },
  // S2 七(一): from the retirement month on: May and June of April to June: 2/3 × 1344.00 = 896.00.
  {
    title: "two months paid too much after retirement",
    rule: "TL-15",
    asOf: "2025-07-01",
    history: "d199001-202506",
    facts: {
      reason: "overpaid-retired",
      pensionMonth: "2025-05",
      yearsMet: true,
      payments: { items: [paid("2025-04", "2025-06", "1344.00")] },
    },
    expected: { outcome: "granted", due: "896.00" },
  },
  // The year was paid in advance, from July he is insured by a unit: July to December = 6/12 of 6912.54 = 3456.27.
  {
    title: "year paid in advance, unit from July",
    rule: "TL-15",
    asOf: "2025-08-01",
    history: "l202501-202506 d202507",
    facts: {
      reason: "joined-unit",
      joinedMonth: "2025-07",
      payments: { items: [paid("2025-01", "2025-12", "6912.54")] },
    },
    expected: { outcome: "granted", due: "3456.27" },
  },
  // Benefit from March to May; paid by himself from January to June: three of six months: 1536.00 of 3072.00.
  {
    title: "paid twice while drawing unemployment benefit",
    rule: "TL-15",
    asOf: "2025-08-01",
    history: "l202501-202506 s202503-202505",
    facts: {
      reason: "unemployment",
      benefitFrom: "2025-03",
      benefitTo: "2025-05",
      payments: { items: [paid("2025-01", "2025-06", "3072.00")] },
    },
    expected: { outcome: "granted", due: "1536.00" },
  },
  // Serving from February to July: six months at 512.00, less 300.00 already credited to the account: 2772.00.
  {
    title: "paid while serving a sentence, account credited",
    rule: "TL-15",
    asOf: "2025-09-01",
    history: "l202501-202508",
    facts: {
      reason: "sentence",
      sentenceFrom: "2025-02",
      sentenceTo: "2025-07",
      payments: { items: [paid("2025-02", "2025-07", "3072.00")] },
      credited: "300.00",
    },
    expected: { outcome: "granted", due: "2772.00" },
  },
]);

export const residentRefund = about(of("resident-refund"), [
  // S2 七(二): joined a unit on the last day before treatment starts.
  {
    title: "joined the employee scheme on 31 December",
    rule: "TL-16",
    asOf: "2025-12-31",
    history: "j2025-2026 d202512",
    facts: {
      reason: "joined-employee",
      causeDate: "2025-12-31",
      treatmentFrom: "2026-01-01",
      ownPaid: "440.00",
      assisted: false,
    },
    expected: { outcome: "granted", due: "440.00" },
  },
  // On the first day of treatment: no refund.
  {
    title: "joined the employee scheme on 1 January",
    rule: "TL-16",
    asOf: "2026-01-05",
    history: "j2025-2026 d202601",
    facts: {
      reason: "joined-employee",
      causeDate: "2026-01-01",
      treatmentFrom: "2026-01-01",
      ownPaid: "440.00",
      assisted: false,
    },
    expected: { outcome: "refused" },
  },
  // Died in the wait.
  {
    title: "died in the wait",
    rule: "TL-16",
    asOf: "2025-07-01",
    history: "j202505-202512",
    facts: {
      reason: "died",
      deathDate: "2025-06-30",
      treatmentFrom: "2025-08-20",
      ownPaid: "420.00",
      assisted: false,
    },
    expected: { outcome: "granted", due: "420.00" },
  },
  // Subsidised: the place of the relation that ends does it, here the other one.
  {
    title: "subsidised, the relation elsewhere ends",
    rule: "TL-16",
    asOf: "2025-11-20",
    history: "j2025-2026",
    facts: {
      reason: "duplicate",
      causeDate: "2025-11-15",
      treatmentFrom: "2026-01-01",
      ownPaid: "220.00",
      assisted: true,
      endsHere: false,
    },
    expected: { outcome: "guidance" },
  },
]);

export const duplicate = about(of("duplicate"), [
  // S2 四(二): two employee relations: the place of work stays.
  {
    title: "two employee relations, works elsewhere",
    rule: "TL-09",
    asOf: "2025-06-02",
    history: "d202401-202505 w202503-202505",
    facts: {
      hereScheme: "employee",
      otherScheme: "employee",
      otherArea: "elsewhere",
      workPlace: "other",
      wishesOther: false,
    },
    expected: { keeps: "other" },
  },
  // S2 四(三): twelve months continuous: employee relation stays, here.
  {
    title: "employee here for twelve months, resident elsewhere",
    rule: "TL-09",
    asOf: "2025-06-02",
    history: "d202406-202505 j2025",
    facts: {
      hereScheme: "employee",
      otherScheme: "resident",
      otherArea: "elsewhere",
      employeeMonths: 12,
      partTime: false,
      wishesOther: false,
    },
    expected: { keeps: "here" },
  },
  // S2 四(二): students stay where they study.
  {
    title: "pupil insured at home and at school elsewhere",
    rule: "TL-09",
    asOf: "2025-06-02",
    history: "j2025",
    facts: {
      hereScheme: "resident",
      otherScheme: "resident",
      otherArea: "elsewhere",
      student: "school",
      monitored: false,
      schoolPlace: "other",
      wishesOther: false,
    },
    expected: { keeps: "other" },
  },
  // S2 四(五): the person may ask for the other one, in writing.
  {
    title: "works here, asks in writing for the other relation",
    rule: "TL-09",
    asOf: "2025-06-02",
    history: "d202401-202505 w202503-202505",
    facts: {
      hereScheme: "employee",
      otherScheme: "employee",
      otherArea: "elsewhere",
      workPlace: "here",
      wishesOther: true,
      applied: true,
    },
    expected: { keeps: "other" },
  },
]);

export const contributionBase = about(of("contribution-base"), [
  // S2 五(二): 36000 / 12 = 3000 is below 60 % of 6400 = 3840.00.
  {
    title: "enterprise employee below the floor",
    rule: "TL-10",
    asOf: "2025-02-03",
    history: "d202401-202501",
    facts: {
      capacity: "unit",
      unitKind: "enterprise",
      payer: "person",
      lastYearKnown: true,
      lastYearWages: "36000.00",
      wageMonths: 12,
    },
    expected: { pays: { base: "3840.00" } },
  },
  // S2 五(一), (三): 20000 − 800 = 19200 = 300 % of 6400 exactly.
  {
    title: "public institution, exactly at the ceiling after what does not count",
    rule: "TL-10",
    asOf: "2025-02-03",
    history: "d202401-202501",
    facts: { capacity: "unit", unitKind: "public", payer: "person", wage: "20000.00", heatingFee: "800.00" },
    expected: { pays: { base: "19200.00" } },
  },
  // S2 五(四): flexible workers: last year's average annual wage.
  {
    title: "flexible worker",
    rule: "TL-10",
    asOf: "2025-02-03",
    history: "l202401-202501",
    facts: { capacity: "flexible" },
    expected: { pays: { base: "76806.00" } },
  },
]);

export const retireeCare = about(of("retiree-care"), [
  // S2 六(四): combined: the account goes on: 3 % of 2333.33 = 69.9999 → 70.00.
  {
    title: "handed over, combined",
    rule: "TL-14",
    asOf: "2025-02-03",
    history: "d198001-201512 t201601",
    facts: {
      retired: true,
      unitArrears: false,
      staffLeft: false,
      yearsMet: true,
      fundMode: "combined",
      basicPension: "2333.33",
    },
    expected: { outcome: "granted", pays: { accountCredit: "70.00" } },
  },
  // S2 六(四): pool only: handed over without an account.
  {
    title: "handed over, pool only",
    rule: "TL-14",
    asOf: "2025-02-03",
    history: "d198001-201512 t201601",
    facts: { retired: true, unitArrears: true, staffLeft: false, yearsMet: true, fundMode: "pool-only" },
    expected: { outcome: "granted" },
  },
]);
