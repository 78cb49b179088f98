/** The whole guide in one document, as data for `booklet.typ`. Pure: the same guide and address give the same data. */
import { kindsOfWords } from '../../components/words.ts';
import type { Site } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';
import { longDate } from '../../i18n/format.ts';
import { type AuthorityPdf, authorityPdf } from './authority.ts';
import { type Frame, type Sheet, sheet } from './frame.ts';
import { type ProcedurePdf, procedurePdf } from './procedure.ts';
import { earliest, type QuestionsPdf, questionsPdf, topicsOf } from './questions.ts';

export interface BookletPdf extends Sheet {
  booklet: true;
  /** "As of 22 November 2026", and how to use the lists. */
  edition: string;
  use: string[];
  procedures: (ProcedurePdf & { mark: string })[];
  topics: QuestionsPdf[];
  authorities: AuthorityPdf[];
  glossary: { title: string; words: { official: string; term: string | null; plain: string }[] }[];
  /** Official names for the index, sorted as the country sorts them. */
  index: string[];
  words: Frame['words'] & Record<string, string>;
}

/**
 * The data of the booklet.
 * @param address full address of the guide's root, such as https://guide.example/
 * @param size body type in points; 18 for large print
 * @throws on a language that does not exist
 */
export function bookletPdf(site: Site, lang: string, address: string, size?: number): BookletPdf {
  const { content } = site;
  const l = site.language(lang);
  const { t } = l;
  const { guide } = content;
  const text = pick(content.guideText, lang);
  const own = guide.officialLanguage;
  const byArea = [...content.procedures.values()].sort(
    (a, b) => guide.areas.indexOf(a.data.area) - guide.areas.indexOf(b.data.area),
  );
  const procedures = byArea.map((p) => ({
    ...procedurePdf(site, lang, p.id, address, size),
    mark: `procedure-${p.id}`,
  }));
  const authorities = [...content.authorities.keys()].map((id) =>
    authorityPdf(site, lang, id, address, size),
  );
  const glossary = kindsOfWords(content).map(([kind, words]) => ({
    title: t(`glossary.kind.${kind}`),
    words: words.map((w) => ({
      official: w.data.official,
      term: own === lang ? null : pick(w.text, lang).term,
      plain: pick(w.text, lang).plain,
    })),
  }));
  const names = [
    ...procedures.flatMap((p) => [
      p.names.official ?? '',
      ...p.groups.flatMap((g) => g.items.map((x) => x.official)),
    ]),
    ...authorities.map((a) => a.names.official ?? ''),
    ...glossary.flatMap((g) => g.words.map((w) => w.official)),
  ];
  const shared = sheet(site, lang, {
    title: text.name,
    description: text.description,
    keywords: [],
    checkedOn: earliest(
      [content.procedures, content.questions, content.authorities].flatMap((entries) =>
        [...entries.values()].map((x) => x.data.checkedOn),
      ),
    ),
    address,
    page: `/${lang}/`,
    official: null,
    ...(size && { size }),
  });
  return {
    ...shared,
    booklet: true,
    edition: t('site.asOf', { date: longDate(l, site.day) }),
    use: ['tick', 'cases', 'official', 'unsure', 'numbers'].map((key) => t(`pdf.how.${key}`)),
    procedures,
    topics: topicsOf(site).map((topic) => questionsPdf(site, lang, topic, address, size)),
    authorities,
    glossary,
    index: [...new Set(names)].filter(Boolean).sort(new Intl.Collator(own).compare),
    words: {
      ...shared.words,
      qr: t('pdf.qr', { title: text.name }),
      use: t('pdf.how.title'),
      contents: t('pdf.contents'),
      procedures: t('procedures.title'),
      questions: t('questions.title'),
      authorities: t('authorities.title'),
      glossary: t('glossary.title'),
      index: t('pdf.index'),
      indexHint: t('pdf.indexHint'),
      onPage: t('pdf.onPage', { page: '{page}' }),
      oldest: t('pdf.oldest'),
    },
  };
}
