/** What all pages look like: by daylight, in the dark, on paper. */

export const pageStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f6f4; --card: #ffffff; --ink: #1d2127; --quiet: #59616c; --rule: #d9dce1; --shade: #f0f1f4;
  --good: #0b6b5c; --mixed: #8a5300; --bad: #b3261e; --link: #1f5fbf; --accent: #3a63a8;
  --good-wash: #e3f3ef; --mixed-wash: #fbf0dd; --bad-wash: #fbe7e5; --quiet-wash: #eceef1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #14171b; --card: #1c2026; --ink: #e5e8ec; --quiet: #a3abb6; --rule: #363c45; --shade: #262b32;
    --good: #5fcdb5; --mixed: #eab35e; --bad: #ff9a90; --link: #8fb8ff; --accent: #84a9e8;
    --good-wash: #163630; --mixed-wash: #3a2e18; --bad-wash: #43211f; --quiet-wash: #2a2f37;
  }
}
@media (forced-colors: active) {
  .card, .badge, table, .bar { border: 1px solid CanvasText !important; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 4rem; }
h1 { font-size: 1.7rem; line-height: 1.2; margin: 0 0 .3rem; text-wrap: balance; }
h2 { font-size: 1.25rem; margin: 2.4rem 0 .8rem; }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: .6em 0; }
a { color: var(--link); }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
code, pre, .code { font-family: ui-monospace, "Cascadia Code", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .87em; }
.quiet { color: var(--quiet); }
.name, td, th, dd, li, .prose { overflow-wrap: anywhere; }
.card { background: var(--card); border: 1px solid var(--rule); border-radius: 8px; padding: 1.1rem 1.3rem; margin: 0 0 1rem; }
.facts { display: flex; flex-wrap: wrap; gap: .25rem 2rem; margin: .8rem 0 0; padding: 0; }
.facts div { min-width: 0; }
.facts dt { font-size: .8rem; color: var(--quiet); }
.facts dd { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: .35rem .6rem; text-align: start; vertical-align: top; border-bottom: 1px solid var(--rule); }
thead th { font-size: .82rem; color: var(--quiet); font-weight: 600; }
.number { text-align: end; white-space: nowrap; }
.badge { display: inline-block; padding: .08rem .55rem; border-radius: 99px; font-size: .85rem; font-weight: 600; white-space: nowrap; }
.good { color: var(--good); } .mixed { color: var(--mixed); } .bad { color: var(--bad); }
.badge.good { background: var(--good-wash); } .badge.mixed { background: var(--mixed-wash); }
.badge.bad { background: var(--bad-wash); } .badge.quiet { background: var(--quiet-wash); }
.prose > :first-child { margin-top: 0; } .prose > :last-child { margin-bottom: 0; }
.prose img { display: block; max-width: 100%; margin: .8em auto; background: #fff; border-radius: 4px; }
.prose pre { overflow-x: auto; padding: .7em .9em; background: var(--shade); border-radius: 6px; white-space: pre-wrap; }
.prose blockquote { margin: .6em 0; padding-inline-start: 1em; border-inline-start: 3px solid var(--rule); color: var(--quiet); }
.katex { font-size: 1.08em; }
.katex-display { overflow: auto hidden; margin: .8em 0; padding: .15em 0; }
.unbroken { white-space: nowrap; }
.source, .maths-error { white-space: pre-wrap; overflow-wrap: anywhere; }
.maths-error { text-decoration: underline wavy var(--bad) 1px; text-underline-offset: 3px; }
.figure-missing { color: var(--quiet); }
svg text { fill: var(--quiet); font: 12px system-ui, sans-serif; }
.skip { position: absolute; left: -99rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media print {
  :root { --page: #fff; --card: #fff; --ink: #000; --quiet: #444; --rule: #bbb; --shade: #f4f4f4; color-scheme: light;
    --good: #0b6b5c; --mixed: #8a5300; --bad: #b3261e; --good-wash: #fff; --mixed-wash: #fff; --bad-wash: #fff; --quiet-wash: #fff; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  .card { break-inside: avoid-page; border-radius: 0; }
  .badge { border: 1px solid currentColor; }
  .listing { max-height: none !important; overflow: visible !important; }
  a[href^="http"]::after { content: " (" attr(href) ")"; font-size: .85em; }
}
`;
