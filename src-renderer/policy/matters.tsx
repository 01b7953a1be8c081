import { Box, Button, Group, Paper, Stack, Table, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import type { LibraryField, LibraryMatter, LibraryQuestion, LibraryStated } from "../../src-shared/contract/library.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "../app/session/session.tsx";
import { useStartForm } from "../counter/home/matters.ts";
import { SectionLines } from "../ui/decision/sections.tsx";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, Parts } from "./refs.tsx";
import { Sheet, SheetLines, SheetText, Standing } from "./sheet.tsx";
import { text } from "./text.ts";
import { QUESTION_TYPE_LABELS } from "../../src-shared/text/library.ts";
import classes from "./matters.module.css";

/** Every matter in one line. */
export function MatterList() {
  const { catalogue } = useReading();
  return (
    <Paper withBorder>
      <SheetLines>
        {catalogue.library.matters.map((matter) => (
          <Group component="li" key={matter.id} gap="0 12px" align="baseline">
            <PolicyLink kind="matter" id={matter.id} className={classes.name}>
              {matter.title}
            </PolicyLink>
            {matter.standing === "current" ? null : <Standing standing={matter.standing} />}
            <Text span inherit flex="1 1 14em" c="var(--ink-2)">
              {matter.summary}
            </Text>
            <Text span inherit flex="none" c="dimmed" className="tabular">
              {text.matter.summaryCounts(matter.questions.length, matter.clauses.length)}
            </Text>
          </Group>
        ))}
      </SheetLines>
    </Paper>
  );
}

