/** A question of a wizard that stands still, with given answers. Only for the component page. */
import type { ReactNode } from 'react';
import { VoiceContext } from '../../islands/voice.ts';
import { Question } from '../../islands/wizard/Question.tsx';
import { screenOf } from '../../islands/wizard/screen.ts';
import type { WizardProps } from '../../islands/wizard/types.ts';
import type { Trip } from '../../islands/wizard/useTrip.ts';
import { voiceOf } from '../../islands/wizard/voiceOf.ts';
import type { Answers } from '../../model/index.ts';

interface Props {
  props: WizardProps;
  answers: Answers;
  /** The question to show; without it the first that is open. */
  at?: string | undefined;
  /** Shows the message for a link that could not be read. */
  faulty?: boolean;
}

const nothing = (): void => {};

export function Screen({ props, answers, at, faulty = false }: Props): ReactNode {
  const screen = screenOf(props.kit.procedure, answers, at, props.day);
  const trip: Trip = {
    answers,
    at,
    faulty,
    day: props.day,
    steps: 0,
    ready: true,
    screen,
    answer: nothing,
    show: nothing,
    addressOf: () => '#',
    restart: nothing,
  };
  return (
    <VoiceContext value={voiceOf(props)}>
      <div className="wizard" data-ready>
        {screen.question && <Question trip={trip} question={screen.question} links={props.links} />}
      </div>
    </VoiceContext>
  );
}
