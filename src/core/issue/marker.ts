import type { Marker } from '#core/ticket/entry.ts';
import { isObject, type JsonObject, objectsAt, own, textAt } from './json.ts';

/** Name of the comment and issue property by which we know our own words again. */
export const MARKER_PROPERTY = 'reglament.effect';

/** Version of the marker's form; a later form keeps these fields. */
const MARKER_FORM = 1;

/** The marker as it is stored in Jira. */
export function writeMarker(marker: Marker): JsonObject {
  return {
    v: MARKER_FORM,
    ...marker,
    ...(marker.promisedLastDay === undefined ? {} : { promisedLastDay: marker.promisedLastDay.toString() }),
  };
}

/** The marker among a comment's properties; `undefined` when the comment bears none that can be read. */
export function readMarker(properties: unknown): Marker | undefined {
  const entries = Array.isArray(properties) ? properties.filter(isObject) : [];
  const found = entries.find((entry) => textAt(entry, 'key') === MARKER_PROPERTY);
  const value = found === undefined ? undefined : own(found, 'value');
  return isObject(value) ? readMarkerValue(value) : undefined;
}

/** The marker inside a property's value. */
export function readMarkerValue(value: JsonObject): Marker | undefined {
  const key = textAt(value, 'key');
  if (key === undefined) return undefined;
  const asked = own(value, 'asked');
  const promisedLastDay = readDay(textAt(value, 'promisedLastDay'));
  const opened = textAt(value, 'opened');
  const policyVersion = textAt(value, 'policyVersion');
  return {
    key,
    rule: textAt(value, 'rule') ?? '',
    message: textAt(value, 'message') ?? '',
    ...(Array.isArray(asked) ? { asked: asked.filter((item) => typeof item === 'string') } : {}),
    ...(promisedLastDay === undefined ? {} : { promisedLastDay }),
    ...(opened === undefined ? {} : { opened }),
    ...(policyVersion === undefined ? {} : { policyVersion }),
  };
}

/** Whether a comment is marked as internal the way Jira Service Management marks it. */
export function isMarkedInternal(comment: JsonObject): boolean {
  return objectsAt(comment, 'properties').some((property) => {
    const value = own(property, 'value');
    return (
      textAt(property, 'key') === 'sd.public.comment' &&
      isObject(value) &&
      [true, 'true'].includes(own(value, 'internal') as never)
    );
  });
}

function readDay(text: string | undefined): Temporal.PlainDate | undefined {
  if (text === undefined) return undefined;
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return undefined;
  }
}
