import assert from 'node:assert/strict';
import { layoutWith, type LayoutChoices } from '../../../server/src/core/plan/layout';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { exportPlan, type Exported } from '../../../server/src/exchange/export';
import { signatureIndents } from '../../../server/src/exchange/export/docx/signature';
import { titleLines } from '../../../server/src/exchange/export/docx/title';
import { widthOf } from '../../../server/src/exchange/export/measure';
import { examples, seeds } from '../../support/documents';
import { generatePlans } from '../../support/generator';
import { checkOpenXml } from '../../support/openXml';
import { createRandom } from '../../support/random';
import { openWord, type WordFile } from '../../support/wordFile';

const NOTICE = `云溪区人民政府办公室文件
云政办发〔2024〕11号
云溪区人民政府办公室
关于印发《云溪区河道管护实施方案》的通知
各镇人民政府，区政府各部门：
《云溪区河道管护实施方案》已经区政府同意，现印发给你们，请认真贯彻“河长制”要求。
附件：1.云溪区河道管护任务分工
2.云溪区河道名录
云溪区人民政府办公室
2024年4月22日
云溪区河道管护实施方案
一、主要任务
（一）推进排查整治。各镇逐条排查。（牵头单位：区水务局）
附件1
云溪区河道管护任务分工
项目\t序号\t主要任务\t牵头单位\t完成时限
一、排查\t1\t逐条排查\t区水务局\t2024年底前
\t2\t建立台账\t区水务局\t2024年底前
`;

const planOf = (text: string): ReturnType<typeof readPlan> => readPlan(readText(text));

interface Wanted {
  readonly table?: boolean;
  readonly layout?: LayoutChoices;
  readonly unit?: string;
}

const exported = (text: string, { table = false, layout = {}, unit }: Wanted = {}): Exported =>
  exportPlan({
    plan: planOf(text),
    file: 'a.plan',
    format: 'docx',
    locale: 'zh',
    columns: null,
    unit: unit ?? null,
    table,
    layout: layoutWith(layout),
  });

const opened = (text: string, wanted?: Wanted): WordFile => openWord(exported(text, wanted).bytes);

const style = (file: WordFile, id: string): string =>
  new RegExp(`<w:style [^>]*w:styleId="${id}".*?</w:style>`, 's').exec(file.part('word/styles.xml'))?.[0] ?? '';

