/**
 * What answers look like, on pages of results and where they are graded. Whose page it is names the colours: `--ink`,
 * `--quiet`, `--rule`, `--shade`, `--card`, `--accent`, and `--good`, `--mixed`, `--bad` with a `--…-wash` each.
 */

export const answerStyle = `
.part { margin-top: 1rem; }
.part > h4 { margin: 0 0 .35rem; font-size: .8rem; font-weight: 600; letter-spacing: .02em; color: var(--quiet); }
.options { list-style: none; margin: 0; padding: 0; }
.options li { display: flex; gap: .6rem; padding: .3rem .5rem; border-radius: 6px; }
.options li.good { background: var(--good-wash); } .options li.bad { background: var(--bad-wash); }
.options li { color: var(--ink); }
.options .box { flex: none; width: 1.2em; text-align: center; }
.options .remark { color: var(--quiet); margin: .1rem 0 0; font-size: .94em; }
.steps { margin: 0; padding: 0; list-style: none; counter-reset: step; }
.steps > li { display: grid; grid-template-columns: 2rem 2.2rem minmax(0, 1fr); gap: .2rem .4rem; padding: .4rem 0; border-bottom: 1px solid var(--rule); align-items: baseline; }
.steps > li:last-child { border-bottom: 0; }
.steps .nth { color: var(--quiet); font-variant-numeric: tabular-nums; }
.steps .judged { font-size: .93em; margin: .15rem 0 0; }
.steps .reason { color: var(--quiet); font-size: .93em; margin: 0; }
.values { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; margin: .3rem 0; font-size: .95em; }
.values div { display: flex; gap: .5rem; align-items: baseline; } .values dd { margin: 0; }
.picture { margin: 0; max-width: 30rem; }
.picture.broad { max-width: 46rem; }
.picture svg { display: block; width: 100%; height: auto; background: var(--card); border: 1px solid var(--rule); border-radius: 6px; }
.picture figcaption { font-size: .88rem; color: var(--quiet); margin-top: .35rem; display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.picture figcaption svg { display: inline-block; width: 2.2em; height: .8em; border: 0; background: none; vertical-align: middle; margin-inline-end: .4em; }
.pictures { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: 1rem; }
.grid { stroke: var(--rule); stroke-width: 1; } .axis { stroke: var(--quiet); stroke-width: 1.2; }
.drawn { fill: none; stroke: var(--ink); stroke-width: 2; stroke-linecap: round; stroke-linejoin: round; }
.stroke-right { fill: none; stroke: var(--good); stroke-width: 3.5; stroke-linecap: round; }
.stroke-superfluous { fill: none; stroke: var(--bad); stroke-width: 3.5; stroke-dasharray: 2 5; stroke-linecap: round; }
.stroke-missing { fill: none; stroke: var(--mixed); stroke-width: 3; stroke-dasharray: 10 6; }
.tag { display: flex; height: 100%; align-items: center; justify-content: center; text-align: center; font-size: 14px; line-height: 1.1; white-space: nowrap; color: var(--ink); }
.tag.aside > span { background: color-mix(in srgb, var(--card) 82%, transparent); padding: 0 .2em; border-radius: 3px; }
.node { fill: var(--shade); stroke: var(--quiet); stroke-width: 1.3; }
.node.marked { stroke: var(--bad); stroke-width: 2.4; stroke-dasharray: 5 3; }
.edge { fill: none; stroke: var(--quiet); stroke-width: 1.5; } .head { fill: var(--quiet); }
.edge.marked { stroke: var(--bad); stroke-width: 2.4; stroke-dasharray: 5 3; } .head.marked { fill: var(--bad); }
.boundary { fill: none; stroke: var(--quiet); stroke-width: 1.6; stroke-dasharray: 6 4; }
.way { stroke: var(--accent); stroke-width: 2; } .start { fill: var(--accent); } .end { fill: var(--card); stroke: var(--accent); stroke-width: 2.5; }
.best { fill: none; stroke: var(--good); stroke-width: 2; }
.listing { overflow: auto; max-height: 34rem; border: 1px solid var(--rule); border-radius: 6px; background: var(--shade); margin: .4rem 0; }
.listing table { width: auto; min-width: 100%; border-collapse: separate; border-spacing: 0; }
.listing td { padding: 0 .7rem; border: 0; line-height: 1.5; }
.listing .at { text-align: end; color: var(--quiet); user-select: none; white-space: nowrap; width: 1%; }
.listing .text { white-space: pre-wrap; overflow-wrap: anywhere; tab-size: 2; }
.listing .found .text, .listing .found .at { background: var(--bad-wash); }
.listing .finding { font-family: system-ui, sans-serif; font-size: .93rem; background: var(--bad-wash); padding: .2rem .7rem .4rem; white-space: normal; }
.listing .added .text, .listing .added .sign { background: var(--good-wash); }
.listing .removed .text, .listing .removed .sign { background: var(--bad-wash); }
.listing .sign { width: 1%; } .listing .gap td { color: var(--quiet); text-align: center; }
.checks { list-style: none; padding: 0; margin: 0; }
.checks li { padding: .3rem 0; display: grid; grid-template-columns: 1.6rem minmax(0, 1fr); }
.checks .said { font-size: .95em; color: var(--quiet); margin: .1rem 0 0; }
.remarks { margin: 0; padding-inline-start: 1.2rem; } .remarks:has(> :only-child) { list-style: none; padding: 0; }
.rubric { list-style: none; padding: 0; margin: 0; } .rubric li { display: flex; gap: .5rem; padding: .15rem 0; }
.prose.given { background: var(--shade); border-radius: 6px; padding: .7rem .9rem; }
.given-formula { overflow-x: auto; overflow-y: hidden; padding: .2rem 0; }
`;
