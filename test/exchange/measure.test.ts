import assert from 'node:assert/strict';
import { linesIn, widthOf } from '../../server/src/exchange/export/measure';

describe('版面上的宽度 measures on paper', () => {
  it('counts Chinese characters, full-width marks and quotation marks as one, digits and letters as half', () => {
    assert.equal(widthOf('“一次”办'), 5);
    assert.equal(widthOf('2024年'), 3);
    assert.equal(widthOf('①—…'), 3);
  });

  const checkLines = (text: string, characters: number, lines: number): void =>
    assert.equal(linesIn(text, characters * 2), lines, text);

  it('breaks where Word does', () => {
    checkLines('', 4, 1);
    checkLines('办好实事', 4, 1);
    checkLines('办好每件实事', 4, 2);
    checkLines('办好\n实事', 4, 2);
    // The full stop takes 事 along, the bracket goes with what it opens.
    checkLines('办好实事。', 4, 2);
    checkLines('办好事（一）做实', 4, 3);
    checkLines('到2024年底', 4, 2);
    checkLines('𠮷𠮷𠮷𠮷𠮷', 4, 2);
  });

  it('a word longer than the line is torn', () => {
    checkLines('a'.repeat(20), 5, 2);
    checkLines('。'.repeat(9), 4, 3);
  });
});
