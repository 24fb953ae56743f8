// Source of plan.tmLanguage.json: `node syntaxes/grammar.mjs` writes it, test/static/grammar.test.ts guards it.
//
// The grammar colours what a line alone can tell; the language server's semantic tokens replace it where they know more.
// One-line documents of 100,000 characters exist, so no pattern may look further than a bounded distance from where it
// starts, and regions end with their line at the latest.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const R = String.raw;
const role = R`(?:牵头|责任|主办|主责|主要责任|第一责任|配合|参加|参与|协办|协同|承办|负责|落实|实施|指导)`;
const body = R`(?:单位|部门|主体|机构|区域|地区)`;
const label = R`(?:${role}(?:[（(]?(?:及|和|与|、|\/)?${role}[）)]?)?${body}|责任分工|任务分工|责任人|牵头领导)`;
const leadLabel = R`(?:牵头|主办|主责|第一责任)(?:责任)?${body}`;
const field = R`(?:完成|办结|时间|实施)(?:时限|时间|期限|要求|节点)|时限|(?:主要)?成果形式|(?:预期|主要|工作)?成果|适用范围`;
const open = R`[（(\[〔【]`;
const close = R`[）)\]〕】]`;
const cn = '一二三四五六七八九十百零〇';
const sp = R`[ \t　]*`;
const y = R`(?:19|20)\d{2}`;
/** 1.25 is a decimal, 1.2025年 the first measure of a list, which begins with a year. */
const noDecimal = R`(?!(?!${y}年)\d)`;
const headerWords =
  '项目|序号|编号|类别|领域|重点任务|主要任务|工作任务|任务名称|任务内容|任务|主要措施|工作措施|具体措施|措施|工作内容|工作要求|具体内容|事项|重点事项|牵头单位|牵头部门|责任单位|责任部门|配合单位|配合部门|参加单位|参与单位|协办单位|主办单位|主要责任单位|牵头领导|责任领导|责任人|完成时间|完成时限|时限要求|时间节点|时间安排|完成期限|时限|主要成果形式|成果形式|预期成果|工作成果|主要成果|目标要求|工作目标|备注';
