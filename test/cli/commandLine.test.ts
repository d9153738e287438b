import { describe, expect, it } from 'vitest';
import { exambench } from '../support/commandLine.ts';

describe('the command line', () => {
  it('lists its commands', async () => {
    const { code, out } = await exambench('--help');
    expect(code).toBe(0);
    expect(out).toContain('validate');
    expect(out).toContain('check');
  });

  it('does nothing without a command, and says which there are', async () => {
    expect(await exambench()).toMatchObject({
      code: 2,
      out: expect.stringContaining('validate') as string,
    });
  });

  it('refuses an unknown command, with the list', async () => {
    const { code, out, err } = await exambench('polish', 'x');
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain("there is no command 'polish'");
    expect(err).toContain('validate');
  });

  it.each(['validate', 'check'])('describes %s', async (command) => {
    const { code, out } = await exambench(command, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: exambench ${command} <set>`));
    expect(out).toContain('Exit code:');
  });

  it.each([
    [['validate'], 'expected one folder'],
    [['validate', 'a', 'b'], 'expected one folder'],
    [['validate', 'a', '--fast'], '--fast'],
    [['check', 'a'], '--answers FILE is missing'],
    [['check', 'a', '--answers'], '--answers'],
  ])('refuses %j', async (argv, reason) => {
    const { code, out, err } = await exambench(...argv);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(reason);
    expect(err).toContain('--help');
  });
});
