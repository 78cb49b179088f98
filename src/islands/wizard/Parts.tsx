/** The parts of the result: papers, costs, dates, places, steps, notes. They show a view and decide nothing. */
import { type ReactNode, useSyncExternalStore } from 'react';
import { noteKinds } from '../../components/notes.ts';
import { href } from '../../components/url.ts';
import { contactHref } from '../../i18n/contact.ts';
import type { View, ViewItem, ViewNote } from '../../i18n/view.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { Both, BothWords } from './Both.tsx';
import { Tick } from './Tick.tsx';

/** Condition that is still open, and the warning of grade D. */
function Doubts({ item }: { item: ViewItem }): ReactNode {
  const { t } = useVoice().kit;
  return (
    <>
      {item.condition && <p className="only-if">{t('list.onlyIf', { condition: item.condition })}</p>}
      {item.proof?.weak && <p className="weak">{t('evidence.confirm')}</p>}
    </>
  );
}

/** False on the server and while the page wakes up: what it rendered must stay as it is until then. */
const useAwake = (): boolean =>
  useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );

function Note({ text }: { text: ViewItem['note'] }): ReactNode {
  return <Rich text={text} official={useVoice().official} explain={useAwake()} />;
}

function Section({ name, word, children }: { name: string; word: string; children: ReactNode }): ReactNode {
  return (
    <section aria-labelledby={`part-${name}`}>
      <h2 id={`part-${name}`} tabIndex={-1}>
        <BothWords word={word} />
      </h2>
      {children}
    </section>
  );
}

export function Documents({ view }: { view: View }): ReactNode {
  const { official } = useVoice();
  if (view.groups.length === 0) return null;
  return (
    <Section name="documents" word="list.documents">
      {view.groups.map((group) => (
        <div key={group.id}>
          {group.title && (
            <Both item={group} among={(v) => v.groups}>
              {(g) => <h3>{g.title}</h3>}
            </Both>
          )}
          <ul className="items ticks">
            {group.items.map((item) => (
              <li key={item.id}>
                <Tick id={item.id} />
                <div>
                  <label className="name tick-line" htmlFor={`tick-${item.id}`}>
                    {item.name}
                  </label>
                  <p className="official-name">
                    <span className="official" lang={official}>
                      {item.official}
                    </span>
                  </p>
                  <Both item={item} among={(v) => v.groups.flatMap((g) => g.items)}>
                    {(x) => (
                      <>
                        {x !== item && x.name !== x.official && <p className="name">{x.name}</p>}
                        <p className="forms">
                          {[...x.forms, ...(x.validity ? [x.validity] : [])].join(' · ')}
                        </p>
                        <Doubts item={x} />
                        <Note text={x.note} />
                      </>
                    )}
                  </Both>
                </div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

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

function StepBody({ x }: { x: View['steps'][number] }): ReactNode {
  const { kit } = useVoice();
  return (
    <>
      <p className="name">{x.name}</p>
      <Doubts item={x} />
      <Note text={x.note} />
      {x.to && (
        <p>
          <a href={href(`/${kit.l.code}/procedures/${x.to.id}/`)}>{x.to.title}</a>
        </p>
      )}
    </>
  );
}

export function Steps({ view }: { view: View }): ReactNode {
  if (view.steps.length === 0) return null;
  const groups = [...new Set(view.steps.map((x) => x.group))];
  return (
    <Section name="steps" word="list.steps">
      {groups.map((group) => (
        <div key={group ?? ''}>
          {group && <h3>{group}</h3>}
          <ol className="items steps">
            {view.steps
              .filter((x) => x.group === group)
              .map((item) => (
                <li key={item.id}>
                  <Both item={item} among={(v) => v.steps}>
                    {(x) => <StepBody x={x} />}
                  </Both>
                </li>
              ))}
          </ol>
        </div>
      ))}
    </Section>
  );
}

export function Where({ view }: { view: View }): ReactNode {
  if (view.channels.length === 0) return null;
  return (
    <Section name="where" word="list.where">
      <ul className="items">
        {view.channels.map((item) => (
          <li key={item.id}>
            <Both item={item} among={(v) => v.channels}>
              {(x) => <Place x={x} />}
            </Both>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Place({ x }: { x: View['channels'][number] }): ReactNode {
  const { kit, official } = useVoice();
  const { contact } = x;
  const target = contact && contactHref(contact.kind, contact.value);
  const outside = target?.startsWith('https://');
  return (
    <>
      <p className="name">
        <span>{x.name}</span> <span className="kind">{x.kindLabel}</span>
      </p>
      <p>
        <a href={href(`/${kit.l.code}/authorities/${x.authority.id}/`)}>
          <span className="official" lang={official}>
            {x.authority.short ?? x.authority.official}
          </span>
        </a>
      </p>
      {contact && (
        <p className="contact">
          <span>{contact.name}</span>{' '}
          {target ? (
            <a href={target} {...(outside && { target: '_blank', rel: 'noopener' })}>
              <bdi translate="no">{contact.value.replace('https://', '')}</bdi>
            </a>
          ) : (
            <bdi translate="no">{contact.value}</bdi>
          )}
        </p>
      )}
      <Doubts item={x} />
      <Note text={x.note} />
    </>
  );
}

function NoteBody({ x }: { x: ViewNote }): ReactNode {
  return (
    <>
      <Doubts item={x} />
      <Note text={x.body} />
    </>
  );
}

/** Warnings stand at the top: the title always, the rest a touch away. */
export function Warnings({ view }: { view: View }): ReactNode {
  return view.notes
    .filter((n) => n.kind === 'warning')
    .map((item) => (
      <details key={item.id} className="notice">
        <summary>
          <span>
            <span className="notice-kind">{item.kindLabel}</span> <span className="name">{item.name}</span>
          </span>
        </summary>
        <Both item={item} among={(v) => v.notes}>
          {(x) => (
            <>
              {x !== item && <p className="name">{x.name}</p>}
              <NoteBody x={x} />
            </>
          )}
        </Both>
      </details>
    ));
}

/** The other kinds of notes in the order in which a reader needs them, each folded. */
export function Notes({ view }: { view: View }): ReactNode {
  return noteKinds.map((kind) => {
    const notes = view.notes.filter((n) => n.kind === kind && kind !== 'warning');
    return (
      notes.length > 0 && (
        <details key={kind} className={`notes ${kind}`}>
          <summary>
            <h2>
              <BothWords word={`note.${kind}`} />
            </h2>
          </summary>
          <ul className="items">
            {notes.map((item) => (
              <li key={item.id}>
                <Both item={item} among={(v) => v.notes}>
                  {(x) => (
                    <>
                      <h3>{x.name}</h3>
                      <NoteBody x={x} />
                    </>
                  )}
                </Both>
              </li>
            ))}
          </ul>
        </details>
      )
    );
  });
}

/** Procedures that may fit better, each with its condition. */
export function MayStop({ view }: { view: View }): ReactNode {
  const { kit } = useVoice();
  if (view.stops.length === 0) return null;
  return (
    <Section name="stops" word="list.stops">
      <ul className="items">
        {view.stops.map((x) => (
          <li key={x.id}>
            <p className="name">{x.name}</p>
            <Doubts item={x} />
            <Note text={x.body} />
            {x.to && (
              <p>
                <a href={href(`/${kit.l.code}/procedures/${x.to.id}/`)}>{x.to.title}</a>
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
