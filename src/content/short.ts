/** Everything that has a short address without a language, `/go/<id>/`: the one place where a further kind is added. */
import type { Day } from '../model/index.ts';
import type { Site } from './guide.ts';
import type { Content } from './load.ts';
import { pick } from './pick.ts';

export interface Short {
  id: string;
  kind: 'procedure' | 'finder' | 'topic';
  /** The day it was last compared with its sources; of several entries the oldest. */
  checkedOn: Day;
  /** What it is about, in one language. */
  title(lang: string): string;
  /** One sentence about it. */
  summary(lang: string): string;
  /** Where it leads in a language, from the root of the guide: the questions of a wizard, or a section. */
  path(lang: string): string;
  /** The wizard for other sites' frames, where there is one. */
  embed?(lang: string): string;
}

/** Ids of the topics that have questions, in the guide's order. */
const usedTopics = (c: Content): string[] =>
  c.guide.topics.filter((topic) => [...c.questions.values()].some((q) => q.data.topic === topic));

/** Ids that two kinds share, so that a short address would have two meanings. */
export function doubleShorts(c: Content): string[] {
  const ids = [...c.procedures.keys(), ...(c.finder ? [c.finder.id] : []), ...usedTopics(c)];
  return ids.filter((id, i) => ids.indexOf(id) !== i);
}

/** Everything with a short address: the finder, the procedures in the order of their areas, the topics of questions. */
export function shorts(site: Site): Short[] {
  const c = site.content;
  const procedures = [...c.procedures.values()].sort(
    (a, b) => c.guide.areas.indexOf(a.data.area) - c.guide.areas.indexOf(b.data.area),
  );
  return [
    ...[...(c.finder ? [c.finder] : []), ...procedures].map((p): Short => {
      const finder = p === c.finder;
      return {
        id: p.id,
        kind: finder ? 'finder' : 'procedure',
        checkedOn: p.data.checkedOn,
        title: (lang) => pick(p.text, lang).title,
        summary: (lang) => pick(p.text, lang).summary,
        path: (lang) => (finder ? `/${lang}/${p.id}/` : `/${lang}/procedures/${p.id}/checklist/`),
        embed: (lang) => `/${lang}/embed/${p.id}/`,
      };
    }),
    ...usedTopics(c).map((id): Short => {
      const words = (lang: string) => pick(pick(c.guideText, lang).topics, id);
      return {
        id,
        kind: 'topic',
        checkedOn: [...c.questions.values()]
          .filter((q) => q.data.topic === id)
          .map((q) => q.data.checkedOn)
          .sort()[0] as Day,
        title: (lang) => words(lang).title,
        summary: (lang) => words(lang).summary,
        path: (lang) => `/${lang}/questions/#${id}`,
      };
    }),
  ];
}
