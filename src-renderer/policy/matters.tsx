import { Button, Table, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { LibraryField, LibraryMatter, LibraryQuestion, LibraryStated } from "../../src-shared/contract/library.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../src-shared/text/labels.ts";
import { useSession } from "../app/session/session.tsx";
import { useStartForm } from "../counter/home/matters.ts";
import { SectionLines } from "../ui/decision/sections.tsx";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { ClauseRefs, Parts } from "./refs.tsx";
import { Standing } from "./standing.tsx";
import { text } from "./text.ts";
import { QUESTION_TYPE_LABELS } from "../../src-shared/text/library.ts";
import classes from "./matters.module.css";
import policyClasses from "./policy.module.css";

/** Every matter in one line. */
export function MatterList() {
  const { catalogue } = useReading();
  return (
    <ul className={classes.matterList}>
      {catalogue.library.matters.map((matter) => (
        <li key={matter.id}>
          <PolicyLink kind="matter" id={matter.id}>
            {matter.title}
          </PolicyLink>
          {matter.standing === "current" ? null : <Standing standing={matter.standing} />}
          <span className={classes.matterSummary}>{matter.summary}</span>
          <span className={`quiet ${policyClasses.policySheetAside}`}>
            {text.matter.summaryCounts(matter.questions.length, matter.clauses.length)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Block({ title, show, children }: { readonly title: string; readonly show: boolean; readonly children: ReactNode }) {
  if (!show) return null;
  return (
    <section className={classes.matterBlock} aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

/** One matter, whole: what is asked, what must hold, what is handed in, and everything that it rests on. */
export function MatterPage({ matter }: { readonly matter: LibraryMatter }) {
  const { clerk } = useSession();
  const startForm = useStartForm();
  const entry = useEntry("matter", matter.id);
  const words = text.matter;
  return (
    <article className={`${policyClasses.policySheet} ${policyClasses.policyMatter}`} aria-label={matter.title} {...entry}>
      <header>
        <h2>{matter.title}</h2>
        <Standing standing={matter.standing} />
        <span className="mono quiet">{matter.id}</span>
        {clerk.role === "auditor" ? null : (
          <Button
            size="compact-sm"
            variant="default"
            className={policyClasses.policySheetAside}
            onClick={() => startForm(matter.id)}
          >
            {words.start}
          </Button>
        )}
      </header>
      <p className={policyClasses.policySheetBody}>{matter.summary}</p>
      <Block title={words.conditions} show={matter.conditions.length > 0}>
        <Table>
          <Table.Tbody>
            {matter.conditions.map((condition) => (
              <Table.Tr key={condition.id}>
                <Table.Th scope="row">{condition.title}</Table.Th>
                <Table.Td>{condition.required}</Table.Td>
                <Table.Td className={classes.basis}>
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
          <tbody>
            {matter.materials.map((material) => (
              <tr key={material.id}>
                <th scope="row">{material.title}</th>
                <td className={classes.nowrap}>
                  {MATERIAL_FORM_LABELS[material.form]} {words.count(material.count)} · {MATERIAL_NEED_LABELS[material.need]}
                </td>
                <td>{material.because}</td>
                <td className={classes.basis}>
                  <ClauseRefs ids={material.citations} />
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Block>
      <Stated title={words.places} said={matter.places} />
      <Stated title={words.timeLimits} said={matter.timeLimits} />
      <Block title={words.sections} show={matter.sections.length > 0}>
        {matter.sections.map((section) => (
          <div key={section.id} className={classes.matterSection}>
            <p>
              <strong>{section.title}</strong> <ClauseRefs ids={section.citations} />
            </p>
            <SectionLines section={section} />
          </div>
        ))}
      </Block>
      <Block title={words.notices} show={matter.notices.length > 0}>
        <ul className={classes.matterNotices}>
          {matter.notices.map((notice) => (
            <li key={notice.id}>
              {notice.text} <ClauseRefs ids={notice.citations} />
            </li>
          ))}
        </ul>
      </Block>
      <Next matter={matter} />
      <Data matter={matter} />
      <Clauses matter={matter} />
    </article>
  );
}

function Stated({ title, said }: { readonly title: string; readonly said: readonly LibraryStated[] }) {
  return (
    <Block title={title} show={said.length > 0}>
      <ul className={classes.matterNotices}>
        {said.map((one) => (
          <li key={one.text}>
            {one.text} <ClauseRefs ids={one.citations} />
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Questions({ questions }: { readonly questions: readonly LibraryQuestion[] }) {
  const row = (question: LibraryField, inside: boolean): ReactNode => (
    <tr key={`${inside ? "field" : "fact"} ${question.title}`}>
      <th scope="row" className={inside ? classes.questionField : undefined}>
        {question.title}
        {question.sometimes ? (
          <Text component="small" size="sm" c="dimmed">
            {" "}
            {text.matter.sometimes}
          </Text>
        ) : null}
      </th>
      <td>
        {question.type === "choice" ? question.options.join(" / ") : QUESTION_TYPE_LABELS[question.type]}
        {question.help === "" ? null : <small className={classes.questionHelp}>{question.help}</small>}
      </td>
      <td className={classes.basis}>
        <ClauseRefs ids={question.citations} />
      </td>
    </tr>
  );
  return (
    <Block title={text.matter.questions} show={questions.length > 0}>
      <Table>
        <tbody>
          {questions.flatMap((question) => [row(question, false), ...question.fields.map((field) => row(field, true))])}
        </tbody>
      </Table>
    </Block>
  );
}

function Next({ matter }: { readonly matter: LibraryMatter }) {
  const { catalogue } = useReading();
  return (
    <Block title={text.matter.next} show={matter.next.length > 0}>
      <ul className={classes.matterNotices}>
        {matter.next.map((next) => (
          <li key={`${next.matter} ${next.why}`}>
            <PolicyLink kind="matter" id={next.matter}>
              {catalogue.titleOf("matter", next.matter) ?? next.matter}
            </PolicyLink>
            ：{next.why} <ClauseRefs ids={next.citations} />
          </li>
        ))}
      </ul>
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
      <ul className={classes.matterData}>
        {entries.map((entry) => (
          <li key={entry.id}>
            <PolicyLink kind={kind} id={entry.id}>
              {entry.title}
            </PolicyLink>
            <Text span size="sm" c="dimmed">
              {entry.says}
            </Text>
          </li>
        ))}
      </ul>
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
          const says = latest ? `${text.figure.latest} ${latest.value} ${unit}（${latest.from} 起）` : text.figure.missing;
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
        <tbody>
          {matter.clauses.map(({ id, parts }) => {
            const found = catalogue.clause(id);
            return found === null ? null : (
              <tr key={id}>
                <td className={classes.matterClause}>
                  <PolicyLink kind="clause" id={id}>
                    {found.document.title} {found.clause.clause}
                  </PolicyLink>
                </td>
                <td>{found.clause.summary}</td>
                <td className={classes.basis}>
                  <Parts parts={parts} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </Table>
    </Block>
  );
}
