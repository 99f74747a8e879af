import { describe, expect, test } from 'vitest';
import type { Message } from '#core/ticket/entry.ts';
import { ticketOf } from '#test/support/desk.ts';
import { ANNA, BORIS, OLGA } from '#test/support/people.ts';
import { RawIssue } from '#test/support/raw-issue.ts';

function messagesOf(raw: RawIssue | object): readonly Message[] {
  return ticketOf(raw).entries.filter((entry) => entry.kind === 'message');
}

function filesOf(raw: RawIssue): readonly string[] {
  return messagesOf(raw).map(({ text, attachments }) =>
    [text, ...attachments.map(({ name }) => name)].join(' + '),
  );
}

const created = () => new RawIssue('2027-02-16 14:00');

describe('files and words of one author within a minute are one message', () => {
  test('after the words, and before them', () => {
    const raw = created()
      .attaches(ANNA, '2027-02-16 14:59:00', 'до.png', 1)
      .says(ANNA, '2027-02-16 15:00', 'Вот')
      .attaches(ANNA, '2027-02-16 15:01:00', 'после.png', 1);
    expect(filesOf(raw)).toEqual(['Вот + до.png + после.png']);
  });

  test('but not a second later, and not of somebody else', () => {
    const raw = created()
      .says(ANNA, '2027-02-16 15:00', 'Вот')
      .attaches(ANNA, '2027-02-16 15:01:01', 'поздно.png', 1)
      .attaches(BORIS, '2027-02-16 15:00:10', 'чужое.png', 1);
    expect(filesOf(raw)).toEqual(['Вот', ' + чужое.png', ' + поздно.png']);
  });

  test('each with the nearest words', () => {
    const raw = created()
      .says(ANNA, '2027-02-16 15:00', 'Раз')
      .says(ANNA, '2027-02-16 15:00:50', 'Два')
      .attaches(ANNA, '2027-02-16 15:00:20', 'раз.png', 1)
      .attaches(ANNA, '2027-02-16 15:00:30', 'два.png', 1);
    expect(filesOf(raw)).toEqual(['Раз + раз.png', 'Два + два.png']);
  });

  test('files without words are one message of their own', () => {
    const raw = created()
      .attaches(ANNA, '2027-02-16 15:00', 'а.png', 1)
      .attaches(ANNA, '2027-02-16 15:00:40', 'б.png', 2);
    expect(messagesOf(raw)).toMatchObject([
      { public: true, actor: 'customer', text: '', attachments: [{ bytes: 1 }, { bytes: 2 }] },
    ]);
  });

  test('files that came with the request itself are a part of it', () => {
    const raw = created().attaches(ANNA, '2027-02-16 14:00:50', 'снимок.png', 1);
    expect(messagesOf(raw)).toEqual([]);
    expect(ticketOf(raw).attachments).toHaveLength(1);
  });
});

describe('who sees a comment', () => {
  const comment = (more: object) => {
    const raw = created().says(OLGA, '2027-02-16 15:00', 'Слова').toJson();
    const fields = raw.fields as { comment: { comments: readonly Record<string, unknown>[] } };
    const [{ jsdPublic: _, ...bare } = {}] = fields.comment.comments;
    return { ...raw, fields: { ...fields, comment: { comments: [{ ...bare, ...more }] } } };
  };
  const internal = (value: unknown) => [{ key: 'sd.public.comment', value: { internal: value } }];

  test.each([
    ['nothing is said of it: everybody', {}, true],
    ['Cloud says public', { jsdPublic: true }, true],
    ['Cloud says internal', { jsdPublic: false }, false],
    ['the service desk says public', { public: true }, true],
    ['the service desk says internal', { public: false }, false],
    ['Data Center marks it internal', { properties: internal(true) }, false],
    ['Data Center marks it public', { properties: internal(false) }, true],
    ['it is for a role only', { jsdPublic: true, visibility: { type: 'role', value: 'Team' } }, false],
    ['it is for nobody in particular', { jsdPublic: true, visibility: null }, true],
  ])('%s', (_, more, visible) => {
    expect(messagesOf(comment(more)).map((message) => message.public)).toEqual([visible]);
  });

  test('a mail from somebody who is not on the request came from outside', () => {
    expect(messagesOf(comment({ jsdAuthorCanSeeRequest: false }))[0]?.fromOutside).toBe(true);
    expect(messagesOf(comment({ jsdAuthorCanSeeRequest: true }))[0]?.fromOutside).toBe(false);
    expect(messagesOf(comment({}))[0]?.fromOutside).toBe(false);
  });

  test('a comment without time or id is left out: nobody could say where it stands', () => {
    expect(messagesOf(comment({ created: 'вчера' }))).toEqual([]);
    expect(messagesOf(comment({ id: null }))).toEqual([]);
  });
});
