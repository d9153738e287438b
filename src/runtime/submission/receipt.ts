/** The receipt of a submission, from the bytes of its manifest. */
import { createHash } from 'node:crypto';
import { receiptText } from '../../core/submission/receipt.ts';

export function receiptOf(manifest: Uint8Array): string {
  return receiptText(createHash('sha256').update(manifest).digest());
}
