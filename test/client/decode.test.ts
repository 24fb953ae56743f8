import assert from 'node:assert/strict';
import { decode } from '../../client/src/decode';
import { toGb18030 } from '../cli/program';

const TEXT = '云溪区某项工作实施方案\n一、任务\n';

describe('decoding of plans that are not open', () => {
  const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

  it('UTF-8, UTF-16 by its mark, and GB18030', () => {
    for (const bytes of [
      Buffer.from(TEXT),
      Buffer.from(`\ufeff${TEXT}`),
      Buffer.from(`\ufeff${TEXT}`, 'utf16le'),
      bigEndian(`\ufeff${TEXT}`),
      toGb18030(TEXT),
    ])
      assert.equal(decode(bytes), TEXT);
  });

  it('nothing else is taken for a text', () => {
    assert.equal(decode(Buffer.from('PK\u0003\u0004\u0000\u0000')), null);
    assert.equal(decode(Buffer.from([0x41, 0xff, 0xff, 0x0a])), null);
  });
});
