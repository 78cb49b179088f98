/** The blanks of a letter as fields of a form. Labels and hints stand in elements of their own, for browser translation. */
import { type ReactNode, useId } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { type LetterFault, maxOf } from '../../letters/validate.ts';
import type { FieldWords, LetterField, Row, Rich as Tree } from '../../model/index.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { faultText } from './sentences.ts';
import type { LetterProps } from './types.ts';
import { nameOf, type Values } from './values.ts';

/** Words of a blank, hints compiled. */
type Words = Omit<FieldWords, 'hint'> & { hint?: Tree };

export interface FormContext {
  form: UseFormReturn<Values>;
  props: LetterProps;
  /** Faults of the last attempt that still stand, by place. */
  faults: Map<string, LetterFault>;
}

/** Id of the input for a place such as "name" or "witnesses.0.name"; of a group, the first one. */
export const inputId = (at: string): string => `blank-${at.replaceAll('.', '-')}`;

/** What browsers know about the reader herself. */
const known: Record<string, string> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  address: 'street-address',
  postcode: 'postal-code',
  town: 'address-level2',
};

const keyboards: Record<string, 'email' | 'tel' | 'numeric'> = {
  email: 'email',
  phone: 'tel',
  'tax-number': 'numeric',
};

interface Props {
  x: FormContext;
  field: LetterField;
  words: Words | undefined;
  /** Where the value stands: the field's id, or list, row and blank. */
  at: string;
}

function useFault({ x, field, at }: Omit<Props, 'words'>): { text: string | undefined; id: string } {
  const { kit } = useVoice();
  const fault = x.faults.get(at);
  return { text: fault && faultText(kit, field, fault, x.props.letter.formats), id: `${useId()}fault` };
}

function Optional({ field }: { field: LetterField }): ReactNode {
  const { t } = useVoice().kit;
  if (field.required || field.type === 'checkbox') return null;
  return <span className="optional"> {t('letter.optional')}</span>;
}

function Help({
  words,
  hintId,
  fault,
}: {
  words: Words | undefined;
  hintId: string;
  fault: ReturnType<typeof useFault>;
}): ReactNode {
  const { kit, official } = useVoice();
  return (
    <>
      {words?.hint && (
        <div className="hint" id={hintId}>
          <Rich text={words.hint} official={official} />
        </div>
      )}
      {fault.text && (
        <p className="fault" id={fault.id}>
          <span className="visually-hidden">{kit.t('wizard.faultMark')}</span> <span>{fault.text}</span>
        </p>
      )}
    </>
  );
}

function TextField({ x, field, words, at }: Props): ReactNode {
  const hintId = useId();
  const fault = useFault({ x, field, at });
  const id = inputId(at);
  const described = [words?.hint && hintId, fault.text && fault.id].filter(Boolean).join(' ') || undefined;
  const own = at === field.id;
  const common = {
    ...x.form.register(nameOf(at)),
    id,
    dir: 'auto',
    autoComplete: (own && known[field.id]) || 'off',
    'aria-describedby': described,
    'aria-invalid': fault.text ? true : undefined,
    'aria-required': field.required || undefined,
  } as const;
  return (
    <div className={fault.text ? 'blank wrong' : 'blank'}>
      <label htmlFor={id}>
        <span>{words?.label ?? field.id}</span>
        <Optional field={field} />
      </label>
      <Help words={words} hintId={hintId} fault={fault} />
      {field.type === 'long' ? (
        <textarea {...common} rows={6} />
      ) : (
        <input {...common} type="text" inputMode={keyboards[field.type]} maxLength={maxOf(field) + 50} />
      )}
    </div>
  );
}

