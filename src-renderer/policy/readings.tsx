import { Box, Button, Group } from "@mantine/core";
import { IconBuilding, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { LibraryReading } from "../../src-shared/contract/library.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { ChooseReading } from "./choose-reading.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, Refs, UsedBy } from "./refs.tsx";
import { Sheet, SheetLines } from "./sheet.tsx";
import { text } from "./text.ts";

/** Points that the documents leave open, and how they are read here. */
export function Readings({ mayChoose }: { readonly mayChoose: boolean }) {
  const { catalogue } = useReading();
  const [choosing, setChoosing] = useState<LibraryReading | null>(null);
  return (
    <>
      {catalogue.library.readings.map((reading) => (
        <ReadingSheet key={reading.id} reading={reading} onChoose={mayChoose ? setChoosing : null} />
      ))}
      {choosing === null ? null : <ChooseReading reading={choosing} onClose={() => setChoosing(null)} />}
    </>
  );
}

function ReadingSheet({
  reading,
  onChoose,
}: {
  readonly reading: LibraryReading;
  readonly onChoose: ((reading: LibraryReading) => void) | null;
}) {
  const entry = useEntry("reading", reading.id);
  return (
    <Sheet
      label={reading.question}
      title={reading.question}
      aside={
        <>
          <span className="quiet">{AUTHORITY_LABELS[reading.authority]}</span>
          {onChoose === null ? null : (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={text.reading.chooseOf(reading.question)}
              onClick={() => onChoose(reading)}
            >
              {text.reading.choose}
            </Button>
          )}
        </>
      }
      {...entry}
    >
      <SheetLines>
        {reading.options.map((option) =>
          option.id === reading.chosen ? (
            <Group component="li" key={option.id} gap={8} wrap="nowrap" bg="var(--accent-soft)" c="var(--accent-dark)" fw={600}>
              <IconCheck size={17} stroke={2.4} aria-hidden />
              {option.title}
              <Group component="span" gap={4} ml="auto" wrap="nowrap" flex="none">
                {reading.byOffice ? <IconBuilding size={14} aria-hidden /> : null}
                {text.reading.chosen}（{reading.byOffice ? text.reading.byOffice : text.reading.byDefault}）
              </Group>
            </Group>
          ) : (
            <li key={option.id}>
              <Box pl={25}>{option.title}</Box>
            </li>
          ),
        )}
        <li>
          <Refs label={text.basis}>
            <ClauseRefs ids={reading.citations} />
          </Refs>
          <UsedBy ids={reading.usedBy} />
        </li>
      </SheetLines>
    </Sheet>
  );
}
