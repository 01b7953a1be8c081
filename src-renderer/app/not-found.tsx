import { Link } from "@tanstack/react-router";
import { text } from "./text.ts";
import { EmptyPage } from "../ui/page/page.tsx";

export function NotFound() {
  return (
    <EmptyPage>
      <h1>{text.notFound.title}</h1>
      <Link to="/">{text.notFound.back}</Link>
    </EmptyPage>
  );
}
