// [wrong] Imports a file by its address.
import * as all from 'file:///etc/passwd';

export const adversarial = (): unknown => all;
