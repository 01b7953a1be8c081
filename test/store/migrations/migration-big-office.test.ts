/** 0007: a store as version 6 left it, compared after the migration. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openStore } from "../../../src-main/store/index.ts";
import { idsInOrder, storeOfVersion } from "../earlier-store.ts";
import { clock, content, identityNumber, minute, newStore, submit, temporaryFolder } from "../support.ts";

const NAMES = ["张三", "单雄信", "王䶮", "阿卜杜拉·买买提", "·"];

it("keeps what the search finds, the lists and their order, and adds up the months", () => {
  const path = join(temporaryFolder(), "counter.db");
  const today = newStore({ newId: idsInOrder() });
  NAMES.forEach((name, i) =>
    submit(today, {
      content: content({ person: { identityNumber: identityNumber(i), name, phone: "" } }),
      draftId: `draft-${i}`,
      act: { at: i < 3 ? minute(i) : `2026-04-1${i}T01:00:00.000Z` },
    }),
  );
  storeOfVersion(6, path, today).close();

  const migrated = openStore(path, { clock });
  onTestFinished(() => migrated.close());
  expect(migrated.verify()).toEqual([]);
  for (const text of ["", "张三", "zs", "z", "shan", "qxx", "sxx", "䶮", "杜拉买", "a", identityNumber(2), "0012"]) {
    const asked = { text, state: null, limit: 20, offset: 0 } as const;
    // an id of a person is random, and none of the old store's
    const found = (store: typeof today) => {
      const { rows, total } = store.cases.search(asked);
      return { rows: rows.map(({ personId: _id, ...row }) => row), total };
    };
    expect(found(migrated), text).toEqual(found(today));
  }
  const span = { from: "2026-03-01", to: "2026-04-30" };
  expect(migrated.ledger.totals(span)).toEqual(today.ledger.totals(span));
  expect(migrated.ledger.totals(span).byMonth.find(({ id, kind }) => id === "2026-03" && kind === "accepted")?.count).toBe(3);
  submit(migrated, { act: { at: minute(9) } });
  expect(migrated.verify()).toEqual([]);
});
