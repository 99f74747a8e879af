import { describe, expect, test } from 'vitest';
import { compiledWith, swapped } from '#test/support/cli-mistakes.ts';

/** A file whose last lines got lost: no JSON any more. */
const cutOff = (text: string) => text.slice(0, -5);

describe('a broken file is one finding, whatever it held', () => {
  test.each([
    'clarification.policy.json',
    'vocabulary/conversation.json',
    'desk.json',
    'regulation.json',
    'messages/ru.json',
    'messages/en.json',
  ])('%s', (file) => {
    const { diagnostics } = compiledWith({ [file]: cutOff });

    expect(diagnostics.map((diagnostic) => `${diagnostic.file} ${diagnostic.code}`)).toEqual([
      `rules/${file} RGL1001`,
    ]);
  });

  test('and does not hide the mistakes in the others', () => {
    const { diagnostics } = compiledWith({
      'desk.json': cutOff,
      'vocabulary/conversation.json': swapped('"greetings":', '"hellos":'),
      'clarification.policy.json': swapped('"fact": "warned"', '"fact": "wraned"'),
    });

    expect(diagnostics.map(({ code }) => code)).toEqual(['RGL1101', 'RGL1001', 'RGL1112']);
  });
});

describe('one mistake draws no others after it', () => {
  test('a named condition with an unknown fact is found where it stands, not where it is used', () => {
    const { diagnostics } = compiledWith({
      'clarification.policy.json': swapped('"fact": "questionOpen"', '"fact": "questionOpne"'),
    });

    expect(diagnostics).toHaveLength(1);
  });

  test('a deadline that cannot be counted still exists for the rules that ask it', () => {
    const { diagnostics } = compiledWith({
      'clarification.policy.json': swapped('"remindAfter": "3 business days"', '"remindAfter": "soon"'),
    });

    expect(diagnostics.map(({ code }) => code)).toEqual(['RGL2004']);
  });

  test('a message that cannot be formatted still exists for the rules that say it', () => {
    const { diagnostics } = compiledWith({
      'messages/ru.json': swapped('"По обращению {key} «{summary}» мы', '"По обращению {key «{summary}» мы'),
    });

    expect(diagnostics.map(({ file, code }) => `${file} ${code}`)).toEqual([
      'rules/messages/ru.json RGL2006',
    ]);
  });

  test('an effect of an unknown kind is not also blamed for what it takes', () => {
    const { diagnostics } = compiledWith({
      'clarification.policy.json': swapped('"kind": "reply"', '"kind": "mail"'),
    });

    expect(diagnostics.map(({ code }) => code)).toEqual(['RGL1103']);
  });

  test('a wrong operand is not also blamed for its operator', () => {
    const { diagnostics } = compiledWith({
      'clarification.policy.json': swapped(
        '"fact": "reminded", "operator": "equal", "value": false',
        '"fact": "reminded", "operator": "equal", "value": "no"',
      ),
    });

    expect(diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([
      'RGL2002 reminded: true or false is wanted here',
    ]);
  });
});
