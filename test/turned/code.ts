/** The places of the code that can be turned: every call of an operation and every operator of the cities' rules. */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync, Visitor } from "vite";
import { projectRoot } from "../../src-main/launcher/tool.ts";
import { SWITCH } from "./switch.ts";
import type { CodePlace } from "./turns.ts";

const RULES = "src-main/rules";
const OPERATIONS = /\/operations\.ts$/;
const OPERATORS: ReadonlySet<string> = new Set(["<", "<=", ">", ">=", "===", "!==", "+", "-", "*", "/", "%"]);

export interface Instrumented {
  /** The text in which each place asks the switch, under its own number. */
  readonly text: string;
  readonly places: readonly CodePlace[];
}

/** Files of rules that know a city or the nation, and what the cities have in common. */
export function ruleFiles(): string[] {
  const folders = readdirSync(join(projectRoot, "resources/policy"), { withFileTypes: true });
  const rooms = [...folders.filter((entry) => entry.isDirectory()).map(({ name }) => name), "engine/contribution"];
  return rooms
    .flatMap((room) => globSync(`${RULES}/${room}/**/*.ts`, { cwd: projectRoot }))
    .map((path) => path.replaceAll("\\", "/"))
    .sort();
}

/** What is written in place of the text from `start` to `end`; what opens further out stands first. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** @param first number of its first place */
export function instrument(file: string, first: number, text = readFileSync(join(projectRoot, file), "utf8")): Instrumented {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]!.message}`);
  const places: CodePlace[] = [];
  const edits: Edit[] = [];
  const operations = new Map<string, string>();
  const seen = new Map<string, number>();

  const place = (start: number, end: number, written: string, kind: CodePlace["kind"]): string => {
    const whole = text.slice(start, end).replaceAll(/\s+/g, " ");
    const nth = (seen.get(whole) ?? 0) + 1;
    seen.set(whole, nth);
    const name = nth === 1 ? whole : `${whole} (${nth})`;
    const number = first + places.length;
    places.push({ file, line: text.slice(0, start).split("\n").length, name, kind, place: number, written });
    return `${SWITCH}.at(${number}, `;
  };
  /** `a < b` as a call of two operands. */
  const operator = (node: Operator, asked: string, [before, after]: readonly [string, string]): void => {
    const { start, end, left, right } = node;
    edits.push({ start, end: start, text: `${asked}${before}` });
    edits.push({ start: left.end, end: right.start, text: after });
    edits.push({ start: end, end, text: ")" });
  };

  // what stands outside of every function is worked out when the file is imported, once
  let depth = 0;
  const enter = (): void => void depth++;
  const leave = (): void => void depth--;
  new Visitor({
    FunctionDeclaration: enter,
    "FunctionDeclaration:exit": leave,
    FunctionExpression: enter,
    "FunctionExpression:exit": leave,
    ArrowFunctionExpression: enter,
    "ArrowFunctionExpression:exit": leave,
    ImportDeclaration({ source, specifiers }) {
      if (!OPERATIONS.test(source.value)) return;
      for (const specifier of specifiers)
        if (specifier.type === "ImportSpecifier" && specifier.imported.type === "Identifier")
          operations.set(specifier.local.name, specifier.imported.name);
    },
    CallExpression({ start, end, callee }) {
      const operation = callee.type === "Identifier" ? operations.get(callee.name) : undefined;
      if (operation === undefined || depth === 0) return;
      edits.push({ start: callee.start, end: callee.start, text: place(start, end, operation, "operation") });
      edits.push({ start: callee.end, end: callee.end, text: ")" });
    },
    BinaryExpression(node) {
      if (!OPERATORS.has(node.operator) || depth === 0) return;
      const asked = place(node.start, node.end, node.operator, "operator");
      operator(node, asked, [`(a, b) => a ${node.operator} b)(`, ", "]);
    },
    LogicalExpression(node) {
      if (node.operator === "??" || depth === 0) return;
      const asked = place(node.start, node.end, node.operator, "operator");
      operator(node, asked, [`(a, b) => a() ${node.operator} b())(() => (`, "), () => ("]);
      edits.push({ start: node.end, end: node.end, text: ")" });
    },
  }).visit(program);
  return { text: edited(text, edits), places };
}

interface Operator {
  readonly start: number;
  readonly end: number;
  readonly left: { readonly end: number };
  readonly right: { readonly start: number };
}

/** Nodes are visited from the outermost on: where two begin at one place the outer one opens first, and closes last. */
function edited(text: string, edits: readonly Edit[]): string {
  const isClosing = ({ start, end, text: put }: Edit): boolean => start === end && put.startsWith(")");
  const ordered = edits
    .map((edit, nth) => ({ edit, nth }))
    .sort(
      (a, b) =>
        a.edit.start - b.edit.start ||
        Number(isClosing(b.edit)) - Number(isClosing(a.edit)) ||
        (isClosing(a.edit) ? b.nth - a.nth : a.nth - b.nth),
    );
  let done = 0;
  let result = "";
  for (const { edit } of ordered) {
    result += text.slice(done, edit.start) + edit.text;
    done = edit.end;
  }
  return result + text.slice(done);
}
