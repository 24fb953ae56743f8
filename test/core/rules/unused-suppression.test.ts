import assert from 'node:assert/strict';
import { checkFindings, checkFix, findingsOf, sentence, titleOf, type Surroundings } from './findings';

const check = (marked: string, surroundings?: Surroundings) =>
  checkFindings('unused-suppression', marked, surroundings);
const fix = (before: string, after: string, title?: string): void =>
  checkFix('unused-suppression', before, after, title === undefined ? {} : { title });

const plan = (...lines: readonly string[]): string =>
  [
    '云溪区数据共享实施方案（2021—2025年）',
    '一、主要任务',
    '1.编制目录。（牵头单位：区数据局；责任单位：区财政局）',
    ...lines,
  ].join('\n');
const LED = '2.归集数据。（牵头单位：区数据局）';
const LEADERLESS = '3.校核数据。（责任单位：区司法局、区民政局）';

describe('unused-suppression 抑制批注没有用处', () => {
  it('已经改好的 what was mended since', () => {
    const [finding] = check(plan('<!-- plandoc-ignore <|missing-lead|>：共同推进 -->', LED, LEADERLESS));
    assert.equal(
      sentence(finding!),
      '“missing-lead”在这里没有要抑制的发现：可能已经改好。请去掉，免得以后真有问题时被它盖住。',
    );
    assert.equal(finding!.severity, 'hint');
    check(plan(`${LED}<!-- plandoc-ignore <|missing-lead|>：共同推进 -->`, LEADERLESS));
    check(plan('<!-- plandoc-ignore-start <|missing-lead|>：无 -->', LED, '<!-- plandoc-ignore-end -->', LEADERLESS));
    check(plan('<!-- plandoc-ignore-file <|missing-lead|>：无 -->', LED));
  });

  it('有用处的不报 what keeps something quiet is not found', () => {
    const comment = 'missing-lead：共同推进 -->';
    check(plan(`<!-- plandoc-ignore ${comment}`, LEADERLESS));
    check(plan(`${LEADERLESS}<!-- plandoc-ignore ${comment}`));
    check(plan(`<!-- plandoc-ignore-start ${comment}`, LED, LEADERLESS, '<!-- plandoc-ignore-end -->'));
    check(plan(LEADERLESS, `<!-- plandoc-ignore-file ${comment}`));
    const far = Array.from({ length: 50 }, (_, n) => `${n + 4}.归集数据。（牵头单位：区数据局）`);
    check(plan(`<!-- plandoc-ignore-start ${comment}`, ...far, LEADERLESS, '<!-- plandoc-ignore-end -->'));
    check(plan(`<!-- plandoc-ignore-file ${comment}`, ...far, LEADERLESS));
  });

  it('整篇的发现也算用处 findings about the whole document count', () => {
    const text = ['一', '二', '三'].map((n) => `${n}、完善服务。优化流程，压缩时间。`).join('\n');
    check(`<!-- plandoc-ignore missing-responsibility：另行印发 -->\n云溪区便民服务实施方案\n${text}`);
    check(`云溪区便民服务实施方案\n${text}\n<!-- plandoc-ignore-file missing-responsibility：另行印发 -->`);
  });

  it('几条规则里只报没有用处的 of several rules only those that do nothing', () => {
    const before = plan('<!-- plandoc-ignore missing-lead，<|unknown-unit|>：共同推进 -->', LEADERLESS);
    check(before);
    fix(before, plan('<!-- plandoc-ignore missing-lead：共同推进 -->', LEADERLESS));
    fix(
      plan('<!-- plandoc-ignore <|unknown-unit|>, missing-lead：共同推进 -->', LEADERLESS),
      plan('<!-- plandoc-ignore missing-lead：共同推进 -->', LEADERLESS),
    );
  });

  it('没有运行的规则说不清，不报 a rule that did not run', () => {
    const off = { config: { severities: { 'missing-lead': 'off' } } } as const;
    check(plan('<!-- plandoc-ignore missing-lead：共同推进 -->', LED), off);
    check(
      '云溪区2023年度工作报告\n一、主要做法\n<!-- plandoc-ignore missing-lead：照录 -->\n（一）归集数据。已归集数据二十批。',
    );
    check(plan('<!-- plandoc-ignore unused-suppression：照录 -->', LED));
  });

  it('不认识的规则 unknown rules', () => {
    const before = plan('<!-- plandoc-ignore <|mising-lead|>：共同推进 -->', LEADERLESS);
    const [finding] = check(before);
    assert.match(sentence(finding!), /是不是“missing-lead”？$/);
    assert.deepEqual(finding!.fixes.map(titleOf), ['改为“missing-lead”', '去掉这条抑制']);
    fix(before, plan('<!-- plandoc-ignore missing-lead：共同推进 -->', LEADERLESS));
    fix(before, plan(LEADERLESS), '去掉这条抑制');
    check(plan('<!-- plandoc-ignore <|三家共同推进|> -->', LEADERLESS));
  });

  it('没有写规则 no rule', () => {
    check(plan('<|<!-- plandoc-ignore -->|>', LED));
    check(plan('<|<!-- plandoc-ignore：共同推进 -->|>', LED));
  });

  it('起止不成对 starts and ends that do not meet', () => {
    check(plan('<|<!-- plandoc-ignore-start missing-lead：共同推进 -->|>', LEADERLESS));
    check(plan('<|<!-- plandoc-ignore-end -->|>', LEADERLESS));
    check(
      plan(
        '<!-- plandoc-ignore-start missing-lead：共同推进 -->',
        LEADERLESS,
        '<!-- plandoc-ignore-end -->',
        '<|<!-- plandoc-ignore-end -->|>',
        LED,
      ),
    );
  });

  it('不认识的写法；别的批注不管 other forms; other comments are nobody’s business', () => {
    check(plan('<|<!-- plandoc-ignore-next missing-lead：共同推进 -->|>', LED));
    check(plan('<!-- 抑制 missing-lead -->', '<!-- plandoc-ignored -->', '<!-- 见 plandoc-ignore 的说明 -->', LED));
  });

  describe('修改 fixes', () => {
    it('连行去掉 the whole line goes where nothing else stands on it', () => {
      fix(plan('<!-- plandoc-ignore <|missing-lead|>：无 -->', LED), plan(LED));
      fix(plan(LED, '<!-- plandoc-ignore-file <|missing-lead|>：无 -->'), plan(LED));
      fix(plan(LED, '<!-- plandoc-ignore-file <|missing-lead|>：无', '可删 -->', LED), plan(LED, LED));
    });

    it('行内的只去掉批注 inside a line only the comment', () => {
      fix(plan(`${LED}<!-- plandoc-ignore <|missing-lead|>：无 -->`), plan(LED));
    });

    it('起止一同去掉 start and end together', () => {
      fix(
        plan('<!-- plandoc-ignore-start <|missing-lead|>：无 -->', LED, '<!-- plandoc-ignore-end -->', LEADERLESS),
        plan(LED, LEADERLESS),
      );
    });

    it('从不自动 never without asking', () => {
      const text = plan('<!-- plandoc-ignore missing-lead：无 -->', LED);
      assert.ok(findingsOf('unused-suppression', text).every(({ fixes }) => fixes.every(({ safe }) => !safe)));
    });
  });
});
