/** The dates of the result. */
import type { ReactNode } from 'react';
import type { View } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import { Both, BothWords } from './Both.tsx';
import { Doubts, Note, Section } from './Item.tsx';

/** Dates first; those that wait for something to happen are folded below them. */
export function Limits({ view }: { view: View }): ReactNode {
  if (view.limits.length === 0) return null;
  const list = (limits: View['limits']): ReactNode => (
    <ul className="items">
      {limits.map((item) => (
        <li key={item.id} className={over(item) ? 'over' : undefined}>
          <Both item={item} among={(v) => v.limits}>
            {(x) => <Limit x={x} />}
          </Both>
        </li>
      ))}
    </ul>
  );
  const dated = view.limits.filter((x) => x.day);
  const open = view.limits.filter((x) => !x.day);
  return (
    <Section name="dates" word="list.limits">
      {dated.length > 0 && list(dated)}
      {open.length > 0 && (
        <details className="waiting" open={dated.length === 0}>
          <summary>
            <h3>
              <BothWords word="wizard.laterDates" />
            </h3>
          </summary>
          {list(open)}
        </details>
      )}
    </Section>
  );
}

/** A day that should not have passed. */
const over = (x: View['limits'][number]): boolean =>
  x.daysLeft !== undefined && x.daysLeft < 0 && x.kind !== 'earliest';

function Limit({ x }: { x: View['limits'][number] }): ReactNode {
  const { t } = useVoice().kit;
  return (
    <>
      <p className="name">{x.name}</p>
      <p className="when">
        <span className="kind">{t(`limit.kind.${x.kind}`)}</span>{' '}
        {x.dayText && <b className="figure">{x.dayText}</b>}{' '}
        {x.left && <span className="left">{x.left}</span>}
      </p>
      <p className="rule">{x.rule}</p>
      <Doubts item={x} />
      <Note text={x.note} />
      {x.missed && (
        <div className="missed">
          <p className="sub">{t('list.missed')}</p>
          <Note text={x.missed} />
        </div>
      )}
    </>
  );
}
