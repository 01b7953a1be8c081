/** A request id belongs to what was asked for under it: the same again is a retry, anything else is refused. */
import type { CallName } from "../../../src-shared/contract/index.ts";
import { canonicalJson, sha256 } from "../../store/index.ts";
import type { Store } from "../../store/types.ts";
import { Refusal } from "./refusal.ts";

/** A quick hash of a password would be as good as the password: whoever sets or confirms one compares it as such. */
const SECRETS = new Set(["password", "current", "next", "recoveryCode"]);

/** More than are under way or retried at a time. */
const MOST_REMEMBERED = 10_000;

const withoutSecrets = (value: unknown): unknown =>
  typeof value !== "object" || value === null || Array.isArray(value)
    ? value
    : Object.fromEntries(Object.entries(value).flatMap(([key, part]) => (SECRETS.has(key) ? [] : [[key, withoutSecrets(part)]])));

export class Requests {
  /** Those under way, and those whose row the store keeps under another id or not at all. */
  readonly #known = new Map<string, string>();
  readonly #store: Pick<Store, "audit">;

  constructor(store: Pick<Store, "audit">) {
    this.#store = store;
  }

  /**
   * Carries out `work` with the hash of its input; an id that stood for something else before is refused.
   * @throws Refusal `request-reused`
   */
  async bound(
    name: CallName,
    clerkId: string | null,
    input: unknown,
    work: (hash: string) => Promise<unknown>,
  ): Promise<unknown> {
    const { requestId: id } = input as { readonly requestId?: string };
    if (id === undefined) return await work("");
    const hash = sha256(canonicalJson([name, clerkId, withoutSecrets(input)]));
    const before = this.#known.get(id) ?? this.#store.audit.inputOf(id);
    if (before !== undefined && before !== hash) throw new Refusal("request-reused");
    const isFirst = !this.#known.has(id);
    this.#remember(id, hash);
    try {
      return await work(hash);
    } catch (error) {
      // nothing was done: what is asked for may be put right under the same id
      if (isFirst) this.#known.delete(id);
      throw error;
    }
  }

  #remember(id: string, hash: string): void {
    this.#known.delete(id);
    this.#known.set(id, hash);
    if (this.#known.size > MOST_REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
  }
}
