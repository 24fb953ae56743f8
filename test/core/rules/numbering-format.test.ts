import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('numbering-format', marked);
const fix = (before: string, after: string) => checkFix('numbering-format', before, after);

const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案（2021—2025年）', '一、主要任务', ...lines].join('\n');

describe('numbering-format 序号格式错误', () => {
  it('半角括号 half-width brackets where most are full-width', () => {
    const [finding] = check(
      plan(
        '（一）优化流程。',
        '<|(二)|>压缩时间。',
        '**（三）下沉事项。**',
        '**<|(四）|> 公开标准。**',
        '（五）评价。',
      ),
    );
    assert.equal(finding?.severity, 'warning');
    fix(
      plan('（一）优化流程。', '<|(二)|>压缩时间。', '（三）评价。'),
      plan('（一）优化流程。', '（二）压缩时间。', '（三）评价。'),
    );
  });

  it('half-width throughout belongs to the punctuation of the text', () => {
    check(plan('(一)优化流程。', '(二)压缩时间。', '(三)评价。'));
    check(plan('（一）优化流程。', '(1)梳理。', '(2)公布。', '（二）压缩时间。'));
  });

  it('带括号的序号后不加标点 no mark after a bracket', () => {
    fix(plan('<|（一）、|>优化流程。'), plan('（一）优化流程。'));
    fix(plan('（一）优化流程。', '<|①、|>梳理。'), plan('（一）优化流程。', '①梳理。'));
  });

  it('一. 应为 一、', () => {
    fix(plan('（一）优化流程。', '<|二.|>工作要求'), plan('（一）优化流程。', '二、工作要求'));
  });

  it('1、 应为 1.', () => {
    fix(plan('1.优化流程。', '<|2、|>压缩时间。', '3.评价。'), plan('1.优化流程。', '2.压缩时间。', '3.评价。'));
  });

  it('1、 throughout is one finding', () => {
    const text = plan('<|1、|>优化流程。', '2、压缩时间。', '3、评价。');
    const [finding] = check(text);
    assert.match(sentence(finding!), /全文 3 处/);
    assert.equal(applyFix(text.replace(/<\||\|>/g, ''), finding!), plan('1.优化流程。', '2.压缩时间。', '3.评价。'));
    check(plan('1．优化流程。', '2．压缩时间。'));
  });

  it('第一、 应为 第一，', () => {
    fix(plan('<|第一、|>加强领导。'), plan('第一，加强领导。'));
    check(plan('要抓好两件事。<|第一、|>优化流程；<|第二、|>压缩时间。'));
    check(plan('支持第一、二产业融合。', '第三、第四季度通报。', '居全省第一、全国第五。'));
  });

  describe('一是、二是、三 the 是 that is missing', () => {
    it('in paragraphs one below the other', () => {
      fix(
        plan('一是流程不够简。各部门衔接不够。', '', '二是时间不够短。', '', '<|三|>窗口作风有待改进。部分窗口推诿。'),
        plan('一是流程不够简。各部门衔接不够。', '', '二是时间不够短。', '', '三是窗口作风有待改进。部分窗口推诿。'),
      );
    });

    it('in one paragraph, where the count goes on behind it', () => {
      fix(
        plan('一是优化流程；二是压缩时间；<|三|>强化评价；四是公开标准。'),
        plan('一是优化流程；二是压缩时间；三是强化评价；四是公开标准。'),
      );
      check(plan('一是优化流程；二是压缩时间。三资管理按规定执行。'));
    });

    it('words that begin with a numeral are no ordinals', () => {
      check(plan('一是优化流程。', '二是压缩时间。', '三级网络共同发力，服务到村。'));
      check(plan('一是优化流程。', '二是压缩时间。', '三农服务同步推进。'));
      check(plan('一是优化流程。', '各部门抓好落实。', '三方评价同步推进。'));
      check(plan('一是优化流程。', '二是压缩时间。', '三、工作要求'));
    });
  });

  it('leaves words that begin with a number', () => {
    check(
      '一、任务\n一是学习。学习文件，提高认识。\n二是检查。检查落实，发现问题。\n三会一课制度每月落实一次，形成记录。',
    );
  });
});
