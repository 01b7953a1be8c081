/** The little of fontkit that is used here; the package brings no types. */
declare module "fontkit" {
  export interface Font {
    readonly unitsPerEm: number;
    hasGlyphForCodePoint(codePoint: number): boolean;
    glyphForCodePoint(codePoint: number): { readonly advanceWidth: number };
  }
  /** `null` for bytes of no format that it knows. */
  export function create(bytes: Buffer): Font | null;
}
