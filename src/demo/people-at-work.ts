import type { Language } from '#core/calendar/bilingual.ts';
import type { Act, AskedKind } from './act.ts';
import { type JiraDoor, jiraDoor } from './jira-door.ts';
import { filledForm, signedLetter } from './signature.ts';

/** Plays acts through Jira's own doors and remembers which ticket is which. */
export interface PeopleAtWork {
  /** @returns key of the ticket it was done to */
  readonly perform: (act: Act) => Promise<string>;
}

const REQUEST_TYPES: Readonly<Record<AskedKind, string>> = {
  consultation: '1',
  error: '2',
  changeRequest: '3',
};

/** The simulator's transitions, which end in these statuses. */
const STATUS_IDS = { inProgress: '10202', waiting: '10203', resolved: '10204' } as const;

export function peopleAtWork(url: string, language: Language): PeopleAtWork {
  const tickets = new Map<string, { readonly key: string; readonly subject: string }>();

  const keyOf = (act: Act): string => {
    const known = tickets.get(act.ticket);
    if (known === undefined) throw new Error(`nobody has opened "${act.ticket}" yet`);
    return known.key;
  };

  return {
    async perform(act) {
      const door = jiraDoor(url, act.who);
      switch (act.does) {
        case 'mails': {
          const known = tickets.get(act.ticket);
          const subject =
            known === undefined ? (act.subject?.[language] ?? '') : `Re: [${known.key}] ${known.subject}`;
          const text =
            known === undefined ? signedLetter(act.text[language], act.who, language) : act.text[language];
          const { key } = await mail(door, act, subject, text);
          if (known === undefined) tickets.set(act.ticket, { key, subject });
          return key;
        }
        case 'asksOnPortal': {
          const subject = act.subject[language];
          const { issueKey } = await door<{ issueKey: string }>('POST', '/rest/servicedeskapi/request', {
            serviceDeskId: '1',
            requestTypeId: REQUEST_TYPES[act.kind],
            requestFieldValues: {
              summary: subject,
              description: filledForm(act.text[language], act.who, language),
            },
          });
          tickets.set(act.ticket, { key: issueKey, subject });
          return issueKey;
        }
        case 'registersCall': {
          const subject = act.subject[language];
          const { key } = await door<{ key: string }>('POST', '/sim/phone', {
            agent: act.who,
            caller: act.for,
            summary: subject,
            text: act.text[language],
            requestTypeId: REQUEST_TYPES[act.kind],
          });
          tickets.set(act.ticket, { key, subject });
          return key;
        }
        case 'answers':
          await comment(door, keyOf(act), act.text[language], true);
          return keyOf(act);
        case 'notes':
          await comment(door, keyOf(act), act.text[language], false);
          return keyOf(act);
        case 'labels':
          await door('PUT', `/rest/api/3/issue/${keyOf(act)}`, {
            update: { labels: act.labels.map((add) => ({ add })) },
          });
          return keyOf(act);
        case 'moves':
          await move(door, keyOf(act), STATUS_IDS[act.to]);
          return keyOf(act);
      }
    },
  };
}

async function mail(
  door: JiraDoor,
  act: Act & { does: 'mails' },
  subject: string,
  text: string,
): Promise<{ readonly key: string }> {
  const { files = [], filesLaterSeconds, delaySeconds } = act;
  return door('POST', '/sim/mail', {
    from: act.who,
    subject,
    text,
    files,
    ...(filesLaterSeconds === undefined ? {} : { filesLaterSeconds }),
    ...(delaySeconds === undefined ? {} : { delaySeconds }),
    ...(act.kind === undefined ? {} : { requestTypeId: REQUEST_TYPES[act.kind] }),
  });
}

async function comment(door: JiraDoor, key: string, text: string, isPublic: boolean): Promise<void> {
  await door('POST', `/rest/servicedeskapi/request/${key}/comment`, { body: text, public: isPublic });
}

interface OfferedTransition {
  readonly id: string;
  readonly to: { readonly id: string };
  readonly fields?: {
    readonly resolution?: { readonly allowedValues: readonly { readonly name: string }[] };
  };
}

/** Takes the transition that leads there, and fills its screen as an agent would: the first resolution offered. */
async function move(door: JiraDoor, key: string, statusId: string): Promise<void> {
  const place = `/rest/api/3/issue/${key}/transitions`;
  const { transitions } = await door<{ transitions: readonly OfferedTransition[] }>(
    'GET',
    `${place}?expand=transitions.fields`,
  );
  const transition = transitions.find(({ to }) => to.id === statusId);
  // Jira's own automation may have moved it there already.
  if (transition === undefined) return;
  const resolution = transition.fields?.resolution?.allowedValues[0];
  await door('POST', place, {
    transition: { id: transition.id },
    ...(resolution === undefined ? {} : { fields: { resolution: { name: resolution.name } } }),
  });
}
