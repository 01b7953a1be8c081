/** What a command has changed is asked again, and nothing else; what it answers need not be asked. */
import { beforeEach, expect, test } from "vitest";
import { keyOf, useCall } from "../../../src-renderer/app/calls/queries.ts";
import { useAct } from "../../../src-renderer/ui/calls/act.ts";
import { installHost, Refusal, type FakeHost } from "./fake-host.ts";
import { click, get, settle, show } from "./screen.tsx";

let host: FakeHost;
const view = (state: string) => ({ id: "c1", state });
beforeEach(() => {
  host = installHost();
  host.answers["cases.get"] = () => view("submitted");
  host.answers["review.queue"] = () => [];
  host.answers["policy.matters"] = () => [];
  host.answers["backup.status"] = () => ({ folders: [] });
});

function Screen() {
  const found = useCall("cases.get", { id: "c1" });
  useCall("review.queue", {});
  useCall("policy.matters", {});
  useCall("backup.status", {});
  const cancel = useAct("cases.cancel");
  const backUp = useAct("backup.now");
  return (
    <>
      <p>{found.data?.state}</p>
      <button type="button" onClick={() => void cancel.run({ id: "c1", reason: "撤销" })}>
        撤销
      </button>
      <button type="button" onClick={() => void backUp.run({})}>
        备份
      </button>
      <p>{cancel.error === null ? "" : "没有撤销"}</p>
    </>
  );
}

const asked = () => ["cases.get", "review.queue", "policy.matters", "backup.status"].map((name) => host.of(name).length);

test("the queue is asked again, the case shows what came back, the policy stays", async () => {
  await show(<Screen />);
  expect(asked()).toEqual([1, 1, 1, 1]);
  host.answers["cases.cancel"] = () => view("cancelled");
  await click(get("button", "撤销"));
  await settle();
  expect(asked()).toEqual([1, 2, 1, 1]);
  expect(document.body.textContent).toContain("cancelled");
});

test("a refused command changes nothing; one that may have done a part of it is looked at", async () => {
  await show(<Screen />);
  host.answers["cases.cancel"] = () => new Refusal("case-fixed", "不能撤销。");
  host.answers["backup.now"] = () => new Refusal("backup-failed", "第二位置没有备份。");
  await click(get("button", "撤销"));
  await settle();
  expect(document.body.textContent).toContain("没有撤销");
  expect(asked()).toEqual([1, 1, 1, 1]);
  await click(get("button", "备份"));
  await settle();
  expect(asked()).toEqual([1, 1, 1, 2]);
});

test("a request id goes only to calls that take one", async () => {
  await show(<Screen />);
  host.answers["backup.now"] = () => ({});
  host.answers["cases.cancel"] = () => view("cancelled");
  await click(get("button", "备份"));
  await click(get("button", "撤销"));
  await settle();
  expect(host.of("backup.now")).toEqual([{}]);
  expect(host.of("cases.cancel")).toMatchObject([{ id: "c1", requestId: expect.stringMatching(/^[\da-f-]{36}$/) }]);
});

test("a key is the call's name and its input", () => {
  expect(keyOf("cases.get", { id: "c1" })).toEqual(["cases.get", { id: "c1" }]);
});
