/** A text to take along: shown in full, with a button that copies it. */
import { type ReactNode, useId, useRef, useState } from 'react';
import type { T } from '../../i18n/format.ts';

interface Props {
  t: T;
  label: string;
  text: string;
  /** Language of the text, where it is not the page's. */
  lang?: string;
  rows?: number;
}

export function CopyBox({ t, label, text, lang, rows = 3 }: Props): ReactNode {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState<{ word: string; about: string }>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid({ word: 'wizard.copied', about: text });
    } catch {
      box.current?.focus();
      box.current?.select();
      setSaid({ word: 'wizard.copyByHand', about: text });
    }
  };
  return (
    <div className="copy">
      <label htmlFor={id}>
        <span>{label}</span>
      </label>
      <textarea
        id={id}
        ref={box}
        readOnly
        rows={rows}
        value={text}
        lang={lang}
        dir="auto"
        spellCheck={false}
      />
      <button type="button" className="quiet" onClick={() => void copy()}>
        <span>{t('kit.copy')}</span> <span className="visually-hidden">{label}</span>
      </button>
      <div role="status">
        {/* What was said about another text is no longer true. */}
        {said?.about === text && (
          <p className="done" key={said.word}>
            <span>{t(said.word)}</span>
          </p>
        )}
      </div>
    </div>
  );
}
