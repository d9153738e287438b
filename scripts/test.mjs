/** `npm test`: sets up, then runs every check and every test. */
import { runProgram } from './setup.mjs';

await runProgram('scripts/test/main.ts');
