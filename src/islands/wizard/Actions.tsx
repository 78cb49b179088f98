/** What can be done with a list: print, save, copy, share, start again. A button that would do nothing is not shown. */
import type { ReactNode } from 'react';
import { href } from '../../components/url.ts';
import type { View } from '../../i18n/view.ts';
import { calendar } from '../../outputs/ics.ts';
import { Answer, useCopy } from '../copy.tsx';
import { saveFile } from '../save.ts';
import { useVoice } from '../voice.ts';
import { insideApp } from './device.ts';
import { writeFragment } from './fragment.ts';
import { eventsOf, textOf } from './keep.ts';
import { Remember } from './Remember.tsx';
import { forget } from './remember.ts';
import { untickAll } from './Tick.tsx';
import type { WizardProps } from './types.ts';
import type { Trip } from './useTrip.ts';

export function Actions({ trip, props, view }: { trip: Trip; props: WizardProps; view: View }): ReactNode {
  const { kit } = useVoice();
  const { t } = kit;
  const { said, copy } = useCopy(t);
  const page = new URL(href(props.links.checklist), location.href).href;
  const inApp = insideApp(navigator.userAgent, 'standalone' in navigator && navigator.standalone === true);
  const list = view.stop === undefined;
  const events = list && !inApp ? eventsOf(kit, view, page) : [];

  const share = async (): Promise<void> => {
    try {
      await navigator.share({ title: view.title, text: textOf(kit, view, page) });
    } catch {
      // Closing the share sheet is an answer too.
    }
  };
  const button = (word: string, act: () => void): ReactNode => (
    <li>
      <button type="button" className="quiet" onClick={act}>
        <span>{t(word)}</span>
      </button>
    </li>
  );
  return (
    <section className="keep" aria-labelledby="part-keep">
      <h2 id="part-keep" tabIndex={-1}>
        <span>{t(list ? 'wizard.keep' : 'wizard.keepStopped')}</span>
      </h2>
      {inApp && (
        <p className="broken">
          <span>{t('wizard.inApp')}</span>
        </p>
      )}
      <ul>
        {list && !inApp && typeof window.print === 'function' && button('wizard.print', () => window.print())}
        {events.length > 0 &&
          button('wizard.calendar', () =>
            saveFile(
              `${kit.procedure.id}.ics`,
              new Blob([calendar(events, props.guide.id, new Date())], {
                type: 'text/calendar;charset=utf-8',
              }),
            ),
          )}
        {list && button('wizard.copyText', () => void copy(textOf(kit, view, page)))}
        {list && typeof navigator.share === 'function' && button('wizard.share', () => void share())}
        {button('wizard.copyLink', () => void copy(page))}
        {button('wizard.copyAnswers', () => void copy(page + writeFragment(kit.procedure, trip.answers)))}
        <li>
          <a className="button quiet" href={href(props.links.pdf)}>
            <span>{t('wizard.pdf')}</span>
          </a>
        </li>
        {button('wizard.restart', () => {
          untickAll();
          forget(kit.procedure.id);
          trip.restart();
        })}
      </ul>
      <Answer said={said} />
      {list && <Remember trip={trip} />}
      <p className="fine">{t('wizard.answersStay')}</p>
    </section>
  );
}
