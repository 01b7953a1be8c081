/** Renders parts of the window with everything around them, and finds things as a person would: by role and name. */
import { MantineProvider } from "@mantine/core";
import { QueryClientProvider, type QueryClient } from "@tanstack/react-query";
import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from "@tanstack/react-router";
import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach } from "vitest";
import type { SessionStatus } from "../../../src-shared/contract/session.ts";
import { CommandProvider } from "../../../src-renderer/app/keys/commands.tsx";
import { makeQueryClient } from "../../../src-renderer/app/calls/query-client.ts";
import { SessionProvider } from "../../../src-renderer/app/session/session.tsx";
import { theme } from "../../../src-renderer/app/theme.ts";

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

export const clerk = { id: "c1", login: "demo", name: "经办甲", role: "administrator" } as const;

export const status: SessionStatus = {
  needsSetup: false,
  setupNeedsCode: false,
  demo: true,
  clerk,
  locked: false,
  passwordChangeNeeded: false,
  resets: [],
  lockAfterMinutes: 10,
  textSize: "usual",
  otherOffices: [],
  acting: null,
  administratorToConfirm: null,
  restoreToConfirm: null,
  newMachine: null,
  office: { code: "2102", name: "试验区中心", cities: ["testcity"] },
  today: "2025-07-15",
  clockDoubt: null,
  host: "browser",
  version: "0",
  cities: [{ id: "testcity", title: "试验市" }],
};

const mounted: Root[] = [];

afterEach(async () => {
  await act(async () => {
    for (const root of mounted.splice(0)) root.unmount();
  });
  document.body.replaceChildren();
});

/** @param at where in the window it stands
 * @returns the cache behind the screen, to have it ask again */
export async function show(children: ReactNode, at = "/"): Promise<QueryClient> {
  const client = makeQueryClient();
  const container = document.createElement("div");
  document.body.append(container);
  const root = createRoot(container);
  mounted.push(root);
  const rootRoute = createRootRoute();
  const route = (path: string, body: ReactNode) => createRoute({ getParentRoute: () => rootRoute, path, component: () => body });
  const router = createRouter({
    routeTree: rootRoute.addChildren([
      route("/", children),
      route("/policy/{-$city}/{-$kind}/{-$id}", children),
      route("/cases/$caseId", "办件页"),
      route("/people/$personId", "档案页"),
      route("/review", "复核列表"),
      route("/review/$caseId", "复核页"),
      route("/form/$draftId", "表单页"),
    ]),
    history: createMemoryHistory({ initialEntries: [at] }),
  });
  await act(async () => {
    root.render(
      <MantineProvider theme={theme} env="test">
        <QueryClientProvider client={client}>
          <CommandProvider>
            <SessionProvider session={{ ...status, clerk }}>
              <RouterProvider router={router as never} />
            </SessionProvider>
          </CommandProvider>
        </QueryClientProvider>
      </MantineProvider>,
    );
  });
  await settle();
  return client;
}

/** Lets pauses in typing pass and answers arrive. */
export const settle = (milliseconds = 200): Promise<void> =>
  act(() => new Promise<void>((resolve) => setTimeout(resolve, milliseconds)));

/** Waits for what must come; says what is there instead when it does not. */
export async function until(holds: () => boolean, what: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (holds()) return;
    await settle(20);
  }
  throw new Error(`${what} did not come: ${document.body.textContent}`);
}

export const focus = (element: HTMLElement): Promise<void> =>
  act(async () => {
    element.focus();
  });

const ROLES: Readonly<Record<string, string>> = {
  button: "button, [role=button]",
  textbox: "input:not([type=radio]):not([type=checkbox]), textarea",
  radio: "input[type=radio]",
  checkbox: "input[type=checkbox]",
  region: "section, [role=region]",
  heading: "h1, h2, h3",
  treeitem: "[role=treeitem]",
  dialog: "[role=dialog]",
};

function nameOf(element: Element): string {
  const label = element.getAttribute("aria-label");
  if (label !== null) return label;
  if (element.id !== "") {
    const own = document.querySelector(`label[for="${element.id}"]`);
    if (own) return own.textContent.trim();
  }
  return element.textContent.trim();
}

export function all(role: string, name?: string): HTMLElement[] {
  return [...document.body.querySelectorAll<HTMLElement>(ROLES[role] ?? role)].filter(
    (element) => name === undefined || nameOf(element).startsWith(name),
  );
}

export const find = (role: string, name?: string): HTMLElement | undefined => all(role, name)[0];

export function get(role: string, name?: string): HTMLElement {
  const found = find(role, name);
  if (!found) throw new Error(`no ${role} ${name ?? ""} among: ${all(role).map(nameOf).join(" | ")}`);
  return found;
}

export async function type(element: HTMLElement, value: string): Promise<void> {
  const setter = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element) as object, "value")?.set;
  await act(async () => {
    element.focus();
    setter?.call(element, value);
    element.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

export const press = (key: string, target?: Element): Promise<void> => pressWith({ key }, target);

/** A key together with others, e.g. Ctrl. */
export async function pressWith(
  keys: KeyboardEventInit,
  target: Element = document.activeElement ?? document.body,
): Promise<void> {
  await act(async () => {
    target.dispatchEvent(new KeyboardEvent("keydown", { ...keys, bubbles: true, cancelable: true }));
  });
}

export async function click(element: HTMLElement): Promise<void> {
  await act(async () => {
    element.click();
  });
}
