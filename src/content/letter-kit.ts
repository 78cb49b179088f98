/** Gathers what one letter in one language needs, for page, form and PDF alike. */
import type { Kit, ReadyText } from '../i18n/view.ts';
import type { Evidence, Source } from '../model/index.ts';
import type { Site } from './guide.ts';
import { authorityCard, ready } from './kit.ts';
import { procedureText, wordsOf } from './letters.ts';
import { pick } from './pick.ts';

/** Interface words that a letter says otherwise than a procedure: papers are put in the envelope, not brought. */
export const otherWords: Record<string, string> = {
  'list.documents': 'letter.attach',
  'list.where': 'letter.where',
};

/** Ids of every source that a letter or one of its facts rests on, laws included. */
function sourceIds(site: Site, id: string): string[] {
  const p = pick(Object.fromEntries(site.letters), id).procedure;
  const grounds: Pick<Evidence, 'law' | 'sources'>[] = [
    p,
    ...p.documents,
    ...p.channels,
    ...p.notes,
    ...Object.values(p.facts).flatMap((f): Evidence[] => f.values),
  ];
  const acts = grounds.flatMap((g) => (g.law ?? []).map((ref) => ref.split('#')[0] as string));
  return [...new Set([...acts, ...grounds.flatMap((g) => g.sources)])];
}

/** The kit of a letter in a language: that of a procedure with the letter's papers, fees, dates, places and notes. */
export function letterKit(site: Site, lang: string, id: string): Kit {
  const entry = site.content.letters.get(id);
  const letter = site.letters.get(id);
  if (!entry || !letter) throw new Error(`no letter "${id}"`);
  const { t, strings: _, name: __, ...l } = site.language(lang);
  const { procedure } = letter;
  const authorities = [...new Set([procedure.authority, ...procedure.channels.map((c) => c.authority)])];
  const text = procedureText(pick(entry.text, lang), wordsOf(site.content, entry, lang));
  return {
    l,
    t: (key, vars) => t(otherWords[key] ?? key, vars),
    procedure,
    text: ready(site, lang, text) as ReadyText,
    sources: Object.fromEntries(sourceIds(site, id).map((s) => [s, site.content.sources.get(s) as Source])),
    authorities: Object.fromEntries(authorities.map((a) => [a, authorityCard(site, lang, a)])),
    citation: site.content.guide.citation,
    titles: {},
  };
}
