/**
 * The search index: the built pages through Pagefind, one index per language. Everyday words of an entry are added to
 * what is indexed and not to the page, so that they weigh nothing there.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import * as pagefind from 'pagefind';
import { fold } from '../components/fold.ts';
import { getSite, type Site } from '../content/guide.ts';

/** Everyday words for a page, by its folder and id. */
function keywords(site: Site, lang: string, path: string): string[] {
  const [section, id = ''] = path.split('/');
  const c = site.content;
  if (section === 'procedures') {
    const p = c.procedures.get(id);
    return p ? [p.data.official, p.text[lang]?.title ?? '', ...(p.text[lang]?.keywords ?? [])] : [];
  }
  if (section === 'questions') return c.questions.get(id)?.text[lang]?.keywords ?? [];
  if (section === 'letters') return c.letters.get(id)?.text[lang]?.keywords ?? [];
  if (section === 'authorities') {
    const a = c.authorities.get(id);
    return a
      ? [
          a.data.official,
          a.data.short ?? '',
          a.text[lang]?.name ?? '',
          ...(a.text[lang]?.keywords ?? []),
          ...a.data.replaces,
        ]
      : [];
  }
  return [];
}

/** A document that more procedures ask for than this, such as a passport, leads to none of them in particular. */
const mostProcedures = 3;

/**
 * Names of a procedure, of its documents or of an authority, folded: who types one of them exactly finds its page first.
 */
function names(site: Site, lang: string, path: string): string[] {
  const [section, id = ''] = path.split('/');
  const { procedures, authorities } = site.content;
  const p = section === 'procedures' ? procedures.get(id) : undefined;
  const a = section === 'authorities' ? authorities.get(id) : undefined;
  const asking = (official: string): number =>
    [...procedures.values()].filter((x) => x.data.documents.some((d) => d.official === official)).length;
  const documents = (p?.data.documents ?? []).map((d) => d.official);
  const own = [
    p?.data.official,
    p?.text[lang]?.title,
    ...documents.filter((official) => asking(official) <= mostProcedures),
    a?.data.official,
    a?.data.short,
    a?.text[lang]?.name,
  ];
  return [...new Set(own.flatMap((name) => (name ? [fold(name)] : [])))];
}

/** Words that people may have meant when they misspelt one: those of titles, keywords and official names. */
export function vocabulary(site: Site, lang: string): string[] {
  const c = site.content;
  const texts = [
    ...[...c.procedures.values()].flatMap((p) => [
      p.data.official,
      p.text[lang]?.title,
      ...(p.text[lang]?.keywords ?? []),
    ]),
    ...[...c.questions.values()].flatMap((q) => [q.text[lang]?.question, ...(q.text[lang]?.keywords ?? [])]),
    ...[...c.authorities.values()].flatMap((a) => [
      a.data.official,
      a.text[lang]?.name,
      ...(a.text[lang]?.keywords ?? []),
    ]),
    ...[...c.terms.values()].flatMap((w) => [w.data.official, w.text[lang]?.term]),
  ];
  const words = texts.flatMap((text) => fold(text ?? '').match(/\p{L}{4,}/gu) ?? []);
  return [...new Set(words)].sort();
}

/** Every word once: an entry with ten phrases about a name is not ten times as much about it. */
const each = (texts: string[]): string[] => [
  ...new Set(texts.flatMap((x) => x.split(/[\s,;()]+/)).filter(Boolean)),
];

const escaped = (s: string): string => s.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Indexes every page that marks a body; wizards and search itself mark none. */
export async function buildIndex(site: Site, dist: string): Promise<void> {
  const { index, errors } = await pagefind.createIndex({});
  if (!index) throw new Error(`pagefind: ${errors.join('; ')}`);
  for (const { code } of site.languages) {
    const folder = join(dist, code);
    const files = (await readdir(folder, { recursive: true })).filter((f) => f.endsWith('index.html')).sort();
    for (const file of files) {
      // These pages repeat the words of the pages that people look for.
      if (
        /(^|\/)(more|steps|glossary|glossary\/[^/]+|changes|changes\/[^/]+|sources\/[^/]+)\/index\.html$/.test(
          file.replaceAll('\\', '/'),
        )
      )
        continue;
      const html = readFileSync(join(folder, file), 'utf8');
      if (!html.includes('data-pagefind-body')) continue;
      const path = file.replaceAll('\\', '/').replace(/index\.html$/, '');
      const words = keywords(site, code, path);
      const about = /<meta name="description" content="([^"]*)"/.exec(html)?.[1] ?? '';
      const extra = `${names(site, code, path)
        .map((name) => `<p data-pagefind-filter="name" data-pagefind-ignore>${escaped(name)}</p>`)
        .join('')}<p data-pagefind-meta="text" data-pagefind-ignore>${about.replaceAll('<', '&lt;')}</p>${
        words.length > 0 ? `<p data-pagefind-weight="8">${escaped(each(words).join(' '))}</p>` : ''
      }`;
      const added = await index.addHTMLFile({
        url: `/${code}/${path}`,
        content: html.replace('</main>', `${extra}</main>`),
      });
      if (added.errors.length > 0) throw new Error(`pagefind, /${code}/${path}: ${added.errors.join('; ')}`);
    }
  }
  const written = await index.writeFiles({ outputPath: join(dist, 'pagefind') });
  if (written.errors.length > 0) throw new Error(`pagefind: ${written.errors.join('; ')}`);
  for (const { code } of site.languages)
    writeFileSync(join(dist, 'pagefind', `words-${code}.json`), JSON.stringify(vocabulary(site, code)));
  await pagefind.close();
}

/** Astro integration: builds the index when the pages are there. */
export default function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: { 'astro:build:done': ({ dir }) => buildIndex(getSite(), fileURLToPath(dir)) },
  };
}
