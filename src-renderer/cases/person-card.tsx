import { Button } from "@mantine/core";
import { IconEye } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { Fragment, useState } from "react";
import type { CaseVersion, CaseView } from "../../src-shared/domain/case.ts";
import { identityLines } from "../../src-shared/text/identity.ts";
import { RevealDialog } from "../people/reveal-dialog.tsx";
import { dayAndTime } from "../ui/dates/format.ts";
import { text } from "./text.ts";
import { Card } from "../ui/page/card.tsx";
import { Facts } from "../ui/page/facts.tsx";

/** Who the case is about; the number is masked until somebody says why it must be seen. */
export function PersonCard({ view, version }: { readonly view: CaseView; readonly version: CaseVersion }) {
  const { person } = version;
  // an open case may have no decision yet
  const decision = version.decision as CaseVersion["decision"] | null;
  const title = decision?.personTitle ?? text.page.person;
  const [number, ...told] = identityLines(person);
  const [revealing, setRevealing] = useState(false);
  return (
    <Card
      title={title}
      tools={
        <Link to="/people/$personId" params={{ personId: view.personId }}>
          {text.page.personFile}
        </Link>
      }
    >
      <Facts>
        <dt>{number[0]}</dt>
        <dd className="mono">
          {number[1]}
          <Button
            variant="subtle"
            size="compact-xs"
            leftSection={<IconEye size={15} stroke={1.7} aria-hidden />}
            aria-label={text.page.revealOf(view.name)}
            onClick={() => setRevealing(true)}
          >
            {text.page.reveal}
          </Button>
        </dd>
        {told.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
          </Fragment>
        ))}
        <dt>{text.page.phone}</dt>
        <dd className="tabular">{person.phone === "" ? text.page.none : person.phone}</dd>
        <dt>{text.page.asOf}</dt>
        <dd className="tabular">{version.asOf}</dd>
        <dt>{text.page.submittedBy}</dt>
        <dd>
          {version.clerk} <span className="tabular">{dayAndTime(version.at)}</span>
        </dd>
        {version.reason === "" ? null : (
          <>
            <dt>{text.page.reason}</dt>
            <dd>{version.reason}</dd>
          </>
        )}
      </Facts>
      {revealing ? <RevealDialog personId={view.personId} name={view.name} onClose={() => setRevealing(false)} /> : null}
    </Card>
  );
}
