import { equal, ok } from 'node:assert/strict';
import { extensions, version } from 'vscode';

describe('The extension in its host', () => {
  it('is loaded from the working tree', () => {
    const extension = extensions.getExtension('exambench.exambench');
    ok(extension, 'the extension is unknown to the editor');
    equal(extension.extensionUri.scheme, 'file');
  });

  it('runs in an editor that its manifest allows', () => {
    const [major = 0, minor = 0] = version.split('.').map(Number);
    ok(major > 1 || minor >= 101, `VS Code ${version} is older than 1.101`);
  });
});
