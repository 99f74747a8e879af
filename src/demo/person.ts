import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { User } from '#simulator/model.ts';

/** How to reach somebody, as they put it under what they write. */
export interface Contacts {
  readonly organization: Bilingual;
  readonly phone: string;
}

/** Somebody of the demo's cast. */
export interface Person {
  readonly name: Bilingual;
  readonly accountType: User['accountType'];
  /** Of customers who sign what they write. */
  readonly contacts?: Contacts;
}
