import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { useCall } from "../../app/calls/queries.ts";

export function useMatters() {
  return useCall("policy.matters", {}, { staleTime: 60_000 });
}

/** Matters that have a fault in their policy data and are not offered. */
export function useFaultyMatters() {
  return useCall("policy.faulty", {}, { staleTime: 60_000 });
}

/** What people ask for and no matter does; shipped with the program, so it stays as it is. */
export function useElsewhere() {
  return useCall("policy.elsewhere", {}, { staleTime: 60_000 });
}

/** Opens an empty form of a matter under a new draft id; nothing is stored until something is typed. */
export function useStartForm(): (matter: string) => void {
  const navigate = useNavigate();
  return useCallback(
    (matter) => void navigate({ to: "/form/$draftId", params: { draftId: crypto.randomUUID() }, search: { matter } }),
    [navigate],
  );
}
