/**
 * The objects of a PDF as our own writer leaves it: one cross-reference table, nothing compressed, no object streams. What has
 * another shape is refused; this is no reader of PDFs from anywhere.
 */

export interface PdfObjects {
  /** The whole file, one character a byte. */
  readonly text: string;
  /** Where the cross-reference table begins. */
  readonly table: number;
  /** The first number that no object has. */
  readonly size: number;
  /** As in the trailer: `/Root 3 0 R`, `/Info 17 0 R`, `/ID […]`. */
  readonly trailer: string;
  /** What stands between `n 0 obj` and `endobj`. @throws Error for a number that no object has */
  object(number: number): string;
}

const bad = (what: string): Error => new Error(`a PDF that is not of our own making: ${what}`);

/** @throws Error for a file of another shape */
export function readPdf(bytes: Uint8Array): PdfObjects {
  const text = Buffer.from(bytes).toString("latin1");
  const end = /startxref\n(\d+)\n%%EOF\s*$/.exec(text.slice(-100));
  if (end === null) throw bad("no end");
  const table = Number(end[1]);
  const head = /^xref\n0 (\d+)\n/.exec(text.slice(table, table + 40));
  if (head === null) throw bad("no table at its place");
  const size = Number(head[1]);
  const rows = table + head[0].length;
  const offsets = Array.from({ length: size }, (_, number) => Number(text.slice(rows + 20 * number, rows + 20 * number + 10)));
  const ends = [...offsets.slice(1), table].sort((a, b) => a - b);
  const trailer = /trailer\n<<\n([^]*?)\n>>\n/.exec(text.slice(rows + 20 * size))?.[1];
  if (trailer === undefined) throw bad("no trailer");
  return {
    text,
    table,
    size,
    trailer: trailer
      .split("\n")
      .filter((line) => !line.startsWith("/Size"))
      .join("\n"),
    object(number) {
      const start = offsets[number];
      if (start === undefined || number === 0) throw bad(`no object ${number}`);
      const whole = text.slice(
        start,
        ends.find((one) => one > start),
      );
      const begin = `${number} 0 obj\n`;
      const finish = whole.lastIndexOf("\nendobj");
      if (!whole.startsWith(begin) || finish < 0) throw bad(`object ${number}`);
      return whole.slice(begin.length, finish);
    },
  };
}

const REFERENCE = /(\d+) 0 R\b/g;
const STREAM = /(?<=>>\n)stream\n/;

/** The dictionary, and from `stream` on what is never touched. */
function parted(object: string): readonly [dictionary: string, stream: string] {
  const at = STREAM.exec(object)?.index ?? object.length;
  return [object.slice(0, at), object.slice(at)];
}

export const referencesOf = (object: string): number[] =>
  [...parted(object)[0].matchAll(REFERENCE)].map(([, number]) => Number(number));

/** The same object, what it refers to under other numbers, and more in its dictionary. */
export function rewritten(object: string, renumber: (number: number) => number, more = ""): string {
  const [dictionary, stream] = parted(object);
  const renumbered = dictionary.replaceAll(REFERENCE, (_, number: string) => `${renumber(Number(number))} 0 R`);
  return more === "" ? renumbered + stream : renumbered.replace(/^<<\n/, `<<\n${more}\n`) + stream;
}

/** What one entry of a dictionary says; several words where it is a list. @throws Error when there is none */
export function entryOf(object: string, name: string): string {
  const found = new RegExp(`^/${name} (.+)$`, "m").exec(parted(object)[0]);
  if (found === null) throw bad(`no /${name}`);
  return found[1]!;
}

/** @throws Error */
export function referenceOf(object: string, name: string): number {
  const [number, ...others] = referencesOf(entryOf(object, name));
  if (number === undefined || others.length > 0) throw bad(`/${name} is not one object`);
  return number;
}

/** The pages in order. */
export function pagesOf(pdf: PdfObjects): number[] {
  const catalogue = pdf.object(Number(/\/Root (\d+) 0 R/.exec(pdf.trailer)?.[1]));
  return referencesOf(entryOf(pdf.object(referenceOf(catalogue, "Pages")), "Kids"));
}

/** The file as it was, byte for byte, and behind it what it says otherwise from now on. */
export function withUpdate(pdf: PdfObjects, objects: ReadonlyMap<number, string>): Uint8Array {
  let update = "";
  const rows: string[] = [];
  for (const [number, object] of [...objects].sort(([a], [b]) => a - b)) {
    rows.push(`${number} 1\n${String(pdf.text.length + update.length).padStart(10, "0")} 00000 n \n`);
    update += `${number} 0 obj\n${object}\nendobj\n`;
  }
  const size = Math.max(pdf.size - 1, ...objects.keys()) + 1;
  const table = pdf.text.length + update.length;
  const trailer = `trailer\n<<\n/Size ${size}\n/Prev ${pdf.table}\n${pdf.trailer}\n>>\nstartxref\n${table}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(`${pdf.text}${update}xref\n${rows.join("")}${trailer}`, "latin1"));
}
