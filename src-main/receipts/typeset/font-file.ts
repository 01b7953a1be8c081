/** What line breaking needs of a font: which characters it has and how wide they are. */
import { create, type Font } from "fontkit";

/** Widths are in 1/1000 of the type size. */
export interface Face {
  has(codePoint: number): boolean;
  /** @throws for a character that the face does not have */
  width(codePoint: number): number;
}

/** @throws when the bytes are no font */
export function readFace(bytes: Uint8Array): Face {
  const font = fontOf(bytes);
  const widths = new Map<number, number>();
  return {
    has: (codePoint) => font.hasGlyphForCodePoint(codePoint),
    width(codePoint) {
      const known = widths.get(codePoint);
      if (known !== undefined) return known;
      if (!font.hasGlyphForCodePoint(codePoint)) throw new Error(`font lacks U+${codePoint.toString(16).toUpperCase()}`);
      const width = (font.glyphForCodePoint(codePoint).advanceWidth * 1000) / font.unitsPerEm;
      widths.set(codePoint, width);
      return width;
    },
  };
}

function fontOf(bytes: Uint8Array): Font {
  try {
    const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    if (font !== null) return font;
  } catch (error) {
    throw new Error("these bytes are no font", { cause: error });
  }
  throw new Error("these bytes are no font");
}
