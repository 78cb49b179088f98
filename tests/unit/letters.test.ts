/** Letters: whole letters against ones written out by hand, validation like an official form, hostile input. */
import { describe, expect, it } from 'vitest';
import { resolve } from '../../src/content/resolve.ts';
import { clean } from '../../src/letters/clean.ts';
import { compose, letterText, type Span, subjectOf } from '../../src/letters/compose.ts';
import { longestMail, mailAddress, mailSubject } from '../../src/letters/mail.ts';
import { procedureOf } from '../../src/letters/procedure.ts';
import { checkDigit, faultOfField, faultsIn, fits } from '../../src/letters/validate.ts';
import type { Letter, LetterField, LetterWords, ResolvedLetter } from '../../src/model/index.ts';
import { content, langs, letterOf, paragraphs, written, writtenCases } from '../helpers/letters.ts';

const day = '2026-11-22';
const cases = writtenCases();
const ids = [...content.letters.keys()];
const { officialLanguage } = content.guide;
const isGap = (s: Span): boolean => typeof s !== 'string' && ('gap' in s || 'boxes' in s);

describe('letters written out by hand', () => {
  it('are at least two for each letter', () => {
    expect(ids.length).toBe(10);
    for (const id of ids) expect(cases.filter((c) => c.id === id).length, id).toBeGreaterThanOrEqual(2);
  });

  it.each(cases)('$id, $name', (c) => {
    expect(written(c.id, c.answers, c.day, officialLanguage)).toBe(c.letter.trimEnd());
    expect(faultsIn(letterOf(c.id), c.answers, c.day)).toEqual([]);
  });

  it.each(cases)('$id, $name: the translations say as much and leave no gap', (c) => {
    const shape = (lang: string): string[] =>
      paragraphs(c.id, c.answers, c.day, lang).map((p) => `${p.id} ${p.lines.length}`);
    for (const lang of langs) {
      expect(shape(lang), lang).toEqual(shape(officialLanguage));
      expect(
        paragraphs(c.id, c.answers, c.day, lang)
          .flatMap((p) => p.lines.flat())
          .some(isGap),
        lang,
      ).toBe(false);
    }
  });

  it('visit every block, option and blank of every letter', () => {
    for (const id of ids) {
      const letter = letterOf(id);
      const own = cases.filter((c) => c.id === id);
      const shown = new Set(
        own.flatMap((c) => paragraphs(id, c.answers, c.day, officialLanguage).map((p) => p.id)),
      );
      const left = letter.blocks.map((b) => b.id).filter((b) => !shown.has(b));
      // The requests about data share these blocks; together they visit all of them.
      expect(
        left.filter((b) => !['data-see', 'data-correct', 'data-delete'].includes(b)),
        id,
      ).toEqual([]);
      const filled = new Set(own.flatMap((c) => Object.keys(c.answers)));
      expect(
        letter.fields.map((f) => f.id).filter((f) => !filled.has(f)),
        id,
      ).toEqual([]);
    }
  });
});

describe('the blank letter', () => {
  it.each(ids)('%s has a gap for every required blank, and a box before what depends on the case', (id) => {
    for (const lang of langs) {
      const blank = paragraphs(id, undefined, day, lang);
      const letter = letterOf(id);
      expect(blank.map((p) => p.id)).toEqual(letter.blocks.map((b) => b.id));
      for (const p of blank)
        expect(p.maybe, p.id).toBe(letter.blocks.find((b) => b.id === p.id)?.when !== undefined);
      expect(letterText(blank)).not.toMatch(/[{}[\]]|undefined/);
    }
  });
});

