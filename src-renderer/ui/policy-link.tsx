/** A way from wherever a clause, figure, table, reading or conflict is named to where it stands in the policy library. */
import { Link } from "@tanstack/react-router";
import { createContext, useContext, type ReactNode } from "react";
import type { LibraryKind } from "../../src-shared/contract/library.ts";
import classes from "./policy-link.module.css";

const CityContext = createContext<string | null>(null);

/** The city whose library the links below lead to. */
export const PolicyCity = CityContext.Provider;

export interface PolicyTarget {
  readonly kind: LibraryKind;
  readonly id: string;
  /** Of a figure: first day of the value's validity; of a table: see `tableLine`. */
  readonly line?: string;
}

/** A row of a decision table as a line; rows count from 0. */
export const tableLine = (row: number): string => `row-${row + 1}`;

/** Plain text where no city is given. */
export function PolicyLink({
  kind,
  id,
  line,
  title,
  className,
  children,
}: PolicyTarget & { readonly title?: string; readonly className?: string | undefined; readonly children: ReactNode }) {
  const city = useContext(CityContext);
  if (city === null) {
    return (
      <span className={className} title={title}>
        {children}
      </span>
    );
  }
  return (
    <Link
      to="/policy/{-$city}/{-$kind}/{-$id}"
      params={{ city, kind, id }}
      search={line === undefined ? {} : { line }}
      className={className === undefined ? classes.link : `${classes.link} ${className}`}
      title={title}
    >
      {children}
    </Link>
  );
}
