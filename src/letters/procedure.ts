/** A letter in the form of a procedure, so that its conditions, papers, fees and dates follow the same rules. Pure. */
import type { Answers, Letter, LetterAnswers, LetterField, Procedure, Question } from '../model/index.ts';

/** The blank as a question that conditions can name; none for free text. */
function questionOf(field: LetterField): Question[] {
  const { id, when } = field;
  const item = { id, ...(when && { when }) };
  switch (field.type) {
    case 'choice':
      return [{ ...item, type: 'choice', options: field.options }];
    case 'several':
      return [{ ...item, type: 'multi', options: field.options, none: '' }];
    case 'checkbox':
      return [{ ...item, type: 'choice', options: ['yes', 'no'] }];
    case 'date':
      return [{ ...item, type: 'date', min: field.min, max: field.max }];
    case 'country':
      return [{ ...item, type: 'country' }];
    default:
      return [];
  }
}

/**
 * The letter as a procedure.
 * @param fields the letter's blanks, shared ones filled in
 */
export const procedureOf = (letter: Letter, fields: LetterField[]): Procedure => ({
  id: letter.id,
  area: '',
  authority: letter.authority,
  official: '',
  covers: letter.covers,
  related: [],
  grade: letter.grade,
  ...(letter.law && { law: letter.law }),
  sources: letter.sources,
  checkedOn: letter.checkedOn,
  questions: fields.flatMap(questionOf),
  documents: letter.attach,
  fees: letter.fees,
  amounts: [],
  timeLimits: letter.timeLimits,
  channels: letter.channels,
  steps: [],
  notes: letter.notes,
  stops: [],
});

/** What was filled in as answers of that procedure: a box that is not ticked says no. */
export const answersFor = (fields: LetterField[], answers: LetterAnswers): Answers =>
  Object.fromEntries(
    fields.flatMap((f): [string, string][] => {
      const value = Object.hasOwn(answers, f.id) ? answers[f.id] : undefined;
      if (f.type === 'checkbox') return [[f.id, value === 'yes' ? 'yes' : 'no']];
      return typeof value === 'string' && value !== '' ? [[f.id, value]] : [];
    }),
  );
