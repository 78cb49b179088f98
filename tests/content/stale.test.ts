/** What is getting old: facts past their re-check date, translations older than the text they translate. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/content/guide.ts';
import type { Content } from '../../src/content/load.ts';
import { dueChecks, recordTranslations, staleTexts } from '../../src/content/stale.ts';
import { allTexts } from '../../src/content/texts.ts';
import { day, law, type Plant, put, register, renew, town } from '../helpers/faults.ts';
import { withFixture } from '../helpers/fixture.ts';

const contentOf = (root: string): Content => {
  const { content, faults } = inspect(root, day);
  expect(faults).toEqual([]);
  return content as Content;
};

describe('re-checks', () => {
  const due = (plant: Plant, on: string): string[] =>
    withFixture((root) => {
      plant(root);
      return dueChecks(contentOf(root), on).map((d) => `${d.file} ${d.key}`);
    });
  const nothing: Plant = () => {};

  it('none is due while everything is fresh, all on the day after which it is old', () => {
    // Checked on 2026-11-20, again after 365 days.
    expect(due(nothing, '2027-11-19')).toEqual([]);
    const all = due(nothing, '2027-11-20');
    expect(all).toContain(`${law}/fees.yaml stay-card`);
    expect(all).toContain(`${law}/notices.yaml stay-bill`);
    expect(all).toContain('content/procedures/renew-stay-card renew-stay-card');
    expect(all).toContain('content/authorities/town-hall town-hall');
    expect(all).toContain('content/questions/work/may-i-work may-i-work');
    expect(all).toContain('content/pages/about about');
  });

  it('leaves out values that are past and notices that are closed', () => {
    const all = due(
      put(`${law}/notices.yaml`, 'since: "2026-10-01"', 'since: "2026-10-01"\n  closedOn: "2026-11-01"'),
      '2028-01-01',
    );
    expect(all).not.toContain(`${law}/notices.yaml stay-bill`);
    // The stamp ended in 2025; of the card only the newer two values are open.
    expect(all).not.toContain(`${law}/fees.yaml address-stamp`);
    expect(all.filter((x) => x === `${law}/fees.yaml stay-card`)).toHaveLength(2);
  });

  it('keeps to an interval of its own, of an entry and of an item', () => {
    expect(
      due(put(`${town}/authority.yaml`, 'kind: local', 'kind: local\nrecheckDays: 3'), '2026-11-23'),
    ).toEqual(['content/authorities/town-hall town-hall']);
    expect(
      due(put(`${register}/procedure.yaml`, 'form: [copy],', 'form: [copy], recheckDays: 2,'), '2026-11-22'),
    ).toEqual(['content/procedures/register-address documents.lease']);
    expect(
      due(
        put(`${register}/procedure.yaml`, 'form: [copy],', 'form: [copy], checkedOn: "2025-11-22",'),
        '2026-11-22',
      ),
    ).toEqual(['content/procedures/register-address documents.lease']);
    expect(
      due(put(`${town}/authority.yaml`, 'kind: post,', 'kind: post, recheckDays: 1,'), '2026-11-22'),
    ).toEqual(['content/authorities/town-hall contacts.post']);
  });

  it('names the oldest first', () => {
    const list = withFixture((root) => {
      put(`${law}/amounts.yaml`, 'checkedOn: "2026-11-20"', 'checkedOn: "2026-01-02"')(root);
      return dueChecks(contentOf(root), '2028-01-01');
    });
    expect(list[0]).toEqual({
      file: `${law}/amounts.yaml`,
      key: 'old-cards-end',
      checkedOn: '2026-01-02',
      dueOn: '2027-01-02',
    });
    expect(list.map((d) => d.dueOn)).toEqual(list.map((d) => d.dueOn).sort());
  });
});

describe('translations', () => {
  const places = (root: string): string[] =>
    staleTexts(contentOf(root), root).map((s) => `${s.lang} ${s.place}`);
  const english = put(`${renew}/en.yaml`, 'You can ask today.', 'You may ask today.');
  const arabic = put(`${renew}/ar.yaml`, 'يمكنك الطلب اليوم.', 'يمكنك أن تطلب اليوم.');
  const stale = [`ar ${renew}/#notes.in-time.body`];

  /** A copy whose texts are recorded as translated. */
  const recorded = <T>(test: (root: string) => T): T =>
    withFixture((root) => {
      recordTranslations(contentOf(root), root, false);
      return test(root);
    });

  it('before anything is recorded nothing is stale', () =>
    withFixture((root) => {
      english(root);
      expect(places(root)).toEqual([]);
    }));

  it('nothing is stale right after recording', () => recorded((root) => expect(places(root)).toEqual([])));

  it('a source text that changed after its translation is reported, and only that', () =>
    recorded((root) => {
      english(root);
      expect(places(root)).toEqual(stale);
    }));

  it('a translation that changed alone is not', () =>
    recorded((root) => {
      arabic(root);
      expect(places(root)).toEqual([]);
    }));

  it('nor is a text of which both changed', () =>
    recorded((root) => {
      english(root);
      arabic(root);
      expect(places(root)).toEqual([]);
    }));

  it('quotes around a text do not count', () =>
    recorded((root) => {
      put(`${renew}/en.yaml`, 'body: You can ask today.', 'body: "You can ask today."')(root);
      expect(places(root)).toEqual([]);
    }));

  it('recording again keeps a stale text stale until somebody accepts it', () =>
    recorded((root) => {
      english(root);
      recordTranslations(contentOf(root), root, false);
      expect(places(root)).toEqual(stale);
      recordTranslations(contentOf(root), root, true);
      expect(places(root)).toEqual([]);
    }));

  it('recording after both changed makes the new pair the record', () =>
    recorded((root) => {
      english(root);
      arabic(root);
      recordTranslations(contentOf(root), root, false);
      put(`${renew}/en.yaml`, 'You may ask today.', 'Ask today.')(root);
      expect(places(root)).toEqual(stale);
    }));

  it('a text that is new in both languages is not stale', () =>
    recorded((root) => {
      put(`${register}/en.yaml`, 'lease: { name: Lease }', 'lease: { name: Lease, note: Signed. }')(root);
      put(
        `${register}/ar.yaml`,
        'lease: { name: عقد الإيجار }',
        'lease: { name: عقد الإيجار, note: موقّع. }',
      )(root);
      expect(places(root)).toEqual([]);
    }));

  it('the record has one line a text, keywords left out, none for the source language', () =>
    recorded((root) => {
      const dir = join(root, 'content/translations');
      expect(readdirSync(dir)).toEqual(['ar.json']);
      const text = readFileSync(join(dir, 'ar.json'), 'utf8');
      const record = JSON.parse(text) as Record<string, string>;
      const wanted = allTexts(contentOf(root)).filter((t) => t.lang === 'ar' && !/keywords/.test(t.key));
      expect(Object.keys(record)).toHaveLength(wanted.length);
      expect(text.trim().split('\n')).toHaveLength(wanted.length);
      for (const pair of Object.values(record)) expect(pair).toMatch(/^[0-9a-f]{8}-[0-9a-f]{8}$/);
    }));
});
