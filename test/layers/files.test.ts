import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { filesBelow, root } from "./source.ts";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
type LockedPackages = Readonly<Record<string, LockedPackage>>;

/** Addresses and paths that belong to one machine or one network. Put together here so that this file does not name them itself. */
const FOREIGN = [
  // a host of packages, whoever runs it
  String.raw`\b(registry|npm|packages|pypi|deb)\.[a-z0-9-]+\.(org|com|net|cn)`,
  String.raw`(?<![\w.@~-])/(work|root|home/\w+|Users/\w+)/[\w.-]`,
  String.raw`[A-Z]:\\Users\\`,
  String.raw`(?<![\w.@~-])/tmp/[\w.-]`,
].map((pattern) => new RegExp(pattern));

const foreignIn = (text: string): string[] => FOREIGN.flatMap((pattern) => pattern.exec(text)?.[0] ?? []);

/** Optional packages of a platform that the lockfile names but does not hold: newer npm then refuses `npm ci`. */
function missingPlatformPackages(packages: LockedPackages): string[] {
  const missing: string[] = [];
  for (const [path, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const name of Object.keys(optionalDependencies)) {
      let folder = path;
      while (!packages[`${folder ? `${folder}/` : ""}node_modules/${name}`]?.version) {
        if (!folder) {
          missing.push(`${path} → ${name}`);
          break;
        }
        folder = folder.slice(0, Math.max(0, folder.lastIndexOf("node_modules/") - 1));
      }
    }
  }
  return missing;
}

describe("files of the project", () => {
  it("name no path of a machine and no package registry", () => {
    const texts = /\.(ts|tsx|mjs|cjs|js|json|ya?ml|md|html|css|svg|csv|sql|sh|py|txt|npmrc|gitignore)$|\/run$/;
    const found = filesBelow(".")
      .filter((path) => texts.test(path) && path !== "test/layers/files.test.ts")
      .flatMap((path) => foreignIn(readFileSync(join(root, path), "utf8")).map((text) => `${path}: ${text}`));
    expect(found).toEqual([]);
  });

  it("would be found naming one", () => {
    const examples = [
      ["https://registry.example", "org/vite"].join("."),
      ["open('", "work", "main/x')"].join("/"),
      ["see ", "root", "notes"].join("/"),
      ["C:", "Users", "x"].join("\\"),
    ];
    for (const text of examples) expect(foreignIn(text), text).not.toEqual([]);
    expect(foreignIn("src-main/work/x, https://example.org/root/x and ~/root")).toEqual([]);
  });
});

describe("package-lock.json", () => {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")) as { packages: LockedPackages };

  it("holds no addresses, so that every registry serves", () => {
    expect(Object.entries(packages).filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  it("holds every platform's optional packages", () => {
    expect(missingPlatformPackages(packages)).toEqual([]);
    expect(
      missingPlatformPackages({ "": {}, "node_modules/a": { version: "1", optionalDependencies: { "a-win": "1" } } }),
    ).toEqual(["node_modules/a → a-win"]);
  });

  it("pins every package that package.json names to one version", () => {
    const description = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    const loose = ["dependencies", "devDependencies", "optionalDependencies"]
      .flatMap((kind) => Object.entries(description[kind] ?? {}))
      .filter(([, version]) => !/^(npm:[a-z0-9-]+@)?\d+\.\d+\.\d+$/.test(version));
    expect(loose).toEqual([]);
  });
});
