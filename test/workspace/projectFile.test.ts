import assert from 'node:assert/strict';
import type { RuleSpec } from '../../server/src/core/rules/project';
import { readProjectFile } from '../../server/src/workspace/projectFile';
import { textIn } from '../support/marks';

const title = { zh: '某规则', en: 'Some rule' };
const RULES: readonly RuleSpec[] = [
  { id: 'missing-lead', title, severity: 'warning' },
  {
    id: 'long-sentence',
    title,
    severity: 'info',
    options: {
      limit: { title, default: 120, minimum: 20 },
      tables: { title, default: false },
      mode: { title, default: 'strict', choices: ['strict', 'loose'] },
      except: { title, default: ['附件'] },
    },
  },
];

const read = (text: string) => readProjectFile(text, RULES);

/** Fails unless exactly these problems are found, each as `marked text: beginning of the sentence`. */
function checkProblems(text: string, ...expected: readonly string[]): ReturnType<typeof read> {
  const file = read(text);
  const found = file.problems.map(({ range, message }) => `${textIn(text, range).split('\n')[0]}: ${message.zh}`);
  assert.equal(found.length, expected.length, found.join('\n'));
  for (const [at, one] of expected.entries()) assert.ok(found[at]!.startsWith(one), `${found[at]}\n${one}`);
  for (const { message } of file.problems) assert.match(message.en, /[.?]$/);
  return file;
}

describe('plandoc.yaml：读取 reading', () => {
  it('全部键，中文 every key, in Chinese', () => {
    const file = checkProblems(`规则:
  missing-lead: 错误
  long-sentence: { 级别: 建议, limit: 150, tables: true, mode: loose, except: [附件, 附表] }
词典:
  错别字:
    - { 误: 帐户, 正: 账户, 例外: 帐户簿, 出处: 某规范 }
  固定提法:
    - 误: 放管服改革
      正: “放管服”改革
  法规: [《云溪区河道管理办法》, 云溪区节约用水条例]
  简称: “一网通办”
名录: [units.yaml, ../共用/units.yaml]
期间: 2026-2030
基线: plandoc-baseline.json
运行: 保存时
格式: { 空行: 2, 表格: 紧凑, 缩进: 保留 }
`);
    assert.deepEqual(file.review.severities, { 'missing-lead': 'error', 'long-sentence': 'hint' });
    assert.deepEqual(file.review.options, {
      'long-sentence': { limit: 150, tables: true, mode: 'loose', except: ['附件', '附表'] },
    });
    assert.deepEqual(file.review.words, {
      typos: [{ wrong: '帐户', right: '账户', unless: ['帐户簿'], source: '某规范' }],
      phrases: [{ wrong: '放管服改革', right: '“放管服”改革' }],
      laws: ['云溪区河道管理办法', '云溪区节约用水条例'],
      abbreviations: ['一网通办'],
    });
    assert.deepEqual(
      file.units.map(({ path }) => path),
      ['units.yaml', '../共用/units.yaml'],
    );
    assert.deepEqual(file.period, { start: 2026, end: 2030 });
    assert.equal(file.baseline?.path, 'plandoc-baseline.json');
    assert.equal(file.run, 'onSave');
    assert.deepEqual(file.format, { blankLines: 2, tables: 'compact', indent: 'keep' });
  });

  it('英文键 the same in English', () => {
    const file = checkProblems(
      'rules:\n  missing-lead: off\n  long-sentence: { severity: error, except: 附件 }\nwords:\n  typos: [{ wrong: 帐户, right: 账户 }]\nunits: units.yaml\nperiod: 2026\nrun: onType\nbaseline: b.json\nformat: { blankLines: keep, tables: align }\n',
    );
    assert.deepEqual(file.review.severities, { 'missing-lead': 'off', 'long-sentence': 'error' });
    assert.deepEqual(file.review.options, { 'long-sentence': { except: ['附件'] } });
    assert.deepEqual(file.review.words.typos, [{ wrong: '帐户', right: '账户' }]);
    assert.deepEqual(file.period, { start: 2026, end: 2026 });
    assert.equal(file.run, 'onType');
    assert.deepEqual(file.format, { blankLines: 'keep', tables: 'align', indent: 'auto' });
  });

  it('空文件 nothing in it', () => {
    for (const text of ['', '# 还没有写\n', '规则:\n词典:\n名录:\n', '---\n']) {
      const file = checkProblems(text);
      assert.deepEqual([file.review.severities, file.units, file.period], [{}, [], null]);
    }
  });
});

