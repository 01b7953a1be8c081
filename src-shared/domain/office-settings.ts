/** What an office settles for itself. Every change is kept with who made it and why. */
import { z } from "zod";
import { oneLine } from "./fold.ts";
import { MAX_FEN } from "./money.ts";
import { REVIEW_ROLES } from "./roles.ts";

const matterId = z.string().min(1).max(64);

/** When a matter of money needs a second person. */
export const REVIEW_RULES = ["by-amount", "always", "never"] as const;
export type ReviewRule = (typeof REVIEW_RULES)[number];

export const officeSettingsSchema = z.strictObject({
  /** A session locks after so many minutes without an act. */
  lockAfterMinutes: z.int().min(1).max(120),
  /** A password that an administrator has given opens nothing any more after so many days. Later than the others: old rows have none. */
  oneTimePasswordDays: z.int().min(1).max(30).default(3),
  review: z.strictObject({
    on: z.boolean(),
    /** From this amount on, paid or collected, a case needs a second person. */
    fromFen: z.int().min(0).max(MAX_FEN),
    /** Matters that differ from `by-amount`. */
    matters: z.array(z.strictObject({ matter: matterId, rule: z.enum(REVIEW_RULES) })).max(500),
    roles: z.array(z.enum(REVIEW_ROLES)).min(1).max(REVIEW_ROLES.length),
  }),
  promises: z.strictObject({
    on: z.boolean(),
    /** For matters without a time limit of their own. */
    workingDays: z.int().min(1).max(120),
    /** Materials that the office's published list lets follow later, beside those the policy data names. */
    materials: z.array(z.strictObject({ matter: matterId, material: z.string().min(1).max(64) })).max(1000),
    /** The document that publishes the list. */
    document: z.string().overwrite(oneLine).max(200),
  }),
  /** Time limits for deciding, where the policy data states none. */
  timeLimits: z.array(z.strictObject({ matter: matterId, workingDays: z.int().min(1).max(365) })).max(500),
  /** A case or promise is due soon within so many working days. */
  dueSoonWorkingDays: z.int().min(0).max(60),
});
export type OfficeSettings = z.output<typeof officeSettingsSchema>;

/** In force until an administrator says otherwise: whoever moves money has somebody look at it. */
export const USUAL_SETTINGS: OfficeSettings = {
  lockAfterMinutes: 10,
  oneTimePasswordDays: 3,
  review: { on: true, fromFen: 0, matters: [], roles: ["reviewer", "supervisor"] },
  promises: { on: true, workingDays: 5, materials: [], document: "" },
  timeLimits: [],
  dueSoonWorkingDays: 3,
};
