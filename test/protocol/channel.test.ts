import { describe, expect, it, vi } from 'vitest';
import { type Handlers } from '../../src/protocol/contract.ts';
import { type TaskRequests } from '../../src/protocol/messages.ts';
import { openTaskHost, openTaskView } from '../../src/protocol/taskChannel.ts';
import { aHost, aState } from './taskFixture.ts';
import { joinedTransports } from './wire.ts';

function conversation(handlers: Partial<Handlers<TaskRequests>> = {}) {
  const wire = joinedTransports();
  const log = vi.fn<(sentence: string, cause?: unknown) => void>();
  const listeners = { stateChanged: vi.fn(), questionRevealed: vi.fn(), questionShown: vi.fn() };
  const host = openTaskHost(wire.host, aHost(handlers), log);
  const flush = vi.fn(() => null);
  const view = openTaskView(wire.view, listeners, { flush }, log);
  return { wire, log, listeners, flush, host, view };
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

/** Sends raw messages to the host, and collects what comes back. */
function rawView() {
  const { wire, log } = conversation();
  const replies: unknown[] = [];
  wire.view.listen((message) => replies.push(message));
  return {
    send: (message: unknown) => {
      wire.view.send(message);
    },
    replies,
    log,
  };
}

describe('a channel', () => {
  it('brings a result back to the request it belongs to, whatever the order of the answers', async () => {
    let releaseFirst: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (releaseFirst = resolve));
    const { view } = conversation({
      checkAnswer: async ({ question }) => {
        if (question === '1.1') await first;
        return { revision: question === '1.1' ? 11 : 22 };
      },
    });
    const slow = view.request('checkAnswer', { question: '1.1' });
    expect(await view.request('checkAnswer', { question: '3c' })).toEqual({ revision: 22 });
    releaseFirst();
    expect(await slow).toEqual({ revision: 11 });
  });

  it('asks the view, too', async () => {
    const { host, flush } = conversation();
    expect(await host.request('flush', {})).toBeNull();
    expect(flush).toHaveBeenCalledOnce();
  });

  it('carries the whole state unchanged', async () => {
    expect(await conversation().view.request('ready', {})).toEqual(aState);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('The disk is full.');
      },
    ],
    ['rejects', () => Promise.reject(new Error('The disk is full.'))],
  ])('answers with the sentence of a handler that %s', async (_, checkAnswer) => {
    const { view, log } = conversation({ checkAnswer });
    await expect(view.request('checkAnswer', { question: '1.1' })).rejects.toThrow(
      'The disk is full.',
    );
    expect(log).toHaveBeenCalledWith('checkAnswer failed', expect.any(Error));
  });

  it('answers a handler that throws null', async () => {
    const { view } = conversation({ checkAnswer: vi.fn().mockRejectedValue(null) });
    await expect(view.request('checkAnswer', { question: '1.1' })).rejects.toThrow('null');
  });

  it('refuses a result that is not what was promised', async () => {
    const { view, log } = conversation({ checkAnswer: () => ({ revision: -1 }) });
    await expect(view.request('checkAnswer', { question: '1.1' })).rejects.toThrow(
      'result of checkAnswer.revision: expected a whole number from 0, found -1',
    );
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('answers bad parameters and unknown methods with a failure, and does not call the handler', async () => {
    const { send, replies } = rawView();
    send({ kind: 'request', id: 1, method: 'checkAnswer', params: { question: 7 } });
    send({ kind: 'request', id: 2, method: 'toString', params: {} });
    send({ kind: 'request', id: 3, method: 'ready' });
    await settled();
    expect(replies).toEqual([
      expect.objectContaining({
        id: 1,
        ok: false,
        failure: 'params of checkAnswer.question: expected a text, found 7',
      }),
      expect.objectContaining({ id: 2, ok: false, failure: 'There is no request named toString.' }),
      expect.objectContaining({
        id: 3,
        ok: false,
        failure: 'params of ready: expected an object, found nothing',
      }),
    ]);
  });

  it.each([
    [null],
    ['hello'],
    [[]],
    [{}],
    [{ kind: 'shout' }],
    [{ kind: 'request', id: -1, method: 'ready' }],
    [{ kind: 'reply', id: 99, ok: true }],
  ])('survives %j and logs it', async (message) => {
    const { send, replies, log } = rawView();
    send(message);
    await settled();
    expect(replies).toEqual([]);
    expect(log).toHaveBeenCalledTimes(1);
  });

  it('delivers events, and refuses those that do not fit', async () => {
    const { host, wire, listeners, log } = conversation();
    host.tell('questionRevealed', { question: '3c' });
    wire.host.send({ kind: 'event', name: 'stateChanged', event: { task: 1 } });
    wire.host.send({ kind: 'event', name: 'constructor', event: {} });
    await settled();
    expect(listeners.questionRevealed).toHaveBeenCalledExactlyOnceWith({ question: '3c' });
    expect(listeners.stateChanged).not.toHaveBeenCalled();
    expect(log).toHaveBeenCalledTimes(2);
  });

  it('lets a listener that throws disturb nobody', async () => {
    const { host, view, listeners } = conversation();
    listeners.stateChanged.mockImplementation(() => {
      throw new Error('no');
    });
    host.tell('stateChanged', aState);
    expect(await view.request('openTask', { task: '2' })).toBeNull();
  });

  it('fails what still waits when it closes, and everything after', async () => {
    const { view } = conversation({ checkAnswer: () => new Promise(() => undefined) });
    const waiting = view.request('checkAnswer', { question: '1.1' });
    view.dispose();
    await expect(waiting).rejects.toThrow('The other side was closed.');
    await expect(view.request('ready', {})).rejects.toThrow('The other side is closed.');
  });

  it('fails a request that cannot be sent', async () => {
    const log = vi.fn();
    const broken = {
      send: () => {
        throw new Error('port gone');
      },
      listen: () => () => undefined,
    };
    const view = openTaskView(
      broken,
      { stateChanged: vi.fn(), questionRevealed: vi.fn(), questionShown: vi.fn() },
      { flush: () => null },
      log,
    );
    await expect(view.request('ready', {})).rejects.toThrow('The request could not be sent.');
    expect(log).toHaveBeenCalledTimes(1);
  });
});
