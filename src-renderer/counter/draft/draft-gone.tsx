import { Link } from "@tanstack/react-router";
import { text } from "../text.ts";

/** The address names a form that is neither stored nor new: submitted or discarded meanwhile. */
export function DraftGone() {
  return (
    <div className="page page-empty">
      <h1>{text.form.gone}</h1>
      <p>{text.form.goneBody}</p>
      <Link to="/">{text.form.goneBack}</Link>
    </div>
  );
}
