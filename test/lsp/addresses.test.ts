import assert from 'node:assert/strict';
import { addressFrom, pathFrom, sameFormOf } from '../../server/src/lsp/addresses';

describe('addresses of files', () => {
  const folder = 'file:///home/%E7%94%B2/%E6%96%B9%E6%A1%88';

  it('a path leads on from the folder it is seen from', () => {
    assert.equal(addressFrom(folder, '乙(1).plan'), `${folder}/%E4%B9%99%281%29.plan`);
    assert.equal(addressFrom(folder, '../a/./b.yaml'), 'file:///home/%E7%94%B2/a/b.yaml');
    assert.equal(addressFrom(folder, '..\\a.yaml'), 'file:///home/%E7%94%B2/a.yaml');
    assert.equal(addressFrom(folder, '/etc/a.yaml'), 'file:///etc/a.yaml');
    assert.equal(addressFrom('vscode-vfs://github/库', 'a.yaml'), 'vscode-vfs://github/库/a.yaml');
  });

  it('an address leads to the same file system and the same host, or nowhere', () => {
    assert.equal(addressFrom(folder, 'file:///a.yaml'), 'file:///a.yaml');
    for (const elsewhere of ['https://example.org/a.yaml', 'file://server/share/a.yaml', 'untitled:/a.yaml'])
      assert.equal(addressFrom(folder, elsewhere), null, elsewhere);
    assert.equal(addressFrom('vscode-vfs://github/库', 'file:///etc/passwd'), null);
    assert.equal(addressFrom('vscode-vfs://github/库', 'vscode-vfs://gitlab/库/a.yaml'), null);
    assert.equal(addressFrom(folder, '//server/share/a.yaml'), 'file:///server/share/a.yaml');
  });

  it('nothing written there makes it fail', () => {
    for (const path of ['', '..', '../../../..', '%', 'a%zz', '\ud800.plan', 'c:', 'C:\\方案.plan'])
      assert.equal(typeof addressFrom(folder, path), 'string', path);
  });

  it('one file has one form, however it is written', () => {
    const forms = [
      'file:///C:/方案(1)!.plan',
      'file:///c%3A/%E6%96%B9%E6%A1%88%281%29%21.plan',
      'FILE:///c:/方案(1)!.plan',
    ];
    assert.equal(new Set(forms.map(sameFormOf)).size, 1, forms.map(sameFormOf).join('\n'));
    assert.notEqual(sameFormOf('file:///a/b'), sameFormOf('file:///a/c'));
  });

  it('a path from a folder has its names as people write them', () => {
    assert.equal(pathFrom('file:///a/%E7%94%B2', 'file:///a/%E4%B9%99%281%29.plan'), '../乙(1).plan');
  });
});
