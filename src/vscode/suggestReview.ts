/**
 * What a language model makes of a text, criterion by criterion, for students who have switched that on and ask for it. A
 * suggestion ticks nothing and earns nothing; in an exam nobody is asked.
 */
import {
  type CancellationToken,
  type LanguageModelChat,
  LanguageModelChatMessage,
  LanguageModelError,
  ProgressLocation,
  lm,
  window,
  workspace,
} from 'vscode';
import { type ReviewSuggestions } from '../protocol/messages.ts';
import { type Exam } from './exam.ts';
import {
  LONGEST_REPLY,
  type ReviewMaterial,
  readSuggestions,
  reviewPrompt,
} from './reviewPrompt.ts';
import { reviewable } from './reviewText.ts';

export const wantsSuggestions = (): boolean =>
  workspace.getConfiguration('exambench').get<boolean>('suggestions', false);

/** The part of `vscode.lm` that is used, so that it can be tried without a model. */
export type ChooseModel = () => Thenable<readonly LanguageModelChat[]>;

/** Throws, in a sentence, why there are no suggestions. */
export async function suggestReview(
  exam: Exam,
  id: string,
  chooseModel: ChooseModel = () => lm.selectChatModels(),
): Promise<ReviewSuggestions> {
  if (!wantsSuggestions()) {
    throw new Error('Suggestions are switched off: see the setting exambench.suggestions.');
  }
  const { question, answer } = reviewable(exam, id);
  if (answer.review === undefined) throw new Error('Compare with the model answer first.');
  const [model] = await chooseModel();
  if (model === undefined) {
    throw new Error('VS Code offers no language model: install an extension that brings one.');
  }
  return await cancellable(`Asking ${model.name} about question ${id}`, (token) =>
    ask(model, { ...question, text: answer.text }, token),
  );
}

async function ask(
  model: LanguageModelChat,
  material: ReviewMaterial,
  token: CancellationToken,
): Promise<ReviewSuggestions> {
  const reply = await replyOf(model, reviewPrompt(material), token);
  if (token.isCancellationRequested) throw new Error('Asking was cancelled.');
  const read = readSuggestions(reply, material.rubric.length);
  if (!read.ok) throw new Error(`${model.name} gave no suggestions: ${read.error}.`);
  return { model: model.name, suggestions: read.value };
}

async function replyOf(
  model: LanguageModelChat,
  prompt: string,
  token: CancellationToken,
): Promise<string> {
  try {
    const justification = 'To compare your text with the rubric of the question, as you asked.';
    const messages = [LanguageModelChatMessage.User(prompt)];
    const response = await model.sendRequest(messages, { justification }, token);
    let reply = '';
    for await (const part of response.text) {
      reply += part;
      if (reply.length > LONGEST_REPLY || token.isCancellationRequested) break;
    }
    return reply;
  } catch (error) {
    throw new Error(reasonOf(model, error), { cause: error });
  }
}

/** By the codes of `LanguageModelError`. */
const REASONS: Readonly<Record<string, string>> = {
  NoPermissions: 'you have not allowed Exambench to use it',
  Blocked: 'it is blocked, perhaps because a quota is used up',
  NotFound: 'it is no longer there',
};

function reasonOf({ name }: LanguageModelChat, error: unknown): string {
  const known = error instanceof LanguageModelError ? REASONS[error.code] : undefined;
  const said = error instanceof Error ? error.message : String(error);
  return `${name} could not be asked: ${known ?? said}.`;
}

function cancellable<T>(
  title: string,
  work: (token: CancellationToken) => Promise<T>,
): Thenable<T> {
  const location = ProgressLocation.Notification;
  return window.withProgress({ location, title, cancellable: true }, (_, token) => work(token));
}
