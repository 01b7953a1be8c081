/** Rows changed with the key in hand: by whoever shares the account. The program itself finds what the chains can tell; an anchor the rest. */
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { anchorText, fileKeeper, openWithSafe, parseAnchor, type SafeStore } from "../../src-main/store/index.ts";
import { openWriter, type Writer } from "../../src-main/store/file/connection.ts";
import { CHAIN_START } from "../../src-main/store/file/canonical.ts";
import { internalsOf, openStore } from "../../src-main/store/file/open.ts";
import { auditHash } from "../../src-main/store/file/operation.ts";
import { AUDIT } from "../../src-main/store/file/columns.ts";
import { clock, setUp, submit, temporaryFolder } from "../store/support.ts";
import { TestDesk } from "../unit/desk/test-desk.ts";

function office() {
  const path = join(temporaryFolder(), "counter.db");
  const keepers = [fileKeeper(`${path}.machine-key`)];
  const store = openStore(path, { clock, keepers });
  setUp(store);
  submit(store);
  const { key } = internalsOf(store).keys!;
  const head = store.audit.head()!;
  store.close();
  /** Past the triggers, which are there again afterwards: the schema is compared at the opening. */
  const turn = (work: (writer: Writer) => void): void => {
    const writer = openWriter(path, "in-use", key);
    writer.transact((inside) => {
      const triggers = inside.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'");
      for (const { name } of triggers) inside.run(`DROP TRIGGER ${name}`);
      work(inside);
      for (const { sql } of triggers) inside.run(sql);
    });
    writer.close();
  };
  return { path, keepers, head, turn };
}

/** What the audit page says. */
function verdictOf({ store, safe }: SafeStore) {
  const desk = new TestDesk();
  onTestFinished(() => desk.remove());
  const page = desk.newDesk({ store, safe, clock: desk.clock });
  const connection = page.connect();
  connection.clerkId = "clerk-1";
  return page.call(connection, "audit.verify", {});
}

it("the amount and the name of a case are found by the audit page and by the proof of a backup, not only by a replay", async () => {
  const { path, keepers, turn } = office();
  turn((writer) => writer.run("UPDATE case_events SET payload = replace(payload, '张三', '李四') WHERE kind = 'submitted'"));
  const opened = openWithSafe(path, {
    clock: { ...clock, now: () => "2026-03-04T05:00:00.000Z" },
    keepers,
    onFailure: () => undefined,
  });
  onTestFinished(() => opened.closeNow());
  const areas = (await opened.safe.verify()).map(({ area }) => area);
  expect(areas).toContain("event-chain");
  const made = await opened.safe.backups.make("manual");
  const proof = await opened.safe.backups.prove(made);
  expect(proof.sound).toBe(false);
  expect(proof.problems.join()).toContain("event-chain");
  expect(await verdictOf(opened)).toMatchObject({
    ok: true,
    value: { sound: false, problems: [expect.stringContaining("办件记录链")] },
  });
});

it("an audit cut off where cases go on is found by the page, although what is left of it is a sound chain", async () => {
  const { path, keepers, turn } = office();
  turn((writer) => writer.run("DELETE FROM audit WHERE write = 'cases.submit' AND sequence = (SELECT max(sequence) FROM audit)"));
  const opened = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
  onTestFinished(() => opened.closeNow());
  expect(await verdictOf(opened)).toMatchObject({
    ok: true,
    value: { sound: false, problems: [expect.stringContaining("审计链")] },
  });
});

it("the end of the audit cut off or rewritten, chain and all, does not go on from an anchor that was kept outside", () => {
  const { path, keepers, head, turn } = office();
  const anchor = parseAnchor(anchorText(head))!;
  turn((writer) => {
    let previous = CHAIN_START;
    for (const row of AUDIT.all(writer, "ORDER BY sequence")) {
      const turned = { ...row, operation: row.sequence === head.sequence ? "session.login" : row.operation };
      const hash = auditHash(previous, turned);
      writer.run("UPDATE audit SET operation = ?, hash = ? WHERE sequence = ?", turned.operation, hash, row.sequence);
      previous = hash;
    }
  });
  const store = openStore(path, { clock, keepers });
  onTestFinished(() => store.close());
  expect(store.audit.matches(anchor)).toBe(false);
  expect(store.audit.matches(store.audit.head()!)).toBe(true);
});

it("every backup's name carries the end of the chain that it holds", async () => {
  const { path, keepers } = office();
  const opened = openWithSafe(path, { clock, keepers, onFailure: () => undefined });
  onTestFinished(() => opened.closeNow());
  const head = opened.store.audit.head()!;
  const made = await opened.safe.backups.make("manual");
  expect(made.name.endsWith(`.${anchorText(head)}`)).toBe(true);
  expect(opened.store.audit.matches(parseAnchor(made.name.split(".")[1]!)!)).toBe(true);
});
