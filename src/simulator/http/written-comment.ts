import type { Property } from '#simulator/model.ts';
import { isDocument } from '#simulator/wire/adf.ts';
import type { NewComment } from '#simulator/world.ts';

/** A comment as the platform takes it: public unless its property says that it is internal. */
export function writtenComment(written: unknown): Omit<NewComment, 'by'> | undefined {
  const { body, properties = [] } = (written ?? {}) as {
    body?: unknown;
    properties?: readonly Property[];
  };
  if (!isDocument(body)) return undefined;
  const visibility = properties.find(({ key }) => key === 'sd.public.comment')?.value as
    | { internal?: boolean }
    | undefined;
  return { body, public: visibility?.internal !== true, properties };
}
