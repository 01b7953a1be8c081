import { Group } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Sign } from "../../ui/page/sign.tsx";

const LOOKS = {
  help: { c: "dimmed" },
  warning: { c: "var(--warn)", fw: 600 },
  error: { c: "var(--bad)", fw: 600, role: "alert" },
} as const;

/** Under a field: how it is filled in, how it counts meanwhile, what is wrong with it. */
export const RowNote = ({
  tone = "help",
  icon,
  id,
  children,
}: {
  readonly tone?: keyof typeof LOOKS;
  readonly icon?: Icon;
  readonly id?: string | undefined;
  readonly children: ReactNode;
}) => (
  <Group
    component="p"
    gap={5}
    mt={4}
    fz="xs"
    lh={1.4}
    wrap="nowrap"
    align="flex-start"
    className="tabular"
    {...(id === undefined ? {} : { id })}
    {...LOOKS[tone]}
  >
    {icon === undefined ? null : <Sign icon={icon} />}
    {children}
  </Group>
);
