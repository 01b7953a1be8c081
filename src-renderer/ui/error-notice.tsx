import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { CallFailed, HostLost } from "../app/calls/client.ts";
import { text } from "../app/text.ts";

export function errorText(error: unknown): string {
  if (error instanceof CallFailed) return error.error.message;
  if (error instanceof HostLost) return text.errors.lost;
  return text.errors.unknown;
}

/** Field errors of a refused call by field name. */
export function fieldErrors(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof CallFailed)) return {};
  return Object.fromEntries((error.error.fields ?? []).map((field) => [field.fact, field.message]));
}

/** What went wrong and what to do next, with the trace id for the IT staff. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  const traceId = error instanceof CallFailed ? error.error.traceId : null;
  return (
    <div className="error-notice" role="alert">
      <IconAlertTriangle size={18} aria-hidden />
      <div>
        <span>{errorText(error)}</span>
        {traceId === null ? null : <small>{text.errors.trace(traceId)}</small>}
      </div>
      {onRetry ? (
        <Button size="compact-sm" variant="default" onClick={onRetry}>
          {text.errors.retry}
        </Button>
      ) : null}
    </div>
  );
}
