import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readMarker } from '#core/issue/marker.ts';
import { markerOf, NEW_KEY } from '#core/policy/language/effect-data.ts';
import type { Message } from '#core/ticket/entry.ts';
import { documentOf } from '#simulator/wire/adf.ts';
import { altered, note, owed, performerOn, reply, watched } from '#test/support/jira-effects.ts';
import { type JiraSite, openSite } from '#test/support/jira-site.ts';
import { ANNA, BOT } from '#test/support/people.ts';

let site: JiraSite;

beforeAll(async () => {
  site = await openSite();
});

afterAll(() => site.stop());

async function messagesOn(key: string): Promise<readonly Message[]> {
  return (await site.ticket(key)).entries.filter((entry) => entry.kind === 'message');
}

describe('a reply', () => {
  it('is public, says what was decided, and bears what we must remember of it', async () => {
    const { key, comments } = site.request(ANNA, 'Нужен путь');
    const data = reply('Пришлите путь.\nИ файл.', {
      asked: ['path', 'file'],
      promisedLastDay: '2027-02-24',
    });
    const effect = owed(key, data);

    const performed = await performerOn(site.client).perform(effect, undefined);

    const [message] = await messagesOn(key);
    expect(performed).toEqual({ kind: 'done', remoteId: message?.id.replace('comment:', '') });
    expect(message).toMatchObject({ public: true, actor: 'ourselves', text: 'Пришлите путь.\nИ файл.' });
    expect(comments).toHaveLength(1);
    expect(message?.marker).toEqual(markerOf(effect, data));
    expect(message?.marker?.promisedLastDay?.toString()).toBe('2027-02-24');
  });

  it('keeps its paragraphs and its line breaks', async () => {
    const { key, comments } = site.request(ANNA, 'Абзацы');
    await performerOn(site.client).perform(owed(key, reply('Раз\nдва\n\n\nтри')), undefined);

    expect(comments[0]?.body.content).toEqual([
      {
        type: 'paragraph',
        content: [{ type: 'text', text: 'Раз' }, { type: 'hardBreak' }, { type: 'text', text: 'два' }],
      },
      { type: 'paragraph', content: [{ type: 'text', text: 'три' }] },
    ]);
  });

  it('is seen by the customer on the portal', async () => {
    const { key } = site.request(ANNA, 'Виден ответ');
    await performerOn(site.client).perform(owed(key, reply('Ответ')), undefined);

    const { body } = await site.as(ANNA)('GET', `/rest/servicedeskapi/request/${key}/comment`);

    expect(body).toMatchObject({ values: [{ body: 'Ответ', public: true }] });
  });

  it('names the ticket that was opened before it, in its text and in its memory', async () => {
    const { key } = site.request(ANNA, 'Поздний ответ');
    const effect = owed(key, reply(`Ответ придёт по ${NEW_KEY}, пишите в ${NEW_KEY}.`));

    await performerOn(site.client).perform(effect, 'SUP-77');

    const [message] = await messagesOn(key);
    expect(message?.text).toBe('Ответ придёт по SUP-77, пишите в SUP-77.');
    expect(message?.marker?.opened).toBe('SUP-77');
  });

  it('remembers no ticket where it tells of none, whatever the step before it came to', async () => {
    const { key } = site.request(ANNA, 'Закрыто без ответа');
    const effect = owed(key, reply('Мы не получили ответа и закрыли обращение.'));

    await performerOn(site.client).perform(effect, '10006');

    const [message] = await messagesOn(key);
    expect(message?.marker?.key).toBe(effect.key);
    expect(message?.marker?.opened).toBeUndefined();
  });

  it('that would name a ticket nobody knows is not written', async () => {
    const { key } = site.request(ANNA, 'Некуда');

    const performed = await performerOn(site.client).perform(
      owed(key, reply(`Ждите в ${NEW_KEY}`)),
      undefined,
    );

    expect(performed.kind).toBe('refused');
    expect(await messagesOn(key)).toEqual([]);
  });

  it("keeps a customer's markup as plain text", async () => {
    const { key } = site.request(ANNA, 'Разметка');
    const text = 'Вы писали: {panel}[x|http://evil] @admin !a.png! <b>';
    await performerOn(site.client).perform(owed(key, reply(text)), undefined);

    expect((await messagesOn(key))[0]?.text).toBe(text);
  });

  it('that Jira made internal is reported, for the customer never saw it', async () => {
    const { key } = site.request(ANNA, 'Скрытый ответ');
    const client = altered(site.client, /POST .*\/comment$/, (answer) => ({
      ...(answer as object),
      jsdPublic: false,
    }));

    expect((await performerOn(client).perform(owed(key, reply('Ответ')), undefined)).kind).toBe('refused');
  });
});

