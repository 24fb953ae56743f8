import assert from 'node:assert/strict';
import { citationsIn } from '../../../server/src/core/plan/citations';

const titles = (text: string): readonly string[] =>
  citationsIn(text).map(
    ({ title, number, nested }) => `${nested ? '· ' : ''}${title}${number ? ` ${number.text}` : ''}`,
  );

describe('引文 citations', () => {
  it('titles and the numbers behind them', () => {
    assert.deepEqual(titles('落实《办法》（云政发〔2021〕3号）和《规定》。'), ['办法 云政发〔2021〕3号', '规定']);
    assert.deepEqual(titles('《纲要(2021-2025年)》(中发[2021]33号)'), ['纲要(2021-2025年) 中发[2021]33号']);
    assert.deepEqual(titles('《意见》（以下简称《意见》）'), ['意见', '意见']);
  });

  it('titles inside titles, whatever their marks', () => {
    for (const [open, close] of ['〈〉', '<>', '《》'])
      assert.deepEqual(titles(`《实施${open!}土地法${close!}办法》`), [`实施${open!}土地法${close!}办法`, '· 土地法']);
  });

  it('offsets cover the marks; the number has its own', () => {
    const text = '按《办法》 （云政发〔2021〕3号）办';
    const [one] = citationsIn(text);
    assert.equal(text.slice(one!.from, one!.to), '《办法》');
    assert.equal(text.slice(one!.number!.from, one!.number!.to), '（云政发〔2021〕3号）');
  });

  it('what is never closed is none, and long lines end', () => {
    assert.deepEqual(titles('《办法'), []);
    assert.deepEqual(titles(`《${'长'.repeat(300)}》《办法》`), ['办法']);
    assert.equal(citationsIn('《'.repeat(200_000)).length, 0);
  });
});
