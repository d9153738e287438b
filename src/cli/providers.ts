/** `exambench providers`: what this machine can run models on, and why not on the others. */
import { parseArgs } from 'node:util';
import { openModelServer } from '../runtime/attack/modelServer.ts';
import { type Command } from './command.ts';
import { distFolder } from './distFolder.ts';

export const providers: Command = {
  name: 'providers',
  summary: 'Says what this machine can run models on.',
  usage: `Usage: exambench providers [--json]

Prints every execution provider with yes or no, and why not. Each is tried on a small model.

  --json  Print {providers: [{name, available, note}]} as JSON.
`,
  async run(argv, io) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean' } } });
    const server = openModelServer(distFolder);
    try {
      const found = await server.providers();
      if (values.json === true) io.stdout(`${JSON.stringify({ providers: found })}\n`);
      else {
        for (const { name, available, note } of found) {
          io.stdout(`${name.padEnd(4)}  ${available ? 'yes' : 'no'}${note ? `: ${note}` : ''}\n`);
        }
      }
      return 0;
    } finally {
      server.close();
    }
  },
};
