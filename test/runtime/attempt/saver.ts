/** A process that saves answers for ever and says after each that it is saved; to be killed at any moment. */
import { openJournal } from '../../../src/runtime/attempt/journal.ts';

const { journal } = await openJournal(process.argv[2] ?? '');
for (let revision = 1; ; revision += 1) {
  const answer = { text: `${revision} `.repeat(200) };
  await journal.append({ kind: 'answer', question: '3c', answer, revision });
  process.stdout.write(`${revision}\n`);
}
