/** Where automatic backups lie beside a store, and what they are called there. */
export const BACKUP_FOLDER = "backups";
/** The wrapped keys of the store, renewed with every backup. */
export const BACKUP_KEYS = "keys.json";
