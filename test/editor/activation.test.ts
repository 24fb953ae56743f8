import * as vscode from 'vscode';
import { equal } from './helpers';

describe('启动 activation', () => {
  it('the extension is there', () => {
    equal(vscode.extensions.getExtension('plandoc.plandoc')?.id, 'plandoc.plandoc');
  });
});
