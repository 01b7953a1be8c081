/** Files as a clerk picks or drops them, brought to what the contract takes. */
import { ATTACHMENT_TYPES, LARGEST_ATTACHMENT_BYTES } from "../../src-shared/domain/case.ts";
import { attachmentText as text } from "./attachment-text.ts";

/** For the file dialog. */
export const ACCEPTED = ATTACHMENT_TYPES.join(",");

/**
 * Why a file is not taken, said before its bytes are sent; `null` when the host may judge it.
 * The host looks at the bytes themselves, so a missing type is no reason.
 */
export function fileProblem({ name, size, type }: Pick<File, "name" | "size" | "type">): string | null {
  if (size === 0) return text.problem.empty(name);
  if (size > LARGEST_ATTACHMENT_BYTES) return text.problem.tooLarge(name);
  if (type !== "" && !ATTACHMENT_TYPES.some((accepted) => accepted === type)) return text.problem.type(name);
  return null;
}

const CHUNK = 0x8000;

export async function base64Of(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = "";
  for (let at = 0; at < bytes.length; at += CHUNK) binary += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
  return btoa(binary);
}

/** `1536000` → `1.5 MB`. */
export function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${Math.round((bytes * 10) / 1024 / 1024) / 10} MB`;
}
