/** What to do and where: steps and channels of the result. */
import type { ReactNode } from 'react';
import { href } from '../../components/url.ts';
import { contactHref } from '../../i18n/contact.ts';
import type { View } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import { Both } from './Both.tsx';
import { Doubts, Note, Section } from './Item.tsx';

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
