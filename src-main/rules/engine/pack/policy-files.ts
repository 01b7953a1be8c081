/** The files of a pack, read and sorted by what they are. */
import type { z } from "zod";
import { elsewhereSchema, type ElsewhereFile } from "./elsewhere.ts";
import { figuresSchema, type FiguresFile } from "./figures.ts";
import {
  factsSchema,
  matterSchema,
  sectionsSchema,
  stepsSchema,
  type FactsFile,
  type SectionsFile,
  type StepsFile,
  type WrittenMatter,
} from "../schema/matter-schema.ts";
import { readPolicyFile, type IssueWords, type PolicyFile } from "./policy-file.ts";
import type { Report } from "./problems.ts";
import { readingsSchema, type ReadingsFile } from "./readings.ts";
import { sourcesSchema, type SourcesFile } from "./sources.ts";
import { tableSchema, type TableFile } from "../table/table.ts";

/** The files of a pack by kind; a file's kind is its folder, or its name where there is but one. */
export class PolicyFiles {
  readonly sources: PolicyFile<SourcesFile>[] = [];
  readonly readings: PolicyFile<ReadingsFile>[] = [];
  readonly figures: PolicyFile<FiguresFile>[] = [];
  readonly tables: PolicyFile<TableFile>[] = [];
  readonly steps: PolicyFile<StepsFile>[] = [];
  readonly sections: PolicyFile<SectionsFile>[] = [];
  readonly facts: PolicyFile<FactsFile>[] = [];
  readonly matters: PolicyFile<WrittenMatter>[] = [];
  readonly elsewhere: PolicyFile<ElsewhereFile>[] = [];

  readonly #words: IssueWords | undefined;

  /** @param words what the schemas find is told in */
  constructor(words?: IssueWords) {
    this.#words = words;
  }

  read(path: string, text: string, report: Report): void {
    const into = <Value>(list: PolicyFile<Value>[], schema: z.ZodType<Value>): void => {
      const file = readPolicyFile(path, text, schema, report, this.#words);
      if (file) list.push(file);
    };
    switch (path.split("/")[1]?.replace(/\.yaml$/, "")) {
      case "sources":
        return into(this.sources, sourcesSchema);
      case "readings":
        return into(this.readings, readingsSchema);
      case "figures":
        return into(this.figures, figuresSchema);
      case "tables":
        return into(this.tables, tableSchema);
      case "steps":
        return into(this.steps, stepsSchema);
      case "sections":
        return into(this.sections, sectionsSchema);
      case "facts":
        return into(this.facts, factsSchema);
      case "matters":
        return into(this.matters, matterSchema);
      case "elsewhere":
        return into(this.elsewhere, elsewhereSchema);
      default:
        report({
          file: path,
          line: 0,
          message:
            "expected city.yaml, elsewhere.yaml, sources.yaml, readings.yaml or a file under sources/, readings/, figures/, tables/, steps/, sections/, facts/ or matters/",
        });
    }
  }
}
