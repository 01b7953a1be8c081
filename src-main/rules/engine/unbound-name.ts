/** A formula uses a name that the data does not declare. Thrown while binding; the loader reports it as a policy problem. */
export class UnboundName extends Error {
  override readonly name = "UnboundName";
}
