/** Entry of the attack view: connects to the host, and draws at most once a frame while a run goes on. */

import './style/attack.css';
import { render } from 'lit';
import { openAttackView } from '../src/protocol/attackChannel.ts';
import { AttackSession } from './attack/attackSession.ts';
import { attackView } from './attack/attackView.ts';
import { coloursOf } from './attack/colours.ts';
import { connectHost } from './host.ts';

/** CSS pixels: of one picture, and around and between them as in the style sheet */
const WIDEST = 640;
const NARROWEST = 260;
const TWO_FIT = 900;
const SPACE = 32;

/** Of one picture: two stand side by side where there is room. */
function pictureWidth(page: number): number {
  const width = page >= TWO_FIT ? (page - SPACE) / 2 - SPACE / 2 : page - SPACE;
  return Math.max(NARROWEST, Math.min(WIDEST, Math.floor(width)));
}

const host = connectHost();
let isPlanned = false;

function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  isPlanned = false;
  const width = pictureWidth(document.body.clientWidth);
  render(attackView({ session, colours: coloursOf(document.body), width }), document.body);
}

const session = new AttackSession(
  (listeners) => openAttackView(host.transport, listeners, host.log),
  plan,
);

plan();
void session.start();
window.addEventListener('resize', plan);
// VS Code changes the theme by its variables and by classes of the body.
const theme = new MutationObserver(plan);
theme.observe(document.documentElement, { attributes: true, attributeFilter: ['style'] });
theme.observe(document.body, { attributes: true, attributeFilter: ['class'] });
