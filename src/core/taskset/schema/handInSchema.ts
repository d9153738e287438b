/** What an author writes about handing in. */

import * as z from 'zod/mini';
import { isRecipient } from '../../submission/recipient.ts';
import { described, fields } from './fields.ts';

const RECIPIENT =
  'a public key as exambench keygen prints it (age1 and 58 characters), without a slip';

export const handInSchema = fields({
  recipients: described(
    z.optional(
      z
        .array(z.string().check(z.refine(isRecipient, RECIPIENT)))
        .check(z.minLength(1), z.maxLength(20)),
    ),
    'Public keys of who may open submissions; without any, submissions are not sealed.',
  ),
  name: described(
    z.optional(z.enum(['required', 'optional'])),
    'Whether students are asked for a name or number when they hand in; not asked unless stated.',
  ),
});
