/** Who does what in the built guides: every duty, need, office and first step stands on its page, in the PDF and in the data. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPdf, squash } from '../helpers/pdf.ts';
import { sites, testDay } from '../helpers/sites.ts';

process.env.GUIDE_DAY = testDay;
const { getSite } = await import('../../src/content/guide.ts');
const { rich } = await import('../../src/content/rich.ts');
const { plain } = await import('../../src/model/index.ts');

const site = getSite();
const { dist } = sites.guide;
const { succession, needs, offices, hubs, hubOrder, guide, pages } = site.content;
if (!succession || !hubOrder) throw new Error('the guide has no succession or no sections');
const html = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');
/** The words of a page as a reader sees them. */
const words = (page: string): string =>
  squash(
    page
      .replace(/<[^>]+>/g, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&'),
  );
const has = (text: string, sentence: string): boolean => text.includes(squash(sentence));

describe.each(site.languages.map((l) => l.code))('in %s', (lang) => {
  const text = succession.text[lang] as NonNullable<(typeof succession.text)[string]>;
  const index = html(`${lang}/succession`);

  it('leads from the table to every duty, and says there what it was and who has it today', () => {
    for (const d of succession.data.duties) {
      const own = text.duties[d.id] as NonNullable<(typeof text.duties)[string]>;
      expect(index).toContain(`href="/${lang}/succession/${d.group}/#${d.id}"`);
      const group = html(`${lang}/succession/${d.group}`);
      expect(group).toContain(`id="${d.id}"`);
      for (const sentence of [own.office, own.did, own.today])
        expect(has(words(group), sentence), `${d.id}: ${sentence}`).toBe(true);
      for (const id of d.today === 'none' ? [] : d.today)
        expect(group, d.id).toContain(`href="/${lang}/authorities/${id}/"`);
      if (d.official) expect(has(words(group), d.official), d.id).toBe(true);
    }
  });

  it('names every article of the organic law in the table', () => {
    const [first, last] = succession.data.articles;
    const shown = words(index);
    for (let n = first; n <= last; n++)
      expect(has(shown, guide.citation.article.replace('{n}', String(n))), `article ${n}`).toBe(true);
  });

  it('marks work between states as no counter', () => {
    const page = words(html(`${lang}/succession/international`));
    const background = succession.data.duties.filter((d) => d.background).length;
    expect(page.split(squash(site.language(lang).t('succession.background'))).length - 1).toBe(background);
  });

  it('has all of it in a tagged PDF', async () => {
    const pdf = await readPdf(new Uint8Array(readFileSync(join(dist, `pdf/${lang}/succession.pdf`))));
    const shown = squash(pdf.text);
    for (const { office, did, today } of Object.values(text.duties))
      for (const sentence of [office, did, today]) expect(has(shown, sentence), sentence).toBe(true);
    for (const title of Object.values(text.groups)) expect(pdf.outline).toContain(title);
    for (const role of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Link'])
      expect(
        pdf.tags.some((t) => t.role === role),
        role,
      ).toBe(true);
    expect(pdf.links).toContain(`${sites.guide.origin}/${lang}/succession/`);
  });

  it('leads from every need to its authority, its page and its contact', () => {
    const page = html(`${lang}/authorities`);
    for (const { id, data, text: own } of needs.values()) {
      const item = new RegExp(`<li id="want-${id}">([\\s\\S]*?)</li>`).exec(page)?.[1] ?? '';
      expect(has(words(item), own[lang]?.want ?? '?'), id).toBe(true);
      expect(item, id).toContain(`href="/${lang}/authorities/${data.authority}/"`);
      if (data.to) expect(item, id).toContain(`${data.to.split(':')[1] as string}/"`);
    }
    for (const path of ['offices', 'succession']) expect(page).toContain(`href="/${lang}/${path}/"`);
  });

  it('shows every office with links that a phone can use', () => {
    const page = html(`${lang}/offices`);
    for (const { id, data } of offices.values()) {
      const item = new RegExp(`<li id="${id}">([\\s\\S]*?)</li>`).exec(page)?.[1] ?? '';
      for (const part of [data.official, data.town, data.street, data.postcode])
        if (part) expect(has(words(item), part), `${id}: ${part}`).toBe(true);
      if (data.phone) expect(item).toContain(`href="tel:${data.phone}"`);
      if (data.email) expect(item).toContain(`href="mailto:${data.email}"`);
      if (data.booking) expect(item).toContain(`href="${data.booking}"`);
      // Grade D is never hidden.
      if (data.grade === 'D') expect(item, id).toContain('class="weak"');
    }
  });

  it('has every first step under its time, marked for whom it is', () => {
    const l = site.language(lang);
    for (const [id, hub] of hubs) {
      const page = html(`${lang}/living/${id}`);
      for (const i of hub.data.items) {
        const item = new RegExp(`<li id="${i.id}">([\\s\\S]*?)</li>`).exec(page)?.[1] ?? '';
        const note = hub.text[lang]?.items[i.id]?.note ?? '?';
        const x = { content: site.content, l, t: l.t, day: site.day, fault: () => undefined };
        expect(has(words(item), plain(rich(x, note))), `${id}.${i.id}`).toBe(true);
        if (i.for)
          expect(has(words(item), hubOrder.text[lang]?.audiences[i.for] ?? '?'), `${id}.${i.id}`).toBe(true);
        expect(page).toContain(`id="${i.phase}"`);
      }
    }
    expect(html(lang)).toContain(`href="/${lang}/living/"`);
  });

  it('has the pages that every site owes its readers, in the footer of each page', () => {
    for (const id of ['legal', 'privacy', 'accessibility', 'contact', 'translations']) {
      expect(pages.has(id)).toBe(true);
      expect(index).toContain(`href="/${lang}/${id}/"`);
      expect(existsSync(join(dist, lang, id, 'index.html'))).toBe(true);
    }
  });

  it('says honestly where mistakes are reported', () => {
    const { url, email } = guide.report;
    const page = html(`${lang}/contact`);
    const none = site.language(lang).t('report.none');
    expect(has(words(page), none)).toBe(!url && !email);
  });
});

it('publishes the same as data', () => {
  const json = (name: string) => JSON.parse(readFileSync(join(dist, `api/v1/${name}.json`), 'utf8'));
  expect(json('succession').duties).toHaveLength(succession.data.duties.length);
  expect(json('succession').chain.map((b: { id: string }) => b.id)).toContain(succession.data.body);
  expect(json('offices')).toHaveLength(offices.size);
  expect(json('needs')).toHaveLength(needs.size);
  expect(json('living').map((h: { id: string }) => h.id)).toEqual([...hubs.keys()]);
  const covered = json('coverage');
  expect(covered.I001.map((x: { kind: string }) => x.kind)).toContain('succession');
  for (const point of ['M002', 'M003', 'M004', 'M005', 'M006', 'M007', 'M008'])
    expect(covered[point].map((x: { kind: string }) => x.kind)).toContain('living');
});

describe('the made-up country', () => {
  const other = sites.country;
  const page = (path: string): string => readFileSync(join(other.dist, path, 'index.html'), 'utf8');

  it('has its own closed body, offices and first steps, below its base path', () => {
    expect(page('ar/succession')).toContain(`href="${other.base}/ar/succession/ships/#pilots"`);
    expect(page('ar/offices')).toContain('href="tel:+9990123456"');
    expect(page('ar/living/first-steps')).toContain(`href="${other.base}/ar/procedures/register-address/"`);
    expect(existsSync(join(other.dist, 'pdf/ar/succession.pdf'))).toBe(true);
  });

  it('shows its address for reports', () => {
    expect(page('en/contact')).toContain('href="mailto:guide@marland.example"');
  });
});
