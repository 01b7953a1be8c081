import { Button, Table, Text } from "@mantine/core";
import type { ComparedAnswer } from "../../src-shared/contract/counter.ts";
import { text } from "./text.ts";
import classes from "./answer-table.module.css";

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
    <section className={classes.compareAnswers} aria-label={text.rows.answers}>
      <h3>{text.rows.answers}</h3>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{text.question}</Table.Th>
            <Table.Th scope="col">{here}</Table.Th>
            <Table.Th scope="col">{other}</Table.Th>
            <Table.Th aria-hidden />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answers.map((answer) => (
            <Table.Tr key={answer.fact} className={classes[`answer-${answer.standing}`]}>
              <Table.Th scope="row">{answer.hereTitle ?? answer.otherTitle}</Table.Th>
              <Cell title={answer.hereTitle} answer={answer.here} />
              <Cell
                title={answer.otherTitle}
                answer={answer.other}
                differently={answer.otherTitle !== answer.hereTitle && answer.hereTitle !== null}
              />
              <Table.Td className="answer-standing">
                {text.standings[answer.standing] === "" ? null : (
                  <span className={classes["answer-tag"]}>{text.standings[answer.standing]}</span>
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
  if (title === null) return <td className={classes["answer-not-asked"]}>{text.notAsked}</td>;
  return (
    <td>
      {differently ? <small>{title}</small> : null}
      {answer ?? (
        <Text span size="sm" c="dimmed">
          {text.notAnswered}
        </Text>
      )}
    </td>
  );
}
