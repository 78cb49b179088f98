/** What to do about a fault, in one sentence. Pure. */
import { longDate } from '../../i18n/format.ts';
import type { Kit } from '../../i18n/view.ts';
import { type LetterFault, maxOf } from '../../letters/validate.ts';
import type { LetterField, ResolvedLetter } from '../../model/index.ts';

const formatted = [
  'phone',
  'postcode',
  'tax-number',
  'document-number',
  'permit-number',
  'file-number',
] as const;

/** The sentence for a fault of a blank. */
export function faultText(
  kit: Kit,
  field: LetterField,
  fault: LetterFault,
  formats: ResolvedLetter['formats'],
): string {
  const { t, l } = kit;
  const type = formatted.find((f) => f === fault);
  if (type) return t('letter.fault.format', { example: formats[type]?.example ?? '' });
  switch (fault) {
    case 'too-long':
      return t('letter.fault.tooLong', { max: field.type === 'list' ? field.rows : maxOf(field) });
    case 'too-early':
    case 'too-late': {
      const bound = field.type === 'date' ? (fault === 'too-early' ? field.min : field.max) : undefined;
      return t(fault === 'too-early' ? 'letter.fault.early' : 'letter.fault.late', {
        date: bound ? longDate(l, bound) : '',
      });
    }
    case 'no-such-day':
      return t('letter.fault.date');
    case 'not-past':
      return t('letter.fault.notPast');
    case 'not-future':
      return t('letter.fault.notFuture');
    case 'email':
      return t('letter.fault.email');
    case 'no-letters':
      return t('letter.fault.name');
    case 'missing':
      return t(
        field.type === 'choice' || field.type === 'several' || field.type === 'country'
          ? 'letter.fault.choose'
          : field.type === 'checkbox'
            ? 'letter.fault.tick'
            : field.type === 'date'
              ? 'letter.fault.date'
              : 'letter.fault.missing',
      );
    default:
      return t('letter.fault.choose');
  }
}
