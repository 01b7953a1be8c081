import { about } from "../../../journeys/by-hand/case.ts";

// What is a list of conditions, papers and places: every combination of the answers.

const dalian = { city: "dalian", asOf: "2025-07-10" } as const;
const BOTH = [true, false];

const leaving = ["unit", "flexible"].flatMap((member) =>
  BOTH.flatMap((agent) =>
    about({ ...dalian, rule: "DL-03", matter: "dalian.transfer-out", facts: { member, agent } }, [
      // S0 二(一): suspended, own identity card, and the agent's
      {
        title: `${member} suspended${agent ? ", by an agent" : ""}`,
        facts: { status: "suspended" },
        expected: { outcome: "granted", materials: agent ? ["居民身份证", "代办人"] : ["居民身份证"], place: "医保经办机构" },
      },
      // S0 二(一)1: not suspended, and it can be
      {
        title: `${member} not suspended${agent ? ", by an agent" : ""}`,
        facts: { status: "active" },
        expected: { outcome: "not-yet" },
      },
    ]),
  ),
);

const PAPERS = { dismissal: "解聘证明", "cadre-transfer": "干部调动表" };
const publicStaff = BOTH.flatMap((agent) => [
  // S0 二(三): the five inner districts, one of two papers, the centre's window
  ...(Object.keys(PAPERS) as (keyof typeof PAPERS)[]).flatMap((proof) =>
    about(
      {
        ...dalian,
        rule: "DL-03",
        matter: "dalian.transfer-out",
        facts: { member: "public", innerDistricts: true, proof, agent },
      },
      [
        {
          title: `public staff of the inner districts, ${proof}${agent ? ", by an agent" : ""}`,
          facts: { status: "suspended" },
          expected: {
            outcome: "granted",
            materials: [PAPERS[proof], "居民身份证", ...(agent ? ["代办人"] : [])],
            place: "市医保中心",
          },
        },
        {
          title: `public staff of the inner districts, ${proof}, not suspended${agent ? ", by an agent" : ""}`,
          facts: { status: "active" },
          expected: { outcome: "not-yet" },
        },
      ],
    ),
  ),
  ...["suspended", "active"].flatMap((status) =>
    about({ ...dalian, rule: "DL-03", matter: "dalian.transfer-out", facts: { member: "public", status, agent } }, [
      {
        title: `public staff of the inner districts without either paper, ${status}${agent ? ", by an agent" : ""}`,
        facts: { innerDistricts: true, proof: "none" },
        expected: { outcome: "not-yet" },
      },
      // S0 二(一): elsewhere as anybody
      {
        title: `public staff of another district, ${status}${agent ? ", by an agent" : ""}`,
        facts: { innerDistricts: false },
        ...(status === "active"
          ? { expected: { outcome: "not-yet" as const } }
          : {
              expected: {
                outcome: "granted" as const,
                materials: agent ? ["居民身份证", "代办人"] : ["居民身份证"],
                place: "医保经办机构",
              },
            }),
      },
    ]),
  ),
]);

// S0 三: ended there and arrived here; identity card, 《参保凭证》
const arriving = BOTH.flatMap((endedThere) =>
  BOTH.flatMap((arrived) =>
    BOTH.flatMap((agent) =>
      about({ ...dalian, rule: "DL-04", matter: "dalian.transfer-in", facts: { endedThere, arrived, agent } }, [
        {
          title: `${endedThere ? "" : "not "}ended there, ${arrived ? "" : "not "}paid here${agent ? ", by an agent" : ""}`,
          expected:
            endedThere && arrived
              ? { outcome: "granted", materials: agent ? ["参保凭证", "代办人"] : ["参保凭证", "身份证"], place: "医保经办机构" }
              : { outcome: "not-yet" },
        },
      ]),
    ),
  ),
);

// S0 六: the unit for its people, the street for those under social management, anybody for flexible workers
const death = [
  ...about({ ...dalian, rule: "DL-08", matter: "dalian.death", facts: { relation: "unit" } }, [
    {
      title: "the unit for its employee",
      facts: { handler: "unit" },
      expected: { outcome: "granted", materials: ["死亡证明", "身份证", "人员变动表"], place: "医保经办机构" },
    },
    {
      title: "the street for a unit's employee",
      facts: { handler: "street" },
      expected: { outcome: ["guidance", "not-yet"] },
    },
    {
      title: "the family of a unit's employee",
      facts: { handler: "family" },
      expected: { outcome: ["guidance", "not-yet"] },
    },
  ]),
  ...about({ ...dalian, rule: "DL-08", matter: "dalian.death", facts: { relation: "socialised" } }, [
    {
      title: "the street for a retiree under social management",
      facts: { handler: "street" },
      expected: { outcome: "granted", materials: ["死亡证明", "身份证", "人员变动表"] },
    },
    {
      title: "the former unit of such a retiree",
      facts: { handler: "unit" },
      expected: { outcome: ["guidance", "not-yet"] },
    },
    {
      title: "the family of such a retiree",
      facts: { handler: "family" },
      expected: { outcome: ["guidance", "not-yet"] },
    },
  ]),
  ...about({ ...dalian, rule: "DL-08", matter: "dalian.death", facts: { relation: "flexible" } }, [
    {
      title: "a flexible worker",
      expected: { outcome: "granted", materials: ["死亡证明", "身份证"], place: "医保经办机构" },
    },
  ]),
];

// S0 七(三), 七(九), S1: told only
const told = [
  ...["not-suspended", "suspended", "enrolled"].flatMap((stage) =>
    about({ ...dalian, rule: "DL-10", matter: "dalian.move", facts: { direction: "inside", stage } }, [
      { title: `inside the pool, ${stage}`, expected: { outcome: "guidance" } },
    ]),
  ),
  ...["leaving", "arriving"].flatMap((direction) =>
    about({ ...dalian, rule: "DL-10", matter: "dalian.move", facts: { direction } }, [
      { title: direction, expected: { outcome: "guidance" } },
    ]),
  ),
  ...["enrol", "pay", "back-payment"].flatMap((purpose) =>
    about({ ...dalian, rule: "DL-14", matter: "dalian.payment-channels", facts: { purpose } }, [
      { title: purpose, expected: { outcome: "guidance" } },
    ]),
  ),
  ...["forgotten", "lost", "activate"].flatMap((reason) =>
    about({ ...dalian, rule: "DL-13", matter: "dalian.e-credential", facts: { reason } }, [
      { title: reason, expected: { outcome: "guidance" } },
    ]),
  ),
];

export const counter = [...leaving, ...publicStaff, ...arriving, ...death, ...told];
