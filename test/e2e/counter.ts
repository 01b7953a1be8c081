/** A clerk at the counter: from the title of a matter to its papers, by keyboard only. */
import type { Page } from "playwright-core";
import type { Nature } from "../../src-shared/domain/decision.ts";
import type { Answer, EnteredFigure } from "./matters/matter-case.ts";
import { screenshot } from "./app.ts";
import { Keyboard } from "./keyboard.ts";

/** What is asked before, and said after, a submission. */
const SUBMISSIONS: Record<Nature, readonly [asked: string, done: RegExp]> = {
  transaction: ["确认提交受理", /已受理，受理号 (\d+)/],
  estimate: ["确认完成试算", /试算已存档，编号 (\d+)/],
  lookup: ["确认完成查算", /查算已存档，编号 (\d+)/],
  guidance: ["确认完成指引", /指引已存档，编号 (\d+)/],
};

export interface Person {
  readonly name: string;
  readonly identityNumber: string;
}

export interface Office {
  readonly office: string;
  readonly code: string;
  /** By their names on the screen; the first one is the foremost. */
  readonly cities: readonly string[];
  readonly password: string;
  /** As the starter shows it. */
  readonly setupCode: string;
}

const HISTORY = "参保经历";

export class Counter {
  readonly keys: Keyboard;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.keys = new Keyboard(page);
  }

  sees(text: string | RegExp): Promise<void> {
    return this.#page.getByText(text).first().waitFor();
  }

  /**
   * The first start: an office that does the matters of these cities, with its administrator.
   * @returns the recovery code
   */
  async setUp({ office, code, cities, password, setupCode }: Office): Promise<string> {
    await this.sees("首次使用");
    await this.keys.fill("单位名称", office);
    await this.keys.fill("单位编号", code);
    for (const city of cities) {
      await this.keys.tabTo(city);
      await this.keys.press("Space");
    }
    await this.keys.fill("姓名", "王敏");
    await this.keys.fill("登录名", "admin");
    await this.keys.fill("密码", password);
    await this.keys.fill("再次输入密码", password);
    await this.keys.fill("首次设置码", setupCode);
    await screenshot(this.#page, "01-first-start");
    await this.keys.press("Enter");
    await this.sees("只有恢复码能打开数据和备份");
    await this.keys.arriveAt("现在制作");
    await screenshot(this.#page, "01-first-recovery-code");
    await this.keys.press("Enter");
    const secret = this.#page.locator("[data-part=secret]");
    await secret.waitFor();
    const recoveryCode = (await secret.innerText()).trim();
    await this.keptOnPaper(recoveryCode);
    await this.sees("办理新事项");
    return recoveryCode;
  }

  /** The recovery code stands on the screen and has been written down: two of its groups are typed from the paper. */
  async keptOnPaper(code: string): Promise<void> {
    await this.keys.press("F9");
    const labels = this.#page.locator("[data-part=code-groups] label");
    await labels.first().waitFor();
    if ((await this.#page.locator("[data-part=secret]").count()) > 0)
      throw new Error("the code stands beside what is typed from the paper");
    const asked = (await labels.allInnerTexts()).map((label) => Number(/\d+/.exec(label)![0]));
    await this.keys.arriveAt(`第 ${asked[0]} 组`);
    await this.keys.type("0000");
    await this.keys.press("Enter");
    await this.sees("与恢复码不符");
    await screenshot(this.#page, "40-recovery-code-from-paper");
    for (const group of asked) await this.keys.fill(`第 ${group} 组`, code.split("-")[group - 1]!.toLowerCase());
    await this.keys.press("Enter");
    await this.#page.locator("[data-part=code-groups]").waitFor({ state: "detached" });
  }

  /** Titles of what can be begun from the first page. */
  async matters(): Promise<string[]> {
    await this.#page.locator("[data-part=matter]").first().waitFor();
    return await this.#page.locator("[data-part=matter] [data-part=title]").allTextContents();
  }

  /** Finds the matter in the palette by what is typed and begins its form. */
  async begin(city: string, title: string, typed: string): Promise<void> {
    const named = `${city} · ${title}`;
    await this.keys.command(named, typed);
    // an office of one city names the matter alone
    await this.#page.getByRole("heading", { level: 1, name: new RegExp(`^(${city} · )?${title}$`) }).waitFor();
    await this.keys.arriveAt("身份证号码");
  }

  async enterPerson({ name, identityNumber }: Person, asOf: string | undefined): Promise<void> {
    await this.keys.insert(identityNumber);
    await this.keys.next("姓名");
    await this.keys.insert(name);
    await this.keys.next("联系电话");
    await this.keys.next("办理日期");
    if (asOf === undefined) return;
    await this.keys.press("ControlOrMeta+a");
    await this.keys.insert(asOf);
  }

  /** Goes on to the question, which must be the next of the form, and answers it. */
  async answer(question: string, answer: Answer): Promise<void> {
    await this.keys.press("Enter");
    // an empty line of history is the form without it
    if (question !== HISTORY && (await this.#isAt(HISTORY))) await this.keys.press("Enter");
    await this.keys.arriveAt(question);
    if (typeof answer === "string") {
      await this.#choose(answer);
    } else if ("periods" in answer) {
      for (const period of answer.periods) {
        await this.keys.insert(period);
        await this.keys.press("Enter");
      }
    } else {
      await this.#fillRows(question, answer.rows);
    }
  }

  async #isAt(field: string): Promise<boolean> {
    await this.#page.waitForTimeout(50);
    return (await this.keys.focus()).name === field;
  }

  async #choose(answer: string): Promise<void> {
    if (answer === "") return;
    const options = await this.#page.evaluate(() => {
      const group = document.activeElement?.closest("[role=radiogroup]");
      return group === null || group === undefined
        ? null
        : [...group.querySelectorAll("input")].map((option) => option.getAttribute("aria-label") ?? "");
    });
    if (options === null) {
      await this.keys.insert(answer);
      return;
    }
    const at = options.indexOf(answer);
    if (at === -1) throw new Error(`no option ${answer} among ${options.join(" | ")}`);
    await this.keys.press(String(at + 1));
  }

  /** Cell by cell; the last row ends in the empty one, from which Enter leaves the table. */
  async #fillRows(list: string, rows: readonly (readonly string[])[]): Promise<void> {
    for (const [row, cells] of rows.entries()) {
      for (const cell of cells) {
        await this.keys.arriveAt(new RegExp(`^${list} 第 ${row + 1} 行 `));
        await this.#fillCell(cell);
        await this.keys.press("Enter");
      }
    }
    await this.keys.arriveAt(new RegExp(`^${list} 第 ${rows.length + 1} 行 `));
  }

  async #fillCell(answer: string): Promise<void> {
    const options = await this.#page.evaluate(() =>
      document.activeElement instanceof HTMLSelectElement
        ? [...document.activeElement.options].map((option) => option.text)
        : null,
    );
    const numbered = options?.find((option) => option.replace(/^\d+ /, "") === answer);
    if (options !== null && numbered === undefined) throw new Error(`no option ${answer} among ${options.join(" | ")}`);
    await (numbered === undefined ? this.keys.insert(answer) : this.keys.press(numbered.charAt(0)));
  }

  /** From the last question Enter leads to the result. */
  async goToResult(): Promise<void> {
    await this.keys.next("结果");
  }

  /** Beside the form, where the figure is missed. */
  async enterFigure({ title, field, value, document }: EnteredFigure): Promise<void> {
    await this.keys.tabTo(`现在录入 ${title}`);
    await this.keys.press("Enter");
    await this.keys.fill(field, value);
    await this.keys.fill("文件名称与文号", document);
    await this.keys.press("Enter");
    await this.#page.getByRole("form", { name: `录入 ${title}` }).waitFor({ state: "detached" });
  }

  async receive(material: string): Promise<void> {
    await this.keys.tabTo(`已收 ${material}`);
    await this.keys.press("Space");
  }

  /** @returns the receipt number */
  async submit(nature: Nature): Promise<string> {
    const [asked, done] = SUBMISSIONS[nature];
    await this.keys.press("F9");
    await this.sees(asked);
    await this.keys.press("F9");
    const said = this.#page.getByText(done).first();
    await said.waitFor();
    return done.exec((await said.textContent()) ?? "")![1]!;
  }

  /** Makes the paper that says why the matter cannot be accepted; it is on screen then. */
  async refuse(): Promise<void> {
    await this.keys.press("F9");
    await this.keys.arriveAt("出具不予受理通知书");
    await this.keys.press("Enter");
    await this.sees("尚未打印");
  }

  async openPaper(title: string): Promise<void> {
    await this.keys.tabTo(new RegExp(`^查看.*${title}`));
    await this.keys.press("Enter");
    await this.sees("尚未打印");
  }

  async closePaper(): Promise<void> {
    await this.keys.press("Escape");
    await this.#page.getByRole("dialog").waitFor({ state: "detached" });
  }
}
