import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const ID = 'document-number-format';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));
const fix = (before: string, after: string) => checkFix(ID, plan(before), plan(after));

describe('document-number-format 发文字号格式', () => {
  it('finds other brackets', () => {
    const [finding] = check(
      '落实《甲办法》（<|澄政发[2021]5号|>）。',
      '落实《甲办法》（<|澄政办发(2021)5号|>）。',
      '落实《甲办法》（<|澄财社【2021】5号|>）。',
    );
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /六角括号/);
  });

  it('finds 第, a leading zero, blanks', () => {
    check(
      '落实《甲办法》（<|澄政发〔2021〕第5号|>）。',
      '落实《甲办法》（<|澄政发〔2021〕05号|>）。',
      '落实《甲办法》（<|澄政发〔2021〕5 号|>）。',
    );
  });

  it('finds it on the line of a web page', () => {
    checkFindings(ID, `文件编号 <|云发〔2022〕23 号|> 公开时限 长期公开\n${plan('推行告知承诺。')}`);
  });

  it('reads any characters before six-cornered brackets, known ones before others', () => {
    check('落实《甲办法》（<|澄建城〔2021〕5 号|>）。', '云溪轨道(2021)3号方案比选。');
  });

  it('shows the number without the words before it', () => {
    check('根据<|澄政发[2021]5号|>，推行告知承诺。');
  });

  it('leaves what is right and what is no document number', () => {
    check(
      '落实《甲办法》（澄传〔2021〕5号）、《乙办法》（云办字〔2021〕10号）。',
      '按照云溪区政府公告〔2022〕第3号办理。',
      '不服（2021）苏01民初5号判决。',
      '签订合同(2021)5号。',
      '建设学府(2021)5号楼。',
      '文号 无号。',
    );
  });

  it('mends everything at once', () => {
    fix('落实《甲办法》（<|澄政发 [2021] 第05 号|>）。', '落实《甲办法》（澄政发〔2021〕5号）。');
  });

  it('leaves numbers of penalties and filings, and asks before a zero goes', () => {
    check('落实行政处罚决定书（东市监罚字〔2021〕第012号）。', '备案号为云文备〔2019〕0123号。');
    const [finding] = check('按照<|云政发〔2021〕第012号|>执行。');
    assert.equal(finding?.fixes[0]?.safe, false);
  });
});
