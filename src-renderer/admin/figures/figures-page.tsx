import { Button, Loader, Table, Text } from "@mantine/core";
import { IconArrowLeft, IconCircleCheck, IconPlus } from "@tabler/icons-react";
import { useCanGoBack, useNavigate, useRouter } from "@tanstack/react-router";
import { useState } from "react";
import type { FigureValueView, MissingFigureView } from "../../../src-shared/contract/policy.ts";
import { useCommands } from "../../app/keys/commands.tsx";
import { useSession } from "../../app/session/session.tsx";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { ErrorNotice } from "../../ui/error-notice.tsx";
import { FigureEntry } from "../../ui/dialogs/figure-entry.tsx";
import { KeyHint } from "../../ui/key-hint.tsx";
import { PolicyCity, PolicyLink } from "../../ui/policy-link.tsx";
import { useMay } from "../../ui/calls/rights.ts";
import { useFiguresToEnter } from "./figures-to-enter.ts";
import { figuresText as words } from "./figures-text.ts";
import { Page, PageHead } from "../../ui/page/page.tsx";
import classes from "./figures-page.module.css";

/** Every figure that nobody has for today and that a matter of this office waits for. */
export function FiguresPage() {
  const navigate = useNavigate();
  const router = useRouter();
  const canGoBack = useCanGoBack();
  const { today } = useSession();
  const found = useFiguresToEnter();
  const [entering, setEntering] = useState<MissingFigureView | null>(null);
  const mayEnter = useMay("policy.enterFigure");
  const back = (): void => {
    if (canGoBack) router.history.back();
    else void navigate({ to: "/" });
  };
  useCommands([{ id: "back", label: words.back, key: "Escape", run: back }]);

  const byCity = [...Map.groupBy(found.data?.figures ?? [], ({ city }) => city).values()];
  return (
    <Page>
      <PageHead>
        <h1>{words.title}</h1>
        <Button
          className={classes.pageAct}
          variant="default"
          leftSection={<IconArrowLeft size={17} aria-hidden />}
          rightSection={<KeyHint name="Escape" />}
          onClick={back}
        >
          {words.back}
        </Button>
      </PageHead>
      {found.data === undefined ? (
        found.error ? (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loader />
        )
      ) : byCity.length === 0 ? (
        <p className={classes.figuresNone}>
          <IconCircleCheck size={20} aria-hidden />
          {words.none}
        </p>
      ) : (
        <>
          <p className={classes.figuresLead}>
            {words.lead}
            {mayEnter ? "" : words.ask(found.data.administrators)}
          </p>
          {byCity.map((figures) => (
            <CityFigures key={figures[0]?.city} figures={figures} onEnter={mayEnter ? setEntering : null} />
          ))}
        </>
      )}
      {entering === null ? null : (
        <Dialog title={words.enterOf(entering.title)} onClose={() => setEntering(null)} size={720}>
          <FigureEntry
            figure={entering.id}
            title={entering.title}
            unit={entering.unit}
            date={today}
            onDone={() => setEntering(null)}
            onCancel={() => setEntering(null)}
          />
        </Dialog>
      )}
    </Page>
  );
}

function CityFigures({
  figures,
  onEnter,
}: {
  readonly figures: readonly MissingFigureView[];
  readonly onEnter: ((figure: MissingFigureView) => void) | null;
}) {
  const title = words.city(figures[0]?.cityTitle ?? "", figures.length);
  return (
    <PolicyCity value={figures[0]?.city ?? null}>
      <section className={classes.figuresCity} aria-label={title}>
        <h2>{title}</h2>
        <div className="table-box">
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{words.columns.figure}</Table.Th>
                <Table.Th scope="col">{words.columns.unit}</Table.Th>
                <Table.Th scope="col">{words.columns.enteredBy}</Table.Th>
                <Table.Th scope="col">{words.columns.last}</Table.Th>
                <Table.Th scope="col">{words.columns.matters}</Table.Th>
                {onEnter === null ? null : <Table.Th aria-hidden />}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {figures.map((figure) => (
                <Table.Tr key={figure.id}>
                  <Table.Td>
                    <PolicyLink kind="figure" id={figure.id}>
                      <strong>{figure.title}</strong>
                    </PolicyLink>
                  </Table.Td>
                  <Table.Td className={classes.figuresUnit}>{figure.unit}</Table.Td>
                  <Table.Td>{figure.enteredBy}</Table.Td>
                  <Table.Td className={`${classes.figuresLast} tabular`}>
                    {figure.last === null ? (
                      <Text span size="sm" c="dimmed">
                        {words.noLast}
                      </Text>
                    ) : (
                      lastText(figure.last)
                    )}
                  </Table.Td>
                  <Table.Td>{figure.matters.map(({ title: matter }) => matter).join("、")}</Table.Td>
                  {onEnter === null ? null : (
                    <Table.Td className="number">
                      <Button
                        size="compact-sm"
                        leftSection={<IconPlus size={16} aria-hidden />}
                        aria-label={words.enterOf(figure.title)}
                        onClick={() => onEnter(figure)}
                      >
                        {words.enter}
                      </Button>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </div>
      </section>
    </PolicyCity>
  );
}

const lastText = ({ value, to }: FigureValueView): string => words.last(value ?? "", to ?? "");
