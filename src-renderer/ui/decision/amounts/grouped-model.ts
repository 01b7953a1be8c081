/** Amounts that belong to something of which there are several, e.g. one hospital stay: who pays which share of it. */
import type { Amount } from "../../../../src-shared/domain/decision.ts";
import type { Fen } from "../../../../src-shared/domain/money.ts";

/** A kind of amount, the same in every group. */
export interface Kind {
  readonly id: string;
  readonly title: string;
  readonly payer: string;
}

interface Share {
  readonly amount: Amount;
  /** Place among the kinds. */
  readonly kind: number;
  /** Parts of the whole group, 0–1. */
  readonly start: number;
  readonly size: number;
}

export interface AmountGroup {
  readonly title: string;
  readonly total: Fen;
  /** In the order of the kinds. */
  readonly shares: readonly Share[];
}

export interface GroupedAmounts {
  readonly kinds: readonly Kind[];
  readonly groups: readonly AmountGroup[];
}

/** Groups in the order of the decision; a kind that comes late stands where its own group has it. */
export function groupAmounts(amounts: readonly Amount[]): GroupedAmounts {
  const byGroup = new Map<string, Amount[]>();
  for (const amount of amounts) {
    if (amount.group !== "") byGroup.set(amount.group, [...(byGroup.get(amount.group) ?? []), amount]);
  }
  const kinds: Kind[] = [];
  for (const members of byGroup.values()) {
    let place = 0;
    for (const { id, title, payer } of members) {
      const known = kinds.findIndex((kind) => kind.id === id);
      if (known === -1) kinds.splice(place, 0, { id, title, payer });
      place = (known === -1 ? place : known) + 1;
    }
  }
  return { kinds, groups: [...byGroup].map(([title, members]) => withShares(title, members, kinds)) };
}

function withShares(title: string, members: readonly Amount[], kinds: readonly Kind[]): AmountGroup {
  const total = members.reduce((sum, amount) => sum + amount.fen, 0);
  let before = 0;
  const shares = members
    .map((amount) => ({ amount, kind: kinds.findIndex(({ id }) => id === amount.id) }))
    .toSorted((a, b) => a.kind - b.kind)
    .map(({ amount, kind }): Share => {
      const start = total === 0 ? 0 : before / total;
      before += amount.fen;
      return { amount, kind, start, size: total === 0 ? 0 : amount.fen / total };
    });
  return { title, total, shares };
}
