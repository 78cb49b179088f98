/** The answers given, each with a way to change it. */
import type { ReactNode } from 'react';
import { useVoice } from '../voice.ts';
import { answerText } from './sentences.ts';
import type { Trip } from './useTrip.ts';

interface Props {
  trip: Trip;
  /** A question to leave out: the one on the screen. */
  without?: string;
}

export function AnswerList({ trip, without }: Props): ReactNode {
  const voice = useVoice();
  const { kit } = voice;
  return (
    <dl className="answers">
      {trip.screen.walk.path.map(({ question, answer }) => {
        if (answer === undefined || question.id === without) return null;
        const label = kit.text.questions[question.id]?.label ?? question.id;
        return (
          <div key={question.id}>
            <dt>{label}</dt>
            <dd className="given">{answerText(voice, question, answer)}</dd>
            <dd className="change">
              <a
                href={trip.addressOf(question.id)}
                onClick={(e) => {
                  e.preventDefault();
                  trip.show(question.id);
                }}
              >
                <span>{kit.t('wizard.change')}</span> <span className="visually-hidden">{label}</span>
              </a>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
