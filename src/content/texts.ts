/** Checks of the words themselves: references inside texts, figures typed into prose, letters, parity between languages. */
import type { Locale, T } from '../i18n/format.ts';
import { pluralForms } from '../i18n/translate.ts';
import type { Day } from '../model/index.ts';
import type { Fault } from './faults.ts';
import type { Content } from './load.ts';
import { rich } from './rich.ts';

/** One text of one file in one language. */
export interface Text {
  file: string;
  key: string;
  lang: string;
  value: string;
}

/** Every string of an object, by its path. */
function strings(value: unknown, key: string): { key: string; value: string }[] {
  if (typeof value === 'string') return [{ key, value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([k, v]) => strings(v, key ? `${key}.${k}` : k));
}

/** Every text of the content, in every language. Files of law and glossary hold several entries. */
export function allTexts(c: Content): Text[] {
  const out: Text[] = [];
  const add = (file: string, lang: string, prefix: string, value: unknown): void => {
    for (const s of strings(value, prefix)) out.push({ file, lang, ...s });
  };
  for (const [lang, t] of Object.entries(c.guideText)) add(`content/guide/${lang}.yaml`, lang, '', t);
  for (const n of c.notices.values())
    for (const [lang, t] of Object.entries(n.text))
      add(n.dir.replace('notices.yaml', `${lang}.yaml`), lang, `notices.${n.id}`, t);
  for (const [id, f] of c.facts)
    for (const [lang, t] of Object.entries(f.name))
      add(f.file.replace(/[^/]+$/, `${lang}.yaml`), lang, `${factSection(f.file)}.${id}`, t);
  for (const e of [...c.authorities.values(), ...c.procedures.values()])
    for (const [lang, t] of Object.entries(e.text)) add(`${e.dir}/${lang}.yaml`, lang, '', t);
  for (const e of [...c.questions.values(), ...c.pages.values()])
    for (const [lang, t] of Object.entries(e.text)) add(`${e.dir}/${lang}.md`, lang, '', t);
  for (const term of c.terms.values())
    for (const [lang, t] of Object.entries(term.text)) add(`content/glossary/${lang}.yaml`, lang, term.id, t);
  return out;
}

const factSection = (file: string): string =>
  file.endsWith('fees.yaml') ? 'fees' : file.endsWith('amounts.yaml') ? 'amounts' : 'timeLimits';

/** References in a text, sorted: facts, terms and link targets. Every language must have the same. */
const references = (text: string): string[] =>
  [...text.matchAll(/\{\{[^}]+\}\}|\[\[[^\]]+\]\]|\]\(([^)]+)\)/g)].map((m) => m[1] ?? m[0]).sort();

/** Money and lengths of time typed into a sentence instead of a reference. History (`then`) may have them. */
const typed =
  /\d[\d.,\u00a0]*\s*(?:€|EUR\b|euros?\b)|€\s*\d|\b\d+\s+(?:working |business )?(?:days?|months?|d[ií]as?|meses|mês|mes|dias|luni|lună|de zile|zile)\b/i;

/** What a text has to keep to, whatever the language. */
function wordFaults(t: Text, report: (problem: string, mend: string) => void): void {
  if (t.value !== t.value.trim()) report('begins or ends with a space', 'remove it');
  if (t.lang === 'ro' && /[şţŞŢ]/.test(t.value))
    report('Romanian letters with cedilla', 'write ș and ț with comma below');
  const history = /(^|\.)then$/.test(t.key);
  const m = history ? null : typed.exec(t.value.replace(/\{\{[^}]+\}\}|\[\[[^\]]+\]\]/g, ''));
  if (m)
    report(
      `the figure "${m[0]}" is typed into the text`,
      'put it into content/law and write {{its-id}} here',
    );
}

/** A translation function that shows keys; enough to find faults in references. */
const keyT: T = (key) => key;

