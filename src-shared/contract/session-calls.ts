/** First start, signing in, locking and the clerk's own password. */
import { z } from "zod";
import type { ClerkIdentity } from "../domain/roles.ts";
import {
  call,
  EVERYBODY,
  line,
  login,
  nothing,
  officeCities,
  password,
  personName,
  reason,
  recoveryCode,
  requestId,
} from "./define.ts";
import type { NewClerk } from "./office-views.ts";
import type { SessionStatus } from "./views.ts";

export const sessionCalls = {
  "session.status": call<SessionStatus>()("anyone", nothing),
  /** Refused: `already-set-up`, `setup-code-wrong`, `slow-down`, `password-weak`. */
  "session.setup": call<ClerkIdentity>()(
    "anyone",
    z.strictObject({
      requestId,
      office: z.strictObject({
        code: z.string().regex(/^[0-9A-Z]{4,12}$/),
        name: line.trim().min(2).max(60),
        cities: officeCities,
      }),
      login,
      name: personName,
      password,
      /** As the starter shows it, where it shows one. */
      code: z.string().max(40).default(""),
    }),
  ),
  /** Before an office is set up: a backup is to take its place. From then on only `rescue` calls are answered. Refused: `already-set-up`. */
  "session.beginRestore": call<null>()("anyone", nothing),
  /** Also ends another clerk's locked session on the same window. Refused: `wrong-password`, `slow-down`. */
  "session.login": call<ClerkIdentity>()("anyone", z.strictObject({ login: z.string().trim().min(1).max(40), password })),
  /**
   * Where no administrator is there any more: the recovery code, and somebody of the office who stands by with a password of their
   * own, make one (`name`), or give a present one a new password (`name: null`). Everybody is told until a third person confirms it.
   * Refused: `recovery-code-wrong`, `recovery-code-needed` (none was ever made), `second-person-needed` (with whom it takes),
   * `wrong-password`, `slow-down`, `not-found` (no such administrator), `login-taken`, `name-taken`.
   */
  "session.replaceAdministrator": call<NewClerk>()(
    "anyone",
    z.strictObject({
      requestId,
      recoveryCode,
      /** `null` in an office of one. */
      witness: z.strictObject({ login: z.string().trim().min(1).max(40), password }).nullable(),
      administrator: z.strictObject({ login, name: personName.nullable() }),
      reason,
    }),
  ),
  "session.logout": call<null>()(EVERYBODY, nothing),
  /** The session stays, and so do its drafts; until it is unlocked everything else is refused with `locked`. */
  /** `idle`: the page found that nobody has touched keyboard or mouse. */
  "session.lock": call<null>()(EVERYBODY, z.strictObject({ by: z.enum(["clerk", "idle"]).default("clerk") })),
  /**
   * The machine's clock is right though it is doubted (`SessionStatus.clockDoubt`): everything goes on from now. Only an active
   * administrator, who needs not be the one signed in here. Refused: `wrong-password` (also for clerks of other roles), `slow-down`.
   */
  "clock.confirm": call<null>()("anyone", z.strictObject({ login: z.string().trim().min(1).max(40), password })),
  /** The same clerk's password. Refused: `wrong-password`, `slow-down`. */
  "session.unlock": call<ClerkIdentity>()(EVERYBODY, z.strictObject({ password })),
  /** Refused: `wrong-password`, `slow-down`, `password-weak`. */
  "session.changePassword": call<null>()(EVERYBODY, z.strictObject({ requestId, current: password, next: password })),
} as const;
