/** Two processes that judge mutants, as many orders one after the other as there are. */
import { fork, type ChildProcess } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Verdict } from "./judge.ts";
import type { Message, Order } from "./worker.ts";

/** Two cores at the offices and in CI. */
const PROCESSES = 2;
/** Milliseconds in which a process tells nothing before it is given up: many times what the slowest test takes. */
const LONGEST_SILENCE = 600_000;
const program = fileURLToPath(new URL("worker.ts", import.meta.url));

/**
 * @param tell a mutant that a process died of, or fell silent over, is a timeout
 * @returns realms that something of a mutant had stayed in
 */
export async function followAll(
  orders: Iterator<Order>,
  workerArguments: readonly string[],
  tell: (mutant: number, verdict: Verdict) => void,
): Promise<number> {
  const spoilt = await Promise.all(Array.from({ length: PROCESSES }, () => followSome(orders, workerArguments, tell)));
  return spoilt.reduce((sum, one) => sum + one, 0);
}

async function followSome(
  orders: Iterator<Order>,
  workerArguments: readonly string[],
  tell: (mutant: number, verdict: Verdict) => void,
): Promise<number> {
  let spoilt = 0;
  let rest: Order | undefined;
  for (;;) {
    const ended = await followUntilEnd(orders, rest, workerArguments, tell);
    spoilt += ended.spoilt;
    if (ended.current === undefined) return spoilt;
    // a process that cannot even begin is no verdict on anything
    if (!ended.begun) throw new Error("a judging process died before it began");
    const [blamed, ...others] = ended.current.mutants;
    if ("test" in ended.current && others.length > 0) {
      // whose fault it is shows each by itself
      orders = chain(
        ended.current.mutants.map((mutant) => ({ ...ended.current!, mutants: [mutant] })),
        orders,
      );
      rest = undefined;
    } else {
      tell(blamed!, { status: "timeout", by: "the process, which died or fell silent" });
      rest = others.length > 0 ? { ...ended.current, mutants: others } : undefined;
    }
  }
}

function* chain(first: Iterable<Order>, then: Iterator<Order>): Generator<Order, undefined> {
  yield* first;
  for (let next = then.next(); next.done !== true; next = then.next()) yield next.value;
}

interface Ended {
  readonly begun: boolean;
  readonly spoilt: number;
  /** What was left of the order that it was following; none when there are no more orders. */
  readonly current: Order | undefined;
}

function followUntilEnd(
  orders: Iterator<Order>,
  rest: Order | undefined,
  workerArguments: readonly string[],
  tell: (mutant: number, verdict: Verdict) => void,
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork(program, workerArguments);
    let current: Order | undefined;
    let [begun, spoilt, next] = [false, 0, rest];
    let silence: NodeJS.Timeout | undefined;
    const listen = (): void => {
      clearTimeout(silence);
      silence = setTimeout(() => child.kill("SIGKILL"), LONGEST_SILENCE);
    };
    listen();
    child.on("message", (message: Message) => {
      listen();
      if ("told" in message) {
        for (const [mutant, verdict] of message.told) tell(mutant, verdict);
        const told = new Set(message.told.map(([mutant]) => mutant));
        if (current && !("test" in current))
          current = { ...current, mutants: current.mutants.filter((mutant) => !told.has(mutant)) };
        return;
      }
      [begun, spoilt] = [true, message.spoilt];
      current = next;
      next = undefined;
      if (current === undefined) {
        const more = orders.next();
        current = more.done === true ? undefined : more.value;
      }
      if (current === undefined) child.disconnect();
      else child.send(current);
    });
    child.on("error", reject);
    child.on("exit", () => {
      clearTimeout(silence);
      resolve({ begun, spoilt, current });
    });
  });
}
