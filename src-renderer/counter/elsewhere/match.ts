import type { ElsewhereView } from "../../../src-shared/contract/policy.ts";

/** A shorter text stands in too many sentences to say what somebody wants. */
const LEAST = 2;

/**
 * Business that is not done here, by its everyday words: what is typed is part of one of them, or says one of them in a longer sentence.
 * Nothing as long as nothing is sought.
 * @param city `null`: whichever
 */
export function matchElsewhere(all: readonly ElsewhereView[], city: string | null, words: string): ElsewhereView[] {
  const sought = words.replaceAll(/\s/g, "").toLowerCase();
  if (sought.length < LEAST) return [];
  return all.filter(
    (business) =>
      (city === null || business.city === city) &&
      (business.keywords.includes(sought) || business.words.some((word) => word.includes(sought) || sought.includes(word))),
  );
}
