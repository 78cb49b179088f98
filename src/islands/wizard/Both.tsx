/** Words in the reader's language and, when asked for, the same in the official one beside them. */
import { createContext, type ReactNode, use } from 'react';
import type { View } from '../../i18n/view.ts';
import { useVoice, type Voice, VoiceContext } from '../voice.ts';

/** The same list in the official language. */
export interface Beside {
  voice: Voice;
  view: View;
}

export const BesideContext = createContext<Beside | undefined>(undefined);

interface Props<X> {
  item: X;
  /** The list in which the item's twin stands. */
  among(view: View): X[];
  children(item: X): ReactNode;
}

/** An item, and its twin. */
export function Both<X extends { id: string }>({ item, among, children }: Props<X>): ReactNode {
  const beside = use(BesideContext);
  const twin = beside && among(beside.view).find((x) => x.id === item.id);
  return (
    <>
      <div className="own">{children(item)}</div>
      {twin && (
        <VoiceContext value={beside.voice}>
          <div className="beside" lang={beside.voice.kit.l.code} dir={beside.voice.kit.l.dir}>
            {children(twin)}
          </div>
        </VoiceContext>
      )}
    </>
  );
}

/** An interface word, and its twin. */
export function BothWords({ word }: { word: string }): ReactNode {
  const { t } = useVoice().kit;
  const beside = use(BesideContext);
  return (
    <>
      <span>{t(word)}</span>
      {beside && (
        <span className="beside" lang={beside.voice.kit.l.code} dir={beside.voice.kit.l.dir}>
          {beside.voice.kit.t(word)}
        </span>
      )}
    </>
  );
}
