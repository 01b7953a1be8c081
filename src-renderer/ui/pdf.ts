import { useEffect, useState } from "react";

/** Chromium's viewer: no page list beside the page, the page as wide as the frame. */
export const PDF_VIEWER = "#navpanes=0&view=FitH";

function pdfUrl(base64: string): string {
  const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
}

/** A `blob:` address of the PDF for as long as the component shows it. */
export function usePdfUrl(base64: string | undefined): string | null {
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (base64 === undefined) return;
    const made = pdfUrl(base64);
    setUrl(made);
    return () => {
      setUrl(null);
      URL.revokeObjectURL(made);
    };
  }, [base64]);
  return url;
}
