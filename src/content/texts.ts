/** Checks of the words themselves: references inside texts, figures typed into prose, letters, parity between languages. */
import type { Locale, T } from '../i18n/format.ts';
import { type Day, plain, richFields } from '../model/index.ts';
import type { Fault } from './faults.ts';
import { typedFigure } from './figures.ts';
import { type Content, wizards } from './load.ts';
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
  for (const [lang, t] of Object.entries(c.lettersShared.text))
    add(`content/letters/${lang}.yaml`, lang, '', t);
  for (const e of [...c.authorities.values(), ...wizards(c), ...c.letters.values()])
    for (const [lang, t] of Object.entries(e.text)) add(`${e.dir}/${lang}.yaml`, lang, '', t);
  for (const e of [...c.questions.values(), ...c.pages.values()])
    for (const [lang, t] of Object.entries(e.text)) add(`${e.dir}/${lang}.md`, lang, '', t);
  for (const e of [...c.hubs.values(), ...[c.hubOrder, c.succession].filter((x) => x !== undefined)])
    for (const [lang, t] of Object.entries(e.text)) add(`${e.dir}/${lang}.yaml`, lang, '', t);
  for (const entry of [
    ...c.terms.values(),
    ...c.changes.values(),
    ...c.needs.values(),
    ...c.offices.values(),
  ])
    for (const [lang, t] of Object.entries(entry.text)) add(`${entry.dir}/${lang}.yaml`, lang, entry.id, t);
  return out;
}

const factSection = (file: string): string =>
  file.endsWith('fees.yaml') ? 'fees' : file.endsWith('amounts.yaml') ? 'amounts' : 'timeLimits';

/** References in a text, sorted: facts, terms and link targets. Every language must have the same. */
const references = (text: string): string[] =>
  [...text.matchAll(/\{\{[^}]+\}\}|\[\[[^\]]+\]\]|\]\(([^)]+)\)/g)].map((m) => m[1] ?? m[0]).sort();

/** Whether references, lists and links work in a text; anywhere else they would be shown as they are. */
const isRich = (t: Text): boolean => {
  const name = t.key.split('.').findLast((step) => !/^\d+$/.test(step));
  return name !== undefined && richFields.has(name);
};

/** Marks of references and Markdown that stand in words for the reader: misspelt, or in a text that has none. */
const mark = /\{\{|\}\}|\[\[|\]\]|\]\(|\*\*/;

/** What a text has to keep to, whatever the language. History (`then`, changes) may have figures. */
function wordFaults(t: Text, l: Locale, report: (problem: string, mend: string) => void): void {
  if (t.value !== t.value.trim()) report('begins or ends with a space', 'remove it');
  if (t.lang === 'ro' && /[şţŞŢ]/.test(t.value))
    report('Romanian letters with cedilla', 'write ș and ț with comma below');
  const words = t.value.replace(/\{\{[^}]+\}\}|\[\[[^\]]+\]\]/g, '');
  const history = /(^|\.)then$/.test(t.key) || t.file.startsWith('content/changes/');
  const figure = history ? undefined : typedFigure(words, l.locale, l.currency);
  if (figure)
    report(
      `the figure "${figure}" is typed into the text`,
      'put it into content/law and write {{its-id}} here',
    );
}

/** A translation function that shows keys; enough to find faults in references. */
const keyT: T = (key) => key;

/** A text's place, the same in every language. */
export const placeOf = (t: Text): string => `${t.file.slice(0, t.file.lastIndexOf('/') + 1)}#${t.key}`;

/** Checks of every text by itself. */
export function checkTexts(c: Content, today: Day): Fault[] {
  const faults: Fault[] = [];
  for (const t of allTexts(c)) {
    const report = (problem: string, mend: string): void =>
      void faults.push({ file: t.file, key: t.key, problem, mend });
    const lang = c.guide.languages.find((l) => l.code === t.lang);
    const l: Locale = {
      code: t.lang,
      locale: lang?.locale ?? t.lang,
      dir: lang?.dir ?? 'ltr',
      currency: c.guide.currency,
    };
    wordFaults(t, l, report);
    const shown = isRich(t)
      ? plain(rich({ content: c, l, t: keyT, day: today, fault: report }, t.value))
      : t.value;
    const left = mark.exec(shown)?.[0];
    if (left)
      report(
        `the reader would see "${left}"`,
        isRich(t)
          ? 'correct the reference: {{fact-id}}, [[term-id]], [text](procedure:id), **bold**'
          : 'references and marks work only in longer texts, such as note and body; write plain words here',
      );
  }
  return faults;
}

/**
 * Texts that one language has and another has not, and texts whose references differ. Files that could not be read at
 * all are left out: they were reported already.
 */
export function checkParity(c: Content): Fault[] {
  const faults: Fault[] = [];
  const texts = allTexts(c).filter((t) => !/keywords/.test(t.key));
  const source = c.guide.sourceLanguage;
  const files = new Set(texts.map((t) => t.file));
  const fileIn = (t: Text, lang: string): string =>
    t.file.replace(/[^/]+(\.(?:yaml|md))$/, (_, ending: string) => lang + ending);
  const original = new Map(texts.filter((t) => t.lang === source).map((t) => [placeOf(t), t]));
  for (const t of texts) {
    if (t.lang === source) continue;
    const from = original.get(placeOf(t));
    if (!from) {
      if (files.has(fileIn(t, source)))
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
  const have = new Set(texts.map((t) => `${t.lang} ${placeOf(t)}`));
  for (const [place, t] of original)
    for (const { code } of c.guide.languages)
      if (!have.has(`${code} ${place}`) && files.has(fileIn(t, code)))
        faults.push({
          file: fileIn(t, code),
          key: t.key,
          problem: 'the text is missing in this language',
          mend: `translate "${t.value.slice(0, 60)}"`,
        });
  return faults;
}
