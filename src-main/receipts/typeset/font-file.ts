/** Reads from a TrueType file what line breaking needs: which characters it has and how wide they are. */

/** Widths are in 1/1000 of the type size. */
export interface Face {
  has(codePoint: number): boolean;
  /** @throws for a character that the face does not have */
  width(codePoint: number): number;
}

const FULL_UNICODE_CMAP = 12;

/** @throws when the bytes are no TrueType font with a full-Unicode character map (cmap format 12) */
export function readFace(bytes: Uint8Array): Face {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = tableOffsets(view);
  const table = (tag: string): number => {
    const offset = tables.get(tag);
    if (offset === undefined) throw new Error(`font has no table "${tag}"`);
    return offset;
  };
  const unitsPerEm = view.getUint16(table("head") + 18);
  const metricsCount = view.getUint16(table("hhea") + 34);
  const metrics = table("hmtx");
  const widths = new Map<number, number>();
  for (const [codePoint, glyph] of glyphsByCharacter(view, table("cmap"))) {
    widths.set(codePoint, (view.getUint16(metrics + 4 * Math.min(glyph, metricsCount - 1)) * 1000) / unitsPerEm);
  }
  return {
    has: (codePoint) => widths.has(codePoint),
    width: (codePoint) => {
      const width = widths.get(codePoint);
      if (width === undefined) throw new Error(`font lacks U+${codePoint.toString(16).toUpperCase()}`);
      return width;
    },
  };
}

function tableOffsets(view: DataView): Map<string, number> {
  const offsets = new Map<string, number>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const entry = 12 + 16 * i;
    const tag = String.fromCharCode(
      view.getUint8(entry),
      view.getUint8(entry + 1),
      view.getUint8(entry + 2),
      view.getUint8(entry + 3),
    );
    offsets.set(tag, view.getUint32(entry + 8));
  }
  return offsets;
}

function* glyphsByCharacter(view: DataView, cmap: number): Generator<[codePoint: number, glyph: number]> {
  const count = view.getUint16(cmap + 2);
  for (let i = 0; i < count; i++) {
    const subtable = cmap + view.getUint32(cmap + 4 + 8 * i + 4);
    if (view.getUint16(subtable) !== FULL_UNICODE_CMAP) continue;
    const groups = view.getUint32(subtable + 12);
    for (let g = 0; g < groups; g++) {
      const group = subtable + 16 + 12 * g;
      const first = view.getUint32(group);
      const last = view.getUint32(group + 4);
      const glyph = view.getUint32(group + 8);
      for (let code = first; code <= last; code++) yield [code, glyph + code - first];
    }
    return;
  }
  throw new Error("font has no full-Unicode character map");
}
