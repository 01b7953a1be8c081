/** The screens of the demonstration, one after the other, and how each is opened. */
import type { Page } from "playwright-core";
import { VISITS, visitForm } from "../../../src-main/demo/visits/index.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { ask } from "../ask.ts";

type Open = () => Promise<unknown>;

export async function screens(page: Page): Promise<Record<string, Open>> {
  const press = (...keys: string[]) => async () => {
    for (const key of keys) await page.keyboard.press(key);
  };
  const go = (hash: string) => async () => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator("main h1").first().waitFor({ state: "attached" });
  };
  const click = (role: "button" | "link" | "tab" | "radio", name: string | RegExp) => async () => {
    await page.getByRole(role, { name }).first().click();
  };
  const closing = async () => {
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  };
  const then = (...steps: Open[]): Open => async () => {
    for (const step of steps) await step();
  };
  const caseIn = async (state: string | null, text = ""): Promise<string> => {
    const found = await ask<{ readonly rows: readonly { readonly id: string }[] }>(page, "cases.search", { text, state, limit: 5, offset: 0 });
    return found.rows[0]!.id;
  };
  const today = new Date().toISOString().slice(0, 10);
  const save = async (id: string, content: DraftContent) => {
    await ask(page, "drafts.save", { id, content });
    return id;
  };
  const form = (matter: string, change: (content: DraftContent) => DraftContent = (same) => same) => async () => {
    const at = VISITS.findIndex((visit) => visit.matter === matter);
    const id = await save(crypto.randomUUID(), change(visitForm(VISITS[at]!, at, today)));
    await go(`/form/${id}`)();
  };
  const half = (content: DraftContent): DraftContent => ({
    ...content,
    facts: Object.fromEntries(Object.entries(content.facts).slice(0, 3)),
  });
  const wrong = (content: DraftContent): DraftContent => ({
    ...content,
    person: { ...content.person, identityNumber: content.person.identityNumber.slice(0, 15) },
  });
  const matters = [...new Set(VISITS.map(({ matter }) => matter))];
  const some = ["dalian.retirement", "dalian.inpatient", "tieling.retirement", "tieling.duplicate", "chongqing.unit-arrears"];
  const submitted = await caseIn("submitted");
  const inReview = await caseIn("in-review");
  const person = (await ask<{ personId: string }>(page, "cases.get", { id: submitted })).personId;

  return {
    home: go("/"),
    "home filtered": async () => {
      await page.getByRole("textbox", { name: "筛选事项" }).fill("社保");
    },
    "home discard": then(
      async () => page.getByRole("textbox", { name: "筛选事项" }).fill(""),
      async () => page.locator("main li button[aria-label*=丢弃], main li button[aria-label*=删除]").first().click(),
    ),
    palette: then(closing, press("Control+k")),
    help: then(press("Escape"), press("F1")),
    "clerk menu": then(closing, async () => page.locator("header button[aria-haspopup=menu]").click()),
    "password dialog": async () => page.getByRole("menuitem").first().click(),
    "form empty": then(closing, async () => go(`/form/${crypto.randomUUID()}?matter=dalian.retirement`)()),
    "form empty F9": press("F9"),
    "form wrong number": then(closing, form("dalian.retirement", wrong)),
    ...Object.fromEntries(some.map((matter) => [`form half ${matter}`, form(matter, half)])),
    ...Object.fromEntries(matters.map((matter) => [`form ${matter}`, form(matter)])),
    "form F9": then(form("dalian.retirement"), press("F9")),
    "form why": then(closing, async () => {
      for (const summary of await page.locator("main summary, main button[aria-expanded=false]").all()) await summary.click();
    }),
    "form compare": then(press("F7")),
    cases: then(closing, go("/cases")),
    "cases columns": click("button", /列/),
    "case submitted": then(press("Escape"), go(`/cases/${submitted}`)),
    "case cancel": click("button", /撤销/),
    "case paper": then(closing, press("F10")),
    ...Object.fromEntries(
      await Promise.all(
        ["open", "in-review", "returned", "approved", "cancelled"].map(async (state) => {
          const id = await caseIn(state).catch(() => null);
          return [`case ${state}`, id === null ? async () => {} : then(closing, go(`/cases/${id}`))] as const;
        }),
      ),
    ),
    person: go(`/people/${person}`),
    "person F4": press("F4"),
    "person F8": then(closing, press("F8")),
    review: then(closing, go("/review")),
    "review case": go(`/review/${inReview}`),
    "review return": click("button", /退回/),
    day: then(closing, go("/reports/day")),
    "day close": press("F9"),
    statistics: then(closing, go("/reports/statistics")),
    due: go("/reports/due"),
    forms: go("/reports/forms"),
    "forms open": async () => page.locator("main tbody tr").first().click(),
    figures: then(closing, go("/figures")),
    ...Object.fromEntries(
      ["clerks", "settings", "cities", "safety", "audit", "looks", "diagnosis"].map((one) => [`admin ${one}`, go(`/admin/${one}`)]),
    ),
    "new clerk": then(go("/admin/clerks"), press("F8")),
    "clerk dialog": then(closing, async () => page.locator("main tbody tr").first().click()),
    policy: then(closing, go("/policy")),
    ...Object.fromEntries(
      ["dalian", "tieling", "chongqing"].flatMap((city) =>
        ["matter", "figure", "table", "source", "reading", "conflict", "reference"].map((shelf) => [
          `policy ${city} ${shelf}`,
          go(`/policy/${city}/${shelf}`),
        ]),
      ),
    ),
    "policy matter": go("/policy/dalian/matter/dalian.retirement"),
    "policy find": go("/policy/dalian?find=退休"),
    nothing: go("/nothing-here"),
    locked: press("F12"),
  };
}
