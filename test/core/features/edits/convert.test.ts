import { checkEdit, checkRefused } from './checkEdit';

const toTable = (before: string, after: string, options = {}): void => checkEdit('toTable', before, after, options);
const toProse = (before: string, after: string): void => checkEdit('toProse', before, after);
const toMeasure = (before: string, after: string): void => checkEdit('rowToMeasure', before, after);

const TITLE = '云溪区养老服务实施方案（2024—2026年）\n\n一、任务\n';
const MEASURES = `（一）建立台账。分类登记，动态更新。（牵头单位：区民政局；责任单位：区财政局、各镇街；完成时限：2024年底前）
（二）培训人员。（牵头单位：区人社局；责任单位：区民政局）
`;
const TSV = `序号\t主要任务\t牵头单位\t责任单位\t完成时限
1\t建立台账。分类登记，动态更新。\t区民政局\t区财政局、各镇街\t2024年底前
2\t培训人员。\t区人社局\t区民政局\t`;

describe('转成任务表 toTable', () => {
  it('selected measures become rows; columns are those the annotations have', () => {
    toTable(`${TITLE}<|${MEASURES}|>二、保障\n`, `${TITLE}${TSV}\n二、保障\n`);
  });

  it('a caret in a measure takes those round it, a caret in a heading its section', () => {
    toTable(
      `${TITLE}（一）建立$0台账。（牵头单位：区民政局）\n（二）培训。（牵头单位：区人社局）\n二、保障\n`,
      `${TITLE}序号\t主要任务\t牵头单位\n1\t建立台账。\t区民政局\n2\t培训。\t区人社局\n二、保障\n`,
    );
    toTable(`云溪区方案\n一、任$0务\n${MEASURES}二、保障\n`, `云溪区方案\n一、任务\n${TSV}\n二、保障\n`);
  });

  it('is a Markdown table where the document has such tables or marks, or when asked', () => {
    toTable(
      `# 云溪区方案\n## 一、任务\n<|**（一）建|档。**（牵头单位：区民政局；配合单位：区财政局）|>\n`,
      '# 云溪区方案\n## 一、任务\n| 序号 | 主要任务 | 牵头单位 | 配合单位 |\n| --- | --- | --- | --- |\n| 1 | 建\\|档。 | 区民政局 | 区财政局 |\n',
    );
    toTable(
      `${TITLE}<|（一）办。（牵头单位：区民政局）|>`,
      `${TITLE}| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n| 1 | 办。 | 区民政局 |`,
      { form: 'markdown' },
    );
  });

  it('headings become the cells of groups, written once as merged cells are', () => {
    toTable(
      '云溪区方案\n<|一、设施\n（一）改造。（牵头单位：区住建局）\n（二）新建。（牵头单位：区民政局）\n二、人员\n（三）培训。（牵头单位：区人社局）|>\n',
      '云溪区方案\n项目\t序号\t主要任务\t牵头单位\n一、设施\t1\t改造。\t区住建局\n\t2\t新建。\t区民政局\n二、人员\t3\t培训。\t区人社局\n',
    );
  });

  it('numbers that run go on from where they were', () => {
    toTable(
      `${TITLE}（一）甲。（牵头单位：区民政局）\n<|（二）乙。（牵头单位：区民政局）\n（三）丙。（牵头单位：区财政局）|>`,
      `${TITLE}（一）甲。（牵头单位：区民政局）\n序号\t主要任务\t牵头单位\n2\t乙。\t区民政局\n3\t丙。\t区财政局`,
    );
  });

  it('roles said by verbs become columns, and words beyond them stay', () => {
    toTable(
      `${TITLE}<|（一）甲。（区民政局牵头，区财政局、区司法局配合）\n（二）乙。（区民政局牵头，区财政局、区司法局等按职责分工负责）|>`,
      `${TITLE}序号\t主要任务\t牵头单位\t责任单位\t配合单位\n1\t甲。\t区民政局\t\t区财政局、区司法局\n2\t乙。\t区民政局\t区财政局、区司法局等按职责分工负责\t`,
    );
  });

  it('an annotation on a line of its own belongs to its measure', () => {
    toTable(
      `${TITLE}<|（一）甲。\n责任单位：区民政局、区财政局\n|>`,
      `${TITLE}序号\t主要任务\t责任单位\n1\t甲。\t区民政局、区财政局\n`,
    );
  });

  it('in a document of one line the table stands on lines of its own', () => {
    toTable(
      '云溪区方案 一、任务 <|（一）甲。建立台账，分类登记。（牵头单位：区民政局；责任单位：区财政局） （二）乙。培训人员，提升能力。（牵头单位：区人社局；责任单位：区财政局）|> 二、保障',
      '云溪区方案 一、任务 \n序号\t主要任务\t牵头单位\t责任单位\n1\t甲。建立台账，分类登记。\t区民政局\t区财政局\n2\t乙。培训人员，提升能力。\t区人社局\t区财政局\n二、保障',
    );
  });

  it('measures without units make a table to be filled in', () => {
    toTable(
      `${TITLE}<|（一）甲。建立台账，分类登记，动态更新。\n（二）乙。培训人员，提升能力，持证上岗。|>`,
      `${TITLE}序号\t主要任务\t牵头单位\t责任单位\n1\t甲。建立台账，分类登记，动态更新。\t\t\n2\t乙。培训人员，提升能力，持证上岗。\t\t`,
    );
  });

  it('refuses what a table would lose, and says where', () => {
    const no = (before: string, says: RegExp): void => checkRefused('toTable', before, says);
    no(`${TITLE}<|（一）甲。（牵头单位：区民政局）\n各单位要按照本方案抓好落实，确保取得实效。|>`, /不是编号的措施/);
    no(`${TITLE}<|（一）甲。（牵头单位：区民政局）乙。（牵头单位：区财政局）|>`, /几个责任括注/);
    no(`${TITLE}<|（一）甲。（牵头单位：区民政局）确保落实到位。|>`, /还有文字/);
    no(`${TITLE}<|（一）甲。（责任单位：区民政局、区财政局，列第一位的为牵头单位，下同）|>`, /下同/);
    no(`${TITLE}<|（一）甲。（牵头单位：区民政局）\n（二）乙。建立台账，分类登记，动态更新。|>`, /没有写责任单位/);
    no(`$0${TITLE}`, /没有带编号的措施/);
  });
});

