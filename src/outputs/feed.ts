/** Feeds of what changed in the rules (RSS 2.0), for each language and for each procedure. */
import rss from '@astrojs/rss';
import { absolute } from '../components/url.ts';
import type { Site } from '../content/guide.ts';
import type { ChangeEntry } from '../content/load.ts';
import { pick } from '../content/pick.ts';
import { plain } from '../model/plain.ts';

/** Changes of the rules, newest first; of one procedure where it is named. */
export const changesOf = (site: Site, procedure?: string): ChangeEntry[] =>
  [...site.content.changes.values()]
    .filter((c) => procedure === undefined || c.data.procedures.includes(procedure))
    .sort((a, b) =>
      a.data.date === b.data.date ? (a.id < b.id ? -1 : 1) : a.data.date < b.data.date ? 1 : -1,
    );

/** The year in which a change counts from: each has a page. */
export const yearOf = (c: ChangeEntry): string => c.data.date.slice(0, 4);

/** Where a change is told, without the base path. */
export const changeAddress = (lang: string, c: ChangeEntry): string =>
  `/${lang}/changes/${yearOf(c)}/#${c.id}`;

/** The feed of one language, whole or of one procedure. The day of a change is midnight UTC: it has no hour. */
export function feed(site: Site, lang: string, procedure?: string): Promise<Response> {
  const { t } = site.language(lang);
  const guide = pick(site.content.guideText, lang);
  const about = procedure && site.content.procedures.get(procedure)?.text[lang]?.title;
  return rss({
    title: [guide.name, about, t('changes.title')].filter(Boolean).join(' · '),
    description: t('changes.intro'),
    site: absolute(`/${lang}/changes/`),
    customData: `<language>${lang}</language>`,
    items: changesOf(site, procedure).map((c) => ({
      title: pick(c.text, lang).title,
      description: plain(site.rich(lang, pick(c.text, lang).body)),
      link: absolute(changeAddress(lang, c)),
      pubDate: new Date(`${c.data.date}T00:00:00Z`),
    })),
    trailingSlash: false,
  });
}
