/**
 * Everything that can be done by key, in one registry: the same list drives the keys, the hints on buttons,
 * the command palette and the F1 page.
 */
import { createContext, useContext, useEffect, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from "react";

export interface Command {
  readonly id: string;
  readonly label: string;
  /** `F8`, `Escape` or `Ctrl+K`; without one the command is in the palette only. */
  readonly key?: string;
  readonly run: () => void;
  readonly disabled?: boolean;
  /** Also from within dialogs. */
  readonly always?: boolean;
}

interface Layer {
  readonly commands: readonly Command[];
  /** A dialog: nothing below it can be reached by key. */
  readonly modal: boolean;
}

interface Registry {
  readonly layers: readonly Layer[];
  set(owner: symbol, layer: Layer | null): void;
}

const RegistryContext = createContext<Registry | null>(null);
const LayersContext = createContext<readonly Layer[]>([]);

function keyName(event: KeyboardEvent): string {
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return event.ctrlKey || event.metaKey ? `Ctrl+${key}` : key;
}

/** Commands that can be reached now, nearest layer first; one per key. */
export function reachable(layers: readonly Layer[]): Command[] {
  const found: Command[] = [];
  const keys = new Set<string>();
  let covered = false;
  for (const layer of layers.toReversed()) {
    for (const command of layer.commands) {
      if (covered && command.always !== true) continue;
      if (command.key !== undefined && keys.has(command.key)) continue;
      if (command.key !== undefined) keys.add(command.key);
      found.push(command);
    }
    covered ||= layer.modal;
  }
  return found;
}

const RESERVED = /^F(?:[1-46-9]|10|12)$/;

export function CommandProvider({ children }: { readonly children: ReactNode }) {
  const owners = useRef(new Map<symbol, Layer>());
  const [layers, setLayers] = useState<readonly Layer[]>([]);
  const newest = useRef<readonly Layer[]>(layers);

  const registry = useMemo<Registry>(
    () => ({
      get layers() {
        return newest.current;
      },
      set(owner, layer) {
        if (layer === null) owners.current.delete(owner);
        else owners.current.set(owner, layer);
        newest.current = [...owners.current.values()];
        setLayers(newest.current);
      },
    }),
    [],
  );

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.altKey || event.isComposing || (event.defaultPrevented && event.key === "Escape")) return;
      const name = keyName(event);
      const command = reachable(newest.current).find((candidate) => candidate.key === name);
      // The browser's own meaning of these keys (find, focus the address bar, menu) would tear the clerk out of the form.
      if (RESERVED.test(name) || command) event.preventDefault();
      if (command && !command.disabled && !event.repeat) command.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);

  return (
    <RegistryContext value={registry}>
      <LayersContext value={layers}>{children}</LayersContext>
    </RegistryContext>
  );
}

/** Offers commands while the calling component is on screen. */
export function useCommands(commands: readonly Command[], { modal = false }: { readonly modal?: boolean } = {}): void {
  const registry = useContext(RegistryContext);
  const latest = useRef(commands);
  latest.current = commands;
  const owner = useMemo(() => Symbol("commands"), []);
  const visible = JSON.stringify(commands.map(({ run: _run, ...shown }) => shown));

  // with what is on the screen, not after it: the next key, too, means what is there now
  useLayoutEffect(() => {
    // The functions change with every rendering; the registry hears only of what can be seen and finds them by id.
    const shown = JSON.parse(visible) as Omit<Command, "run">[];
    const stable = shown.map((command) => ({ ...command, run: () => latest.current.find(({ id }) => id === command.id)?.run() }));
    registry?.set(owner, { commands: stable, modal });
  }, [registry, owner, visible, modal]);
  useLayoutEffect(() => () => registry?.set(owner, null), [registry, owner]);
}

export const useReachableCommands = (): Command[] => reachable(useContext(LayersContext));
