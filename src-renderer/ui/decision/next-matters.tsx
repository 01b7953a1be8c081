import { Button, Group, Stack } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import type { Citation, NextMatter } from "../../../src-shared/domain/decision.ts";
import { Sources } from "./explanation/sources.tsx";
import { text } from "./text.ts";

/** Opens the form of another matter for the same person. */
export type OpenMatter = (matter: string) => void;

/** What the person should see to besides; each opens its form where there is somebody to fill it in. */
export function NextMatters({
  matters,
  citations,
  onOpen,
}: {
  readonly matters: readonly NextMatter[];
  readonly citations: ReadonlyMap<string, Citation>;
  readonly onOpen: OpenMatter | null;
}) {
  return (
    <Stack component="ul" gap={8}>
      {matters.map((next) => (
        <Group component="li" key={next.matter} justify="space-between" gap="md" wrap="nowrap">
          <p>
            {onOpen === null ? <strong>{next.title}　</strong> : null}
            {next.why} <Sources ids={next.citations} citations={citations} />
          </p>
          {onOpen === null ? null : (
            <Button
              variant="outline"
              flex="none"
              rightSection={<IconArrowRight size={17} stroke={1.8} aria-hidden />}
              onClick={() => onOpen(next.matter)}
            >
              {text.openMatter(next.title)}
            </Button>
          )}
        </Group>
      ))}
    </Stack>
  );
}
