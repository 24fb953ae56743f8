import assert from 'node:assert/strict';
import { FAULTY, toGb18030, workspace } from './program';

describe('files of any encoding', () => {
  const { write, plandoc } = workspace();

  function checkReads(name: string, bytes: Buffer, ...args: readonly string[]): void {
    write({ [name]: bytes });
    const { status, stdout, stderr } = plandoc(['check', name, ...args]);
    assert.equal(stderr, '');
    assert.match(stdout, /“2029年底前”晚于规划期/);
    assert.match(stdout, new RegExp(`^${name.replace('.', '\\.')}:3:7 `), 'the place');
    assert.equal(status, 1);
  }
  function checkRefuses(name: string, bytes: Buffer, sentence: RegExp, ...args: readonly string[]): void {
    write({ [name]: bytes });
    const { status, stderr } = plandoc(['check', name, ...args]);
    assert.match(stderr, sentence);
    assert.equal(status, 2);
  }

  it('reads UTF-8 with and without a byte order mark', () => {
    checkReads('a.plan', Buffer.from(FAULTY));
    checkReads('b.plan', Buffer.from(`\ufeff${FAULTY}`));
  });

  it('reads UTF-8 with CRLF', () => checkReads('a.plan', Buffer.from(FAULTY.replaceAll('\n', '\r\n'))));

  it('reads UTF-16 of either order by its byte order mark', () => {
    const little = Buffer.from(`\ufeff${FAULTY}`, 'utf16le');
    checkReads('a.plan', little);
    checkReads('b.plan', Buffer.from(little).swap16());
  });

  it('reads GB18030 as old systems write it', () => {
    checkReads('a.plan', toGb18030(FAULTY));
    checkReads('b.plan', toGb18030(FAULTY), '--encoding', 'gbk');
  });

  it('reads an empty file', () => {
    write({ 'a.plan': '' });
    assert.equal(plandoc(['check', 'a.plan']).status, 0);
  });

  it('refuses what is no text, and says what to do', () => {
    checkRefuses('a.plan', Buffer.from('PK\u0003\u0004\u0000\u0000'), /^a\.plan：不是文本文件。.*plandoc import/);
    checkRefuses('b.plan', Buffer.from([0xff, 0x41, 0xfe, 0x80, 0x81]), /^b\.plan：既不是 UTF-8 也不是 GB18030/);
    checkRefuses('c.plan', Buffer.from(FAULTY), /^不认识的编码：latin-99。$/m, '--encoding', 'latin-99');
    checkRefuses('d.plan', toGb18030(FAULTY), /^d\.plan：按 utf-8 编码读不通。/, '--encoding', 'utf-8');
  });
});
