/** Answers that an organisation knows already. The questions, their fields and their faults are the wizard's own. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { href } from '../../components/url.ts';
import type { T } from '../../i18n/format.ts';
import type { Answers, Day, Question } from '../../model/index.ts';
import { faultOf } from '../../rules/answers.ts';
import { asked } from '../../rules/condition.ts';
import { dayIn } from '../../rules/dates.ts';
import { walk } from '../../rules/walk.ts';
import { Rich } from '../Rich.tsx';
import { useVoice, VoiceContext } from '../voice.ts';
import {
  ChoiceField,
  CountryField,
  DateField,
  firstField,
  MultiField,
  NumberField,
} from '../wizard/Fields.tsx';
import { writeFragment } from '../wizard/fragment.ts';
import { answerText, faultText } from '../wizard/sentences.ts';
import type { WizardProps } from '../wizard/types.ts';
import { rawOf, type Values, valuesOf } from '../wizard/values.ts';
import { voiceOf } from '../wizard/voiceOf.ts';

const nothing: Values = { one: '', several: [], day: '', month: '', year: '' };

interface OneProps {
  t: T;
  question: Question;
  answer: string | undefined;
  day: Day;
  onAnswer(raw: string | undefined): void;
}

/** One question, folded; open it to answer it, or leave it to the person. */
function One({ t, question, answer, day, onAnswer }: OneProps): ReactNode {
  const voice = useVoice();
  const { kit, official } = voice;
  const form = useForm<Values, unknown, { raw: string }>({ defaultValues: valuesOf(question, answer) });
  const values = useWatch({ control: form.control });
  const raw = rawOf(question, values);
  const fault = raw === '' ? null : faultOf(question, raw);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is told when it changes, whoever listens
  useEffect(() => onAnswer(raw === '' || fault ? undefined : raw), [raw, fault]);
  const words = kit.text.questions[question.id];
  const ask = words?.ask ?? question.id;
  const name = `known-${question.id}`;
  const hint = `known-hint-${question.id}`;
  // A day is wrong until its last digit is typed.
  const wrong = fault !== null && (question.type !== 'date' || (values.year ?? '').length >= 4);
  const field = { form, describedBy: hint, invalid: wrong };
  const single = question.type === 'number' || question.type === 'country';
  return (
    <details>
      <summary>
        <span>
          <span id={name}>{ask}</span>{' '}
          <b>{answer === undefined ? t('kit.open') : answerText(voice, question, answer)}</b>
        </span>
      </summary>
      <fieldset aria-labelledby={name} aria-describedby={hint}>
        <div className="hint" id={hint}>
          <Rich text={words?.hint} official={official} />
        </div>
        {single && (
          <label className="visually-hidden" htmlFor={firstField(question)}>
            <span>{ask}</span>
          </label>
        )}
        {question.type === 'choice' && <ChoiceField question={question} {...field} />}
        {question.type === 'multi' && <MultiField question={question} {...field} />}
        {question.type === 'date' && <DateField question={question} {...field} />}
        {question.type === 'number' && <NumberField question={question} {...field} />}
        {question.type === 'country' && <CountryField question={question} {...field} />}
        <div role="status">
          {wrong && fault && (
            <p className="fault" key={fault}>
              <span>{faultText(kit, question, fault, day)}</span>
            </p>
          )}
        </div>
        {raw !== '' && (
          <p>
            <button type="button" className="quiet" onClick={() => form.reset(nothing)}>
              <span>{t('kit.leaveOpen')}</span>
            </button>
          </p>
        )}
      </fieldset>
    </details>
  );
}

function Questions({ t, props, onFragment }: { t: T; props: WizardProps } & Heard): ReactNode {
  const voice = useMemo(() => voiceOf(props), [props]);
  const { procedure } = props.kit;
  const [answers, setAnswers] = useState<Answers>({});
  const day = dayIn(props.timeZone, new Date());
  const { kept } = walk(procedure, answers, day);
  const fragment = writeFragment(procedure, kept);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the fragment is told when it changes, whoever listens
  useEffect(() => onFragment(fragment), [fragment]);
  const open = procedure.questions.filter((q) => asked({ procedure, answers: kept, day }, q) !== false);
  return (
    <VoiceContext value={voice}>
      {open.map((question) => (
        <One
          key={question.id}
          t={t}
          question={question}
          answer={kept[question.id]}
          day={day}
          onAnswer={(raw) =>
            setAnswers(({ [question.id]: _, ...others }) =>
              raw === undefined ? others : { ...others, [question.id]: raw },
            )
          }
        />
      ))}
    </VoiceContext>
  );
}

interface Heard {
  /** The answers as a fragment, empty without any. */
  onFragment(fragment: string): void;
}

/** The questions are loaded when they are asked for. */
export function Known({ t, lang, id, onFragment }: { t: T; lang: string; id: string } & Heard): ReactNode {
  const [state, setState] = useState<WizardProps | 'loading' | 'failed'>();
  const load = async (): Promise<void> => {
    setState('loading');
    try {
      const answer = await fetch(href(`/api/v1/wizard/${lang}/${id}.json`));
      if (!answer.ok) throw new Error(String(answer.status));
      setState((await answer.json()) as WizardProps);
    } catch {
      setState('failed');
    }
  };
  if (typeof state === 'object') return <Questions t={t} props={state} onFragment={onFragment} />;
  return (
    <>
      <p>
        <button type="button" className="quiet" onClick={() => void load()}>
          <span>{t('kit.ask')}</span>
        </button>
      </p>
      <div role="status">
        {state && (
          <p key={state} className={state === 'failed' ? 'fault' : undefined}>
            <span>{t(state === 'failed' ? 'kit.failed' : 'kit.asking')}</span>
          </p>
        )}
      </div>
    </>
  );
}
