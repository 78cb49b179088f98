/** What the list rests on, and law in motion that touches it. Folded: it is there for whoever wants to check. */
import type { ReactNode } from 'react';
import { longDate } from '../../i18n/format.ts';
import type { Kit, Proof, View } from '../../i18n/view.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import type { WizardNotice } from './types.ts';

/** Everything shown that has a proof, in the order of the page. */
function proven(view: View): { key: string; name: string; proof: Proof }[] {
  const parts = {
    stop: view.stop ? [view.stop] : [],
    document: view.groups.flatMap((g) => g.items),
    fee: view.fees,
    amount: view.amounts,
    limit: view.limits,
    channel: view.channels,
    note: view.notes,
    maybe: view.stops,
  };
  return Object.entries(parts).flatMap(([kind, items]) =>
    items.flatMap(({ id, name, proof }) => (proof ? [{ key: `${kind}-${id}`, name, proof }] : [])),
  );
}

export function Sources({ view, kit }: { view: View; kit: Kit }): ReactNode {
  const { official } = useVoice();
  const { t, l } = kit;
  const rows = proven(view);
  const laws = [...new Set(rows.flatMap((r) => r.proof.law))];
  const ids = [...new Set(rows.flatMap((r) => r.proof.sources))];
  return (
    <details className="grounds">
      <summary>
        <h2>
          <span>{t('wizard.sources')}</span>
        </h2>
      </summary>
      <p>{view.checkedText}</p>
      <p className="on-paper" lang={official}>
        {laws.join('; ')}
      </p>
      <ul className="rests-on">
        {rows.map(({ key, name, proof }) => (
          <li key={key}>
            <span className="name">{name}</span>
            {proof.law.length > 0 && (
              <span className="law" lang={official}>
                {proof.law.join('; ')}
              </span>
            )}
            <span className="fine">
              {`${t(`evidence.grade.${proof.grade}`)} · ${t('evidence.checkedOn', { date: longDate(l, proof.checkedOn) })}`}
            </span>
          </li>
        ))}
      </ul>
      <ul className="sources">
        {ids.map((id) => {
          const source = kit.sources[id];
          if (!source) return null;
          const title = (
            <span lang={source.lang === l.code ? undefined : source.lang}>
              {source.citation ?? source.title}
            </span>
          );
          return (
            <li key={id}>
              {source.url ? (
                <a href={source.url} target="_blank" rel="noopener">
                  {title}
                </a>
              ) : (
                title
              )}{' '}
              <span className="fine">
                {t(source.notSeen ? 'sources.notSeen' : 'sources.seen', { date: longDate(l, source.seenOn) })}
              </span>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

export function Notices({ notices }: { notices: WizardNotice[] }): ReactNode {
  const { kit, official } = useVoice();
  const { t, l } = kit;
  return notices.map((n) => (
    <details key={n.id} className="notice">
      <summary>
        <span>
          <span className="notice-kind">{t('notice.title')}</span> <span className="name">{n.title}</span>
        </span>
      </summary>
      <Rich text={n.reported} official={official} />
      <p className="sub">{t('notice.meanwhile')}</p>
      <Rich text={n.meanwhile} official={official} />
      <p className="fine">
        {`${t(`evidence.grade.${n.grade}`)} · ${t('evidence.checkedOn', { date: longDate(l, n.checkedOn) })}`}
      </p>
    </details>
  ));
}
