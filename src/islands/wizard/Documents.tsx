/** The papers of the result, with boxes to tick. */
import type { ReactNode } from 'react';
import type { View } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import { Both } from './Both.tsx';
import { Doubts, Note, Section } from './Item.tsx';
import { Tick } from './Tick.tsx';

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
