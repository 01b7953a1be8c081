/** The PDF itself: text that can be extracted, the same bytes, small, and no character lost. */
import { fileURLToPath } from "node:url";
import { extractText, getDocumentProxy } from "unpdf";
import { beforeAll, describe, expect, it } from "vitest";
import { compose } from "./composed.ts";
import { textsOf } from "../../../src-main/receipts/document.ts";
import { createPaperMaker, createPaperMakers, type PaperInput } from "../../../src-main/receipts/index.ts";
import {
  EVENT_HASH,
  FIGURE_MISSING,
  GRANTED,
  GUIDANCE,
  paper,
  PROMISED,
  REFUSED,
  SOME_RECEIVED,
  version,
} from "./sample-decisions.ts";

const fontDirectory = fileURLToPath(new URL("../../../resources/fonts", import.meta.url));
const textDirectory = fileURLToPath(new URL("../../../resources/papers", import.meta.url));
const { makePaper, markCopy } = createPaperMakers({ textDirectory, fontDirectory });

const SAMPLES: Readonly<Record<PaperInput["kind"], PaperInput>> = {
  acceptance: paper("acceptance", GRANTED),
  assessment: paper("assessment", GRANTED),
  refusal: paper("refusal", REFUSED),
  guidance: paper("guidance", GUIDANCE),
  "one-time-notice": paper("one-time-notice", FIGURE_MISSING, {
    receiptNumber: null,
    version: version(FIGURE_MISSING, { materials: SOME_RECEIVED }),
  }),
  "supplement-notice": paper("supplement-notice", GRANTED, { version: version(GRANTED, { promises: PROMISED }) }),
  commitment: paper("commitment", GRANTED, { receiptNumber: null, version: version(GRANTED, { promises: PROMISED }) }),
};
const KINDS = Object.keys(SAMPLES) as PaperInput["kind"][];

async function pagesOf(pdf: Uint8Array): Promise<string[]> {
  // the reader takes the bytes over, so it gets its own
  const document = await getDocumentProxy(new Uint8Array(pdf));
  const { text } = await extractText(document, { mergePages: false });
  return text.map((page) => page.replaceAll(/\s/g, ""));
}
const textOf = async (pdf: Uint8Array): Promise<string> => (await pagesOf(pdf)).join("");

const withName = (name: string): PaperInput =>
  paper("acceptance", GRANTED, { version: version(GRANTED, { person: { ...version(GRANTED).person, name } }) });

describe("a watermark", () => {
  it("stands on every page of every kind, and the paper loses no word by it", async () => {
    const makeMarked = createPaperMaker({ textDirectory, fontDirectory, watermark: "演示" });
    for (const kind of KINDS) {
      const [marked, plain] = await Promise.all(
        [makeMarked(SAMPLES[kind]), makePaper(SAMPLES[kind])].map(async (pdf) => pagesOf(await pdf)),
      );
      expect(plain!.join("")).not.toContain("演示");
      expect(marked!.map((page) => page.replace("演示", ""))).toEqual(plain);
      for (const page of marked!) expect(page, kind).toContain("演示");
    }
  });
});

describe("every kind of paper", () => {
  it.each(KINDS)("%s: all its text can be extracted, and it is small", async (kind) => {
    const input = SAMPLES[kind];
    const pdf = await makePaper(input);
    const text = await textOf(pdf);
    const document = compose(input);
    const needed = [
      ...textsOf(document.blocks.filter((block) => block.type !== "signatures").map(({ type: _type, ...content }) => content)),
      document.office,
      document.title,
      document.number,
      document.issuedOn,
      document.origin,
    ].filter((part) => !["left", "centre", "right", "body", "plain", "strong", "note", "boxed"].includes(part));
    for (const part of needed) expect(text).toContain(part.replaceAll(/\s/g, ""));
    expect(text).toContain("经办人（签章）：李明");
    expect(text).toContain(kind === "commitment" ? "承诺人（签名）：" : "办事人（签名）：");
    expect(text).toContain(`校验码${EVENT_HASH.slice(0, 12)}`);
    expect(pdf.byteLength).toBeLessThan(300_000);
  });

  it.each(KINDS)("%s: same input, same bytes, also from another maker", async (kind) => {
    const first = await makePaper(SAMPLES[kind]);
    const second = await createPaperMaker({ textDirectory, fontDirectory })(structuredClone(SAMPLES[kind]));
    expect(Buffer.compare(first, second)).toBe(0);
  });

  it("is on A4, numbers its pages and embeds its fonts as outlines", async () => {
    const pdf = await makePaper(SAMPLES.assessment);
    const document = await getDocumentProxy(new Uint8Array(pdf));
    const { view } = await document.getPage(1);
    expect(view.map((side) => Math.round(side ?? 0))).toEqual([0, 0, 595, 842]);
    const pages = await pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    pages.forEach((text, index) => {
      expect(text).toContain(`第${index + 1}页/共${pages.length}页`);
      expect(text).toContain("受理号：DL02-2025-000137");
    });
    const raw = Buffer.from(pdf).toString("latin1");
    expect(raw).toContain("/FontFile2");
    expect(raw).not.toMatch(/Type3|Helvetica/);
  });

  it("is dated by its input alone", async () => {
    const document = await getDocumentProxy(new Uint8Array(await makePaper(SAMPLES.acceptance)));
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: "受理回执", CreationDate: "D:20250715013100Z", Author: "大连市中山区医疗保险经办中心" });
  });
});

