/** /api/v1/cpsv-ap.jsonld: the procedures as public services in the European vocabulary. */
import type { APIRoute } from 'astro';
import { getSite } from '../../../content/guide.ts';
import { cpsvData } from '../../../outputs/cpsv.ts';

export const GET: APIRoute = () =>
  new Response(JSON.stringify(cpsvData(getSite())), { headers: { 'Content-Type': 'application/ld+json' } });
