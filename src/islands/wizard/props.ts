/** What the wizard island gets: plain JSON, built once per procedure and language; also published at /api/v1/wizard/. */

import type { Site } from '../../content/guide.ts';
import { kit as kitOf } from '../../content/kit.ts';
import type { Strings } from '../../i18n/small.ts';
import type { Kit } from '../../i18n/view.ts';
import { isCountry } from '../../rules/answers.ts';
import type { WizardNotice, WizardProps } from './types.ts';

/** Groups of interface strings, and single ones, that the island and what it calls look up. */
const needed = [
  'wizard',
  'list',
  'notice',
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
  'sources.seen',
  'sources.notSeen',
];

/** The interface strings with these keys, or in these groups. */
export const pickStrings = (strings: Strings, keys: string[]): Strings =>
  Object.fromEntries(
    Object.entries(strings).filter(([key]) => keys.some((n) => key === n || key.startsWith(`${n}.`))),
  );

/** Every country that an answer may name, in the words and the order of a language. */
export function countryNames(locale: string): [string, string][] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((a) => letters.map((b) => a + b)).filter(isCountry);
  const names = new Intl.DisplayNames(locale, { type: 'region' });
  // Codes of countries that are no more have a successor as their canonical form.
  return codes
    .filter((code) => new Intl.Locale(`und-${code}`).region === code)
    .map((code): [string, string] => [code, names.of(code) ?? code])
    .sort((a, b) => a[1].localeCompare(b[1], locale));
}

/** Props of the wizard for a procedure in a language. Throws if either does not exist. */
export function wizardProps(site: Site, lang: string, id: string): WizardProps {
  const { t: _, ...kit } = kitOf(site, lang, id) satisfies Kit;
  const { guide, guideText } = site.content;
  const official = guide.officialLanguage;
  const notices = site
    .notices({ procedure: id, facts: Object.keys(kit.procedure.facts) })
    .map(({ id, data, text }): WizardNotice => {
      const words = text[lang];
      if (!words) throw new Error(`no words of notice "${id}" in "${lang}"`);
      return {
        id,
        title: words.title,
        reported: site.rich(lang, words.reported),
        meanwhile: site.rich(lang, words.meanwhile),
        grade: data.grade,
        checkedOn: data.checkedOn,
      };
    });
  return {
    kit,
    strings: pickStrings(site.language(lang).strings, needed),
    notices,
    day: site.day,
    timeZone: guide.timeZone,
    guide: { id: guide.id, name: guideText[lang]?.name ?? guide.id },
    official: {
      code: official,
      name: new Intl.DisplayNames(kit.l.locale, { type: 'language' }).of(official) ?? official,
    },
    countries: kit.procedure.questions.some((q) => q.type === 'country') ? countryNames(kit.l.locale) : [],
    links: {
      ...(id === site.content.finder?.id
        ? { checklist: `/${lang}/${id}/`, procedure: `/${lang}/procedures/` }
        : {
            checklist: `/${lang}/procedures/${id}/checklist/`,
            procedure: `/${lang}/procedures/${id}/`,
          }),
      pdf: `/pdf/${lang}/${id}.pdf`,
      official: `/api/v1/wizard/${official}/${id}.json`,
    },
  };
}
