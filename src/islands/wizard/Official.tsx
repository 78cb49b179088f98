/** The switch that shows the official words beside the reader's, for the counter. They are fetched when asked for. */
import { type ReactNode, useState } from 'react';
import { href } from '../../components/url.ts';
import { view as viewOf } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import type { Beside } from './Both.tsx';
import type { WizardProps } from './types.ts';
import type { Trip } from './useTrip.ts';
import { voiceOf } from './voiceOf.ts';

/** Fetched once in a visit; a failure is forgotten, so that the next try asks again. */
let fetched: Promise<WizardProps> | undefined;

async function load(address: string): Promise<WizardProps> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return (await answer.json()) as WizardProps;
}

interface Props {
  trip: Trip;
  props: WizardProps;
  onChange(beside: Beside | undefined): void;
}

export function Official({ trip, props, onChange }: Props): ReactNode {
  const { t } = useVoice().kit;
  const [state, setState] = useState<'off' | 'loading' | 'on' | 'failed'>('off');
  const turn = async (on: boolean): Promise<void> => {
    setState(on ? 'loading' : 'off');
    if (!on) return onChange(undefined);
    try {
      fetched ??= load(href(props.links.official));
      const voice = voiceOf(await fetched);
      onChange({ voice, view: viewOf(voice.kit, trip.answers, trip.day) });
      setState('on');
    } catch {
      fetched = undefined;
      setState('failed');
    }
  };
  return (
    <div className="both">
      <div className="option">
        <input
          type="checkbox"
          id="show-official"
          checked={state === 'on' || state === 'loading'}
          onChange={(e) => void turn(e.target.checked)}
        />
        <label htmlFor="show-official">
          <span>{t('wizard.both', { language: props.official.name })}</span>
        </label>
      </div>
      <div role="status">
        {state === 'failed' && (
          <p className="fault">
            <span>{t('wizard.bothFailed', { language: props.official.name })}</span>
          </p>
        )}
      </div>
    </div>
  );
}
