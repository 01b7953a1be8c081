/** Papers composed with the sentences that ship with the program. */
import { fileURLToPath } from "node:url";
import * as real from "../../../src-main/receipts/compose.ts";
import { readPromiseSentences } from "../../../src-main/receipts/promise-sentences.ts";
import type { ComparisonInput, PaperInput } from "../../../src-main/receipts/types.ts";

export const promiseFile = fileURLToPath(new URL("../../../resources/papers/promise.yaml", import.meta.url));
const texts = readPromiseSentences(promiseFile);

export const compose = (input: PaperInput) => real.compose(input, texts);
export const composeSheets = (input: PaperInput | ComparisonInput) => real.composeSheets(input, texts);
