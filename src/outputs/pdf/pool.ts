/** PDFs on all cores. A document is set by one thread alone, so its bytes don't depend on how many there are. */
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Answer, Order } from './worker.ts';

/** A booklet takes about a gigabyte of memory while it is set. */
const most = 4;
/** How many documents can be ordered at once without waiting for a thread. */
export const threads = Math.min(most, availableParallelism());

// The path starts at the project's folder: the build moves this module, the worker stays where it is.
const file = join(process.cwd(), 'src', 'outputs', 'pdf', 'worker.ts');

interface Job {
  order: Order;
  done(pdf: Uint8Array<ArrayBuffer>): void;
  failed(e: Error): void;
}
const waiting: Job[] = [];
const idle: Worker[] = [];
let started = 0;

function give(worker: Worker): void {
  const job = waiting.shift();
  if (!job) {
    idle.push(worker);
    // A thread without work doesn't keep the build from ending.
    worker.unref();
    return;
  }
  worker.ref();
  const end = (): void => {
    worker.off('message', onAnswer);
    worker.off('error', onError);
  };
  const onAnswer = (answer: Answer): void => {
    end();
    if ('pdf' in answer) job.done(answer.pdf);
    else job.failed(new Error(answer.fault));
    give(worker);
  };
  const onError = (e: Error): void => {
    end();
    started--;
    job.failed(e);
  };
  worker.on('message', onAnswer);
  worker.on('error', onError);
  worker.postMessage(job.order);
}

/** Sets a document in a thread of its own. Parameters and errors as for `compilePdf`. */
export function orderPdf(template: string, data: object, name: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((done, failed) => {
    waiting.push({ order: { template, data, name }, done, failed });
    const worker = idle.pop();
    if (worker) give(worker);
    else if (started < threads) {
      started++;
      give(new Worker(file));
    }
  });
}
