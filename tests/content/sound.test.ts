/** The made-up country as it is: nothing wrong, nothing of the real guide in it, everything there to be built. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ContentError, type Fault, report } from '../../src/content/faults.ts';
import { getSite, guideDay, inspect } from '../../src/content/guide.ts';
import { contentSchemas } from '../../src/tools/schemas.ts';
import { all, arrival, day, faultsAfter, law, put, register } from '../helpers/faults.ts';
import { project, withFixture } from '../helpers/fixture.ts';
import { pseudo, pseudoTree } from '../helpers/pseudo.ts';

describe('the made-up country', () => {
  it.each([day, '2027-03-01', '2031-07-15'])('is sound on %s', (on) => {
    const { faults, content } = withFixture((root) => inspect(root, on));
    expect(report(faults)).toBe(report([]));
    expect(content?.procedures.size).toBe(2);
    expect(content?.questions.size).toBe(3);
    expect(content?.finder?.data.steps.flatMap((s) => s.to ?? [])).toEqual([
      'renew-stay-card',
      'register-address',
    ]);
  });

  it('shares no id, language, holiday, money or time zone with the real guide', () => {
    const real = inspect(project, day).content?.guide;
    const other = withFixture((root) => inspect(root, day)).content?.guide;
    expect(other?.officialLanguage).not.toBe(real?.officialLanguage);
    expect(other?.currency).not.toBe(real?.currency);
    expect(other?.timeZone).not.toBe(real?.timeZone);
    expect(other?.citation.article).not.toBe(real?.citation.article);
    expect(other?.languages.some((l) => l.dir === 'rtl')).toBe(true);
  });

  it('has a pseudo-language that changes every word, keeps every variable and is longer', () => {
    expect(pseudo('in {{count}} days')).toMatch(/^[^a-z]* \{\{count\}\} [^a-z]*$/);
    expect(pseudo('Papers to bring').length).toBeGreaterThan('Papers to bring'.length * 1.3);
    expect(Object.keys(pseudoTree({ x_one: 'a', x_other: 'b', y: 'c' }))).toEqual([
      'x_zero',
      'x_one',
      'x_two',
      'x_few',
      'x_many',
      'x_other',
      'y',
    ]);
  });

  it('opens as a site with both languages', () =>
    withFixture((root) => {
      process.env.GUIDE_ROOT = root;
      process.env.GUIDE_DAY = day;
      try {
        const site = getSite();
        expect(site.languages.map((l) => l.code)).toEqual(['en', 'ar']);
        expect(site.day).toBe(day);
        expect(site.notices({ question: 'may-i-work' }).map((n) => n.id)).toEqual(['stay-bill']);
        expect(site.notices({ procedure: 'register-address' })).toEqual([]);
        expect(site.notices({ facts: ['renewal-last-day'] })).toHaveLength(1);
        expect(() => site.language('fr')).toThrow(/no language "fr"/);
      } finally {
        delete process.env.GUIDE_ROOT;
        delete process.env.GUIDE_DAY;
      }
    }));
});

describe('the day of the build', () => {
  it('comes from the setting, and a day that does not exist is refused', () => {
    process.env.GUIDE_DAY = '2027-02-29';
    expect(() => guideDay('UTC')).toThrow(/GUIDE_DAY=2027-02-29 is no day/);
    process.env.GUIDE_DAY = '2028-02-29';
    expect(guideDay('UTC')).toBe('2028-02-29');
    delete process.env.GUIDE_DAY;
    expect(guideDay('UTC')).toBe(new Date().toISOString().slice(0, 10));
  });
});

describe('the report', () => {
  it('names every fault of every file at once, sorted by file', () => {
    const faults = faultsAfter(
      all(
        put(`${register}/procedure.yaml`, 'limit: address-report', 'limit: address'),
        put(`${law}/amounts.yaml`, 'until: "2025-12-31"', 'until: "2025-11-30"'),
        put(`${arrival}/first-days/question.yaml`, 'sources: [stay-act]', 'sources: [act]'),
        put('locales/ar/common.json', /"range": "[^"]*",/, ''),
      ),
    );
    expect(faults.map((f) => `${f.file} ${f.key}`).sort()).toEqual([
      `${law}/amounts.yaml monthly-means.values.0`,
      `${register}/procedure.yaml timeLimits.report.limit`,
      `${arrival}/first-days/question.yaml (entry).sources`,
      'locales/ar value.range',
    ]);
    expect(report(faults)).toBe(`4 faults in the content:

content/law/stay/amounts.yaml
  monthly-means.values.0: leaves a gap between 2025-11-30 and 2026-01-01
    → end it on 2025-12-31 or begin the next one on 2025-12-01

content/procedures/register-address/procedure.yaml
  timeLimits.report.limit: there is no time limit "address"
    → correct the id, or add it to content/law/<topic>/time-limits.yaml

content/questions/arrival/first-days/question.yaml
  (entry).sources: there is no source "act"
    → correct the id, or add it to content/law/<topic>/sources.yaml

locales/ar
  value.range: the key is missing in this language
    → translate "{{from}} to {{to}}"`);
  });

  it('speaks of one fault in the singular, and of a whole file as (file)', () => {
    const fault: Fault = {
      file: 'content/guide.yaml',
      key: '',
      problem: 'this file is missing',
      mend: 'add it',
    };
    const text =
      '1 fault in the content:\n\ncontent/guide.yaml\n  (file): this file is missing\n    → add it';
    expect(report([fault])).toBe(text);
    expect(new ContentError([fault]).message).toBe(text);
    expect(new ContentError([fault]).faults).toEqual([fault]);
  });
});

describe('the schemas for editors', () => {
  it('are those of the model', () => {
    const names = readdirSync(join(project, 'content/schema')).map((f) => f.replace('.schema.json', ''));
    expect(names.sort()).toEqual(Object.keys(contentSchemas).sort());
    for (const name of names)
      expect(
        JSON.parse(readFileSync(join(project, `content/schema/${name}.schema.json`), 'utf8')),
      ).toHaveProperty('$schema');
  });
});
