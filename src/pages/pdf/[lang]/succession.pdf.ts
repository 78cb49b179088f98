/** /pdf/{lang}/succession.pdf: who does the work of a closed body, to print. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { compilePdf } from '../../../outputs/pdf/engine.ts';
import { successionPdf } from '../../../outputs/pdf/succession.ts';

export const getStaticPaths = () => (getSite().content.succession ? eachLanguage() : []);

export const GET: APIRoute = ({ params }) => {
  const lang = params.lang as string;
  const pdf = compilePdf('succession', successionPdf(getSite(), lang, absolute('/')), `${lang}/succession`);
  return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
};
