/** The letters of the built guides: pages, blank PDFs, links from procedures, open data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { content, langs, paragraphs } from '../helpers/letters.ts';
import { readPdf, squash } from '../helpers/pdf.ts';
import { sites, testDay } from '../helpers/sites.ts';

const { dist } = sites.guide;
const read = (path: string): string => readFileSync(join(dist, path), 'utf8');
const ids = [...content.letters.keys()];
const cases = langs.flatMap((lang) => ids.map((id) => ({ lang, id })));
const { officialLanguage } = content.guide;

it('has the ten letters that others link to', () => {
  expect(ids.sort()).toEqual([
    'address-change',
    'answer-to-draft-refusal',
    'data-protection-complaint',
    'discrimination-complaint',
    'housing-declaration',
    'national-data-access',
    'power-of-attorney-simple',
    'reminder-to-decide',
    'sis-access',
    'vis-access',
  ]);
});

describe.each(cases)('$id in $lang', ({ lang, id }) => {
  it('has a page that shows the letter without scripts, and leads to its procedures and back', () => {
    const html = read(`${lang}/letters/${id}/index.html`);
    const without = html.slice(html.indexOf('class="without-js"'));
    for (const p of paragraphs(id, undefined, testDay, officialLanguage))
      for (const line of p.lines)
        for (const span of line)
          if (typeof span === 'string') expect(without).toContain(span.trim().replaceAll('&', '&amp;'));
    expect(without).toContain(`/pdf/${lang}/letter-${id}.pdf`);
    for (const procedure of content.letters.get(id)?.data.procedures ?? []) {
      expect(html).toContain(`href="/${lang}/procedures/${procedure}/"`);
      expect(read(`${lang}/procedures/${procedure}/steps/index.html`)).toContain(
        `href="/${lang}/letters/${id}/"`,
      );
    }
    expect(read(`${lang}/letters/index.html`)).toContain(`href="/${lang}/letters/${id}/"`);
  });

  it('has a tagged blank PDF with the letter and every label in both languages', async () => {
    const bytes = new Uint8Array(readFileSync(join(dist, `pdf/${lang}/letter-${id}.pdf`)));
    const pdf = await readPdf(bytes);
    const text = squash(pdf.text);
    for (const at of [officialLanguage, lang])
      for (const p of paragraphs(id, undefined, testDay, at))
        for (const line of p.lines)
          for (const span of line) if (typeof span === 'string') expect(text).toContain(squash(span));
    for (const at of [officialLanguage, lang])
      for (const [field, words] of Object.entries(content.letters.get(id)?.text[at]?.fields ?? {}))
        expect(text, field).toContain(squash(words.label));
    expect(pdf.info).toMatchObject({ Title: content.letters.get(id)?.text[lang]?.title });
    expect(pdf.links).toContain(`${sites.guide.origin}/${lang}/letters/${id}/`);
    const roles = new Set(pdf.tags.map((t) => t.role));
    for (const role of ['H1', 'H2', 'L', 'LI', 'Link', 'Figure']) expect(roles, role).toContain(role);
    expect(bytes.length).toBeLessThanOrEqual(130 * 1024);
  });
});

it('lists the letters and what they cover in the open data', () => {
  const list = JSON.parse(read('api/v1/letters.json')) as { id: string; fields: { type?: string }[] }[];
  expect(list.map((x) => x.id).sort()).toEqual([...ids].sort());
  expect(list.every((x) => x.fields.every((f) => f.type !== undefined))).toBe(true);
  const coverage = JSON.parse(read('api/v1/coverage.json')) as Record<string, { kind: string; id: string }[]>;
  for (const [point, letter] of [
    ['Q112', 'discrimination-complaint'],
    ['P003', 'sis-access'],
    ['P004', 'vis-access'],
    ['P005', 'national-data-access'],
    ['P007', 'data-protection-complaint'],
  ] as const)
    expect(coverage[point]).toContainEqual(expect.objectContaining({ kind: 'letter', id: letter }));
});

it('builds the letter of another country, in its own language and direction', () => {
  const { dist: there } = sites.country;
  const html = readFileSync(join(there, 'en/letters/address-notice/index.html'), 'utf8');
  expect(html).toMatch(/class="paper" lang="ar" dir="rtl"/);
  expect(existsSync(join(there, 'pdf/ar/letter-address-notice.pdf'))).toBe(true);
});
