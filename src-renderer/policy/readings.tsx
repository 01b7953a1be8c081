import { Button, Loader, Radio, Textarea } from "@mantine/core";
import { IconBuilding, IconCheck } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ReadingView } from "../../src-shared/contract/views.ts";
import { AUTHORITY_LABELS } from "../../src-shared/text/labels.ts";
import { call } from "../app/client.ts";
import { useAct } from "../ui/act.ts";
import { Dialog } from "../ui/dialog.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { text } from "./text.ts";

/** Points that the documents leave open, and how they are read here. */
export function Readings({ city, mayChoose }: { readonly city: string; readonly mayChoose: boolean }) {
  const readings = useQuery({
    queryKey: ["policy.readings", city],
    queryFn: () => call("policy.readings", { city }),
    enabled: city !== "",
  });
  const [choosing, setChoosing] = useState<ReadingView | null>(null);
  if (readings.data === undefined) {
    return readings.error ? <ErrorNotice error={readings.error} onRetry={() => void readings.refetch()} /> : <Loader />;
  }
  return (
    <div className="figures">
      {readings.data.length === 0 ? <p className="quiet">{text.noReadings}</p> : null}
      {readings.data.map((reading) => (
        <section key={reading.id} className="figure reading" aria-label={reading.question}>
          <header>
            <h2>{reading.question}</h2>
            <span className="mono quiet">{reading.rule}</span>
            <span className="quiet figure-who">{AUTHORITY_LABELS[reading.authority]}</span>
            {mayChoose ? (
              <Button
                size="compact-sm"
                variant="default"
                aria-label={text.chooseOf(reading.question)}
                onClick={() => setChoosing(reading)}
              >
                {text.choose}
              </Button>
            ) : null}
          </header>
          <ul className="reading-options">
            {reading.options.map((option) => (
              <li key={option.id} className={option.id === reading.chosen ? "reading-chosen" : undefined}>
                {option.id === reading.chosen ? (
                  <IconCheck size={17} stroke={2.4} aria-hidden />
                ) : (
                  <span className="reading-blank" />
                )}
                <span>{option.title}</span>
                {option.id === reading.chosen ? (
                  <small>
                    {reading.byOffice ? <IconBuilding size={14} aria-hidden /> : null}
                    {text.chosen}（{reading.byOffice ? text.byOffice : text.byDefault}）
                  </small>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ))}
      {choosing === null ? null : <ChooseDialog reading={choosing} onClose={() => setChoosing(null)} />}
    </div>
  );
}

function ChooseDialog({ reading, onClose }: { readonly reading: ReadingView; readonly onClose: () => void }) {
  const client = useQueryClient();
  const choose = useAct("policy.chooseReading");
  const [option, setOption] = useState(reading.chosen);
  const [reason, setReason] = useState("");
  const [asked, setAsked] = useState(false);
  const missing = reason.trim().length < 2;
  const run = async (): Promise<void> => {
    setAsked(true);
    if (missing) return;
    const chosen = await choose.run({ reading: reading.id, option, reason: reason.trim() });
    if (chosen === undefined) return;
    await client.invalidateQueries({ queryKey: ["policy.readings"] });
    await client.invalidateQueries({ queryKey: ["counter.evaluate"] });
    onClose();
  };
  return (
    <Dialog title={text.chooseTitle} onClose={onClose}>
      <div className="finish">
        <Radio.Group label={reading.question} value={option} onChange={setOption}>
          <div className="reading-radios">
            {reading.options.map((one) => (
              <Radio key={one.id} value={one.id} label={one.title} />
            ))}
          </div>
        </Radio.Group>
        <Textarea
          label={text.reason}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          maxLength={200}
          rows={2}
          error={asked && missing ? text.reasonNeeded : undefined}
        />
        <p className="quiet">{text.chooseBody}</p>
        {choose.error === null ? null : <ErrorNotice error={choose.error} />}
        <div className="finish-foot">
          <Button loading={choose.running} onClick={() => void run()}>
            {text.confirm}
          </Button>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
