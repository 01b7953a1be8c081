import { useEffect, useState } from "react";

/** Chromium's viewer of PDFs: no page list beside the page, the page as wide as the frame. */
export const PDF_VIEWER = "#navpanes=0&view=FitH";

/** The caller gives the address back with `URL.revokeObjectURL`. */
export function blobUrl(base64: string, mimeType: string): string {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: mimeType }));
}

/** A `blob:` address of the file for as long as the component shows it. */
export function useBlobUrl(base64: string | undefined, mimeType: string): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (base64 === undefined) return;
    const made = blobUrl(base64, mimeType);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [base64, mimeType]);
  return url;
}
