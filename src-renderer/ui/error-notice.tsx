import { Alert, Button, Group, Text } from "@mantine/core";
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
    <Alert color="red" icon={<IconAlertTriangle size={18} aria-hidden />}>
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <div>
          {errorText(error)}
          {traceId === null ? null : (
            <Text component="small" size="xs" ff="monospace" display="block">
              {text.errors.trace(traceId)}
            </Text>
          )}
        </div>
        {onRetry ? (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            {text.errors.retry}
          </Button>
        ) : null}
      </Group>
    </Alert>
  );
}
