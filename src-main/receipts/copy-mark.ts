/**
 * A reprint is the paper that was handed out, byte for byte, under a mark: what it says was settled then, by a program that may
 * be gone. The mark lies over it as a page of its own, so that nothing of the paper is set anew.
 */
import { entryOf, pagesOf, readPdf, referenceOf, referencesOf, rewritten, withUpdate, type PdfObjects } from "./pdf-objects.ts";

const MARK = "CopyMark";

interface Merged {
  readonly objects: Map<number, string>;
  /** The mark's pages as drawings that a page can show. */
  readonly drawings: readonly number[];
}

/** Takes over what the mark's pages draw, under numbers that the paper does not have. */
function merge(paper: PdfObjects, mark: PdfObjects): Merged {
  const objects = new Map<number, string>();
  const renumber = (number: number): number => paper.size + number;
  const take = (number: number): void => {
    if (objects.has(renumber(number))) return;
    const object = mark.object(number);
    objects.set(renumber(number), rewritten(object, renumber));
    for (const other of referencesOf(object)) take(other);
  };
  const drawings = pagesOf(mark).map((number) => {
    const page = mark.object(number);
    const resources = referenceOf(page, "Resources");
    take(resources);
    const content = referenceOf(page, "Contents");
    const form = `/Type /XObject\n/Subtype /Form\n/BBox ${entryOf(page, "MediaBox")}\n/Resources ${renumber(resources)} 0 R`;
    objects.set(renumber(content), rewritten(mark.object(content), renumber, form));
    return renumber(content);
  });
  return { objects, drawings };
}

const stream = (content: string): string => `<<\n/Length ${content.length}\n>>\nstream\n${content}\nendstream`;

/**
 * @param paper as it was stored, by any version of this program
 * @param mark one page to lie over the first, one over each further page; of the same size
 * @throws Error for a paper of another shape than ours
 */
export function lay(mark: Uint8Array, paper: Uint8Array): Uint8Array {
  const base = readPdf(paper);
  const marks = readPdf(mark);
  const { objects, drawings } = merge(base, marks);
  let next = base.size + marks.size;
  const add = (object: string): number => {
    objects.set(next, object);
    return next++;
  };
  const same = (number: number): number => number;
  // the paper's own drawing leaves its coordinates behind
  const before = add(stream("q"));
  const after = add(stream(`Q\n/${MARK} Do`));
  for (const [index, number] of pagesOf(base).entries()) {
    const page = base.object(number);
    const resources = base.object(referenceOf(page, "Resources"));
    if (/^\/XObject/m.test(resources)) throw new Error("a paper that is marked already");
    const drawing = drawings[Math.min(index, drawings.length - 1)]!;
    const marked = add(rewritten(resources, same, `/XObject <<\n/${MARK} ${drawing} 0 R\n>>`));
    const content = referenceOf(page, "Contents");
    objects.set(
      number,
      page
        .replace(/^\/Contents .+$/m, `/Contents [${before} 0 R ${content} 0 R ${after} 0 R]`)
        .replace(/^\/Resources .+$/m, `/Resources ${marked} 0 R`),
    );
  }
  return withUpdate(base, objects);
}
