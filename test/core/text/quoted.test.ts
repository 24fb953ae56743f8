import assert from 'node:assert/strict';
import { isInTitle, isQuoted } from '../../../server/src/core/text/quoted';
import { readMarks } from '../../support/marks';

/** Whether the place marked `$0` stands in a title, and whether in a title or a quotation. */
function checkPlace(marked: string, title: boolean, quoted: boolean): void {
  const { text, caret } = readMarks(marked);
  assert.deepEqual([isInTitle(text, caret.character), isQuoted(text, caret.character)], [title, quoted], marked);
}

describe('书名号、引号之内 inside titles and quotations', () => {
  it('between the marks, and nowhere else', () => {
    checkPlace('落实《数据$0办法》', true, true);
    checkPlace('落实《数据办法》$0和', false, false);
    checkPlace('推行“一窗$0通办”', false, true);
    checkPlace('推行“一窗通办”，$0落实', false, false);
    checkPlace('$0《数据办法》', false, false);
  });

  it('titles and quotations in each other', () => {
    checkPlace('《关于印发〈方案〉的$0通知》', true, true);
    checkPlace('《关于印发《方案》的$0通知》', true, true);
    checkPlace('《推行“一窗通办”$0的办法》', true, true);
    checkPlace('“落实《办法》$0要求”', false, true);
  });

  it('what is left open holds for a stretch only', () => {
    checkPlace(`《${'文'.repeat(100)}$0`, true, true);
    checkPlace(`《${'文'.repeat(200)}$0`, false, false);
  });
});
