/** The wizard: a few questions, then the reader's own list. Everything it shows comes from the same rules as the pages. */
import { type ReactNode, useMemo } from 'react';
import { VoiceContext } from '../voice.ts';
import { Question } from './Question.tsx';
import { Result } from './Result.tsx';
import type { WizardProps } from './types.ts';
import { useTrip } from './useTrip.ts';
import { voiceOf } from './voiceOf.ts';

export default function Wizard(props: WizardProps): ReactNode {
  const voice = useMemo(() => voiceOf(props), [props]);
  const { procedure } = props.kit;
  const trip = useTrip(procedure, props.timeZone, props.day);
  const { question } = trip.screen;
  // A screen is never turned into another: each is made anew, so that browser translation cannot break it.
  const key = `${trip.steps} ${question?.id ?? 'result'}`;
  return (
    <VoiceContext value={voice}>
      <div className="wizard" data-ready={trip.ready || undefined}>
        {question ? (
          <Question key={key} trip={trip} question={question} links={props.links} />
        ) : (
          <Result key={key} trip={trip} props={props} />
        )}
      </div>
    </VoiceContext>
  );
}
