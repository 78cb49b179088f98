/** The PDFs of the built guide: one for every procedure and language, with every word of its page. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesOf } from '../helpers/built.ts';
import { phrases, readPdf, squash, unpacked } from '../helpers/pdf.ts';
import { sites, testDay } from '../helpers/sites.ts';

process.env.GUIDE_DAY = testDay;
const { getSite } = await import('../../src/content/guide.ts');
const { kit } = await import('../../src/content/kit.ts');
const { view } = await import('../../src/i18n/view.ts');

const site = getSite();
const { dist, origin } = sites.guide;
const { officialLanguage, languages } = site.content.guide;
const officialLocale = languages.find((l) => l.code === officialLanguage)?.locale as string;
const cases = site.languages.flatMap((l) => [...site.content.procedures.keys()].map((id) => ({ l, id })));

it('has a PDF for every procedure in every language', () => {
  expect(cases.length).toBeGreaterThan(3);
  for (const { l, id } of cases)
    expect(existsSync(join(dist, `pdf/${l.code}/${id}.pdf`)), `${l.code}/${id}`).toBe(true);
});

describe.each(cases)('$id in $l.code', ({ l, id }) => {
  const bytes = new Uint8Array(readFileSync(join(dist, `pdf/${l.code}/${id}.pdf`)));

  it('shows every phrase of the page, and leads to it', async () => {
    const pdf = await readPdf(bytes);
    const text = squash(pdf.text);
    const v = view(kit(site, l.code, id), {}, site.day);
    expect(phrases(v).filter((p) => !text.includes(squash(p)))).toEqual([]);
    expect(pdf.links).toContain(`${origin}/${l.code}/procedures/${id}/`);
    expect(pdf.info).toMatchObject({ Title: v.title, Language: l.locale });
    const roles = new Set(pdf.tags.map((t) => t.role));
    for (const role of [
      'H1',
      'H2',
      'L',
      'LI',
      'Link',
      'Figure',
      ...(v.fees.length > 0 ? ['Table', 'TH', 'TD'] : []),
    ])
      expect(roles, role).toContain(role);
    if (l.code !== officialLanguage) {
      expect(pdf.tags.some((t) => t.lang === officialLocale)).toBe(true);
      expect(unpacked(bytes)).toContain(`/Lang (${officialLocale})`);
    }
    // What a phone on prepaid data loads.
    expect(bytes.length).toBeLessThanOrEqual(120 * 1024);
  });
});

it('leads below the base path in another guide', async () => {
  const files = filesOf(sites.country.dist).filter((f) => /^pdf\/en\/renew-stay-card\.pdf$/.test(f));
  expect(files.length).toBeGreaterThan(0);
  const pdf = await readPdf(new Uint8Array(readFileSync(join(sites.country.dist, files[0] as string))));
  expect(
    pdf.links.some((link) => link.startsWith(`${sites.country.origin}${sites.country.base}/en/procedures/`)),
  ).toBe(true);
});

it('has a poster and a card of one page for everything with a short address, in each language and in all', async () => {
  const ids = filesOf(join(dist, 'go')).map((f) => f.replace('/index.html', ''));
  expect(ids.length).toBeGreaterThan(site.content.procedures.size);
  for (const folder of ['', ...languages.map((l) => `${l.code}/`)])
    for (const id of ids)
      for (const kind of ['poster', 'card']) {
        const path = `pdf/${folder}${kind}-${id}.pdf`;
        const pdf = await readPdf(new Uint8Array(readFileSync(join(dist, path))));
        expect(pdf.pages, path).toBe(1);
        expect(pdf.text, path).toContain(`guide.test/go/${id}`);
      }
});
