/** The desk: every use case behind one gate. Knows no window, no route. */
import type { CallResult } from "../../src-shared/contract/index.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { MakePaper } from "../receipts/types.ts";
import type { Store } from "../store/types.ts";
import { casesCalls } from "./cases.ts";
import { counterCalls } from "./counter.ts";
import { draftsCalls } from "./drafts.ts";
import { createGate } from "./gate.ts";
import type { Connection, Handlers } from "./handlers.ts";
import { officeCalls } from "./office.ts";
import { createPacks } from "./packs.ts";
import { createPaperDesk } from "./papers.ts";
import { peopleCalls } from "./people.ts";
import { policyCalls } from "./policy.ts";
import { sessionCalls } from "./session.ts";
import type { DeskTools, PrintPdf } from "./tools.ts";

export type { Connection } from "./handlers.ts";
export { PolicyError } from "./packs.ts";
export type { PrintPdf } from "./tools.ts";

export interface DeskOptions {
  readonly store: Store;
  readonly policyDirectory: string;
  readonly makePaper: MakePaper;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly demo: boolean;
  readonly hostKind: "electron" | "browser";
  readonly version: string;
  /** Given by a host that can open the system print dialog. */
  readonly printPdf?: PrintPdf;
}

export interface Desk {
  /** A new window or browser; nobody has signed in on it. */
  connect(): Connection;
  /** Never throws: what goes wrong is in the answer. `name` and `input` come from outside and may be anything. */
  call(connection: Connection, name: unknown, input: unknown): Promise<CallResult<unknown>>;
}

/** @throws PolicyError when the policy data shipped with the program is broken */
export function createDesk({ policyDirectory, printPdf, ...options }: DeskOptions): Desk {
  const packs = createPacks(options.store, policyDirectory, options.logger);
  const tools: DeskTools = { ...options, packs, printPdf };
  const papers = createPaperDesk(tools);
  const handlers: Handlers = {
    ...sessionCalls(tools),
    ...policyCalls(tools),
    ...counterCalls(tools),
    ...draftsCalls(tools),
    ...peopleCalls(tools),
    ...casesCalls(tools, papers),
    ...papers.calls,
    ...officeCalls(tools),
  };
  return { connect: () => ({ clerkId: null }), call: createGate(tools, handlers) };
}
