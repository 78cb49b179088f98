/** What the result says about money: fees, their total, and sums to prove. */
import type { ReactNode } from 'react';
import type { View } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import { Both, BothWords } from './Both.tsx';
import { Doubts, Note, Section } from './Item.tsx';

/** "€185.60", or with each way of asking when they differ; and how far it can be relied on. */
export function Totals({ view }: { view: View }): ReactNode {
  const { t } = useVoice().kit;
  const [first, ...others] = view.totals;
  if (!first) return null;
  const same = others.every((x) => x.text === first.text && x.atLeast === first.atLeast);
  return (
    <ul className="totals">
      {(same ? [first] : view.totals).map((x) => (
        <li key={x.channel}>
          <b className="money">{x.atLeast ? t('pdf.atLeast', { amount: x.text }) : x.text}</b>{' '}
          {!same && <span>{x.label}</span>}
          {x.table && <span className="fine">{x.table}</span>}
          {x.weak && <span className="weak">{t('evidence.confirm')}</span>}
        </li>
      ))}
    </ul>
  );
}

export function Fees({ view }: { view: View }): ReactNode {
  if (view.fees.length === 0) return null;
  const list = (extra: boolean): ReactNode => (
    <ul className="items">
      {view.fees
        .filter((x) => x.extra === extra)
        .map((item) => (
          <li key={item.id}>
            <Both item={item} among={(v) => v.fees}>
              {(x) => (
                <>
                  <p className="name">{x.name}</p>
                  <ul className="prices">
                    {x.prices.map((p) => (
                      <li key={p.channel}>
                        {x.count !== undefined && x.count > 1 && <span>{`${x.count} ×`}</span>}{' '}
                        <b className="money">{p.text}</b> {p.label && <span>{p.label}</span>}
                      </li>
                    ))}
                  </ul>
                  <Doubts item={x} />
                  <Note text={x.note} />
                </>
              )}
            </Both>
          </li>
        ))}
    </ul>
  );
  return (
    <Section name="fees" word="list.fees">
      {view.fees.some((x) => !x.extra) && list(false)}
      {view.totals.length > 0 && (
        <div className="sum">
          <h3>
            <BothWords word="list.total" />
          </h3>
          <Totals view={view} />
        </div>
      )}
      {view.fees.some((x) => x.extra) && (
        <>
          <h3>
            <BothWords word="wizard.extras" />
          </h3>
          {list(true)}
        </>
      )}
    </Section>
  );
}

/** Sums to prove or to reckon with, worked out for this reader. */
export function Amounts({ view }: { view: View }): ReactNode {
  if (view.amounts.length === 0) return null;
  return (
    <Section name="amounts" word="list.amounts">
      <ul className="items">
        {view.amounts.map((item) => (
          <li key={item.id}>
            <Both item={item} among={(v) => v.amounts}>
              {(x) => (
                <>
                  <p className="name">{x.name}</p>
                  {x.text && (
                    <p>
                      <b className="money">{x.text}</b>
                    </p>
                  )}
                  <Doubts item={x} />
                  <Note text={x.note} />
                </>
              )}
            </Both>
          </li>
        ))}
      </ul>
    </Section>
  );
}
