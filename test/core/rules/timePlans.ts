/** Plans and tables round the words a test about times is about. */
const TITLE = '云溪区河道管护实施方案（2021—2025年）';
const LIST = '云溪区河道管护任务清单（2021—2025年）';
const UNITS = '（牵头单位：区水务局；责任单位：区财政局）';

/** Measures with their units, each a numbered item. */
export const measures = (...texts: readonly string[]): string => measuresUnder(TITLE, ...texts);

export const measuresUnder = (title: string, ...texts: readonly string[]): string =>
  [title, '一、主要任务', ...texts.map((text, index) => `${index + 1}.${text}${UNITS}`)].join('\n');

/** Measures that state their deadline in the annotation. */
export const stated = (...pairs: readonly (readonly [text: string, deadline: string])[]): string =>
  [
    TITLE,
    '一、主要任务',
    ...pairs.map(
      ([text, deadline], index) =>
        `${index + 1}.${text}（牵头单位：区水务局；责任单位：区财政局；完成时限：${deadline}）`,
    ),
  ].join('\n');

/** Rows of a task table: task, deadline, outcome. */
export const rows = (...cells: readonly (readonly [task: string, deadline: string, outcome: string])[]): string =>
  rowsUnder(LIST, ...cells);

export const rowsUnder = (
  title: string,
  ...cells: readonly (readonly [task: string, deadline: string, outcome: string])[]
): string =>
  [
    title,
    '序号\t主要任务\t牵头单位\t责任单位\t完成时间\t成果形式',
    ...cells.map(
      ([task, deadline, outcome], index) => `${index + 1}\t${task}\t区水务局\t区财政局\t${deadline}\t${outcome}`,
    ),
  ].join('\n');

/** The same as a Markdown table. */
export const markdownRows = (
  ...cells: readonly (readonly [task: string, deadline: string, outcome: string])[]
): string =>
  [
    LIST,
    '',
    '| 序号 | 主要任务 | 牵头单位 | 责任单位 | 完成时间 | 成果形式 |',
    '| --- | --- | --- | --- | --- | --- |',
    ...cells.map(
      ([task, deadline, outcome], index) =>
        `| ${index + 1} | ${task} | 区水务局 | 区财政局 | ${deadline} | ${outcome} |`,
    ),
  ].join('\n');
