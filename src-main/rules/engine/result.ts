/** What a formula returns: numbers and references to the matter's shared words. Written down as JSON only when it is shown or stored. */
import type {
  Conflict,
  CoverageStatus,
  Material,
  Notice,
  Outcome,
  Remedy,
  Section,
  Standing,
} from "../../../src-shared/domain/decision.ts";
import type { MonthSet } from "../../../src-shared/domain/periods.ts";
import type { Month, PackedDate } from "../../../src-shared/domain/calendar.ts";
import type { Figure } from "./pack/figures.ts";
import type { Node, NodeDefinition } from "./node.ts";

/** What stands in the places of a text, by the name of the place. */
export type Values = Readonly<Record<string, Node | undefined>>;

/** A Chinese text with places `{name}` for values. */
export interface Template {
  readonly id: string;
  readonly text: string;
  /** Given by the formula that says it. */
  readonly values?: Values;
  /** Of a place or a time limit that a document states. */
  readonly citations?: readonly string[] | undefined;
}

export interface ConditionDefinition {
  readonly id: string;
  readonly title: string;
  readonly required: string;
  readonly actual: string;
  readonly citations: readonly string[];
  readonly values?: Values;
}
export type NoticeFound = Notice & { readonly values?: Values };
export type SectionFound = Section & { readonly values?: Values };
export interface RemedyDefinition extends Template {
  readonly kind: Remedy["kind"];
}
/** What would turn a failed condition; `node` carries the date, the months or the amount. */
export interface RemedyFound {
  readonly definition: RemedyDefinition;
  readonly node: Node | null;
}
export interface Finding {
  readonly definition: ConditionDefinition;
  /** `null`: it could not be checked; never a reason to refuse by itself. */
  readonly met: boolean | null;
  /** The step that explains it; `{0}` in the condition's `actual`. None where it could not be checked. */
  readonly node: Node | null;
  readonly remedies: readonly RemedyFound[];
  /** The open question for want of whose answer it could not be checked. */
  readonly lacking?: NodeDefinition;
}
/** How the formula itself counted a question that stays open, e.g. by another answer. */
export interface AssumedFound {
  readonly fact: NodeDefinition;
  readonly node: Node;
}

export interface AmountDefinition {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
  readonly payee: string;
}
export interface AmountFound {
  readonly definition: AmountDefinition;
  readonly role: "due" | "part" | "information";
  /** Where several amounts of a kind belong to several things: the step that stands for the thing, shown by its title and value. */
  readonly group?: Node;
  /** What it is paid for where the title alone does not say, e.g. one month of several; shown behind the title. */
  readonly of?: Node;
  readonly node: Node;
}

export interface DateDefinition {
  readonly id: string;
  readonly title: string;
  readonly values?: Values;
}
export interface DateFound {
  readonly definition: DateDefinition;
  readonly node: Node;
}

/** Time of one status: `months`, or where that is null `days` with both ends, or an open end from `from` on. */
export interface CoverageFound {
  readonly status: CoverageStatus;
  readonly title: string;
  readonly months: MonthSet | null;
  readonly from: Month;
  /** First and last day; no last day while open. */
  readonly days?: readonly [from: PackedDate, to: PackedDate | null];
}

export interface FigureMissing {
  readonly figure: Figure;
  /** Packed date for which nobody has it. */
  readonly date: number;
}

/** Another matter that the person should see to. */
export interface NextFound {
  readonly matter: string;
  readonly why: Template;
  readonly citations: readonly string[];
}

export interface OptionFound {
  readonly title: Template;
  readonly text: Template;
  readonly amounts: readonly AmountFound[];
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
}

export interface Result {
  readonly outcome: Outcome;
  /** Where it is not the matter's own: a matter may reach from the rules of the past into those of today. */
  readonly standing?: Standing | undefined;
  readonly headline: Template;
  readonly place: Template;
  readonly timeLimit: Template;
  readonly conditions: readonly Finding[];
  readonly amounts: readonly AmountFound[];
  readonly dates: readonly DateFound[];
  readonly coverage: readonly CoverageFound[];
  readonly options: readonly OptionFound[];
  readonly materials: readonly Material[];
  readonly notices: readonly NoticeFound[];
  readonly sections: readonly SectionFound[];
  readonly next?: readonly NextFound[];
  readonly conflicts: readonly Conflict[];
  readonly missing: readonly FigureMissing[];
  readonly assumed?: readonly AssumedFound[];
  /** What stands in the places of texts that do not say so themselves. */
  readonly values?: Values | undefined;
  /** Steps worth explaining that no amount, date or condition rests on. */
  readonly remarks: readonly Node[];
}
