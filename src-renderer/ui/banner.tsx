import type { Icon } from "@tabler/icons-react";
import type { ReactNode } from "react";

/** A line over the page that stays until what it tells has been seen to. */
export function Banner({
  icon: Sign,
  title,
  body,
  children,
}: {
  readonly icon: Icon;
  readonly title: string;
  readonly body: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
}) {
  return (
    <div className="lost-banner" role="alert">
      <Sign size={20} aria-hidden />
      <strong>{title}</strong>
      <span>{body}</span>
      {children}
    </div>
  );
}
