import { about } from "../../../journeys/by-hand/case.ts";
import { of } from "../../../journeys/by-hand/tieling-words.ts";

const employees = { hereScheme: "employee", otherScheme: "employee" };
const residents = { hereScheme: "resident", otherScheme: "resident" };
const employeeHere = { hereScheme: "employee", otherScheme: "resident" };
const employeeThere = { hereScheme: "resident", otherScheme: "employee" };
const away = { otherArea: "elsewhere" };
const inCity = { otherArea: "same" };
const content = { wishesOther: false };
const day = { rule: "TL-09", asOf: "2025-06-02" };

export const duplicate = about(of("duplicate"), [
  // 四(二): place of work.
  {
    ...day,
    title: "two employee relations, works here",
    history: "d202401-202505 w202503-202505",
    facts: { ...employees, ...away, workPlace: "here", ...content },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "two employee relations in the city, works at the other",
    history: "d202401-202505",
    facts: { ...employees, ...inCity, workPlace: "other", ...content },
    expected: { keeps: "other" },
  },
  // 四(二): residents: the place of residence, and the latest payment. Where the two differ the clause can be read both ways (first
  // expected by the latest payment): by the named reading the place of residence.
  {
    ...day,
    title: "two resident relations, lives and paid last here",
    history: "j2025",
    facts: { ...residents, ...away, student: "none", residencePlace: "here", latestPayment: "here", ...content },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "two resident relations, lives and paid last there",
    history: "j2025",
    facts: { ...residents, ...away, student: "none", residencePlace: "other", latestPayment: "other", ...content },
    expected: { keeps: "other" },
  },
  {
    ...day,
    title: "two resident relations, lives here, paid last there",
    history: "j2025",
    facts: { ...residents, ...away, student: "none", residencePlace: "here", latestPayment: "other", ...content },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "two resident relations, lives there, paid last here",
    history: "j2025",
    facts: { ...residents, ...away, student: "none", residencePlace: "other", latestPayment: "here", ...content },
    expected: { keeps: "other" },
  },
  // 四(二): students.
  {
    ...day,
    title: "pupil at school here",
    history: "j2025",
    facts: { ...residents, ...away, student: "school", monitored: false, schoolPlace: "here", ...content },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "monitored pupil chooses the place of recognition, which is here",
    history: "j2025",
    facts: {
      ...residents,
      ...away,
      student: "school",
      monitored: true,
      atRecognition: true,
      recognitionPlace: "here",
      ...content,
    },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "monitored pupil chooses the place of recognition, which is there",
    history: "j2025",
    facts: {
      ...residents,
      ...away,
      student: "school",
      monitored: true,
      atRecognition: true,
      recognitionPlace: "other",
      ...content,
    },
    expected: { keeps: "other" },
  },
  {
    ...day,
    title: "monitored pupil does not choose, school there",
    history: "j2025",
    facts: {
      ...residents,
      ...away,
      student: "school",
      monitored: true,
      atRecognition: false,
      schoolPlace: "other",
      ...content,
    },
    expected: { keeps: "other" },
  },
  // 八: in the year of entry no duplicate at all.
  {
    ...day,
    title: "student in the year of entry",
    history: "j2025",
    facts: { ...residents, ...away, student: "entry-year" },
    expected: { outcome: "guidance" },
  },
  // 四(三): twelve months and more.
  {
    ...day,
    title: "employee there for twelve months, resident here",
    history: "w202406-202505 j2025",
    facts: { ...employeeThere, ...away, employeeMonths: 12, partTime: false, ...content },
    expected: { keeps: "other" },
  },
  {
    ...day,
    title: "employee here for thirty months, resident in the city",
    history: "d202212-202505 j2025",
    facts: { ...employeeHere, ...inCity, employeeMonths: 30, partTime: false, ...content },
    expected: { keeps: "here" },
  },
  // 四(三) is silent below a year; 四(四) part time: the one that gives treatment.
  {
    ...day,
    title: "part time for eleven months here, resident treatment there",
    history: "l202407-202505 j2025",
    facts: { ...employeeHere, ...away, employeeMonths: 11, partTime: true, treatmentPlace: "other", ...content },
    expected: { keeps: "other" },
  },
  {
    ...day,
    title: "part time for eleven months here with treatment",
    history: "l202407-202505 j2025",
    facts: { ...employeeHere, ...away, employeeMonths: 11, partTime: true, treatmentPlace: "here", ...content },
    expected: { keeps: "here" },
  },
  // 四(五): a wish without a paper: bring it first.
  {
    ...day,
    title: "works here, wants the other, no application",
    history: "d202401-202505 w202503-202505",
    facts: { ...employees, ...away, workPlace: "here", wishesOther: true, applied: false },
    expected: { outcome: "not-yet" },
  },
  {
    ...day,
    title: "works there, asks in writing to stay here",
    history: "d202401-202505 w202503-202505",
    facts: { ...employees, ...away, workPlace: "other", wishesOther: true, applied: true },
    expected: { keeps: "here" },
  },
  {
    ...day,
    title: "employee here for two years, asks in writing for the resident relation there",
    history: "d202306-202505 j2025",
    facts: { ...employeeHere, ...away, employeeMonths: 24, partTime: false, wishesOther: true, applied: true },
    expected: { keeps: "other" },
  },
]);
