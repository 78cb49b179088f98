/**
 * The only door to the engine of PDFs and pictures: Typst, run inside Node. Another engine would replace this file and the .typ files.
 * Same template, data and day give the same bytes.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as typst from '@myriaddreamin/typst-ts-node-compiler';
import {
  type NodeCompiler,
  type NodeError,
  type NodeTypstDocument,
  PdfStandard,
} from '@myriaddreamin/typst-ts-node-compiler';
import { pack } from './pack.ts';

// Paths start at the project's folder: the build moves this module, the templates stay where they are.
const templates = join(process.cwd(), 'src', 'outputs', 'pdf');
const fontPackages = join(process.cwd(), 'node_modules', '@expo-google-fonts');
const mainFont = 'atkinson-hyperlegible-next';
const styles = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

interface Fonts {
  /** Names in the order in which a letter is looked for. */
  families: string[];
  paths: string[];
}

/**
 * The guide's font, then every other one installed beside it: a script that the first lacks (Arabic, Hebrew, …)
 * needs no more than its package from npm. Fonts of the machine are never named, so they are never used.
 */
function findFonts(): Fonts {
  const others = readdirSync(fontPackages).filter((name) => name !== mainFont);
  const packages = [mainFont, ...others.sort()].map((name) => join(fontPackages, name));
  return {
    families: packages.map(
      (p) => JSON.parse(readFileSync(join(p, 'metadata.json'), 'utf8')).family as string,
    ),
    paths: packages.flatMap((p) => styles.map((s) => join(p, s)).filter((dir) => existsSync(dir))),
  };
}

let engine: { compiler: NodeCompiler; families: string[] } | undefined;

/** One compiler for all documents: fonts and templates are read once. */
function start(): { compiler: NodeCompiler; families: string[] } {
  if (engine) return engine;
  const { families, paths } = findFonts();
  const compiler = typst.NodeCompiler.create({ workspace: templates, fontArgs: [{ fontPaths: paths }] });
  engine = { compiler, families };
  return engine;
}

const messages = (compiler: NodeCompiler, error: NodeError): string[] =>
  compiler.fetchDiagnostics(error).map((d: { message: string }) => d.message);

/** The sentences in the text of an error that arises while the PDF is written. */
const sentences = (text: string): string[] =>
  [...text.matchAll(/message: ("(?:[^"\\]|\\.)*")/g)].map((m) => JSON.parse(m[1] as string) as string);

/** Sets a template and hands the document to `write`; says what went wrong, naming the document. */
function compile<T>(
  template: string,
  data: object,
  name: string,
  write: (compiler: NodeCompiler, document: NodeTypstDocument) => T,
): T {
  const { compiler, families } = start();
  const fail = (why: string[]): never => {
    throw new Error(`${name} (${template}.typ): ${[...new Set(why)].join('; ')}`);
  };
  const compiled = compiler.compile({
    mainFilePath: join(templates, `${template}.typ`),
    inputs: { data: JSON.stringify(data), fonts: JSON.stringify(families) },
    resetRead: process.env.NODE_ENV === 'development',
  });
  const error = compiled.takeError();
  if (error) return fail(messages(compiler, error));
  const warnings = compiled.takeWarnings();
  if (warnings) return fail(messages(compiler, warnings));
  if (!compiled.result) return fail(['nothing came out']);
  try {
    return write(compiler, compiled.result);
  } catch (e) {
    const text = (e as Error).message;
    const found = sentences(text);
    return fail(found.length > 0 ? found : [text]);
  } finally {
    // What the last documents did not use is forgotten, so that memory does not grow with their number.
    compiler.evictCache(10);
  }
}

/**
 * A tagged PDF (PDF/UA-1).
 * @param template name of a .typ file of this folder, without the ending
 * @param data what the template shows; it arrives there as JSON, so nothing needs escaping
 * @param name names the document in errors, such as "en/renew-residence-permit"
 * @throws Error that names the document and says what is wrong: a fault in the template, a letter that no font has,
 *   anything that the engine warns about
 */
export const compilePdf = (template: string, data: object, name: string): Uint8Array =>
  compile(template, data, `PDF ${name}`, (compiler, document) =>
    pack(compiler.pdf(document, { pdfStandard: PdfStandard.UA_1 })),
  );

/** One page as an SVG without any font: every letter is a path. Parameters and errors as for `compilePdf`. */
export const compileSvg = (template: string, data: object, name: string): string =>
  compile(template, data, `picture ${name}`, (compiler, document) => compiler.plainSvg(document));
