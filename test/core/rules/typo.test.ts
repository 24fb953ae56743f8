import assert from 'node:assert/strict';
import { createTypoFinder } from '../../../server/src/core/lexicon/typos';
import { readTable } from '../../../server/src/core/lexicon/table';
import typoTable from '../../../server/src/core/lexicon/typos.tsv';
import { NO_WORDS, type WordPair } from '../../../server/src/core/rules/config';
import { checkFindings, checkFix, sentence, titleOf } from './findings';

const check = (marked: string, typos: readonly WordPair[] = []) =>
  checkFindings('typo', marked, { config: { words: { ...NO_WORDS, typos } } });
const plan = (task: string): string => `云溪区数据共享实施方案\n一、主要任务\n1.${task}`;

describe('typo 错别字、漏字、用词', () => {
  describe('报 found', () => {
    const wrong: Readonly<Record<string, string>> = {
      词形: '统一<|布署|>，抓紧<|按装|>设备，公平<|竟争|>，<|再接再励|>。',
      法治: '建设<|法制政府|>，优化<|法制化营商环境|>，善用<|法制思维|>。',
      处罚: '编制轻微违法行为依法<|免于处罚|>清单。',
      文件: '清理<|行政性规范文件|>，完善<|公平审查|>机制，深化<|经济发达行政管理体制|>改革。',
      灾难: '防范自然灾害、<|事故灾害|>和公共卫生事件。',
      认证: '推进<|身份证认证|>、电子印章统一使用。',
      考试: '应当通过统一法律职业资格<|证书|>取得法律职业资格。',
      负责人: '落实<|党政主要责任人|>履行职责规定。',
      纠纷: '开展非诉讼<|纠纷解决建设机制|>试点，用好各类<|非诉讼纠纷方式|>。',
      配合: '<|配偶|>市数据局完善平台，主动<|配偶|>上级部门开展检查。',
      多字: '目录编制完成，清单<|达|>编制率达100%。',
      截至: '<|截止|>2023年底建成三处，<|截止到|>目前运行平稳。',
      必须: '各单位<|必需|>严格执行。',
      关联词: '<|既使|>经费紧张也要保证进度；<|即要|>快又要稳。',
      反映: '群众<|反应|>强烈的问题。',
      融入: '主动<|溶入|>发展大局。',
      账: '建立<|台帐|>，清理历史<|欠帐|>。',
      漏元: '投入资金<|100余万|>，建成平台。',
      一般均: '公示期<|一般均|>不少于7个工作日。',
      城市: '分级分类推进<|新型智慧城市|>，促进转型。',
      其他: '保障<|其它|>设施。',
    };
    for (const [name, task] of Object.entries(wrong)) {
      it(name, () => {
        check(plan(task));
      });
    }

    it('in a cell, a heading, a document on one line', () => {
      check('云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时间\n1\t统一<|布署|>改造\t区数据局\t2022年');
      check('云溪区数据共享实施方案\n一、加快<|布署|>\n1.归集数据。');
      check('云溪区数据共享实施方案 一、主要任务 1.统一<|布署|>改造。 2.建立<|台帐|>。');
    });
  });

  describe('不报 not found', () => {
    const right: Readonly<Record<string, string>> = {
      包着的词: '按装机容量核定，按装配式标准建设，搭建帐篷，发布署名文章，修复盖板。',
      词的两半: '成功克服困难，研究竞争政策，创建全国文明城市，企业迹象，政策画像，补偿试点，给予测试，通报消防情况。',
      法制旧名: '落实重大执法决定法制审核，开展法制宣传，原法制办职责划入。',
      免于: '推行“两个免于提交”，简易注销免于公告。',
      身后: '办好身后一件事，做到应领尽领，打造惠企“慧”控平台。',
      配偶: '申报本人及其配偶有关事项，干部配偶做好协助，父母、配偶市外居住的。',
      截止: '报名截止2023年5月，截止日期另行通知。',
      必需: '保障生活必需，配齐必需的设备。',
      既使: '既使企业受益，又使群众满意。',
      做为: '做为民服务的贴心人。',
      达: '产品达标率达98%，送达准确率达100%，到达准点率达95%。',
      有元: '投入100余万元，投入100万、200万元两笔，建成2万平方米。',
      书名号: '落实《轻微违法行为免于处罚清单》。',
      渡过: '帮助企业渡过难关。',
      灾害: '防范事故灾害风险。',
    };
    for (const [name, task] of Object.entries(right)) {
      it(name, () => {
        check(plan(task));
      });
    }

    it('impossible characters are reported in titles too', () => {
      check(plan('落实《信访工作<|条列|>》。'));
    });
  });

  it('says what is right and where it says so', () => {
    const [finding] = check(plan('清理<|行政性规范文件|>。'));
    assert.equal(finding?.severity, 'error');
    assert.equal(sentence(finding), '“行政性规范文件”应为“行政规范性文件”。依据：国办发〔2018〕37号。');
    assert.equal(check(plan('清理<|其它|>文件。'))[0]?.severity, 'hint');
  });

  it('mends what is certain without asking, and offers the rest', () => {
    checkFix('typo', plan('统一<|布署|>。'), plan('统一部署。'));
    checkFix('typo', plan('投入<|100余万|>。'), plan('投入100余万元。'));
    checkFix('typo', plan('清单<|达|>编制率达100%。'), plan('清单编制率达100%。'));
    assert.equal(check(plan('统一<|布署|>。'))[0]?.fixes[0]?.safe, true);
    assert.equal(check(plan('<|配偶|>市数据局工作。'))[0]?.fixes[0]?.safe, false);
    const [choice] = check(plan('公示<|一般均|>不少于7日。'));
    assert.deepEqual(choice?.fixes.map(titleOf), ['改为“一般”', '改为“均”']);
  });

  it('entries of the organisation work the same', () => {
    const own: readonly WordPair[] = [
      { wrong: '云西区', right: '云溪区', source: '区划名称' },
      { wrong: '数据局', right: '大数据局', unless: ['省数据局'] },
    ];
    const [finding] = check(plan('<|云西区|>配合省数据局。'), own);
    assert.equal(sentence(finding!), '“云西区”应为“云溪区”。依据：区划名称。');
    check(plan('由<|数据局|>归集，由大数据局归集。'), own);
  });

  it('every entry of the table can be read, and its writing is not found again where it was mended', () => {
    const find = createTypoFinder([]);
    for (const { section, columns } of readTable(typoTable)) {
      const [wrong = '', right = '', context = '', unless = ''] = columns;
      assert.match(section.join(' '), /^(?:error|warning|hint)(?: safe)?(?: titles)?$/);
      assert.doesNotThrow(() => new RegExp(context), wrong);
      for (const word of unless.split(';'))
        assert.ok(
          word === '' ||
            word.includes(wrong.slice(0, 2)) ||
            context !== '' ||
            wrong.split('').some((c) => word.includes(c)),
          `${wrong}: ${word}`,
        );
      if (context === '') assert.equal(find(wrong).length, 1, `${wrong} is not found`);
      if (context === '' && !right.includes('|')) assert.deepEqual(find(right), [], `${right} is found again`);
    }
  });
});
