/** /api/v1/…: the open data and its schemas. */
import type { APIRoute } from 'astro';
import { getSite } from '../../../content/guide.ts';
import { dataFiles, dataIndex, dataSchemas } from '../../../outputs/data.ts';
import { openApi } from '../../../outputs/openapi.ts';

export const getStaticPaths = () => {
  const site = getSite();
  const files: [string, unknown][] = [
    ['index', dataIndex(site)],
    ['openapi', openApi(site)],
    ...dataFiles(site).map((f): [string, unknown] => [f.path, f.data]),
    ...dataSchemas().map(([name, schema]): [string, unknown] => [`schema/${name}`, schema]),
  ];
  return files.map(([file, data]) => ({ params: { file }, props: { data } }));
};

export const GET: APIRoute = ({ props }) =>
  new Response(JSON.stringify(props.data), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
