/** One case, or several, for every operation of the store: what it needs to be there, and the operation itself. */
import { openStoreReadOnly, type Act, type AttachmentRow, type Store } from "../../src-main/store/index.ts";
import { sha256 } from "../../src-main/store/file/canonical.ts";
import { internalsOf } from "../../src-main/store/file/open.ts";
import { CLERK, clock, draftOf, keepersIn, OFFICE, submissionOf } from "./work.ts";

export interface Deed {
  /** Returns what the operation is about. */
  readonly prepare?: (store: Store) => string | Promise<string>;
  /** `nth`: a number of its own for each time. */
  readonly carryOut: (store: Store, id: string, nth: number) => unknown;
  /** Begins with a store that nobody has set up. */
  readonly onEmptyStore?: true;
}

export const act = (operation: string, more: Partial<Act> = {}): Act => ({
  operation,
  clerkId: CLERK,
  at: clock.now(),
  requestId: null,
  ...more,
});

export const PDF = Buffer.from("%PDF-1.7\n…\n%%EOF\n");
/** A PDF of its own for each number. */
export const pdfOf = (nth: number, bytes = 0): Buffer => Buffer.from(`%PDF-1.7\n${nth}\n${" ".repeat(bytes)}%%EOF\n`);

const MATTER = { matter: "dalian.retirement", city: "dalian" } as const;
const contentOf = (nth: number) => submissionOf(7, nth % 900).content;

const submitWith = (store: Store, draftId: string, more: object = {}): string =>
  store.cases.submit(act("cases.submit"), {
    caseId: null,
    draftId,
    ...MATTER,
    content: contentOf(1),
    amends: false,
    reason: "",
    year: 2026,
    ...more,
  });

let serial = 0;
export const submitted = (store: Store): string => submitWith(store, `prepared ${++serial}`);
const saved = (store: Store): string =>
  store.cases.save(act("cases.save"), { caseId: null, ...MATTER, content: contentOf(++serial) });

const secondClerk = (store: Store): string => {
  if (store.clerks.byId("second") === undefined) {
    const second = { id: "second", login: "second", name: "李复核", role: "reviewer", passwordHash: "-" } as const;
    store.clerks.add(act("clerks.add"), { ...second, mustChangePassword: false });
  }
  return "second";
};

/** An account whose password was given, and chosen anew by its owner. */
const givenClerk = (store: Store): string => {
  const id = `given ${++serial}`;
  const clerk = { id, login: id, name: `赵${serial}`, role: "clerk", passwordHash: "-" } as const;
  store.clerks.add(act("clerks.add"), { ...clerk, mustChangePassword: true });
  store.clerks.change(act("session.changePassword", { clerkId: id }), id, { passwordHash: "own", mustChangePassword: false });
  return id;
};

const toCancel = (store: Store): string => {
  secondClerk(store);
  const id = submitted(store);
  store.cases.askCancel(act("cases.askCancel"), id, "撤回");
  return id;
};

const cancelAnswered =
  (verdict: "approved" | "returned"): Deed["carryOut"] =>
  (store, caseId) =>
    store.cases.answerCancel(act("cases.answerCancel", { clerkId: "second" }), { caseId, verdict, comment: "请核对" });

const forReview = (store: Store): string => {
  secondClerk(store);
  return submitWith(store, `prepared ${++serial}`, { review: { reasons: ["金额"] }, amountFen: 100_000 });
};

const paperOf = (store: Store): string =>
  store.papers.add(act("papers.add"), { caseId: submitted(store), version: 1, kind: "acceptance", title: "回执", pdf: PDF }).id;

const reviewed =
  (verdict: "approved" | "returned"): Deed["carryOut"] =>
  (store, caseId) =>
    store.cases.review(act("cases.review", { clerkId: "second" }), { caseId, version: 1, verdict, comment: "请核对" });

export const attach = (store: Store, caseId: string, nth: number, bytes = 0): Promise<AttachmentRow> =>
  store.attachments.add(act("attachments.add"), {
    caseId,
    materialId: null,
    name: "a.pdf",
    bytes: pdfOf(nth, bytes),
    largestBytes: 1_000_000,
  });

