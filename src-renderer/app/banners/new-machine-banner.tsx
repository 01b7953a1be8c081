/** After a restore on another machine: what was set up on the old one is asked for anew, until the administrator has answered. */
import { Button } from "@mantine/core";
import { IconDeviceDesktopCog } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Banner } from "../../ui/banner.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { useSession } from "../session/session.tsx";
import { text as appText } from "../text.ts";

const text = appText.newMachine;

export function NewMachineBanner() {
  const { newMachine } = useSession();
  const giveUp = useAct("backup.chooseFolder");
  if (newMachine === null) return null;
  return (
    <Banner icon={IconDeviceDesktopCog} title={text.title} body={text.body(newMachine.secondPlaceWas)}>
      <Button
        size="compact-sm"
        variant="white"
        renderRoot={(props) => <Link to="/admin/$page" params={{ page: "safety" }} search={{}} {...props} />}
      >
        {text.choose}
      </Button>
      <Button size="compact-sm" variant="white" loading={giveUp.running} onClick={() => void giveUp.run({ folder: null })}>
        {text.without}
      </Button>
      {giveUp.error === null ? null : <ErrorNotice error={giveUp.error} />}
    </Banner>
  );
}
