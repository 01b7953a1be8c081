/** The pages of the administration, and for whom each is: the call that it cannot do without. */
import type { CallName } from "../../src-shared/contract/calls.ts";
import type { Role } from "../../src-shared/domain/roles.ts";
import { mayCall } from "../ui/calls/rights.ts";

const ADMIN_PAGES = ["clerks", "settings", "cities", "safety", "audit", "looks", "diagnosis"] as const;
export type AdminPage = (typeof ADMIN_PAGES)[number];

const NEEDS: Record<AdminPage, CallName> = {
  clerks: "clerks.list",
  settings: "office.settings",
  cities: "office.chooseCities",
  safety: "backup.status",
  audit: "audit.list",
  looks: "audit.list",
  diagnosis: "diagnosis.get",
};

export const adminPagesOf = (role: Role): readonly AdminPage[] => ADMIN_PAGES.filter((page) => mayCall(NEEDS[page], role));
