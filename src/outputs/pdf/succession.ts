/** The heirs of a closed body as data for `succession.typ`: each office and duty, and who has it today. */

import type { Site } from '../../content/guide.ts';
import { articleWords, bodiesOf, bodyName, closedBodies } from '../../content/heirs.ts';
import { pick } from '../../content/pick.ts';
import { longDate } from '../../i18n/format.ts';
import { type Frame, frame } from './frame.ts';

export interface PdfDuty {
  office: string;
  official: string | null;
  articles: string;
  did: string;
  today: string;
  since: string | null;
  /** Short names of the bodies that have it; empty if nobody has. */
  bodies: string[];
  /** Work between states: nobody can ask for anything there. */
  background: boolean;
  weak: boolean;
}

export interface SuccessionPdf extends Frame {
  intro: string;
  disclaimer: string;
  /** Address of the page. */
  page: string;
  chain: { name: string; before: string | null; after: string[] }[];
  groups: { title: string; duties: PdfDuty[] }[];
  words: Frame['words'] & Record<'chain' | 'office' | 'today' | 'background' | 'law', string>;
}

/** Pure: the same guide and address give the same data. Throws if the guide has no succession or no such language. */
export function successionPdf(site: Site, lang: string, address: string): SuccessionPdf {
  const { succession, guideText, sources } = site.content;
  if (!succession) throw new Error('the guide has no content/succession');
  const l = site.language(lang);
  const { t } = l;
  const text = pick(succession.text, lang);
  const { data } = succession;
  const own = frame(site, lang, {
    title: text.title,
    description: text.intro,
    keywords: [],
    checkedOn: data.checkedOn,
    address,
  });
  return {
    ...own,
    intro: text.intro,
    disclaimer: pick(guideText, lang).disclaimer,
    page: `${own.base}/${lang}/succession/`,
    chain: closedBodies(site).map((b) => ({
      name: b.short ? `${b.official} (${b.short})` : b.official,
      before: b.before.length > 0 ? t('succession.formerly', { names: b.before.join(', ') }) : null,
      after: b.after.map((id) => bodyName(site, lang, id)),
    })),
    groups: data.groups.map((group) => ({
      title: pick(text.groups, group),
      duties: data.duties
        .filter((d) => d.group === group)
        .map((d) => {
          const words = pick(text.duties, d.id);
          return {
            office: words.office,
            official: d.official && d.official !== words.office ? d.official : null,
            articles: articleWords(site, d.articles),
            did: words.did,
            today: words.today,
            since: d.since ? t('succession.since', { date: longDate(l, d.since) }) : null,
            bodies: bodiesOf(d).map((id) => bodyName(site, lang, id)),
            background: d.background,
            weak: d.grade === 'D',
          };
        }),
    })),
    words: {
      ...own.words,
      chain: t('succession.chain'),
      office: t('succession.office'),
      today: t('succession.today'),
      background: t('succession.background'),
      law: `${t('succession.law')}: ${sources.get(data.act)?.citation ?? data.act}. ${t('succession.details')}`,
    },
  };
}
