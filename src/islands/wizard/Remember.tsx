/** "Keep on this phone": off until asked; then every change of answers and ticks is kept. */
import { type ReactNode, useEffect, useId, useState } from 'react';
import { useVoice } from '../voice.ts';
import { writeFragment } from './fragment.ts';
import { forget, recall, remember } from './remember.ts';
import { allTicked, tickEvent } from './Tick.tsx';
import type { Trip } from './useTrip.ts';

export function Remember({ trip }: { trip: Trip }): ReactNode {
  const { kit } = useVoice();
  const { t, procedure } = kit;
  const id = useId();
  const [on, setOn] = useState(() => recall(procedure.id) !== undefined);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    if (!on) return;
    const save = (): void => {
      const done = remember(procedure.id, {
        hash: writeFragment(procedure, trip.answers),
        ticks: allTicked(),
      });
      setRefused(!done);
      if (!done) setOn(false);
    };
    save();
    addEventListener(tickEvent, save);
    return () => removeEventListener(tickEvent, save);
  }, [on, procedure, trip.answers]);
  return (
    <>
      <p className="remember">
        <input
          type="checkbox"
          id={id}
          checked={on}
          onChange={(e) => {
            if (!e.target.checked) forget(procedure.id);
            setOn(e.target.checked);
          }}
        />
        <label htmlFor={id}>
          <span>{t('wizard.remember')}</span>
        </label>
      </p>
      <div role="status">
        {refused && (
          <p className="fault">
            <span>{t('wizard.rememberFailed')}</span>
          </p>
        )}
      </div>
      <p className="fine">{t('wizard.rememberHint')}</p>
    </>
  );
}
