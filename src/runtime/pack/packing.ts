/** What makes packages: a bundle of its own, imported when something is packed, since vsce is large. */
export { packable } from './packable.ts';
export { packTaskSet } from './packTaskSet.ts';
export { leakText } from './secretScan.ts';
