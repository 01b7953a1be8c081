import { Button, Loader, Paper, Stack, Text } from "@mantine/core";
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
import { Finding } from "../../ui/page/finding.tsx";
import { PlainTable, type Column } from "../../ui/tables/row-table.tsx";
import { Page, PageHead, PageTools } from "../../ui/page/page.tsx";

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
        <PageTools>
          <Button
            variant="default"
            leftSection={<IconArrowLeft size={17} aria-hidden />}
            rightSection={<KeyHint name="Escape" />}
            onClick={back}
          >
            {words.back}
          </Button>
        </PageTools>
      </PageHead>
      {found.data === undefined ? (
        found.error ? (
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
        ) : (
          <Loader />
        )
      ) : byCity.length === 0 ? (
        <Finding tone="good" icon={IconCircleCheck}>
          {words.none}
        </Finding>
      ) : (
        <>
          <Text size="sm" c="var(--ink-2)" maw="62em">
            {words.lead}
            {mayEnter ? "" : words.ask(found.data.administrators)}
          </Text>
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
      <Stack component="section" gap={6} aria-label={title}>
        <h2>{title}</h2>
        <Paper withBorder>
          <PlainTable
            label={title}
            columns={onEnter === null ? COLUMNS : [...COLUMNS, enterColumn(onEnter)]}
            rows={figures}
            keyOf={({ id }) => id}
          />
        </Paper>
      </Stack>
    </PolicyCity>
  );
}

const COLUMNS: readonly Column<MissingFigureView>[] = [
  {
    id: "figure",
    title: words.columns.figure,
    wraps: true,
    cell: ({ id, title }) => (
      <PolicyLink kind="figure" id={id}>
        <strong>{title}</strong>
      </PolicyLink>
    ),
  },
  { id: "unit", title: words.columns.unit, cell: ({ unit }) => unit },
  { id: "enteredBy", title: words.columns.enteredBy, wraps: true, cell: ({ enteredBy }) => enteredBy },
  {
    id: "last",
    title: words.columns.last,
    className: "tabular",
    cell: ({ last }) =>
      last === null ? (
        <Text span size="sm" c="dimmed">
          {words.noLast}
        </Text>
      ) : (
        lastText(last)
      ),
  },
  {
    id: "matters",
    title: words.columns.matters,
    wraps: true,
    cell: ({ matters }) => matters.map(({ title }) => title).join("、"),
  },
];

const enterColumn = (onEnter: (figure: MissingFigureView) => void): Column<MissingFigureView> => ({
  id: "act",
  title: "",
  numeric: true,
  cell: (figure) => (
    <Button
      size="compact-sm"
      leftSection={<IconPlus size={16} aria-hidden />}
      aria-label={words.enterOf(figure.title)}
      onClick={() => onEnter(figure)}
    >
      {words.enter}
    </Button>
  ),
});

const lastText = ({ value, to }: FigureValueView): string => words.last(value ?? "", to ?? "");
