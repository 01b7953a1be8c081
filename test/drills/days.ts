/** How many days a drill goes through: six weeks by `npm run test:drills`, which says so; in `npm test` as many as show the pattern. */
export const DRILL_DAYS = Number(process.env["DRILL_DAYS"] ?? 3);
/** What takes programs of earlier days beside this one is for the long command alone. */
export const IS_LONG = process.env["DRILL_DAYS"] !== undefined;
