/** The rules on random small procedures and answers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answers, Condition, ResolvedProcedure } from '../../src/model/index.ts';
import {
  analyse,
  asked,
  type Checklist,
  candidates,
  checklist,
  evaluate,
  faultOf,
  limitOf,
  remaining,
  stopOf,
  type Total,
  validAnswer,
  walk,
} from '../../src/rules/index.ts';
import {
  allAnswers,
  someAnswer,
  someCondition,
  someDay,
  someOf,
  someProcedure,
} from '../helpers/procedures.ts';
import { Reference } from '../helpers/reference.ts';

const conditionsOf = (p: ResolvedProcedure): Condition[] =>
  [p.questions, p.documents, p.fees, p.amounts, p.channels, p.steps, p.notes, p.stops].flatMap((items) =>
    items.flatMap((i) => (i.when ? [i.when] : [])),
  );

const lists = ['documents', 'fees', 'amounts', 'timeLimits', 'channels', 'steps', 'notes'] as const;
/** Ids of the items of a list that certainly apply, and of those that may. */
const certain = (c: Checklist, name: (typeof lists)[number]): string[] =>
  c[name].filter((x) => !x.condition).map((x) => x.item.id);
const shown = (c: Checklist, name: (typeof lists)[number]): string[] => c[name].map((x) => x.item.id);

/** FUZZ=20 searches twenty times as long. */
const longer = Number(process.env.FUZZ ?? 1);

/** One property on a random procedure, day and full answers. */
const property = (
  runs: number,
  test: (p: ResolvedProcedure, answers: Answers, day: string, g: fc.GeneratorValue) => void,
): void =>
  void fc.assert(
    fc.property(fc.gen(), (g) => {
      const p = someProcedure(g);
      test(p, allAnswers(g, p), someDay(g), g);
    }),
    { numRuns: runs * longer },
  );

describe('logic', () => {
  it('on full answers it is the plain two-valued one', () =>
    property(600, (p, answers, day) => {
      const reference = new Reference(p, answers, day);
      const c = { procedure: p, answers, day };
      for (const q of p.questions) expect(asked(c, q), q.id).toBe(reference.asked.has(q.id));
      for (const t of p.timeLimits) {
        const { truth, day: last } = limitOf(c, t.id);
        expect(truth === true ? last : undefined, t.id).toBe(reference.limit(t.id));
      }
      for (const when of conditionsOf(p))
        expect(evaluate(when, c), JSON.stringify(when)).toBe(reference.holds(when));
    }));

  it('what is decided by some answers stays so with more', () =>
    property(400, (p, answers, day, g) => {
      const some = someOf(g, answers);
      for (const when of conditionsOf(p)) {
        const early = evaluate(when, { procedure: p, answers: some, day });
        const late = evaluate(when, { procedure: p, answers, day });
        expect(late).not.toBe(undefined);
        if (early !== undefined) expect(late, JSON.stringify(when)).toBe(early);
      }
    }));

  it('with no answers everything is open that a question decides', () =>
    property(300, (p, _, day) => {
      for (const q of p.questions)
        if (!q.when)
          expect(
            evaluate(
              { [q.id]: q.type === 'number' ? { atLeast: 1 } : { before: '2027-01-01' } },
              { procedure: p, answers: {}, day },
            ),
          ).toBe(undefined);
    }));

  it('what remains of an open condition says the same as the whole of it, whatever the other answers', () =>
    property(400, (p, answers, day, g) => {
      const some = { procedure: p, answers: someOf(g, answers), day };
      const full = { procedure: p, answers: { ...answers, ...some.answers }, day };
      for (const when of conditionsOf(p))
        if (evaluate(when, some) === undefined)
          expect(evaluate(remaining(when, some), full), JSON.stringify(when)).toBe(evaluate(when, full));
    }));

  it('what remains names open questions only', () =>
    property(400, (p, answers, day, g) => {
      const some = { procedure: p, answers: someOf(g, answers), day };
      const leaves = (x: Condition): unknown[] =>
        Object.entries(x).flatMap(([key, value]) => {
          if (key === 'all' || key === 'any') return (value as Condition[]).flatMap(leaves);
          return key === 'not' ? leaves(value as Condition) : [{ [key]: value }];
        });
      for (const when of conditionsOf(p))
        if (evaluate(when, some) === undefined)
          for (const leaf of leaves(remaining(when, some)))
            expect(evaluate(leaf as Condition, some), JSON.stringify(leaf)).toBe(undefined);
    }));
});

