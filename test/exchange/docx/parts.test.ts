import assert from 'node:assert/strict';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { partsOf, type Part, type Parts } from '../../../server/src/exchange/export/docx/parts';

const read = (text: string): Parts => partsOf(readPlan(readText(text)));
const wordsOf = (part: Part): string => (part.kind === 'table' ? '' : part.runs.map(({ text }) => text).join(''));

/**
 * Each line is `kind: what stands in the text`; the kind may be followed by the level of a heading and by `!` where a page
 * begins. The text must read as parts of just these kinds, each with the words of its line.
 */
function checkParts(marked: string): void {
  const lines = marked.trim().split('\n');
  const expected = lines.map((line) => line.slice(0, line.indexOf(': ')));
  const { parts } = read(lines.map((line) => line.slice(line.indexOf(': ') + 2)).join('\n'));
  const found = parts.map((part) => {
    if (part.kind === 'table') return 'table';
    return `${part.kind}${part.kind === 'heading' ? part.level : ''}${part.opens ? '!' : ''}`;
  });
  assert.deepEqual(
    found.map((kind, at) => `${kind}: ${wordsOf(parts[at]!)}`),
    expected.map((kind, at) => `${kind}: ${lines[at]!.slice(lines[at]!.indexOf(': ') + 2)}`),
  );
}

describe('公文要素 elements of a document', () => {
  it('a notice, the plan behind it, and its annex', () => {
    checkParts(`
letterhead: 云溪区人民政府办公室文件
number: 云政办发〔2024〕11号
title: 云溪区人民政府办公室
title: 关于印发《云溪区河道管护实施方案》的通知
addressee: 各镇人民政府、各街道办事处，区政府各部门：
body: 《云溪区河道管护实施方案》已经区政府同意，现印发给你们，请认真贯彻落实。
annex-note: 附件：1.云溪区河道管护任务分工
annex-note: 2.云溪区河道名录
signature: 云溪区人民政府办公室
signature: 云溪区水务局
date: 2024年4月22日
remark: （此件公开发布）
title!: 云溪区河道管护实施方案
subtitle: （2024—2026年）
body: 为加强河道管护，制定本方案。
heading1: 一、总体要求
heading2: （一）工作目标
heading3: 1.主要指标
heading4: （1）水质指标
body: 到2026年底，河道水质全面达标。
annex-mark!: 附件1
title: 云溪区河道管护任务分工
body: 一段说明，写在表格的前面。
imprint: 抄送：区委办公室，区人大常委会办公室。
imprint: 云溪区人民政府办公室 2024年4月23日印发
`);
  });

  it('in a text of one line the date of issue may stand right before the next title', () => {
    const { parts } = read(
      '云溪区人民政府办公室关于印发河道管护工作方案的通知 各镇人民政府： 现印发给你们，请认真落实。 云溪区人民政府办公室 2024年4月22日云溪区河道管护工作方案 为加强管护，制定本方案。 一、主要任务 1.摸清底数。逐段登记。 2.分段包干。落实到人。\n',
    );
    assert.deepEqual(
      parts.slice(3, 6).map((part) => `${part.kind}: ${wordsOf(part)}`),
      ['signature: 云溪区人民政府办公室', 'date: 2024年4月22日', 'title: 云溪区河道管护工作方案'],
    );
  });

  it('an introduction that ends with a colon is no addressee', () => {
    checkParts(`
title: 关于做好河道管护工作的通知
addressee: 各镇人民政府：
body: 为做好河道管护工作，现将有关事项通知如下：
heading1: 一、抓紧排查
body: 各镇对辖区河道逐条排查。
`);
  });

  it('a chapter stands over the page; unnumbered headings by their place', () => {
    checkParts(`
title: 云溪区河道管护行动计划
heading0: 第一章 总体要求
body: 一段话，说明为什么要做这件事，要做成什么样。
heading1: 一、主要任务
body: 第一段话，说明怎样做这件事，由谁来做这件事。
`);
  });

  it('a date below the title belongs to it', () => {
    checkParts(`
title: 云溪区2024年度河道管护工作报告
subtitle: 2024年12月30日
body: 一年来，全区河道管护工作扎实推进，成效明显。
`);
  });

  it('a document without a line like a title has it in its first', () => {
    checkParts(`
title: 河道管护的几件事
body: 第一件事是把河道管起来，第二件事是把河道护起来。
`);
    checkParts('body: 只有一句话，没有题目。');
  });

  it('in the middle of a text a sentence may end like a title', () => {
    checkParts(`
title: 云溪区河道管护实施方案
heading1: 一、主要任务
body: 第一段话，说明怎样做这件事，由谁来做这件事。
body: 各镇要结合实际，抓紧制定本镇的河道管护实施方案
`);
  });

  it('broken paragraphs are one; Markdown marks and comments are not printed', () => {
    const { parts, leftOut } = read(`---
标题: 某方案
---
# 云溪区河道管护实施方案
<!-- 给核稿人看 -->
## 一、主要任务
**（一）推进河道排查整治。**各镇对辖区河道逐条排查，建立台账，
明确**责任**和时限。（牵头单位：区水务局）
`);
    assert.deepEqual(parts.map(wordsOf), [
      '云溪区河道管护实施方案',
      '一、主要任务',
      '（一）推进河道排查整治。各镇对辖区河道逐条排查，建立台账，明确责任和时限。（牵头单位：区水务局）',
    ]);
    const last = parts.at(-1)!;
    assert.ok(last.kind === 'body');
    assert.deepEqual(
      last.runs.map(({ text, look }) => `${look}: ${text}`),
      [
        'head: （一）推进河道排查整治。',
        'plain: 各镇对辖区河道逐条排查，建立台账，明确',
        'bold: 责任',
        'plain: 和时限。',
        'annotation: （牵头单位：区水务局）',
      ],
    );
    assert.deepEqual(leftOut, {
      frontMatter: '---\n标题: 某方案\n---',
      comments: ['<!-- 给核稿人看 -->'],
      furniture: [],
      heads: 0,
    });
  });

  it('a measure of one sentence has no head', () => {
    const { parts } = read('云溪区河道管护实施方案\n（一）推进河道排查整治。（牵头单位：区水务局）\n');
    const body = parts[1]!;
    assert.ok(body.kind === 'body');
    assert.deepEqual(
      body.runs.map(({ look }) => look),
      ['plain', 'annotation'],
    );
  });
});

