/**
 * HTML that the host has made, as content. It is safe for two reasons. Whatever a student or an author wrote is escaped by
 * the makers of results' pages, which let no raw HTML through; and the policy of the page runs no script and no handler
 * that stands in HTML. Nothing else in this view becomes HTML.
 */

import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { type Markup } from '../../src/protocol/gradingMessages.ts';

export const hostMarkup = (markup: Markup): unknown => unsafeHTML(markup);
