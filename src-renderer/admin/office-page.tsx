import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconArrowLeft } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { useState, type FormEvent } from "react";
import { useCommands } from "../app/commands.tsx";
import { useSession } from "../app/session.tsx";
import { useAct } from "../ui/act.ts";
import { CityChoice } from "../ui/city-choice.tsx";
import { ErrorNotice } from "../ui/error-notice.tsx";
import { KeyHint } from "../ui/key-hint.tsx";
import { text } from "./text.ts";

const words = text.office;

/** The office as the administrator sets it: today, whose matters are done here. */
export function OfficePage() {
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const choose = useAct("office.chooseCities");
  const served = session.office?.cities ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(served);
  const [asked, setAsked] = useState(false);
  const titlesOf = (ids: readonly string[]): string[] =>
    ids.map((id) => session.cities.find((city) => city.id === id)?.title ?? id);
  const dropped = served.filter((city) => !chosen.includes(city));

  const back = (): void => {
    if (canGoBack) router.history.back();
    else void navigate({ to: "/" });
  };
  useCommands([{ id: "back", label: words.back, key: "Escape", run: back }]);
  const save = async (): Promise<void> => {
    setAsked(true);
    if (chosen.length === 0) return;
    const office = await choose.run({ cities: [...chosen] });
    if (office === undefined) return;
    await client.invalidateQueries();
    notifications.show({ message: words.saved, color: "pine" });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void save();
  };

  return (
    <main className="page">
      <header className="page-head">
        <h1>{words.title}</h1>
        <Button
          className="page-act"
          variant="default"
          leftSection={<IconArrowLeft size={17} aria-hidden />}
          rightSection={<KeyHint name="Escape" />}
          onClick={back}
        >
          {words.back}
        </Button>
      </header>
      <form className="office-card" onSubmit={submit} noValidate aria-label={words.title}>
        <dl className="office-facts">
          <dt>{words.name}</dt>
          <dd>{session.office?.name}</dd>
          <dt>{words.code}</dt>
          <dd className="mono">{session.office?.code}</dd>
        </dl>
        <CityChoice
          label={words.cities}
          description={words.citiesHelp}
          cities={session.cities}
          value={chosen}
          onChange={setChosen}
          error={asked && chosen.length === 0 ? words.citiesNeeded : undefined}
        />
        <p className="quiet" role="status">
          {words.now(titlesOf(served))}
        </p>
        {dropped.length === 0 ? null : <p className="office-dropped">{words.dropped(titlesOf(dropped))}</p>}
        {choose.error === null ? null : <ErrorNotice error={choose.error} />}
        <div>
          <Button type="submit" loading={choose.running}>
            {words.save}
          </Button>
        </div>
      </form>
    </main>
  );
}
