/** The thread behind `SyncBackend`: runs programs one after the other. */
import { type MessagePort, workerData } from 'node:worker_threads';
import { type RunRequest } from '../../src/engine/trace/program.ts';
import { OrtBackend } from './ortBackend.ts';

const { models, port, signal } = workerData as {
  models: Record<string, Uint8Array>;
  port: MessagePort;
  signal: Int32Array;
};
const backend = new OrtBackend(models);

async function answer(request: RunRequest): Promise<unknown> {
  try {
    const result = await backend.run(request);
    return { result, steps: backend.steps, programs: backend.programs, runs: backend.runs };
  } catch (error) {
    return { failure: String(error) };
  }
}

port.on('message', (request: RunRequest) => {
  void answer(request).then((reply) => {
    port.postMessage(reply);
    Atomics.add(signal, 0, 1);
    Atomics.notify(signal, 0);
  });
});
