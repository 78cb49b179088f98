/** `npm run sbom`: the packages that build and run the guide, as CycloneDX, in `.cache/sbom.cdx.json`. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

interface Component {
  'bom-ref': string;
  name: string;
  properties: { name: string; value: string }[];
}
interface Bom {
  serialNumber?: string;
  metadata: { timestamp?: string; tools?: unknown; component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

/** Packages that only tests use are left out here: npm's own `--omit dev` also drops those that both need. */
const onlyForTests = (c: Component): boolean =>
  c.properties.some((p) => p.name === 'cdx:npm:package:development');

/** The list as JSON, without what differs from one run or machine to the next. Throws npm's message. */
export function sbom(): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'],
    { encoding: 'utf8', maxBuffer: 1e8, shell: process.platform === 'win32' },
  );
  if (status !== 0) throw new Error(`npm sbom: ${stderr}`);
  const bom = JSON.parse(stdout) as Bom;
  const left = new Set(bom.components.filter(onlyForTests).map((c) => c['bom-ref']));
  bom.components = bom.components.filter((c) => !left.has(c['bom-ref']));
  bom.dependencies = bom.dependencies
    .filter((d) => !left.has(d.ref))
    .map((d) => ({ ...d, dependsOn: d.dependsOn.filter((ref) => !left.has(ref)) }));
  delete bom.serialNumber;
  delete bom.metadata.timestamp;
  delete bom.metadata.tools;
  // npm takes the folder's name.
  bom.metadata.component.name = (JSON.parse(readFileSync('package.json', 'utf8')) as { name: string }).name;
  return `${JSON.stringify(bom, null, 1)}\n`;
}

if (import.meta.main) {
  mkdirSync('.cache', { recursive: true });
  writeFileSync('.cache/sbom.cdx.json', sbom());
  console.log('Wrote .cache/sbom.cdx.json.');
}
