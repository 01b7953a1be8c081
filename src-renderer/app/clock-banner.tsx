/** While somebody looks only: nothing is written until the machine's clock is believed again. */
import { Button } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { health } from "./health.ts";
import { useSession } from "./session.tsx";
import { text as appText } from "./text.ts";

const text = appText.clock;

export function ClockBanner() {
  const { clockDoubt } = useSession();
  if (clockDoubt === null) return null;
  return (
    <div className="lost-banner" role="alert">
      <IconClockExclamation size={20} aria-hidden />
      <strong>{text.bannerTitle}</strong>
      <span>{text.banner}</span>
      <Button size="compact-sm" variant="white" onClick={() => health.lookOnly(false)}>
        {text.open}
      </Button>
    </div>
  );
}
