import assert from 'node:assert/strict';
import { isWithin } from '../../../server/src/core/text/spans';

describe('偏移是否在段内 offsets within spans', () => {
  it('the first offset is part of a span, the last is not', () => {
    const spans = [
      { from: 2, to: 4 },
      { from: 4, to: 5 },
      { from: 9, to: 12 },
    ];
    const within = Array.from({ length: 14 }, (_, at) => at).filter((at) => isWithin(spans, at));
    assert.deepEqual(within, [2, 3, 4, 9, 10, 11]);
    assert.equal(isWithin([], 0), false);
  });
});
