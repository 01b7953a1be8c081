/** `counter evaluate`: one decision, or a batch of them line by line. */
import { parseDate } from "../../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../../src-shared/domain/decision.ts";
import type { FactInputs, FieldError } from "../../../../src-shared/domain/facts.ts";
import { answerErrors, answering, consult, consultWithSpan, type Pack } from "../../../rules/index.ts";
import { parseFacts, readAll, readLines } from "./facts-input.ts";
import { EXIT, printJson, refuse, refuseInput, tell, write, type ExitCode } from "../output.ts";
import { TEXT } from "../text.ts";

export interface EvaluateRequest {
  readonly pack: Pack;
  readonly matter: string;
  readonly asOf: string;
  /** File name, or `-` for standard input. */
  readonly facts: string;
  /** Tells also between which days the dates lie while readings are open. */
  readonly span: boolean;
}

function answer(
  { pack, matter, asOf, span }: EvaluateRequest,
  facts: FactInputs,
): Decision | { readonly errors: readonly FieldError[] } {
  const evaluation = (span ? consultWithSpan : consult)(pack, matter, facts, asOf);
  return evaluation.decision ?? { errors: answerErrors(evaluation) };
}

export async function evaluateOne(request: EvaluateRequest): Promise<ExitCode> {
  let json: string;
  try {
    json = await readAll(request.facts);
  } catch (error) {
    return refuseInput("facts", TEXT.unreadable(request.facts, (error as Error).message));
  }
  const parsed = parseFacts(json);
  const result = "errors" in parsed ? parsed : answer(request, parsed.facts);
  if ("errors" in result) return refuse(result.errors);
  await printJson(result);
  return EXIT.done;
}

const PROGRESS_EVERY = 20_000;
/** So much is written at once: a call for each short line would take longer than its decision. */
const WRITTEN_AT_ONCE = 1 << 16;

/**
 * Each line of facts gives one line: the decision, or on request its summary; for bad facts `{ line, errors }`. A bad line does not stop
 * the batch, but shows in the exit code. Nothing is kept of a line that is written.
 */
export async function evaluateBatch(request: EvaluateRequest, inShort: boolean): Promise<ExitCode> {
  const { pack, matter, facts, span } = request;
  const asOf = parseDate(request.asOf);
  // a wrong date would be wrong in every line: say it once
  if (asOf === undefined) return refuse(answerErrors(consult(pack, matter, {}, request.asOf)));
  const { decision, summary } = answering(pack, matter, asOf);
  const told = span ? (given: FactInputs) => answer(request, given) : inShort ? summary : decision;
  let line = 0;
  let done = 0;
  let bad = 0;
  let text = "";
  try {
    for await (const lines of readLines(facts)) {
      for (const json of lines) {
        line++;
        if (json.trim() === "") continue;
        const parsed = parseFacts(json);
        const found = "errors" in parsed ? parsed : told(parsed.facts);
        const isBad = typeof found === "object" && "errors" in found;
        if (isBad) bad++;
        text += typeof found === "string" ? found : JSON.stringify(inShort || isBad ? { line, ...found } : found);
        text += "\n";
        if (++done % PROGRESS_EVERY === 0) tell(TEXT.progress(done, bad));
        if (text.length < WRITTEN_AT_ONCE) continue;
        await write(text);
        text = "";
      }
      // whoever asks line by line waits for the answer to each
      if (text !== "") await write(text);
      text = "";
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return refuseInput("facts", TEXT.unreadable(facts, (error as Error).message));
  }
  tell(TEXT.progress(done, bad));
  return bad > 0 ? EXIT.badInput : EXIT.done;
}
