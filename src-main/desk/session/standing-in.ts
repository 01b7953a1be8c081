/** Roles for a time end by themselves at the end of their last day: the store counts them as over, this puts them away and says so. */
import { formatDate, parseDate, toPlainDate } from "../../../src-shared/domain/calendar.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import { faultForLog } from "../frame/fault-log.ts";
import { STANDING_IN_TEXT } from "./text.ts";
import { Refusal } from "../frame/refusal.ts";
import type { DeskTools } from "../frame/tools.ts";

type Tools = Pick<DeskTools, "store" | "clock" | "logger">;

/** Called at every call; looks once a day. What cannot be written now (a full disk) is tried again, and gives no right meanwhile. */
export function endStandingIn({ store, clock, logger }: Tools): () => void {
  let lookedOn = 0;
  return () => {
    const today = clock.today();
    if (today === lookedOn) return;
    try {
      for (const { id } of store.clerks.actingOver())
        store.clerks.endActing({ operation: "clerks.endActing", clerkId: null, at: clock.now(), requestId: null }, id);
      lookedOn = today;
    } catch (error) {
      logger.warn(faultForLog(error), "a role for a time could not be put away yet");
    }
  };
}

const LONGEST_DAYS = 366;

/** @throws Refusal `bad-input` */
export function requireTime({ clock }: Pick<DeskTools, "clock">, until: string): void {
  const today = clock.today();
  const latest = toPlainDate(today).add({ days: LONGEST_DAYS }).toString();
  if (parseDate(until) !== undefined && until >= formatDate(today) && until <= latest) return;
  const message = STANDING_IN_TEXT.untilOutside;
  throw new Refusal("bad-input", { message, fields: [{ fact: "until", code: "range", message }] });
}

/** As views tell it. */
export const actingOf = ({ acting, permanentRole }: Pick<ClerkRow, "acting" | "permanentRole">) =>
  acting === null ? null : { until: acting.until, after: permanentRole };
