/** A formula or a checklist uses a name that the data does not declare. Thrown while binding; the loader reports it as a policy problem. */
export class UnboundName extends Error {
  override readonly name = "UnboundName";
  /** Where it stands in the matter's YAML, if it stands there. */
  readonly path: readonly PropertyKey[];

  /** The id, where a file of the city or the nation would declare it. */
  readonly misses: string | undefined;

  constructor(message: string, path: readonly PropertyKey[] = ["id"], misses?: string) {
    super(message);
    this.path = path;
    this.misses = misses;
  }
}