function CountryField({ x, field, words, at }: Props): ReactNode {
  const { t } = useVoice().kit;
  const hintId = useId();
  const fault = useFault({ x, field, at });
  const id = inputId(at);
  return (
    <div className={fault.text ? 'blank wrong' : 'blank'}>
      <label htmlFor={id}>
        <span>{words?.label ?? field.id}</span>
        <Optional field={field} />
      </label>
      <Help words={words} hintId={hintId} fault={fault} />
      <select
        {...x.form.register(nameOf(at))}
        id={id}
        autoComplete="off"
        aria-describedby={
          [words?.hint && hintId, fault.text && fault.id].filter(Boolean).join(' ') || undefined
        }
        aria-invalid={fault.text ? true : undefined}
      >
        <option value="">{t('wizard.chooseCountry')}</option>
        {x.props.countries.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** Day, month and year as text, as people read them off a card. */
function DateField({ x, field, words, at }: Props): ReactNode {
  const { t } = useVoice().kit;
  const hintId = useId();
  const fault = useFault({ x, field, at });
  const described = [words?.hint && hintId, fault.text && fault.id].filter(Boolean).join(' ') || undefined;
  return (
    <fieldset className={fault.text ? 'blank wrong' : 'blank'} aria-describedby={described}>
      <legend>
        <span>{words?.label ?? field.id}</span>
        <Optional field={field} />
      </legend>
      <Help words={words} hintId={hintId} fault={fault} />
      <div className="date">
        {(['day', 'month', 'year'] as const).map((part, i) => {
          const id = i === 0 ? inputId(at) : `${inputId(at)}-${part}`;
          return (
            <div className="part" key={part}>
              <label htmlFor={id}>
                <span>{t(`wizard.${part}`)}</span>
              </label>
              <input
                {...x.form.register(nameOf(`${at}.${part}`))}
                type="text"
                inputMode="numeric"
                autoComplete={at === 'birth-date' ? `bday-${part}` : 'off'}
                maxLength={part === 'year' ? 6 : 4}
                className={part}
                id={id}
                aria-invalid={fault.text ? true : undefined}
              />
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

function OptionsField({ x, field, words, at }: Props): ReactNode {
  const { kit, official } = useVoice();
  const hintId = useId();
  const fault = useFault({ x, field, at });
  const described = [words?.hint && hintId, fault.text && fault.id].filter(Boolean).join(' ') || undefined;
  const one = field.type === 'choice';
  const compiled = kit.text.questions[field.id]?.options;
  return (
    <fieldset
      className={fault.text ? 'blank wrong' : 'blank'}
      role={one ? 'radiogroup' : 'group'}
      aria-describedby={described}
      aria-invalid={one && fault.text ? true : undefined}
    >
      <legend>
        <span>{words?.label ?? field.id}</span>
        <Optional field={field} />
      </legend>
      <Help words={words} hintId={hintId} fault={fault} />
      {('options' in field ? field.options : []).map((o, i) => {
        const id = i === 0 ? inputId(at) : `${inputId(at)}-${i + 1}`;
        const hint = compiled?.[o]?.hint;
        return (
          <div className="option" key={o}>
            <input
              {...x.form.register(nameOf(at))}
              type={one ? 'radio' : 'checkbox'}
              id={id}
              value={o}
              aria-describedby={hint && `${id}-hint`}
              aria-invalid={!one && fault.text ? true : undefined}
            />
            <label htmlFor={id}>
              <span>{words?.options?.[o]?.label ?? o}</span>
            </label>
            {hint && (
              <div className="hint" id={`${id}-hint`}>
                <Rich text={hint} official={official} />
              </div>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function CheckField({ x, field, words, at }: Props): ReactNode {
  const hintId = useId();
  const fault = useFault({ x, field, at });
  const id = inputId(at);
  return (
    <div className={fault.text ? 'blank wrong' : 'blank'}>
      <Help words={words} hintId={hintId} fault={fault} />
      <div className="option">
        <input
          {...x.form.register(nameOf(at))}
          type="checkbox"
          id={id}
          aria-describedby={
            [words?.hint && hintId, fault.text && fault.id].filter(Boolean).join(' ') || undefined
          }
        />
        <label htmlFor={id}>
          <span>{words?.label ?? field.id}</span>
        </label>
      </div>
    </div>
  );
}

/** Rows of the same blanks. */
function ListField({ x, field, words, at }: Props): ReactNode {
  const { t } = useVoice().kit;
  const fault = useFault({ x, field, at });
  const rows = (x.form.getValues(nameOf(at)) ?? []) as Row[];
  const put = (next: Row[]): void => x.form.setValue(nameOf(at), next);
  if (field.type !== 'list') return null;
  return (
    <fieldset className={fault.text ? 'blank wrong' : 'blank'}>
      <legend>
        <span>{words?.label ?? field.id}</span>
        <Optional field={field} />
      </legend>
      <Help words={words} hintId="" fault={fault} />
      {rows.map((_, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <fieldset key={n} className="row">
          <legend>
            <span>{t('letter.row', { label: words?.label ?? '', number: n + 1 })}</span>
          </legend>
          {field.fields.map((f) => (
            <TextField
              key={f.id}
              x={x}
              field={f}
              words={words?.fields?.[f.id] as Words | undefined}
              at={`${at}.${n}.${f.id}`}
            />
          ))}
          <button type="button" className="quiet" onClick={() => put(rows.filter((_, i) => i !== n))}>
            <span>{t('letter.remove', { number: n + 1 })}</span>
          </button>
        </fieldset>
      ))}
      {rows.length < field.rows && (
        <button
          type="button"
          className="quiet"
          id={inputId(at)}
          onClick={() => put([...rows, Object.fromEntries(field.fields.map((f) => [f.id, '']))])}
        >
          <span>{t('letter.add')}</span>
        </button>
      )}
    </fieldset>
  );
}

/** One blank, by its type. */
export function Field(props: Props): ReactNode {
  switch (props.field.type) {
    case 'country':
      return <CountryField {...props} />;
    case 'date':
      return <DateField {...props} />;
    case 'choice':
    case 'several':
      return <OptionsField {...props} />;
    case 'checkbox':
      return <CheckField {...props} />;
    case 'list':
      return <ListField {...props} />;
    default:
      return <TextField {...props} />;
  }
}
