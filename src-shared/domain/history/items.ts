/** The items of a typed line, and where they stand in it. */
export interface Item {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A place alone belongs to what follows it: read by itself it would leave the months of another city as months of this one. */
const PLACE_ALONE = /^(?:\.\.)?(?:外地|[wｗＷW]|[@＠]\p{Script=Han}+)$/u;
const BEGINS_WITH_DASH = /^(?:[-~～至到—–―−－]|今|现在)/;
const ENDS_WITH_DASH = /[-~～至到—–―−－]$/;
const MONTH_ALONE = /^(?:[\d０-９./．年月]+|\d{4}-\d{1,2})$/;

/** Items lie between blanks and commas; a blank within one, beside a dash or after a place, does not part it. */
export function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  const one = /[^\s,，;；、。]+/gu;
  for (let match = one.exec(text); match !== null; match = one.exec(text)) {
    const item = { text: match[0], start: match.index, end: one.lastIndex };
    const before = items.at(-1);
    const isNext = before !== undefined && text.slice(before.end, item.start).trim() === "";
    if (isNext && isContinued(before.text, item.text)) {
      items[items.length - 1] = { text: text.slice(before.start, item.end), start: before.start, end: item.end };
    } else {
      items.push(item);
    }
  }
  return items;
}

const isContinued = (before: string, next: string): boolean =>
  PLACE_ALONE.test(before) || BEGINS_WITH_DASH.test(next) || (ENDS_WITH_DASH.test(before) && MONTH_ALONE.test(next));