describe('checklist', () => {
  it('on full answers it shows exactly what applies, or the stop', () =>
    property(400, (p, answers, day) => {
      const reference = new Reference(p, answers, day);
      const got = checklist(p, answers, day);
      const stops = p.stops.filter((s) => reference.holds(s.when)).map((s) => s.id);
      expect(got.stop !== undefined).toBe(stops.length > 0);
      if (got.stop) {
        expect(stops).toContain(got.stop.id);
        for (const name of lists) expect(got[name]).toEqual([]);
        return;
      }
      expect(got.walk.path.map((s) => s.question.id)).toEqual([...reference.asked]);
      const kinds = p.channels.filter((c) => !c.when || reference.holds(c.when)).map((c) => c.kind);
      /** A fee that is counted down to nothing, or charged in other channels only. */
      const none = (x: { fee?: string; times?: string | undefined }): boolean =>
        (x.times !== undefined && (!reference.asked.has(x.times) || answers[x.times] === '0')) ||
        (x.fee === 'desk' && kinds.length > 0 && !kinds.includes('counter'));
      for (const name of lists) {
        const expected = p[name]
          .filter(
            (x) => (!x.when || reference.holds(x.when)) && !(name === 'fees' && none(x as { fee: string })),
          )
          .map((x) => x.id);
        expect(shown(got, name), name).toEqual(expected);
        expect(certain(got, name), name).toEqual(expected);
      }
      for (const t of got.timeLimits) expect(t.day).toBe(reference.limit(t.item.id));
    }));

  it('more answers never take back what was certain, and never bring in what was out, unless a stop comes', () =>
    property(400, (p, answers, day, g) => {
      const some = someOf(g, answers);
      const [early, late] = [checklist(p, some, day), checklist(p, answers, day)];
      if (early.stop) expect(late.stop).toBeDefined();
      if (early.stop || late.stop) return;
      for (const name of lists) {
        // Where no channel is left at all, every fee is shown without a price.
        if (name === 'fees' && late.channels.length === 0) continue;
        // A fee may still be counted down to nothing, or turn out to be charged in other channels only.
        const settled = (id: string): boolean =>
          name !== 'fees' || p.fees.every((f) => f.id !== id || (f.times === undefined && f.fee !== 'desk'));
        for (const id of certain(early, name))
          if (settled(id)) expect(certain(late, name), name).toContain(id);
        for (const id of shown(late, name)) expect(shown(early, name), name).toContain(id);
      }
    }));

  it('"at least" is true of every total, and a total without it is final', () =>
    property(600, (p, answers, day, g) => {
      const [early, late] = [checklist(p, someOf(g, answers), day), checklist(p, answers, day)];
      if (early.stop || late.stop) return;
      for (const sum of early.totals) {
        const final = late.totals.find((t: Total) => t.channel === sum.channel);
        // The channel itself may turn out not to apply; if nothing is left to pay there is no total.
        if (!final || sum.amount === undefined) continue;
        expect(final.amount ?? 0).toBeGreaterThanOrEqual(sum.amount);
        if (!sum.atLeast) expect(final).toEqual(sum);
      }
    }));

  it('a stop that is certain ends the list, even while an earlier question is open', () =>
    property(400, (p, answers, day, g) => {
      const some = someOf(g, answers);
      const sure = p.stops.filter((s) => evaluate(s.when, { procedure: p, answers: some, day }) === true);
      expect(checklist(p, some, day).stop !== undefined).toBe(sure.length > 0);
    }));

  it('the order in which answers stand changes nothing', () =>
    property(400, (p, answers, day, g) => {
      const entries = Object.entries(someOf(g, answers));
      const turned = Object.fromEntries([...entries].reverse());
      expect(JSON.stringify(checklist(p, turned, day))).toBe(
        JSON.stringify(checklist(p, Object.fromEntries(entries), day)),
      );
    }));

  it('answers to questions that are not asked never leak', () =>
    property(400, (p, answers, day, g) => {
      const { asked: ids } = new Reference(p, answers, day);
      const other = Object.fromEntries(
        p.questions.map((q) => [q.id, ids.has(q.id) ? (answers[q.id] as string) : someAnswer(g, q)]),
      );
      const clean = Object.fromEntries(Object.entries(answers).filter(([id]) => ids.has(id)));
      const expected = checklist(p, clean, day);
      expect(checklist(p, answers, day)).toEqual(expected);
      expect(checklist(p, other, day)).toEqual(expected);
      expect(expected.walk.kept).toEqual(clean);
    }));

  it('nothing that a link may hold makes it throw or changes a list', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom(
        '__proto__',
        'constructor',
        'toString',
        'a',
        'a,a',
        'none,a',
        ',',
        '2026-02-30',
        '-1',
        '1e3',
        '٣',
      ),
    );
    const key = fc.oneof(
      fc.string(),
      fc.constantFrom('__proto__', 'constructor', 'hasOwnProperty', 'q0', 'q1', 'q2'),
    );
    fc.assert(
      fc.property(fc.gen(), fc.array(fc.tuple(key, text)), (g, pairs) => {
        const p = someProcedure(g);
        const day = someDay(g);
        // As JSON the key "__proto__" is an own key, as it would be in a parsed link.
        const garbage = JSON.parse(
          `{${pairs.map(([k, v]) => `${JSON.stringify(k)}:${JSON.stringify(v)}`).join()}}`,
        ) as Answers;
        const valid: Answers = {};
        for (const q of p.questions) {
          const answer = validAnswer(q, garbage);
          if (answer !== undefined) valid[q.id] = answer;
        }
        expect(checklist(p, garbage, day)).toEqual(checklist(p, valid, day));
        expect(({} as Record<string, unknown>).q0).toBe(undefined);
      }),
      { numRuns: 500 * longer },
    );
  });
});

