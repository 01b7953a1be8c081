/** DH-09, referral to another city: registered online by the city hospital. Source: press (`s3-pooling`). */
import { define } from "../../generated/dalian/historic-referral.ts";
import { listed, withPast } from "./past-month.ts";

export default define(
  (words) => ({ ...withPast(words, words.table.historicPeriods.in.matter.referral), list: words.checklist("refused") }),
  listed,
);
