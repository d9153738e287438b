// [wrong] Imports itself, and calls what it is.
import * as self from './adversarial.ts';

export const adversarial = (): unknown => self.adversarial();
