import { Button } from "@mantine/core";
import { IconBuilding, IconCheck } from "@tabler/icons-react";
import { useState } from "react";
import type { LibraryReading } from "../../src-shared/contract/library.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { ChooseReading } from "./choose-reading.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, UsedBy } from "./refs.tsx";
import { text } from "./text.ts";
import classes from "./readings.module.css";
import policyClasses from "./policy.module.css";

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
    <section className={policyClasses.policySheet} aria-label={reading.question} {...entry}>
      <header>
        <h2>{reading.question}</h2>
        <span className={`quiet ${policyClasses.policySheetAside}`}>{AUTHORITY_LABELS[reading.authority]}</span>
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
      </header>
      <ul className={classes.readingOptions}>
        {reading.options.map((option) => (
          <li key={option.id} className={option.id === reading.chosen ? classes.readingChosen : undefined}>
            {option.id === reading.chosen ? (
              <IconCheck size={17} stroke={2.4} aria-hidden />
            ) : (
              <span className={classes.readingBlank} />
            )}
            <span>{option.title}</span>
            {option.id === reading.chosen ? (
              <small>
                {reading.byOffice ? <IconBuilding size={14} aria-hidden /> : null}
                {text.reading.chosen}（{reading.byOffice ? text.reading.byOffice : text.reading.byDefault}）
              </small>
            ) : null}
          </li>
        ))}
      </ul>
      <p className={policyClasses.usedBy}>
        <small>{text.basis}</small>
        <ClauseRefs ids={reading.citations} />
      </p>
      <UsedBy ids={reading.usedBy} />
    </section>
  );
}
