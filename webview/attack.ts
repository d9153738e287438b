/** Entry of the attack view: connects to the host, and draws at most once a frame while a run goes on. */

import './style/attack.css';
import { render } from 'lit';
import { openAttackView } from '../src/protocol/attackChannel.ts';
import { AttackSession } from './attack/attackSession.ts';
import { attackView } from './attack/attackView.ts';
import { coloursOf } from './attack/colours.ts';
import { connectHost } from './host.ts';

/** A picture is this wide at most, and at least as wide as a narrow panel. */
const WIDEST = 640;
const NARROWEST = 260;
/** around the pictures, as in the style sheet */
const MARGIN = 32;

const host = connectHost();
let isPlanned = false;

function plan(): void {
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(draw);
}

function draw(): void {
  isPlanned = false;
  const width = Math.max(NARROWEST, Math.min(WIDEST, document.body.clientWidth - MARGIN));
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
