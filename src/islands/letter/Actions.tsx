/** What can be done with a filled-in letter. Nothing is sent from here: an e-mail is only a draft in the reader's own program. */
import type { ReactNode } from 'react';
import { href } from '../../components/url.ts';
import type { View } from '../../i18n/view.ts';
import { letterText, type Paragraph, subjectOf } from '../../letters/compose.ts';
import { mailAddress, mailSubject } from '../../letters/mail.ts';
import { calendar } from '../../outputs/ics.ts';
import { Answer, useCopy } from '../copy.tsx';
import { saveFile } from '../save.ts';
import { useVoice } from '../voice.ts';
import { insideApp } from '../wizard/device.ts';
import { eventsOf } from '../wizard/keep.ts';
import type { LetterProps } from './types.ts';

interface Props {
  props: LetterProps;
  view: View;
  paragraphs: Paragraph[];
  /** Whether the letter can be used as it is; shows what is missing if not. */
  complete(): boolean;
}

export function Actions({ props, view, paragraphs, complete }: Props): ReactNode {
  const { kit } = useVoice();
  const { t } = kit;
  const { said, say, copy } = useCopy(t);
  const inApp = insideApp(navigator.userAgent, 'standalone' in navigator && navigator.standalone === true);
  const events = inApp ? [] : eventsOf(kit, view, new URL(href(props.links.page), location.href).href);
  const mails = view.channels.flatMap((c) =>
    c.contact?.kind === 'email' ? [{ id: c.id, to: c.contact.value }] : [],
  );

  const mail = (to: string): void => {
    const address = mailAddress(to, subjectOf(paragraphs), letterText(paragraphs));
    if (address) say({ word: t('letter.mailed') });
    else void copy(letterText(paragraphs), t('letter.mailedCopied'));
    location.href = address ?? mailSubject(to, subjectOf(paragraphs));
  };
  const button = (key: string, name: string, act: () => void, check = true): ReactNode => (
    <li key={key}>
      <button
        type="button"
        className="quiet"
        onClick={() => {
          say(undefined);
          if (!check || complete()) act();
        }}
      >
        <span>{name}</span>
      </button>
    </li>
  );
  return (
    <section className="keep" aria-labelledby="part-use">
      <h2 id="part-use">
        <span>{t('letter.use')}</span>
      </h2>
      {inApp && (
        <p className="broken">
          <span>{t('wizard.inApp')}</span>
        </p>
      )}
      <ul>
        {!inApp &&
          typeof window.print === 'function' &&
          button('print', t('letter.print'), () => window.print())}
        {button('copy', t('letter.copy'), () => void copy(letterText(paragraphs)))}
        {mails.map(({ id, to }) => button(`mail-${id}`, t('letter.mail', { to }), () => mail(to)))}
        {events.length > 0 &&
          button(
            'calendar',
            t('wizard.calendar'),
            () =>
              saveFile(
                `${props.letter.id}.ics`,
                new Blob([calendar(events, props.guide.id, new Date())], {
                  type: 'text/calendar;charset=utf-8',
                }),
              ),
            false,
          )}
        <li key="pdf">
          <a className="button quiet" href={href(props.links.pdf)}>
            <span>{t('letter.pdf')}</span>
          </a>
        </li>
      </ul>
      <Answer said={said} lang={props.official.code} dir={props.official.dir} />
    </section>
  );
}
