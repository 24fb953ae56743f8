/**
 * The frames of plans, in our own words. Structure: title, addressee, basis, general requirements, tasks with their
 * responsibility, safeguards, list of annexes, signature and date, annex. Source: GB/T 9704—2012, 7.3 (addressee, text,
 * list of annexes, signature, annex); order of chapters: observed practice. Marks: see `fill.ts`.
 */

/** Signature and date where no seal is set by the text: set in from the right by full-width spaces (7.3.5.2). */
export const SIGNED = `　　　　　　　　{signer}
　　　　　　　　　　[[date={date}]]`;

const BASIS = '为贯彻落实[[《上位文件名称》（文号）]]有关要求，扎实推进{topic}，结合{our}实际，';

const GUIDING =
  '坚持以习近平新时代中国特色社会主义思想为指导，[[聚焦群众和企业反映集中的问题，统筹当前和长远]]，推动{topic}取得实效，为{whole}高质量发展提供有力支撑。';

const PRINCIPLES = `坚持党的领导，[[把党的领导贯穿工作各环节]]；坚持问题导向，[[从最突出、最急需的事项抓起]]；坚持系统推进，[[加强部门协同和上下联动]]。`;

const SAFEGUARDS = `（一）加强组织领导。{seat}建立{topic}协调机制，{lead}承担日常工作，[[每季度调度一次进展]]。各责任单位要明确分管负责同志和具体承办人员，[[逐项制定推进计划]]。

（二）强化要素保障。[[统筹安排人员、经费和场地，优先保障重点任务]]，加强资金绩效管理。

（三）严格督促检查。[[对照任务分工建立台账，定期通报进展，对推进缓慢的及时提醒]]，确保各项任务按期完成。

（四）注重宣传引导。[[及时宣传政策举措，总结推广基层的有效做法]]，营造良好氛围。`;

/** 实施方案: labelled annotations, deadlines inside them. */
export const IMPLEMENTATION_PLAN = `{title}

${BASIS}制定本实施方案。

一、总体要求

（一）指导思想。${GUIDING}

（二）基本原则。${PRINCIPLES}

（三）工作目标。到{first}年底，[[工作机制基本健全，重点任务全面启动]]；到{end}年底，[[各项任务全面完成，形成一批可推广的做法]]。

二、主要任务

（一）[[健全工作机制]]

1.[[摸清底数]]。[[全面梳理现状和问题，分类建立清单，动态更新]]。（牵头单位：{lead}；责任单位：{departments}；完成时限：{first}年底前）

2.[[完善制度]]。[[修订配套制度和工作流程，明确各环节的标准和时限]]。（牵头单位：{lead}；责任单位：{justice}、{planning}；完成时限：{second}）

（二）[[提升服务质效]]

3.[[优化办理流程]]。[[精简材料和环节，推动线上线下同标办理]]。（牵头单位：{data}；责任单位：{departments}、{below}；完成时限：{third}）

4.[[加强能力建设]]。[[开展业务培训和交流，培养一批骨干力量]]。（牵头单位：{lead}；责任单位：{finance}、{below}；完成时限：{end}年底前）

三、保障措施

${SAFEGUARDS}

附件：{topic}协调机制成员名单

${SIGNED}

附件

{topic}协调机制成员名单

召集人：[[姓名，职务]]

成员：[[姓名，职务]]
`;

