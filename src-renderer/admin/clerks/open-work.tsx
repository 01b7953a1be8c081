import { Button, Group, Stack } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { ClerkView } from "../../../src-shared/contract/office.ts";
import { useCall } from "../../app/calls/queries.ts";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { clerksText } from "./clerks-text.ts";

const text = clerksText.openWork;

/** What somebody who has just been switched off leaves behind, and the way to it. */
export function OpenWorkDialog({
  clerk: { id, name },
  onClose,
}: {
  readonly clerk: Pick<ClerkView, "id" | "name">;
  readonly onClose: () => void;
}) {
  const found = useCall("clerks.openWork", { id }, { staleTime: 0 });
  const work = found.data;
  // so that the focus goes to what there is
  if (work === undefined && !found.error) return null;
  const none = work !== undefined && work.forms + work.openCases + work.returned === 0;
  return (
    <Dialog title={text.title(name)} onClose={onClose} size={480}>
      <Stack gap="sm">
        {found.error ? <ErrorNotice error={found.error} onRetry={() => void found.refetch()} /> : null}
        {work === undefined ? null : none ? (
          <p role="status">{text.none}</p>
        ) : (
          <>
            <p role="status">{text.lead}</p>
            <Stack component="ul" gap="xs">
              {work.forms === 0 ? null : (
                <li>
                  <Link to="/reports/forms" search={{ clerk: id }} data-autofocus>
                    {text.forms(work.forms)}
                  </Link>
                </li>
              )}
              {work.openCases === 0 ? null : (
                <li>
                  <Link to="/cases" search={{ text: "", state: "open", page: 1, clerk: id }}>
                    {text.openCases(work.openCases)}
                  </Link>
                </li>
              )}
              {work.returned === 0 ? null : (
                <li>
                  <Link to="/cases" search={{ text: "", state: "returned", page: 1, clerk: id }}>
                    {text.returned(work.returned)}
                  </Link>
                </li>
              )}
            </Stack>
          </>
        )}
        <Group gap="xs">
          <Button
            variant="default"
            {...(none ? { "data-autofocus": true } : {})}
            onClick={onClose}
            rightSection={<KeyHint name="Escape" />}
          >
            {text.close}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
