import { Button, Group, Text } from "@mantine/core";
import { IconDatabaseOff, IconPlugConnectedX } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { CallError, ErrorCode, StoreErrorCode } from "../../../src-shared/contract/errors.ts";
import { Banner } from "../../ui/banner.tsx";
import { call } from "./client.ts";
import { Cover } from "../session/cover.tsx";
import { health, useHealth } from "./health.ts";
import { STEPS_AT_WORK, TROUBLES } from "./store-text.ts";
import { text } from "../text.ts";
import classes from "./failures.module.css";

const PROBE_MILLISECONDS = 3_000;

/** Asks the host whether it is back; every failed probe keeps the banner. */
async function probe(): Promise<boolean> {
  try {
    await call("session.status", {});
    return true;
  } catch {
    return false; // `call` has told `health` already which failure it was
  }
}

export function LostBanner() {
  const { lost } = useHealth();
  const client = useQueryClient();
  useEffect(() => {
    if (!lost) return;
    const timer = setInterval(() => {
      void probe().then((back) => (back ? client.invalidateQueries() : undefined));
    }, PROBE_MILLISECONDS);
    return () => clearInterval(timer);
  }, [lost, client]);
  if (!lost) return null;
  return (
    <Banner icon={IconPlugConnectedX} title={text.lost.title} body={text.lost.body}>
      <Button
        size="compact-sm"
        variant="white"
        onClick={() => void probe().then((back) => (back ? client.invalidateQueries() : undefined))}
      >
        {text.lost.retry}
      </Button>
    </Banner>
  );
}

/** Covers the whole window; what lies below stays mounted, so no form is lost. */
export function StoreFailure({ error }: { readonly error: CallError }) {
  const client = useQueryClient();
  const [trying, setTrying] = useState(false);
  const title = isStoreErrorCode(error.code) ? TROUBLES[error.code].title : error.message;
  const steps = isStoreErrorCode(error.code) ? STEPS_AT_WORK[error.code] : [];
  const retry = async (): Promise<void> => {
    setTrying(true);
    health.storeRecovered();
    // If the store still fails, the first refetched call brings this screen back.
    await client.refetchQueries();
    setTrying(false);
  };
  return (
    <Cover label={title} role="alertdialog">
      <div className={classes.ground}>
        <div className={classes.card} data-part="store-failure">
          <IconDatabaseOff size={40} stroke={1.5} aria-hidden />
          <h1>{title}</h1>
          <p>{error.message}</p>
          <h2>{text.store.next}</h2>
          <ol>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <Group justify="space-between" mt="lg">
            <Button loading={trying} onClick={() => void retry()} data-autofocus>
              {text.store.retry}
            </Button>
            <Text component="small" size="xs" c="dimmed" ff="monospace">
              {text.errors.trace(error.traceId)}
            </Text>
          </Group>
        </div>
      </div>
    </Cover>
  );
}

const isStoreErrorCode = (code: ErrorCode): code is StoreErrorCode => code in STEPS_AT_WORK;
