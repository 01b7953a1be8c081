import { QueryClient } from "@tanstack/react-query";
import { HostLost } from "./client.ts";

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The host is on this machine: the browser's idea of being online says nothing about it.
        networkMode: "always",
        retry: (failures, error) => error instanceof HostLost && failures < 2,
        retryDelay: 600,
        staleTime: 2_000,
        refetchOnWindowFocus: false,
      },
    },
  });
}
