/** /pdf/{lang}/letter-{id}.pdf: a blank letter, to fill in by hand. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { compilePdf } from '../../../outputs/pdf/engine.ts';
import { letterPdf } from '../../../outputs/pdf/letter.ts';

export const getStaticPaths = () => eachEntry(getSite().content.letters.keys());

export const GET: APIRoute = ({ params }) => {
  const { lang, id } = params as { lang: string; id: string };
  const pdf = compilePdf('letter', letterPdf(getSite(), lang, id, absolute('/')), `${lang}/letter-${id}`);
  return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
};