it('a question may be called like something that every object has', () => {
  fc.assert(
    fc.property(fc.gen(), (g) => {
      const p = someProcedure(g);
      const options = ['a', 'b', 'none'];
      const questions = [{ id: 'constructor', type: 'multi' as const, options, none: 'none' }];
      const odd = {
        ...p,
        questions,
        documents: [],
        fees: [],
        amounts: [],
        timeLimits: [],
        notes: [],
        stops: [],
      };
      const plain = {
        ...odd,
        channels: p.channels.slice(0, 1).map(({ when: _, ...c }) => c),
        steps: [{ id: 's' }],
      };
      expect(checklist(plain, {}, someDay(g)).walk.next?.id).toBe('constructor');
      expect(checklist(plain, { constructor: 'a,b' } as unknown as Answers, someDay(g)).walk.next).toBe(
        undefined,
      );
    }),
    { numRuns: 20 },
  );
});

describe('walk', () => {
  it('"at most" never lies, and the number never grows', () =>
    property(400, (p, answers, day) => {
      const given: Answers = {};
      const steps: { atMost: number; at: number }[] = [];
      for (let n = 0; n <= p.questions.length; n++) {
        const way = walk(p, given, day);
        // So many questions were asked after each step.
        for (const s of steps) expect(n - s.at - (way.next ? 0 : 1)).toBeLessThanOrEqual(s.atMost);
        if (!way.next) {
          expect(way.atMost).toBe(0);
          return;
        }
        expect(way.atMost).toBeLessThan(steps.at(-1)?.atMost ?? p.questions.length);
        steps.push({ atMost: way.atMost, at: n });
        given[way.next.id] = answers[way.next.id] as string;
      }
      expect.fail('the way does not end');
    }));

  it('going back leads through the same questions, and forward again to the same place', () =>
    property(400, (p, answers, day) => {
      const whole = walk(p, answers, day);
      const ids = whole.path.map((s) => s.question.id);
      for (let n = ids.length - 1; n >= 0; n--) {
        const back = Object.fromEntries(ids.slice(0, n).map((id) => [id, answers[id] as string]));
        const way = walk(p, back, day);
        expect(way.next?.id).toBe(ids[n]);
        expect(way.path.map((s) => s.question.id)).toEqual(ids.slice(0, n + 1));
        expect(way.path.at(-1)?.answer).toBe(undefined);
      }
    }));

  it('the path has answers, then at most one question without', () =>
    property(400, (p, answers, day, g) => {
      const way = walk(p, someOf(g, answers), day);
      for (const [i, s] of way.path.entries())
        expect(s.answer === undefined).toBe(way.next !== undefined && i === way.path.length - 1);
      expect(way.path.at(-1)?.question === way.next || way.next === undefined).toBe(true);
    }));

  it('a changed earlier answer keeps every later one that still applies', () =>
    property(400, (p, answers, day, g) => {
      const changed = p.questions[0];
      if (!changed) return;
      const other = { ...answers, [changed.id]: someAnswer(g, changed) };
      const { asked: ids } = new Reference(p, other, day);
      const way = walk(p, other, day);
      for (const q of p.questions) expect(way.kept[q.id]).toBe(ids.has(q.id) ? other[q.id] : undefined);
    }));

  it('ends at a stop as soon as the answers so far make it certain', () =>
    property(400, (p, answers, day) => {
      const way = walk(p, answers, day);
      const so = (n: number): Answers =>
        Object.fromEntries(way.path.slice(0, n).map((s) => [s.question.id, s.answer as string]));
      if (way.stop) expect(stopOf({ procedure: p, answers: so(way.path.length), day })).toBe(way.stop);
      for (let n = 1; n < way.path.length; n++)
        expect(stopOf({ procedure: p, answers: so(n), day })).toBe(undefined);
    }));
});

