/** What the laws look at: a source file taken apart by the bundler's own parser. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { parseSync, Visitor } from "vite";

export const root = fileURLToPath(new URL("../..", import.meta.url));

export interface Source {
  /** From the project's root, with forward slashes. */
  readonly path: string;
  /** The text with its comments blanked out. */
  readonly code: string;
  /** Packages and Node modules as written, our own files from the project's root. */
  readonly imports: readonly string[];
  /** Dotted names that are called, constructed or read (`Date.now`, `new Date`, `console.log`, `parseFloat()`), with their line. */
  readonly uses: readonly { readonly name: string; readonly line: number }[];
  /** Names of the types it declares and exports. */
  readonly types: readonly string[];
  /** What is written in other letters than a programmer's, comments aside: strings, parts of templates, JSX text, patterns, names. */
  readonly foreign: readonly { readonly text: string; readonly line: number }[];
}

const isForeign = (text: string): boolean => /[^\p{ASCII}]/u.test(text);

export function source(path: string, text: string): Source {
  const { program, comments, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]!.message}`);
  const imports = new Set<string>();
  const uses: { name: string; line: number }[] = [];
  const types: string[] = [];
  const foreign: { text: string; line: number }[] = [];
  const lineAt = (offset: number): number => text.slice(0, offset).split("\n").length;
  const addImport = (request: string): void => void imports.add(resolved(path, request));
  const addForeign = (written: string, start: number): void => {
    if (isForeign(written)) foreign.push({ text: written, line: lineAt(start) });
  };

  new Visitor({
    ImportDeclaration: (node) => addImport(node.source.value),
    ExportAllDeclaration: (node) => addImport(node.source.value),
    ExportNamedDeclaration({ source: from, declaration }) {
      if (from) addImport(from.value);
      if (declaration?.type === "TSInterfaceDeclaration" || declaration?.type === "TSTypeAliasDeclaration")
        types.push(declaration.id.name);
    },
    ImportExpression(node) {
      if (node.source.type === "Literal") addImport(String(node.source.value));
      else uses.push({ name: "import(…)", line: lineAt(node.start) });
    },
    TSImportType: (node) => addImport(node.source.value),
    CallExpression(node) {
      if (node.callee.type !== "Identifier") return;
      const [first] = node.arguments;
      if (node.callee.name === "require" && first?.type === "Literal") addImport(String(first.value));
      uses.push({ name: `${node.callee.name}(${node.arguments.length > 0 ? "…" : ""})`, line: lineAt(node.start) });
    },
    NewExpression(node) {
      if (node.callee.type !== "Identifier") return;
      uses.push({ name: `new ${node.callee.name}(${node.arguments.length > 0 ? "…" : ""})`, line: lineAt(node.start) });
    },
    MemberExpression(node) {
      const property = node.property.type === "Identifier" && !node.computed ? node.property.name : undefined;
      if (property === undefined) return;
      const object = node.object.type === "Identifier" ? node.object.name : "";
      uses.push({ name: `${object}.${property}`, line: lineAt(node.start) });
    },
    Literal: (node) => addForeign(typeof node.value === "string" ? node.value : (node.raw ?? ""), node.start),
    TemplateElement: (node) => addForeign(node.value.cooked ?? node.value.raw, node.start),
    JSXText: (node) => addForeign(node.value, node.start),
    Identifier: (node) => addForeign(node.name, node.start),
    TSAnyKeyword: (node) => uses.push({ name: "any", line: lineAt(node.start) }),
  }).visit(program);

  let code = text;
  for (const comment of comments) {
    code = code.slice(0, comment.start) + " ".repeat(comment.end - comment.start) + code.slice(comment.end);
  }
  return { path, code, imports: [...imports], uses, types, foreign };
}

function resolved(from: string, request: string): string {
  return request.startsWith(".") ? posix.join(dirname(from), request) : request;
}

/** Files of the project below a folder, installed and built ones left out. */
export function filesBelow(folder: string): string[] {
  const skipped = /(^|\/)(node_modules|\.git|\.cache|out|dist|coverage|reports)(\/|$)/;
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length).replaceAll("\\", "/"))
    .filter((path) => !skipped.test(path) && !path.endsWith(".tsbuildinfo"));
}

/** All sources of the app (not the tests). */
export function appSources(): Source[] {
  return ["src-shared", "src-main", "src-renderer"]
    .flatMap(filesBelow)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .map((path) => source(path, readFileSync(join(root, path), "utf8")));
}
