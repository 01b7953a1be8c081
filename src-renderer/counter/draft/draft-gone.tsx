import { Link } from "@tanstack/react-router";
import { text } from "../text.ts";
import { EmptyPage } from "../../ui/page/page.tsx";

/** The address names a form that is neither stored nor new: submitted or discarded meanwhile. */
export function DraftGone() {
  return (
    <EmptyPage>
      <h1>{text.form.gone}</h1>
      <p>{text.form.goneBody}</p>
      <Link to="/">{text.form.goneBack}</Link>
    </EmptyPage>
  );
}
