import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { User } from '#simulator/model.ts';

/** Somebody of the demo's cast. */
export interface Person {
  readonly name: Bilingual;
  readonly accountType: User['accountType'];
}
