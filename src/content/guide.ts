/** The guide as pages see it: loaded and checked once per build, with everything a page asks for. */
import { type Locale, longDate, type T } from '../i18n/format.ts';
import type { Strings } from '../i18n/small.ts';
import { readStrings, translator } from '../i18n/translate.ts';
import type { Day, Notice, ResolvedLetter, ResolvedProcedure, Rich } from '../model/index.ts';
import { dayIn, isDay } from '../rules/index.ts';
import { check } from './check.ts';
import { ContentError, type Fault } from './faults.ts';
import { resolveLetter } from './letters.ts';
import { type Content, idProblems, load, type NoticeEntry, wizards } from './load.ts';
import { resolve } from './resolve.ts';
import { rich } from './rich.ts';
import { checkStrings } from './strings.ts';
import { checkParity } from './texts.ts';

/** One language of the guide. */
export interface Language extends Locale {
  /** The language's name in itself. */
  name: string;
  t: T;
  strings: Strings;
}

export interface Site {
  content: Content;
  /** The day as of which the guide is built. */
  day: Day;
  languages: Language[];
  language(code: string): Language;
  /** Procedures with their facts, by id. */
  resolved: Map<string, ResolvedProcedure>;
  /** Letters with their facts, by id. */
  letters: Map<string, ResolvedLetter>;
  /** Compiles a text of the content into a tree. */
  rich(lang: string, text: string): Rich;
  /** Open notices that touch a procedure or question, or any of these facts. */
  notices(where: { procedure?: string; question?: string; facts?: string[] }): NoticeEntry[];
}

/** Folder that holds `content/` and `locales/`: the setting GUIDE_ROOT, or the project itself. */
export const guideRoot = (): string => process.env.GUIDE_ROOT ?? process.cwd();

/** The day of the build: the setting GUIDE_DAY, or today in the guide's time zone. Throws on a day that does not exist. */
export function guideDay(timeZone: string): Day {
  const set = process.env.GUIDE_DAY;
  if (set !== undefined && !isDay(set))
    throw new Error(`GUIDE_DAY=${set} is no day; write GUIDE_DAY=2027-03-01`);
  return set ?? dayIn(timeZone, new Date());
}

/** Whether a fault only says that an entry is missing which is there but could not be read. */
const follows = (f: Fault, broken: Set<string>): boolean =>
  [...broken].some(
    (id) =>
      new RegExp(`["{[:]${id}["}\\]:]`).test(f.problem) ||
      (f.problem === idProblems.surplus && f.key.split('.').at(-1) === id),
  );

/** Loads and checks content and interface strings. All faults of all files come back together. */
export function inspect(
  root: string,
  day?: Day,
): { content?: Content; strings: Record<string, Strings>; faults: Fault[]; day: Day } {
  const { content, faults, broken } = load(root);
  if (!content) return { strings: {}, faults, day: day ?? '1970-01-01' };
  const at = day ?? guideDay(content.guide.timeZone);
  const langs = content.guide.languages.map((l) => l.code);
  const strings: Record<string, Strings> = {};
  for (const lang of langs) {
    try {
      strings[lang] = readStrings(root, lang);
    } catch (e) {
      faults.push({
        file: `locales/${lang}`,
        key: '',
        problem: `cannot be read: ${(e as Error).message}`,
        mend: 'correct or add the JSON files of this folder',
      });
    }
  }
  // Examples that could not be read visit nothing; that was reported already.
  const unread = new Set(faults.map((f) => f.file).filter((file) => file.endsWith('/examples.yaml')));
  const found = [...faults, ...check(content, at).filter((f) => !unread.has(f.file))];
  // A text that is missing as a whole, or too much as a whole, is not reported once more for each of its parts.
  const whole = new Set(found.map((f) => `${f.file} ${f.key}`));
  const inside = (f: Fault): boolean =>
    f.key.split('.').some((_, i, steps) => whole.has(`${f.file} ${steps.slice(0, i + 1).join('.')}`));
  const all = [
    ...found,
    ...checkParity(content).filter((f) => !inside(f)),
    ...checkStrings(content.guide.languages, strings),
  ].filter((f) => !follows(f, broken));
  const once = new Map(all.map((f) => [`${f.file}\0${f.key}\0${f.problem}`, f]));
  return { content, strings, faults: [...once.values()], day: at };
}

let memo: Site | undefined;

/** The checked guide. Throws one ContentError that lists every fault. */
export function getSite(): Site {
  if (memo) return memo;
  const { content, strings, faults, day } = inspect(guideRoot());
  if (!content || faults.length > 0) throw new ContentError(faults);
  const languages = content.guide.languages.map((l): Language => {
    const own = strings[l.code] as Strings;
    return { ...l, currency: content.guide.currency, strings: own, t: translator(l.locale, own) };
  });
  const language = (code: string): Language => {
    const found = languages.find((l) => l.code === code);
    if (!found) throw new Error(`the guide has no language "${code}"`);
    return found;
  };
  const cache = new Map<string, Rich>();
  const site: Site = {
    content,
    day,
    languages,
    language,
    resolved: new Map(wizards(content).map((e) => [e.id, resolve(content, e.data)])),
    letters: new Map([...content.letters.values()].map((e) => [e.id, resolveLetter(content, e)])),
    rich(lang, text) {
      const key = `${lang} ${text}`;
      let tree = cache.get(key);
      if (!tree) {
        const l = language(lang);
        tree = rich(
          {
            content,
            l,
            t: l.t,
            day,
            fault: (problem) => {
              throw new Error(problem);
            },
          },
          text,
        );
        cache.set(key, tree);
      }
      return tree;
    },
    notices: ({ procedure, question, facts = [] }) =>
      [...content.notices.values()].filter(
        ({ data }) => open(data, day) && touches(data, procedure, question, facts),
      ),
  };
  // In development every request sees the files as they are now.
  if (process.env.NODE_ENV !== 'development') memo = site;
  return site;
}

const open = (n: Notice, day: Day): boolean =>
  n.since <= day && (n.closedOn === undefined || day <= n.closedOn);

const touches = (
  n: Notice,
  procedure: string | undefined,
  question: string | undefined,
  facts: string[],
): boolean =>
  (procedure !== undefined && n.touches.procedures.includes(procedure)) ||
  (question !== undefined && n.touches.questions.includes(question)) ||
  n.touches.facts.some((f) => facts.includes(f));

/** "Checked on 22 November 2026" in the words of a language. */
export const checkedWords = (l: Language, day: Day): string =>
  l.t('evidence.checkedOn', { date: longDate(l, day) });
