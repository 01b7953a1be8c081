/** Must run before the first schema is used: without it zod probes `new Function`, which the page's CSP forbids. */
import { z } from "zod";

z.config({ jitless: true });
