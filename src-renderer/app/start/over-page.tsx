/** In place of everything: this page has no host any more, or another page of the browser has its place. */
import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { health } from "../calls/health.ts";
import { takeOver } from "../keys/page-keys.ts";
import { text } from "../text.ts";
import { StartLayout } from "./start-layout.tsx";

/** What was on the page goes out of its memory, too. */
function useForgetting(): void {
  const client = useQueryClient();
  useEffect(() => client.clear(), [client]);
}

export function OverPage() {
  useForgetting();
  return <StartLayout title={text.over.title} lead={text.over.lead} />;
}

export function ElsewherePage() {
  useForgetting();
  const [error, setError] = useState<unknown>(null);
  const goOn = async (): Promise<void> => {
    try {
      await takeOver();
      health.here();
      // a page like a new one: nothing of the other one's work is here
      window.location.reload();
    } catch (failure) {
      setError(failure);
    }
  };
  return (
    <StartLayout title={text.elsewhere.title} lead={text.elsewhere.lead}>
      <Button size="md" onClick={() => void goOn()} autoFocus>
        {text.elsewhere.here}
      </Button>
      {error === null ? null : <ErrorNotice error={error} />}
    </StartLayout>
  );
}
