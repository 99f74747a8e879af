/**
 * Something that is computed when somebody asks, and once at most: ledgers, traces and reasons are read by people,
 * and at the steps of a forecast nobody looks.
 *
 * @param compute pure, so that it does not matter when
 */
export function whenAsked<Value>(compute: () => Value): () => Value {
  let known: { readonly value: Value } | undefined;
  return () => {
    known ??= { value: compute() };
    return known.value;
  };
}
