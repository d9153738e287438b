/** How a student calls themselves, where the exam asks for it: remembered in the folder of the exam and nowhere else. */
import { window } from 'vscode';
import { type HandInRules } from '../core/submission/handInRules.ts';
import { type AttemptMarker, writeMarker } from '../runtime/attempt/marker.ts';
import { type Log } from './log.ts';

const LONGEST = 200;

/** Undefined when the student thinks better of it; without a name where none is asked for or given. */
export async function studentName(
  folder: string,
  marker: AttemptMarker,
  { name }: HandInRules,
  log: Log,
): Promise<{ readonly student?: string } | undefined> {
  if (name === undefined) return {};
  const given = await window.showInputBox({
    title: 'Hand In',
    prompt: `Your name or number, as your instructor knows you${name === 'optional' ? ' (may stay empty)' : ''}`,
    value: marker.student ?? '',
    ignoreFocusOut: true,
    validateInput: (text) => complaintAbout(text.trim(), name),
  });
  if (given === undefined) return undefined;
  const student = given.trim();
  if (student === '') return {};
  if (student !== marker.student) await remember(folder, { ...marker, student }, log);
  return { student };
}

/** It stands in the submission in any case. */
async function remember(folder: string, marker: AttemptMarker, log: Log): Promise<void> {
  try {
    await writeMarker(folder, marker);
  } catch (error) {
    log.error('The name could not be kept in the folder.', error);
  }
}

function complaintAbout(text: string, name: HandInRules['name']): string | undefined {
  if (text === '' && name === 'required') return 'Please give your name or number.';
  return text.length > LONGEST ? `At most ${LONGEST} characters, please.` : undefined;
}
