/** /.well-known/security.txt */
import type { APIRoute } from 'astro';
import { absolute } from '../../components/url.ts';
import { getSite } from '../../content/guide.ts';
import { securityText } from '../../outputs/security.ts';

export const GET: APIRoute = () =>
  new Response(securityText(getSite(), absolute), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