describe('plandoc.yaml：错处 problems', () => {
  it('格式写错的，按默认 formatting that is not there', () => {
    const file = checkProblems(
      '格式: { 空行: 0, 表格: 居中, 缩进: 两字, 字号: 三号 }\n',
      '字号: 不认识“字号”',
      '0: “空行”应写 1 到 9',
      '居中: “表格”应写',
      '两字: “缩进”应写',
    );
    assert.deepEqual(file.format, { blankLines: 1, tables: 'align', indent: 'auto' });
    checkProblems('格式: 对齐\n', '对齐: “格式”之下写');
  });

  it('不是一组键 not a mapping', () => {
    checkProblems('规则：警告\n', '规则：警告: 配置应由');
    checkProblems('- 规则\n', '- 规则: 配置应由');
    checkProblems('规则: 警告\n', '警告: “规则”之下');
    checkProblems('规则: [missing-lead]\n', '[missing-lead]: “规则”之下');
    checkProblems('词典: 帐户\n', '帐户: “词典”之下');
  });

  it('全角冒号 the colon of Chinese text', () => {
    checkProblems(
      '期间: 2021-2025\n名录：units.yaml\n',
      '名录：units.yaml: 此处缺少符号',
      '名录：units.yaml: “名录”后面的冒号要用半角',
    );
  });

  it('不认识的键 unknown keys', () => {
    checkProblems('规侧:\n  missing-lead: 错误\n', '规侧: 不认识“规侧”。可写：规则、rules、');
    checkProblems('词典:\n  错字: []\n', '错字: 不认识“错字”。');
  });

  it('不认识的规则，附相近的名字 unknown rules, with the nearest name; the others count', () => {
    const file = checkProblems(
      '规则:\n  mising-lead: 错误\n  不存在: 错误\n  missing-lead: 提示\n',
      'mising-lead: 没有“mising-lead”这条规则，是不是“missing-lead”？',
      '不存在: 没有“不存在”这条规则。',
    );
    assert.deepEqual(file.review.severities, { 'missing-lead': 'info' });
  });

  it('不认识的级别 levels', () => {
    const file = checkProblems(
      '规则:\n  missing-lead: 严重\n  long-sentence: { 级别: 7, limit: 100 }\n',
      '严重: 没有这个级别',
      '7: 没有这个级别',
    );
    assert.deepEqual(file.review, {
      severities: {},
      options: { 'long-sentence': { limit: 100 } },
      words: file.review.words,
    });
    checkProblems('规则:\n  missing-lead:\n', ': 没有这个级别');
  });

  it('不认识的选项、不对的值 options', () => {
    checkProblems(
      '规则:\n  missing-lead: { limit: 3 }\n  long-sentence: { limt: 3, 其他: 1 }\n',
      'limit: “missing-lead”没有选项',
      'limt: “long-sentence”没有“limt”这个选项，是不是“limit”？',
      '其他: “long-sentence”没有“其他”这个选项。可写：limit、tables、mode、except。',
    );
    checkProblems(
      '规则:\n  long-sentence: { limit: 3, tables: 是, mode: 宽, except: [1] }\n',
      '3: 这里的数不能小于 20',
      '是: 这里应写 true 或 false',
      '宽: 这里只能写：strict、loose',
      '[1]: 这里应写文字，或者文字的列表',
    );
    checkProblems('规则:\n  long-sentence: { limit: 多 }\n', '多: 这里应写数字');
  });

  it('互相矛盾的，明说，不猜 settings that speak against each other are told, not guessed', () => {
    const twice = checkProblems(
      '规则: { missing-lead: 错误 }\nrules: { missing-lead: off }\n',
      'rules: “规则”和“rules”是同一项，只写一个。',
    );
    assert.deepEqual(twice.review.severities, { 'missing-lead': 'error' });
    checkProblems('规则:\n  long-sentence: { 级别: 提示, severity: hint }\n', 'severity: “级别”和“severity”是同一项');
    const off = checkProblems(
      '规则:\n  long-sentence: { 级别: 关闭, limit: 100 }\n',
      'long-sentence: “long-sentence”已经关闭',
    );
    assert.equal(off.problems[0]!.severity, 'warning');
    checkProblems('规则:\n  missing-lead: 错误\n  missing-lead: 关闭\n', 'm: 同一组里有相同的键');
  });

  it('词典里的矛盾 words that speak against each other do not count', () => {
    const words = (...items: readonly string[]) =>
      `词典:\n  错别字:\n${items.map((item) => `    - ${item}\n`).join('')}`;
    const both = checkProblems(
      words('{ 误: 帐户, 正: 账户 }', '{ 误: 账户, 正: 帐户 }', '{ 误: 按装, 正: 安装 }'),
      '帐户: “帐户”在这里是错的，又是“账户”的正确写法',
      '账户: “账户”在这里是错的，又是“帐户”的正确写法',
    );
    assert.deepEqual(both.review.words.typos, [{ wrong: '按装', right: '安装' }]);
    const two = checkProblems(
      words('{ 误: 按装, 正: 安装 }', '{ 误: 按装, 正: 装配 }'),
      '按装: “按装”一处改作“安装”，一处改作“装配”',
    );
    assert.deepEqual(two.review.words.typos, []);
    const same = checkProblems(words('{ 误: 按装, 正: 安装 }', '{ 误: 按装, 正: 安装 }'), '按装: “按装”写了两次');
    assert.equal(same.review.words.typos.length, 1);
    checkProblems(words('{ 误: 安装, 正: 安装 }'), '{ 误: 安装, 正: 安装 }: “误”和“正”都是“安装”');
    checkProblems(words('{ 误: 一网通, 正: 一网通办 }'), '{ 误: 一网通, 正: 一网通办 }: “一网通办”里就有“一网通”');
    checkProblems(words('{ 误: 一网通, 正: 一网通办, 例外: 一网通办 }'));
  });

  it('词典里写得不全 words that are not whole', () => {
    checkProblems('词典:\n  错别字: 帐户\n', '帐户: 这里应是列表');
    checkProblems('词典:\n  错别字: [帐户]\n', '帐户: 这里应是列表');
    checkProblems('词典:\n  错别字:\n    - 误: 帐户\n', '误: 帐户: 缺少“正”。');
    checkProblems('词典:\n  错别字:\n    - { 误: 帐户, 正: 3, 注: 无 }\n', '注: 不认识“注”', '3: 这里应写文字');
    checkProblems('词典:\n  法规: [3]\n', '[3]: 这里应写文字，或者文字的列表');
  });

  it('其余各项 the rest', () => {
    checkProblems('期间: 今后\n', '今后: 期间应写起止年份');
    checkProblems('期间: [2021]\n', '[2021]: 期间应写起止年份');
    checkProblems('期间: 2030-2026\n', '2030-2026: 期间应写起止年份');
    checkProblems('运行: 随时\n', '随时: “运行”应写');
    checkProblems('名录: 3\n', '3: 这里应写文字，或者文字的列表');
    checkProblems('基线: [a]\n', '[a]: 这里应写文字');
  });

  it('不合 YAML 的 not YAML', () => {
    const file = read('规则:\n\tmissing-lead: 错误\n期间: 2021-2025\n');
    assert.ok(file.problems.length > 0);
    assert.equal(file.problems[0]!.range.start.line, 1);
    assert.match(read(`规则: ${'['.repeat(200)}`).problems[0]!.message.zh, /过于复杂/);
    assert.match(read('#'.repeat(2 ** 20 + 1)).problems[0]!.message.zh, /1 MB/);
    checkProblems('a: &a [x, x]\n规则: *无\n', 'a: 不认识', '*无: 星号引用了不存在的内容');
  });
});

describe('plandoc.yaml：版式 layout', () => {
  it('names of sizes are points; what is not written is the standard’s', () => {
    const { layout } = checkProblems(`版式:
  字体: { 正文: 仿宋, heading1: 黑体 }
  字号: { 标题: 二号, 表格: 12 }
  页边距: { 上: 37.5 }
  行距: 28
  charactersPerLine: 27
  印章: false
`);
    assert.deepEqual(layout, {
      fonts: { body: '仿宋', heading1: '黑体' },
      sizes: { title: 22, table: 12 },
      margins: { top: 37.5 },
      linePitch: 28,
      charactersPerLine: 27,
      seal: false,
    });
  });

  it('what is wrong is told and does not count', () => {
    const { layout } = checkProblems(
      `版式:
  字号: { 正文: 七十二号, 表头: 400 }
  页边距: { 上: 300 }
  行距: 三十
  印章: 有
  页码: false
  颜色: 红
`,
      '颜色: 不认识',
      '七十二号: 字号应写',
      '400: 字号应写',
      '300: 页边距应写',
      '三十: 行距应写',
      '有: 这里应写 true',
    );
    assert.deepEqual(layout, { fonts: {}, sizes: {}, margins: {}, pageNumbers: false });
  });
});