const draftSaved = (store: Store): string => {
  const id = `draft ${++serial}`;
  store.drafts.save(act("drafts.save"), id, draftOf(serial));
  return id;
};

/** Two cases of one person each; the first person's number is corrected into the second's. */
const correcting = (store: Store, personId: string, nth: number, identityNumber?: string): string => {
  const { person } = store.people.byId(personId)!;
  const corrected = { ...person, name: `改名${nth}`, ...(identityNumber === undefined ? {} : { identityNumber }) };
  const merge = identityNumber !== undefined;
  return store.people.correct(act("people.correct"), { personId, person: corrected, reason: "录入错误", merge });
};

export const DEEDS: Readonly<Record<string, Readonly<Record<string, Deed>>>> = {
  "office.chooseCities": {
    changed: {
      carryOut: (store, _id, nth) =>
        store.office.chooseCities(act("office.chooseCities"), nth % 2 === 0 ? ["dalian"] : ["dalian", "tieling"]),
    },
  },
  "settings.put": {
    anew: { carryOut: (store, _id, nth) => store.settings.put(act("settings.put"), "office", { nth }, "") },
  },
  "audit.record": {
    "a look": { carryOut: (store) => store.audit.record(act("people.reveal"), { personId: "1", detail: { reason: "核对" } }) },
  },
  "ledger.closeDay": {
    "with a note": {
      carryOut: (store, _id, nth) => store.ledger.closeDay(act("ledger.closeDay"), `2026-10-${10 + (nth % 20)}`, "已核对"),
    },
  },
  "attachments.add": {
    "a new file": {
      prepare: submitted,
      carryOut: (store, caseId, nth) => attach(store, caseId, nth),
    },
  },
  "attachments.remove": {
    "with a reason": {
      prepare: async (store) => (await attach(store, submitted(store), 0)).id,
      carryOut: (store, id) => store.attachments.remove(act("attachments.remove"), id, "扫错了"),
    },
  },
  "people.correct": {
    name: {
      prepare: (store) => store.cases.get(submitted(store))!.personId,
      carryOut: correcting,
    },
    "merged with another": {
      prepare: (store) => {
        const first = saved(store);
        saved(store);
        return store.cases.get(first)!.personId;
      },
      carryOut: (store, personId, nth) => correcting(store, personId, nth, contentOf(serial).person.identityNumber),
    },
  },
  "clerks.setUp": {
    "first start": {
      onEmptyStore: true,
      carryOut: (store) =>
        store.clerks.setUp(act("session.setup", { clerkId: null }), OFFICE, {
          id: CLERK,
          login: "wang",
          name: "王经办",
          role: "administrator",
          passwordHash: "-",
        }),
    },
  },
  "clerks.add": {
    "a clerk": {
      carryOut: (store, _id, nth) =>
        store.clerks.add(act("clerks.add"), {
          id: `clerk ${nth}`,
          login: `login ${nth}`,
          name: `张${nth}`,
          role: "clerk",
          passwordHash: "-",
          mustChangePassword: true,
        }),
    },
  },
  "clerks.change": {
    "name and password": {
      prepare: secondClerk,
      carryOut: (store, id, nth) => store.clerks.change(act("clerks.change"), id, { name: `李${nth}`, passwordHash: `${nth}` }),
    },
    "role and switched off": {
      prepare: secondClerk,
      carryOut: (store, id) => store.clerks.change(act("clerks.change"), id, { role: "auditor", active: false, reason: "调离" }),
    },
  },
  "clerks.confirm": {
    "a person": {
      prepare: givenClerk,
      carryOut: (store, id) => store.clerks.confirm(act("clerks.confirm"), id, "李复核（second）"),
    },
  },
  "clerks.endActing": {
    "a role for a time": {
      prepare: (store) => {
        const id = secondClerk(store);
        store.clerks.change(act("clerks.changeRole"), id, { acting: { role: "supervisor", until: "2026-03-03" } });
        return id;
      },
      carryOut: (store, id) => store.clerks.endActing(act("clerks.endActing", { clerkId: null }), id),
    },
  },
  "clerks.rescueAdministrator": {
    "a new one": {
      prepare: secondClerk,
      carryOut: (store, id, nth) =>
        store.clerks.rescueAdministrator(
          act("session.replaceAdministrator", { clerkId: id }),
          { id: `rescued ${nth}`, login: `rescued-${nth}`, name: `钱${nth}`, passwordHash: "-" },
          { isNew: true, reason: "离职", second: "恢复码" },
        ),
    },
  },
  "clerks.recordFailedLogin": {
    once: { carryOut: (store) => store.clerks.recordFailedLogin(act("session.login"), CLERK) },
  },
  "clerks.recordLogin": { once: { carryOut: (store) => store.clerks.recordLogin(act("session.login"), CLERK) } },
  "drafts.save": {
    first: { carryOut: (store, _id, nth) => store.drafts.save(act("drafts.save"), `form ${nth}`, draftOf(nth)) },
    again: { prepare: draftSaved, carryOut: (store, id, nth) => store.drafts.save(act("drafts.save"), id, draftOf(-nth)) },
  },
  "drafts.handOver": {
    "to a colleague": {
      prepare: (store) => {
        secondClerk(store);
        return draftSaved(store);
      },
      carryOut: (store, id) => store.drafts.handOver(act("drafts.handOver"), id, "second", "休假"),
    },
  },
  "drafts.discardOfOther": {
    "of somebody who left": {
      prepare: draftSaved,
      carryOut: (store, id) => store.drafts.discardOfOther(act("drafts.discardOfOther"), id, "离职"),
    },
  },
  "drafts.discard": {
    "a saved one": { prepare: draftSaved, carryOut: (store, id) => store.drafts.discard(act("drafts.discard"), id) },
  },
  "cases.save": {
    "a new case": {
      carryOut: (store, _id, nth) =>
        store.cases.save(act("cases.save"), { caseId: null, ...MATTER, content: contentOf(100 + nth) }),
    },
    "an open case": {
      prepare: saved,
      carryOut: (store, caseId, nth) =>
        store.cases.save(act("cases.save"), { caseId, ...MATTER, content: { ...contentOf(serial), facts: { nth } } }),
    },
  },
  "cases.submit": {
    "a new case": { carryOut: (store, _id, nth) => submitWith(store, `new ${nth}`, { content: contentOf(200 + nth) }) },
    "an open case, for review": {
      prepare: saved,
      carryOut: (store, caseId, nth) => {
        const review = { reasons: ["金额"] };
        return submitWith(store, `open ${nth}`, {
          caseId,
          content: contentOf(serial),
          review,
          amountFen: 100,
          dueOn: "2026-04-01",
        });
      },
    },
    "an amendment": {
      prepare: submitted,
      carryOut: (store, caseId, nth) => submitWith(store, `amended ${nth}`, { caseId, amends: true, reason: "更正" }),
    },
  },
  "cases.cancel": {
    submitted: { prepare: submitted, carryOut: (store, id) => store.cases.cancel(act("cases.cancel"), id, "撤回") },
    open: { prepare: saved, carryOut: (store, id) => store.cases.cancel(act("cases.cancel"), id, "撤回") },
  },
  "cases.askCancel": {
    once: { prepare: submitted, carryOut: (store, id) => store.cases.askCancel(act("cases.askCancel"), id, "撤回") },
  },
  "cases.answerCancel": {
    "the case is cancelled": { prepare: toCancel, carryOut: cancelAnswered("approved") },
    "it stands": { prepare: toCancel, carryOut: cancelAnswered("returned") },
  },
  "cases.review": {
    approved: { prepare: forReview, carryOut: reviewed("approved") },
    returned: { prepare: forReview, carryOut: reviewed("returned") },
  },
  "cases.supplement": {
    "one material": {
      prepare: submitted,
      carryOut: (store, id) =>
        store.cases.supplement(act("cases.supplement"), id, [{ id: "photo", received: true, form: "original", count: 1 }]),
    },
  },
  "cases.setLimit": {
    "a limit that became known": {
      prepare: submitted,
      carryOut: (store, caseId) => store.cases.setLimit(act("cases.setLimit"), { caseId, version: 1, dueOn: "2026-03-20" }),
    },
  },
  "papers.add": {
    "of a submitted case": {
      prepare: submitted,
      carryOut: (store, caseId) =>
        store.papers.add(act("papers.add"), { caseId, version: 1, kind: "acceptance", title: "回执", pdf: PDF }),
    },
    "a refusal of an open case": {
      prepare: saved,
      carryOut: (store, caseId) =>
        store.papers.add(act("papers.add"), { caseId, version: 0, kind: "refusal", title: "不予受理通知书", pdf: PDF }),
    },
  },
  "papers.recordPrint": {
    first: { prepare: paperOf, carryOut: (store, id) => store.papers.recordPrint(act("papers.print"), id, 1, PDF) },
    again: {
      prepare: (store) => {
        const id = paperOf(store);
        store.papers.recordPrint(act("papers.print"), id, 1, PDF);
        return id;
      },
      carryOut: (store, id, nth) => store.papers.recordPrint(act("papers.print"), id, 2, pdfOf(nth)),
    },
  },
  "policy.addOfficeFigure": {
    "a year's value": {
      carryOut: (store, _id, nth) =>
        store.policy.addOfficeFigure(act("policy.enterFigure"), {
          figure: `figure ${nth}`,
          city: "dalian",
          from: "2026-01-01",
          to: "2026-12-31",
          value: "7000",
          document: "文",
          note: "",
        }),
    },
  },
  "policy.chooseReading": {
    "one of two": {
      carryOut: (store) =>
        store.policy.chooseReading(act("policy.chooseReading"), { reading: "r", city: "dalian", option: "a", reason: "文件" }),
    },
  },
  "policy.rememberPack": {
    "a new pack": {
      carryOut: (store, _id, nth) => {
        const source = JSON.stringify({ nth });
        store.policy.rememberPack(act("policy.rememberPack"), { hash: sha256(source), city: "dalian", version: "1", source });
      },
    },
  },
  "clock.confirm": {
    "a clock that is doubted": { carryOut: (store) => store.clock.confirm(act("clock.confirm")) },
  },
  "restores.confirm": {
    "one that waits": {
      prepare: (store) => {
        const row = { answer: null, subject: null, detail: { toConfirm: true } };
        internalsOf(store).perform(act("counter restore", { clerkId: null }), "store.restore", () => row);
        return String(store.restores.unconfirmed()!.sequence);
      },
      carryOut: (store, sequence) => store.restores.confirm(act("backup.confirmRestore"), Number(sequence), {}),
    },
  },
  "unknownLogins.record": {
    "a name that nobody has": {
      carryOut: (store, _id, nth) => store.unknownLogins.record(act("session.login", { clerkId: null }), `nobody ${nth}`),
    },
  },
  "unknownLogins.forget": {
    "one that was tried": {
      prepare: (store) => {
        store.unknownLogins.record(act("session.login", { clerkId: null }), "nobody");
        return "nobody";
      },
      carryOut: (store, name) => store.unknownLogins.forget(act("session.login", { clerkId: null }), name),
    },
  },
};

/** Every operation that the store offers: what it has beyond what one gets who may only look. */
export function operationsOf(store: Store, folder: string): string[] {
  const reader = openStoreReadOnly(store.path, { keepers: keepersIn(folder) });
  try {
    const reads = namesOf(reader);
    // what is asked of the clock is no write, and whoever only looks has none
    return [...namesOf(store)].filter((name) => !reads.has(name) && name !== "clock.doubt");
  } finally {
    reader.close();
  }
}

const namesOf = (store: object): Set<string> =>
  new Set(
    Object.entries(store).flatMap(([area, members]) =>
      typeof members === "object" ? Object.keys(members as object).map((name) => `${area}.${name}`) : [],
    ),
  );
