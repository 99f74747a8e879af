import { describe, expect, it, test } from 'vitest';
import { adfText } from '#core/issue/adf-text.ts';
import { bodyText } from '#core/issue/read-entries.ts';
import { wikiText } from '#core/issue/wiki-text.ts';

const text = (words: string, marks?: object[]) => ({ type: 'text', text: words, ...(marks && { marks }) });
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const item = (...content: object[]) => ({ type: 'listItem', content });
const doc = (...content: object[]) => ({ type: 'doc', version: 1, content });
const read = (...content: object[]) => adfText(doc(...content));
const linesOf = (words: string) => words.split('\n').filter((line) => line !== '');

describe('a letter written in Jira’s editor reads as a person would read it', () => {
  it('paragraphs and line breaks stand on lines of their own', () => {
    expect(read(paragraph(text('Раз'), { type: 'hardBreak' }, text('два')), paragraph(text('три')))).toBe(
      'Раз\nдва\nтри',
    );
  });

  it('words in bold or as a link stay words', () => {
    const link = { type: 'link', attrs: { href: 'https://example.org' } };
    expect(read(paragraph(text('Это '), text('важно', [{ type: 'strong' }]), text(' тут', [link])))).toBe(
      'Это важно тут',
    );
  });

  it('lists have a dash before each point, also inside each other', () => {
    const inner = { type: 'bulletList', content: [item(paragraph(text('б')))] };
    expect(
      read({ type: 'orderedList', content: [item(paragraph(text('а')), inner), item(paragraph(text('в')))] }),
    ).toBe('- а\n- б\n- в');
  });

  it('a quotation has its sign before every line', () => {
    const quote = {
      type: 'blockquote',
      content: [paragraph(text('Вы'), { type: 'hardBreak' }, text('писали'))],
    };
    expect(read(quote, paragraph(text('Да')))).toBe('> Вы\n> писали\nДа');
  });

  it('headings, panels, code and tables keep their words', () => {
    const cell = (type: string, words: string) => ({ type, content: [paragraph(text(words))] });
    const table = {
      type: 'table',
      content: [{ type: 'tableRow', content: [cell('tableHeader', 'Документ'), cell('tableCell', '№ 5')] }],
    };
    const code = { type: 'codeBlock', content: [text('ORA-00001')] };
    const panel = { type: 'panel', content: [paragraph(text('Внимание'))] };
    const heading = { type: 'heading', attrs: { level: 1 }, content: [text('Ошибка')] };
    expect(linesOf(read(heading, panel, code, table))).toEqual([
      'Ошибка',
      'Внимание',
      'ORA-00001',
      'Документ\t№ 5',
    ]);
  });

  it('mentions, emoji, dates, statuses and cards are what they show', () => {
    const attrs = (type: string, values: object) => ({ type, attrs: values });
    expect(
      read(
        paragraph(
          attrs('mention', { id: '1', text: '@Ольга' }),
          text(' '),
          attrs('emoji', { shortName: ':smile:', text: '😄' }),
          attrs('date', { timestamp: '1803427200000' }),
          attrs('status', { text: 'ГОТОВО' }),
          attrs('inlineCard', { url: 'https://example.org/1' }),
        ),
      ),
    ).toBe('@Ольга 😄2027-02-24ГОТОВОhttps://example.org/1');
  });

  it('pictures leave nothing behind', () => {
    const media = { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x', alt: 'a.png' } }] };
    expect(linesOf(read(paragraph(text('До')), media, paragraph(text('после'))))).toEqual(['До', 'после']);
    expect(read(media)).toBe('');
  });

  it('what nobody knows is read through', () => {
    expect(read({ type: 'somethingNew', content: [paragraph(text('видно'))] })).toBe('видно');
  });
});

describe('a letter in wiki markup reads the same', () => {
  test.each([
    ['plain words', 'Добрый день!', 'Добрый день!'],
    ['lines of Windows', 'Раз\r\nдва', 'Раз\nдва'],
    ['a quotation', '{quote}Вы\nписали{quote}\nДа', '> Вы\n> писали\n\nДа'],
    ['a quoted line', 'bq. Вы писали\nДа', '> Вы писали\nДа'],
    ['a heading', 'h1. Ошибка\nтекст', 'Ошибка\nтекст'],
    ['a link', 'см. [сайт|https://example.org]', 'см. сайт'],
    ['a mention', '[~olga] посмотрите', '@olga посмотрите'],
    ['a picture', 'Вот !снимок.png|thumbnail! экран', 'Вот  экран'],
    ['code', '{code:sql}ORA-00001{code}', 'ORA-00001'],
    ['colour', '{color:#ff0000}Срочно{color}', 'Срочно'],
    ['many blank lines', 'а\n\n\n\nб', 'а\n\nб'],
    ['stars in a text', 'форма *0503127* не_открывается', 'форма *0503127* не_открывается'],
    [
      'what was escaped',
      '\\{panel\\} \\[~olga] \\!a.png! h1&#46; &amp;#46;',
      '{panel} [~olga] !a.png! h1. &#46;',
    ],
    ['a share of Windows', '\\\\srv\\общая', '\\\\srv\\общая'],
    ['an exclamation', 'Не работает! Помогите!', 'Не работает! Помогите!'],
    ['brackets', 'Документ [б/н] от 5-го', 'Документ [б/н] от 5-го'],
  ])('%s', (_, markup, words) => {
    expect(wikiText(markup)).toBe(words);
  });
});

describe('a text', () => {
  it('is a document or markup, by what it is', () => {
    expect(bodyText(doc(paragraph(text('Слова'))))).toBe('Слова');
    expect(bodyText('h1. Слова')).toBe('Слова');
  });

  it.each([[undefined], [null], [5], [[]], [{}]])('that is none is empty: %j', (value) => {
    expect(bodyText(value)).toBe('');
  });
});
