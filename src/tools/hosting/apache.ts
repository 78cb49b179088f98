/** The guide on web space with Apache: one `.htaccess` in its folder. */
import { mediaTypes, textEndings } from '../../outputs/types.ts';
import { type HeaderRules, prefixOf, regexOf, takenBack } from './rules.ts';

const bare = (type = ''): string => type.split(';')[0] as string;

/** Header lines run in their order, so that later rules win here as they do in `_headers`. */
function headerLines(rules: HeaderRules, prefix: string): string[] {
  return rules.flatMap(({ pattern, headers }) =>
    headers.map(([name, value]) => {
      const where = `"expr=%{REQUEST_URI} =~ m#${regexOf(pattern, prefix)}#"`;
      const gone = takenBack(name);
      return gone
        ? `  Header always unset ${gone} ${where}`
        : `  Header always set ${name} "${value.replaceAll('"', '\\"')}" ${where}`;
    }),
  );
}

/** Serves a compressed file in place of the plain one to browsers that take it. */
const rewrite = (
  encoding: string,
  ending: string,
): string => `  RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
  RewriteCond %{REQUEST_FILENAME}index.html.${ending} -s
  RewriteRule ^(.*/)?$ $1index.html.${ending} [END]
  RewriteCond %{HTTP:Accept-Encoding} \\b${encoding}\\b
  RewriteCond %{REQUEST_FILENAME}.${ending} -s
  RewriteRule ^(.+)$ $1.${ending} [END]`;

/** The file `.htaccess`. @param base path below which the guide was built: BASE_PATH */
export function apache(rules: HeaderRules, base: string): string {
  const prefix = prefixOf(base);
  const text = textEndings.map((end) => end.slice(1)).join('|');
  return `# Made from public/_headers by "npm run hosting"; change that file and make this one again.
Options -Indexes -MultiViews
DirectoryIndex index.html
DirectorySlash On
ErrorDocument 404 ${prefix}/404.html
${Object.entries(mediaTypes)
  .map(([end, type]) => `AddType ${bare(type)} ${end}`)
  .join('\n')}
AddCharset utf-8 ${textEndings.join(' ')}

<IfModule mod_headers.c>
${headerLines(rules, prefix).join('\n')}
</IfModule>

# Files that "npm run compress" wrote.
RemoveLanguage .br
<FilesMatch "\\.(${text})\\.br$">
  AddEncoding br .br
  SetEnv no-brotli 1
  SetEnv no-gzip 1
</FilesMatch>
<FilesMatch "\\.(${text})\\.gz$">
  RemoveType .gz
  AddEncoding gzip .gz
  SetEnv no-brotli 1
  SetEnv no-gzip 1
</FilesMatch>
<IfModule mod_rewrite.c>
  RewriteEngine On
  RewriteBase ${prefix}/
  RewriteRule (^|/)\\.(?!well-known/) - [R=404,L]
${rewrite('br', 'br')}
${rewrite('gzip', 'gz')}
  <IfModule mod_headers.c>
    <FilesMatch "\\.(${text})(\\.br|\\.gz)?$">
      Header always merge Vary Accept-Encoding
    </FilesMatch>
  </IfModule>
</IfModule>
`;
}
