/** One question, one screen. */
import { type ReactNode, useId } from 'react';
import { useForm } from 'react-hook-form';
import { href } from '../../components/url.ts';
import type { Question as Asked } from '../../model/index.ts';
import { validAnswer } from '../../rules/answers.ts';
import { FaultSummary } from '../FaultSummary.tsx';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { AnswerList } from './AnswerList.tsx';
import { ChoiceField, CountryField, DateField, firstField, MultiField, NumberField } from './Fields.tsx';
import { Heading } from './Heading.tsx';
import { faultIn, resolverOf } from './schema.ts';
import { faultText } from './sentences.ts';
import type { WizardLinks } from './types.ts';
import type { Trip } from './useTrip.ts';
import { type Values, valuesOf } from './values.ts';

interface Props {
  trip: Trip;
  question: Asked;
  links: WizardLinks;
}

/** An option chosen while the scripts were still on their way. */
const chosenEarly = (): string | undefined =>
  typeof document === 'undefined'
    ? undefined
    : document.querySelector<HTMLInputElement>('.wizard input[type=radio]:checked')?.value;

export function Question({ trip, question, links }: Props): ReactNode {
  const { kit, official } = useVoice();
  const { t } = kit;
  const id = useId();
  const form = useForm<Values, unknown, { raw: string }>({
    defaultValues: valuesOf(question, trip.ready ? validAnswer(question, trip.answers) : chosenEarly()),
    resolver: resolverOf(question),
    shouldFocusError: false,
    reValidateMode: 'onSubmit',
  });
  const { errors, submitCount } = form.formState;
  const fault = faultIn(errors);
  const text = fault && faultText(kit, question, fault, trip.day);
  const words = kit.text.questions[question.id];
  const ask = words?.ask ?? question.id;
  const hintId = words?.hint && `${id}hint`;
  const faultId = fault && `${id}fault`;
  const describedBy = [hintId, faultId].filter(Boolean).join(' ') || undefined;
  const field = { form, describedBy, invalid: fault !== undefined };
  const { position, atMost, previous } = trip.screen;

  const help = (
    <>
      {hintId && (
        <div className="hint" id={hintId}>
          <Rich text={words?.hint} official={official} />
        </div>
      )}
      {text && (
        <p className="fault" id={faultId}>
          <span className="visually-hidden">{t('wizard.faultMark')}</span> <span>{text}</span>
        </p>
      )}
    </>
  );
  return (
    <>
      {previous && (
        <p className="back">
          <a
            href={trip.addressOf(previous)}
            onClick={(e) => {
              e.preventDefault();
              trip.show(previous);
            }}
          >
            <span>{t('wizard.back')}</span>
          </a>
        </p>
      )}
      {text && (
        <FaultSummary key={submitCount} items={[{ field: firstField(question), text }]} id={`${id}summary`} />
      )}
      {trip.faulty && (
        <p className="broken" role="status">
          <span>{t('wizard.broken')}</span>
        </p>
      )}
      <form noValidate onSubmit={form.handleSubmit(({ raw }) => trip.answer(question.id, raw))}>
        <p className="progress">
          <span>{t('wizard.question', { number: position })}</span>
          {atMost > 0 ? (
            <span>{t('wizard.atMost', { count: atMost })}</span>
          ) : (
            <span>{t('wizard.lastOne')}</span>
          )}
        </p>
        <div className={fault && 'wrong'}>
          {question.type === 'number' || question.type === 'country' ? (
            <>
              <Heading steps={trip.steps} title={kit.text.title} text={ask} fault={fault !== undefined}>
                <label htmlFor={firstField(question)}>
                  <span>{ask}</span>
                </label>
              </Heading>
              {help}
              {question.type === 'number' ? (
                <NumberField question={question} {...field} />
              ) : (
                <CountryField question={question} {...field} />
              )}
            </>
          ) : (
            <fieldset
              role={question.type === 'choice' ? 'radiogroup' : 'group'}
              aria-describedby={describedBy}
              aria-invalid={question.type === 'choice' && fault ? true : undefined}
            >
              <legend>
                <Heading steps={trip.steps} title={kit.text.title} text={ask} fault={fault !== undefined}>
                  <span>{ask}</span>
                </Heading>
              </legend>
              {help}
              {question.type === 'choice' && <ChoiceField question={question} {...field} />}
              {question.type === 'multi' && <MultiField question={question} {...field} />}
              {question.type === 'date' && <DateField question={question} {...field} />}
            </fieldset>
          )}
        </div>
        {/* Until the address is read a click would send the form: the answer must not leave the device. */}
        <button type="submit" className="button" disabled={!trip.ready}>
          <span>{t('wizard.continue')}</span>
        </button>
      </form>
      {trip.screen.walk.path.some((p) => p.answer !== undefined && p.question.id !== question.id) && (
        <section className="so-far" aria-labelledby={`${id}answers`}>
          <h2 id={`${id}answers`}>
            <span>{t('wizard.answersSoFar')}</span>
          </h2>
          <AnswerList trip={trip} without={question.id} />
        </section>
      )}
      <p className="instead">
        <a href={href(links.procedure)}>
          <span>{t('wizard.readInstead')}</span>
        </a>
      </p>
    </>
  );
}
