/** Static paths that most pages share: every language, and every entry in every language. */
import { getSite } from '../content/guide.ts';

export const eachLanguage = () => getSite().languages.map((l) => ({ params: { lang: l.code } }));

/** One path for each language and id. */
export const eachEntry = (ids: Iterable<string>) => {
  const all = [...ids];
  return getSite().languages.flatMap((l) => all.map((id) => ({ params: { lang: l.code, id } })));
};
