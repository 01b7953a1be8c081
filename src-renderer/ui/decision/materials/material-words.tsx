import { Badge, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import type { Citation, Material } from "../../../../src-shared/domain/decision.ts";
import { MATERIAL_FORM_LABELS, MATERIAL_NEED_LABELS } from "../../../../src-shared/text/labels.ts";
import { Sources } from "../explanation/sources.tsx";
import { text } from "../text.ts";

/** A material by name: whether it must be, in what form and how many, and why. */
export function MaterialWords({
  material,
  citations,
  toBring = false,
  children,
}: {
  readonly material: Material;
  readonly citations: ReadonlyMap<string, Citation>;
  /** It is not collected here: it has no box to tick, and that it must be goes without saying. */
  readonly toBring?: boolean;
  readonly children?: ReactNode;
}) {
  const isMust = material.need === "must";
  return (
    <div>
      <Group gap="2px 8px">
        {toBring ? (
          <strong>{material.title}</strong>
        ) : (
          <Text component="label" fz="sm" fw={600} htmlFor={`material-${material.id}`}>
            {material.title}
          </Text>
        )}
        {toBring && isMust ? null : (
          <Badge variant="default" fw={isMust ? 700 : 400} {...(isMust ? { bd: "1px solid var(--ink-2)" } : {})}>
            {MATERIAL_NEED_LABELS[material.need]}
          </Badge>
        )}
        <Text span fz="xs" c="var(--ink-2)">
          {MATERIAL_FORM_LABELS[material.form]} {text.materials.count(material.count)}
        </Text>
      </Group>
      <Text fz="xs" c="var(--ink-2)">
        {material.because} <Sources ids={material.citations} citations={citations} />
      </Text>
      {children}
    </div>
  );
}
