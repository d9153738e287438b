/** `npm start`: sets up, builds, and opens VS Code with the extension and the bundled exam. */
import { runProgram } from './setup.mjs';

await runProgram('scripts/start/main.ts');
