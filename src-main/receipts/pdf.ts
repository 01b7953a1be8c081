/** Pages of marks as a PDF. Same marks and same creation instant → same bytes. */
import PdfWriter from "pdfkit";
import { create as createCode } from "qrcode";
import { Temporal } from "temporal-polyfill";
import type { PaperDocument } from "./document.ts";
import type { Weight } from "./typeset/characters.ts";
import type { Progress } from "./types.ts";
import { PORTRAIT, type CodeMark, type Mark, type Page, type Sheet } from "./typeset/page.ts";

type Pdf = InstanceType<typeof PdfWriter>;
/** The bytes of the TrueType files. */
export type FontFiles = Readonly<Record<Weight, Buffer>>;

const PRODUCER = "yibao-counter";

export async function renderPdf(
  document: Pick<PaperDocument, "title" | "properties">,
  pages: readonly Page[],
  fonts: FontFiles,
  {
    sheet = PORTRAIT,
    step,
    watermark,
  }: { readonly sheet?: Sheet; readonly step?: Progress; readonly watermark?: string | undefined } = {},
): Promise<Uint8Array> {
  const pdf = new PdfWriter({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    // deflate differs between builds of zlib, and both hosts and every platform are to give the same bytes
    compress: false,
    pdfVersion: "1.7",
    lang: "zh-CN",
    displayTitle: true,
    // the library's own default font is read from files that a bundle does not carry
    font: "",
    info: {
      Title: document.title,
      Author: document.properties.author,
      Subject: document.properties.subject,
      Producer: PRODUCER,
      Creator: PRODUCER,
      CreationDate: new Date(Temporal.Instant.from(document.properties.createdAt).epochMilliseconds),
    },
  });
  pdf.registerFont("regular", fonts.regular).registerFont("bold", fonts.bold);
  const bytes = collect(pdf);
  for (const [index, page] of pages.entries()) {
    pdf.addPage();
    if (watermark !== undefined) drawWatermark(pdf, sheet, watermark);
    for (const mark of page) draw(pdf, mark);
    await step?.(index + 1, pages.length);
  }
  pdf.end();
  return bytes;
}

function collect(pdf: Pdf): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(new Uint8Array(Buffer.concat(chunks))));
    pdf.on("error", reject);
  });
}

function draw(pdf: Pdf, mark: Mark): void {
  switch (mark.type) {
    case "text":
      pdf
        .font(mark.weight)
        .fontSize(mark.size)
        .fillColor("black")
        .text(mark.text, mark.x, mark.baseline, { lineBreak: false, baseline: "alphabetic", characterSpacing: mark.spacing });
      return;
    case "line":
      pdf
        .lineWidth(mark.width)
        .moveTo(...mark.from)
        .lineTo(...mark.to)
        .stroke("black");
      return;
    case "box":
      if (mark.fill !== null) pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(mark.fill);
      if (mark.border > 0) pdf.lineWidth(mark.border).rect(mark.x, mark.y, mark.width, mark.height).stroke("black");
      return;
    case "code":
      drawCode(pdf, mark);
  }
}

const WATERMARK_SIZE = 150;
const WATERMARK_GREY = "#e4e4e4";

/** Across the middle, before everything else, so that no word of the paper is covered. */
function drawWatermark(pdf: Pdf, { width, height }: Sheet, watermark: string): void {
  pdf
    .save()
    .rotate(-30, { origin: [width / 2, height / 2] })
    .font("bold")
    .fontSize(WATERMARK_SIZE)
    .fillColor(WATERMARK_GREY);
  const start = (width - pdf.widthOfString(watermark)) / 2;
  pdf.text(watermark, start, height / 2 + WATERMARK_SIZE / 3, { lineBreak: false, baseline: "alphabetic" });
  pdf.restore();
}

/** One path of horizontal bars, so that no hairlines show between the modules. */
function drawCode(pdf: Pdf, { content, x, y, size }: CodeMark): void {
  const { modules } = createCode(content, { errorCorrectionLevel: "M" });
  const module = size / modules.size;
  for (let line = 0; line < modules.size; line++) {
    for (let start = 0; start < modules.size; start++) {
      let end = start;
      while (end < modules.size && modules.get(line, end)) end++;
      if (end > start) pdf.rect(x + start * module, y + line * module, (end - start) * module, module);
      start = end;
    }
  }
  pdf.fill("black");
}
