import type { ReactNode } from "react";
import { text } from "../text.ts";

/** The sheet on which setup and login stand. */
export function StartLayout({
  title,
  lead,
  wide = false,
  demo = false,
  children,
}: {
  readonly title: string;
  readonly lead?: string;
  readonly wide?: boolean;
  /** Whether the store is a demonstration: said on every screen. */
  readonly demo?: boolean;
  readonly children: ReactNode;
}) {
  return (
    <main className="start">
      <div className={wide ? "start-card start-card-wide" : "start-card"}>
        <header className="start-head">
          <span className="start-product">{text.product}</span>
          <span className="start-long">{text.productLong}</span>
          {demo ? <span className="demo-mark">{text.demoMark}</span> : null}
        </header>
        <div className="start-body">
          <h1>{title}</h1>
          {lead === undefined ? null : <p className="start-lead">{lead}</p>}
          {children}
        </div>
      </div>
    </main>
  );
}
