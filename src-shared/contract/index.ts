export * from "./calls.ts";
export * from "./errors.ts";
export type * from "./views.ts";
