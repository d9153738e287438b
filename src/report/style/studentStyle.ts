/** What a student's page adds. */

import { answerStyle } from '../../typeset/answerStyle.ts';

export const studentStyle = `
.sum { display: flex; flex-wrap: wrap; align-items: baseline; gap: .2rem 1rem; margin: 1rem 0 0; }
.sum strong { font-size: 1.6rem; font-variant-numeric: tabular-nums; }
.note { border-inline-start: 4px solid var(--mixed); background: var(--mixed-wash); padding: .6rem .9rem; border-radius: 4px; margin: 1rem 0; }
.facts { margin-bottom: 1.2rem; }
details { margin: .5rem 0; } summary { cursor: pointer; color: var(--quiet); }
.overview td, .overview th { padding: .25rem .6rem; }
.overview tbody th { font-weight: 400; }
.question-head { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: .3rem 1rem; margin-bottom: .6rem; }
.question-head .points { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
details.task { margin: 0 0 1rem; } details.task summary { cursor: pointer; color: var(--quiet); }
.comment { border-inline-start: 4px solid var(--accent); padding-inline-start: .9rem; }
${answerStyle}`;
