/** Icons of the home screen, by their side in pixels. */
import type { APIRoute } from 'astro';
import { touchIcon } from '../outputs/social.ts';

export const getStaticPaths = () => [192, 512].map((side) => ({ params: { side: String(side) } }));
export const GET: APIRoute = async ({ params }) =>
  new Response((await touchIcon(Number(params.side))) as BodyInit, {
    headers: { 'content-type': 'image/png' },
  });
