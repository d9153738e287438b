/**
 * Brings in MathLive, which draws the formula fields. It fetches nothing: its fonts are KaTeX's, which the style sheet
 * declares already, and it makes no sounds. Loaded by `mathField.ts` only.
 */

import { MathfieldElement } from 'mathlive';

MathfieldElement.fontsDirectory = null;
MathfieldElement.soundsDirectory = null;
MathfieldElement.plonkSound = null;
MathfieldElement.keypressSound = null;
MathfieldElement.keypressVibration = false;
// VS Code moves the focus between its parts itself.
MathfieldElement.restoreFocusWhenDocumentFocused = false;
