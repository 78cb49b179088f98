/** /pdf/{lang}/{id}.pdf: procedures, questions by topic, authorities and the whole guide, to print. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../components/paths.ts';
import { absolute } from '../../../components/url.ts';
import { getSite } from '../../../content/guide.ts';
import { documents } from '../../../outputs/pdf/documents.ts';
import { orderPdf } from '../../../outputs/pdf/pool.ts';

export const getStaticPaths = () => eachEntry(documents(getSite()).map((d) => d.id));

export const GET: APIRoute = async ({ params }) => {
  const { lang, id } = params as { lang: string; id: string };
  const site = getSite();
  const document = documents(site).find((d) => d.id === id);
  if (!document) return new Response(null, { status: 404 });
  const data = document.data(site, lang, absolute('/'));
  const pdf = await orderPdf(document.template, data, `${lang}/${id}`);
  return new Response(pdf, { headers: { 'content-type': 'application/pdf' } });
};
