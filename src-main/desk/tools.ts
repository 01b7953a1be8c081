/** What the handlers work with. */
import type { SessionStatus } from "../../src-shared/contract/index.ts";
import type { Clock } from "../clock.ts";
import type { Logger } from "../logger.ts";
import type { MakePaper } from "../receipts/types.ts";
import type { Act, Store } from "../store/types.ts";
import type { ClerkContext } from "./handlers.ts";
import type { Packs } from "./packs.ts";

/** Opens the system print dialog; resolves once the job is handed over, `false` when it was cancelled or failed. */
export type PrintPdf = (pdf: Uint8Array, title: string) => Promise<boolean>;

export interface DeskTools {
  readonly store: Store;
  readonly packs: Packs;
  readonly makePaper: MakePaper;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly demo: boolean;
  readonly hostKind: SessionStatus["host"];
  readonly version: string;
  /** Only where the host can print; otherwise the page prints the returned PDF. */
  readonly printPdf: PrintPdf | undefined;
}

/** Who does what, when: the first argument of every write. */
export function actOf(tools: DeskTools, context: ClerkContext, operation: string, requestId: string | null = null): Act {
  return { operation, clerkId: context.clerk.id, at: tools.clock.now(), requestId };
}
