/** The questions of a topic as data for `questions.typ`. Pure: the same guide and address give the same data. */
import type { Site } from '../../content/guide.ts';
import type { FaqEntry } from '../../content/load.ts';
import { pick } from '../../content/pick.ts';
import type { Day, Rich } from '../../model/index.ts';
import { type Frame, type Sheet, sheet } from './frame.ts';
import {
  cite,
  item,
  notices,
  type PdfItem,
  type PdfNotice,
  type PdfSource,
  proof,
  restsOn,
  type Scribe,
  scribe,
  sources,
  type Target,
  target,
} from './scribe.ts';

/** A question is an entry whose note is the answer. */
export interface PdfQuestion extends PdfItem {
  notices: PdfNotice[];
  procedures: Target[];
  authority: Target | null;
  /** The rule of an earlier year, and what changed it. */
  then: { hint: string; body: Rich; changedBy: string } | null;
}

export interface QuestionsPdf extends Sheet {
  summary: string;
  questions: PdfQuestion[];
  sources: PdfSource[];
  words: Frame['words'] & Record<string, string>;
}

/** Questions of a topic, in the order of their folders. */
export const questionsOf = (site: Site, topic: string): FaqEntry[] =>
  [...site.content.questions.values()].filter((q) => q.data.topic === topic);

/** Topics that have questions, in the guide's order. */
export const topicsOf = (site: Site): string[] =>
  site.content.guide.topics.filter((topic) => questionsOf(site, topic).length > 0);

/** The earliest of some days: a document is as old as its oldest part. */
export const earliest = (days: Day[]): Day => days.toSorted()[0] as Day;

const openNotices = (site: Site, q: FaqEntry, lang: string) =>
  site.notices({
    question: q.id,
    facts: [...pick(q.text, lang).body.matchAll(/\{\{([a-z0-9-]+)/g)].map((m) => m[1] as string),
  });

function question(s: Scribe, q: FaqEntry): PdfQuestion {
  const { site, lang, t } = s;
  const { data } = q;
  const text = pick(q.text, lang);
  const authority = data.authority ? site.content.authorities.get(data.authority) : undefined;
  return {
    ...item(s, { name: text.question, note: site.rich(lang, text.body), proof: proof(s, data) }),
    notices: notices(s, openNotices(site, q, lang)),
    procedures: data.procedures.map((id) =>
      target(s, { id, title: site.content.procedures.get(id)?.text[lang]?.title ?? id }),
    ),
    authority: authority
      ? {
          id: authority.id,
          title: pick(authority.text, lang).name,
          href: `${s.root}/${lang}/authorities/${authority.id}/`,
        }
      : null,
    then:
      text.then && data.then
        ? {
            hint: t('question.thenHint', { year: String(data.then.year) }),
            body: site.rich(lang, text.then),
            changedBy: data.then.changedBy.map((ref) => cite(s, ref)).join('; '),
          }
        : null,
  };
}

/**
 * The data of a topic's PDF.
 * @param address full address of the guide's root, such as https://guide.example/
 * @param size body type in points; 18 for large print
 * @throws on a language or topic that does not exist, and on a topic without questions
 */
export function questionsPdf(
  site: Site,
  lang: string,
  topic: string,
  address: string,
  size?: number,
): QuestionsPdf {
  const { t } = site.language(lang);
  const list = questionsOf(site, topic);
  const { title, summary } = pick(pick(site.content.guideText, lang).topics, topic);
  if (list.length === 0) throw new Error(`no questions on "${topic}"`);
  const checkedOn = earliest(list.map((q) => q.data.checkedOn));
  const ids = list.flatMap((q) => [
    ...restsOn(q.data),
    ...openNotices(site, q, lang).flatMap((n) => n.data.sources),
  ]);
  const s = scribe(site, lang, address, ids, checkedOn);
  const read = sources(s);
  const shared = sheet(site, lang, {
    title,
    description: summary,
    keywords: [],
    checkedOn,
    address,
    page: `/${lang}/questions/#${topic}`,
    official: null,
    ...(size && { size }),
  });
  return {
    ...shared,
    summary,
    questions: list.map((q) => question(s, q)),
    sources: read.list,
    words: {
      ...shared.words,
      online: t('pdf.online'),
      qr: t('pdf.qr', { title }),
      start: `${t('question.start')}:`,
      authority: t('question.authority'),
      then: t('question.then'),
      changedBy: t('question.changedBy'),
      notice: t('notice.title'),
      meanwhile: t('notice.meanwhile'),
      sources: t('sources.list'),
      read: read.read,
    },
  };
}
