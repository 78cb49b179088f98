/** What the letter form gets: plain JSON, built once per letter and language. */
import type { Site } from '../../content/guide.ts';
import { letterKit, otherWords } from '../../content/letter-kit.ts';
import { wordsOf } from '../../content/letters.ts';
import { countryNames, pickStrings } from '../wizard/props.ts';
import type { LetterProps } from './types.ts';

/** Groups of interface strings, and single ones, that the form and what it calls look up. */
const needed = [
  'letter',
  'wizard.copied',
  'wizard.copyByHand',
  'wizard.faultTitle',
  'wizard.faultMark',
  'wizard.day',
  'wizard.month',
  'wizard.year',
  'wizard.chooseCountry',
  'wizard.inApp',
  'wizard.calendar',
  'wizard.extras',
  'wizard.laterDates',
  'list',
  'unit',
  'value',
  'compare',
  'limit',
  'form',
  'foreign',
  'document',
  'channel',
  'note',
  'fee',
  'evidence',
  'pdf.atLeast',
];

/** Props of the form of a letter in a language. Throws if either does not exist. */
export function letterProps(site: Site, lang: string, id: string): LetterProps {
  const { t: _, ...kit } = letterKit(site, lang, id);
  const { guide, guideText, letters } = site.content;
  const entry = letters.get(id);
  const resolved = site.letters.get(id);
  if (!entry || !resolved) throw new Error(`no letter "${id}"`);
  const { procedure: __, ...letter } = resolved;
  const official = site.language(guide.officialLanguage);
  const strings = site.language(lang).strings;
  const swapped = Object.fromEntries(
    Object.entries(otherWords).map(([key, other]) => [key, strings[other] as string]),
  );
  return {
    kit,
    strings: { ...pickStrings(strings, needed), ...swapped },
    letter,
    words: {
      official: wordsOf(site.content, entry, guide.officialLanguage),
      own: wordsOf(site.content, entry, lang),
    },
    official: {
      code: official.code,
      name: new Intl.DisplayNames(kit.l.locale, { type: 'language' }).of(official.code) ?? official.code,
      locale: official.locale,
      dir: official.dir,
    },
    day: site.day,
    timeZone: guide.timeZone,
    guide: { id: guide.id, name: guideText[lang]?.name ?? guide.id },
    countries: letter.fields.some((f) => f.type === 'country') ? countryNames(kit.l.locale) : [],
    links: { page: `/${lang}/letters/${id}/`, pdf: `/pdf/${lang}/letter-${id}.pdf`, home: `/${lang}/` },
  };
}
