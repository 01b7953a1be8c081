#!/usr/bin/env python3
"""Makes the fonts of this folder from Debian's fonts-noto-cjk. See README.md.

Usage: python3 make-fonts.py [target folder]
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont, newTable

SOURCE = Path("/usr/share/fonts/opentype/noto")
FACE = "Noto Sans CJK SC"
FAMILY = "Noto Sans SC Counter"
# Largest distance between a cubic outline and its quadratic replacement, in 1/1000 em.
MAX_ERROR = 1.0

HANGUL = [(0x1100, 0x11FF), (0x3130, 0x318F), (0x3200, 0x321E), (0x3260, 0x327E), (0xA960, 0xA97F), (0xAC00, 0xD7FF), (0xFFA0, 0xFFDC)]
HAN = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x3FFFF)]


def within(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def gb2312():
    """The characters of GB 2312, decoded from its 94 by 94 code table."""
    codes = set()
    for row in range(0xA1, 0xFF):
        for cell in range(0xA1, 0xFF):
            try:
                codes.add(ord(bytes([row, cell]).decode("gb2312")))
            except UnicodeDecodeError:
                pass  # an unassigned place of the table
    return codes


def face(weight):
    fonts = TTCollection(SOURCE / f"NotoSansCJK-{weight}.ttc", lazy=True).fonts
    number = next(i for i, font in enumerate(fonts) if font["name"].getDebugName(16) == FACE or font["name"].getDebugName(1) == FACE)
    return TTFont(SOURCE / f"NotoSansCJK-{weight}.ttc", fontNumber=number, recalcTimestamp=False)


def cut(font, codes):
    """Keeps the characters only: no layout features, no hints, no shared outlines (each glyph can then be embedded alone)."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["BASE", "GDEF", "GPOS", "GSUB", "VORG", "vhea", "vmtx"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=codes)
    subsetter.subset(font)


def to_true_type(font):
    """Replaces the cubic (CFF) outlines by quadratic ones: those embed faster and print everywhere."""
    glyph_set, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(glyph_set)
        glyph_set[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = newTable("glyf")
    font["glyf"].glyphOrder = order
    font["glyf"].glyphs = glyphs
    del font["CFF "]
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for field in ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements", "SizeOfInstructions", "ComponentElements"):
        setattr(maxp, f"max{field}", 0)
    font["post"].formatType = 3.0
    font.sfntVersion = "\0\1\0\0"


def rename(font, weight):
    """A name of its own, so that no installed font is taken for it; copyright and licence entries stay."""
    names = {1: FAMILY, 2: weight, 3: f"{FAMILY} {weight}", 4: f"{FAMILY} {weight}", 6: f"{FAMILY.replace(' ', '')}-{weight}"}
    table = font["name"]
    table.names = [record for record in table.names if record.nameID in (0, 5, 7, 8, 9, 11, 13, 14) and record.langID == 0x409]
    for name_id, text in names.items():
        table.setName(text, name_id, 3, 1, 0x409)


def save(font, path, flavor=None):
    font.flavor = flavor
    font.save(path)
    print(f"{path.name}: {path.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")


def css_ranges(codes):
    runs, ordered = [], sorted(codes)
    for code in ordered:
        if runs and code == runs[-1][1] + 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return ",".join(f"U+{first:X}" if first == last else f"U+{first:X}-{last:X}" for first, last in runs)


def css_face(name, ranges):
    return (
        f'@font-face {{\n  font-family: "{FAMILY}";\n  font-style: normal;\n  font-weight: 400;\n  font-display: swap;\n'
        f'  src: url("./{name}") format("woff2");\n  unicode-range: {ranges};\n}}\n'
    )


def main():
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    regular = face("Regular")
    codes = {code for code in regular.getBestCmap() if not within(code, HANGUL)}
    common = codes & (gb2312() | {code for code in codes if not within(code, HAN)})

    cut(regular, codes)
    to_true_type(regular)
    rename(regular, "Regular")
    paper = target / "counter-sans-regular.ttf"
    save(regular, paper)

    bold = face("Bold")
    cut(bold, common & bold.getBestCmap().keys())
    to_true_type(bold)
    rename(bold, "Bold")
    save(bold, target / "counter-sans-bold.ttf")

    rare = {code for code in codes - common if not within(code, [(0x4E00, 0x9FFF)])}
    parts = {"common": common, "more": codes - common - rare, "rare": rare}
    for part, part_codes in parts.items():
        font = TTFont(paper, recalcTimestamp=False)
        cut(font, part_codes)
        save(font, target / f"counter-sans-{part}.woff2", "woff2")
    # Where ranges overlap the last rule wins: the wide ranges first, the exact list of common characters after them.
    (target / "fonts.css").write_text(
        "/* Made by make-fonts.py. The last fallback of the screens: a part is fetched only when one of its characters is shown. */\n"
        + css_face("counter-sans-rare.woff2", "U+3400-4DBF,U+F900-FAFF,U+20000-3FFFF")
        + css_face("counter-sans-more.woff2", "U+4E00-9FFF")
        + css_face("counter-sans-common.woff2", css_ranges(common)),
        encoding="utf-8",
    )


main()
