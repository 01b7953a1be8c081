/** Offices as every landed program left them, opened by this one. */
import { describeOffice } from "../upgrades/office.ts";
import { keptStores } from "../upgrades/stores.ts";

for (const office of keptStores()) describeOffice(office);
