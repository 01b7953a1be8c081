/** A restore puts another store in place of the open one. Whoever uses the store holds a stand-in, which passes each call on to the one of now. */
import type { Store } from "../types.ts";

export function standInFor(present: () => Store): Store {
  const areas = new Map<PropertyKey, object>();
  const area = (name: keyof Store): object => {
    const known = areas.get(name);
    if (known !== undefined) return known;
    // an area that somebody keeps a hold of must not lead to a store that is closed
    const made = new Proxy({}, { get: (_target, member) => Reflect.get(present()[name] as object, member) as unknown });
    areas.set(name, made);
    return made;
  };
  return new Proxy({} as Store, {
    get(_target, name) {
      const value: unknown = Reflect.get(present(), name);
      return typeof value === "object" && value !== null ? area(name as keyof Store) : value;
    },
  });
}
