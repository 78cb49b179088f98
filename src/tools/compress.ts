/**
 * `npm run compress`: a `.br` and a `.gz` beside every text file of the built guide, for hosts that send such files as
 * they are. Not part of the build: CDN hosts compress by themselves, and it takes about as long as a quarter of the build.
 */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile, utimes, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { textEndings } from '../outputs/types.ts';

const brotliOf = promisify(brotliCompress);
const gzipOf = promisify(gzip);

/**
 * How hard brotli tries, 0 to 11. Scripts and styles are few. Of pages and data, 11 makes 2 % fewer bytes than 10 in more
 * than twice the time, 10 makes 8 % fewer than 9 in five times the time: worth it for pages, which people wait for.
 */
function qualityOf(file: string): number {
  if (/\.(js|css|svg)$/.test(file)) return 11;
  return file.endsWith('.html') ? 10 : 9;
}

/** Brotli's window, as a power of two: no larger than the file, or clearing memory takes longer than the work. */
const windowOf = (bytes: number): number => Math.min(Math.max(Math.ceil(Math.log2(bytes + 1)), 16), 22);

export interface Compressed {
  files: number;
  /** Bytes of the text files: plain, with brotli, with gzip. */
  plain: number;
  br: number;
  gz: number;
}

/** Writes a compressed file with the time of the plain one. Where nothing is gained there is none. @returns bytes to send */
async function write(file: string, data: Buffer, plain: number): Promise<number> {
  if (data.length >= plain) return plain;
  await writeFile(file, data);
  const { atime, mtime } = statSync(file.replace(/\.\w+$/, ''));
  await utimes(file, atime, mtime);
  return data.length;
}

/** Compresses what a folder holds. The same files give the same bytes. */
export async function compress(dist: string): Promise<Compressed> {
  const files = (readdirSync(dist, { recursive: true }) as string[]).filter((f) =>
    textEndings.includes(extname(f)),
  );
  const sum: Compressed = { files: files.length, plain: 0, br: 0, gz: 0 };
  const waiting = files.values();
  const work = async (): Promise<void> => {
    for (const name of waiting) {
      const file = join(dist, name);
      const data = await readFile(file);
      const params = {
        [constants.BROTLI_PARAM_QUALITY]: qualityOf(name),
        [constants.BROTLI_PARAM_SIZE_HINT]: data.length,
        [constants.BROTLI_PARAM_LGWIN]: windowOf(data.length),
      };
      sum.plain += data.length;
      const br = await write(`${file}.br`, await brotliOf(data, { params }), data.length);
      const gz = await write(`${file}.gz`, await gzipOf(data, { level: 9 }), data.length);
      sum.br += br;
      sum.gz += gz;
    }
  };
  // zlib works on threads of its own; more workers than cores gain nothing.
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  return sum;
}

if (import.meta.main) {
  const dist = process.env.OUT_DIR ?? 'dist';
  if (!existsSync(join(dist, 'index.html'))) {
    console.error(`There is no built guide in ${dist}. Run "npm run build" first.`);
    process.exit(1);
  }
  const { files, plain, br, gz } = await compress(dist);
  const mb = (bytes: number): string => (bytes / 1e6).toFixed(1);
  console.log(`Compressed ${files} files: ${mb(plain)} MB, brotli ${mb(br)} MB, gzip ${mb(gz)} MB.`);
}
