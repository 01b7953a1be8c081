import { Kbd, SimpleGrid, Table } from "@mantine/core";
import { Dialog } from "../../ui/dialogs/dialog.tsx";
import { useReachableCommands } from "./commands.tsx";
import { text } from "../text.ts";
import { useState } from "react";

/** F1: the keys that mean something here and now. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  // Taken before the dialog itself covers the screen's commands.
  const reachable = useReachableCommands();
  const [commands] = useState(() => reachable.filter((command) => command.key !== undefined));
  return (
    <Dialog title={text.keys.title} onClose={onClose} size={680}>
      <SimpleGrid cols={2} spacing="xl">
        <Keys
          title={text.keys.now}
          rows={commands.map(({ key = "", label }) => [text.keys.names[key] ?? key.replace("+", " + "), label])}
        />
        <Keys title={text.keys.always} rows={text.keys.rows} />
      </SimpleGrid>
    </Dialog>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <Table layout="fixed" captionSide="top">
      <Table.Caption>{title}</Table.Caption>
      <Table.Tbody>
        {rows.map(([key, meaning]) => (
          <Table.Tr key={key}>
            <Table.Th scope="row" w="45%">
              <Kbd>{key}</Kbd>
            </Table.Th>
            <Table.Td>{meaning}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
