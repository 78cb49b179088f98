/** The blanks of a letter as fields of a form, by type. */
import type { ReactNode } from 'react';
import { maxOf } from '../../letters/validate.ts';
import type { Row } from '../../model/index.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { type BlankProps, Grouped, Labelled, useBlank, type Words } from './Blank.tsx';
import { nameOf } from './values.ts';

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

function TextField(props: BlankProps): ReactNode {
  const { x, field, at } = props;
  const blank = useBlank(props);
  const own = at === field.id;
  const common = {
    ...x.form.register(nameOf(at)),
    id: blank.id,
    dir: 'auto',
    autoComplete: (own && known[field.id]) || 'off',
    'aria-describedby': blank.describedBy,
    'aria-invalid': blank.wrong,
    'aria-required': field.required || undefined,
  } as const;
  return (
    <Labelled blank={blank} field={field}>
      {field.type === 'long' ? (
        <textarea {...common} rows={6} />
      ) : (
        <input {...common} type="text" inputMode={keyboards[field.type]} maxLength={maxOf(field) + 50} />
      )}
    </Labelled>
  );
}

function CountryField(props: BlankProps): ReactNode {
  const { x, field, at } = props;
  const { t } = useVoice().kit;
  const blank = useBlank(props);
  return (
    <Labelled blank={blank} field={field}>
      <select
        {...x.form.register(nameOf(at))}
        id={blank.id}
        autoComplete="off"
        aria-describedby={blank.describedBy}
        aria-invalid={blank.wrong}
      >
        <option value="">{t('wizard.chooseCountry')}</option>
        {x.props.countries.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

/** Day, month and year as text, as people read them off a card. */
function DateField(props: BlankProps): ReactNode {
  const { x, field, at } = props;
  const { t } = useVoice().kit;
  const blank = useBlank(props);
  return (
    <Grouped blank={blank} field={field}>
      <div className="date">
        {(['day', 'month', 'year'] as const).map((part, i) => {
          const id = i === 0 ? blank.id : `${blank.id}-${part}`;
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
                aria-invalid={blank.wrong}
              />
            </div>
          );
        })}
      </div>
    </Grouped>
  );
}

function OptionsField(props: BlankProps): ReactNode {
  const { x, field, words, at } = props;
  const { kit, official } = useVoice();
  const blank = useBlank(props);
  const one = field.type === 'choice';
  const compiled = kit.text.questions[field.id]?.options;
  return (
    <Grouped blank={blank} field={field} radios={one}>
      {('options' in field ? field.options : []).map((o, i) => {
        const id = i === 0 ? blank.id : `${blank.id}-${i + 1}`;
        const hint = compiled?.[o]?.hint;
        return (
          <div className="option" key={o}>
            <input
              {...x.form.register(nameOf(at))}
              type={one ? 'radio' : 'checkbox'}
              id={id}
              value={o}
              aria-describedby={hint && `${id}-hint`}
              aria-invalid={one ? undefined : blank.wrong}
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
    </Grouped>
  );
}

function CheckField(props: BlankProps): ReactNode {
  const blank = useBlank(props);
  return (
    <div className={blank.className}>
      {blank.help}
      <div className="option">
        <input
          {...props.x.form.register(nameOf(props.at))}
          type="checkbox"
          id={blank.id}
          aria-describedby={blank.describedBy}
        />
        <label htmlFor={blank.id}>
          <span>{blank.label}</span>
        </label>
      </div>
    </div>
  );
}

/** Rows of the same blanks. */
function ListField(props: BlankProps): ReactNode {
  const { x, field, words, at } = props;
  const { t } = useVoice().kit;
  const blank = useBlank(props);
  const rows = (x.form.getValues(nameOf(at)) ?? []) as Row[];
  const put = (next: Row[]): void => x.form.setValue(nameOf(at), next);
  if (field.type !== 'list') return null;
  return (
    <Grouped blank={blank} field={field}>
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
          id={blank.id}
          onClick={() => put([...rows, Object.fromEntries(field.fields.map((f) => [f.id, '']))])}
        >
          <span>{t('letter.add')}</span>
        </button>
      )}
    </Grouped>
  );
}

/** One blank, by its type. */
export function Field(props: BlankProps): ReactNode {
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
