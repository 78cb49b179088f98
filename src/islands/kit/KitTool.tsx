/** For organisations: pick a page, languages and known answers; take link, QR code, message, posters and frame. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { absolute, href } from '../../components/url.ts';
import { smallT } from '../../i18n/small.ts';
import { Code } from './Code.tsx';
import { CopyBox } from './CopyBox.tsx';
import { Known } from './Known.tsx';
import { linkOf, mailLink, messageOf, pathIn, whatsappLink } from './links.ts';
import { Preview } from './Preview.tsx';
import { frameSnippet } from './snippet.ts';
import type { KitEntry, KitProps } from './types.ts';

/** A part that is made only when somebody opens it. */
function Fold({ title, children }: { title: string; children(): ReactNode }): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(e) => setOpen(e.currentTarget.open)}>
      <summary>
        <h3>
          <span>{title}</span>
        </h3>
      </summary>
      {open && children()}
    </details>
  );
}

export default function KitTool({ lang, strings, languages, entries }: KitProps): ReactNode {
  const own = languages.find((l) => l.code === lang);
  const t = useMemo(() => smallT(strings, own?.locale ?? lang), [strings, own, lang]);
  const [id, setId] = useState(entries[0]?.id ?? '');
  const [codes, setCodes] = useState([lang]);
  const [fragment, setFragment] = useState('');
  // Links lead to the guide that the organisation is reading, wherever it is served.
  const [root, setRoot] = useState(() => absolute('/'));
  useEffect(() => setRoot(new URL(href('/'), location.href).href), []);
  const entry = entries.find((e) => e.id === id);
  if (!entry) return null;
  const full = (path: string): string => new URL(path.slice(1), root).href;
  const chosen = languages.filter((l) => codes.includes(l.code));
  const title = (e: KitEntry, code = lang): string => e.titles[code] ?? e.id;
  const picked = chosen.map((l) => l.code);
  const link = full(linkOf(entry, picked, fragment));
  const message = messageOf(entry, chosen, fragment, full);
  const { embed } = entry;
  const group = (kind: KitEntry['kind'], label: string): ReactNode => (
    <optgroup label={label}>
      {entries
        .filter((e) => e.kind === kind)
        .map((e) => (
          <option key={e.id} value={e.id}>
            {title(e)}
          </option>
        ))}
    </optgroup>
  );
  const sheet = (kind: 'poster' | 'card'): ReactNode => (
    <li>
      <span className="name">{t(`kit.${kind}`)}</span>{' '}
      {[...chosen, undefined].map((l) => (
        <a
          key={l?.code ?? ''}
          href={href(`/pdf/${l ? `${l.code}/` : ''}${kind}-${id}.pdf`)}
          hrefLang={l?.code}
        >
          <span lang={l?.code}>{l?.name ?? t('kit.allLanguages')}</span>
        </a>
      ))}
    </li>
  );
  return (
    <div className="wizard kit">
      <h2 id="make">
        <span>{t('kit.make')}</span>
      </h2>
      <p>
        <label htmlFor="kit-what">
          <span>{t('kit.what')}</span>
        </label>
        <select
          id="kit-what"
          value={id}
          onChange={(e) => {
            setId(e.target.value);
            setFragment('');
          }}
        >
          {entries
            .filter((e) => e.kind === 'finder')
            .map((e) => (
              <option key={e.id} value={e.id}>
                {title(e)}
              </option>
            ))}
          {group('procedure', t('site.procedures'))}
          {group('topic', t('questions.title'))}
        </select>
      </p>
      <fieldset>
        <legend>
          <span>{t('kit.languages')}</span>
        </legend>
        {languages.map((l) => (
          <div className="option" key={l.code}>
            <input
              type="checkbox"
              id={`kit-${l.code}`}
              checked={codes.includes(l.code)}
              onChange={(e) =>
                setCodes(e.target.checked ? [...codes, l.code] : codes.filter((code) => code !== l.code))
              }
            />
            <label htmlFor={`kit-${l.code}`}>
              <span lang={l.code}>{l.name}</span>
            </label>
          </div>
        ))}
      </fieldset>
      {embed && (
        <section aria-labelledby="kit-known">
          <h3 id="kit-known">
            <span>{t('kit.known')}</span>
          </h3>
          <p className="hint">{t('kit.knownHint')}</p>
          <Known key={id} t={t} lang={lang} id={id} onFragment={setFragment} />
        </section>
      )}
      <h2 id="result">
        <span>{t('kit.result')}</span>
      </h2>
      <div role="status">
        {chosen.length === 0 && (
          <p className="fault">
            <span>{t('kit.noLanguage')}</span>
          </p>
        )}
      </div>
      {chosen.length > 0 && (
        <div>
          <CopyBox t={t} label={t('kit.link')} text={link} />
          <CopyBox t={t} label={t('kit.short')} text={full(linkOf(entry, [], fragment))} />
          <Fold title={t('kit.qr')}>{() => <Code key={link} t={t} address={link} name={id} />}</Fold>
          <Fold title={t('kit.message')}>
            {() => (
              <>
                <CopyBox
                  t={t}
                  label={t('kit.message')}
                  text={message}
                  lang={picked.length === 1 ? picked[0] : ''}
                  rows={6}
                />
                <p className="actions">
                  <a
                    className="button quiet"
                    href={whatsappLink(message)}
                    target="_blank"
                    rel="noopener noreferrer"
                  >
                    <span>{t('kit.whatsapp')}</span>
                  </a>
                  <a className="button quiet" href={mailLink(title(entry, picked[0]), message)}>
                    <span>{t('kit.email')}</span>
                  </a>
                </p>
                <p className="hint">{t('kit.messageHint')}</p>
              </>
            )}
          </Fold>
          <Fold title={t('kit.print')}>
            {() => (
              <ul className="sheets">
                {sheet('poster')}
                {sheet('card')}
              </ul>
            )}
          </Fold>
          {embed && (
            <Fold title={t('kit.frame')}>
              {() => (
                <>
                  <p>{t('kit.frameHint')}</p>
                  {chosen.map((l) => (
                    <CopyBox
                      key={l.code}
                      t={t}
                      label={l.name}
                      rows={8}
                      text={frameSnippet({
                        address: full(pathIn(embed, l.code, fragment)),
                        page: full(pathIn(entry.path, l.code, fragment)),
                        lang: l.code,
                        title: title(entry, l.code),
                        guide: l.guide,
                      })}
                    />
                  ))}
                  <Fold title={t('kit.preview')}>
                    {() => (
                      <Preview
                        src={href(pathIn(embed, picked[0] ?? lang, fragment))}
                        title={title(entry, picked[0])}
                      />
                    )}
                  </Fold>
                </>
              )}
            </Fold>
          )}
        </div>
      )}
    </div>
  );
}
