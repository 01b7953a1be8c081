import "./app/calls/zod-setup.ts";
import "@mantine/core/styles.layer.css";
import "@mantine/charts/styles.layer.css";
import "@mantine/dates/styles.layer.css";
import "@mantine/notifications/styles.layer.css";
import "@mantine/spotlight/styles.layer.css";
import "../resources/fonts/fonts.css";
import "dayjs/locale/zh-cn";
import "./app/base.css";
import { MantineProvider } from "@mantine/core";
import { DatesProvider } from "@mantine/dates";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import { CommandProvider } from "./app/keys/commands.tsx";
import { makeQueryClient } from "./app/calls/query-client.ts";
import { cssVariables, theme } from "./app/theme.ts";

const root = document.getElementById("root");
if (!root) throw new Error("index.html has no #root");

createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <DatesProvider settings={{ locale: "zh-cn", firstDayOfWeek: 1 }}>
        <QueryClientProvider client={makeQueryClient()}>
          <CommandProvider>
            <Notifications position="bottom-left" limit={3} autoClose={4000} />
            <App />
          </CommandProvider>
        </QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  </StrictMode>,
);
