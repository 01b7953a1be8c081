/** Which documents that must be handed in now have not been received as they should be. */
import type { MaterialTick } from "../../src-shared/domain/case.ts";
import { natureOf, type Decision } from "../../src-shared/domain/decision.ts";
import type { FieldError } from "../../src-shared/domain/facts.ts";
import { materialText } from "./messages.ts";

/** What is only told collects no papers. One entry for each material that is missing, of the wrong form or too few; `fact` is the material's id. */
export function missingMaterials(decision: Decision, ticks: readonly MaterialTick[]): FieldError[] {
  if (natureOf(decision) !== "transaction") return [];
  return decision.materials
    .filter((material) => material.need === "must")
    .flatMap((material) => {
      const received = ticks.filter((tick) => tick.id === material.id && tick.received && tick.count > 0);
      const inForm = received.filter((tick) => tick.form === material.form);
      const count = inForm.reduce((sum, tick) => sum + tick.count, 0);
      if (count >= material.count) return [];
      const problem = received.length === 0 ? "missing" : inForm.length === 0 ? "form" : "count";
      return [{ fact: material.id, code: "required" as const, message: materialText(material, problem, count) }];
    });
}
