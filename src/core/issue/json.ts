/** A JSON object whose keys nobody promised. */
export type JsonObject = { readonly [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property: Jira's history has a key named `toString`, which every object inherits. */
export function own(object: JsonObject, key: string): unknown {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

export function objectAt(object: JsonObject, key: string): JsonObject | undefined {
  const value = own(object, key);
  return isObject(value) ? value : undefined;
}

export function textAt(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  return typeof value === 'string' ? value : undefined;
}

/** A list that may be absent; elements that are no objects are left out. */
export function objectsAt(object: JsonObject, key: string): readonly JsonObject[] {
  const value = own(object, key);
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** An id may be a string or a number on the wire; Data Center sometimes ends it with an `L`. */
export function idAt(object: JsonObject, key: string): string | undefined {
  const value = own(object, key);
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.replace(/L$/, '') : undefined;
}
