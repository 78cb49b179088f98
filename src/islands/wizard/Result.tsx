/** The reader's own list. It is made to be read on a small phone, shown at a counter and printed. */
import { type ReactNode, useId, useState } from 'react';
import { href } from '../../components/url.ts';
import { type View, view as viewOf } from '../../i18n/view.ts';
import { Rich } from '../Rich.tsx';
import { useVoice } from '../voice.ts';
import { Actions } from './Actions.tsx';
import { AnswerList } from './AnswerList.tsx';
import { type Beside, BesideContext } from './Both.tsx';
import { Documents } from './Documents.tsx';
import { Heading } from './Heading.tsx';
import { comingLimits } from './keep.ts';
import { Limits } from './Limits.tsx';
import { Amounts, Fees, Totals } from './Money.tsx';
import { MayStop, Notes, Warnings } from './Notes.tsx';
import { Official } from './Official.tsx';
import { Notices, Sources } from './Sources.tsx';
import type { WizardProps } from './types.ts';
import type { Trip } from './useTrip.ts';
import { Steps, Where } from './Ways.tsx';

interface Props {
  trip: Trip;
  props: WizardProps;
}

/** A link to a part of the list. The address holds the answers, so the jump leaves it alone. */
function Jump({ to, children }: { to: string; children: ReactNode }): ReactNode {
  return (
    <a
      href={`#part-${to}`}
      onClick={(e) => {
        e.preventDefault();
        const part = document.getElementById(`part-${to}`);
        part?.focus({ preventScroll: true });
        part?.scrollIntoView();
      }}
    >
      <span>{children}</span>
    </a>
  );
}

/** How many papers, how much, the next date; each leads to its part. */
function Glance({ view }: { view: View }): ReactNode {
  const { t } = useVoice().kit;
  const next = comingLimits(view)[0];
  const papers = view.groups.flatMap((g) => g.items).length;
  return (
    <>
      {(papers > 0 || view.totals.length > 0 || next) && (
        <dl className="glance">
          {papers > 0 && (
            <div>
              <dt>
                <Jump to="documents">{t('wizard.papers')}</Jump>
              </dt>
              <dd>
                <b>{String(papers)}</b>
              </dd>
            </div>
          )}
          {view.totals.length > 0 && (
            <div>
              <dt>
                <Jump to="fees">{t('list.total')}</Jump>
              </dt>
              <dd>
                <Totals view={view} />
              </dd>
            </div>
          )}
          {next && (
            <div>
              <dt>
                <Jump to="dates">{t('wizard.nextDate')}</Jump>
              </dt>
              <dd>
                <b>{next.dayText}</b> <span className="left">{next.left}</span>{' '}
                <span className="fine">{next.name}</span>
              </dd>
            </div>
          )}
        </dl>
      )}
      <p className="jumps">
        {view.steps.length > 0 && <Jump to="steps">{t('list.steps')}</Jump>}{' '}
        {view.channels.length > 0 && <Jump to="where">{t('list.where')}</Jump>}{' '}
        <Jump to="keep">{t('wizard.keep')}</Jump>
      </p>
    </>
  );
}

/** "This is not your procedure", and the one that is. */
function Stopped({ view, trip }: { view: View; trip: Trip }): ReactNode {
  const { kit, official } = useVoice();
  const { stop } = view;
  if (!stop) return null;
  return (
    <>
      <p className="caption">{view.title}</p>
      <Heading steps={trip.steps} text={stop.name} title={view.title}>
        <span>{stop.name}</span>
      </Heading>
      <div className="stop">
        <Rich text={stop.body} official={official} />
        {stop.proof.weak && <p className="weak">{kit.t('evidence.confirm')}</p>}
        {stop.to && (
          <p>
            <a className="button" href={href(`/${kit.l.code}/procedures/${stop.to.id}/`)}>
              <span>{stop.to.title}</span>
            </a>
          </p>
        )}
      </div>
    </>
  );
}

/** Back to the last question. */
function Back({ trip }: { trip: Trip }): ReactNode {
  const { t } = useVoice().kit;
  const { previous } = trip.screen;
  if (!previous) return null;
  return (
    <p className="back">
      <a
        href={trip.addressOf(previous)}
        onClick={(e) => {
          e.preventDefault();
          trip.show(previous);
        }}
      >
        <span>{t('wizard.back')}</span>
      </a>
    </p>
  );
}

export function Result({ trip, props }: Props): ReactNode {
  const { kit, official } = useVoice();
  const { t } = kit;
  const id = useId();
  const [beside, setBeside] = useState<Beside>();
  const list = viewOf(kit, trip.answers, trip.day);
  const answers = (
    <details className="given-answers" open={list.stop !== undefined}>
      <summary>
        <h2 id={`${id}answers`}>
          <span>{t('wizard.yourAnswers')}</span>
        </h2>
      </summary>
      <AnswerList trip={trip} />
    </details>
  );
  return (
    <>
      <Back trip={trip} />
      {trip.faulty && (
        <p className="broken" role="status">
          <span>{t('wizard.broken')}</span>
        </p>
      )}
      {list.stop ? (
        <>
          <Stopped view={list} trip={trip} />
          {answers}
          <Sources view={list} kit={kit} />
        </>
      ) : (
        <BesideContext value={beside}>
          <Heading steps={trip.steps} text={t('wizard.result')} title={list.title}>
            <span>{t('wizard.result')}</span>
          </Heading>
          <p className="caption">
            <span>{list.title}</span>{' '}
            <span className="official" lang={official}>
              {list.official}
            </span>
          </p>
          <Glance view={list} />
          {official && <Official trip={trip} props={props} onChange={setBeside} />}
          {answers}
          <Warnings view={list} />
          <Notices notices={props.notices} />
          <MayStop view={list} />
          <Documents view={list} />
          <Fees view={list} />
          <Amounts view={list} />
          <Limits view={list} />
          <Steps view={list} />
          <Where view={list} />
          <Notes view={list} />
          <Sources view={list} kit={kit} />
        </BesideContext>
      )}
      <p className="fine made">{t('wizard.madeOn', { date: list.dayText })}</p>
      <Actions trip={trip} props={props} view={list} />
    </>
  );
}
