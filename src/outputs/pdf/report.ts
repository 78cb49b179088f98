/** The form on paper for whoever found a mistake, as data for `report.typ`. Pure. */
import type { Site } from '../../content/guide.ts';
import { pick } from '../../content/pick.ts';
import { type Frame, frame } from './frame.ts';

/** What is asked, with the number of lines to write on. */
const fields = [
  ['page', 2],
  ['says', 4],
  ['right', 4],
  ['how', 4],
  ['reach', 2],
] as const;

export interface ReportPdf extends Frame {
  intro: string;
  /** Where the form goes, if the guide has an address for it. */
  to: string | null;
  fields: { label: string; lines: number }[];
}

/** The data of the form. `address` is the full address of the guide's root. */
export function reportPdf(site: Site, lang: string, address: string): ReportPdf {
  const { t } = site.language(lang);
  const { report } = site.content.guide;
  const to = report.email ?? report.url;
  return {
    ...frame(site, lang, {
      title: t('reportForm.title'),
      description: pick(site.content.guideText, lang).description,
      keywords: [],
      checkedOn: site.day,
      address,
    }),
    intro: t('kit.reportHow'),
    to: to ? `${t('kit.reportTo')} ${to}` : null,
    fields: fields.map(([id, lines]) => ({ label: t(`reportForm.${id}`), lines })),
  };
}