describe('analysis', () => {
  it('what "can never hold" never does, what "always holds" always does, what nobody sees is never shown', () =>
    property(600, (p, answers, day) => {
      const found = analyse(p, day);
      if (found.length === 0) return;
      const reference = new Reference(p, answers, day);
      const list = checklist(p, answers, day);
      for (const { key, problem } of found) {
        const [name = '', id = ''] = key.split('.');
        const item = (p[name as 'notes'] as { id: string; when?: Condition }[]).find((x) => x.id === id);
        if (problem.includes('can never hold'))
          expect(reference.holds(item?.when as Condition), key).toBe(false);
        if (problem.includes('always holds'))
          expect(reference.holds(item?.when as Condition), key).toBe(true);
        if (problem.includes('nobody ever sees it') && name !== 'questions')
          expect(shown(list, name as 'notes'), key).not.toContain(id);
      }
    }));

  it('a question without use is reported, and only then', () =>
    property(300, (p, _, day) => {
      const found = analyse(p, day).filter((f) => f.problem.includes('changes anything'));
      const text = JSON.stringify([
        p.documents,
        p.fees,
        p.amounts,
        p.timeLimits,
        p.channels,
        p.steps,
        p.notes,
        p.stops,
        p.questions.map((q) => q.when ?? {}),
      ]);
      expect(found.map((f) => f.key.split('.')[1])).toEqual(
        p.questions.filter((q) => !text.includes(`"${q.id}"`)).map((q) => q.id),
      );
    }));

  it('tries valid answers only, on both sides of every threshold', () =>
    property(300, (p, _, day, g) => {
      const when = someCondition(g, p.questions, p.timeLimits);
      for (const q of p.questions) {
        const tried = candidates(p, q, [when], day);
        expect(tried.length).toBeGreaterThan(0);
        for (const raw of tried) expect(faultOf(q, raw)).toBe(null);
      }
    }));
});
