/**
 * Do the checks see what they are for? Faults that would hurt a reader are planted one by one, and each must be caught by the
 * check that the suite and the build rely on. Faults of built pages: tests/build/honesty.test.ts.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compare } from '../../src/content/examples.ts';
import { inspect } from '../../src/content/guide.ts';
import { type Content, load, wizards } from '../../src/content/load.ts';
import { resolve } from '../../src/content/resolve.ts';
import { dueChecks } from '../../src/content/stale.ts';
import type { Fee, ResolvedProcedure } from '../../src/model/index.ts';
import { add, all, both, day, faultsAfter, law, type Plant, put, renew } from '../helpers/faults.ts';
import { project, withFixture } from '../helpers/fixture.ts';
import { testDay } from '../helpers/sites.ts';

const guide = load(project).content as Content;

describe('caught by the content check, which stops every build', () => {
  const question = '  - { id: basis, type: choice, options: [work, study, visit] }';
  const unreachable = `${question}\n  - { id: boat, type: choice, options: [big, small], when: { all: [{ basis: work }, { basis: study }] } }`;
  const asked = 'ask: "A boat?"\n      options: { big: { label: big }, small: { label: small } }';
  it.each<[string, Plant, string, RegExp]>([
    [
      'a wrong fee',
      put(`${law}/fees.yaml`, 'amount: 120', 'amount: 125'),
      `${renew}/examples.yaml`,
      /totals\.counter: expected .*; got /,
    ],
    ['a missing translation', put(`${renew}/ar.yaml`, /^summary: .*\n/m, ''), `${renew}/ar.yaml`, /missing/],
    [
      'an unreachable question',
      all(
        put(`${renew}/procedure.yaml`, question, unreachable),
        both(renew, 'questions:\n', `questions:\n  boat:\n    ${asked.replace('\n  ', '\n')}\n`),
      ),
      `${renew}/procedure.yaml`,
      /never/,
    ],
    [
      'a broken reference',
      put(`${renew}/procedure.yaml`, 'validity: certificate-age', 'validity: certificate-time'),
      `${renew}/procedure.yaml`,
      /there is no fact "certificate-time"/,
    ],
    [
      'a broken reference in a text',
      add(`${renew}/../../pages/about/en.md`, '\nSee [the card](procedure:renew-card).\n'),
      'content/pages/about/en.md',
      /renew-card/,
    ],
  ])('%s', (_, plant, file, problem) => {
    const faults = faultsAfter(plant);
    const said = faults.map((f) => `${f.file} ${f.key}: ${f.problem}`);
    expect(said.filter((s) => s.startsWith(file) && problem.test(s)).length, said.join('\n')).toBeGreaterThan(
      0,
    );
  });
});

describe('a stale fact', () => {
  const due = (c: Content, on: string): string[] =>
    dueChecks(c, on).map((d) => `${d.file} ${d.key} since ${d.dueOn}`);

  it('is caught', () =>
    withFixture((root) => {
      put(`${law}/amounts.yaml`, 'checkedOn: "2026-11-20"', 'checkedOn: "2025-11-20"')(root);
      const { content } = inspect(root, day);
      expect(due(content as Content, day)).toEqual([`${law}/amounts.yaml old-cards-end since 2026-11-20`]);
    }));

  it('is not in the guide on the day of the tests', () => expect(due(guide, testDay)).toEqual([]));
});

describe('a wrong fee of the guide', () => {
  const procedures = wizards(guide).map((e) => ({
    p: resolve(guide, e.data),
    examples: e.examples,
  }));
  const fees = [...guide.facts.values()]
    .map((f) => f.fact)
    .filter((f): f is Fee => 'payee' in f || ('kind' in f && !('counting' in f)));
  type Value = Fee['values'][number];
  /** The same fee, wrong by one unit of money or one percent; undefined where it has no figure. */
  const wrong = (v: Value): Value | undefined =>
    v.amount !== undefined
      ? { ...v, amount: v.amount + 1 }
      : v.range
        ? { ...v, range: [v.range[0] + 1, v.range[1] + 1] }
        : v.share
          ? { ...v, share: { ...v.share, percent: v.share.percent + 1 } }
          : undefined;
  const withFee = (p: ResolvedProcedure, fee: Fee): ResolvedProcedure => ({
    ...p,
    facts: { ...p.facts, ...(p.facts[fee.id] && { [fee.id]: fee }) },
  });

  it('is caught by a worked case, but for those that no case states yet, each of which is named', () => {
    let planted = 0;
    const missed = new Set<string>();
    for (const fee of fees)
      for (const [i, value] of fee.values.entries()) {
        const bad = wrong(value);
        // What is over counts in no case, and needs none.
        if (!bad || (value.until && value.until < testDay)) continue;
        planted++;
        const changed = { ...fee, values: fee.values.with(i, bad) };
        const changedLaw = { ...guide.factTable, [fee.id]: changed };
        const caught = procedures.some(
          ({ p, examples }) =>
            (p.facts[fee.id] || examples.some((e) => e.prices[fee.id])) &&
            examples.some((e) => compare(withFee(p, changed), e, changedLaw).length > 0),
        );
        if (!caught) missed.add(value.channel ? `${fee.id} (${value.channel})` : fee.id);
      }
    expect(planted).toBeGreaterThan(60);
    const named = parse(readFileSync('tests/fixtures/uncounted-fees.yaml', 'utf8')) as string[];
    expect([...missed].sort()).toEqual([...named].sort());
  });
});
