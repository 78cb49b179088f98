/** /pdf/{lang}/{id}.pdf: the full list of a procedure, to print. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { compilePdf } from '../../../outputs/pdf/engine.ts';
import { procedurePdf } from '../../../outputs/pdf/procedure.ts';

export const getStaticPaths = () => eachEntry(getSite().content.procedures.keys());

export const GET: APIRoute = ({ params }) => {
  const { lang, id } = params as { lang: string; id: string };
  const pdf = compilePdf('procedure', procedurePdf(getSite(), lang, id, absolute('/')), `${lang}/${id}`);
  return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
};
