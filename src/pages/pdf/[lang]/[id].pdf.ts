/** /pdf/{lang}/{id}.pdf: the full list of a procedure or of the finder, to print. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { wizards } from '../../../content/load.ts';
import { compilePdf } from '../../../outputs/pdf/engine.ts';
import { procedurePdf } from '../../../outputs/pdf/procedure.ts';

export const getStaticPaths = () => eachEntry(wizards(getSite().content).map((e) => e.id));

export const GET: APIRoute = ({ params }) => {
  const { lang, id } = params as { lang: string; id: string };
  const pdf = compilePdf('procedure', procedurePdf(getSite(), lang, id, absolute('/')), `${lang}/${id}`);
  return new Response(pdf.slice().buffer, { headers: { 'content-type': 'application/pdf' } });
};
