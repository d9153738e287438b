/** A picture that Plot has drawn, ready for a page with a strict policy. */

/** SVG that carries its own title as label. */
export type Drawn = SVGSVGElement;

/** Takes Plot's style element out, which the policy forbids; our style sheet says the same. */
export function freeOfStyles(plot: Element): Drawn {
  if (!(plot instanceof SVGSVGElement)) throw new Error('Plot drew no SVG');
  for (const style of plot.querySelectorAll('style')) style.remove();
  // the picture is one image with one name, and its marks, without a role, may have none
  for (const mark of plot.querySelectorAll('[aria-label]')) {
    mark.setAttribute('data-mark', mark.getAttribute('aria-label') ?? '');
    mark.removeAttribute('aria-label');
  }
  plot.classList.add('picture');
  plot.setAttribute('role', 'img');
  return plot;
}
