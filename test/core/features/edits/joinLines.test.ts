import { checkEdit, checkRefused } from './checkEdit';

const TORN = '（一）优化服务流程。对照群众办事的先后次序，重新梳理受理、';
const REST = '审查、决定、送达各个环节，能合并的合并，能取消的取消。';
const OTHER = '（二）公开标准。办事指南上墙上网，做到一次性告知、';

const join = (before: string, after: string): void => checkEdit('joinLines', before, after);

describe('合并断开的段落 joinLines', () => {
  it('joins the paragraph at the caret, and no other', () => {
    join(`${TORN}$0\n\n${REST}\n${OTHER}\n不让群众多跑一趟路。\n`, `${TORN}${REST}\n${OTHER}\n不让群众多跑一趟路。\n`);
    join(`${TORN}\n  ${REST.replace('送达', '送$0达')}\n`, `${TORN}${REST}\n`);
  });

  it('joins all in the selection', () => {
    join(`<|${TORN}\n\n${REST}\n${OTHER}\n不让群众多跑一趟路。|>\n`, `${TORN}${REST}\n${OTHER}不让群众多跑一趟路。\n`);
  });

  it('joins lines wrapped at a column', () => {
    const lines = [
      '（一）优化服务流程。对照群众办事的先后次序，重新梳理受理、审查、决定各',
      '个环节，能合并的合并，能取消的取消，做到一次告知、一次办结，办事指南同',
      '步更新，窗口和网上一个标准，不让群众多跑一趟路，不让企业多填一张表格。',
    ];
    join(`<|${lines.join('\n')}|>\n`, `${lines.join('')}\n`);
  });

  it('never joins items, titles, labels and rows', () => {
    checkRefused(
      'joinLines',
      '<|云溪区关于深入推进便民服务提质增效的\n实施方案（2021—2025年）\n一、任务\n（一）甲。\n（二）乙|>',
      /没有断开/,
    );
    checkRefused('joinLines', `<|${TORN.slice(0, -1)}。\n（牵头单位：区司法局）|>`, /没有断开/);
    checkRefused(
      'joinLines',
      '云溪区任务清单\n<|序号\t主要任务\t牵头单位\n1\t建立台账，\t区司法局\n2\t公开清单，\t区司法局|>\n',
      /没有断开/,
    );
  });

  it('leaves tears with page numbers in them to those who asked for it', () => {
    const before = `${TORN}$0\n\n— 3 —\n\n${REST}\n`;
    checkRefused('joinLines', before, /页码/);
    checkEdit('joinLinesOverPages', before, `${TORN}${REST}\n`);
    checkEdit('joinLinesOverPages', before.replace('— 3 —', '第 3 页 共 9 页'), `${TORN}${REST}\n`);
    checkEdit('joinLinesOverPages', before.replace('— 3 —', '3'), `${TORN}${REST}\n`);
  });

  it('a page number between whole paragraphs stays', () => {
    checkRefused('joinLinesOverPages', '（一）甲。$0\n\n— 3 —\n\n（二）乙。\n', /没有断开/);
  });

  it('all of the document', () => {
    checkEdit(
      'joinAllLines',
      `$0${TORN}\n${REST}\n${OTHER}\n\n不让群众多跑一趟路。\n`,
      `${TORN}${REST}\n${OTHER}不让群众多跑一趟路。\n`,
    );
    checkRefused('joinAllLines', '$0（一）甲。\n', /全文没有/);
  });

  it('a document on one line and a damaged one are left alone', () => {
    checkRefused('joinLines', '云溪区方案 一、任务 （一）优化流程，$0（二）公开标准，', /没有断开/);
    checkRefused('joinLines', '$0', /没有断开/);
  });

  it('Latin words stay apart', () => {
    const [first, second] = ['采用 Open', 'Source 软件，能合并的合并，能取消的取消，做到一次告知、一次办结。'];
    join(`${TORN}审查各个环节，${first}$0\n${second}\n`, `${TORN}审查各个环节，${first} ${second}\n`);
  });
});
