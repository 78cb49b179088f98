/** /apple-touch-icon.png: the mark for a phone's home screen. */
import type { APIRoute } from 'astro';
import { touchIcon } from '../outputs/social.ts';

export const GET: APIRoute = async () =>
  new Response(new Uint8Array(await touchIcon(180)), { headers: { 'Content-Type': 'image/png' } });
