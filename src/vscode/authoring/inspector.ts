/** What tells how texts will look. Built as a bundle of its own, since it brings KaTeX: only who writes sets loads it. */
import katex from 'katex';
import { markdownInspector } from '../../typeset/inspectMarkdown.ts';

export const inspector = markdownInspector(katex);
