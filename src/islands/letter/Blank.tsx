/** What all blanks of a letter share: label, hint, what is wrong. Each stands in an element of its own, for browser translation. */
import { type ReactNode, useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import type { LetterFault } from '../../letters/validate.ts';
import type { FieldWords, LetterField, Rich as Tree } from '../../model/index.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { faultText } from './sentences.ts';
import type { LetterProps } from './types.ts';
import type { Values } from './values.ts';

/** Words of a blank, hints compiled. */
export type Words = Omit<FieldWords, 'hint'> & { hint?: Tree };

export interface FormContext {
  form: UseFormReturn<Values>;
  props: LetterProps;
  /** Faults of the last attempt that still stand, by place. */
  faults: Map<string, LetterFault>;
}

/** Id of the input for a place such as "name" or "witnesses.0.name"; of a group, the first one. */
export const inputId = (at: string): string => `blank-${at.replaceAll('.', '-')}`;

export interface BlankProps {
  x: FormContext;
  field: LetterField;
  words: Words | undefined;
  /** Where the value stands: the field's id, or list, row and blank. */
  at: string;
}

/** What every blank has, whatever its type. */
interface Blank {
  id: string;
  label: string;
  className: string;
  /** For `aria-invalid`. */
  wrong: true | undefined;
  /** Ids of hint and fault, for `aria-describedby`. */
  describedBy: string | undefined;
  help: ReactNode;
}

export function useBlank({ x, field, words, at }: BlankProps): Blank {
  const { kit, official } = useVoice();
  const base = useId();
  const fault = x.faults.get(at);
  const text = fault && faultText(kit, field, fault, x.props.letter.formats);
  const [hintId, faultId] = [`${base}hint`, `${base}fault`];
  return {
    id: inputId(at),
    label: words?.label ?? field.id,
    className: text ? 'blank wrong' : 'blank',
    wrong: text ? true : undefined,
    describedBy: [words?.hint && hintId, text && faultId].filter(Boolean).join(' ') || undefined,
    help: (
      <>
        {words?.hint && (
          <div className="hint" id={hintId}>
            <Rich text={words.hint} official={official} />
          </div>
        )}
        {text && (
          <p className="fault" id={faultId}>
            <span className="visually-hidden">{kit.t('wizard.faultMark')}</span> <span>{text}</span>
          </p>
        )}
      </>
    ),
  };
}

function Name({ label, field }: { label: string; field: LetterField }): ReactNode {
  const { t } = useVoice().kit;
  return (
    <>
      <span>{label}</span>
      {!field.required && <span className="optional"> {t('letter.optional')}</span>}
    </>
  );
}

interface Frame {
  blank: Blank;
  field: LetterField;
  children: ReactNode;
}

/** A blank with one input. */
export function Labelled({ blank, field, children }: Frame): ReactNode {
  return (
    <div className={blank.className}>
      <label htmlFor={blank.id}>
        <Name label={blank.label} field={field} />
      </label>
      {blank.help}
      {children}
    </div>
  );
}

/** A blank with several inputs. */
export function Grouped({ blank, field, children, radios }: Frame & { radios?: boolean }): ReactNode {
  return (
    <fieldset
      className={blank.className}
      role={radios ? 'radiogroup' : undefined}
      aria-describedby={blank.describedBy}
      aria-invalid={radios ? blank.wrong : undefined}
    >
      <legend>
        <Name label={blank.label} field={field} />
      </legend>
      {blank.help}
      {children}
    </fieldset>
  );
}
