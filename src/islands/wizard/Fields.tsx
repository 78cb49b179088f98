/** The fields of a question, by its type. Labels and hints stand in elements of their own, for browser translation. */
import type { ReactNode } from 'react';
import type { UseFormRegister, UseFormReturn } from 'react-hook-form';
import type { Question } from '../../model/index.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import type { Values } from './values.ts';

interface Props<Q extends Question> {
  question: Q;
  form: UseFormReturn<Values, unknown, { raw: string }>;
  /** Ids of hint and error message. */
  describedBy: string | undefined;
  invalid: boolean;
}
type Of<T extends Question['type']> = Props<Extract<Question, { type: T }>>;

/** Id of the field that the error summary leads to. */
export const firstField = (question: Question): string => `answer-${question.id}`;

function Option({
  id,
  type,
  value,
  question,
  field,
  invalid,
}: {
  id: string;
  type: 'radio' | 'checkbox';
  value: string;
  question: Question;
  field: ReturnType<UseFormRegister<Values>>;
  invalid?: boolean | undefined;
}): ReactNode {
  const { kit, official } = useVoice();
  const words = kit.text.questions[question.id]?.options?.[value];
  const hint = words?.hint && `${id}-hint`;
  return (
    <div className="option">
      <input
        {...field}
        type={type}
        id={id}
        value={value}
        aria-describedby={hint}
        aria-invalid={invalid || undefined}
      />
      <label htmlFor={id}>
        <span>{words?.label ?? value}</span>
      </label>
      {hint && (
        <div className="hint" id={hint}>
          <Rich text={words?.hint} official={official} />
        </div>
      )}
    </div>
  );
}

const optionId = (question: Question, index: number): string =>
  index === 0 ? firstField(question) : `${firstField(question)}-${index + 1}`;

export function ChoiceField({ question, form }: Of<'choice'>): ReactNode {
  return question.options.map((o, i) => (
    <Option
      key={o}
      id={optionId(question, i)}
      type="radio"
      value={o}
      question={question}
      field={form.register('one')}
    />
  ));
}

export function MultiField({ question, form, invalid }: Of<'multi'>): ReactNode {
  /** "None of these" and the others exclude each other. */
  const exclude = (event: { target: { value: string; checked: boolean } }): void => {
    const { value, checked } = event.target;
    if (!checked) return;
    const chosen = form.getValues('several') ?? [];
    form.setValue(
      'several',
      value === question.none ? [question.none] : chosen.filter((o) => o !== question.none),
    );
  };
  return question.options.map((o, i) => (
    <Option
      key={o}
      id={optionId(question, i)}
      type="checkbox"
      value={o}
      question={question}
      field={form.register('several', { onChange: exclude })}
      invalid={invalid}
    />
  ));
}

/** Day, month and year as text, as people read them off a card; a native picker hides years far away. */
export function DateField({ question, form, invalid }: Of<'date'>): ReactNode {
  const { t } = useVoice().kit;
  const parts = ['day', 'month', 'year'] as const;
  return (
    <div className="date">
      {parts.map((part, i) => (
        <div className="part" key={part}>
          <label htmlFor={optionId(question, i)}>
            <span>{t(`wizard.${part}`)}</span>
          </label>
          <input
            {...form.register(part)}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={part === 'year' ? 6 : 4}
            className={part}
            id={optionId(question, i)}
            aria-invalid={invalid || undefined}
          />
        </div>
      ))}
    </div>
  );
}

/** A list to choose from: the phone's own, which is searched by typing. */
export function CountryField({ question, form, describedBy, invalid }: Of<'country'>): ReactNode {
  const { kit, countries } = useVoice();
  return (
    <select
      {...form.register('one')}
      id={firstField(question)}
      autoComplete="off"
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    >
      <option value="">{kit.t('wizard.chooseCountry')}</option>
      {countries.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}

export function NumberField({ question, form, describedBy, invalid }: Of<'number'>): ReactNode {
  return (
    <input
      {...form.register('one')}
      type="text"
      inputMode="numeric"
      autoComplete="off"
      maxLength={8}
      className="number"
      id={firstField(question)}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
    />
  );
}
