import { isObject, own } from '#core/issue/json.ts';
import type { JsonDocument, JsonPath } from '#core/policy/source/document.ts';

/**
 * Configuration files on top of each other, as one document: a later layer changes single keys, lists are
 * replaced whole. A finding points at the file that gave the value.
 *
 * @param layers the lowest first; at least one
 */
export function layeredDocument(layers: readonly JsonDocument[]): JsonDocument {
  const top = layers.at(-1);
  if (top === undefined) throw new RangeError('there is no layer');
  const giver = (path: JsonPath): JsonDocument =>
    layers.findLast((layer) => valueAt(layer.value, path) !== undefined) ?? top;
  return {
    path: top.path,
    value: layers.map(({ value }) => value).reduce(merged),
    spanOf: (path) => giver(path).spanOf(path),
    spanOfKey: (path) => giver(path).spanOfKey(path),
    placeOf: (path) => giver(path).placeOf(path),
    diagnose: (code, path, message, extra) => giver(path).diagnose(code, path, message, extra),
  };
}

/** The upper value where there is one; objects are merged key by key. */
export function merged(lower: unknown, upper: unknown): unknown {
  if (upper === undefined) return lower;
  if (!isObject(lower) || !isObject(upper)) return upper;
  const keys = new Set([...Object.keys(lower), ...Object.keys(upper)]);
  const object: Record<string, unknown> = Object.create(null);
  for (const key of keys) object[key] = merged(own(lower, key), own(upper, key));
  return object;
}

/** @returns `undefined` where nothing is */
export function valueAt(root: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return value[Number(step)];
    return isObject(value) ? own(value, String(step)) : undefined;
  }, root);
}
