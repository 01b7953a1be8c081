/** What README and manuals point at is there, and the administrator's manual knows every command. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, it } from "vitest";
import { USAGE } from "../../../src-main/hosts/command-line/text.ts";
import { projectRoot } from "../../../src-main/launcher/tool.ts";

const PAGES = [
  "README.md",
  ...readdirSync(join(projectRoot, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const LINK = /\]\(([^)\s]+)\)/g;
const textOf = (page: string): string => readFileSync(join(projectRoot, page), "utf8");

/** As GitHub and the usual viewers make them. */
const anchorsOf = (page: string): string[] =>
  [...textOf(page).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
    title!
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );

it.each(PAGES)("%s leads to pages, sections and pictures that are there", (page) => {
  const links = [...textOf(page).matchAll(LINK)].map(([, link]) => link!).filter((link) => !link.includes("://"));
  const lost = links.filter((link) => {
    const [path = "", anchor] = link.split("#");
    const target = path === "" ? page : join(dirname(page), path);
    if (!existsSync(join(projectRoot, target))) return true;
    return anchor !== undefined && !anchorsOf(target).includes(anchor);
  });
  expect(lost).toEqual([]);
});

it("README's map has every room", () => {
  const map = textOf("README.md");
  const rooms = [
    "src-shared",
    "src-main",
    "src-renderer",
    "resources",
    "test",
    "src-main/store",
    "src-main/desk",
    "src-main/rules",
  ]
    .flatMap((folder) => readdirSync(join(projectRoot, folder), { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && !["generated", "generate", "library", "node_modules"].includes(entry.name))
    .map(({ name }) => name);
  expect(rooms.length).toBeGreaterThan(40);
  expect(rooms.filter((room) => !new RegExp(`[\`/]${room}/\``).test(map))).toEqual([]);
});

it("the administrator's manual names every command", () => {
  const commands = [...new Set([...USAGE.matchAll(/^ {2}counter ([a-z-]+)/gm)].map(([, name]) => name!))];
  expect(commands.length).toBeGreaterThan(10);
  const manual = textOf("docs/administrator.md");
  expect(commands.filter((name) => !new RegExp(`^\\| \`${name}\\b`, "m").test(manual))).toEqual([]);
});
