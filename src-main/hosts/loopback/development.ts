/** While developing, the page comes from the development server, through us: the calls then have one origin with it. */
import type { RendererFile } from "../renderer-files.ts";

/** No security policy here: hot reload needs inline scripts and a socket of its own. `undefined`: no such file. */
export async function fetchDevelopmentFile(developmentPage: string, path: string): Promise<RendererFile | undefined> {
  const answer = await fetch(new URL(path, developmentPage), { headers: { Accept: "text/html,*/*" } });
  if (!answer.ok) return undefined;
  return {
    bytes: new Uint8Array(await answer.arrayBuffer()),
    headers: { "Content-Type": answer.headers.get("content-type") ?? "application/octet-stream", "Cache-Control": "no-store" },
  };
}
