import assert from 'node:assert/strict';
import { importFile, type Imported, type ImportOptions } from '../../../server/src/exchange/import';
import { docxOf, level, list, listed, numberingOf, p, r, tc, tr, type DocxParts } from '../../support/ooxml';

/** A Word document with these parts becomes these lines; tabs are written as →. */
async function checkDocx(parts: DocxParts, lines: readonly string[], options: ImportOptions = {}): Promise<Imported> {
  const imported = await importFile(docxOf(parts), { name: '方案.docx', ...options });
  assert.deepEqual(imported.text.replaceAll('\t', '→').trimEnd().split('\n'), lines);
  return imported;
}

const kinds = ({ notes }: Imported): Record<string, number> =>
  Object.fromEntries(notes.map(({ kind, count }) => [kind, count]));

const CHINESE = list(
  0,
  level(0, 'chineseCountingThousand', '%1、') +
    level(1, 'chineseCountingThousand', '（%2）') +
    level(2, 'decimal', '%3.') +
    level(3, 'decimal', '（%4）') +
    level(4, 'decimalEnclosedCircle', '%5'),
  { 1: '' },
);

const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${instruction} </w:instrText></w:r>` +
  `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe('导入 Word：自动编号 automatic numbers', () => {
  it('count on, start anew below the next higher number, and are text', () =>
    checkDocx(
      {
        numbering: numberingOf(CHINESE),
        body: [
          p('总体要求', listed(1, 0)),
          p('思路。', listed(1, 1)),
          p('目标。', listed(1, 1)),
          p('到2023年', listed(1, 2)),
          p('细项', listed(1, 3)),
          p('小项', listed(1, 4)),
          p('小项', listed(1, 4)),
          p('没有编号'),
          p('主要任务', listed(1, 0)),
          p('　　再说', listed(1, 1)),
        ].join(''),
      },
      [
        '一、总体要求',
        '（一）思路。',
        '（二）目标。',
        '1.到2023年',
        '（1）细项',
        '① 小项',
        '② 小项',
        '没有编号',
        '二、主要任务',
        '（一）再说',
      ],
    ));

  it('lists of one kind count on together; a start of its own counts anew, once', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(3, level(0, 'decimal', '%1.'), {
            1: '',
            2: '',
            3: '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>',
          }),
        ),
        body: [1, 1, 2, 3, 3, 1].map((id) => p('甲', listed(id, 0))).join(''),
      },
      ['1.甲', '2.甲', '3.甲', '5.甲', '6.甲', '7.甲'],
    ));

  it('a level that is passed over counts once, also after a reset', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(
            0,
            level(0, 'chineseCounting', '%1、') + level(1, 'chineseCounting', '（%2）') + level(2, 'decimal', '%3.'),
            {
              1: '',
            },
          ),
        ),
        body: [1, 0, 2, 1].map((at) => p('甲', listed(1, at))).join(''),
      },
      ['（一）甲', '二、甲', '1.甲', '（二）甲'],
    ));

  it('a start of its own holds whenever its level starts anew', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%2.'), {
            1: '',
            2: '<w:lvlOverride w:ilvl="1"><w:startOverride w:val="4"/></w:lvlOverride>',
          }),
        ),
        body: [
          p('章', listed(1, 0)),
          p('甲', listed(1, 1)),
          p('乙', listed(2, 1)),
          p('丙', listed(2, 1)),
          p('章', listed(2, 0)),
          p('丁', listed(2, 1)),
        ].join(''),
      },
      ['一、章', '1.甲', '4.乙', '5.丙', '二、章', '4.丁'],
    ));

  it('lists in text boxes and notes count for themselves', () =>
    checkDocx(
      {
        numbering: numberingOf(list(0, level(0, 'decimal', '%1.'), { 1: '' })),
        body:
          p('甲', listed(1, 0)) +
          `<w:p>${r('乙')}<w:r><w:pict><v:textbox><w:txbxContent>${p('框', listed(1, 0))}</w:txbxContent></v:textbox></w:pict><w:footnoteReference w:id="2"/></w:r></w:p>` +
          p('丙', listed(1, 0)),
        footnotes: `<w:footnote w:id="2">${p('注', listed(1, 0))}</w:footnote>`,
      },
      ['1.甲', '乙[注1]', '1.框', '2.丙', '', '[注1]1.注'],
    ));

  it('may go on across chapters, and be told to', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(
            0,
            level(0, 'chineseCounting', '第%1章') + level(1, 'chineseCounting', '第%2条', '<w:lvlRestart w:val="0"/>'),
            { 1: '' },
          ),
        ),
        body: [p('总则', listed(1, 0)), p('甲', listed(1, 1)), p('分则', listed(1, 0)), p('乙', listed(1, 1))].join(''),
      },
      ['第一章 总则', '第一条 甲', '第二章 分则', '第二条 乙'],
    ));

  it('come from styles, also from those they are based on, and are switched off by zero', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(
            0,
            level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="H1"/>') +
              level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="H2"/>'),
            { 7: '' },
          ),
        ),
        styles:
          `<w:style w:styleId="H1"><w:pPr>${listed(7)}</w:pPr></w:style>` +
          `<w:style w:styleId="H2"><w:basedOn w:val="H1"/></w:style><w:style w:styleId="X"><w:basedOn w:val="H1"/><w:pPr>${listed(0)}</w:pPr></w:style>` +
          '<w:style w:styleId="Loop"><w:basedOn w:val="Loop"/></w:style>',
        body: ['H1', 'H2', 'H2', 'X', 'Loop', 'H1'].map((style) => p(style, `<w:pStyle w:val="${style}"/>`)).join(''),
      },
      ['一、H1', '（一）H2', '（二）H2', 'X', 'Loop', '二、H1'],
    ));

  it('are written as Word writes them', async () => {
    const formats: readonly (readonly [string, string])[] = [
      ['chineseCounting', '二十三'],
      ['japaneseCounting', '二十三'],
      ['chineseLegalSimplified', '贰拾叁'],
      ['ideographDigital', '二三'],
      ['decimalZero', '23'],
      ['decimalFullWidth', '２３'],
      ['decimalEnclosedCircle', '㉓'],
      ['decimalEnclosedParen', '(23)'],
      ['upperRoman', 'XXIII'],
      ['lowerLetter', 'w'],
      ['hebrew1', '23'],
    ];
    for (const [format, expected] of formats) {
      const start = level(0, format, '%1、').replace('<w:start w:val="1"/>', '<w:start w:val="23"/>');
      await checkDocx({ numbering: numberingOf(list(0, start, { 1: '' })), body: p('甲', listed(1, 0)) }, [
        `${expected}、甲`,
      ]);
    }
  });

  it('bullets, legal numbers, lists that are not there', () =>
    checkDocx(
      {
        numbering: numberingOf(
          list(0, level(0, 'bullet', '\uf0b7'), { 1: '' }),
          list(1, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>'), { 2: '' }),
        ),
        body: [p('点', listed(1, 0)), p('章', listed(2, 0)), p('节', listed(2, 1)), p('无', listed(99, 0))].join(''),
      },
      ['• 点', '一、章', '1.1 节', '无'],
    ));
});

