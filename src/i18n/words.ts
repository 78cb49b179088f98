/** Conditions and time limits in words: for pages without JavaScript, PDFs and open questions. */
import type { Condition, ProcedureText, ResolvedProcedure, Test, TimeLimit } from '../model/index.ts';
import { valueOn } from '../rules/index.ts';
import { duration, type Locale, longDate, type T } from './format.ts';

export interface Speech {
  l: Locale;
  t: T;
  procedure: ResolvedProcedure;
  text: ProcedureText;
  day: string;
}

function testWords(s: Speech, id: string, test: Test): string {
  const label = s.text.questions[id]?.label ?? id;
  if (typeof test === 'string' || Array.isArray(test)) {
    const names = (Array.isArray(test) ? test : [test]).map(
      (o) => s.text.questions[id]?.options?.[o]?.label ?? o,
    );
    return `${label}: ${new Intl.ListFormat(s.l.locale, { type: 'disjunction' }).format(names)}`;
  }
  const parts = Object.entries(test).map(([how, b]) =>
    s.t(`compare.${how}`, { value: boundWords(s, b as string | number) }),
  );
  return `${label}: ${new Intl.ListFormat(s.l.locale, { type: 'conjunction' }).format(parts)}`;
}

function boundWords(s: Speech, b: string | number): string {
  if (typeof b === 'number') return String(b);
  const fact = s.procedure.facts[b];
  const held =
    fact && !('counting' in fact)
      ? valueOn(fact.values as { from: string; date?: string; amount?: number }[], s.day)
      : undefined;
  const day = /^\d{4}-/.test(b) ? b : held?.date;
  return day ? longDate(s.l, day) : String(held?.amount ?? b);
}

/** A condition as a phrase that can follow "Only if": "Your card: work or study". */
export function conditionWords(s: Speech, condition: Condition): string {
  const say = (c: Condition, nested = true): string => {
    const parts = Object.entries(c).map(([key, value]) => {
      switch (key) {
        case 'all':
          return join('conjunction', value as Condition[]);
        case 'any':
          return join('disjunction', value as Condition[]);
        case 'not':
          return notWords(value as Condition);
        case 'passed':
        case 'reached':
          return s.t(`compare.${key}`, { limit: s.text.timeLimits[value as string]?.name ?? String(value) });
        default:
          return testWords(s, key, value as Test);
      }
    });
    const phrase = new Intl.ListFormat(s.l.locale, { type: 'conjunction' }).format(parts);
    return nested && parts.length > 1 ? `(${phrase})` : phrase;
  };
  // "Not" before a phrase is hard to read; the common cases have words of their own.
  const notWords = (c: Condition): string => {
    const [[key, value] = [], ...more] = Object.entries(c);
    if (more.length > 0 || !key || key === 'all' || key === 'any' || key === 'not')
      return s.t('compare.not', { condition: say(c) });
    if (key === 'passed' || key === 'reached')
      return s.t(key === 'passed' ? 'compare.notPassed' : 'compare.notReached', {
        limit: s.text.timeLimits[value as string]?.name ?? String(value),
      });
    if (typeof value !== 'string' && !Array.isArray(value)) return s.t('compare.not', { condition: say(c) });
    const words = testWords(s, key, value as Test);
    const at = words.indexOf(': ');
    return s.t('compare.otherThan', { label: words.slice(0, at), value: words.slice(at + 2) });
  };
  const join = (type: 'conjunction' | 'disjunction', list: Condition[]): string => {
    const phrase = new Intl.ListFormat(s.l.locale, { type }).format(list.map((x) => say(x)));
    return list.length > 1 ? `(${phrase})` : phrase;
  };
  const whole = say(condition, false);
  return whole.startsWith('(') && whole.endsWith(')') && balanced(whole.slice(1, -1))
    ? whole.slice(1, -1)
    : whole;
}

/** Whether brackets close in order, so that an outer pair may be dropped. */
function balanced(text: string): boolean {
  let depth = 0;
  for (const ch of text) {
    if (ch === '(') depth++;
    else if (ch === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

/** The rule of a time limit in words: "30 days before this date: end date of your card". */
export function ruleWords(s: Speech, id: string): string {
  const item = s.procedure.timeLimits.find((x) => x.id === id);
  const fact = item && (s.procedure.facts[item.limit] as TimeLimit | undefined);
  const value = fact && valueOn(fact.values, s.day);
  if (!item || !fact || !value) return s.t('value.unknown');
  const from = item.from;
  const anchor =
    typeof from !== 'string'
      ? (s.text.events[from.event] ?? from.event)
      : from === 'today'
        ? s.t('limit.today')
        : (s.text.questions[from]?.label ?? from);
  const length = duration(s.t, value.offset, fact.counting);
  if (length === '') return s.t('limit.on', { anchor });
  const key = value.offset.startsWith('-') ? 'limit.before' : 'limit.after';
  return s.t(key, { duration: length, anchor });
}
