import { Link } from "@tanstack/react-router";
import { text } from "./text.ts";

export function NotFound() {
  return (
    <div className="page page-empty">
      <h1>{text.notFound.title}</h1>
      <Link to="/">{text.notFound.back}</Link>
    </div>
  );
}
