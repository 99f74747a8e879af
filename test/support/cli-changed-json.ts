import fc from 'fast-check';

type Path = readonly (string | number)[];

/** Every place in a JSON value, the value itself included. */
function placesIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const inner = Object.entries(value).flatMap(([key, element]) =>
    placesIn(element, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return [path, ...inner];
}

/** A JSON value with one of its parts replaced, left out, renamed or doubled. */
export function changedSomewhere(original: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(original).filter((path) => path.length > 0);
  const how = fc.constantFrom('replace', 'leaveOut', 'rename', 'double');
  return fc
    .tuple(fc.constantFrom(...places), how, fc.jsonValue({ maxDepth: 2 }), fc.string())
    .map(([path, kind, value, name]) => changed(structuredClone(original), path, kind, value, name));
}

function changed(root: unknown, path: Path, kind: string, value: unknown, name: string): unknown {
  const last = path.at(-1) ?? 0;
  const holder = path.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(Object(inner), step), root);
  if (Array.isArray(holder)) changeElement(holder, Number(last), kind, value);
  else changeKey(Object(holder), String(last), kind, value, name);
  return root;
}

function changeElement(list: unknown[], index: number, kind: string, value: unknown): void {
  if (kind === 'replace') list[index] = value;
  else if (kind === 'leaveOut') list.splice(index, 1);
  else list.splice(index, 0, kind === 'double' ? list[index] : value);
}

function changeKey(object: object, key: string, kind: string, value: unknown, name: string): void {
  const before: unknown = Reflect.get(object, key);
  if (kind === 'replace') Reflect.set(object, key, value);
  else Reflect.deleteProperty(object, key);
  const renamed = kind === 'rename' ? name : `${key}2`;
  if (kind === 'rename' || kind === 'double') {
    Object.defineProperty(object, renamed, { value: before, enumerable: true, configurable: true });
  }
}
