import { Badge, Button, Table, Text, Title } from "@mantine/core";
import type { ComparedAnswer } from "../../src-shared/contract/counter.ts";
import { text } from "./text.ts";

/** Every question of either side with both answers; what one side does not ask is marked. */
export function AnswerTable({
  answers,
  here,
  other,
  open,
  onReopen,
}: {
  readonly answers: readonly ComparedAnswer[];
  readonly here: string;
  readonly other: string;
  /** Questions that stand above to be answered for the other side. */
  readonly open: ReadonlySet<string>;
  readonly onReopen: (fact: string) => void;
}) {
  return (
    <section aria-label={text.rows.answers}>
      <Title order={3} fz="sm" c="var(--accent)" px={14} pt={12} pb={8}>
        {text.rows.answers}
      </Title>
      <Table layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.question}</Table.Th>
            <Table.Th scope="col">{here}</Table.Th>
            <Table.Th scope="col">{other}</Table.Th>
            <Table.Th w={190} aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answers.map((answer) => (
            <Table.Tr key={answer.fact}>
              <Table.Th scope="row" fw={400}>
                {answer.hereTitle ?? answer.otherTitle}
              </Table.Th>
              <Cell title={answer.hereTitle} answer={answer.here} />
              <Cell
                title={answer.otherTitle}
                answer={answer.other}
                differently={answer.otherTitle !== answer.hereTitle && answer.hereTitle !== null}
              />
              <Table.Td>
                {text.standings[answer.standing] === "" ? null : (
                  <Badge variant="light" color="yellow">
                    {text.standings[answer.standing]}
                  </Badge>
                )}
                {answer.standing === "shared" && !open.has(answer.fact) ? (
                  <Button
                    size="compact-xs"
                    variant="subtle"
                    aria-label={text.changeOf(answer.otherTitle ?? "")}
                    onClick={() => onReopen(answer.fact)}
                  >
                    {text.change}
                  </Button>
                ) : null}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}

function Cell({
  title,
  answer,
  differently = false,
}: {
  readonly title: string | null;
  readonly answer: string | null;
  /** The question has other words here. */
  readonly differently?: boolean;
}) {
  if (title === null)
    return (
      <Table.Td c="dimmed" bg="var(--tint)">
        {text.notAsked}
      </Table.Td>
    );
  return (
    <Table.Td>
      {differently ? <Text c="dimmed">{title}</Text> : null}
      {answer ?? (
        <Text span size="sm" c="dimmed">
          {text.notAnswered}
        </Text>
      )}
    </Table.Td>
  );
}
