/** What comes back from the reader's device, after years or after an accident: whatever it is, what can be used is used. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wizards } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import { readAnswers } from '../../src/islands/letter/keep.ts';
import { answersOf, valuesOf } from '../../src/islands/letter/values.ts';
import { longestFragment, readFragment } from '../../src/islands/wizard/fragment.ts';
import { readRecalled } from '../../src/islands/wizard/remember.ts';
import { screenOf } from '../../src/islands/wizard/screen.ts';
import { faultsIn } from '../../src/letters/validate.ts';
import type { LetterAnswers, ResolvedProcedure } from '../../src/model/index.ts';
import { checklist } from '../../src/rules/index.ts';
import { content, letterOf, written, writtenCases } from '../helpers/letters.ts';

const day = '2026-11-22';
/** Any text that a device may hold: rubbish, JSON of any shape, and good JSON that was cut off. */
const anyText = (good: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json({ maxDepth: 4 }),
    fc.nat(good.length).map((n) => good.slice(0, n)),
    fc
      .tuple(fc.nat(good.length - 1), fc.string({ minLength: 1, maxLength: 3 }))
      .map(([n, x]) => good.slice(0, n) + x + good.slice(n + 1)),
  );

describe('a kept list', () => {
  const procedures = wizards(content).map((e): ResolvedProcedure => resolve(content, e.data));
  const good = JSON.stringify({
    hash: '#card=temporary&expires-on=2027-01-15',
    ticks: ['passport', 'photo'],
  });

  it('comes back as it was', () =>
    expect(readRecalled(good)).toEqual({ ...JSON.parse(good), damaged: false }));

  it.each([
    ['without ticks, as an older edition wrote it', '{"hash":"#a=b"}', { hash: '#a=b', ticks: [] }],
    ['with ticks of another shape', '{"hash":"#a=b","ticks":{"passport":true}}', { hash: '#a=b', ticks: [] }],
    [
      'with a tick that is none',
      '{"hash":"#a=b","ticks":["passport",5,null]}',
      { hash: '#a=b', ticks: ['passport'] },
    ],
    [
      'with answers of another shape',
      '{"hash":{"a":"b"},"ticks":["passport"]}',
      { hash: '', ticks: ['passport'] },
    ],
    ['with an address for answers', '{"hash":"https://evil.example/","ticks":[]}', { hash: '', ticks: [] }],
    ['cut off', good.slice(0, 30), { hash: '', ticks: [] }],
    ['empty', '', { hash: '', ticks: [] }],
    ['null', 'null', { hash: '', ticks: [] }],
  ])('%s keeps what can be used, and says that something is lost', (_, text, kept) =>
    expect(readRecalled(text)).toEqual({ ...kept, damaged: true }),
  );

  it('leads to a list of every procedure, whatever is kept', () => {
    fc.assert(
      fc.property(anyText(good), fc.constantFrom(...procedures), (text, p) => {
        const { hash, ticks } = readRecalled(text);
        expect(ticks.every((x) => typeof x === 'string')).toBe(true);
        const found = readFragment(p, hash);
        const { walk } = screenOf(p, found.answers, found.at, day);
        // Answers that came to nothing are not lost silently.
        if (hash.includes('=') && Object.keys(found.answers).length === 0) expect(found.faulty).toBe(true);
        checklist(p, walk.kept, day);
      }),
      { numRuns: 200, seed: 20261122 },
    );
  });

  it('of an older edition keeps every answer that is still asked and says that others are gone', () => {
    for (const p of procedures) {
      const first = p.questions.find((q) => q.type === 'choice');
      if (!first || first.when) continue;
      const hash = `#${first.id}=${first.options[0]}&a-question-of-before=yes&${first.id}=${first.options[0]}`;
      const found = readFragment(p, hash.slice(0, longestFragment));
      expect(found.answers, p.id).toEqual({ [first.id]: first.options[0] });
      expect(found.faulty, p.id).toBe(true);
    }
  });
});

describe('a kept letter', () => {
  const cases = writtenCases();

  it('comes back as it was, for every written case', () => {
    for (const c of cases)
      expect(readAnswers(JSON.stringify(c.answers))).toEqual({ answers: c.answers, damaged: false });
  });

  it.each<[string, string, LetterAnswers]>([
    ['one blank of another shape', '{"name":5,"place":"Faro"}', { place: 'Faro' }],
    ['a list of another shape', '{"relatives":[{"name":"A"},"B"],"place":"Faro"}', { place: 'Faro' }],
    ['a row with a number', '{"relatives":[{"name":1}],"place":"Faro"}', { place: 'Faro' }],
    ['a blank without end', `{"name":"${'x'.repeat(20_001)}","place":"Faro"}`, { place: 'Faro' }],
    ['a list for an object', '["Faro"]', {}],
    ['a letter cut off', '{"place":"Fa', {}],
    ['nothing', '', {}],
  ])('%s loses that alone, and says so', (_, text, answers) =>
    expect(readAnswers(text)).toEqual({ answers, damaged: true }),
  );

  it('makes a form and a letter, whatever is kept', () => {
    const all = cases.map((c) => ({ id: c.id, good: JSON.stringify(c.answers) }));
    fc.assert(
      fc.property(
        fc.constantFrom(...all).chain(({ id, good }) => anyText(good).map((text) => ({ id, text }))),
        ({ id, text }) => {
          const { answers } = readAnswers(text);
          const letter = letterOf(id);
          const shown = answersOf(letter.fields, valuesOf(letter.fields, answers));
          faultsIn(letter, shown, day);
          expect(written(id, shown, day, content.guide.officialLanguage)).not.toMatch(
            /undefined|\[object|NaN|Invalid Date/,
          );
        },
      ),
      { numRuns: 500, seed: 20261122 },
    );
  });
});