const TABLE = `云溪区任务清单\n\n`;

describe('转成措施 toProse', () => {
  it('a table becomes numbered measures with annotations in the words of its head', () => {
    toProse(
      `${TABLE}序号\t主要任务\t牵头部门\t责任部门\t完成时间\t成果形式\n1\t建立$0台账\t区民政局\t区财政局 各镇街\t2024年\t印发制度。\n2\t培训人员。\t区人社局\t\t长期坚持\t\n`,
      `${TABLE}一、建立台账。（牵头部门：区民政局；责任部门：区财政局、各镇街；完成时间：2024年；成果形式：印发制度）\n二、培训人员。（牵头部门：区人社局；完成时间：长期坚持）\n`,
    );
  });

  it('annotations look like those the document has', () => {
    toProse(
      `${TITLE}（一）甲。（区民政局牵头，区财政局配合）\n二、清单\n| 序号 | 主要任务 | 牵头单位 | 责任单位 |\n| --- | --- | --- | --- |\n| 1 | 乙。$0 | 区司法局 | 区财政局 |\n`,
      `${TITLE}（一）甲。（区民政局牵头，区财政局配合）\n二、清单\n（一）乙。（区司法局牵头，区财政局配合）\n`,
    );
  });

  it('groups become headings, merged cells are filled', () => {
    toProse(
      `${TABLE}项目\t序号\t主要任务\t牵头单位\n一、设施$0\t1\t改造。\t区住建局\n\t2\t新建。\t区民政局\n二、人员\t3\t培训。\t\n`,
      `${TABLE}一、设施\n（一）改造。（牵头单位：区住建局）\n（二）新建。（牵头单位：区民政局）\n二、人员\n（三）培训。（牵头单位：区民政局）\n`,
    );
  });

  it('some rows leave a table behind that can be read', () => {
    toProse(
      `${TABLE}项目\t序号\t主要任务\t牵头单位\n设施\t1\t改造。\t区住建局\n<|\t2\t新建。\t区民政局|>\n\t3\t培训。\t区人社局\n`,
      `${TABLE}项目\t序号\t主要任务\t牵头单位\n设施\t1\t改造。\t区住建局\n\n一、设施\n（二）新建。（牵头单位：区民政局）\n\n项目\t序号\t主要任务\t牵头单位\n设施\t3\t培训。\t区人社局\n`,
    );
  });

  it('rows divided by headings leave the head to those below', () => {
    const head = '序号\t主要任务\t责任单位\n';
    const [first, last] = ['1\t甲。\t区民政局\n', '2\t乙。\t区财政局\n'];
    toProse(
      `${TABLE}${head}一、设施（共1项）\n${first.replace('甲', '甲$0')}二、人员（共1项）\n${last}`,
      `${TABLE}一、设施（共1项）\n（一）甲。（责任单位：区民政局）\n二、人员（共1项）\n${head}${last}`,
    );
    toProse(
      `${TABLE}${head}一、设施（共1项）\n${first}二、人员（共1项）\n${last.replace('乙', '乙$0')}`,
      `${TABLE}${head}一、设施（共1项）\n${first}二、人员（共1项）\n（二）乙。（责任单位：区财政局）\n`,
    );
  });

  it('numbering goes on from the measure above', () => {
    toProse(
      `${TITLE}（一）甲。（牵头单位：区民政局）\n\n（二）乙。（牵头单位：区民政局）\n\n序号\t主要任务\t牵头单位\n1\t丙$0。\t区财政局\n2\t丁。\t区财政局\n`,
      `${TITLE}（一）甲。（牵头单位：区民政局）\n\n（二）乙。（牵头单位：区民政局）\n\n（三）丙。（牵头单位：区财政局）\n\n（四）丁。（牵头单位：区财政局）\n`,
    );
  });

  it('refuses where there is no table', () => {
    checkRefused('toProse', `${TITLE}（一）甲$0。（牵头单位：区民政局）\n`, /不是任务表/);
    checkRefused('toProse', `${TITLE}<|正文。\n序号\t主要任务\t牵头单位\n1\t丙。\t区财政局|>\n`, /不是任务表/);
    checkRefused('toProse', `序号\t主要任务\t牵头单位\n1\t$0\t区财政局\n`, /没有写任务/);
    checkRefused('toProse', `序号\t主要$0任务\t牵头单位\n`, /不是任务表/);
  });
});

describe('本行改成措施 rowToMeasure', () => {
  const head = '| 序号 | 主要任务 | 牵头单位 |\n| --- | --- | --- |\n';
  it('the first, a middle and the last row', () => {
    const rows = ['| 1 | 甲。 | 区民政局 |', '| 2 | 乙。 | 区财政局 |', '| 3 | 丙。 | 区司法局 |'] as const;
    toMeasure(
      `${TITLE}${head}| 1 | 甲$0。 | 区民政局 |\n${rows[1]}\n`,
      `${TITLE}（一）甲。（牵头单位：区民政局）\n\n${head}${rows[1]}\n`,
    );
    toMeasure(
      `${TITLE}${head}${rows[0]}\n| 2 | 乙。 | $0区财政局 |\n${rows[2]}\n`,
      `${TITLE}${head}${rows[0]}\n\n（二）乙。（牵头单位：区财政局）\n\n${head}${rows[2]}\n`,
    );
    toMeasure(
      `${TITLE}${head}${rows[0]}\n| 2 | 乙。 | $0区财政局 |\n`,
      `${TITLE}${head}${rows[0]}\n\n（二）乙。（牵头单位：区财政局）\n`,
    );
  });
});
