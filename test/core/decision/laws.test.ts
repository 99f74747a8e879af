import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explanationToJson } from '#cli/print/explanation-json.ts';
import { decide } from '#core/decision/decide.ts';
import type { Decision, PlannedEffect } from '#core/decision/decision.ts';
import { explain } from '#core/decision/explain.ts';
import { openSituation } from '#core/decision/open-situation.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { EVENT_KINDS, type EventKind, eventsOf, timePassed } from '#core/ticket/event.ts';
import { ticketAt } from '#core/ticket/past.ts';
import type { Ticket } from '#core/ticket/ticket.ts';
import { readingOfRequest } from '#standard/desk/reading-of-request.ts';
import { anyLook, anyStory } from '#test/support/any-story.ts';
import { reglamentWith, theConfiguration, theReglament, ticketOf } from '#test/support/desk.ts';
import { businessDaysBetween, deskIsOpen, endOfBusinessDay } from '#test/support/desk-days.ts';
import { ANNA, BOT, ROBOT } from '#test/support/people.ts';
import { type Deed, lastClosing, type Story, told, until, withDone } from '#test/support/told-story.ts';

/** The same stories in every run: a law that breaks must break for everybody. */
const STORIES = { seed: 20270216, numRuns: 600 };

const anyKind = fc.constantFrom<EventKind>(...EVENT_KINDS);

const OUR_LETTER: Deed = {
  does: 'says',
  text: 'Ваш ответ получен, обращение снова в работе.',
  means: 'none',
  with: { marker: { v: 1, key: 'told', rule: 'told', message: 'returned' } },
};

const COMPLAINT: Deed = { does: 'says', text: 'Ошибка повторилась на другом документе.', means: 'answers' };
const ESCALATED: Deed = { does: 'moves', status: 'Escalated' };

interface Look {
  readonly ticket: Ticket;
  readonly decision: Decision;
}

/** What is decided of the newest such event of a story, else of the passing of time. */
async function look(
  story: Story,
  kind: EventKind,
  at: Temporal.Instant,
  reglament: Reglament = theReglament(),
): Promise<Look> {
  const ticket = ticketAt(ticketOf(told(story)), at);
  const event = eventsOf(ticket).findLast((candidate) => candidate.kind === kind) ?? timePassed(at);
  return { ticket, decision: await decide(reglament, ticket, event, at) };
}

/** Holds a law against every story; `holds` tells whether the story put it to the test. */
async function inEveryStory(
  holds: (story: Story, at: Temporal.Instant, kind: EventKind) => Promise<boolean>,
): Promise<void> {
  let tested = 0;
  const property = fc.asyncProperty(anyStory, anyLook, anyKind, async (story, looks, kind) => {
    if (await holds(story, looks(story), kind)) tested += 1;
  });
  await fc.assert(property, STORIES);
  expect(tested).toBeGreaterThan(STORIES.numRuns / 50);
}

const isEarlier = (a: Temporal.Instant, b: Temporal.Instant) => Temporal.Instant.compare(a, b) < 0;
const keysOf = ({ effects }: Decision) => effects.map(({ key }) => key);

function isPublic({ data }: PlannedEffect): boolean {
  return (
    data.kind === 'reply' ||
    data.kind === 'openTicket' ||
    (data.kind === 'transition' && data.to === 'closed')
  );
}

describe('a decision', () => {
  test('comes of every story, and twice the same', async () => {
    await inEveryStory(async (story, at, kind) => {
      const first = await look(story, kind, at);
      const second = await look(story, kind, at);

      expect(JSON.stringify(second.decision)).toBe(JSON.stringify(first.decision));
      return first.decision.effects.length > 0;
    });
  });

  test('names its effects by site, ticket, rule, kind and cause, each once', async () => {
    await inEveryStory(async (story, at, kind) => {
      const { ticket, decision } = await look(story, kind, at);
      const causes = ['created', 'timePassed', ...ticket.entries.map(({ id }) => id)];

      expect(new Set(keysOf(decision)).size).toBe(decision.effects.length);
      for (const { key, rule, data } of decision.effects) {
        const slot = data.kind === 'label' ? `:${data.add.join('+')}` : '';
        expect(causes.map((cause) => `jira/10001/${rule}/${data.kind}${slot}/${cause}`)).toContain(key);
      }
      return decision.effects.length > 0;
    });
  });

  test('names them so whatever the texts say, and however late it is made', async () => {
    const reworded = reglamentWith(
      ['messages/ru.json', 'снова в работе', 'опять в работе'],
      ['messages/ru.json', 'мы ещё ждём', 'мы всё ещё ждём'],
    );
    await inEveryStory(async (story, at, kind) => {
      const now = await look(story, kind, at);
      const inOtherWords = await look(story, kind, at, reworded);
      const later = await look(until(story, at), kind, at.add({ hours: 50 }));

      expect(keysOf(inOtherWords.decision)).toEqual(keysOf(now.decision));
      for (const effect of later.decision.effects) {
        const same = now.decision.effects.find(
          ({ rule, data }) => rule === effect.rule && data.kind === effect.data.kind,
        );
        if (same !== undefined) expect(effect.key).toBe(same.key);
      }
      return now.decision.effects.length > 0;
    });
  });

  test('does not know what comes later', async () => {
    const explained = async (story: Story, kind: EventKind, at: Temporal.Instant) => {
      const explanation = await explain(theReglament(), ticketOf(told(story)), kind, at);
      if (explanation === undefined) return undefined;
      const {
        ticket,
        decision: { event },
      } = explanation;
      return JSON.stringify(
        explanationToJson(
          explanation,
          theReglament(),
          { modes: theConfiguration().modes, caps: [] },
          { request: readingOfRequest(openSituation(theReglament(), ticket, event, at)) },
        ),
      );
    };
    await inEveryStory(async (story, at, kind) => {
      const past = until(story, at);

      expect(await explained(story, kind, at)).toBe(await explained(past, kind, at));
      return past.acts.length < story.acts.length;
    });
  });
});

