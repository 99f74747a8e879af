import { CLOUD } from './cloud.ts';
import { DATA_CENTER } from './data-center.ts';
import type { Dialect } from './dialect.ts';

/** Which Jira a site is. */
export type Flavour = 'cloud' | 'data-center';

const DIALECTS: Readonly<Record<Flavour, Dialect>> = { cloud: CLOUD, 'data-center': DATA_CENTER };

export function dialectOf(flavour: Flavour): Dialect {
  return DIALECTS[flavour];
}
