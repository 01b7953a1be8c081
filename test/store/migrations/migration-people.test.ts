/** 0016: nobody stands in for anybody yet, forms have one hand, and clerks are those that the audit told of before. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src-main/store/index.ts";
import { storeOfVersion, tellState } from "../earlier-store.ts";
import { act, clock, CLERK_ID, draft, newStore, temporaryFolder } from "../support.ts";

it("keeps people and forms, and goes on", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore();
  today.drafts.save(act("drafts.save"), "d1", draft());
  const old = storeOfVersion(11, path, today);
  tellState(old);
  old.close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  expect(migrated.clerks.byId(CLERK_ID)).toMatchObject({ role: "administrator", permanentRole: "administrator", acting: null });
  expect(migrated.drafts.open()).toMatchObject([{ id: "d1", clerkId: CLERK_ID, hands: [] }]);
  expect(migrated.clerks.actingOver()).toEqual([]);
  expect(migrated.clerks.rescued()).toEqual([]);
  const next = {
    id: "clerk-2",
    login: "li",
    name: "李接手",
    role: "clerk",
    passwordHash: "$scrypt$…",
    mustChangePassword: false,
  } as const;
  migrated.clerks.add(act("clerks.create"), next);
  migrated.drafts.handOver(act("drafts.handOver"), "d1", "clerk-2", "调离");
  expect(migrated.drafts.get("d1")).toMatchObject({ clerkId: "clerk-2", hands: [CLERK_ID] });
  migrated.clerks.change(act("clerks.changeRole"), "clerk-2", { acting: { role: "reviewer", until: "2000-01-01" } });
  // told of, and over
  expect(migrated.clerks.byId("clerk-2")).toMatchObject({ role: "clerk", acting: null });
  expect(migrated.clerks.actingOver()).toMatchObject([{ id: "clerk-2" }]);
  expect(migrated.verify()).toEqual([]);
});
