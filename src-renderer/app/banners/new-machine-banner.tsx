/** After a restore on another machine: what was set up on the old one is asked for anew, until the administrator has answered. */
import { Button } from "@mantine/core";
import { IconDeviceDesktopCog } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Banner } from "../../ui/banner.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { SESSION_KEY, useSession } from "../session/session.tsx";
import { text as appText } from "../text.ts";

const text = appText.newMachine;

export function NewMachineBanner() {
  const { newMachine } = useSession();
  const giveUp = useAct("backup.chooseFolder");
  const client = useQueryClient();
  if (newMachine === null) return null;
  const without = async (): Promise<void> => {
    const status = await giveUp.run({ folder: null });
    if (status === undefined) return;
    client.setQueryData(["backup.status"], status);
    await client.refetchQueries({ queryKey: SESSION_KEY });
  };
  return (
    <Banner icon={IconDeviceDesktopCog} title={text.title} body={text.body(newMachine.secondPlaceWas)}>
      <Button
        size="compact-sm"
        variant="white"
        renderRoot={(props) => <Link to="/admin/$page" params={{ page: "safety" }} search={{}} {...props} />}
      >
        {text.choose}
      </Button>
      <Button size="compact-sm" variant="white" loading={giveUp.running} onClick={() => void without()}>
        {text.without}
      </Button>
      {giveUp.error === null ? null : <ErrorNotice error={giveUp.error} />}
    </Banner>
  );
}