const cap = (o) => Object.fromEntries(Object.entries(o).map(([k, v]) => [k, typeof v === 'string' ? { name: v } : v]));
const inc = (...n) => n.map((x) => ({ include: '#' + x }));
const NUM = 'keyword.other.number.plan';
// A number at the start of a line. The text behind it is a heading when the line is short and is not a sentence,
// and a run-in heading when its first clause is short and ends in a full stop or colon.
const numbered = (num, level) => [
  {
    name: `meta.heading.${level}.plan`,
    match: R`^(${sp})(#{1,6} +)?(\*\*)?(${num})${sp}([^。；;|\t*（(]{1,48}(?:[（(][^（）()]{1,24}[）)])?)(\*\*)?${sp}$`,
    captures: cap({
      2: 'punctuation.definition.heading.plan',
      3: 'punctuation.definition.bold.plan',
      4: NUM,
      5: `markup.heading.${level}.plan`,
      6: 'punctuation.definition.bold.plan',
    }),
  },
  {
    match: R`^(${sp})(\*\*)?(${num})${sp}(?:([^。；;：:，,|\t*（()]{2,${level < 3 ? 30 : 24}}${level < 3 ? '(?:，[^。；;：:，,|\\t*（()]{2,24})?' : ''}[。：:])(\*\*)?)?`,
    captures: cap({
      2: 'punctuation.definition.bold.plan',
      3: NUM,
      4: `markup.bold.runin.plan`,
      5: 'punctuation.definition.bold.plan',
    }),
  },
];
const g = {
  $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
  name: '方案 (Plandoc)',
  scopeName: 'source.plan',
  fileTypes: ['plan', 'plan.md', 'plan.txt', 'plan.tsv'],
  patterns: inc(
    'frontmatter',
    'comment',
    'tableRule',
    'header',
    'tableRow',
    'heading',
    'title',
    'numbers',
    'ownLineLabel',
    'sublabel',
    'inline',
  ),
  repository: {
    frontmatter: {
      begin: R`\A(---)${sp}$`,
      beginCaptures: cap({ 1: 'punctuation.definition.frontmatter.plan' }),
      end: R`^(---|\.\.\.)${sp}$`,
      endCaptures: cap({ 1: 'punctuation.definition.frontmatter.plan' }),
      contentName: 'meta.embedded.block.frontmatter.plan',
      patterns: [{ include: 'source.yaml' }],
    },
    comment: {
      name: 'comment.block.plan',
      begin: '<!--',
      end: '-->',
      beginCaptures: cap({ 0: 'punctuation.definition.comment.begin.plan' }),
      endCaptures: cap({ 0: 'punctuation.definition.comment.end.plan' }),
      patterns: [
        {
          match: R`\b(plandoc-(?:ignore|disable|enable)[a-z-]*)\b(?:[ \t]+([a-z]+(?:-[a-z]+)*(?:[ \t]*[,， ][ \t]*[a-z]+(?:-[a-z]+)*)*))?`,
          captures: cap({ 1: 'keyword.control.directive.plan', 2: 'variable.other.rule.plan' }),
        },
      ],
    },
    tableRule: { match: R`^${sp}\|?${sp}:?-{2,}:?${sp}(?:\|[ \t:|-]*)?$`, name: 'punctuation.separator.table.plan' },
    header: {
      comment: 'A header row: two or more column words, each filling its cell.',
      begin: R`^(?=${sp}\|?${sp}(?:${headerWords})${sp}(?:\||\t))(?=[^\n]*(?:\||\t)${sp}(?:${headerWords})${sp}(?:\||\t|$))`,
      end: '$',
      name: 'meta.table.header.plan',
      patterns: [
        { match: R`(?:${headerWords})(?=${sp}(?:\||\t|$))`, name: 'markup.bold.column.plan' },
        { match: R`\|`, name: 'punctuation.separator.table.plan' },
      ],
    },
    tableRow: {
      comment: 'A Markdown row. Rows of tab-separated tables need no rule of their own.',
      begin: R`^${sp}(\|)`,
      beginCaptures: cap({ 1: 'punctuation.separator.table.plan' }),
      end: '$',
      name: 'meta.table.row.plan',
      patterns: [{ match: R`\|`, name: 'punctuation.separator.table.plan' }, ...inc('inline')],
    },
    heading: {
      match: R`^(#{1,6})[ \t]+(?![${cn}]{1,4}、|（[${cn}]|\()(.{1,200})$`,
      name: 'markup.heading.plan',
      captures: cap({ 1: 'punctuation.definition.heading.plan', 2: 'entity.name.section.plan' }),
    },
    title: {
      match: R`^${sp}([^。；：:\t|]{2,60}(?:实施方案|工作方案|行动方案|方案|实施意见|意见|行动计划|工作计划|任务清单|任务分解表|工作要点|工作报告|的通知)(?:${sp}[（(][^（）()\t|]{1,24}[）)])?)${sp}$`,
      captures: cap({ 1: 'markup.heading.title.plan entity.name.section.plan' }),
    },
    numbers: {
      patterns: [
        {
          comment: 'A section in the first cell of a tab-separated row, and the number of the row.',
          match: R`^(?:([${cn}]{1,5}、)([^\t。；]{1,40}))?\t(\d{1,3})(?=\t)`,
          captures: cap({ 1: NUM, 2: 'markup.heading.1.plan', 3: NUM }),
        },
        { match: R`^\d{1,3}(?=\t)`, name: NUM },
        ...numbered(R`[${cn}]{1,5}、`, 1),
        ...numbered(R`[（(][${cn}]{1,5}[）)]`, 2),
        ...numbered(R`\d{1,3}(?:[.．]${noDecimal}|、)`, 3),
        ...numbered(R`[（(]\d{1,3}[）)]`, 4),
        ...numbered(R`[①-⑳]`, 5),
        ...numbered(R`第[${cn}\d]{1,6}[章节条](?=[ \t　])`, 2),
        { match: R`^${sp}(附件${sp}\d{0,2})([：:])?`, captures: cap({ 1: NUM, 2: 'punctuation.separator.plan' }) },
        { match: R`(?<=^|[。；\t|])${sp}([${cn}]{1,2}是)(?=[^的否])`, captures: cap({ 1: NUM }) },
      ],
    },
    ownLineLabel: {
      comment: '责任单位 on a line of its own.',
      begin: R`^(${sp})(\*\*)?(${label})(\*\*)?([：:])(\*\*)?`,
      beginCaptures: cap({
        2: 'punctuation.definition.bold.plan',
        3: 'keyword.control.label.plan',
        4: 'punctuation.definition.bold.plan',
        5: 'punctuation.separator.label.plan',
      }),
      end: '$',
      name: 'meta.responsibility.plan',
      patterns: inc('annotationBody'),
    },
    sublabel: {
      match: R`^${sp}(\*\*)?(目标|工作目标|目标任务|主要目标|措施|工作措施|主要措施|工作任务|治理指标|${field})(\*\*)?([：:])`,
      captures: cap({
        1: 'punctuation.definition.bold.plan',
        2: 'keyword.control.label.plan',
        3: 'punctuation.definition.bold.plan',
        4: 'punctuation.separator.label.plan',
      }),
    },
    inline: {
      patterns: inc('comment', 'citation', 'annotation', 'verbAnnotation', 'documentNumber', 'deadline', 'bold'),
    },
    annotation: {
      comment:
        '（牵头单位：…；责任单位：…）. An unclosed one must not colour the rest: it ends with its line or sentence, before the next number, before the next annotation.',
      begin: R`(${open})(?=${sp}(?:${label})${sp}[：:])`,
      beginCaptures: cap({ 1: 'punctuation.definition.annotation.begin.plan' }),
      end: R`(${close})|(?=。[^）)〕\]】]|[ 　](?:\d{1,3}|[一二三四五六七八九十]{1,3})[.．、]${noDecimal}|${open}${sp}(?:${label})${sp}[：:])|$`,
      endCaptures: cap({ 1: 'punctuation.definition.annotation.end.plan' }),
      name: 'meta.responsibility.plan',
      patterns: inc('annotationBody'),
    },
    verbAnnotation: {
      comment: '（…牵头，…配合）, （…按职责分工负责）',
      begin: R`([（(〔\[])(?=(?:[^（）()〔〕\[\]。\t|]|[（(〔][^（）()〔〕。]{0,30}[）)〕]){1,240}?(?:牵头|负责|配合|会同|落实|参加|参与|协助|实施)(?:[，；][^，；（）()。]{2,24}(?:完成|推进|前|底))?[）)〕\]])`,
      beginCaptures: cap({ 1: 'punctuation.definition.annotation.begin.plan' }),
      end: R`([）)〕\]])|$`,
      endCaptures: cap({ 1: 'punctuation.definition.annotation.end.plan' }),
      name: 'meta.responsibility.plan',
      patterns: inc('annotationBody'),
    },
    annotationBody: {
      patterns: [
        { include: '#comment' },
        {
          comment: 'The units behind a lead label.',
          begin: R`(${leadLabel})${sp}([：:])`,
          beginCaptures: cap({ 1: 'keyword.control.label.plan', 2: 'punctuation.separator.label.plan' }),
          end: R`(?=[；;。）)〕\]】]|${sp}[，,；;]?${sp}${label}[：:]|$)`,
          patterns: [
            ...inc('nested', 'separator', 'collective'),
            { match: R`[^\s　，、；：。,;:（）()〔〕\[\]【】]+`, name: 'entity.name.function.unit.plan' },
          ],
        },
        {
          match: R`(${label}|${field})${sp}([：:])`,
          captures: cap({ 1: 'keyword.control.label.plan', 2: 'punctuation.separator.label.plan' }),
        },
        {
          match: R`(?<=[前底末旬内年日])(?:完成|办结)|按(?:照)?(?:各自)?职责(?:分工)?(?:分别)?(?:负责|落实|配合)?|牵头(?:负责|落实|实施)?|共同负责|分别负责|负责(?:落实|实施)?|配合(?:落实|实施)?|会同|参加|参与|协助|等$|下同|不再(?:重复)?列出`,
          name: 'keyword.control.role.plan',
        },
        {
          comment: 'A star marks the lead.',
          match: R`\*[^\s　，、；：。,;:（）()〔〕\[\]【】*]{2,24}`,
          name: 'entity.name.function.unit.plan',
        },
        ...inc('citation', 'deadline', 'nested', 'separator'),
        {
          comment: 'X牵头: the names before the verb lead.',
          match: R`[^\s　，；：。,;:（）()〔〕\[\]、]{2,24}?(?=(?:[（(][^（）()]{1,12}[）)])?(?:、[^，；：。（）()]{1,60}?)?牵头)`,
          name: 'entity.name.function.unit.plan',
        },
        { include: '#collective' },
        {
          match: R`[^\s　，、；：。,;:（）()〔〕\[\]【】]{2,24}?(?=按(?:照)?(?:各自)?职责|共同负责|分别负责|负责|配合|会同|参加|参与|协助|落实|[\s　，、；：。,;:（）()〔〕\[\]【】]|等?$|等[各区市县有])`,
          name: 'entity.name.type.unit.plan',
        },
      ],
    },
    collective: {
      match: R`(?:各[^\s　，、；：。,;:（）()]{1,16}(?:[（(][^（）()]{1,8}[）)][^\s　，、；：。,;:（）()]{0,10})?(?:、[县市区镇乡]?[（(][^（）()]{1,6}[）)][^\s　，、；：。,;:（）()]{0,6})?|[^\s　，、；：。,;:（）()]{0,8}(?:有关|相关|各)(?:部门|单位)(?:和单位)?)(?=按(?:照)?|负责|配合|参加|参与|落实|[\s　，、；：。,;:（）()〕\]】]|$)`,
      name: 'variable.other.collective.plan',
    },
    nested: { match: R`[（(〔〈][^（）()〔〕〈〉]{1,40}[）)〕〉]`, name: 'meta.brackets.plan' },
    separator: { match: R`[、，；,;]`, name: 'punctuation.separator.unit.plan' },
    citation: {
      match: R`(《[^《》\n]{1,160}》)(?:([（(])([^（）()〔〕]{0,16}〔\d{4}〕${sp}第?\d{1,4}${sp}号)([）)]))?`,
      captures: cap({ 1: 'string.other.citation.plan', 3: 'constant.other.document-number.plan' }),
    },
    documentNumber: {
      match: R`(?:\p{Han}{1,8}(?:发|函|字|规|传|通|办|令|议|电))?〔(?:19|20)\d{2}〕${sp}第?\d{1,4}${sp}号`,
      name: 'constant.other.document-number.plan',
    },
    deadline: {
      patterns: [
        { match: R`${y}年?${sp}(?:-|—{1,2}|–|－|~|～|至|到)${sp}${y}年`, name: 'constant.numeric.period.plan' },
        {
          match: R`(?:到|至|自|从|截至)?${y}年(?:\d{1,2}月(?:\d{1,2}日|底|末|[上中下]旬)?|第?[一二三四1-4]季度|[上下]半年)?(?:年?底|年?末)?(?:之前|以前|前)?`,
          name: 'constant.numeric.deadline.plan',
        },
        {
          match: R`每(?:年|半年|季度|月)(?:\d{1,2}月(?:\d{1,2}日|底)?|年?底)?前?`,
          name: 'constant.numeric.deadline.plan',
        },
        {
          match: R`\d{1,3}(?:个工作日|个月|日|年)(?:之)?内|年底前|(?:[1-9]|1[0-2])月底前`,
          name: 'constant.numeric.deadline.plan',
        },
      ],
    },
    bold: {
      match: R`(\*\*)(?=\S)([^*\n]{1,200}?)(\*\*)`,
      captures: cap({
        1: 'punctuation.definition.bold.plan',
        2: 'markup.bold.plan',
        3: 'punctuation.definition.bold.plan',
      }),
    },
  },
};

/** The file's text. */
export const grammarText = () => JSON.stringify(g, null, 2) + '\n';

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('plan.tmLanguage.json', import.meta.url), grammarText());
}
