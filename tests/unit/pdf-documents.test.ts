/** PDFs of topics, authorities and the whole guide, on the made-up country: words, tags, languages, pages. */
import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../helpers/fixture.ts';
import { leaves, type ReadPdf, readPdf, squash, unpacked } from '../helpers/pdf.ts';

const root = fixtureRoot();
process.env.GUIDE_ROOT = root;
process.env.GUIDE_DAY = '2026-11-22';
const { getSite } = await import('../../src/content/guide.ts');
const { documents } = await import('../../src/outputs/pdf/documents.ts');
const { compilePdf } = await import('../../src/outputs/pdf/engine.ts');
const { orderPdf } = await import('../../src/outputs/pdf/pool.ts');
const { bookletPdf } = await import('../../src/outputs/pdf/booklet.ts');
const { questionsPdf } = await import('../../src/outputs/pdf/questions.ts');
const { authorityPdf } = await import('../../src/outputs/pdf/authority.ts');

afterAll(() => rmSync(root, { recursive: true, force: true }));

const site = getSite();
const address = 'https://country.test/help/papers/';
const all = documents(site);
const compile = (lang: string, id: string): Uint8Array => {
  const d = all.find((x) => x.id === id);
  if (!d) throw new Error(`no document ${id}`);
  return compilePdf(d.template, d.data(site, lang, address), `${lang}/${id}`);
};
// This reader turns brackets round and mixes up the words of the other script.
const loose = (x: string): string => squash(x).replace(/[()\u202a-\u202c]/g, '');
const latin = (x: string): boolean => x.trim() !== '' && !/\p{Script=Arabic}/u.test(x);

it('names every document once, and no other', () => {
  const ids = all.map((d) => d.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining([
      'guide',
      'renew-stay-card',
      'renew-stay-card-large',
      'questions-arrival',
      'questions-work',
      'authority-town-hall',
    ]),
  );
});

it('sets every document in every language', () => {
  for (const lang of ['en', 'ar'])
    for (const d of all) expect(compile(lang, d.id).length, `${lang}/${d.id}`).toBeGreaterThan(5000);
});

it('gives the same bytes from a thread as from here, and the same fault', async () => {
  const d = all.find((x) => x.id === 'questions-work');
  const data = d?.data(site, 'en', address) as object;
  const [one, two] = await Promise.all([1, 2].map(() => orderPdf('questions', data, 'en/questions-work')));
  expect(Buffer.compare(one as Uint8Array, compile('en', 'questions-work'))).toBe(0);
  expect(Buffer.compare(one as Uint8Array, two as Uint8Array)).toBe(0);
  await expect(orderPdf('questions', { ...data, questions: 1 }, 'en/broken')).rejects.toThrow(
    /PDF en\/broken \(questions\.typ\)/,
  );
});

describe('the questions of a topic', () => {
  it('has every question with its answer, old rule, law and procedures, and leads to the page', async () => {
    for (const topic of ['arrival', 'work']) {
      const pdf = await readPdf(compile('en', `questions-${topic}`));
      const text = loose(pdf.text);
      const data = questionsPdf(site, 'en', topic, address);
      expect(data.questions.length).toBeGreaterThan(0);
      for (const q of data.questions) {
        const words = [
          q.name,
          ...leaves(q.note),
          ...leaves(q.then?.body),
          q.then?.hint ?? '',
          ...q.procedures.map((p) => p.title),
        ];
        for (const w of words.filter(latin)) expect(text, w).toContain(loose(w));
        for (const p of q.procedures) expect(pdf.links).toContain(p.href);
      }
      expect(pdf.links).toContain(`${address}en/questions/#${topic}`);
      expect(pdf.tags.filter((t) => t.role === 'H2').length).toBeGreaterThan(data.questions.length);
      expect(pdf.outline).toEqual(expect.arrayContaining(data.questions.map((q) => q.name)));
    }
  });

  it('is as old as its oldest answer, and rejects a topic without questions', () => {
    expect(questionsPdf(site, 'en', 'work', address).foot.checked).toMatch(/^Checked on /);
    expect(() => questionsPdf(site, 'en', 'nothing', address)).toThrow();
  });
});

it('has every way to reach an authority, and what it does', async () => {
  const pdf = await readPdf(compile('en', 'authority-residence-office'));
  const text = loose(pdf.text);
  const data = authorityPdf(site, 'en', 'residence-office', address);
  const words = [
    data.title,
    data.summary,
    ...[...data.does, ...data.doesNot, data.complaints].flatMap((x) => leaves(x)),
    ...data.contacts.flatMap((c) => [c.name, c.value.replace('https://', ''), ...leaves(c.note)]),
    ...data.procedures.map((p) => p.title),
  ];
  expect(data.contacts.length).toBeGreaterThan(0);
  for (const w of words.filter(latin)) expect(text, w).toContain(loose(w));
  for (const c of data.contacts) if (c.href) expect(pdf.links).toContain(new URL(c.href).href);
  expect(pdf.tags.some((t) => t.lang?.startsWith('ar'))).toBe(true);
});

describe('the booklet', () => {
  let bytes: Uint8Array;
  let pdf: ReadPdf;
  beforeAll(async () => {
    bytes = compile('en', 'guide');
    pdf = await readPdf(bytes);
  });

  it('has every procedure, topic, authority and official word', () => {
    const data = bookletPdf(site, 'en', address);
    const text = loose(pdf.text);
    const titles = [...data.procedures, ...data.topics, ...data.authorities].map((x) => x.title);
    expect(titles.length).toBe(site.content.procedures.size + 2 + site.content.authorities.size);
    for (const title of titles) {
      expect(text, title).toContain(loose(title));
      expect(pdf.outline, title).toContain(title);
    }
    for (const w of data.glossary.flatMap((g) => g.words)) expect(text).toContain(loose(w.plain));
  });

  it('says how old it is, has contents with page numbers, and no skipped level of headings', () => {
    expect(pdf.text).toContain('As of 22 November 2026');
    expect(pdf.text).toMatch(/Contents/);
    expect(pdf.tags.some((t) => t.role === 'TOC')).toBe(true);
    expect(pdf.tags.filter((t) => t.role === 'TOCI').length).toBeGreaterThan(5);
    const levels = pdf.tags.flatMap((t) => (/^H\d$/.test(t.role) ? [Number(t.role[1])] : []));
    levels.reduce((before, now) => {
      expect(now).toBeLessThanOrEqual(before + 1);
      return now;
    }, 0);
  });

  it('names the page of a procedure that another leads to', () => {
    expect(pdf.text).toMatch(/Report your address \W*page 7/);
  });

  it('marks other languages and is the same every time', () => {
    expect(unpacked(bytes)).toMatch(/\/Lang ?\(ar-EG\)/);
    expect(Buffer.compare(compile('en', 'guide'), bytes)).toBe(0);
  });
});
