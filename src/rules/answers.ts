/** Reading answers: what a link or a form may hold, and what is wrong with it. */
import type { Answers, Question } from '../model/index.ts';
import { isDay } from './dates.ts';

/** Why an answer cannot be used; the interface has a sentence for each. */
export type AnswerFault =
  | 'missing'
  | 'unknown-option'
  | 'none-and-others'
  | 'no-such-day'
  | 'too-early'
  | 'too-late'
  | 'not-a-number'
  | 'too-small'
  | 'too-large'
  | 'no-such-country';

/** The options named by an answer to a multi question. */
export const optionsOf = (raw: string): string[] => raw.split(',');

/** Codes that languages have a name for but that are no country: unions, test codes, and parts of other countries. */
const notCountries = 'EU EZ UN QO XA XB ZZ AC CP CQ DG EA IC TA'.split(' ');

/** Whether the text is the code of a country that languages have a name for (ISO 3166-1). */
export function isCountry(raw: string): boolean {
  if (!/^[A-Z]{2}$/.test(raw) || notCountries.includes(raw)) return false;
  return new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(raw) !== undefined;
}

/** What is wrong with an answer, or null. The only place that decides which answers are valid. */
export function faultOf(question: Question, raw: string | undefined): AnswerFault | null {
  if (raw === undefined || raw === '') return 'missing';
  switch (question.type) {
    case 'choice':
      return question.options.includes(raw) ? null : 'unknown-option';
    case 'multi': {
      const chosen = optionsOf(raw);
      if (chosen.some((o) => !question.options.includes(o)) || new Set(chosen).size !== chosen.length)
        return 'unknown-option';
      return chosen.includes(question.none) && chosen.length > 1 ? 'none-and-others' : null;
    }
    case 'date':
      if (!isDay(raw)) return 'no-such-day';
      if (question.min && raw < question.min) return 'too-early';
      return question.max && raw > question.max ? 'too-late' : null;
    case 'country':
      return isCountry(raw) ? null : 'no-such-country';
    case 'number': {
      if (!/^\d{1,6}$/.test(raw)) return 'not-a-number';
      if (Number(raw) < question.min) return 'too-small';
      return Number(raw) > question.max ? 'too-large' : null;
    }
  }
}

/** The answer to a question if it is valid, else undefined. */
export function validAnswer(question: Question, answers: Answers): string | undefined {
  const raw = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return faultOf(question, raw) === null ? raw : undefined;
}
