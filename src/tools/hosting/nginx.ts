/** The guide for nginx: one server with the header rules as maps, because nginx's locations don't inherit headers. */
import { mediaTypes, otherType, textEndings } from '../../outputs/types.ts';
import { type HeaderRules, prefixOf, regexOf, takenBack } from './rules.ts';

export interface NginxSettings {
  /** Path below which the guide was built: BASE_PATH. */
  base: string;
  /** Folder with the built files. */
  root: string;
  /** What follows "listen", one for each address. */
  listen: string[];
  /** Files with `brotli_static on;`, if there are any: a pattern, since nginx then forgives their absence. */
  brotli: string;
}

/** What a Debian server needs. */
export const debian: Omit<NginxSettings, 'base'> = {
  root: '/srv/guide',
  listen: ['80', '[::]:80'],
  brotli: '/etc/nginx/snippets/guide-brotli*.conf',
};

const quoted = (s: string): string => `"${s.replace(/["\\]/g, '\\$&')}"`;
const variable = (header: string): string => `$guide_${header.toLowerCase().replaceAll('-', '_')}`;
const bare = (type = ''): string => type.split(';')[0] as string;

/** The value of one header by path. Rules come last first: nginx takes the first that matches. */
function map(rules: HeaderRules, header: string, prefix: string): string {
  const lines = rules.flatMap(({ pattern, headers }) => {
    const last = headers.filter(([name]) => (takenBack(name) ?? name) === header).at(-1);
    if (!last) return [];
    // A header with an empty value is not sent.
    const value = takenBack(last[0]) ? '' : last[1];
    if (value.includes('$'))
      throw new Error(
        `public/_headers, ${pattern}, ${header}: nginx cannot send "$"; write the value without it`,
      );
    return [`  ${quoted(`~${regexOf(pattern, prefix)}`)} ${quoted(value)};`];
  });
  return `map $uri ${variable(header)} {\n  default "";\n${lines.reverse().join('\n')}\n}`;
}

/** A whole configuration for nginx's `sites-enabled`. */
export function nginx(rules: HeaderRules, { base, root, listen, brotli }: NginxSettings): string {
  const prefix = prefixOf(base);
  const names = [
    ...new Set(rules.flatMap((r) => r.headers.map(([name]) => name)).filter((n) => !takenBack(n))),
  ];
  const types = Object.entries(mediaTypes)
    .filter(([, type]) => type !== otherType)
    .map(([end, type]) => `    ${bare(type)} ${end.slice(1)};`);
  // nginx names text/html by itself in both lists.
  const text = textEndings.map((end) => bare(mediaTypes[end])).filter((type) => type !== 'text/html');
  return `# Made from public/_headers by "npm run hosting"; change that file and make this one again.
${names.map((name) => map(rules, name, prefix)).join('\n')}

server {
${listen.map((address) => `  listen ${address};`).join('\n')}
  server_name _;
  server_tokens off;
  # Redirects stay right behind a proxy that speaks HTTPS.
  absolute_redirect off;
  # The guide keeps no record of who reads what.
  access_log off;

  types {
${types.join('\n')}
  }
  default_type ${otherType};
  charset utf-8;
  charset_types ${text.join(' ')};

  # Files that "npm run compress" wrote; without them nginx compresses by itself, less well.
  gzip_static on;
  gzip on;
  gzip_vary on;
  gzip_min_length 512;
  gzip_types ${text.join(' ')};
  include ${brotli};

${names.map((name) => `  add_header ${name} ${variable(name)} always;`).join('\n')}

  error_page 404 ${prefix}/404.html;
  location ${prefix}/ {
    alias ${root}/;
    index index.html;
  }
${prefix === '' ? '' : `  location = ${prefix} {\n    return 301 ${prefix}/;\n  }\n  location / {\n    return 404;\n  }\n`}  location ~ "/\\.(?!well-known/)" {
    return 404;
  }
}
`;
}
