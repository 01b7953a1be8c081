import { Group } from "@mantine/core";
import type { LibraryConflict } from "../../src-shared/contract/library.ts";
import { Facts } from "../ui/page/facts.tsx";
import { PolicyLink } from "../ui/policy-link.tsx";
import { useEntry, useReading } from "./library.ts";
import { UsedBy } from "./refs.tsx";
import { Authority, Sheet, SheetLines, SheetText } from "./sheet.tsx";
import { text } from "./text.ts";

/** Where two sources differ: which one is used, when and why. */
export function Conflicts() {
  const { catalogue } = useReading();
  return catalogue.library.conflicts.map((conflict) => <ConflictSheet key={conflict.id} conflict={conflict} />);
}

function ConflictSheet({ conflict }: { readonly conflict: LibraryConflict }) {
  const { catalogue } = useReading();
  const entry = useEntry("conflict", conflict.id);
  return (
    <Sheet label={conflict.title} title={conflict.title} id={conflict.id} {...entry}>
      <SheetText>
        <Facts wide>
          <dt>{text.conflict.used}</dt>
          <dd>
            <strong>{conflict.used}</strong>
          </dd>
          <dt>{text.conflict.other}</dt>
          <dd>{conflict.other}</dd>
          <dt>{text.conflict.why}</dt>
          <dd>{conflict.why}</dd>
        </Facts>
      </SheetText>
      <SheetLines>
        {conflict.citations.map((id) => {
          const found = catalogue.clause(id);
          return found === null ? null : (
            <li key={id}>
              <Group gap="2px 8px">
                <Authority of={found.document} />
                <PolicyLink kind="clause" id={id} title={found.clause.summary}>
                  {found.document.title} {found.clause.clause}
                </PolicyLink>
              </Group>
            </li>
          );
        })}
        <li>
          <UsedBy ids={conflict.usedBy} />
        </li>
      </SheetLines>
    </Sheet>
  );
}
