import { Button, Group, Paper, Stack, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState, type FormEvent } from "react";
import { useSession } from "../../app/session/session.tsx";
import { useAct } from "../../ui/calls/act.ts";
import { CityChoice } from "../../ui/city-choice.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { AdminTabs } from "../admin-links.tsx";
import { citiesText as text } from "./cities-text.ts";
import { Facts } from "../../ui/page/facts.tsx";
import { Finding } from "../../ui/page/finding.tsx";
import { Page, PageHead } from "../../ui/page/page.tsx";

/** 办理城市: whose matters are done here. */
export function CitiesPage() {
  const session = useSession();
  const choose = useAct("office.chooseCities");
  const served = session.office?.cities ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(served);
  const [asked, setAsked] = useState(false);
  const titlesOf = (ids: readonly string[]): string[] =>
    ids.map((id) => session.cities.find((city) => city.id === id)?.title ?? id);
  const dropped = served.filter((city) => !chosen.includes(city));

  const save = async (): Promise<void> => {
    setAsked(true);
    if (chosen.length === 0) return;
    const office = await choose.run({ cities: [...chosen] });
    if (office === undefined) return;
    notifications.show({ message: text.saved, color: "pine" });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };

  return (
    <Page>
      <PageHead>
        <AdminTabs page="cities" />
      </PageHead>
      <Paper component="form" withBorder p="lg" maw={760} onSubmit={submit} noValidate aria-label={text.title}>
        <Stack gap="sm">
          <Facts>
            <dt>{text.name}</dt>
            <dd>{session.office?.name}</dd>
            <dt>{text.code}</dt>
            <dd className="mono">{session.office?.code}</dd>
          </Facts>
          <CityChoice
            label={text.cities}
            description={text.citiesHelp}
            cities={session.cities}
            value={chosen}
            onChange={setChosen}
            error={asked && chosen.length === 0 ? text.citiesNeeded : undefined}
          />
          <Text size="sm" c="dimmed" role="status">
            {text.now(titlesOf(served))}
          </Text>
          {dropped.length === 0 ? null : <Finding tone="warning">{text.dropped(titlesOf(dropped))}</Finding>}
          {choose.error === null ? null : <ErrorNotice error={choose.error} />}
          <Group>
            <Button type="submit" loading={choose.running}>
              {text.save}
            </Button>
          </Group>
        </Stack>
      </Paper>
    </Page>
  );
}