describe('导出 Word export', () => {
  it('no page has the signature or a heading alone', () => {
    const body = opened('云溪区某项工作方案\n一、总体要求\n按时办好。\n云溪区人民政府\n2024年3月1日\n').part(
      'word/document.xml',
    );
    const kept = Array.from(body.matchAll(/<w:p>.*?<\/w:p>/gs), ([paragraph]) => paragraph)
      .filter((paragraph) => paragraph.includes('<w:keepNext/>'))
      .map((paragraph) => paragraph.replace(/<[^>]*>/g, ''));
    assert.deepEqual(kept, ['一、总体要求', '按时办好。', '云溪区人民政府']);
  });

  it('A4, margins, 22 lines of 28 characters, all lengths from millimetres and points', () => {
    const file = opened('云溪区河道管护实施方案\n一、主要任务\n做好这件事，做成这件事。\n');
    assert.match(
      file.part('word/document.xml'),
      /<w:pgSz w:w="11906" w:h="16838"\/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="850" w:footer="1447" w:gutter="0"\/>/,
    );
    const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(file.part('word/styles.xml'))![0];
    assert.match(defaults, /w:line="579" w:lineRule="exact"/);
    assert.equal(Math.floor((16838 - 2098 - 1984) / 579), 22);
    const spacing = Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(defaults)![1]);
    const room = 11906 - 1587 - 1474;
    assert.ok(28 * (320 + spacing) <= room && 29 * (320 + spacing) > room, `${spacing}`);
    assert.match(style(file, 'PlanBody'), /w:firstLineChars="200"/);
  });

  it('fonts in all four channels with the hint, no themes, a fallback for each', () => {
    const file = opened(NOTICE);
    const wanted = { PlanTitle: '方正小标宋简体', Heading1: '黑体', Heading2: '楷体_GB2312', PlanAnnexMark: '黑体' };
    for (const [id, font] of Object.entries(wanted))
      assert.ok(
        style(file, id).includes(
          `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${font}" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:hint="eastAsia"/>`,
        ),
        id,
      );
    const document = file.part('word/document.xml');
    const runs = document.match(/<w:r>.*?<\/w:r>/gs)!;
    assert.ok(runs.length > 10 && runs.every((run) => run.includes('w:hint="eastAsia"')));
    assert.ok(file.names.every((name) => !/Theme="/.test(file.part(name))));
    assert.match(file.part('word/fontTable.xml'), /w:name="方正小标宋简体"><w:altName w:val="华文中宋,宋体"\/>/);
  });

  it('the words of the text, each in its style', () => {
    const { paragraphs, tables } = opened(NOTICE);
    assert.deepEqual(
      paragraphs.map(({ style: id, text }) => `${id} ${text}`),
      [
        'PlanLetterhead 云溪区人民政府办公室文件',
        'PlanNumber 云政办发〔2024〕11号',
        'PlanTitle 云溪区人民政府办公室',
        'PlanTitle 关于印发《云溪区河道管护\n实施方案》的通知',
        'PlanFlush 各镇人民政府，区政府各部门：',
        'PlanBody 《云溪区河道管护实施方案》已经区政府同意，现印发给你们，请认真贯彻“河长制”要求。',
        'PlanFlush 附件：1.云溪区河道管护任务分工',
        'PlanFlush 2.云溪区河道名录',
        'PlanSignature 云溪区人民政府办公室',
        'PlanSignature 2024年4月22日',
        'PlanTitle 云溪区河道管护实施方案',
        'Heading1 一、主要任务',
        'PlanBody （一）推进排查整治。各镇逐条排查。（牵头单位：区水务局）',
        'PlanAnnexMark 附件1',
        'PlanTitle 云溪区河道管护任务分工',
      ],
    );
    assert.deepEqual(tables[0]![1], ['一、排查', '1', '逐条排查', '区水务局', '2024年底前']);
    const plan = paragraphs.find(({ text }) => text === '云溪区河道管护实施方案')!;
    assert.match(plan.xml, /<w:pageBreakBefore\/>/);
    assert.match(paragraphs[1]!.xml, /<w:bottom w:val="single"[^>]*w:color="FF0000"/);
  });

  it('a task table on a page across: its head repeated, rows whole, merged cells, borders', () => {
    const document = opened(NOTICE).part('word/document.xml');
    assert.match(document, /<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"\/>/);
    const rows = document.match(/<w:tr>.*?<\/w:tr>/gs)!;
    assert.match(rows[0], /<w:cantSplit\/><w:tblHeader\/>/);
    assert.ok(rows.slice(1).every((row) => row.includes('<w:cantSplit/>') && !row.includes('tblHeader')));
    assert.match(rows[1]!, /<w:vMerge w:val="restart"\/>/);
    assert.match(rows[2]!, /<w:vMerge\/>/);
    assert.match(document, /<w:insideH w:val="single" w:sz="4"/);
    // The annex with its table is a section of its own; the notice and the plan are upright.
    assert.equal(document.match(/<w:sectPr>/g)!.length, 2);
  });

  it('page numbers: right on odd pages, left on even ones, one character in', () => {
    const file = opened(NOTICE);
    assert.match(file.part('word/settings.xml'), /<w:evenAndOddHeaders\/>/);
    assert.match(file.part('word/footer1.xml'), /w:rightChars="100" w:right="280"\/><w:jc w:val="right"\//);
    assert.match(file.part('word/footer2.xml'), /w:leftChars="100" w:left="280"\/><w:jc w:val="left"\//);
    assert.match(file.part('word/footer1.xml'), />— <.* PAGE .*> —</s);
  });

  it('front matter is kept in a property; what is not printed is told', () => {
    const text = `---\n标题: "甲&乙"\n---\n首页 > 公开目录\n${NOTICE}<!-- 批注 -->\n`;
    const { bytes, remarks } = exported(text);
    assert.match(
      openWord(bytes).part('docProps/custom.xml'),
      /PlandocFrontMatter.*---\n标题: &quot;甲&amp;乙&quot;\n---</s,
    );
    for (const wanted of [/网页要素 1 行/, /批注 1 处/, /文首元数据/, /横排页/])
      assert.ok(
        remarks.some((remark) => wanted.test(remark)),
        String(wanted),
      );
    assert.ok(!openWord(bytes).paragraphs.some(({ text: words }) => /批注|首页/.test(words)));
  });

  it('the table alone, of prose too', () => {
    const { paragraphs, tables, part } = opened(
      '云溪区河道管护实施方案\n一、排查\n（一）逐条排查。（牵头单位：区水务局）\n（二）建立台账。（牵头单位：区财政局）\n',
      { table: true },
    );
    assert.deepEqual(
      paragraphs.map(({ text }) => text),
      ['云溪区河道管护实施方案'],
    );
    assert.deepEqual(tables, [
      [
        ['项目', '序号', '主要任务', '牵头单位'],
        ['一、排查', '（一）', '逐条排查。', '区水务局'],
        ['', '（二）', '建立台账。', '区财政局'],
      ],
    ]);
    assert.match(part('word/document.xml'), /w:orient="landscape"/);
  });

  describe('the sheet of one unit', () => {
    const PLAN =
      '云溪区某项工作方案\n一、归集\n1. 归集数据。2024年底前完成。（牵头单位：区数据局；责任单位：区财政局）\n二、共享\n2. 共享数据。（牵头单位：区司法局；责任单位：区数据局）\n3. 清理证明。（牵头单位：区司法局；责任单位：区民政局）\n';
    const wordsOf = (unit: string): string =>
      openWord(exported(PLAN, { unit }).bytes)
        .part('word/document.xml')
        .replace(/<\/w:p>/g, '|')
        .replace(/<[^>]*>/g, '')
        .trim();

    it('says who, of which plan, what it leads and what it joins', () => {
      assert.equal(
        wordsOf('区数据局'),
        '任务单（区数据局）|云溪区某项工作方案|一、牵头任务（1项）|' +
          '项目|序号|主要任务|责任单位|完成时限|一、归集|1.|归集数据。2024年底前完成。|区财政局|2024年底前|' +
          '二、参加任务（1项）|项目|序号|主要任务|牵头单位|责任单位|二、共享|2.|共享数据。|区司法局|区数据局|',
      );
    });

    it('has one part only when there is nothing for the other', () => {
      assert.match(wordsOf('区民政局'), /\|一、参加任务（1项）\|/);
      assert.doesNotMatch(wordsOf('区民政局'), /牵头任务|共享数据/);
    });

    it('tells when the plan does not name the unit', () => {
      const { remarks } = exported(PLAN, { unit: '区水务局' });
      assert.match(remarks[0]!, /“区水务局”/);
    });

    it('is valid Office Open XML', function () {
      checkOpenXml(this, 'unit.docx', exported(PLAN, { unit: '区数据局' }).bytes);
    });
  });

  it('a layout of one’s own holds, and is told where it is not the standard’s', () => {
    const layout = {
      fonts: { body: '仿宋', title: '华文中宋', annotation: '楷体' },
      sizes: { body: 15 },
      margins: { top: 30 },
      linePitch: 28,
      pageNumbers: false,
    };
    const { bytes, remarks } = exported(NOTICE, { layout });
    const file = openWord(bytes);
    assert.match(file.part('word/document.xml'), /w:top="1701"/);
    assert.match(
      file.part('word/document.xml'),
      /w:eastAsia="楷体"[^>]*\/><\/w:rPr><w:t xml:space="preserve">（牵头单位/,
    );
    assert.doesNotMatch(file.part('word/footer1.xml'), /PAGE/);
    assert.equal(remarks.length, 6, remarks.join('\n'));
    assert.deepEqual(exported('云溪区河道管护实施方案\n一段话，说说。\n').remarks, []);
  });

  it('hostile text is text', () => {
    const text = '云溪区<w:p>&amp;方案\n一段\u0001话\u202e，\ud800坏\u{20bb7}字"引"，]]>。\n';
    const { bytes, remarks } = exported(text);
    assert.deepEqual(
      openWord(bytes).paragraphs.map(({ text: words }) => words),
      ['云溪区<w:p>&amp;方案', '一段话，\ufffd坏\u{20bb7}字"引"，]]>。'],
    );
    assert.deepEqual(remarks, ['不能印的控制字符 3 个没有印出。']);
  });

  it('the same plan gives the same bytes', () => {
    assert.deepEqual(exported(NOTICE).bytes, exported(NOTICE).bytes);
  });

  it('is valid Office Open XML', function () {
    checkOpenXml(this, 'a.docx', exported(`---\n标题: 甲\n---\n${NOTICE}`).bytes);
  });

  it('an empty document is valid Office Open XML', function () {
    checkOpenXml(this, 'a.docx', exported('').bytes);
  });
});

/** Nothing but the words: layout, marks and what was merged away. */
const bare = (text: string): string => text.replace(/\*\*|^\s*#+ |["\s\u3000|]|<!--[^]*?-->/gm, '');

describe('导出 Word：不丢一个字 no word is lost', () => {
  function checkWhole(name: string, text: string): void {
    const { bytes } = exported(text);
    const file = openWord(bytes);
    const printed = bare(
      file.part('word/document.xml').replace(/<w:rStyle w:val="PlanRepeated"\/>.*?<\/w:r>/gs, '</w:r>'),
    )
      .replace(/<w:br\/>|<[^>]*>/g, '')
      .replace(/&(amp|lt|gt|quot);/g, (_, entity: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"' })[entity]!);
    const plan = planOf(text);
    const aside = new Set(['front-matter', 'comment', 'furniture']);
    const wanted = plan.readings
      .flatMap(({ passage: { blocks, lines } }) => {
        let head = '';
        return blocks.flatMap((block) => {
          if (aside.has(block.kind)) return [];
          const words = lines.slice(block.line, block.endLine + 1).join('\n');
          if (block.kind !== 'header') return 'text' in block ? [block.text] : [words];
          const repeated = words === head;
          head = words;
          return repeated ? [] : [words];
        });
      })
      .map(bare)
      .join('');
    assert.equal(bare(printed), wanted, name);
  }

  it('examples', () => {
    for (const { name, text } of examples()) checkWhole(name, text);
  });

  it('real documents', function () {
    this.timeout(20_000);
    for (const { name, text } of seeds()) checkWhole(name, text);
  });

  it('generated plans of every form', function () {
    this.timeout(60_000);
    const random = createRandom();
    for (let round = 0; round < 2; round++) for (const { form, text } of generatePlans(random)) checkWhole(form, text);
  });
});

describe('标题、署名的排法 setting of titles and signatures', () => {
  it('a title breaks where a word ends, into lines of about one length, and keeps its words', () => {
    const checkLines = (...lines: readonly string[]): void => assert.deepEqual(titleLines(lines.join(''), 20), lines);
    checkLines('云溪区河道管护实施方案');
    checkLines('关于印发《云溪区农村河道管护', '三年行动计划》的通知');
    checkLines('云溪区基层应急能力提升实施方案', '（2022—2025年）');
    // Capitals and the gaps beside them are wider than half a character each.
    checkLines('云溪区关于加快打造人工智能OPC', '创业高地的若干举措（征求意见稿）');
    for (let length = 1; length < 80; length++) {
      const words = '云溪区2024年abc《河道》管护'.repeat(8).slice(0, length);
      const lines = titleLines(words, 20);
      assert.equal(lines.join(''), words);
      assert.ok(lines.every((line) => widthOf(line) <= 20));
    }
  });

  it('with a seal the date is four characters in and the signature centred over it (7.3.5.1)', () => {
    assert.deepEqual(signatureIndents(7, 7, true), { signature: 4, date: 4 });
    assert.deepEqual(signatureIndents(9, 7, true), { signature: 3, date: 4 });
    // A long name goes no further than two characters from the edge, and the date stays centred.
    assert.deepEqual(signatureIndents(15, 7, true), { signature: 2, date: 6 });
  });

  it('without one the date begins two characters right of the signature (7.3.5.2)', () => {
    for (const [signature, date] of [
      [12, 7],
      [6, 7],
      [9, 7],
    ] as const) {
      const indents = signatureIndents(signature, date, false);
      assert.equal(Math.min(indents.signature, indents.date), 2);
      assert.equal(indents.signature + signature - (indents.date + date), 2);
    }
  });
});
