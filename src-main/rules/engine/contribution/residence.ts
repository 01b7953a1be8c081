/** What somebody who does not join through a unit joins by: local registration, or a residence permit, asked for only without it. */
import { told, type Node, type ToldStep } from "../node.ts";

export interface ResidenceWords {
  readonly leaf: Readonly<Record<"household" | "permit", readonly Node[]>>;
  readonly step: Readonly<Record<"residence", ToldStep>>;
  readonly value: { readonly residence: Readonly<Record<"none" | "permit" | "household", number>> };
}
interface ResidenceFacts {
  readonly household: number;
  readonly permit: number | undefined;
}

/** @param because a reading by which the permit counts */
export function residenceOf(words: ResidenceWords, { household, permit }: ResidenceFacts, because?: Node): Node {
  const { residence } = words.value;
  const papers = [words.leaf.household[household]!];
  if (permit !== undefined) papers.push(words.leaf.permit[permit]!);
  if (permit !== undefined && because !== undefined) papers.push(because);
  const by = household === 1 ? residence.household : permit === 1 ? residence.permit : residence.none;
  return told(words.step.residence, by, papers);
}