/** 实施意见: addressee, annotations in words. */
export const IMPLEMENTATION_OPINION = `{title}

{addressee}

${BASIS}提出以下实施意见。

一、总体要求

（一）指导思想。${GUIDING}

（二）基本原则。${PRINCIPLES}

（三）主要目标。到{end}年，[[制度更加完善，服务更加优质，群众满意度明显提高]]。

二、重点任务

（四）[[健全制度体系]]。[[系统清理现行制度，该修改的及时修改，该废止的按程序废止]]。（{lead}牵头，{justice}、{departments}配合）

（五）[[增强供给能力]]。[[优化资源布局，补齐薄弱环节，推动服务向基层延伸]]。（{planning}牵头，{finance}、{below}配合）

（六）[[推动数据共享]]。[[编制共享目录，打通业务系统，减少重复填报]]。（{data}牵头，{departments}配合）

（七）[[加强监督管理]]。[[健全日常检查和问题整改机制，公开办理结果，接受社会监督]]。（{lead}牵头，{departments}、{below}配合）

三、组织实施

（八）加强组织领导。{seat}定期研究{topic}中的重要事项，{lead}负责统筹协调，[[各有关单位制定细化措施，抓好落实]]。

（九）加大投入力度。{finance}[[按规定统筹安排资金，加强绩效管理]]。

（十）强化督促落实。[[各牵头单位按季度汇总进展，重要情况及时报告{seat}]]。除有明确时间要求的任务外，其他各项任务应于{end}年底前完成。

${SIGNED}
`;

/** 行动计划: goals in figures, actions, stages; the annex holds the indicators. */
export const ACTION_PLAN = `{title}

${BASIS}制定本行动计划。

一、行动目标

到{end}年底，[[主要指标达到预期，长效机制基本形成]]。主要指标见附件。

二、重点行动

（一）[[基础提升行动]]

1.[[补齐设施短板]]。[[完成现状摸排，按轻重缓急实施改造]]。（牵头单位：{lead}；配合单位：{finance}、{below}；完成时限：{first}年底前）

2.[[建强工作队伍]]。[[明确岗位职责，开展全员培训]]。（牵头单位：{lead}；配合单位：{departments}；完成时限：{second}）

（二）[[服务优化行动]]

3.[[推出便民举措]]。[[公布服务清单，开展上门办、预约办]]。（牵头单位：{data}；配合单位：{departments}；完成时限：{third}）

（三）[[机制创新行动]]

4.[[开展试点示范]]。[[选择有条件的地方先行先试，及时总结推广]]。（牵头单位：{planning}；配合单位：{below}；完成时限：{end}年底前）

三、实施步骤

（一）动员部署阶段（{started}）。[[分解任务，明确责任人和时间表]]。

（二）全面实施阶段（{carriedout}）。[[逐项推进落实，按季度调度]]。

（三）总结提升阶段（{end}年底前）。[[开展总结评估，固化有效做法]]。

四、保障措施

${SAFEGUARDS}

附件：{topic}主要指标

${SIGNED}

附件

{topic}主要指标

| 序号 | 指标名称 | {base}年基数 | {end}年目标值 |
| --- | --- | --- | --- |
| 1 | [[指标名称]] | [[数值]] | [[数值]] |
| 2 | [[指标名称]] | [[数值]] | [[数值]] |
`;

/** Rows of the task list, made into either form of table by `tableText`. */
export const TASK_LIST_HEAD = ['序号', '主要任务', '牵头单位', '责任单位', '完成时限', '成果形式'] as const;

export const TASK_LIST_ROWS: readonly (readonly string[])[] = [
  [
    '健全{topic}[[统筹协调机制，明确议事规则和联络人员]]',
    '{lead}',
    '{departments}',
    '{first}年底前',
    '[[印发工作规则]]',
  ],
  ['[[梳理现行制度，提出保留、修改、废止的意见]]', '{justice}', '{lead}、{planning}', '{second}', '[[公布清理结果]]'],
  ['[[编制服务事项清单，统一办理标准和时限]]', '{data}', '{departments}、{below}', '{third}', '[[公布事项清单]]'],
  ['[[开展业务培训，提升一线人员能力]]', '{lead}', '{finance}、{below}', '{end}年底前', '[[完成培训轮次]]'],
];

export const TASK_LIST = `{title}

{table}
`;

/** 印发通知: the letter, then the plan it issues. */
export const NOTICE = `{issuer}关于印发《{title}》的通知

{addressee}

《{title}》已经[[{meeting}审议通过]]，现印发给你们，请结合实际认真贯彻落实。

${SIGNED}

（此件公开发布）

`;
