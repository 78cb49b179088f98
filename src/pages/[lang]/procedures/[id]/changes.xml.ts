/** /{lang}/procedures/{id}/changes.xml: the feed of one procedure, only where its rules have changed. */
import type { APIRoute } from 'astro';
import { eachEntry } from '../../../../components/paths.ts';
import { getSite } from '../../../../content/guide.ts';
import { changesOf, feed } from '../../../../outputs/feed.ts';

export const getStaticPaths = () => {
  const site = getSite();
  return eachEntry([...site.content.procedures.keys()].filter((id) => changesOf(site, id).length > 0));
};

export const GET: APIRoute = ({ params }) => feed(getSite(), params.lang as string, params.id);
