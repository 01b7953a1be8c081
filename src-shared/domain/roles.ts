/** 经办, 复核, 主管, 管理员, 审计 */
export const ROLES = ["clerk", "reviewer", "supervisor", "administrator", "auditor"] as const;
export type Role = (typeof ROLES)[number];

/** Who works at the counter. Auditors read, and write nothing but their own password. */
export const COUNTER_ROLES = ["clerk", "reviewer", "supervisor", "administrator"] as const;
/** Who may be named as second person by the office's settings. */
export const REVIEW_ROLES = ["reviewer", "supervisor", "administrator"] as const;

export const isAtCounter = ({ role }: { readonly role: Role }): boolean => COUNTER_ROLES.some((one) => one === role);

export interface ClerkIdentity {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}