describe('a note', () => {
  it('is internal: agents see it, the customer does not', async () => {
    const { key } = site.request(ANNA, 'Подсказка');
    await performerOn(site.client).perform(owed(key, note('Проверьте договор')), undefined);

    const [message] = await messagesOn(key);
    expect(message).toMatchObject({ public: false, text: 'Проверьте договор' });
    const { body } = await site.as(ANNA)('GET', `/rest/servicedeskapi/request/${key}/comment`);
    expect(body).toMatchObject({ values: [] });
  });

  it('that Jira made public is taken away at once, and reported', async () => {
    const { key } = site.request(ANNA, 'Утечка');
    const client = altered(site.client, /POST .*\/comment$/, (answer) => ({
      ...(answer as object),
      jsdPublic: true,
    }));

    const performed = await performerOn(client).perform(owed(key, note('Только для своих')), undefined);

    expect(performed).toEqual({ kind: 'refused', why: 'Jira made the note public' });
    expect(await messagesOn(key)).toEqual([]);
  });

  it('says its visibility in so many words, as a reply does', async () => {
    const { key } = site.request(ANNA, 'Словами');
    const { client, asked } = watched(site.client);

    await performerOn(client).perform(owed(key, note('a')), undefined);
    await performerOn(client).perform(owed(key, reply('b')), undefined);

    const visibilities = asked.map(({ body }) => {
      const { properties } = body as { properties: readonly { key: string; value: unknown }[] };
      expect(readMarker(properties)).toBeDefined();
      return properties.find((property) => property.key === 'sd.public.comment')?.value;
    });
    expect(visibilities).toEqual([{ internal: true }, { internal: false }]);
  });
});

describe('what was said is found again', () => {
  it('by its key, even behind the first hundred comments; and not when it is not there', async () => {
    const issue = site.request(ANNA, 'Длинная');
    for (let turn = 1; turn <= 120; turn += 1) site.says(issue, ANNA, `Ещё ${turn}`);
    const effect = owed(issue.key, reply('Ответ'), 'the-key');
    const performer = performerOn(site.client);

    expect(await performer.readBack(effect, undefined)).toEqual({ kind: 'absent' });
    const performed = await performer.perform(effect, undefined);
    expect(performed.kind).toBe('done');
    expect(await performer.readBack(effect, undefined)).toEqual({ ...performed, kind: 'found' });
    expect(await performer.readBack({ ...effect, key: 'another-key' }, undefined)).toEqual({
      kind: 'absent',
    });
  });

  it('and a note that turns out to be public is taken away, and does not count as said', async () => {
    const issue = site.request(ANNA, 'Открытая заметка');
    const effect = owed(issue.key, note('Только для своих'));
    const value = { v: 1, key: effect.key, rule: effect.rule, message: 'hint' };
    const properties = [{ key: 'reglament.effect', value }];
    site.world.comment(issue, { by: BOT.id, body: documentOf('Только для своих'), public: true, properties });

    const found = await performerOn(site.client).readBack(effect, undefined);

    expect(found.kind).not.toBe('found');
    expect(issue.comments).toEqual([]);
  });

  it('unless the ticket itself is gone', async () => {
    const issue = site.request(ANNA, 'Удалённое');
    site.world.delete(issue, 'olga');

    expect((await performerOn(site.client).readBack(owed(issue.key, note('a')), undefined)).kind).toBe(
      'gone',
    );
  });
});
