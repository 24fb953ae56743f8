import assert from 'node:assert/strict';
import { placesAlike } from '../../../server/src/core/features/alike';
import { definitionAt } from '../../../server/src/core/features/definition';
import type { Naming } from '../../../server/src/core/features/occurrences';
import { registerPage } from '../../../server/src/core/features/registerPage';
import { targetAt } from '../../../server/src/core/features/target';
import { homeOf } from '../../../server/src/core/plan/home';
import { readPlan, type Plan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { comparePositions, type Range } from '../../../server/src/core/text/position';
import type { Register } from '../../../server/src/core/units/model';
import { createRegister } from '../../../server/src/core/units/register';
import { readMarks, textIn } from '../../support/marks';

function read(text: string, register: Register): { readonly plan: Plan; readonly naming: Naming } {
  const plan = readPlan(readText(text));
  return { plan, naming: { register, home: homeOf(plan.facts) } };
}

const place = ({ start, end }: Range): string => `${start.line}:${start.character}-${end.line}:${end.character}`;

/** The caret stands at `$0`; every place alike is marked `<|…|>`. */
function checkAlike(marked: string, register = createRegister()): void {
  const { text, caret, ranges } = readMarks(marked);
  const { plan, naming } = read(text, register);
  const target = targetAt(plan, naming, caret);
  assert.ok(target, 'nothing stands at $0');
  const found = placesAlike(target, plan, naming).map(({ range }) => range);
  assert.deepEqual(
    [...found]
      .sort((a, b) => comparePositions(a.start, b.start))
      .map((range) => `${place(range)} ${textIn(text, range)}`),
    ranges.map((range) => `${place(range)} ${textIn(text, range)}`),
  );
}

/** What stands at `$0` leads to the marked places of the same text. */
function checkLeadsTo(marked: string): void {
  const { text, caret, ranges } = readMarks(marked);
  const { plan, naming } = read(text, createRegister());
  const found = definitionAt(plan, naming, caret);
  assert.equal(found?.kind, 'here', 'it leads nowhere in this text');
  assert.deepEqual(found.ranges.map(place), ranges.map(place));
}

function definitionOf(marked: string, register = createRegister()): unknown {
  const { text, caret } = readMarks(marked);
  const { plan, naming } = read(text, register);
  const found = definitionAt(plan, naming, caret);
  if (found?.kind === 'entry') return found.entry.name;
  return found && { ...found, origin: textIn(text, found.origin) };
}

const TITLE = '云溪区某项工作实施方案\n一、任务\n';

describe('all names of one unit', () => {
  it('are found in annotations under every spelling', () =>
    checkAlike(
      `${TITLE}（一）甲。办事。（牵头单位：<|区司$0法局|>；责任单位：区财政局、市司法局）\n（二）乙。再办。（<|司法局|>牵头，<|云溪区司法局|>配合）\n`,
    ));

  it('are found in running text, but not inside longer names or the titles of documents', () =>
    checkAlike(
      `${TITLE}（一）甲。由<|区司法局|>会同区财政局办理，海棠区司法局、区司法局法治科，都不算，《区司法局工作规则》也不算。<|区司法局|>每年报告。（牵头单位：<|区司$0法局|>）\n`,
    ));

  it('are found from running text', () =>
    checkAlike(`${TITLE}（一）甲。由<|区司$0法局|>办理。（牵头单位：<|区司法局|>）\n`));

  it('are found in the cells of a table', () =>
    checkAlike(
      `云溪区重点任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n1\t办事\t<|区司$0法局|>\t区财政局 <|司法局|>\t2024年\n2\t请<|区司法局|>指导\t区审计局\t\t2024年\n`,
    ));

  it('are found in a document without line ends', () =>
    checkAlike(
      '云溪区某项工作实施方案 一、任务 （一）甲。办事。（牵头单位：<|区司$0法局|>；责任单位：区财政局）（二）乙。再办。（牵头单位：<|云溪区司法局|>）',
    ));

  it('are found where a page end tore the name', () =>
    checkAlike(
      `${TITLE}（一）甲。办事。（牵头单位：<|区司\n法局|>；责任单位：区财政局）\n（二）乙。再办。（牵头单位：<|区司$0法局|>）\n`,
    ));

  it('are found under the names of the register', () => {
    const register = createRegister(
      [
        {
          name: '区数据局',
          fullName: '云溪区数据局',
          kind: 'gov-dept',
          aliases: ['区政务和数据局'],
          formerNames: [],
          origin: 'local',
        },
      ],
      { place: '云溪区', level: '区' },
    );
    checkAlike(
      `${TITLE}（一）甲。请<|数据局|>办理。（牵头单位：<|区数$0据局|>；责任单位：<|区政务和数据局|>、市数据局）\n`,
      register,
    );
  });

  it('are the name alone for unknown units and collectives', () => {
    checkAlike(
      `${TITLE}（一）甲。办事。（牵头单位：<|区试$0读局|>；责任单位：各镇街）\n（二）乙。办。（牵头单位：<|区试读局|>）\n`,
    );
    checkAlike(
      `${TITLE}（一）甲。办事。（牵头单位：区司法局；责任单位：<|各镇$0街|>）\n（二）乙。办。（责任单位：<|各镇街|>）\n`,
    );
  });
});

describe('references to numbers', () => {
  it('lead to the measure, in the same chapter where numbers restart', () => {
    checkLeadsTo(
      '某方案\n一、任务\n<|（一）甲|>。办事。\n（二）乙。按本方案第$0一项办理。\n二、保障\n（一）丙。办事。\n',
    );
    checkLeadsTo(
      '某方案\n一、任务\n<|（一）甲|>。办事。\n<|（二）乙|>。办事。\n二、保障\n（三）丙。按“（二$0）”办理。\n'.replace(
        '<|（一）甲|>',
        '（一）甲',
      ),
    );
    checkLeadsTo(
      '某方案\n一、任务\n（一）甲。办事。\n二、保障\n<|（一）丙|>。办事。\n三、其他\n（三）丁。按第二部分第$0一项办理。\n',
    );
  });

  it('lead to chapters, parts, articles and rows', () => {
    checkLeadsTo('某方案\n一、任务\n（一）甲。按照第二$0部分办理。\n<|二、保障|>\n（二）丙。办事。\n');
    checkLeadsTo('某办法\n<|第一条 甲方应当办事|>。\n第二条 按本办法第一$0条办理。\n第三条 施行。\n');
    checkLeadsTo(
      '某任务清单\n序号\t主要任务\t牵头单位\t责任单位\t完成时间\n<|1|>\t办事\t区司法局\t\t2024年\n2\t同第1$0项一并办理\t区审计局\t\t2024年\n',
    );
  });

  it('lead to annexes', () =>
    checkLeadsTo(
      '某方案\n一、任务\n（一）甲。按附件$02办理。\n\n附件：1.甲表\n2.乙表\n\n附件1\n甲表\n\n<|附件2|>\n乙表\n',
    ));

  it('lead each to its own place in a list, and the annex without a number to the only one', () => {
    const plan = (reference: string): string =>
      `某方案\n一、任务\n（一）甲。办事。\n<|（二）乙|>。办事。\n二、保障\n按第一部分第${reference}项办理。\n`;
    checkLeadsTo(plan('（一）、（二$0）'));
    checkLeadsTo(plan('（一）至（二$0）'));
    checkLeadsTo('某方案\n一、任务\n（一）甲。清单见附$0件。\n\n<|附件|>\n甲表\n');
    assert.equal(definitionOf('某方案\n一、任务\n（一）甲。报送附$0件材料。\n\n附件\n甲表\n'), null);
  });

  it('are nothing where another document is spoken of', () => {
    assert.equal(definitionOf('某方案\n一、任务\n（一）甲。按照《某办法》第$0一项办理。\n'), null);
    assert.equal(definitionOf('某方案\n一、任务\n（一）甲。参加第一$0次会议。\n'), null);
  });

  it('are found from the number', () =>
    checkAlike('某方案\n一、任务\n<|（一$0）甲|>。办事。\n（二）乙。按<|第一项|>和“<|（一）|>”办理，不按第二项。\n'));
});

describe('what else leads somewhere', () => {
  it('a unit leads to its entry, a pattern and an unknown name nowhere', () => {
    const annotated = (unit: string): string => `${TITLE}（一）甲。办事。（牵头单位：${unit}）\n`;
    assert.equal(definitionOf(annotated('区司$0法局')), '司法局');
    assert.equal(definitionOf(annotated('区试$0读局')), null);
    assert.equal(definitionOf(annotated('各镇$0街')), null);
  });

  it('a citation leads to a document, the inner title to the inner one', () => {
    assert.deepEqual(definitionOf('某方案\n根据《澄江市$0方案》（澄政发〔2023〕5号）办理。\n'), {
      kind: 'document',
      origin: '《澄江市方案》',
      title: '澄江市方案',
      number: '澄政发〔2023〕5号',
    });
    assert.deepEqual(definitionOf('某方案\n根据《关于印发〈甲$0方案〉的通知》办理。\n'), {
      kind: 'document',
      origin: '〈甲方案〉',
      title: '甲方案',
      number: null,
    });
  });

  it('a path of the front matter leads to a file', () =>
    assert.deepEqual(definitionOf('---\n标题: 某方案\n上位文件: 甲.plan、乙/丙$0.plan\n---\n一、任务\n'), {
      kind: 'file',
      origin: '乙/丙.plan',
      path: '乙/丙.plan',
    }));

  it('citations of one document are alike', () =>
    checkAlike(
      '某方案\n根据<|《澄江$0市方案（试行）》|>（澄政发〔2023〕5号）办理。\n落实<|《澄江市方案》|>、《甲方案》。\n',
    ));

  it('the page of the base register has each entry on its line', () => {
    const { text, lines } = registerPage(createRegister().base, 'zh');
    const line = text.split('\n')[lines.get('司法局')!]!;
    assert.match(line, /^- 司法局/);
    assert.ok(lines.size > 100);
  });
});
