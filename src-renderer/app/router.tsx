import { createHashHistory, createRootRoute, createRoute, createRouter } from "@tanstack/react-router";
import { CASE_STATES } from "../../src-shared/domain/case.ts";
import { FiguresPage } from "../admin/figures-page.tsx";
import { OfficePage } from "../admin/office-page.tsx";
import { CaseList } from "../cases/case-list.tsx";
import { CasePage } from "../cases/case-page.tsx";
import { FlowScreen } from "../counter/flow-screen.tsx";
import { Home } from "../counter/home.tsx";
import { PolicyPage, type PolicySearch } from "../policy/policy-page.tsx";
import { Frame } from "./frame.tsx";
import { NotFound } from "./not-found.tsx";

const words = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const homeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/", component: Home });

const formRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/form/$draftId",
  /** `matter` starts an empty form when nothing is stored under the id yet. */
  validateSearch: (search: Record<string, unknown>): { matter?: string } =>
    search.matter === undefined ? {} : { matter: words(search.matter) },
  component: function Form() {
    const { draftId } = formRoute.useParams();
    const { matter } = formRoute.useSearch();
    return <FlowScreen key={draftId} draftId={draftId} matter={matter ?? null} />;
  },
});

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases",
  validateSearch: (search: Record<string, unknown>) => ({
    text: words(search.text),
    state: CASE_STATES.find((state) => state === search.state) ?? null,
    page: Math.max(1, Math.trunc(Number(search.page)) || 1),
  }),
  component: function Cases() {
    return <CaseList search={casesRoute.useSearch()} />;
  },
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$caseId",
  /** `paper` opens the papers at once: after a submission. */
  validateSearch: (search: Record<string, unknown>): { done?: true } => (search.done === true ? { done: true } : {}),
  component: function Case() {
    const { caseId } = caseRoute.useParams();
    const { done } = caseRoute.useSearch();
    return <CasePage key={caseId} caseId={caseId} justDone={done === true} />;
  },
});

/** `/policy/<city>/figure/<id>` opens one entry; `line` marks a line in it, `find` shows what holds the words. */
const policyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/policy/{-$city}/{-$kind}/{-$id}",
  validateSearch: (search: Record<string, unknown>): PolicySearch => ({
    ...(search.find === undefined ? {} : { find: words(search.find) }),
    ...(search.line === undefined ? {} : { line: words(search.line) }),
  }),
  component: function Policy() {
    return <PolicyPage address={policyRoute.useParams()} search={policyRoute.useSearch()} />;
  },
});

const figuresRoute = createRoute({ getParentRoute: () => rootRoute, path: "/figures", component: FiguresPage });
const officeRoute = createRoute({ getParentRoute: () => rootRoute, path: "/office", component: OfficePage });

export const router = createRouter({
  routeTree: rootRoute.addChildren([homeRoute, formRoute, casesRoute, caseRoute, policyRoute, figuresRoute, officeRoute]),
  history: createHashHistory(),
  defaultPreload: false,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