describe('导入 Word：表格 tables', () => {
  const HEAD = tr(tc('项目'), tc('序号'), tc('主要任务', '<w:gridSpan w:val="2"/>'), tc('牵头单位'), tc('完成|时限'));
  const down = (restart = false): string => `<w:vMerge${restart ? ' w:val="restart"' : ''}/>`;

  it('merged cells: projects are taken over by the reader, units and deadlines stand in each row', async () => {
    const imported = await checkDocx(
      {
        body: `<w:tbl><w:tblGrid/>${HEAD}${tr(
          tc('甲类', down(true)),
          tc('1'),
          tc('组一', down(true)),
          tc('做一件事'),
          tc('区司法局|区财政局', down(true)),
          tc('2023年', down(true)),
        )}${tr(tc('', down()), tc('2'), tc('', down()), tc('做第二件'), tc('', down()), tc('', down()))}${HEAD}${tr(
          tc('二、乙类', '<w:gridSpan w:val="6"/>'),
        )}</w:tbl>`,
      },
      [
        '项目→序号→主要任务→→牵头单位→完成时限',
        '甲类→1→组一→做一件事→"区司法局',
        '区财政局"→2023年',
        '→2→→做第二件→"区司法局',
        '区财政局"→2023年',
        '二、乙类',
      ],
    );
    assert.deepEqual(kinds(imported), { mergedFilled: 2, repeatedHead: 1 });
  });

  it('numbers in cells, tables of one cell, tables in tables', async () => {
    const cell = `<w:tc>${p('', listed(1, 0))}</w:tc>`;
    const inner = `<w:tc><w:tbl>${tr(tc('内'), tc('层'))}</w:tbl>${p('后')}</w:tc>`;
    const imported = await checkDocx(
      {
        numbering: numberingOf(list(0, level(0, 'decimal', '%1'), { 1: '' })),
        body: `<w:tbl>${tr(tc('序号'), tc('任务'), tc('牵头单位'))}${tr(cell, tc('甲'), tc('区财政局'))}${tr(cell, inner, tc(''))}</w:tbl>${p('正文')}<w:tbl>${tr(tc('一格'))}</w:tbl>`,
      },
      ['序号→任务→牵头单位', '1→甲→区财政局', '2→"内 层', '后"→', '', '正文', '', '一格'],
    );
    assert.deepEqual(kinds(imported), { nestedTable: 1 });
  });
});

