export * from "./calls.ts";
export * from "./comparison.ts";
export * from "./errors.ts";
export * from "./library.ts";
export type * from "./rescue-calls.ts";
export type * from "./views.ts";
export * from "./office-views.ts";
