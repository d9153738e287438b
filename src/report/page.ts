/** A page that carries everything in itself and loads nothing, whatever stands in it. */

import { Html, html } from './html.ts';
import { katexStyle } from './katexStyle.ts';
import { type ReportMaterial } from './results.ts';
import { pageStyle } from './style/pageStyle.ts';

export interface Page {
  readonly title: string;
  /** language tag */
  readonly language: string;
  readonly body: Html;
  readonly style: string;
  /** the only one that runs: its text, and its hash as the policy wants it */
  readonly script?: { readonly text: string; readonly hash: string } | undefined;
  readonly material: ReportMaterial;
}

export function pageText({ title, language, body, style, script, material }: Page): string {
  const css = `${katexStyle(material, body.toString())}\n${pageStyle}\n${style}`;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(script?.hash)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${title}</title>
        ${element('style', css)}
      </head>
      <body>
        ${body} ${script && element('script', script.text)}
      </body>
    </html> `.toString();
}

/** Nothing may come between its tags and its text: the policy knows a script by its hash. */
const element = (name: 'style' | 'script', text: string): Html =>
  Html.trusted(`<${name}>${text}</${name}>`);

/** KaTeX and the plots write style attributes; nothing is loaded from anywhere. */
function policy(hash: string | undefined): string {
  return [
    `default-src 'none'`,
    `style-src 'unsafe-inline'`,
    `font-src data:`,
    `img-src data:`,
    ...(hash === undefined ? [] : [`script-src '${hash}'`]),
    `base-uri 'none'`,
    `form-action 'none'`,
  ].join('; ');
}
