/** Composition root of the app in plain Node, opened in a browser of the same machine. */
import { runLoopback } from "./hosts/loopback/run.ts";

await runLoopback(import.meta.dirname);
