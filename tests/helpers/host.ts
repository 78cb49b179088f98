/** A server for the page of a made-up organisation, on an origin of its own: another name and port than the guide's. */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

export interface Host {
  url: string;
  stop(): void;
}

/** Serves the organisation's page with this piece of HTML in it. */
export async function hosted(snippet: string): Promise<Host> {
  const page = readFileSync(join(import.meta.dirname, '../fixtures/host/index.html'), 'utf8');
  const html = page.replace('<!-- frame -->', () => snippet);
  const server = createServer((_, res) => {
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(html);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
