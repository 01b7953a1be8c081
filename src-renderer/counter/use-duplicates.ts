import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { DuplicateView } from "../../src-shared/contract/office-views.ts";
import { call } from "../app/client.ts";

const NONE: readonly DuplicateView[] = [];

/** Asked as soon as the number is whole, and again when the name has been typed. */
export function useDuplicates(identityNumber: string | null, name: string): readonly DuplicateView[] {
  const [settledName] = useDebouncedValue(name.trim(), 250);
  const found = useQuery({
    queryKey: ["people.duplicates", { identityNumber, name: settledName }],
    queryFn: () => call("people.duplicates", { identityNumber: identityNumber ?? "", name: settledName }),
    enabled: identityNumber !== null,
    placeholderData: keepPreviousData,
  });
  return identityNumber === null ? NONE : (found.data ?? NONE);
}
