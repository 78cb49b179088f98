/** Every worked case of the real content: forwards, backwards, and with an earlier answer changed. */
import { describe, expect, it } from 'vitest';
import { compare, unvisited } from '../../src/content/examples.ts';
import { load, wizards } from '../../src/content/load.ts';
import { conditionsOf, resolve } from '../../src/content/resolve.ts';
import type { Answers, Example, ResolvedProcedure } from '../../src/model/index.ts';
import { asked, type Checklist, candidates, checklist, evaluate, walk } from '../../src/rules/index.ts';

const lists = ['documents', 'fees', 'amounts', 'timeLimits', 'channels', 'steps', 'notes'] as const;

/** Items of a checklist that certainly apply, as list.id. */
const certain = (c: Checklist): string[] =>
  lists.flatMap((name) => c[name].filter((x) => !x.condition).map((x) => `${name}.${x.item.id}`));

const { content } = load(process.cwd());
if (!content) throw new Error('content/guide.yaml cannot be read');
const procedures = wizards(content).map((e): [string, ResolvedProcedure, Example[]] => [
  e.id,
  resolve(content, e.data),
  e.examples,
]);

/** Answers question by question, as the wizard takes them. */
function forwards(p: ResolvedProcedure, e: Example): string[] {
  const given: Answers = {};
  const order: string[] = [];
  let bound = p.questions.length;
  let before = checklist(p, given, e.day);
  for (;;) {
    const { next, atMost, path, stop } = before.walk;
    expect(path.slice(0, order.length).map((s) => s.question.id)).toEqual(order);
    if (!next) {
      expect(stop?.id).toBe(e.stops[0]);
      return order;
    }
    expect(atMost).toBeLessThan(bound);
    bound = atMost;
    expect(e.answers, `${next.id} is asked`).toHaveProperty([next.id]);
    given[next.id] = e.answers[next.id] as string;
    order.push(next.id);
    const after = checklist(p, given, e.day);
    // What was certain stays, unless a stop ends the list or a fee is counted down to nothing or charged elsewhere.
    if (!after.stop)
      for (const id of certain(before)) if (!id.startsWith('fees.')) expect(certain(after)).toContain(id);
    before = after;
  }
}

describe.each(procedures)('%s', (_, p, examples) => {
  it('has worked cases that visit every item and option', () => {
    expect(examples.length).toBeGreaterThan(0);
    expect(unvisited(p, examples)).toEqual([]);
  });

  describe.each(examples.map((e): [string, Example] => [e.name, e]))('%s', (_, e) => {
    it('comes out as derived from the sources', () => expect(compare(p, e, content.factTable)).toEqual([]));

    it('forwards: the wizard asks for these answers and no others', () => {
      expect(forwards(p, e).sort()).toEqual(Object.keys(e.answers).sort());
    });

    it('backwards: without its last answers the wizard asks that question again', () => {
      const ids = walk(p, e.answers, e.day).path.map((s) => s.question.id);
      for (let n = ids.length - 1; n >= 0; n--) {
        const given = Object.fromEntries(ids.slice(0, n).map((id) => [id, e.answers[id] as string]));
        const list = checklist(p, given, e.day);
        expect(list.walk.next?.id).toBe(ids[n]);
        expect(list.walk.path.map((s) => s.question.id)).toEqual(ids.slice(0, n + 1));
        expect(list.walk.kept).toEqual(given);
      }
    });

    it('with an earlier answer changed: later answers that still apply are kept, and nothing shows that does not', () => {
      const conditions = conditionsOf(p).map((c) => c.when);
      for (const q of p.questions) {
        if (e.answers[q.id] === undefined) continue;
        const others = candidates(p, q, conditions, e.day).filter((v) => v !== e.answers[q.id]);
        // A few values a question are enough, spread over all that the rules can tell apart.
        const every = Math.ceil(others.length / 8);
        for (const value of others.filter((_, i) => i % every === 0)) {
          const answers = { ...e.answers, [q.id]: value };
          const list = checklist(p, answers, e.day);
          const c = { procedure: p, answers, day: e.day };
          const applies = p.questions.filter((x) => answers[x.id] !== undefined && asked(c, x) !== false);
          expect(Object.keys(list.walk.kept).sort()).toEqual(applies.map((x) => x.id).sort());
          for (const x of applies) expect(list.walk.kept[x.id]).toBe(answers[x.id]);
          for (const name of lists)
            for (const x of list[name])
              if (x.item.when)
                expect(evaluate(x.item.when, c), `${q.id}=${value}: ${name}.${x.item.id}`).toBe(
                  x.condition ? undefined : true,
                );
        }
      }
    });
  });
});
