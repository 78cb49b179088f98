/** /api/v1/wizard/<lang>/<id>.json: what a wizard needs in one language; fetched to show the official words beside others. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../../../components/paths.ts';
import { getSite } from '../../../../../content/guide.ts';
import { wizards } from '../../../../../content/load.ts';
import { wizardProps } from '../../../../../islands/wizard/props.ts';

export const getStaticPaths = () => eachEntry(wizards(getSite().content).map((e) => e.id));

export const GET: APIRoute = ({ params }) =>
  new Response(JSON.stringify(wizardProps(getSite(), params.lang as string, params.id as string)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
