import assert from 'node:assert/strict';
import { applyFix, checkFindings, checkFix, sentence } from './findings';

const ID = 'mixed-width-punctuation';
/** A plan with these paragraphs as its measures. */
const plan = (...lines: readonly string[]): string =>
  ['云溪区便民服务提升实施方案', '一、主要任务', ...lines.map((line, index) => `${index + 1}.${line}`)].join('\n');
const check = (...lines: readonly string[]) => checkFindings(ID, plan(...lines));

/** Three paragraphs as they should be, so that the others are judged one by one. */
const RIGHT = ['健全机制，公布清单（含时限）。', '健全机制，公布清单（含时限）。', '健全机制，公布清单（含时限）。'];
const fix = (before: string, after: string) => checkFix(ID, plan(before, ...RIGHT), plan(after, ...RIGHT));

describe('mixed-width-punctuation 全半角标点混用', () => {
  describe('偶尔用了半角 here and there', () => {
    it('one finding for each paragraph and sort', () => {
      const [points, brackets] = check('健全机制<|,|>推行承诺,落实<|(2021年)|>办法(试行);', ...RIGHT);
      assert.equal(points?.severity, 'warning');
      assert.match(sentence(points), /“, ;”（本段 3 处）/);
      assert.match(sentence(brackets!), /2 对/);
    });

    it('in titles and cells', () => {
      checkFindings(ID, '云溪区便民服务方案<|(2021年)|>\n一、主要任务\n1.健全机制，公布清单（含时限）。');
      checkFindings(ID, '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t编目<|,|>归集\t区司法局');
    });

    it('one or two paragraphs are no habit', () => {
      check('健全机制<|,|>推行承诺。', '健全机制<|,|>公布清单。');
    });

    it('mends the paragraph', () => {
      fix('健全机制<|,|>推行承诺;落实办法。', '健全机制，推行承诺；落实办法。');
      fix('落实<|(2021年)|>办法(试行)。', '落实（2021年）办法（试行）。');
    });
  });

  describe('一边全角一边半角 brackets of unlike width', () => {
    it('is an error at the half-width one', () => {
      const [first] = check('推行承诺。（责任单位：区司法局<|)|>', '推行承诺。<|(|>责任单位：区政务办）', ...RIGHT);
      assert.equal(first?.severity, 'error');
    });

    it('also in a torn annotation', () => {
      checkFindings(ID, plan('推行承诺。（牵头单位：区司法局；责任单位：区直各部\n\n门<|)|>', ...RIGHT));
    });

    it('also in the number of a heading', () => {
      check(...RIGHT);
      checkFindings(ID, plan(...RIGHT) + '\n<|(|>一）推行承诺（试行<|)|>。\n（二<|)|>公布清单。');
    });

    it("the year of a document number is another rule's matter", () => {
      check('落实财社(2020)15号文件，公布清单。', ...RIGHT);
    });

    it('is mended', () => {
      fix('推行承诺。（责任单位：区司法局<|)|>', '推行承诺。（责任单位：区司法局）');
    });

    it('a mark of an item inside brackets is none', () => {
      check('材料（见1)申请书、2)身份证）。', ...RIGHT);
    });
  });

  describe('通篇半角 a habit', () => {
    const half = ['健全机制,推行承诺(试行)。', '(一)公布清单,接受监督(长期)。', '建设平台;统一入口(网上)。'];
    const text = ['云溪区便民服务方案', '一、主要任务', ...half].join('\n');
    const full = text.replace(/[,;()]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) + 0xfee0));

    it('is told once, at the title, and mended at once, numbers too', () => {
      const [finding] = checkFindings(ID, text.replace(/^.*/, '<|$&|>'));
      assert.match(sentence(finding!), /全文的标点是半角的（7 处）/);
      assert.equal(applyFix(text, finding!), full);
      checkFindings(ID, full);
    });

    it('of one sort alone', () => {
      const brackets = plan('健全机制，推行承诺(试行)。', '公布清单，接受监督(长期)。', '建设平台，统一入口(网上)。');
      const [finding] = checkFindings(ID, brackets.replace(/^.*/, '<|$&|>'));
      assert.match(sentence(finding!), /括号是半角的/);
    });
  });

  describe('从不报 never', () => {
    it('numbers, times, addresses, ratios', () => {
      check(
        '受理12,000件，9:00—17:30开放，比例1:3。',
        '网址https://example.org/a,b?c=(d)，邮箱a@example.org。',
        '支持IPv6地址2001:db8::1。',
      );
    });

    it('Latin text, Markdown, entities, faces', () => {
      check(
        '许可为Apache License (Version 2.0, January 2004)。',
        '云溪&nbsp;区，见[办法](https://example.org)。',
        '![图](a.png)',
        '大家满意:)',
      );
    });

    it('formulas and code', () => {
      check('得分按f(甲,乙)计算，取max(甲,乙)。', '字段写作`名称,代码;(可空)`，公布清单。', ...RIGHT);
      check('推行承诺f(甲,乙)<|,|>落实办法。', ...RIGHT);
    });

    it('numbers that begin a paragraph', () => {
      checkFindings(ID, '云溪区便民服务方案\n一、主要任务\n(一)推行承诺，公布清单（含时限）。\n1)公布清单。');
    });
  });
});