describe('导入 Word：修订和其他 changes and the rest', () => {
  const CHANGED = {
    body:
      `<w:p>${r('区')}<w:del w:id="1"><w:r><w:delText>财政</w:delText></w:r></w:del><w:ins w:id="2">${r('司法')}</w:ins>${r('局')}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${r('前一段')}</w:p>${p('后一段')}` +
      `<w:p><w:moveFrom w:id="4">${r('旧处')}</w:moveFrom></w:p><w:p><w:moveTo w:id="5">${r('新处')}</w:moveTo></w:p>` +
      `<w:tbl>${tr(tc('a'), tc('b'), tc('c'))}<w:tr><w:trPr><w:ins w:id="6"/></w:trPr>${tc('x')}${tc('y')}${tc('z')}</w:tr></w:tbl>`,
  };

  it('tracked changes count as accepted', async () => {
    const imported = await checkDocx(CHANGED, ['区司法局', '前一段后一段', '', '新处', '', 'a→b→c', 'x→y→z']);
    assert.deepEqual(kinds(imported), { changesAccepted: 6 });
  });

  it('or as refused', async () => {
    const imported = await checkDocx(CHANGED, ['区财政局', '前一段', '后一段', '旧处', '', 'a→b→c'], {
      changes: 'reject',
    });
    assert.deepEqual(kinds(imported), { changesRejected: 6 });
  });

  it('fields: results stay, page numbers and contents go, ringed numbers are read', async () => {
    const imported = await checkDocx(
      {
        body:
          `<w:p>${r('见')}${field('REF a', r('第三条'))}${r('，第')}${field('PAGE', r('7'))}${r('页')}</w:p>` +
          `<w:p>${field('TOC \\o', r('一、总体要求 1'))}</w:p><w:p><w:fldSimple w:instr="DATE">${r('2023年')}</w:fldSimple></w:p>` +
          `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,3)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${r('三')}</w:p>`,
      },
      ['见第三条，第页', '', '2023年', '③三'],
    );
    assert.deepEqual(kinds(imported), { toc: 1 });
  });

  it('a field without an end does not swallow the document', () =>
    checkDocx(
      {
        body: `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r></w:p>${p('正文')}`,
      },
      ['正文'],
    ));

  it('footnotes and endnotes are marked and follow at the end', async () => {
    const imported = await checkDocx(
      {
        body: `<w:p>${r('甲')}<w:r><w:footnoteReference w:id="2"/></w:r>${r('乙')}<w:r><w:endnoteReference w:id="1"/></w:r></w:p>`,
        footnotes: `<w:footnote w:type="separator" w:id="0">${p('线')}</w:footnote><w:footnote w:id="2">${p('脚注')}</w:footnote>`,
        endnotes: `<w:endnote w:id="1">${p('尾注')}</w:endnote>`,
      },
      ['甲[注1]乙[注2]', '', '[注1]脚注', '[注2]尾注'],
    );
    assert.deepEqual(kinds(imported), { note: 2 });
  });

  it('text boxes are read once, behind their paragraph', async () => {
    const box = `<w:txbxContent>${p('框里')}</w:txbxContent>`;
    const imported = await checkDocx(
      {
        body: `<w:p>${r('前')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${box}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('后')}</w:p>`,
      },
      ['前后', '框里'],
    );
    assert.deepEqual(kinds(imported), { textBox: 1 });
  });

  it('breaks, hyphens, symbols, controls, guides', async () => {
    const imported = await checkDocx(
      {
        body:
          `<w:p>${r('标题')}<w:r><w:br/></w:r>${r('下行')}<w:r><w:tab/></w:r>${r('2021')}<w:r><w:noBreakHyphen/><w:t>2025年</w:t><w:softHyphen/></w:r><w:r><w:br w:type="page"/></w:r></w:p>` +
          '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="Foo" w:char="F0FE"/></w:r>' +
          `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${r('点此输入')}</w:sdtContent></w:sdt><w:sdt><w:sdtContent>${r('甲')}</w:sdtContent></w:sdt>` +
          `<w:r><w:ruby><w:rt>${r('a')}</w:rt><w:rubyBase>${r('啊')}</w:rubyBase></w:ruby></w:r>${r('藏', '<w:vanish/>')}<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>`,
      },
      ['标题', '下行　2021-2025年', '☑〓甲啊x=1'],
    );
    assert.deepEqual(kinds(imported), { glyph: 1, placeholder: 1, ruby: 1, hidden: 1, equation: 1 });
  });

  it('characters of symbol fonts in the text itself are what the font shows', async () => {
    const imported = await checkDocx(
      {
        body: `<w:p>${r('\uf0fe', '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>')}${r('同意\uf0fe')}</w:p>`,
      },
      ['☑同意〓'],
    );
    assert.deepEqual(kinds(imported), { glyph: 1 });
  });

  it('styles of ours are known by their names; programs that save the file again change their ids', () =>
    checkDocx(
      {
        styles:
          '<w:style w:styleId="S1"><w:name w:val="公文标题"/></w:style><w:style w:styleId="S2"><w:name w:val="合并格重复"/></w:style>',
        body: `<w:p><w:pPr><w:pStyle w:val="S1"/></w:pPr>${r('云溪区河道')}<w:r><w:br/></w:r>${r('管护方案')}</w:p><w:p>${r('一、治理', '<w:rStyle w:val="S2"/>')}${r('清淤')}</w:p>`,
      },
      ['云溪区河道管护方案', '清淤'],
    ));

  it('links are told, whichever way they are written', async () => {
    const imported = await checkDocx(
      {
        body: `<w:p>${field('HYPERLINK "http://a.b/"', r('网址'))}${field('HYPERLINK \\l "_Toc1"', r('第一章'))}</w:p>`,
      },
      ['网址第一章'],
    );
    assert.deepEqual(
      imported.notes.map(({ kind, places }) => [kind, ...places]),
      [['link', '网址']],
    );
  });

  it('what has no place in a plan is told, never followed', async () => {
    const imported = await checkDocx(
      {
        body: `<w:p>${r('甲')}<w:r><w:drawing><wp:docPr descr="印章"/><pic:pic/></w:drawing></w:r><w:r><w:drawing><c:chart/></w:drawing></w:r><w:r><w:object><o:OLEObject/></w:object></w:r><w:hyperlink r:id="l">${r('网址')}</w:hyperlink></w:p><w:altChunk/>`,
        header: p('内部资料'),
        footer: `<w:p>${r('— ')}${field('PAGE', r('1'))}${r(' —')}</w:p>`,
        comments: `<w:comment w:author="张三">${p('再核')}</w:comment>`,
        relationships:
          '<Relationship Id="l" Type="x/hyperlink" Target="http://example.com" TargetMode="External"/>' +
          '<Relationship Id="t" Type="x/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/>' +
          '<Relationship Id="v" Type="x/vbaProject" Target="vbaProject.bin"/>',
        files: { 'word/vbaProject.bin': new Uint8Array(8) },
      },
      ['甲网址'],
    );
    assert.deepEqual(kinds(imported), {
      image: 1,
      chart: 1,
      object: 1,
      link: 1,
      chunk: 1,
      header: 1,
      comment: 1,
      externalLink: 1,
      macro: 1,
    });
    assert.deepEqual(imported.notes.find(({ kind }) => kind === 'comment')?.places, ['张三：再核']);
  });

  it('prefixes may be others than usual', async () => {
    const { strToU8, zipSync } = await import('fflate');
    const file = zipSync({
      '_rels/.rels': strToU8(
        '<Relationships><Relationship Type="a/officeDocument" Target="/doc.xml"/></Relationships>',
      ),
      'doc.xml': strToU8(
        '<document xmlns="http://purl.oclc.org/ooxml/wordprocessingml/main"><body><p><r><t>甲</t></r></p></body></document>',
      ),
    });
    assert.equal((await importFile(file, { name: 'a.docx' })).text, '甲\n');
  });
});
