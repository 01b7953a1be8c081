/** Where automatic backups lie beside a store, and what they and their like are called. */
export const BACKUP_FOLDER = "backups";
/** The wrapped keys of the store, renewed with every backup. */
export const BACKUP_KEYS = "keys.json";

/** `2026-03-04T05:06:07.000Z` → `20260304T050607000Z`: an instant as part of a file name on any system. */
export const instantForName = (at: string): string => at.replaceAll(/[^0-9TZ]/g, "");

/** `20260304T010203000Z-timer` → its ISO instant. */
export const instantOf = (name: string): string =>
  name.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z.*$/, "$1-$2-$3T$4:$5:$6.$7Z");
