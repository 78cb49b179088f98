/** What happens to what is typed: stays in the open page, is kept if the reader wants it, is erased, or is left in a hurry. */
import { type ReactNode, useId } from 'react';
import { href } from '../../components/url.ts';
import { useVoice } from '../voice.ts';

/** Leaves at once: the page is replaced, so that "back" does not lead to it. */
export function QuickExit({ home, leave }: { home: string; leave(): void }): ReactNode {
  const { t } = useVoice().kit;
  const id = useId();
  return (
    <p className="exit">
      <a
        className="button quiet"
        href={href(home)}
        aria-describedby={id}
        onClick={(e) => {
          e.preventDefault();
          leave();
          location.replace(href(home));
        }}
      >
        <span>{t('letter.exit')}</span>
      </a>{' '}
      <span className="fine" id={id}>
        {t('letter.exitHint')}
      </span>
    </p>
  );
}

interface Props {
  kept: boolean;
  /** Whether the last try to keep it failed. */
  refused: boolean;
  keep(on: boolean): void;
  erase(): void;
}

export function Privacy({ kept, refused, keep, erase }: Props): ReactNode {
  const { t } = useVoice().kit;
  return (
    <section aria-labelledby="part-privacy">
      <h2 id="part-privacy">
        <span>{t('letter.privacy')}</span>
      </h2>
      <p>
        <span>{t('letter.stays')}</span>
      </p>
      <div className="option">
        <input
          type="checkbox"
          id="keep-letter"
          checked={kept}
          aria-describedby="keep-letter-hint"
          onChange={(e) => keep(e.target.checked)}
        />
        <label htmlFor="keep-letter">
          <span>{t('letter.keep')}</span>
        </label>
        <div className="hint" id="keep-letter-hint">
          <p>
            <span>{t('letter.keepHint')}</span>
          </p>
        </div>
      </div>
      <div role="status">
        {refused && (
          <p className="fault">
            <span>{t('letter.keepFailed')}</span>
          </p>
        )}
      </div>
      <details className="erase">
        <summary>
          <span>{t('letter.erase')}</span>
        </summary>
        <p>
          <span>{t('letter.eraseHint')}</span>
        </p>
        <button
          type="button"
          onClick={(e) => {
            e.currentTarget.closest('details')?.removeAttribute('open');
            erase();
          }}
        >
          <span>{t('letter.eraseNow')}</span>
        </button>
      </details>
    </section>
  );
}
