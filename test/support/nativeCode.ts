/** What compiled files say of themselves: for which machine they are, and which libraries they cannot be loaded without. */

export interface NativeCode {
  readonly format: 'elf' | 'pe' | 'mach-o';
  readonly arch: 'x64' | 'arm64' | 'other';
  /** names of files; those that are loaded only when used are not among them */
  readonly imports: readonly string[];
}

/** Undefined for files that are no code for a processor. */
export function nativeCodeIn(bytes: Uint8Array): NativeCode | undefined {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < 64) return undefined;
  if (data.readUInt32BE(0) === 0x7f454c46) return elf(data);
  if (data.readUInt32LE(0) === 0xfeedfacf) return machO(data);
  const start = data.readUInt32LE(0x3c);
  const isPe = data.readUInt16LE(0) === 0x5a4d && start < data.length - 256;
  return isPe && data.readUInt32LE(start) === 0x4550 ? pe(data, start) : undefined;
}

/** Tool Interface Standard, ELF 1.2 and its 64-bit form. */
function elf(data: Buffer): NativeCode {
  const headers = tableOf(data, {
    start: Number(data.readBigUInt64LE(32)),
    size: data.readUInt16LE(54),
    count: data.readUInt16LE(56),
  });
  const segments = headers.map((at) => ({
    type: data.readUInt32LE(at),
    offset: Number(data.readBigUInt64LE(at + 8)),
    address: Number(data.readBigUInt64LE(at + 16)),
    size: Number(data.readBigUInt64LE(at + 32)),
  }));
  const fileOffset = (address: number): number => {
    const home = segments.find(
      (s) => s.type === 1 && address >= s.address && address < s.address + s.size,
    );
    return home === undefined ? 0 : address - home.address + home.offset;
  };
  const dynamic = segments.find(({ type }) => type === 2);
  const count = dynamic === undefined ? 0 : dynamic.size / 16;
  const entries = tableOf(data, { start: dynamic?.offset ?? 0, size: 16, count }).map(
    (at) => [Number(data.readBigInt64LE(at)), Number(data.readBigUInt64LE(at + 8))] as const,
  );
  const strings = fileOffset(entries.find(([tag]) => tag === 5)?.[1] ?? 0);
  const needed = entries.filter(([tag]) => tag === 1);
  return {
    format: 'elf',
    arch: archOf(data.readUInt16LE(18), 62, 183),
    imports: needed.map(([, name]) => textAt(data, strings + name)),
  };
}

/** Microsoft's PE format; the import directory only, not the one for delayed loading. */
function pe(data: Buffer, start: number): NativeCode {
  const optional = start + 24;
  const sections = tableOf(data, {
    start: optional + data.readUInt16LE(start + 20),
    size: 40,
    count: data.readUInt16LE(start + 6),
  });
  const fileOffset = (address: number): number => {
    const home = sections.find((at) => {
      const from = data.readUInt32LE(at + 12);
      return address >= from && address < from + data.readUInt32LE(at + 8);
    });
    if (home === undefined) return data.length;
    return address - data.readUInt32LE(home + 12) + data.readUInt32LE(home + 20);
  };
  const imports: string[] = [];
  for (let at = fileOffset(data.readUInt32LE(optional + 120)); at < data.length; at += 20) {
    const name = data.readUInt32LE(at + 12);
    if (name === 0) break;
    imports.push(textAt(data, fileOffset(name)));
  }
  return { format: 'pe', arch: archOf(data.readUInt16LE(start + 4), 0x8664, 0xaa64), imports };
}

/** Apple's loader.h: LC_LOAD_DYLIB and its weak and re-exporting forms. */
function machO(data: Buffer): NativeCode {
  const loads = new Set([0xc, 0x80000018, 0x8000001f]);
  const imports: string[] = [];
  let at = 32;
  for (let left = data.readUInt32LE(16); left > 0; left -= 1) {
    if (loads.has(data.readUInt32LE(at))) {
      imports.push(textAt(data, at + data.readUInt32LE(at + 8)).replace(/^.*\//, ''));
    }
    at += data.readUInt32LE(at + 4);
  }
  return { format: 'mach-o', arch: archOf(data.readUInt32LE(4), 0x1000007, 0x100000c), imports };
}

interface Table {
  readonly start: number;
  readonly size: number;
  readonly count: number;
}

function tableOf(data: Buffer, { start, size, count }: Table): number[] {
  return Array.from({ length: count }, (_, index) => start + index * size).filter(
    (at) => at + size <= data.length,
  );
}

function archOf(found: number, x64: number, arm64: number): NativeCode['arch'] {
  if (found === x64) return 'x64';
  return found === arm64 ? 'arm64' : 'other';
}

function textAt(data: Buffer, start: number): string {
  return data.toString('latin1', start, data.indexOf(0, start));
}
