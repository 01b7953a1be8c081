import { sha256 } from "../../file/canonical.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreError, StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import { OFFICE_FIGURES, PACKS, READING_CHOICES, type PackRow } from "./columns.ts";
import type { Store } from "../../types.ts";

type PolicyStore = Store["policy"];

/** The file gives the number. */
const FIGURE = OFFICE_FIGURES.without("number");
const CHOICE = READING_CHOICES.without("number");

const packByHash = (reader: Reader, hash: string): PackRow | undefined => PACKS.get(reader, "WHERE hash = ?", hash);

export const policyReads = (reader: Reader): Pick<PolicyStore, "officeFigures" | "readingChoices" | "packByHash"> => ({
  officeFigures: (city) => FIGURE.all(reader, "WHERE city = ? ORDER BY figure, from_date", city),
  readingChoices: (city) =>
    CHOICE.all(
      reader,
      `WHERE city = ? AND number = (SELECT max(number) FROM reading_choices AS every
         WHERE every.city = reading_choices.city AND every.reading = reading_choices.reading)
       ORDER BY reading`,
      city,
    ),
  packByHash: (hash) => packByHash(reader, hash),
});

export function policyWrites(perform: Perform): Pick<PolicyStore, "addOfficeFigure" | "chooseReading" | "rememberPack"> {
  return {
    addOfficeFigure(act, row) {
      perform(act, "policy.addOfficeFigure", (writer) => {
        const clerk = requireClerk(writer, act);
        if (row.to < row.from) throw new StoreRefusal("figure-invalid", `${row.figure}: ${row.to} is before ${row.from}`);
        const overlap = FIGURE.get(
          writer,
          "WHERE city = ? AND figure = ? AND from_date <= ? AND to_date >= ?",
          row.city,
          row.figure,
          row.to,
          row.from,
        );
        if (overlap !== undefined) {
          throw new StoreRefusal("figure-overlap", `${row.figure} has a value from ${overlap.from} to ${overlap.to}`);
        }
        FIGURE.insert(writer, { ...row, clerkName: clerk.name, at: act.at });
        return { answer: null, subject: row.figure, detail: { ...row } };
      });
    },
    chooseReading(act, row) {
      perform(act, "policy.chooseReading", (writer) => {
        const clerk = requireClerk(writer, act);
        CHOICE.insert(writer, { ...row, clerkName: clerk.name, at: act.at });
        return { answer: null, subject: row.reading, detail: { ...row } };
      });
    },
    rememberPack(act, pack) {
      perform(act, "policy.rememberPack", (writer) => {
        // its name is what proves it, for as long as cases are decided once more by it
        if (sha256(pack.source) !== pack.hash) throw new StoreRefusal("bad-input", `${pack.hash} is not the hash of its source`);
        const known = packByHash(writer, pack.hash);
        if (known !== undefined && known.source !== pack.source) {
          throw new StoreError("corrupt", `pack ${pack.hash} is stored with another source`);
        }
        if (known === undefined) PACKS.insert(writer, pack);
        return {
          answer: null,
          subject: pack.hash,
          detail: { city: pack.city, version: pack.version },
          unaudited: known !== undefined,
        };
      });
    },
  };
}
