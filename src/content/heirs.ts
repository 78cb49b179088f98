/** What pages, PDF and data say about a closed body and those who took over: names, articles, the chain of bodies. */

import { citeLaw } from '../i18n/view.ts';
import type { Duty, Evidence } from '../model/index.ts';
import type { Site } from './guide.ts';
import { pick } from './pick.ts';
import { addressOf } from './rich.ts';

/** An authority's name in the reader's language. Throws if there is no such authority. */
export function authorityName(site: Site, lang: string, id: string): string {
  const a = site.content.authorities.get(id);
  if (!a) throw new Error(`no authority "${id}"`);
  return pick(a.text, lang).name;
}

/** The short form that people know an authority by, or its name in the reader's language. */
export const bodyName = (site: Site, lang: string, id: string): string =>
  site.content.authorities.get(id)?.data.short ?? authorityName(site, lang, id);

/** "art. 13.º, art. 14.º" as the country cites them; empty if the duty stood in no article. */
export const articleWords = (site: Site, articles: number[]): string =>
  articles.map((n) => site.content.guide.citation.article.replace('{n}', String(n))).join(', ');

/** Authorities that have a duty today. */
export const bodiesOf = (d: Duty): string[] => (d.today === 'none' ? [] : d.today);

/** Articles of law as they are cited. */
export const cited = (site: Site, refs: string[]): string[] =>
  refs.map((ref) =>
    citeLaw(
      { sources: Object.fromEntries(site.content.sources), citation: site.content.guide.citation },
      ref,
    ),
  );

/** A place written as kind:id, with its title and address in a language. Throws if there is no such place. */
export function placeOf(site: Site, lang: string, target: string): { title: string; href: string } {
  const [kind, id = ''] = target.split(':');
  const c = site.content;
  const address = addressOf(c, target);
  if (address === undefined) throw new Error(`"${target}" leads nowhere; run npm run check`);
  const title =
    kind === 'procedure'
      ? c.procedures.get(id)?.text[lang]?.title
      : kind === 'question'
        ? c.questions.get(id)?.text[lang]?.question
        : c.authorities.get(id)?.text[lang]?.name;
  return { title: title ?? id, href: `/${lang}/${address}` };
}

/** What an entry rests on, for `Proof.astro`; the check day falls back to the day of the whole. */
export const proofOf = (site: Site, e: Evidence, checkedOn: string) => ({
  weak: e.grade === 'D',
  grade: e.grade,
  checkedOn: e.checkedOn ?? checkedOn,
  law: cited(site, e.law ?? []),
  sources: e.sources,
});

/** Sources and acts of several entries, each once. */
export const sourcesOf = (list: Evidence[]): string[] => [
  ...new Set(list.flatMap((e) => [...(e.law ?? []).map((r) => r.split('#')[0] as string), ...e.sources])),
];

/** Closed bodies with those before and after them, as people look for them: by the name they still know. */
export const closedBodies = (
  site: Site,
): { id: string; official: string; short: string | undefined; before: string[]; after: string[] }[] =>
  [...site.content.authorities.values()]
    .filter((a) => a.data.kind === 'abolished')
    .map((a) => ({
      id: a.id,
      official: a.data.official,
      short: a.data.short,
      before: a.data.replaces,
      after: a.data.successors,
    }));
