import { sha256 } from "../../file/canonical.ts";
import type { Reader } from "../../file/connection.ts";
import { StoreError, StoreRefusal } from "../../file/errors.ts";
import { requireClerk, type Perform } from "../../file/operation.ts";
import type { OfficeFigureRow, PackRow, ReadingChoiceRow } from "./types.ts";
import type { Store } from "../../types.ts";

type PolicyStore = Store["policy"];

const packByHash = (reader: Reader, hash: string): PackRow | undefined =>
  reader.get<PackRow>("SELECT hash, city, version, source FROM packs WHERE hash = ?", hash);

export const policyReads = (reader: Reader): Pick<PolicyStore, "officeFigures" | "readingChoices" | "packByHash"> => ({
  officeFigures: (city) =>
    reader.all<OfficeFigureRow>(
      `SELECT figure, city, from_date AS "from", to_date AS "to", value, document, note, clerk_name AS clerkName, at
       FROM office_figures WHERE city = ? ORDER BY figure, from_date`,
      city,
    ),
  readingChoices: (city) =>
    reader.all<ReadingChoiceRow>(
      `SELECT reading, city, option, reason, clerk_name AS clerkName, at FROM reading_choices AS choice
       WHERE city = ? AND number =
         (SELECT max(number) FROM reading_choices WHERE city = choice.city AND reading = choice.reading)
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
        const overlap = writer.get<{ from_date: string; to_date: string }>(
          "SELECT from_date, to_date FROM office_figures WHERE city = ? AND figure = ? AND from_date <= ? AND to_date >= ?",
          row.city,
          row.figure,
          row.to,
          row.from,
        );
        if (overlap !== undefined) {
          throw new StoreRefusal("figure-overlap", `${row.figure} has a value from ${overlap.from_date} to ${overlap.to_date}`);
        }
        writer.run(
          `INSERT INTO office_figures (city, figure, from_date, to_date, value, document, note, clerk_name, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
          row.city,
          row.figure,
          row.from,
          row.to,
          row.value,
          row.document,
          row.note,
          clerk.name,
          act.at,
        );
        return { answer: null, subject: row.figure, detail: { ...row } };
      });
    },
    chooseReading(act, row) {
      perform(act, "policy.chooseReading", (writer) => {
        const clerk = requireClerk(writer, act);
        writer.run(
          "INSERT INTO reading_choices (city, reading, option, reason, clerk_name, at) VALUES (?, ?, ?, ?, ?, ?)",
          row.city,
          row.reading,
          row.option,
          row.reason,
          clerk.name,
          act.at,
        );
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
        if (known === undefined) {
          const { hash, city, version, source } = pack;
          writer.run("INSERT INTO packs (hash, city, version, source) VALUES (?, ?, ?, ?)", hash, city, version, source);
        }
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