/** Checks of every text. */
export function checkTexts(c: Content, today: Day): Fault[] {
  const faults: Fault[] = [];
  const texts = allTexts(c);
  for (const t of texts) {
    const report = (problem: string, mend: string): void =>
      void faults.push({ file: t.file, key: t.key, problem, mend });
    wordFaults(t, report);
    const lang = c.guide.languages.find((l) => l.code === t.lang);
    const l: Locale = {
      code: t.lang,
      locale: lang?.locale ?? t.lang,
      dir: lang?.dir ?? 'ltr',
      currency: c.guide.currency,
    };
    rich({ content: c, l, t: keyT, day: today, fault: report }, t.value);
  }
  const source = c.guide.sourceLanguage;
  const place = (t: Text): string =>
    `${t.file.replace(new RegExp(`\\b${t.lang}\\.(yaml|md)$`), '')}#${t.key}`;
  const original = new Map(texts.filter((t) => t.lang === source).map((t) => [place(t), t]));
  for (const t of texts) {
    if (t.lang === source || /keywords/.test(t.key)) continue;
    const from = original.get(place(t));
    if (!from) {
      faults.push({
        file: t.file,
        key: t.key,
        problem: `there is no such text in "${source}"`,
        mend: `add it to the "${source}" file or remove it here`,
      });
      continue;
    }
    const [a, b] = [references(from.value), references(t.value)];
    if (a.join() !== b.join())
      faults.push({
        file: t.file,
        key: t.key,
        problem: `references differ from "${source}": here ${b.join(' ') || 'none'}; there ${a.join(' ') || 'none'}`,
        mend: 'use the same figures, terms and links in every language',
      });
  }
  const have = new Set(texts.map((t) => `${t.lang} ${place(t)}`));
  for (const [key, t] of original)
    for (const { code } of c.guide.languages)
      if (!/keywords/.test(key) && !have.has(`${code} ${key}`))
        faults.push({
          file: t.file.replace(new RegExp(`\\b${source}(\\.(?:yaml|md))$`), `${code}$1`),
          key: t.key,
          problem: 'the text is missing in this language',
          mend: `translate "${t.value.slice(0, 60)}"`,
        });
  return faults;
}

/** Interface strings: the same keys and variables in every language, and every plural form that the language needs. */
export function checkStrings(langs: string[], strings: Record<string, Record<string, string>>): Fault[] {
  const faults: Fault[] = [];
  const base = (key: string): string => key.replace(/_(zero|one|two|few|many|other)$/, '');
  const vars = (s: string): string =>
    [...s.matchAll(/\{\{(\w+)\}\}/g)]
      .map((m) => m[1])
      .sort()
      .join();
  const first = strings[langs[0] as string] ?? {};
  for (const lang of langs) {
    const own = strings[lang] ?? {};
    const file = `locales/${lang}`;
    const bases = new Set(Object.keys(own).map(base));
    for (const key of new Set(Object.keys(first).map(base))) {
      if (!bases.has(key)) {
        faults.push({
          file,
          key,
          problem: 'the key is missing in this language',
          mend: `translate "${first[key] ?? first[`${key}_other`]}"`,
        });
        continue;
      }
      const plural = Object.hasOwn(first, `${key}_other`);
      const forms = plural ? pluralForms(lang).map((f) => `${key}_${f}`) : [key];
      for (const form of forms) {
        if (!Object.hasOwn(own, form))
          faults.push({
            file,
            key: form,
            problem: 'this plural form is missing',
            mend: `the language needs: ${forms.join(', ')}`,
          });
        else if (!plural && vars(own[form] as string) !== vars(first[key] ?? ''))
          faults.push({
            file,
            key,
            problem: `the variables differ from ${langs[0]}: ${vars(first[key] ?? '') || 'none'}`,
            mend: 'use the same {{variables}}',
          });
      }
    }
    for (const key of bases)
      if (!new Set(Object.keys(first).map(base)).has(key))
        faults.push({
          file,
          key,
          problem: `there is no such key in ${langs[0]}`,
          mend: 'correct or remove it',
        });
    if (lang === 'ro')
      for (const [key, s] of Object.entries(own))
        if (/[şţŞŢ]/.test(s))
          faults.push({
            file,
            key,
            problem: 'Romanian letters with cedilla',
            mend: 'write ș and ț with comma below',
          });
  }
  return faults;
}
