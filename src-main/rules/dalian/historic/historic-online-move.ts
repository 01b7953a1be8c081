/** DH-10, a move between the city and its districts: the medical relation follows the pension relation. Source: press (`s3-pooling`). */
import { define } from "../../generated/dalian/historic-online-move.ts";
import { listed, withPast } from "./past-month.ts";

export default define(
  (words) => ({ ...withPast(words, words.table.historicPeriods.in.matter.onlineMove), list: words.checklist("refused") }),
  listed,
);