function Block({ title, show, children }: { readonly title: string; readonly show: boolean; readonly children: ReactNode }) {
  if (!show) return null;
  return (
    <section className={classes.block} aria-label={title}>
      <Title order={3} fz="sm" c="var(--accent)" px="var(--sheet-side)" pt={8} pb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

const Points = ({ children }: { readonly children: ReactNode }) => (
  <Stack component="ul" gap={4} px="var(--sheet-side)" pb={8}>
    {children}
  </Stack>
);

/** One matter, whole: what is asked, what must hold, what is handed in, and everything that it rests on. */
export function MatterPage({ matter }: { readonly matter: LibraryMatter }) {
  const { clerk } = useSession();
  const startForm = useStartForm();
  const entry = useEntry("matter", matter.id);
  const words = text.matter;
  return (
    <Sheet
      label={matter.title}
      title={matter.title}
      id={matter.id}
      whole
      mark={<Standing standing={matter.standing} />}
      aside={
        clerk.role === "auditor" ? undefined : (
          <Button size="compact-sm" variant="default" onClick={() => startForm(matter.id)}>
            {words.start}
          </Button>
        )
      }
      {...entry}
    >
      <SheetText>{matter.summary}</SheetText>
      <Block title={words.conditions} show={matter.conditions.length > 0}>
        <Table>
          <Table.Tbody>
            {matter.conditions.map((condition) => (
              <Table.Tr key={condition.id}>
                <Table.Th scope="row" w="22%">
                  {condition.title}
                </Table.Th>
                <Table.Td>{condition.required}</Table.Td>
                <Table.Td w="22%">
                  <ClauseRefs ids={condition.citations} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Block>
      <Questions questions={matter.questions} />
      <Block title={words.materials} show={matter.materials.length > 0}>
        <Table>
          <Table.Tbody>
            {matter.materials.map((material) => (
              <Table.Tr key={material.id}>
                <Table.Th scope="row" w="22%">
                  {material.title}
                </Table.Th>
                <Table.Td className="tabular">
                  {MATERIAL_FORM_LABELS[material.form]} {words.count(material.count)} · {MATERIAL_NEED_LABELS[material.need]}
                </Table.Td>
                <Table.Td>{material.because}</Table.Td>
                <Table.Td w="22%">
                  <ClauseRefs ids={material.citations} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Block>
      <Stated title={words.places} said={matter.places} />
      <Stated title={words.timeLimits} said={matter.timeLimits} />
      <Block title={words.sections} show={matter.sections.length > 0}>
        {matter.sections.map((section) => (
          <Box key={section.id} px="var(--sheet-side)" py={4} className={classes.section}>
            <p>
              <strong>{section.title}</strong> <ClauseRefs ids={section.citations} />
            </p>
            <SectionLines section={section} />
          </Box>
        ))}
      </Block>
      <Block title={words.notices} show={matter.notices.length > 0}>
        <Points>
          {matter.notices.map((notice) => (
            <li key={notice.id}>
              {notice.text} <ClauseRefs ids={notice.citations} />
            </li>
          ))}
        </Points>
      </Block>
      <Next matter={matter} />
      <Data matter={matter} />
      <Clauses matter={matter} />
    </Sheet>
  );
}

function Stated({ title, said }: { readonly title: string; readonly said: readonly LibraryStated[] }) {
  return (
    <Block title={title} show={said.length > 0}>
      <Points>
        {said.map((one) => (
          <li key={one.text}>
            {one.text} <ClauseRefs ids={one.citations} />
          </li>
        ))}
      </Points>
    </Block>
  );
}

function Questions({ questions }: { readonly questions: readonly LibraryQuestion[] }) {
  const row = (question: LibraryField, inside: boolean): ReactNode => (
    <Table.Tr key={`${inside ? "field" : "fact"} ${question.title}`}>
      <Table.Th scope="row" w="22%" {...(inside ? { pl: 34, fw: 400 } : {})}>
        {question.title}
        {question.sometimes ? (
          <Text inherit span c="dimmed" fw={400}>
            {" "}
            {text.matter.sometimes}
          </Text>
        ) : null}
      </Table.Th>
      <Table.Td>
        {question.type === "choice" ? question.options.join(" / ") : QUESTION_TYPE_LABELS[question.type]}
        {question.help === "" ? null : (
          <Text inherit c="dimmed">
            {question.help}
          </Text>
        )}
      </Table.Td>
      <Table.Td w="22%">
        <ClauseRefs ids={question.citations} />
      </Table.Td>
    </Table.Tr>
  );
  return (
    <Block title={text.matter.questions} show={questions.length > 0}>
      <Table>
        <Table.Tbody>
          {questions.flatMap((question) => [row(question, false), ...question.fields.map((field) => row(field, true))])}
        </Table.Tbody>
      </Table>
    </Block>
  );
}

function Next({ matter }: { readonly matter: LibraryMatter }) {
  const { catalogue } = useReading();
  return (
    <Block title={text.matter.next} show={matter.next.length > 0}>
      <Points>
        {matter.next.map((next) => (
          <li key={`${next.matter} ${next.why}`}>
            <PolicyLink kind="matter" id={next.matter}>
              {catalogue.titleOf("matter", next.matter) ?? next.matter}
            </PolicyLink>
            ：{next.why} <ClauseRefs ids={next.citations} />
          </li>
        ))}
      </Points>
    </Block>
  );
}

/** What the formula is bound to. */
function Data({ matter }: { readonly matter: LibraryMatter }) {
  const { catalogue } = useReading();
  const { figures, tables, readings, conflicts } = catalogue.library;
  const list = (
    title: string,
    kind: "figure" | "table" | "reading" | "conflict",
    entries: readonly { readonly id: string; readonly title: string; readonly says: string }[],
  ): ReactNode => (
    <Block title={title} show={entries.length > 0}>
      <Points>
        {entries.map((entry) => (
          <Group component="li" key={entry.id} gap="2px 12px">
            <PolicyLink kind={kind} id={entry.id}>
              {entry.title}
            </PolicyLink>
            <span className="quiet">{entry.says}</span>
          </Group>
        ))}
      </Points>
    </Block>
  );
  const used = <Entry extends { readonly id: string }>(entries: readonly Entry[], ids: readonly string[]): Entry[] =>
    entries.filter(({ id }) => ids.includes(id));
  return (
    <>
      {list(
        text.matter.figures,
        "figure",
        used(figures, matter.figures).map(({ id, title, values, unit }) => {
          const latest = values.findLast(({ value }) => value !== null);
          const says = latest?.value ? text.figure.latest(latest.value, unit, latest.from) : text.figure.missing;
          return { id, title, says };
        }),
      )}
      {list(
        text.matter.tables,
        "table",
        used(tables, matter.tables).map(({ id, title, inputs, outputs }) => ({
          id,
          title,
          says: `${inputs.join("、")} → ${outputs.join("、")}`,
        })),
      )}
      {list(
        text.matter.readings,
        "reading",
        used(readings, matter.readings).map(({ id, question, options, chosen }) => ({
          id,
          title: question,
          says: `${text.reading.chosen}：${options.find((option) => option.id === chosen)?.title ?? ""}`,
        })),
      )}
      {list(
        text.matter.conflicts,
        "conflict",
        used(conflicts, matter.conflicts).map(({ id, title, used: says }) => ({
          id,
          title,
          says: `${text.conflict.used}：${says}`,
        })),
      )}
    </>
  );
}

function Clauses({ matter }: { readonly matter: LibraryMatter }) {
  const { catalogue } = useReading();
  return (
    <Block title={text.matter.clauses} show={matter.clauses.length > 0}>
      <Table>
        <Table.Tbody>
          {matter.clauses.map(({ id, parts }) => {
            const found = catalogue.clause(id);
            return found === null ? null : (
              <Table.Tr key={id}>
                <Table.Td w="33%">
                  <PolicyLink kind="clause" id={id}>
                    {found.document.title} {found.clause.clause}
                  </PolicyLink>
                </Table.Td>
                <Table.Td>{found.clause.summary}</Table.Td>
                <Table.Td w="22%">
                  <Parts parts={parts} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Block>
  );
}
