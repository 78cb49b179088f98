/** The QR code of an address, to look at and to save. What draws it is loaded when it is asked for. */
import { type ReactNode, useEffect, useState } from 'react';
import type { T } from '../../i18n/format.ts';
import { saveFile } from '../save.ts';

interface Props {
  t: T;
  /** Full address. */
  address: string;
  /** Name of the files, without an ending. */
  name: string;
}

export function Code({ t, address, name }: Props): ReactNode {
  const [svg, setSvg] = useState<string | 'failed'>();
  useEffect(() => {
    let current = true;
    import('../../outputs/qr.ts').then(
      ({ qrSvg }) => current && setSvg(qrSvg(address)),
      () => current && setSvg('failed'),
    );
    return () => {
      current = false;
    };
  }, [address]);
  if (svg === undefined) return null;
  const failed = (
    <p className="fault">
      <span>{t('kit.failed')}</span>
    </p>
  );
  if (svg === 'failed') return failed;
  const savePng = async (): Promise<void> => {
    try {
      const { qrPng } = await import('./png.ts');
      saveFile(`${name}.png`, await qrPng(address));
    } catch {
      setSvg('failed');
    }
  };
  return (
    <>
      <img
        className="code"
        src={`data:image/svg+xml,${encodeURIComponent(svg)}`}
        width="240"
        height="240"
        alt={t('kit.qrAlt', { address })}
      />
      <p className="actions">
        <button
          type="button"
          className="quiet"
          onClick={() => saveFile(`${name}.svg`, new Blob([svg], { type: 'image/svg+xml' }))}
        >
          <span>{t('kit.saveSvg')}</span>
        </button>
        <button type="button" className="quiet" onClick={() => void savePng()}>
          <span>{t('kit.savePng')}</span>
        </button>
      </p>
    </>
  );
}
