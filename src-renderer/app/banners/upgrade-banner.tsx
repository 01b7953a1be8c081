/** After an upgrade, to the administrator: a copy that anybody could read, and the code that a migrated office never made. */
import { Button } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useUpgrade } from "../../admin/safety/upgrade-copies.tsx";
import { upgradeText } from "../../admin/safety/upgrade-text.ts";
import { Banner } from "../../ui/banner.tsx";

const text = upgradeText.banner;

export function UpgradeBanner() {
  const { data } = useUpgrade();
  const navigate = useNavigate();
  const { copies = [], recoveryCodeMissing = false } = data ?? {};
  const isPlain = copies.some(({ encrypted }) => !encrypted);
  if (copies.length === 0 || (!isPlain && !recoveryCodeMissing)) return null;
  return (
    <Banner
      icon={IconAlertTriangle}
      title={text.title}
      body={[...(recoveryCodeMissing ? [text.recoveryCode] : []), ...(isPlain ? [text.plain] : [])].join("")}
    >
      <Button
        size="compact-sm"
        variant="white"
        onClick={() => void navigate({ to: "/admin/$page", params: { page: "safety" }, search: {} })}
      >
        {text.look}
      </Button>
    </Banner>
  );
}
