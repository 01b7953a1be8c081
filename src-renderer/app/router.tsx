import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from "@tanstack/react-router";
import { AdminPage } from "../admin/admin-page.tsx";
import { readAuditSearch } from "../admin/audit/audit-search.ts";
import { FiguresPage } from "../admin/figures/figures-page.tsx";
import { DUES, readCaseSearch } from "../cases/case-filter.ts";
import { CaseList } from "../cases/case-list.tsx";
import { CasePage } from "../cases/case-page.tsx";
import { FlowScreen } from "../counter/flow-screen.tsx";
import { Home } from "../counter/home/home.tsx";
import { PersonPage } from "../people/person-page.tsx";
import { PolicyPage, type PolicySearch } from "../policy/policy-page.tsx";
import { DayPage, type DaySearch } from "../reports/day-page.tsx";
import { DuePage, PROMISE_LISTS, type DueSearch } from "../reports/due-page.tsx";
import { FormsPage, type FormsSearch } from "../reports/forms-page.tsx";
import { StatisticsPage, type StatisticsSearch } from "../reports/statistics-page.tsx";
import { ReviewPage } from "../review/review-page.tsx";
import { ReviewQueue } from "../review/review-queue.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { Frame } from "./frame.tsx";
import { NotFound } from "./not-found.tsx";

const words = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

const rootRoute = createRootRoute({ component: Frame, notFoundComponent: NotFound });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  component: function Start() {
    const worksAtCounter = useMay("drafts.save");
    return worksAtCounter ? <Home /> : <Navigate to="/cases" search={{ text: "", state: null, page: 1 }} replace />;
  },
});

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
  validateSearch: readCaseSearch,
  component: function Cases() {
    return <CaseList search={casesRoute.useSearch()} />;
  },
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$caseId",
  /** `done` says that the case has just been submitted. */
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

const reviewsRoute = createRoute({ getParentRoute: () => rootRoute, path: "/review", component: ReviewQueue });
const reviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/review/$caseId",
  component: function Review() {
    const { caseId } = reviewRoute.useParams();
    return <ReviewPage key={caseId} caseId={caseId} />;
  },
});

const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/people/$personId",
  component: function Person() {
    const { personId } = personRoute.useParams();
    return <PersonPage key={personId} personId={personId} />;
  },
});

const dayRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/day",
  validateSearch: (search: Record<string, unknown>): DaySearch => ({
    ...(search.date === undefined ? {} : { date: words(search.date) }),
    ...(search.clerk === undefined ? {} : { clerk: words(search.clerk) }),
  }),
  component: function Day() {
    return <DayPage search={dayRoute.useSearch()} />;
  },
});
const statisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/statistics",
  validateSearch: (search: Record<string, unknown>): StatisticsSearch => ({
    ...(search.from === undefined ? {} : { from: words(search.from) }),
    ...(search.to === undefined ? {} : { to: words(search.to) }),
  }),
  component: function Statistics() {
    return <StatisticsPage search={statisticsRoute.useSearch()} />;
  },
});
const dueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/due",
  validateSearch: (search: Record<string, unknown>): DueSearch => {
    const promises = PROMISE_LISTS.find((list) => list === search.promises);
    const cases = DUES.find((due) => due === search.cases);
    return { ...(promises === undefined ? {} : { promises }), ...(cases === undefined ? {} : { cases }) };
  },
  component: function Due() {
    return <DuePage search={dueRoute.useSearch()} />;
  },
});

const formsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/forms",
  validateSearch: (search: Record<string, unknown>): FormsSearch =>
    search.clerk === undefined ? {} : { clerk: words(search.clerk) },
  component: function Forms() {
    const may = useMay("drafts.ofOthers");
    return may ? <FormsPage search={formsRoute.useSearch()} /> : <NotFound />;
  },
});

const figuresRoute = createRoute({ getParentRoute: () => rootRoute, path: "/figures", component: FiguresPage });

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/admin/$page",
  validateSearch: readAuditSearch,
  component: function Administration() {
    return <AdminPage page={adminRoute.useParams().page} search={adminRoute.useSearch()} />;
  },
});

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    homeRoute,
    formRoute,
    casesRoute,
    caseRoute,
    reviewsRoute,
    reviewRoute,
    personRoute,
    dayRoute,
    statisticsRoute,
    dueRoute,
    formsRoute,
    figuresRoute,
    adminRoute,
    policyRoute,
  ]),
  history: createHashHistory(),
  defaultPreload: false,
  scrollRestoration: false,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
