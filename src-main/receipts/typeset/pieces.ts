/** Indivisible strips of a paper, stacked into pages. */
import type { Mark } from "./page.ts";

export interface Piece {
  readonly height: number;
  /** Must stand on the same page as the piece after it. */
  readonly keepWithNext: boolean;
  /** White space that is dropped at the top of a page. */
  readonly gap: boolean;
  /** Set again at the top of the page when this piece starts one (the header row of a table). */
  readonly repeat: Piece | null;
  draw(top: number): readonly Mark[];
}

export const gapPiece = (height: number, keepWithNext = false): Piece => ({
  height,
  keepWithNext,
  gap: true,
  repeat: null,
  draw: () => [],
});

export interface PageArea {
  readonly top: number;
  readonly bottom: number;
}

/** Stacks pieces; `areaOf` gives the room of each page, counted from 0. */
export function stackPieces(pieces: readonly Piece[], areaOf: (page: number) => PageArea): Mark[][] {
  const pages: Mark[][] = [];
  let area = areaOf(0);
  let marks: Mark[] = [];
  let y = area.top;
  const turnPage = (): void => {
    pages.push(marks);
    marks = [];
    area = areaOf(pages.length);
    y = area.top;
  };
  const set = (piece: Piece): void => {
    marks.push(...piece.draw(y));
    y += piece.height;
  };

  pieces.forEach((piece, index) => {
    const fresh = y === area.top;
    if (piece.gap && fresh) return;
    if (!fresh && y + chainHeight(pieces, index, area) > area.bottom) {
      turnPage();
      if (piece.gap) return;
      if (piece.repeat) set(piece.repeat);
    }
    set(piece);
  });
  pages.push(marks);
  return pages;
}

/** Height of a piece and of all that must stay with it; a chain longer than a page is no reason to turn the page. */
function chainHeight(pieces: readonly Piece[], start: number, area: PageArea): number {
  let height = 0;
  for (let index = start; index < pieces.length; index++) {
    height += pieces[index]!.height;
    if (!pieces[index]!.keepWithNext) break;
  }
  return height > area.bottom - area.top ? pieces[start]!.height : height;
}
