/** How students' programs are shut in, said before the first one runs. */

import { type UserIds } from '../runtime/process/child.ts';
import { type Isolation } from '../runtime/sandbox/isolation.ts';

const WORDS: { readonly [I in Isolation]: string } = {
  bubblewrap: 'bubblewrap: no files, no network, no other processes',
  permission: "Node's permission model only, which does not hold against malice",
  none: 'a process of their own and nothing more',
};

export function isolationText(isolation: Isolation, user: UserIds | undefined): string {
  const whose = user === undefined ? '' : `, as user ${user.uid}`;
  return `Programs run in ${WORDS[isolation]}${whose}.\n`;
}
