/** As much of MathLive's element as is used here. */

import { type MathfieldElement } from 'mathlive';

export interface MathFieldElement
  extends
    HTMLElement,
    Pick<
      MathfieldElement,
      | 'environmentPopoverPolicy'
      | 'executeCommand'
      | 'getElementInfo'
      | 'getValue'
      | 'inlineShortcuts'
      | 'insert'
      | 'keybindings'
      | 'lastOffset'
      | 'mathVirtualKeyboardPolicy'
      | 'menuItems'
      | 'mode'
      | 'onExport'
      | 'onInlineShortcut'
      | 'position'
      | 'readOnly'
      | 'selection'
      | 'selectionIsCollapsed'
      | 'setValue'
      | 'smartMode'
      | 'smartSuperscript'
      | 'value'
    > {}
