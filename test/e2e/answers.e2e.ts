import { expectAccessible } from '../support/axe.ts';
import { useExam } from '../support/examWindow.ts';
import { type Hands } from '../support/hands/hands.ts';
import { Keys } from '../support/hands/keys.ts';
import { Mouse } from '../support/hands/mouse.ts';
import { type Trial, trials } from '../support/hands/trials.ts';

/** Several answers each, typed as people type. */
const PATIENCE_MS = 300_000;

describe('Every question of the exam', function () {
  this.timeout(PATIENCE_MS);
  const exam = useExam();

  async function judged(hands: Hands, { verdict, told }: Trial): Promise<void> {
    if (told === 'in the tree') await exam().questionStanding(hands.id, verdict).waitFor();
    else if (told !== undefined)
      await hands.question.getByText(`By your own ticks: ${told}`).waitFor();
    else await hands.task.verdict(hands.id, verdict).waitFor();
  }

  for (const [id, all] of Object.entries(trials)) {
    for (const Kind of [Mouse, Keys]) {
      it(`${id} is answered right or not, ${Kind === Mouse ? 'by mouse' : 'by keyboard alone'}`, async () => {
        const hands = new Kind(exam());
        for (const trial of all) {
          await hands.begin(id);
          await trial.give(hands);
          if (trial.told === undefined) await hands.check();
          await judged(hands, trial);
        }
      });
    }
  }

  for (const theme of ['Light Modern', 'Dark Modern', 'Dark High Contrast']) {
    it(`has views without a fault that axe-core knows, in ${theme}`, async () => {
      await exam().editor.chooseTheme(theme);
      for (const number of exam().taskNumbers) {
        const task = await exam().openTask(number);
        await task.findNoFault();
      }
    });
  }

  it('has an attack view without such a fault', async () => {
    const { editor } = exam();
    await editor.openFile('adversarial.ts');
    await editor.lens('Run on CPU').click();
    const page = await exam().attackPage('done');
    for (const theme of ['Dark High Contrast', 'Dark Modern', 'Light Modern']) {
      await editor.chooseTheme(theme);
      await expectAccessible(page);
    }
  });
});