describe('hostile input', () => {
  const hostile: Record<string, string> = {
    markup: '<script>alert(1)</script>{name}[x]&amp;',
    control: 'A\u0000B\u0007C\u001b[31mD',
    override: 'abc\u202Egnp.exe',
    rtl: 'محمد بن عليّ',
    emoji: '👩‍👧‍👦 Ana 🇷🇴',
    long: 'x'.repeat(10_000),
    lines: 'one\r\ntwo\u2028three',
  };
  it.each(Object.entries(hostile))('%s gives a fault or stands in the letter as text', (_, text) => {
    for (const id of ids) {
      const letter = letterOf(id);
      const base = cases.find((c) => c.id === id) as (typeof cases)[number];
      const answers = { ...base.answers, name: text };
      const faults = faultsIn(letter, answers, base.day);
      const result = written(id, answers, base.day, officialLanguage);
      const shown = clean(text);
      if (faults.length === 0) expect(result).toContain(shown);
      else expect(faults).toEqual([{ at: 'name', fault: 'too-long' }]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(result).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e\u2066-\u2069]/);
      expect(result.replace(shown, '')).toBe(
        written(id, { ...answers, name: 'QQQ' }, base.day, officialLanguage)
          .replace('QQQ', '')
          .replaceAll('QQQ', shown),
      );
    }
  });

  it('keeps joiners of scripts and of emoji, and drops lone surrogates', () => {
    expect(clean('می‌خواهم 👩‍👧')).toBe('می‌خواهم 👩‍👧');
    expect(clean('a\ud800b')).toBe('ab');
    expect(clean('  a\tb\nc  ')).toBe('a b c');
    expect(clean('a\r\nb\n', true)).toBe('a\nb');
  });

  it('with nothing filled in names every required blank and no other', () => {
    for (const id of ids) {
      const letter = letterOf(id);
      const wanted = letter.fields
        .filter((f) => f.required && !f.when)
        .map((f) => ({ at: f.id, fault: 'missing' }));
      expect(faultsIn(letter, {}, day), id).toEqual(wanted);
      expect(written(id, {}, day, officialLanguage)).not.toContain('undefined');
    }
  });

  it('takes answers of the wrong shape for missing ones', () => {
    const letter = letterOf('discrimination-complaint');
    const wrong = {
      name: [],
      witnesses: 'x',
      'has-witnesses': 'yes',
      constructor: 'x',
      role: 'king',
    } as never;
    const faults = faultsIn(letter, wrong, day);
    expect(faults).toContainEqual({ at: 'name', fault: 'missing' });
    expect(faults).toContainEqual({ at: 'witnesses', fault: 'missing' });
    expect(faults).toContainEqual({ at: 'role', fault: 'unknown-option' });
    const rows = Array.from({ length: 11 }, () => ({ witness: 'A' }));
    expect(faultsIn(letter, { 'has-witnesses': 'yes', witnesses: rows }, day)).toContainEqual({
      at: 'witnesses',
      fault: 'too-long',
    });
    expect(faultsIn(letter, { 'has-witnesses': 'yes', witnesses: [{}] }, day)).toContainEqual({
      at: 'witnesses.0.witness',
      fault: 'missing',
    });
  });
});

describe('one value', () => {
  const { formats } = content.lettersShared.data;
  const fault = (type: string, value: string, more: object = {}): unknown =>
    faultOfField({ id: 'x', type, ...more } as never, value, formats, day);
  it.each([
    ['name', 'Ana', null],
    ['name', '李', null],
    ['name', "O'Brien-Ñuñez de Ávila", null],
    ['name', '12345', 'no-letters'],
    ['email', 'a@b.pt', null],
    ['email', 'a@b', 'email'],
    ['email', 'a b@c.pt', 'email'],
    ['email', 'a@b.pt, c@d.pt', 'email'],
    ['phone', '912 345 678', null],
    ['phone', '+40712345678', null],
    ['phone', '00 40 712 345 678', null],
    ['phone', '12345', 'phone'],
    ['phone', '+0123456789', 'phone'],
    ['tax-number', '123456789', null],
    ['tax-number', '123 456 789', null],
    ['tax-number', '123456788', 'tax-number'],
    ['tax-number', '023456789', 'tax-number'],
    ['tax-number', '12345678', 'tax-number'],
    ['document-number', 'fx 123456', null],
    ['document-number', 'FX/12', 'document-number'],
    ['document-number', 'ÄÖ12345', 'document-number'],
    ['permit-number', '12345A678', null],
    ['postcode', '1000-001', null],
    ['postcode', '1000001', null],
    ['postcode', '1000', 'postcode'],
    ['date', '2026-02-29', 'no-such-day'],
    ['date', '2028-02-29', null],
    ['date', '26-1-1', 'no-such-day'],
    ['country', 'RO', null],
    ['country', 'ZZ', 'no-such-country'],
  ])('%s "%s": %s', (type, value, wanted) => expect(fault(type, value)).toBe(wanted));

  it('keeps dates plausible', () => {
    expect(fault('date', day, { is: 'past' })).toBeNull();
    expect(fault('date', '2026-11-23', { is: 'past' })).toBe('not-past');
    expect(fault('date', day, { is: 'future' })).toBe('not-future');
    expect(fault('date', '1899-12-31', { min: '1900-01-01' })).toBe('no-such-day');
    expect(fault('date', '1900-12-31', { min: '1901-01-01' })).toBe('too-early');
    expect(fault('date', '2061-01-01', { max: '2060-12-31' })).toBe('too-late');
  });

  it('checks the check digit as worked out by hand', () => {
    // 1·9 + 2·8 + 3·7 + 4·6 + 5·5 + 6·4 + 7·3 + 8·2 = 156; 156 mod 11 = 2; 11 − 2 = 9.
    expect(checkDigit('123456789')).toBe(true);
    // 5·9 = 45; 45 mod 11 = 1; 11 − 1 = 10, which gives 0.
    expect(checkDigit('500000000')).toBe(true);
    expect(checkDigit('500000001')).toBe(false);
    for (let digit = 0; digit < 9; digit++) expect(checkDigit(`12345678${digit}`)).toBe(false);
    expect(fits({ pattern: 'a|b', ignore: '', example: 'a' }, 'ab')).toBe(false);
  });
});

