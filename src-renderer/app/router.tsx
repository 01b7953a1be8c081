import { createHashHistory, createRootRoute, createRoute, createRouter, Navigate } from "@tanstack/react-router";
import { z } from "zod";
import { AdminPage } from "../admin/admin-page.tsx";
import { auditSearch } from "../admin/audit/audit-search.ts";
import { FiguresPage } from "../admin/figures/figures-page.tsx";
import { caseSearch } from "../cases/case-filter.ts";
import { CaseList } from "../cases/case-list.tsx";
import { CasePage } from "../cases/case-page.tsx";
import { FlowScreen } from "../counter/flow-screen.tsx";
import { Home } from "../counter/home/home.tsx";
import { PersonPage } from "../people/person-page.tsx";
import { PolicyPage, policySearch } from "../policy/policy-page.tsx";
import { DayPage, daySearch } from "../reports/day-page.tsx";
import { DuePage, dueSearch } from "../reports/due-page.tsx";
import { FormsPage, formsSearch } from "../reports/forms-page.tsx";
import { StatisticsPage, statisticsSearch } from "../reports/statistics-page.tsx";
import { ReviewPage } from "../review/review-page.tsx";
import { ReviewQueue } from "../review/review-queue.tsx";
import { useMay } from "../ui/calls/rights.ts";
import { Frame } from "./frame.tsx";
import { NotFound } from "./not-found.tsx";
import { searchOf, phrase } from "./search-params.ts";

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
  validateSearch: searchOf({ matter: phrase }),
  component: function Form() {
    const { draftId } = formRoute.useParams();
    const { matter } = formRoute.useSearch();
    return <FlowScreen key={draftId} draftId={draftId} matter={matter ?? null} />;
  },
});

const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases",
  validateSearch: caseSearch,
  component: function Cases() {
    return <CaseList search={casesRoute.useSearch()} />;
  },
});

const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$caseId",
  /** `done`: it has just been submitted. */
  validateSearch: searchOf({ done: z.literal(true).optional().catch(undefined) }),
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
  validateSearch: policySearch,
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
  validateSearch: daySearch,
  component: function Day() {
    return <DayPage search={dayRoute.useSearch()} />;
  },
});
const statisticsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/statistics",
  validateSearch: statisticsSearch,
  component: function Statistics() {
    return <StatisticsPage search={statisticsRoute.useSearch()} />;
  },
});
const dueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/due",
  validateSearch: dueSearch,
  component: function Due() {
    return <DuePage search={dueRoute.useSearch()} />;
  },
});

const formsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/reports/forms",
  validateSearch: formsSearch,
  component: function Forms() {
    const may = useMay("drafts.ofOthers");
    return may ? <FormsPage search={formsRoute.useSearch()} /> : <NotFound />;
  },
});

const figuresRoute = createRoute({ getParentRoute: () => rootRoute, path: "/figures", component: FiguresPage });

const adminRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/admin/$page",
  validateSearch: auditSearch,
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
