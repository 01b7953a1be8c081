/** The screens of the demonstration, one after the other, and how each is opened from the one before it. */
import type { Page } from "playwright-core";
import { VISITS, visitForm } from "../../../src-main/demo/visits/index.ts";
import type { DraftContent } from "../../../src-shared/domain/case.ts";
import { ask } from "../ask.ts";

type Open = () => Promise<unknown>;
export type Screens = Readonly<Record<string, Open>>;

export const DEMO_PASSWORD = "demo-demo";
/** Every matter's form where all is looked at; as a rule one of each kind. */
const USUAL_FORMS = ["dalian.retirement", "dalian.inpatient", "tieling.refund", "chongqing.unit-arrears"];
const HALF_FORMS = ["dalian.inpatient", "tieling.retirement"];
const STATES = ["in-review", "returned", "approved", "cancelled"];
const ADMINISTRATION = ["clerks", "settings", "cities", "safety", "audit", "looks", "diagnosis"];
const SHELVES = ["matter", "figure", "table", "source", "reading", "conflict", "reference"];

/** @param all every form and every shelf, not one of each kind */
export async function screens(page: Page, all: boolean): Promise<Screens> {
  const { keyboard } = page;
  const press = (key: string) => () => keyboard.press(key);
  const go = (hash: string) => async () => {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.locator("main h1").first().waitFor({ state: "attached" });
  };
  const click = (role: "button" | "menuitem", name: RegExp) => () => page.getByRole(role, { name }).first().click();
  /** Not by a key: the pages of a paper keep what is pressed in them. */
  const closing = async (): Promise<void> => {
    const shown = page.getByRole("dialog");
    // one may ask something before the other shows it
    for (let open = await shown.count(); open > 0; open--) {
      await shown
        .nth(open - 1)
        .getByRole("button", { name: "关闭" })
        .first()
        .press("Enter");
      await shown.nth(open - 1).waitFor({ state: "detached" });
    }
  };
  const dialog =
    (open: Open): Open =>
    async () => {
      await open();
      await page.getByRole("dialog").last().waitFor();
    };
  const leaving =
    (what: string): Open =>
    async () => {
      await keyboard.press("Escape");
      await page.locator(what).waitFor({ state: "detached" });
    };
  const then =
    (...steps: Open[]): Open =>
    async () => {
      for (const step of steps) await step();
    };
  const as = (login: string) => async () => {
    await ask(page, "session.login", { login, password: DEMO_PASSWORD });
    await page.reload();
    await page.getByRole("navigation", { name: "主导航" }).waitFor();
  };

  const today = new Date().toISOString().slice(0, 10);
  const contentOf = (matter: string): DraftContent => {
    const at = VISITS.findIndex((visit) => visit.matter === matter);
    return visitForm(VISITS[at]!, at, today);
  };
  const form = (content: DraftContent) => async () => {
    const id = crypto.randomUUID();
    await ask(page, "drafts.save", { id, content });
    await go(`/form/${id}`)();
    // the form of the screen before may still be there
    await page.waitForFunction(
      (number) => document.querySelector<HTMLInputElement>("#person-identity")?.value === number,
      content.person.identityNumber,
    );
  };
  const half = (content: DraftContent): DraftContent => ({
    ...content,
    facts: Object.fromEntries(Object.entries(content.facts).slice(0, 3)),
  });
  const retirement = contentOf("dalian.retirement");
  const { identityNumber } = retirement.person;
  const wrong = { ...retirement, person: { ...retirement.person, identityNumber: identityNumber.slice(0, 15) } };

  const caseIn = async (state: string): Promise<string> => {
    type Found = { readonly rows: readonly { readonly id: string }[] };
    const { rows } = await ask<Found>(page, "cases.search", { text: "", state, limit: 1, offset: 0 });
    return rows[0]!.id;
  };
  const submitted = await caseIn("submitted");
  const { personId } = await ask<{ personId: string }>(page, "cases.get", { id: submitted });
  const states = await Promise.all(STATES.map(async (state) => [state, await caseIn(state)] as const));
  const inReview = await caseIn("in-review");

  const matters = all ? [...new Set(VISITS.map(({ matter }) => matter))] : USUAL_FORMS;
  const shelves = ["dalian", "tieling", "chongqing"].flatMap((city, at) =>
    SHELVES.filter((shelf) => all || at === 0 || shelf === "table").map((shelf) => `${city}/${shelf}`),
  );
  const named = (names: readonly string[], open: (name: string) => Open, kind: string): Screens =>
    Object.fromEntries(names.map((name) => [`${kind} ${name}`, open(name)]));

  return {
    home: go("/"),
    "home, filtered": () => page.getByRole("textbox", { name: "筛选事项" }).fill("社保"),
    palette: press("Control+k"),
    help: then(leaving(".mantine-Spotlight-content"), dialog(press("F1"))),
    "clerk's menu": then(closing, () => page.locator("header button[aria-haspopup=menu]").click()),
    "new password": dialog(click("menuitem", /^修改密码/)),
    "form, empty": then(closing, go(`/form/${crypto.randomUUID()}?matter=dalian.retirement`)),
    "form, F9 too early": dialog(press("F9")),
    "home with a form": then(closing, form(retirement), go("/")),
    discarding: dialog(click("button", /^丢弃/)),
    "form, wrong number": then(closing, form(wrong)),
    ...named(HALF_FORMS, (matter) => form(half(contentOf(matter))), "half a form"),
    ...named(matters, (matter) => form(contentOf(matter)), "form"),
    submitting: then(form(retirement), dialog(press("F9"))),
    "form with all its reasons": then(closing, () =>
      page.locator("main details").evaluateAll((reasons) => {
        for (const one of reasons) (one as HTMLDetailsElement).open = true;
      }),
    ),
    comparing: dialog(press("F7")),
    cases: then(closing, go("/cases")),
    "columns of cases": click("button", /^列/),
    case: then(press("Escape"), go(`/cases/${submitted}`)),
    "cancelling a case": dialog(click("button", /^撤销/)),
    "paper of a case": then(closing, dialog(press("F10"))),
    "case, left": then(closing, go("/cases")),
    ...Object.fromEntries(states.map(([state, id]) => [`case ${state}`, go(`/cases/${id}`)])),
    person: go(`/people/${personId}`),
    "person, new matter": dialog(press("F4")),
    "person, correction": then(closing, dialog(press("F8"))),
    "unknown address": then(closing, go("/nothing-here")),
    review: then(as("zhuguan"), go("/review")),
    "case to review": go(`/review/${inReview}`),
    returning: dialog(press("F8")),
    approving: then(closing, dialog(press("F9"))),
    day: then(closing, go("/reports/day")),
    "closing a day": dialog(press("F9")),
    statistics: then(closing, go("/reports/statistics")),
    due: go("/reports/due"),
    "forms of others": go("/reports/forms"),
    figures: then(as("demo"), go("/figures")),
    ...named(ADMINISTRATION, (name) => go(`/admin/${name}`), "administration,"),
    "new clerk": then(go("/admin/clerks"), dialog(press("F8"))),
    "a clerk": then(
      closing,
      dialog(() => page.locator("main tbody tr").first().click()),
    ),
    policy: then(closing, go("/policy")),
    ...named(shelves, (shelf) => go(`/policy/${shelf}`), "policy"),
    "policy, a matter": go("/policy/dalian/matter/dalian.retirement"),
    "policy, found": go("/policy/dalian?find=退休"),
    locked: press("F12"),
  };
}
