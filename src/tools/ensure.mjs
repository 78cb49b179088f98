/**
 * Installs what package.json asks for and is not there yet. Plain JavaScript, because it runs on any Node from 20 on;
 * everything after it runs on the Node that the project brings along. It must be a script of its own in npm's eyes:
 * a shell that has run the system's node once goes on using that one.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const wanted = JSON.parse(readFileSync('package.json', 'utf8'));
const missing = Object.entries({ ...wanted.dependencies, ...wanted.devDependencies }).filter(
  ([name, version]) => {
    const file = `node_modules/${name}/package.json`;
    return !existsSync(file) || JSON.parse(readFileSync(file, 'utf8')).version !== version;
  },
);

if (missing.length > 0) {
  console.log(`Installing ${missing.length} packages …`);
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('npm install failed. Check the connection and try again.');
    process.exit(1);
  }
}
