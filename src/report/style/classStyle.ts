/** What the page of a class adds. */

export const classStyle = `
main { max-width: 76rem; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(max(9rem, 20%), 1fr)); gap: .8rem; margin: 1.2rem 0; padding: 0; }
.tiles div { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: .7rem .9rem; }
.tiles dt { font-size: .82rem; color: var(--quiet); } .tiles dd { margin: 0; font-size: 1.35rem; font-weight: 600; font-variant-numeric: tabular-nums; }
.tiles dd small { font-size: .85rem; font-weight: 400; color: var(--quiet); }
.plot { margin: 0; } .plot svg { display: block; width: 100%; height: auto; }
.bar { fill: var(--accent); } .bar.good { fill: var(--good); } .bar.bad { fill: var(--bad); } .base { stroke: var(--quiet); stroke-width: 1; }
.plot svg .count { fill: var(--ink); }
.students td, .students th { white-space: nowrap; padding: .25rem .45rem; } .students .name { white-space: normal; min-width: 9rem; }
.students th button { font: inherit; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-decoration: underline dotted; text-underline-offset: 3px; }
.students th[aria-sort="ascending"] button::after { content: " ▲"; } .students th[aria-sort="descending"] button::after { content: " ▼"; }
.students tbody th { font-weight: 400; }
.students .full { color: var(--good); } .students .none { color: var(--bad); } .students .part { color: var(--mixed); }
.questions { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); }
.questions .card { margin: 0; }
.questions h3 { display: flex; justify-content: space-between; gap: 1rem; }
.measures { display: grid; grid-template-columns: repeat(3, auto); gap: .2rem 1rem; margin: .7rem 0; justify-content: space-between; }
.measures dt { font-size: .8rem; color: var(--quiet); } .measures dd { margin: 0; font-variant-numeric: tabular-nums; }
.shares { list-style: none; margin: .4rem 0 0; padding: 0; }
.shares li { display: grid; grid-template-columns: minmax(0, 1fr) 6rem 2.6rem; gap: .6rem; align-items: center; padding: .12rem 0; }
.shares svg { width: 6rem; height: .7rem; background: var(--shade); border-radius: 2px; }
.total .plot { max-width: 40rem; }
.long { max-height: 24rem; overflow-y: auto; } .card > ul { margin: 0; padding-inline-start: 1.2rem; } .shares .number { text-align: end; font-variant-numeric: tabular-nums; }
.part > h4 { margin: .9rem 0 .2rem; font-size: .8rem; font-weight: 600; color: var(--quiet); }
.waiting li, .failed li { margin: .2rem 0; }
`;
