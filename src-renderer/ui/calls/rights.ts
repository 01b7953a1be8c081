/** Which roles a call is for, as the contract says: what nobody may do has no button. */
import { calls, type CallName } from "../../../src-shared/contract/calls.ts";
import type { Role } from "../../../src-shared/domain/roles.ts";
import { useSession } from "../../app/session/session.tsx";

export function mayCall(name: CallName, role: Role): boolean {
  const { access } = calls[name];
  // nobody is signed in where those are answered
  if (access === "rescue") return false;
  return access === "anyone" || access.some((allowed) => allowed === role);
}

export const useMay = (name: CallName): boolean => mayCall(name, useSession().clerk.role);
