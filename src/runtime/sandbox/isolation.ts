/** How strongly a student's program is shut in; shown to people and kept with every result. */
export type Isolation =
  /** namespaces of its own: no files, no network, no other processes */
  | 'bubblewrap'
  /** Node's permission model: one more layer, but no protection against malice */
  | 'permission'
  /** a process of its own and nothing more */
  | 'none';
