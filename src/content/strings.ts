/** Checks of the interface strings: the same keys and variables in every language, and every plural form it needs. */
import type { Strings } from '../i18n/small.ts';
import { pluralForms } from '../i18n/translate.ts';
import type { Fault } from './faults.ts';

const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
const baseKeys = (strings: Strings): Set<string> => new Set(Object.keys(strings).map(base));

/** Names of the {{variables}} of a string, each once. A plural form may leave out the number ("one day"). */
const variables = (text: string, plural: boolean): string =>
  [...new Set([...text.matchAll(/\{\{(\w+)\}\}/g)].map((m) => m[1] as string))]
    .filter((name) => !plural || name !== 'count')
    .sort()
    .join(', ');

/** Compares every language with the first. Languages without strings were reported already and are left out. */
export function checkStrings(
  languages: { code: string; locale: string }[],
  strings: Record<string, Strings>,
): Fault[] {
  const faults: Fault[] = [];
  const read = languages.filter((l) => strings[l.code]);
  const first = read[0];
  if (!first) return [];
  const model = strings[first.code] as Strings;
  for (const { code, locale } of read) {
    const own = strings[code] as Strings;
    const say = (key: string, problem: string, mend: string): void =>
      void faults.push({ file: `locales/${code}`, key, problem, mend });
    const have = baseKeys(own);
    for (const key of baseKeys(model)) {
      const plural = Object.hasOwn(model, `${key}_other`);
      const original = model[plural ? `${key}_other` : key] ?? '';
      if (!have.has(key)) {
        say(key, 'the key is missing in this language', `translate "${original}"`);
        continue;
      }
      const forms = plural ? pluralForms(locale).map((f) => `${key}_${f}`) : [key];
      for (const form of forms)
        if (!Object.hasOwn(own, form))
          say(
            form,
            plural ? 'this plural form is missing' : 'here stand plural forms, elsewhere one text',
            `the language needs: ${forms.join(', ')}`,
          );
      const wanted = variables(original, plural);
      for (const [form, text] of Object.entries(own))
        if (base(form) === key && variables(text, plural) !== wanted)
          say(
            form,
            `the variables differ from "${first.code}": here ${variables(text, plural) || 'none'}; there ${wanted || 'none'}`,
            'use the same {{variables}}',
          );
    }
    const known = baseKeys(model);
    for (const key of have)
      if (!known.has(key)) say(key, `there is no such key in "${first.code}"`, 'correct or remove it');
    if (code === 'ro')
      for (const [key, text] of Object.entries(own))
        if (/[şţŞŢ]/.test(text)) say(key, 'Romanian letters with cedilla', 'write ș and ț with comma below');
  }
  return faults;
}
