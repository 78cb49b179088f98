/** /pdf/{lang}/report-form.pdf: a form to report a mistake by hand. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { compilePdf } from '../../../outputs/pdf/engine.ts';
import { reportPdf } from '../../../outputs/pdf/report.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = ({ params }) => {
  const lang = params.lang as string;
  const pdf = compilePdf('report', reportPdf(getSite(), lang, absolute('/')), `${lang}/report-form`);
  return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
};
