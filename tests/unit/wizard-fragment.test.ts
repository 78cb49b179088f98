/** Answers in the address: what is written can be read, and nothing hostile gets through. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAnchor, longestFragment, readFragment, writeFragment } from '../../src/islands/wizard/fragment.ts';
import { screenOf } from '../../src/islands/wizard/screen.ts';
import type { Answers, Question, ResolvedProcedure } from '../../src/model/index.ts';

const questions: Question[] = [
  { id: 'basis', type: 'choice', options: ['work', 'study', 'other'] },
  { id: 'school', type: 'choice', options: ['yes', 'no'], when: { basis: 'study' } },
  { id: 'expires-on', type: 'date', min: '2020-01-01', max: '2040-12-31' },
  { id: 'changes', type: 'multi', options: ['moved', 'married', 'none'], none: 'none' },
  { id: 'children', type: 'number', min: 0, max: 9 },
  { id: 'constructor', type: 'choice', options: ['a', 'b'] },
];
const procedure = {
  id: 'made-up',
  questions,
  stops: [{ id: 'elsewhere', when: { basis: 'other' }, grade: 'A', sources: ['s'] }],
  timeLimits: [],
  facts: {},
  holidays: [],
} as unknown as ResolvedProcedure;
const day = '2026-11-22';

const answer: Record<string, fc.Arbitrary<string>> = {
  basis: fc.constantFrom('work', 'study', 'other'),
  school: fc.constantFrom('yes', 'no'),
  'expires-on': fc
    .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
    .map((d) => d.toISOString().slice(0, 10)),
  changes: fc.constantFrom('moved', 'married', 'moved,married', 'none'),
  children: fc.integer({ min: 0, max: 9 }).map(String),
  constructor: fc.constantFrom('a', 'b'),
};
const anyAnswers = fc.record(answer, { requiredKeys: [] }) as fc.Arbitrary<Answers>;

describe('a fragment', () => {
  it('reads what was written, whatever the answers', () => {
    fc.assert(
      fc.property(anyAnswers, fc.option(fc.constantFrom(...questions.map((q) => q.id))), (answers, at) => {
        const read = readFragment(procedure, writeFragment(procedure, answers, at ?? undefined));
        expect(read.answers).toEqual(answers);
        expect(read.at).toBe(at ?? undefined);
        expect(read.faulty).toBe(false);
      }),
    );
  });

  it('looks as organisations write it', () => {
    expect(
      writeFragment(procedure, { 'expires-on': '2027-01-15', changes: 'moved,married', basis: 'work' }),
    ).toBe('#basis=work&expires-on=2027-01-15&changes=moved,married');
    expect(writeFragment(procedure, {})).toBe('');
    expect(writeFragment(procedure, {}, 'basis')).toBe('#at=basis');
  });

  it('leaves out a question that the procedure does not have', () => {
    expect(writeFragment(procedure, { nonsense: 'x', basis: 'work' })).toBe('#basis=work');
  });

  it.each([
    ['#basis=work&nonsense=1', { basis: 'work' }],
    ['#basis=holiday', {}],
    ['#expires-on=2027-02-31', {}],
    ['#expires-on=2045-01-01', {}],
    ['#basis=work&basis=study', { basis: 'work' }],
    ['#basis=%E0%A4%A&children=2', { children: '2' }],
    ['#%=%&children=2', { children: '2' }],
    ['#<script>alert(1)</script>', {}],
    ['#basis=<script>alert(1)</script>', {}],
    ['#__proto__=work&basis=work', { basis: 'work' }],
    ['#toString=x', {}],
    ['#changes=none,moved', {}],
    ['#children=1e3', {}],
    ['#at=nowhere&basis=work', { basis: 'work' }],
    ['#basis', {}, false],
    ['#=&basis=work', { basis: 'work' }],
  ])('says that %s is broken and keeps the rest', (hash, answers, faulty = true) => {
    const read = readFragment(procedure, hash);
    expect(read.answers).toEqual(answers);
    expect(read.faulty).toBe(faulty);
    expect(Object.getPrototypeOf(read.answers)).toBe(Object.prototype);
  });

  it('knows a question whose id is a word of JavaScript', () => {
    expect(readFragment(procedure, '#constructor=a').answers).toEqual({ constructor: 'a' });
    expect(Object.hasOwn(readFragment(procedure, '#basis=work').answers, 'constructor')).toBe(false);
    expect(writeFragment(procedure, { basis: 'work' })).toBe('#basis=work');
  });

  it('stops reading at its limit and drops the torn pair', () => {
    const padding = `x=${'y'.repeat(longestFragment - 'basis=work&x='.length - 'children='.length)}`;
    const read = readFragment(procedure, `#basis=work&${padding}&children=3&changes=none`);
    expect(read).toEqual({ answers: { basis: 'work' }, faulty: true });
  });

  it('survives any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const { answers, at, faulty } = readFragment(procedure, `#${text}`);
        expect(Object.keys(answers).every((k) => questions.some((q) => q.id === k))).toBe(true);
        if (Object.keys(answers).length === 0 && at === undefined)
          expect(faulty || isAnchor(text) || /^&*$/.test(text)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(readFragment(procedure, `#${'a'.repeat(100_000)}=1`).faulty).toBe(true);
  });

  it('takes the name of a place on the page for that', () => {
    expect(isAnchor('#main')).toBe(true);
    expect(isAnchor('')).toBe(true);
    expect(isAnchor('#basis=work')).toBe(false);
  });
});

describe('the screen', () => {
  const at = (answers: Answers, id?: string) => screenOf(procedure, answers, id, day);

  it('is the first open question when nothing else is asked for', () => {
    expect(at({}).question?.id).toBe('basis');
    expect(at({ basis: 'work' }).question?.id).toBe('expires-on');
    expect(at({ basis: 'study' }).question?.id).toBe('school');
  });

  it('is the result when every question is answered, and when a stop ends the way', () => {
    const all = {
      basis: 'work',
      'expires-on': '2027-01-15',
      changes: 'none',
      children: '0',
      constructor: 'a',
    };
    expect(at(all).question).toBeUndefined();
    expect(at(all).previous).toBe('constructor');
    expect(at({ basis: 'other' }).question).toBeUndefined();
    expect(at({ basis: 'other' }).previous).toBe('basis');
  });

  it('is an answered question when that is asked for, with every later answer kept', () => {
    const screen = at({ basis: 'work', 'expires-on': '2027-01-15', children: '1' }, 'basis');
    expect(screen.question?.id).toBe('basis');
    expect(screen.position).toBe(1);
    expect(screen.previous).toBeUndefined();
    expect(screen.walk.kept).toEqual({ basis: 'work', 'expires-on': '2027-01-15', children: '1' });
  });

  it('never jumps over an open question', () => {
    expect(at({ basis: 'study' }, 'children').question?.id).toBe('school');
    expect(at({ basis: 'work' }, 'school').question?.id).toBe('expires-on');
  });

  it('counts at most what can still follow, as if its own question were open', () => {
    expect(at({}).atMost).toBe(5);
    expect(at({ basis: 'work' }, 'basis').atMost).toBe(5);
    expect(at({ basis: 'work' }).atMost).toBe(3);
    expect(at({ basis: 'study' }).atMost).toBe(4);
    expect(at({ basis: 'study' }).position).toBe(2);
  });

  it('drops the answer to a question that is no longer asked', () => {
    expect(at({ basis: 'work', school: 'yes', children: '1' }).walk.kept).toEqual({
      basis: 'work',
      children: '1',
    });
  });

  it('makes progress that never grows on any way through', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        let given: Answers = {};
        let left = Number.POSITIVE_INFINITY;
        for (;;) {
          const { question, atMost } = at(given);
          if (!question) return;
          expect(atMost).toBeLessThan(left);
          left = atMost;
          const own = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
          const raw = own ?? writeDefault(question);
          given = { ...given, [question.id]: raw };
        }
      }),
    );
  });
});

function writeDefault(question: Question): string {
  if ('options' in question) return question.options[0] as string;
  return question.type === 'date' ? '2027-01-15' : '1';
}
