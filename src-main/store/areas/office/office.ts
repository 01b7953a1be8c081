/** The office of this store: its code and name, and the cities whose matters are done here. */
import type { Office } from "../../../../src-shared/contract/office.ts";
import type { Reader, Writer } from "../../file/connection.ts";
import { StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { OFFICE, OFFICE_CITIES } from "./columns.ts";
import type { Store } from "../../types.ts";

const OF_OFFICE = OFFICE.part("code", "name");

function office(reader: Reader): Office | null {
  const row = OF_OFFICE.get(reader, "");
  if (row === undefined) return null;
  const cities = OFFICE_CITIES.all(reader, "ORDER BY position").map(({ city }) => city);
  return { ...row, cities };
}

function writeCities(writer: Writer, cities: readonly string[]): void {
  if (cities.length === 0) throw new StoreRefusal("bad-input", "an office needs a city");
  if (new Set(cities).size < cities.length) throw new StoreRefusal("bad-input", "a city is named twice");
  writer.run("DELETE FROM office_cities");
  for (const [position, city] of cities.entries()) {
    OFFICE_CITIES.insert(writer, { position, city });
  }
}

/** First start, inside the operation that sets up the administrator. */
export function insertOffice(writer: Writer, { code, name, cities }: Office): void {
  OFFICE.insert(writer, { onlyOne: 1, code, name });
  writeCities(writer, cities);
}

export const officeReads = (reader: Reader): Pick<Store["office"], "get"> => ({ get: () => office(reader) });

export const officeWrites = (perform: Perform): Pick<Store["office"], "chooseCities"> => ({
  chooseCities(act, cities) {
    perform(act, "office.chooseCities", (writer) => {
      requireClerk(writer, act);
      const before = office(writer);
      if (before === null) throw new StoreRefusal("not-found", "no office is set up");
      writeCities(writer, cities);
      return { answer: null, subject: before.code, detail: { before: [...before.cities], after: [...cities] } };
    });
  },
});
