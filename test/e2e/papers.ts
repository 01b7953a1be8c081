/** What the page was given to print, as the clerk's printer would get it. */
import type { Page } from "playwright-core";
import { extractText, getDocumentProxy } from "unpdf";
import type { PaperFile } from "../../src-shared/contract/cases.ts";

interface PaperAnswer {
  readonly ok: boolean;
  readonly value?: PaperFile;
}

/** Collects every paper that comes to the page, newest last. */
export class Papers {
  readonly #answers: Promise<PaperFile | undefined>[] = [];

  constructor(page: Page) {
    page.on("response", (response) => {
      if (!/\/call\/papers\.(open|print)$/.test(response.url())) return;
      this.#answers.push(
        response.json().then(
          (answer: PaperAnswer) => answer.value,
          () => undefined, // the page was closed before the answer was read
        ),
      );
    });
  }

  async all(): Promise<PaperFile[]> {
    return (await Promise.all(this.#answers)).filter((paper) => paper !== undefined);
  }

  /** The newest paper of that title. */
  async newest(title: string): Promise<PaperFile> {
    const found = (await this.all()).findLast((file) => file.paper.title.includes(title));
    if (!found) throw new Error(`no paper ${title} came to the page`);
    return found;
  }
}

/** Text of a PDF without white space, which extraction puts wherever it likes. */
export async function pdfText(pdfBase64: string): Promise<string> {
  const document = await getDocumentProxy(new Uint8Array(Buffer.from(pdfBase64, "base64")));
  const { text } = await extractText(document, { mergePages: true });
  return text.replaceAll(/\s/g, "");
}
