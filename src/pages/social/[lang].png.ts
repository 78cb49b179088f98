/** /social/{lang}.png: the picture beside a shared link. */
import type { APIRoute } from 'astro';
import { eachLanguage } from '../../components/paths.ts';
import { getSite } from '../../content/guide.ts';
import { socialCard } from '../../outputs/social.ts';

export const getStaticPaths = eachLanguage;

export const GET: APIRoute = async ({ params }) =>
  new Response(new Uint8Array(await socialCard(getSite(), params.lang as string)), {
    headers: { 'Content-Type': 'image/png' },
  });