describe('templates', () => {
  const fields: LetterField[] = [
    { id: 'a', type: 'text', required: true },
    { id: 'b', type: 'text' },
  ];
  const make = (template: string, answers: Record<string, string>): string => {
    const letter = {
      authority: 'aima',
      procedures: [],
      covers: [],
      grade: 'A',
      sources: ['cpa'],
      checkedOn: day,
      requires: [],
      fields,
      blocks: [{ id: 'x', style: 'text' }],
      attach: [],
      fees: [],
      timeLimits: [],
      channels: [],
      notes: [],
      id: 't',
    } as unknown as Letter;
    const resolved: ResolvedLetter = {
      id: 't',
      fields,
      blocks: letter.blocks,
      formats: {},
      names: { 'authority:x': 'The Office' },
      procedure: resolve(content, procedureOf(letter, fields)),
    };
    const words: LetterWords = { fields: {}, blocks: { x: template } };
    return letterText(compose(resolved, words, answers, { locale: 'en-GB' }, day));
  };
  it('leave out a line or a bracket whose optional blank is empty, and dot a required one', () => {
    expect(make('A {a}[, b {b}].', { a: '1', b: '2' })).toBe('A 1, b 2.');
    expect(make('A {a}[, b {b}].', { a: '1' })).toBe('A 1.');
    expect(make('A {a}\nB {b}\nC', { a: '1' })).toBe('A 1\nC');
    expect(make('B {b}', { a: '1' })).toBe('');
    expect(make('A {a}', {})).toMatch(/^A \.{20,}$/);
    expect(make('{authority:x}, {today}', {})).toBe('The Office, 22 November 2026');
  });
  it('never read what was typed as a template', () => {
    expect(make('A {a}', { a: '{b} [c] {today}' })).toBe('A {b} [c] {today}');
  });
});

describe('the e-mail draft', () => {
  it('has subject and text, and lines as mail programs want them', () => {
    expect(mailAddress('a@b.pt', 'São & co', 'x\ny?')).toBe(
      'mailto:a@b.pt?subject=S%C3%A3o%20%26%20co&body=x%0D%0Ay%3F',
    );
    expect(mailAddress('a@b.pt', 's', 'x'.repeat(longestMail))).toBeUndefined();
    expect(mailSubject('a@b.pt', 'a b')).toBe('mailto:a@b.pt?subject=a%20b');
  });
  it('names what the letter is about', () => {
    const [first] = cases.filter((c) => c.id === 'reminder-to-decide');
    expect(subjectOf(paragraphs('reminder-to-decide', first?.answers, day, officialLanguage))).toBe(
      'Assunto: Pedido de decisão',
    );
  });
});
