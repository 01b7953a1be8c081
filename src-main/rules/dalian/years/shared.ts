/** What the pieces about years take of the words of a matter that still binds its names itself. */
import type { Bindings } from "../../engine/formula.ts";

export function sharedWords<Words>(names: Bindings): Words {
  for (const id of ["cumulativeYears", "localYears", "cumulativeToppedUp", "localToppedUp"]) names.condition(id);
  for (const id of ["transferred", "deemed", "overlap"]) names.coverage(id);
  for (const id of ["serviceTyped", "keepPaying"]) names.notice(id);
  names.amount("monthlyPremium");
  names.date("payUntil");
  names.material("discharge-paper");
  return names.words() as unknown as Words;
}