describe("marks and numbers", () => {
  it("lays the mark of a reprint over every page of the paper as it was, and changes nothing of it", async () => {
    const original = await makePaper(SAMPLES.assessment);
    const before = await pagesOf(original);
    expect(before.join()).not.toContain("补打");
    const copy = await markCopy(original, 4);
    expect(Buffer.from(copy).subarray(0, original.length)).toEqual(Buffer.from(original));
    const pages = await pagesOf(copy);
    expect(pages.map((text) => text.replace("补打第3次", ""))).toEqual(before);
    for (const text of pages) expect(text).toContain("补打第3次");
    expect(Buffer.from(await markCopy(original, 4))).toEqual(Buffer.from(copy));
    expect(copy.length - original.length).toBeLessThan(20_000);
  });

  it.each([
    ["nothing", ""],
    ["no PDF", "<html>"],
    ["a PDF of somebody else's", "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"],
  ])("marks no paper that is not ours: %s", async (_name, content) => {
    await expect(markCopy(new TextEncoder().encode(content), 2)).rejects.toThrow(/not of our own making/);
  });

  it("prints amount, capitals, clause and a rare name", async () => {
    const text = await textOf(await makePaper(SAMPLES.assessment));
    expect(text).toContain("6,879.60");
    expect(text).toContain("人民币陆仟捌佰柒拾玖元陆角整");
    expect(text).toContain("第七条第（五）项");
    expect(text).toContain("张䶮华");
  });

  it("is fast once the fonts are read", async () => {
    await makePaper(SAMPLES.assessment);
    const runs: number[] = [];
    for (let run = 0; run < 5; run++) {
      const start = performance.now();
      await makePaper(SAMPLES.assessment);
      runs.push(performance.now() - start);
    }
    expect(Math.min(...runs)).toBeLessThan(300);
  });
});

describe("long tables", () => {
  const materials = Array.from({ length: 120 }, (_, index) => ({
    ...GRANTED.materials[0]!,
    id: `extra-${index}`,
    title: `第${index + 1}号补充材料`,
  }));
  let pages: string[];

  beforeAll(async () => {
    const long = { ...GRANTED, materials };
    pages = await pagesOf(await makePaper(paper("one-time-notice", long, { version: version(long, { materials: [] }) })));
  });

  it("go on over pages with the header row repeated and no row lost", () => {
    const withRows = pages.filter((text) => /第\d+号补充材料/.test(text));
    expect(withRows.length).toBeGreaterThan(2);
    for (const text of withRows) expect(text.match(/序号材料名称形式份数需要的原因依据/g)).toHaveLength(1);
    const found = pages.join("").match(/第\d+号补充材料/g);
    expect(found).toEqual(materials.map((material) => material.title));
  });
});

describe("characters that no font has", () => {
  const absent = "\u{2A6D6}";

  it("become a box, are explained on the paper and reported", async () => {
    const reported: string[][] = [];
    const make = createPaperMaker({
      textDirectory,
      fontDirectory,
      onMissingCharacters: (_input, characters) => reported.push([...characters]),
    });
    const text = await textOf(await make(withName(`张${absent}`)));
    expect(reported).toEqual([[absent]]);
    expect(text).toContain("张□");
    expect(text).toContain("U+2A6D6");
    expect(text).toContain("手写补正");
  });

  it("are not reported for rare characters that a font has", async () => {
    const reported: unknown[] = [];
    const make = createPaperMaker({
      textDirectory,
      fontDirectory,
      onMissingCharacters: (_input, characters) => reported.push(characters),
    });
    // 䶮 Extension A, 𠅤 Extension B, 喆 GBK, · in names of minorities
    const name = "䶮𠅤喆·买买提";
    expect(await textOf(await make(withName(name)))).toContain(name);
    expect(reported).toEqual([]);
  });
});

it("says which file is missing when the fonts are not there", async () => {
  await expect(createPaperMaker({ textDirectory, fontDirectory: "/nonexistent" })(SAMPLES.acceptance)).rejects.toThrow(
    /counter-sans-regular\.ttf/,
  );
});
