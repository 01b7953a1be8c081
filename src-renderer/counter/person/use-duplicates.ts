import { useDebouncedValue } from "@mantine/hooks";
import type { DuplicateView } from "../../../src-shared/contract/people.ts";
import { useCall } from "../../app/calls/queries.ts";
import type { IdentityTyped } from "./use-identity.ts";

const NONE: readonly DuplicateView[] = [];

/** Asked as soon as the number is whole, and again when the name or what is told has been typed. */
export function useDuplicates({ person, settled }: IdentityTyped): readonly DuplicateView[] {
  const { phone: _phone, ...identity } = person;
  const [key] = useDebouncedValue(JSON.stringify(identity), 250);
  const found = useCall("people.duplicates", JSON.parse(key) as typeof identity, { enabled: settled, keep: true });
  return settled ? (found.data ?? NONE) : NONE;
}
