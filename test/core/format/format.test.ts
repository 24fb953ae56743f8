import assert from 'node:assert/strict';
import { formatDocument } from '../../../server/src/core/format/format';
import { readText } from '../../../server/src/core/syntax/source';
import { checkFormat, checkFormatRange, checkFormatted, contextWith } from './checkFormat';

const HEAD = '云溪区便民服务提升实施方案\n一、主要任务\n';
const prose = (before: string, after: string): void => checkFormat(`${HEAD}${before}`, `${HEAD}${after}`);

describe('格式化 formatting', () => {
  describe('正文 prose', () => {
    it('marks of Chinese text become full-width, spaces inside sentences go', () => {
      prose(
        '（一）健全机制,推行告知承诺(含容缺办理)。(牵头单位:区司法局;责任单位:区财政局)\n（二）每年至少开展 1 次评查。\n',
        '（一）健全机制，推行告知承诺（含容缺办理）。（牵头单位：区司法局；责任单位：区财政局）\n（二）每年至少开展1次评查。\n',
      );
    });

    it('quotation marks, titles in titles, document numbers and spans of years', () => {
      prose(
        '（一）推行"一网通办"，落实《关于印发《云溪区政务服务办法》的通知》（云政发[2022]12号）。\n（二）2021-2025年办件量增长3-5倍。\n',
        '（一）推行“一网通办”，落实《关于印发〈云溪区政务服务办法〉的通知》（云政发〔2022〕12号）。\n（二）2021—2025年办件量增长3～5倍。\n',
      );
    });

    it('numbers written like the others', () => {
      prose('（一）甲。\n(二)乙。\n（三）、丙。\n', '（一）甲。\n（二）乙。\n（三）丙。\n');
    });

    it('addresses, times, figures and Latin text are left alone', () => {
      checkFormatted(
        `${HEAD}（一）9:00开放，受理12,000件，见https://example.org/a?b=1,2，用Apache License (Version 2.0, January 2004)。\n`,
      );
    });

    it('a word is never put in, even where a rule would', () => {
      checkFormatted(`${HEAD}一是建立台账。\n二是压实责任。\n三强化督查。\n`);
    });
  });

  describe('空白 white space', () => {
    it('goes from line ends; blank lines keep none', () => {
      prose('（一）甲。 \t\n　\n（二）乙。　　\n', '（一）甲。\n\n（二）乙。\n');
    });

    it('one blank line stays where there are more, and one line end at the end', () => {
      prose('（一）甲。\n\n\n\n（二）乙。\n\n\n', '（一）甲。\n\n（二）乙。\n');
      prose('（一）甲。', '（一）甲。\n');
      checkFormat(`\n\n${HEAD}`, HEAD);
    });

    it('so many as plandoc.yaml says', () => {
      checkFormat(`${HEAD}\n\n\n（一）甲。\n`, `${HEAD}\n\n（一）甲。\n`, contextWith({ blankLines: 2 }));
      checkFormatted(`${HEAD}\n\n\n（一）甲。\n\n`, contextWith({ blankLines: 'keep' }));
    });

    it('a gap over which nothing is joined stays one', () => {
      const torn = '（一）对照群众办事的先后次序，重新梳理受理、审查、';
      const gap = '\n'.repeat(9);
      prose(`${torn}${gap}决定各个环节，全部公开。\n`, `${torn}${'\n'.repeat(6)}决定各个环节，全部公开。\n`);
    });

    it('indents of one width are written as most are; none is put in or taken away', () => {
      prose(
        '　　（一）甲。\n　　（二）乙。\n    （三）丙。\n\t（四）丁。\n  （五）戊。\n（六）己。\n',
        '　　（一）甲。\n　　（二）乙。\n　　（三）丙。\n　　（四）丁。\n  （五）戊。\n（六）己。\n',
      );
      prose('    （一）甲。\n    （二）乙。\n　　（三）丙。\n', '    （一）甲。\n    （二）乙。\n    （三）丙。\n');
      checkFormatted(`${HEAD}    （一）甲。\n　　（二）乙。\n`, contextWith({ indent: 'keep' }));
    });

    it('line ends stay what they are', () => {
      checkFormat(
        `${HEAD}（一）甲,乙。\n\n\n（二）丙。`.replaceAll('\n', '\r\n'),
        `${HEAD}（一）甲，乙。\n\n（二）丙。\n`.replaceAll('\n', '\r\n'),
      );
    });
  });

  describe('表格 tables', () => {
    it('cells of a tab-separated table are trimmed, empty ones stay', () => {
      checkFormat(
        '云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时间\n1\t 建立台账。 \t区司法局\t2022-2024年\n2\t公开清单。\t区司法局 \t\n',
        '云溪区任务清单\n序号\t主要任务\t牵头单位\t完成时间\n1\t建立台账。\t区司法局\t2022—2024年\n2\t公开清单。\t区司法局\t\n',
      );
    });

    it('cells in quotation marks and rows over several lines are left as they are', () => {
      checkFormatted(
        '云溪区任务清单\n序号\t主要任务\t牵头单位\n1\t"建立台账。 \n公开清单。"\t 区司法局\n2\t "甲\t区司法局\n',
      );
    });

    it('columns of a Markdown table are aligned, a Chinese character being two wide', () => {
      checkFormat(
        '# 云溪区任务清单\n\n|序号|主要任务|牵头单位|\n|---|:--|:-:|\n|1|建立台账|区司法局|\n|2|公开|区政府办|\n',
        '# 云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| ---- | :------- | :------: |\n| 1    | 建立台账 | 区司法局 |\n| 2    | 公开     | 区政府办 |\n',
      );
    });

    it('a table too wide for the screen is not padded', () => {
      const long = '建立工作台账并动态更新'.repeat(8);
      checkFormat(
        `# 云溪区任务清单\n\n|序号|主要任务|牵头单位|\n|---|---|---|\n|1|${long}|区司法局|\n|2|公开|区政府办|\n`,
        `# 云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | ${long} | 区司法局 |\n| 2 | 公开 | 区政府办 |\n`,
      );
    });

    it('are kept or compact where plandoc.yaml says so', () => {
      const table = '# 云溪区任务清单\n\n|序号|主要任务|牵头单位|\n|---|---|---|\n|1|建|区司法局|\n';
      checkFormatted(table, contextWith({ tables: 'keep' }));
      const compact =
        '# 云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 建 | 区司法局 |\n';
      checkFormat(table, compact, contextWith({ tables: 'compact' }));
    });

    it('bars in cells and ragged rows keep their cells', () => {
      checkFormat(
        '# 云溪区任务清单\n\n|序号|主要任务|牵头单位|\n|---|---|---|\n|1|甲\\|乙|\n|2||区司法局|备注\n',
        '# 云溪区任务清单\n\n| 序号 | 主要任务 | 牵头单位 |\n| ---- | -------- | -------- |\n| 1    | 甲\\|乙   |\n| 2    |          | 区司法局 | 备注 |\n',
      );
    });
  });

  describe('不动的 what is left alone', () => {
    it('front matter, comments and what a web page left', () => {
      checkFormatted(
        '---\n标题: 云溪区实施方案 \n\n\n期间: 2021-2025\n---\n<!-- 待定,请核  -->\n索引号: 001, 002 \n一、任务\n（一）甲。\n',
      );
    });

    it('a blank first line that keeps --- from being front matter', () => {
      checkFormat('\n\n---\n期间：三年\n---\n一、任务\n', '\n---\n期间：三年\n---\n一、任务\n');
    });

    it('what is suppressed, and what rules that are off would find', () => {
      checkFormatted(`${HEAD}<!-- plandoc-ignore mixed-width-punctuation：照录 -->\n（一）甲,乙。\n`);
      checkFormatted(`${HEAD}（一）甲,乙。\n`, contextWith({}, ['mixed-width-punctuation']));
    });

    it('an empty text and one of blanks', () => {
      checkFormatted('');
      checkFormatted('\n\n');
    });
  });

  describe('整篇只有一行和残缺的 one line, damaged', () => {
    it('a document on one line', () => {
      checkFormat(
        '云溪区实施方案 一、任务 （一）健全机制,推行承诺。（牵头单位:区司法局） （二）公开。（牵头单位：区财政局）',
        '云溪区实施方案 一、任务 （一）健全机制，推行承诺。（牵头单位：区司法局） （二）公开。（牵头单位：区财政局）\n',
      );
    });

    it('brackets that never close stay open', () => {
      prose(
        '（一）健全机制,推行承诺（牵头单位:区司法局\n（二）公开)。\n',
        '（一）健全机制，推行承诺（牵头单位：区司法局\n（二）公开)。\n',
      );
    });
  });

  describe('选定范围 a range', () => {
    it('is the part of the whole that lies in it', () => {
      checkFormatRange(
        `${HEAD}（一）甲,乙。\n（二）<|丙|>,丁(戊)。\n（三）己,庚。\n`,
        `${HEAD}（一）甲,乙。\n（二）丙，丁（戊）。\n（三）己,庚。\n`,
      );
    });

    it('of whole lines ends where they end', () => {
      checkFormatRange(`${HEAD}<|（一）甲,乙。\n|>（二）丙,丁。\n`, `${HEAD}（一）甲，乙。\n（二）丙,丁。\n`);
    });

    it('takes the whole of a paragraph torn over lines, so that brackets stay pairs', () => {
      const torn = '（一）对照群众办事的先后次序重新梳理受理、审查、决定(含容缺、\n';
      checkFormatRange(
        `${HEAD}${torn}<|承诺)|>等各个环节，全部公开。\n`,
        `${HEAD}${torn.replace('(', '（')}承诺）等各个环节，全部公开。\n`,
      );
    });
  });

  it('edits are as small as can be', () => {
    const edits = formatDocument(readText(`${HEAD}（一）甲,乙(丙)丁 \n`), contextWith());
    const at = (from: number, to: number) => ({ start: { line: 2, character: from }, end: { line: 2, character: to } });
    assert.deepEqual(edits, [
      { range: at(4, 5), newText: '，' },
      { range: at(6, 7), newText: '（' },
      { range: at(8, 9), newText: '）' },
      { range: at(10, 11), newText: '' },
    ]);
  });
});
