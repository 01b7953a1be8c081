/** A formula or a checklist uses a name that the data does not declare. Thrown while binding; the loader reports it as a policy problem. */
export class UnboundName extends Error {
  override readonly name = "UnboundName";
  /** Where it stands in the matter's YAML, if it stands there. */
  readonly path: readonly PropertyKey[];

  constructor(message: string, path: readonly PropertyKey[] = ["id"]) {
    super(message);
    this.path = path;
  }
}
