/** `counter evaluate`: one decision, or a batch of them line by line. */
import { parseDate } from "../../../src-shared/domain/calendar.ts";
import type { Decision } from "../../../src-shared/domain/decision.ts";
import type { FactInputs, FieldError } from "../../../src-shared/domain/facts.ts";
import { answerErrors, consult, consultWithSpan, type Pack } from "../../rules/index.ts";
import { parseFacts, readAll, readLines } from "./facts-input.ts";
import { EXIT, print, printJson, refuse, refuseInput, tell, type ExitCode } from "./output.ts";
import { TEXT } from "./texts.ts";

export interface EvaluateRequest {
  readonly pack: Pack;
  readonly matter: string;
  readonly asOf: string;
  /** File name, or `-` for standard input. */
  readonly facts: string;
  /** Tells also between which days the dates lie while readings are open. */
  readonly span: boolean;
}

type Answer = { readonly decision: Decision } | { readonly errors: readonly FieldError[] };

function answer({ pack, matter, asOf, span }: EvaluateRequest, facts: FactInputs): Answer {
  const evaluation = (span ? consultWithSpan : consult)(pack, matter, facts, asOf);
  return evaluation.decision === null ? { errors: answerErrors(evaluation) } : { decision: evaluation.decision };
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
  await printJson(result.decision);
  return EXIT.done;
}

const PROGRESS_EVERY = 1000;

/** Each line of facts gives one line: the decision, or `{ line, errors }`. A bad line does not stop the batch, but shows in the exit code. */
export async function evaluateBatch(request: EvaluateRequest): Promise<ExitCode> {
  // a wrong date would be wrong in every line: say it once
  if (parseDate(request.asOf) === undefined) return refuse(answerErrors(consult(request.pack, request.matter, {}, request.asOf)));
  let line = 0;
  let done = 0;
  let bad = 0;
  try {
    for await (const json of readLines(request.facts)) {
      line++;
      if (json.trim() === "") continue;
      const parsed = parseFacts(json);
      const result = "errors" in parsed ? parsed : answer(request, parsed.facts);
      if ("errors" in result) bad++;
      await print(JSON.stringify("errors" in result ? { line, errors: result.errors } : result.decision));
      if (++done % PROGRESS_EVERY === 0) tell(TEXT.progress(done, bad));
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return refuseInput("facts", TEXT.unreadable(request.facts, (error as Error).message));
  }
  tell(TEXT.progress(done, bad));
  return bad > 0 ? EXIT.badInput : EXIT.done;
}
