/** The office's people: made, renamed, given a role and a password, switched off. Nobody is ever deleted. */
import { randomUUID } from "node:crypto";
import type { ClerkView, NewClerkView } from "../../../src-shared/contract/index.ts";
import type { ClerkRow } from "../../store/areas/office/types.ts";
import { REVIEW_ROLES, type Role } from "../../../src-shared/domain/roles.ts";
import { openWorkOf } from "../counter/forms-of-others.ts";
import type { AreaHandlers, ClerkContext } from "../frame/handlers.ts";
import { CLERK_TEXT } from "./text.ts";
import { GivenPasswords, isOneTimeOver, oneTimePassword, oneTimeUntil } from "../session/one-time-passwords.ts";
import type { PasswordDesk } from "../session/password-desk.ts";
import { personsOf } from "../people/persons.ts";
import { Refusal } from "../frame/refusal.ts";
import { confirmsThemself, isRescued } from "../session/replacing-administrator.ts";
import {
  isWatching,
  requireOthersLeft,
  requireSecondPerson,
  secondOrNobody,
  type SecondInput,
} from "../session/second-person.ts";
import { actingOf, requireTime } from "../session/standing-in.ts";
import { actOf, type DeskTools } from "../frame/tools.ts";

/** Who says of any account that it is the person whose name it bears. */
const CONFIRMING: ReadonlySet<Role> = new Set(["supervisor", "administrator"]);

export function clerkView({ store, clock }: Pick<DeskTools, "store" | "clock">, row: ClerkRow): ClerkView {
  const { id, login, name, role, active, mustChangePassword, givenBy, createdAt, lastLoginAt } = row;
  return {
    id,
    login,
    name,
    role,
    acting: actingOf(row),
    active,
    mustChangePassword,
    oneTimeUntil: oneTimeUntil(store, row),
    oneTimeOver: isOneTimeOver(store, row, clock.now()),
    unconfirmed: givenBy !== null,
    createdAt: createdAt === "" ? null : createdAt,
    lastLoginAt,
  };
}

export function clerksCalls(tools: DeskTools, passwords: PasswordDesk): AreaHandlers<"clerks"> {
  const { store } = tools;
  const given = new GivenPasswords();

  function requireClerk(id: string): ClerkRow {
    const row = store.clerks.byId(id);
    if (!row) throw new Refusal("not-found");
    return row;
  }

  const view = (id: string): ClerkView => clerkView(tools, requireClerk(id));

  function answer(id: string, password: string | null): NewClerkView {
    return { clerk: view(id), oneTimePassword: password };
  }

  function again(requestId: string): NewClerkView | undefined {
    const first = given.of(requestId);
    return first && answer(first.clerkId, first.password);
  }

  /** Rights over what others do are not given, nor those who watch taken away, by one alone; only where nobody and nothing could stand by. */
  async function standingBy(
    second: SecondInput,
    weighty: boolean,
    { clerk }: ClerkContext,
    operation: string,
    concerned?: string,
  ): Promise<{ readonly second?: string }> {
    if (!weighty) return {};
    return { second: await secondOrNobody(tools, passwords, clerk, second, operation, concerned) };
  }

  return {
    "clerks.names": () => store.clerks.list().map(({ id, name, role, active }) => ({ id, name, role, active })),
    "clerks.list": () => store.clerks.list().map((row) => clerkView(tools, row)),

    "clerks.create": async ({ requestId, login, name, role, second }, context) => {
      const before = again(requestId);
      if (before) return before;
      const stoodBy = await standingBy(second, mayReviewAs(role), context, "clerks.create");
      const password = oneTimePassword();
      const passwordHash = await passwords.hash(password);
      const id = randomUUID();
      store.clerks.add(actOf(tools, context, "clerks.create", requestId), {
        id,
        login,
        name,
        role,
        passwordHash,
        mustChangePassword: true,
        ...stoodBy,
      });
      // a request answered by an earlier process made a clerk of another id, whose password is gone
      const made = store.clerks.byLogin(login)!;
      if (made.id !== id) return answer(made.id, null);
      given.remember(requestId, id, password);
      return answer(id, password);
    },

    "clerks.rename": ({ requestId, id, name }, context) => {
      requireClerk(id);
      store.clerks.change(actOf(tools, context, "clerks.rename", requestId), id, { name });
      return view(id);
    },

    "clerks.changeRole": async ({ requestId, id, role, until, second }, context) => {
      const { role: before, permanentRole } = requireClerk(id);
      if (id === context.clerk.id && role !== context.clerk.role) refuseSelf();
      if (until !== null) requireTime(tools, until);
      // the role that stays is none to stand in for
      const change = until === null || role === permanentRole ? ({ role, acting: null } as const) : { acting: { role, until } };
      const unchanged = new Set([before, permanentRole, role]).size === 1;
      const weighty = [before, permanentRole].some(isWatching) || mayReviewAs(role);
      const stoodBy = unchanged ? {} : await standingBy(second, weighty, context, "clerks.changeRole", id);
      store.clerks.change(actOf(tools, context, "clerks.changeRole", requestId), id, { ...change, ...stoodBy });
      return view(id);
    },

    "clerks.resetPassword": async ({ requestId, id, second }, context) => {
      const before = again(requestId);
      if (before) return before;
      const stoodBy = await requireOthersLeft(tools, passwords, context.clerk, second, requireClerk(id));
      const password = oneTimePassword();
      const passwordHash = await passwords.hash(password);
      const act = actOf(tools, context, "clerks.resetPassword", requestId);
      store.clerks.change(act, id, { passwordHash, mustChangePassword: true, ...stoodBy });
      if (requireClerk(id).passwordHash !== passwordHash) return answer(id, null);
      given.remember(requestId, id, password);
      return answer(id, password);
    },

    "clerks.setActive": async ({ requestId, id, active, reason, second }, context) => {
      const before = requireClerk(id);
      if (id === context.clerk.id && !active) refuseSelf();
      const changes = before.active !== active;
      const weighty = [before.role, before.permanentRole].some(isWatching);
      const stoodBy = changes ? await standingBy(second, weighty, context, "clerks.setActive", id) : {};
      store.clerks.change(actOf(tools, context, "clerks.setActive", requestId), id, { active, reason, ...stoodBy });
      return view(id);
    },

    "clerks.confirm": async ({ requestId, id, second }, context) => {
      requireClerk(id);
      const { clerk } = context;
      const act = actOf(tools, context, "clerks.confirm", requestId);
      // a retried request finds it confirmed
      if (store.audit.inputOf(requestId) !== undefined) return view(id);
      if (!CONFIRMING.has(clerk.role) && !isRescued(store, id)) throw new Refusal("not-allowed");
      if (id === clerk.id && !confirmsThemself(tools, id)) throw new Refusal("same-person", { message: CLERK_TEXT.ownAccount });
      if (!personsOf(store).same(id, clerk.id)) store.clerks.confirm(act, id);
      else store.clerks.confirm(act, id, await requireSecondPerson(tools, passwords, clerk, second, "clerks.confirm", id));
      return view(id);
    },

    "clerks.openWork": ({ id }) => openWorkOf(tools, requireClerk(id).id),
  };
}

const mayReviewAs = (role: Role): boolean => REVIEW_ROLES.some((one) => one === role);

/** So that an office cannot lock itself out by a slip; the store guards the last administrator besides. */
function refuseSelf(): never {
  throw new Refusal("last-administrator", { message: CLERK_TEXT.self });
}
