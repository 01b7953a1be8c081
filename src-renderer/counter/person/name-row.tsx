import { TextInput } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useState } from "react";
import type { IdentityKind } from "../../../src-shared/domain/identity/kinds.ts";
import { nameProblem, unknownCharacters } from "../../../src-shared/domain/identity/name.ts";
import { NAME_TEXT, unknownCharactersText } from "../../../src-shared/text/identity.ts";
import { RowNote } from "../questions/row-note.tsx";
import { FieldRow } from "../questions/field-row.tsx";
import { text } from "../text.ts";

/** Too short a name is told when the field is left; an empty one where the form is finished. */
export function NameRow({
  name,
  kind,
  onName,
}: {
  readonly name: string;
  readonly kind: IdentityKind;
  readonly onName: (name: string) => void;
}) {
  const [left, setLeft] = useState(name !== "");
  const problem = left && name.trim() !== "" ? nameProblem(name, kind) : undefined;
  const unknown = unknownCharacters(name);
  return (
    <FieldRow
      field="person.name"
      label={text.form.name}
      labelId="person-name-label"
      htmlFor="person-name"
      required
      error={problem === undefined ? undefined : NAME_TEXT[problem]}
      errorId="person-name-error"
      open={
        unknown.length === 0 ? null : (
          <RowNote tone="warning" icon={IconAlertTriangle}>
            {unknownCharactersText(unknown)}
          </RowNote>
        )
      }
    >
      <TextInput
        id="person-name"
        maw={240}
        value={name}
        maxLength={60}
        autoComplete="off"
        error={problem !== undefined}
        onChange={(event) => {
          setLeft(false);
          onName(event.currentTarget.value);
        }}
        onBlur={() => setLeft(true)}
      />
    </FieldRow>
  );
}
