/** Sentences about answers and faults. Pure. */
import { longDate } from '../../i18n/format.ts';
import type { Kit } from '../../i18n/view.ts';
import type { Question } from '../../model/index.ts';
import { type AnswerFault, optionsOf } from '../../rules/answers.ts';
import { addDays } from '../../rules/dates.ts';
import type { Voice } from '../voice.ts';

const optionLabel = (kit: Kit, question: Question, option: string): string =>
  kit.text.questions[question.id]?.options?.[option]?.label ?? option;

/** An answer in words: "Work", "15 January 2027", "Brazil". */
export function answerText({ kit, countries }: Voice, question: Question, raw: string): string {
  if (question.type === 'date') return longDate(kit.l, raw);
  if (question.type === 'number') return raw;
  if (question.type === 'country') return countries.find(([code]) => code === raw)?.[1] ?? raw;
  const names = optionsOf(raw).map((o) => optionLabel(kit, question, o));
  return new Intl.ListFormat(kit.l.locale, { type: 'conjunction' }).format(names);
}

/** What to do about a fault, in one sentence. */
export function faultText(kit: Kit, question: Question, fault: AnswerFault, day: string): string {
  const { t, l } = kit;
  const example = (): string => addDays(day, 60).split('-').reverse().map(Number).join(' ');
  switch (question.type) {
    case 'choice':
      return t('wizard.fault.choice');
    case 'multi': {
      const none = optionLabel(kit, question, question.none);
      return t(fault === 'none-and-others' ? 'wizard.fault.noneAndOthers' : 'wizard.fault.multi', { none });
    }
    case 'date':
      if (fault === 'too-early') return t('wizard.fault.early', { date: longDate(l, question.min ?? day) });
      if (fault === 'too-late') return t('wizard.fault.late', { date: longDate(l, question.max ?? day) });
      return t(fault === 'missing' ? 'wizard.fault.date' : 'wizard.fault.noSuchDay', { example: example() });
    case 'country':
      return t('wizard.fault.country');
    case 'number':
      return t('wizard.fault.number', { min: question.min, max: question.max });
  }
}
