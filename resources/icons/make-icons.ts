/** Makes the icons of the window and the installers from icon.svg, in the tests' browser: `node src-main/launcher/run.mjs icons`. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chooseBrowser, launch } from "../../test/e2e/browser.ts";

const folder = import.meta.dirname;
const PNG_SIZES = [16, 24, 32, 48, 64, 128, 256, 512];
const LARGEST_IN_ICO = 256;

/** An .ico file of PNG pictures (understood since Windows Vista). */
function ico(pictures: readonly { readonly size: number; readonly png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, png }] of pictures.entries()) {
    const entry = 6 + 16 * index;
    header.writeUInt8(size % 256, entry); // 0 stands for 256
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(png.length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += png.length;
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)]);
}

const svg = readFileSync(join(folder, "icon.svg"), "utf8");
const browser = await launch(await chooseBrowser());
const pictures: { size: number; png: Buffer }[] = [];
for (const size of PNG_SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  pictures.push({ size, png: await page.screenshot({ omitBackground: true }) });
  await page.close();
}
await browser.close();

mkdirSync(join(folder, "linux"), { recursive: true });
for (const { size, png } of pictures) {
  if (size >= 48) writeFileSync(join(folder, "linux", `${size}x${size}.png`), png);
  if (size === 256) writeFileSync(join(folder, "icon.png"), png);
}
writeFileSync(join(folder, "icon.ico"), ico(pictures.filter(({ size }) => size <= LARGEST_IN_ICO)));
