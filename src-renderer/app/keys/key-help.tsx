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
      <div className="key-help">
        <section>
          <h3>{text.keys.now}</h3>
          <dl>
            {commands.map((command) => (
              <div key={command.id}>
                <dt>
                  <kbd>{text.keys.names[command.key ?? ""] ?? command.key?.replace("+", " + ")}</kbd>
                </dt>
                <dd>{command.label}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section>
          <h3>{text.keys.always}</h3>
          <dl>
            {text.keys.rows.map(([key, meaning]) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{meaning}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
