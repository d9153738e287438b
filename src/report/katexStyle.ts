/** KaTeX's style for one page: only the fonts that its formulas are set in, and those inside the page. */

import { type ReportMaterial } from './results.ts';

interface Face {
  /** without its ending */
  readonly file: string;
  /** found in the markup where a formula uses it */
  readonly used: RegExp;
}

const classes = (names: string): RegExp => new RegExp(`class="[^"]*\\b(?:${names})\\b`);

/** After the rules of KaTeX's own style sheet. */
const FACES: readonly Face[] = [
  { file: 'KaTeX_Main-Regular', used: classes('katex') },
  { file: 'KaTeX_Main-Bold', used: classes('textbf|mathbf') },
  { file: 'KaTeX_Main-Italic', used: classes('mathit|textit') },
  {
    file: 'KaTeX_Main-BoldItalic',
    used: /class="[^"]*textbf[^"]*textit|class="[^"]*textit[^"]*textbf/,
  },
  { file: 'KaTeX_Math-Italic', used: classes('mathnormal') },
  { file: 'KaTeX_Math-BoldItalic', used: classes('boldsymbol') },
  { file: 'KaTeX_AMS-Regular', used: classes('amsrm|mathbb|textbb') },
  { file: 'KaTeX_Caligraphic-Regular', used: classes('mathcal') },
  { file: 'KaTeX_Caligraphic-Bold', used: classes('mathboldcal') },
  { file: 'KaTeX_Fraktur-Regular', used: classes('mathfrak|textfrak') },
  { file: 'KaTeX_Fraktur-Bold', used: classes('mathboldfrak|textboldfrak') },
  { file: 'KaTeX_SansSerif-Regular', used: classes('mathsf|textsf') },
  { file: 'KaTeX_SansSerif-Bold', used: classes('mathboldsf|textboldsf') },
  { file: 'KaTeX_SansSerif-Italic', used: classes('mathsfit|mathitsf|textitsf') },
  { file: 'KaTeX_Script-Regular', used: classes('mathscr|textscr') },
  { file: 'KaTeX_Typewriter-Regular', used: classes('mathtt|texttt') },
  { file: 'KaTeX_Size1-Regular', used: /delimsizing[^"]*size1|small-op|delim-size1/ },
  { file: 'KaTeX_Size2-Regular', used: /delimsizing[^"]*size2|large-op/ },
  { file: 'KaTeX_Size3-Regular', used: /delimsizing[^"]*size3/ },
  { file: 'KaTeX_Size4-Regular', used: /delimsizing[^"]*size4|delim-size4/ },
];

const FACE = /@font-face\{[^}]*\}/g;
const FILE = /url\(fonts\/([\w-]+)\.woff2\)/;

/** Empty where the page has no formula. @param body of the page */
export function katexStyle({ katexCss, fonts }: ReportMaterial, body: string): string {
  if (!classes('katex').test(body)) return '';
  const used = new Set(FACES.filter((face) => face.used.test(body)).map(({ file }) => file));
  return katexCss.replace(FACE, (face) => {
    const file = FILE.exec(face)?.[1] ?? '';
    const data = used.has(file) ? fonts.get(`${file}.woff2`) : undefined;
    const embedded = `src:url(data:font/woff2;base64,${data ?? ''}) format("woff2")}`;
    return data === undefined ? '' : face.replace(/src:[^}]*\}$/, embedded);
  });
}
