/** The result beside the form, and beside that of another city. */
import type { CheckedInput, ComparableMatter, Comparison } from "../../../src-shared/contract/index.ts";
import { COMPARISON_LABEL } from "../../../src-shared/text/labels.ts";
import { compare, consult, matterOf, span, transactionOf, type Comparand } from "../../rules/index.ts";
import { faultForLog } from "../frame/fault-log.ts";
import type { AreaHandlers } from "../frame/handlers.ts";
import { COMPARISON_FAULT_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import { servedPack } from "../policy/served.ts";
import type { DeskTools } from "../frame/tools.ts";

export function counterCalls(tools: DeskTools): AreaHandlers<"counter"> {
  const { packs, clock, store } = tools;

  function comparand(id: string): Comparand {
    const pack = packs.ofMatter(id);
    return { pack, matter: matterOf(pack, id), summary: packs.matter(id)! };
  }

  /** Advice, so any city will do. */
  const compared = ({ matter, asOf, facts, other, otherFacts, move }: CheckedInput<"counter.compare">): Comparison =>
    compare(comparand(matter), comparand(other), facts, otherFacts, asOf, move);

  return {
    "counter.evaluate": ({ matter, asOf, facts }) => consult(servedPack(tools, matter), matter, facts, asOf),

    "counter.span": ({ matter, asOf, facts }) => span(servedPack(tools, matter), matter, facts, asOf),

    "counter.comparable": ({ matter }) => comparable(tools, matter),

    "counter.compare": (input) => compared(input),

    "counter.comparisonPaper": async ({ name, print, ...input }, { clerk, traceId }) => {
      const office = store.office.get();
      if (!office) throw new Error("a paper needs an office");
      const made = { kind: "comparison", office, name: name.trim(), clerk: clerk.name, madeAt: clock.now() } as const;
      const pdf = await tools.makePaper({ ...made, comparison: compared(input) });
      if (print && tools.printPdf) {
        const printed = await tools.printPdf(pdf, COMPARISON_LABEL).catch((error: unknown) => {
          tools.logger.error({ trace: traceId, ...faultForLog(error) }, "could not print");
          return false;
        });
        if (!printed) throw new Refusal("print-failed", { message: COMPARISON_FAULT_TEXT.printFailed });
      }
      const printedByHost = print && tools.printPdf !== undefined;
      return { title: COMPARISON_LABEL, pdfBase64: Buffer.from(pdf).toString("base64"), printedByHost };
    },
  };
}

/** @throws Refusal `not-found` */
function comparable({ packs }: DeskTools, id: string): readonly ComparableMatter[] {
  const { city } = packs.ofMatter(id);
  const found = packs
    .all()
    .filter((pack) => pack.city !== city)
    .flatMap((pack) => [...pack.matters.keys()])
    .map((other) => ({ ...packs.matter(other)!, same: transactionOf(other) === transactionOf(id) }));
  return found.toSorted((a, b) => Number(b.same) - Number(a.same));
}
