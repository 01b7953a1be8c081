/** While somebody looks only: nothing is written until the machine's clock is believed again. */
import { Button } from "@mantine/core";
import { IconClockExclamation } from "@tabler/icons-react";
import { Banner } from "../../ui/banner.tsx";
import { health } from "../calls/health.ts";
import { useSession } from "../session/session.tsx";
import { text as appText } from "../text.ts";

const text = appText.clock;

export function ClockBanner() {
  const { clockDoubt } = useSession();
  if (clockDoubt === null) return null;
  return (
    <Banner icon={IconClockExclamation} title={text.bannerTitle} body={text.banner}>
      <Button size="compact-sm" variant="white" onClick={() => health.lookOnly(false)}>
        {text.open}
      </Button>
    </Banner>
  );
}
