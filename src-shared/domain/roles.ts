/** 经办, 复核, 主管, 管理员, 审计 */
export const ROLES = ["clerk", "reviewer", "supervisor", "administrator", "auditor"] as const;
export type Role = (typeof ROLES)[number];

export interface ClerkIdentity {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
}