describe('文中的表 tables of a text', () => {
  const rows = (text: string): readonly string[] =>
    read(text).parts.flatMap((part) =>
      part.kind !== 'table'
        ? []
        : [...part.table.heads, ...part.table.rows].map((row) =>
            row
              .map(({ text: words, across, down }) => `${words}${across > 1 ? `>${across}` : ''}${MARKS[down]}`)
              .join('|'),
          ),
    );
  const MARKS = { single: '', first: 'v', covered: '^' } as const;

  it('empty cells of 项目 and 分组 belong to the one above; a head over two columns', () => {
    assert.deepEqual(
      rows(
        '项目\t序号\t主要任务\t\t牵头单位\n一、甲\t1\t分组\t做甲事\t区水务局\n\t2\t\t做乙事\t\n二、乙\t3\t另一组\t做丙事\t区财政局\n',
      ),
      [
        '项目|序号|主要任务>2|牵头单位',
        '一、甲v|1|分组v|做甲事|区水务局',
        '^|2|^|做乙事|',
        '二、乙|3|另一组|做丙事|区财政局',
      ],
    );
  });

  it('repeated heads are printed once, headings between rows take the whole row', () => {
    const text =
      '序号\t主要任务\t牵头单位\n一、甲类（共1项）\n1\t做甲事\t区水务局\n\n序号\t主要任务\t牵头单位\n2\t做乙事\t区财政局\n';
    assert.deepEqual(rows(text), [
      '序号|主要任务|牵头单位',
      '一、甲类（共1项）>3',
      '1|做甲事|区水务局',
      '2|做乙事|区财政局',
    ]);
    assert.equal(read(text).leftOut.heads, 1);
  });

  it('two rows of heads, quoted cells, Markdown, and cells beyond the head', () => {
    assert.deepEqual(
      rows(
        '序号\t主要任务\t责任单位\t\n\t\t牵头单位\t配合单位\n1\t"做甲事\n""分两步""走"\t区水务局\t区财政局\t多的一格\n',
      ),
      ['序号v|主要任务v|责任单位>2', '^|^|牵头单位|配合单位', '1|做甲事\n"分两步"走|区水务局|区财政局\n多的一格'],
    );
    assert.deepEqual(rows('| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 甲\\|乙 | 区水务局 |\n'), [
      '序号|主要任务|牵头单位',
      '1|甲|乙|区水务局',
    ]);
  });

  it('a table nobody knows is one all the same', () => {
    assert.deepEqual(rows('名称\t长度\t起点\n云溪\t12公里\t云山\n澄江\t30公里\t澄湖\n'), [
      '名称|长度|起点',
      '云溪|12公里|云山',
      '澄江|30公里|澄湖',
    ]);
  });

  it('a paragraph with very many bold words is read in one walk', () => {
    const many = 20_000;
    const started = performance.now();
    const { parts } = read(`云溪区河道管护方案\n\n一、主要任务\n${'办好**实事**，'.repeat(many)}\n`);
    const last = parts.at(-1)!;
    assert.equal(last.kind !== 'table' && last.runs.filter(({ look }) => look === 'bold').length, many);
    // With each word looked for among all others it took ten seconds.
    assert.ok(performance.now() - started < 4000);
  });
});
