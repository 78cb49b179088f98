/** Warnings, other notes, and procedures that may fit better. */
import type { ReactNode } from 'react';
import { noteKinds } from '../../components/notes.ts';
import { href } from '../../components/url.ts';
import type { View, ViewNote } from '../../i18n/view.ts';
import { useVoice } from '../voice.ts';
import { Both, BothWords } from './Both.tsx';
import { Doubts, Note, Section } from './Item.tsx';

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
