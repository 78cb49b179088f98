/** A thread that sets PDFs: takes one order at a time, answers with the finished document or with what is wrong. */
import { parentPort } from 'node:worker_threads';
import { compilePdf } from './engine.ts';

export interface Order {
  template: string;
  data: object;
  name: string;
}
export type Answer = { pdf: Uint8Array<ArrayBuffer> } | { fault: string };

parentPort?.on('message', ({ template, data, name }: Order) => {
  const answer = (): Answer => {
    try {
      return { pdf: compilePdf(template, data, name).slice() };
    } catch (e) {
      return { fault: (e as Error).message };
    }
  };
  parentPort?.postMessage(answer());
});
