/** Papers: a stored decision → a document (pure data) → pages → PDF, the same in both hosts. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { composeSheets } from "./compose.ts";
import { lay } from "./copy-mark.ts";
import { note, textsOf, type PaperDocument } from "./document.ts";
import type { FontFiles } from "./pdf.ts";
import { readPromiseSentences } from "./promise-sentences.ts";
import { composeReport } from "./report.ts";
import { PAPER_TEXT } from "./text.ts";
import type { ComparisonInput, MakePaper, MakeReport, MarkCopy, PaperInput, Progress } from "./types.ts";
import { missingCharacters, type Faces } from "./typeset/characters.ts";
import { readFace } from "./typeset/font-file.ts";
import { copyMarks, layOut } from "./typeset/layout.ts";
import { LANDSCAPE } from "./typeset/page.ts";
import { layOutReport } from "./typeset/report-layout.ts";

export type { ComparisonInput, MakePaper, MakeReport, MarkCopy, PaperInput } from "./types.ts";

interface Workshop {
  readonly fonts: FontFiles;
  readonly faces: Faces;
  readonly renderPdf: (typeof import("./pdf.ts"))["renderPdf"];
}

export interface PaperMakerOptions {
  /** Folder that holds the two `.ttf` files of `resources/fonts`. */
  readonly fontDirectory: string;
  /** Folder of the sentences that the office has approved, read at once: `resources/papers`. */
  readonly textDirectory: string;
  /** Stands large and grey under the text of every page, e.g. of a demonstration. */
  readonly watermark?: string | undefined;
  /** Told about characters that no font has; the paper shows a box and a note for each. */
  readonly onMissingCharacters?: (input: PaperInput | ComparisonInput, characters: readonly string[]) => void;
}

/**
 * Fonts and PDF library are read at the first paper, not at the start of the app.
 * @returns makers that reject when the fonts cannot be read
 * @throws Error naming the file whose sentences are not sound
 */
export function createPaperMakers(options: PaperMakerOptions): {
  readonly makePaper: MakePaper;
  readonly makeReport: MakeReport;
  readonly markCopy: MarkCopy;
} {
  const prepare = async (): Promise<Workshop> => {
    const fonts = {
      regular: await readFile(join(options.fontDirectory, "counter-sans-regular.ttf")),
      bold: await readFile(join(options.fontDirectory, "counter-sans-bold.ttf")),
    };
    // a tenth of a second to load, which the start of the app should not pay
    const { renderPdf } = await import("./pdf.ts");
    return { fonts, faces: { regular: readFace(fonts.regular), bold: readFace(fonts.bold) }, renderPdf };
  };
  const promiseTexts = readPromiseSentences(join(options.textDirectory, "promise.yaml"));
  let workshop: Workshop | null = null;

  async function make(
    documents: readonly PaperDocument[],
    onMissing: (characters: readonly string[]) => void,
  ): Promise<Uint8Array> {
    workshop ??= await prepare();
    const { fonts, faces, renderPdf } = workshop;
    const missing = missingCharacters(textsOf(documents), faces);
    if (missing.length > 0) onMissing(missing);
    const complete = documents.map((document) => withMissingNote(document, missing));
    const pages = complete.flatMap((document) => layOut(document, faces));
    return renderPdf(complete[0]!, pages, fonts, { watermark: options.watermark });
  }

  return {
    makePaper: (input) =>
      make(composeSheets(input, promiseTexts), (characters) => options.onMissingCharacters?.(input, characters)),
    async markCopy(paper, copy) {
      workshop ??= await prepare();
      const { fonts, faces, renderPdf } = workshop;
      const text = PAPER_TEXT.copyMark(copy - 1);
      // of the mark only what it draws is taken over, so that its properties are nobody's
      const properties = { subject: text, author: "", createdAt: "1970-01-01T00:00:00Z" };
      return lay(await renderPdf({ title: text, properties }, copyMarks(text, faces), fonts), paper);
    },
    async makeReport(input, step) {
      workshop ??= await prepare();
      const { fonts, faces, renderPdf } = workshop;
      const composed = composeReport(input);
      const missing = missingCharacters(textsOf(composed), faces);
      const report = { ...composed, notes: missing.length === 0 ? [] : [missingNote(missing)] };
      // setting and drawing each take about half of the time
      const pages = await layOutReport(report, faces, (done, total) => step?.(done, 2 * total) ?? Promise.resolve());
      const drawn: Progress = (done, total) => step?.(total + done, 2 * total) ?? Promise.resolve();
      return await renderPdf(report, pages, fonts, { sheet: LANDSCAPE, step: drawn, watermark: options.watermark });
    },
  };
}

export const createPaperMaker = (options: PaperMakerOptions): MakePaper => createPaperMakers(options).makePaper;

/** Says which characters the boxes stand for, before the signatures. */
function withMissingNote(document: PaperDocument, missing: readonly string[]): PaperDocument {
  if (missing.length === 0) return document;
  const explanation = note(missingNote(missing));
  return { ...document, blocks: [...document.blocks.slice(0, -1), explanation, ...document.blocks.slice(-1)] };
}

function missingNote(missing: readonly string[]): string {
  const list = missing.map((character) => PAPER_TEXT.codePoint(character.codePointAt(0)!.toString(16).toUpperCase()));
  return PAPER_TEXT.missingCharacters(list.join("、"));
}
