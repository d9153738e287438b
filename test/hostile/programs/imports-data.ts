// [wrong] Imports a program that is written as an address.
import * as all from 'data:text/javascript,export const z = 1';

export const adversarial = (): unknown => all;
