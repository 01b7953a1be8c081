import { NativeSelect } from "@mantine/core";
import { IDENTITY_KINDS, type IdentityKind } from "../../src-shared/domain/identity/kinds.ts";
import { DOCUMENT_NAMES } from "../../src-shared/text/identity.ts";

const KINDS = IDENTITY_KINDS.map((value) => ({ value, label: DOCUMENT_NAMES[value] }));

/** Which document a person is known by; Enter passes it by, for as a rule the number says it. */
export function KindChoice({
  label,
  ariaLabel,
  className,
  size = "sm",
  value,
  onChange,
}: {
  readonly label?: string;
  /** Where no label is seen. */
  readonly ariaLabel?: string;
  readonly className?: string | undefined;
  readonly size?: "xs" | "sm";
  readonly value: IdentityKind;
  readonly onChange: (kind: IdentityKind) => void;
}) {
  return (
    <NativeSelect
      {...(label === undefined ? {} : { label })}
      {...(ariaLabel === undefined ? {} : { "aria-label": ariaLabel })}
      {...(className === undefined ? {} : { className })}
      size={size}
      {...(size === "xs" ? { rightSectionWidth: 22 } : {})}
      data={KINDS}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as IdentityKind)}
    />
  );
}
