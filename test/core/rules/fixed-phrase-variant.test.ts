import assert from 'node:assert/strict';
import { createPhraseFinder } from '../../../server/src/core/lexicon/phrases';
import phraseTable from '../../../server/src/core/lexicon/phrases.tsv';
import { readTable } from '../../../server/src/core/lexicon/table';
import { NO_WORDS } from '../../../server/src/core/rules/config';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('fixed-phrase-variant', marked);
const plan = (task: string): string => `云溪区数据共享实施方案\n一、主要任务\n1.${task}`;

describe('fixed-phrase-variant 固定提法走样', () => {
  const wrong: Readonly<Record<string, string>> = {
    列明的错法: '推进“<|五位一体”战略布局|>，坚持<|青山绿水就是金山银山|>，<|筑牢中华民族共同体意识|>。',
    引号里的错法: '推进<|“一事一次办”|>改革，深化<|“放服管”|>改革。',
    差一个字: '形成<|统一开放、竞争有序、制度完善、治理完善|>的市场，做到<|有件必备、有件必审、有错必纠|>。',
    中间少一个字: '全面建设<|职能科学、权责法定、执法严、公开公正、智能高效、廉洁诚信、人民满意|>的政府。',
    引号里的标点: '坚持“<|外防输入，内防反弹|>”，开展“<|不忘初心牢记使命|>”主题教育，“<|双随机一公开|>”监管。',
  };
  for (const [name, task] of Object.entries(wrong)) {
    it(name, () => {
      check(plan(task.replace('“<|五位一体”', '<|“五位一体”')));
    });
  }

  const right: Readonly<Record<string, string>> = {
    原文: '统一开放、竞争有序、制度完备、治理完善，有件必备、有备必审、有错必纠，“外防输入、内防反弹”，“一件事一次办”。',
    引号外的逗号: '外防输入，内防反弹；不忘初心，牢记使命；双随机一公开监管。',
    另有出处: '有件必报、有备必审、有错必纠，党委领导、政府负责、社会协同、公众参与、法治保障，外防输入、内防扩散。',
    一部分: '做到竞争有序、治理完善，预防为主、综合治理，一事一次办好，群众日益增长的美好生活需要。',
    接在别的词后面: '法律制度完备、治理完善，全过程人民民主。',
    另一句话: '公开公正、廉洁高效，源头治理、过程管控、后果追究。',
  };
  for (const [name, task] of Object.entries(right)) {
    it(`不报${name}`, () => {
      check(plan(task));
    });
  }

  it('says the phrase and its source', () => {
    const [finding] = check(plan('推进<|“一事一次办”|>。'));
    assert.equal(finding?.severity, 'warning');
    assert.equal(
      sentence(finding),
      '固定提法走样：“一事一次办”，原文为“一件事一次办”（国办发〔2022〕32号）。请照原文写。',
    );
  });

  it('offers the phrase as it stands in the source', () => {
    const fix = (before: string, after: string) => checkFix('fixed-phrase-variant', plan(before), plan(after));
    fix('推进<|“一事一次办”|>。', '推进“一件事一次办”。');
    fix('坚持“<|外防输入，内防反弹|>”。', '坚持“外防输入、内防反弹”。');
    fix('做到<|有件必备、有件必审、有错必纠|>。', '做到有件必备、有备必审、有错必纠。');
  });

  it('phrases of the organisation work the same', () => {
    const phrases = [{ wrong: '云溪精神奋勇争先', right: '云溪精神、奋勇争先', source: '区委文件' }];
    const marked = plan('弘扬<|云溪精神奋勇争先|>。');
    const [finding] = checkFindings('fixed-phrase-variant', marked, { config: { words: { ...NO_WORDS, phrases } } });
    assert.match(sentence(finding!), /原文为“云溪精神、奋勇争先”（区委文件）/);
  });

  it('no phrase of the table is a slip itself; every slip is found', () => {
    const find = createPhraseFinder([]);
    for (const { columns } of readTable(phraseTable)) {
      const [right = '', slips = '', , source = ''] = columns;
      assert.notEqual(source, '', `${right} has no source`);
      assert.deepEqual(find(`坚持${right}，坚持“${right}”。`), [], right);
      for (const slip of slips.split(';').filter((one) => one !== ''))
        assert.equal(find(`坚持${slip}。`)[0]?.right.replace(/[“”]/g, ''), right.replace(/[“”]/g, ''), slip);
    }
  });
});
