/** Copying a text, and what is said about it: where the browser forbids it, the text stands there to copy by hand. */
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import type { T } from '../i18n/format.ts';

/** What a button said back: a short word, or a text to copy by hand. */
interface Said {
  word: string;
  byHand?: string;
}

export interface Copier {
  said: Said | undefined;
  say(said: Said | undefined): void;
  /** Copies a text and says `done`, or shows it to copy by hand. */
  copy(text: string, done?: string): Promise<void>;
}

export function useCopy(t: T): Copier {
  const [said, say] = useState<Said>();
  const copy = async (text: string, done = t('wizard.copied')): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      say({ word: done });
    } catch {
      say({ word: t('wizard.copyByHand'), byHand: text });
    }
  };
  return { said, say, copy };
}

interface Writing {
  /** Language and direction of the text, where they are not the page's. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
}

/** A text to copy by hand, selected already. */
function ByHand({ text, label, lang, dir }: Writing & { text: string; label: string }): ReactNode {
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  useEffect(() => {
    box.current?.focus();
    box.current?.select();
  }, []);
  return (
    <>
      <label htmlFor={id}>
        <span>{label}</span>
      </label>
      <textarea
        id={id}
        ref={box}
        readOnly
        rows={text.includes('\n') ? 8 : 2}
        defaultValue={text}
        lang={lang}
        dir={dir}
      />
    </>
  );
}

/** What was said last; empty before anything was copied. */
export function Answer({ said, lang, dir }: Writing & { said: Said | undefined }): ReactNode {
  return (
    <>
      <div role="status">
        {said && !said.byHand && (
          <p className="done" key={said.word}>
            <span>{said.word}</span>
          </p>
        )}
      </div>
      {said?.byHand && (
        <ByHand key={said.byHand} text={said.byHand} label={said.word} lang={lang} dir={dir} />
      )}
    </>
  );
}
