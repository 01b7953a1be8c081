/**
 * Wrong tries at what is no clerk's login, and at codes: counted like those at a login that there is, over restarts and whatever the
 * case of the letters, so that neither the delay nor its end tells which logins there are. Kept under a hash: it may be a password
 * that somebody typed into the wrong field.
 */
import { sha256 } from "../../file/canonical.ts";
import type { Reader } from "../../file/connection.ts";
import type { Perform } from "../../file/operation.ts";
import { UNKNOWN_LOGINS } from "./columns.ts";
import type { Store } from "../../types.ts";

/** Whoever tries more names than that has other ways; the oldest are forgotten. */
const MOST = 1000;
const hashOf = (name: string): string => sha256(`login ${name.toLowerCase()}`);

const TRIES = UNKNOWN_LOGINS.part("failedLogins", "lastFailedAt");

export const unknownLoginReads = (reader: Reader): Pick<Store["unknownLogins"], "of"> => ({
  of: (name) =>
    TRIES.get(reader, "WHERE login_hash = ?", hashOf(name)) ?? {
      failedLogins: 0,
      lastFailedAt: null,
    },
});

export const unknownLoginWrites = (perform: Perform): Pick<Store["unknownLogins"], "record" | "forget"> => ({
  record(act, name) {
    perform(act, "clerks.recordUnknownLogin", (writer) => {
      UNKNOWN_LOGINS.insert(
        writer,
        { loginHash: hashOf(name), failedLogins: 1, lastFailedAt: act.at },
        "ON CONFLICT (login_hash) DO UPDATE SET failed_logins = failed_logins + 1, last_failed_at = excluded.last_failed_at",
      );
      writer.run(
        `DELETE FROM unknown_logins WHERE login_hash NOT IN
           (SELECT login_hash FROM unknown_logins ORDER BY last_failed_at DESC, login_hash LIMIT ?)`,
        MOST,
      );
      return { answer: null, subject: null, detail: {}, unaudited: true };
    });
  },
  forget(act, name) {
    perform(act, "clerks.recordUnknownLogin", (writer) => {
      writer.run("DELETE FROM unknown_logins WHERE login_hash = ?", hashOf(name));
      return { answer: null, subject: null, detail: {}, unaudited: true };
    });
  },
});