describe('a customer', () => {
  test('is not written to by time alone while the desk is closed', async () => {
    await inEveryStory(async (story, at) => {
      const { decision } = await look(story, 'timePassed', at);
      const acts = decision.effects.filter(isPublic);

      for (const { notBefore } of acts) expect(deskIsOpen(notBefore ?? at)).toBe(true);
      for (const { notBefore } of acts)
        expect(notBefore === undefined || isEarlier(at, notBefore)).toBe(true);
      return acts.length > 0 && !deskIsOpen(at);
    });
  });

  test('is not taken for silent without a question and a dated warning a full business day before', async () => {
    await inEveryStory(async (story, at) => {
      const { decision } = await look(story, 'timePassed', at);
      const closing = decision.effects.find(
        ({ rule, data }) => rule === 'close-on-silence' && data.kind === 'transition',
      );
      if (closing === undefined) return false;
      const { acts } = until(story, at);
      const asked = acts.findLastIndex(({ deed }) => deed.does === 'says' && deed.means === 'asks');
      const since = acts.slice(asked + 1);
      const warnings = since.filter(({ deed }) => deed.does === 'says' && deed.warns === true);

      expect(asked).toBeGreaterThanOrEqual(0);
      expect(since.filter(({ deed }) => deed.does === 'says' && deed.means === 'answers')).toEqual([]);
      expect(warnings.some((warning) => businessDaysBetween(warning.at, closing.notBefore ?? at) >= 1)).toBe(
        true,
      );
      return true;
    });
  });

  test('who writes in the last second of the window is not refused, whenever we get to it', async () => {
    await inEveryStory(async (story, at) => {
      const closing = lastClosing(until(story, at));
      const end = closing === undefined ? undefined : endOfBusinessDay(closing.at, closing.window);
      if (end === undefined) return false;
      const written = { at: end.subtract({ milliseconds: 1 }), who: ANNA, deed: COMPLAINT };
      const past = until(story, at).acts.filter((act) => isEarlier(act.at, written.at));
      const ticket = ticketOf(told({ ...story, acts: [...past, written] }));
      const letter = eventsOf(ticket).at(-1) ?? timePassed(end);
      const { event, effects } = await decide(theReglament(), ticket, letter, end.add({ hours: 100 }));

      expect(event.kind).toBe('replied');
      expect(effects.filter(({ rule }) => rule === 'late-return')).toEqual([]);
      return effects.length > 0;
    });
  });

  test('is not written to because of what we ourselves wrote', async () => {
    await inEveryStory(async (story, at, kind) => {
      const past = until(story, at);
      const ourWord = { who: BOT, at: at.add({ seconds: 1 }), deed: OUR_LETTER };
      const silent = await look(past, kind, at.add({ seconds: 2 }));
      const spoken = await look({ ...past, acts: [...past.acts, ourWord] }, kind, at.add({ seconds: 2 }));
      const replies = spoken.decision.effects.filter(isPublic);

      expect(keysOf(silent.decision)).toEqual(expect.arrayContaining(replies.map(({ key }) => key)));
      expect(eventsOf(spoken.ticket).filter(({ actor }) => actor === 'ourselves')).toEqual([]);
      return replies.length > 0;
    });
  });
});

describe('an effect', () => {
  test('is never planned on a status that nobody mapped, whatever happened before', async () => {
    await inEveryStory(async (story, at, kind) => {
      const past = until(story, at);
      const escalated = { at: at.add({ seconds: 1 }), who: ROBOT, deed: ESCALATED };
      const { decision } = await look(
        { ...past, acts: [...past.acts, escalated] },
        kind,
        at.add({ seconds: 2 }),
      );

      expect(decision.effects).toEqual([]);
      return decision.rules.some(({ fired }) => fired);
    });
  });

  test('that was done is not planned again', async () => {
    await inEveryStory(async (story, at, kind) => {
      const first = await look(story, kind, at);
      const waiting = first.decision.effects.flatMap(({ notBefore }) => notBefore ?? []).at(0);
      const actsAt = waiting ?? at;
      const { decision } = waiting === undefined ? first : await look(until(story, at), kind, waiting);
      const done = decision.effects.filter(
        ({ data }) => data.kind !== 'note' || data.onFollowUpOf === undefined,
      );
      const after = withDone(until(story, at), done, actsAt);

      const again = await look(after, kind, actsAt.add({ minutes: 10 }));

      const keys = new Set(done.map(({ key }) => key));
      expect(keysOf(again.decision).filter((key) => keys.has(key))).toEqual([]);
      return done.length > 0;
    });
  });
});
