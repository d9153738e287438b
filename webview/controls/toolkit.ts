/**
 * Brings in the controls. They take their colours from VS Code's variables. Their package is archived; to exchange it,
 * give the files of this folder others of the same names: nobody else knows it. Two of its habits need company:
 *
 * - It finds out by a style element whether the browser knows `:focus-visible`. The policy forbids style elements, so it
 *   would conclude that it does not, and show focus rings on clicks. Editors' browsers know it: while the package loads,
 *   a style element that is asked for is one that takes every rule.
 * - It takes the theme when the window has loaded, which may be over by the time the package is there.
 */

const HTML = 'http://www.w3.org/1999/xhtml';

function takesEveryRule(): Element {
  const sheet = { insertRule: () => 0 };
  return Object.assign(document.createElementNS(HTML, 'meta'), { sheet });
}

// Shadows the method of the prototype, which is back once the shadow is taken away.
Reflect.defineProperty(document, 'createElement', {
  configurable: true,
  value: (name: string) =>
    name === 'style' ? takesEveryRule() : document.createElementNS(HTML, name),
});

function settle(): void {
  Reflect.deleteProperty(document, 'createElement');
  if (document.readyState === 'complete') window.dispatchEvent(new Event('load'));
}

void import('./elements.ts').finally(settle);
