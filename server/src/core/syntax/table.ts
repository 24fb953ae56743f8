import type { Joined } from './joined';

/** What a column of a task table holds. `responsible` is one column for lead and participants together. */
export type ColumnRole =
  | 'project'
  | 'index'
  | 'group'
  | 'task'
  | 'lead'
  | 'participants'
  | 'responsible'
  | 'deadline'
  | 'outcome'
  | 'person'
  | 'other';

/** The columns of the running table; equal headers share one `key`, so that states compare by value. */
export interface Columns {
  readonly key: string;
  readonly roles: readonly ColumnRole[];
  readonly markdown: boolean;
}

export interface Cell extends Joined {
  readonly role: ColumnRole;
}

/** Header words seen in task tables, the more special first. Source: observed practice (docs/format.md, “任务表”). */
const HEADER_WORDS: readonly (readonly [RegExp, ColumnRole])[] = [
  [/^(?:序号|编号|序|No\.?|项次)$/i, 'index'],
  [/领导|责任人|联系人|负责人|联系电话|联络员/, 'person'],
  [/(?:牵头|主办|主责|承办).*(?:责任|配合|参与|协办|参加).*(?:单位|部门)?$/, 'responsible'],
  [/^(?:牵头|主办|主责|主要责任|第一责任|总牵头)/, 'lead'],
  [/^(?:配合|参加|参与|协办|协同|协助|协作|支持)/, 'participants'],
  [/^(?:主要)?责任(?:单位|部门|主体|科室|分工)/, 'responsible'],
  [/^(?:负责|实施|落实|承办|指导|完成)(?:单位|部门|主体|科室)/, 'participants'],
  // A day something began or was published is no deadline.
  [/^(?:启动|开工|开始|起始|发布|印发|成立|更新|填报|填表|制表)(?:时间|日期)$/, 'other'],
  [/时间|时限|期限|节点|进度安排|完成日期/, 'deadline'],
  [/成果|成效|预期目标|目标要求|完成标志|工作目标/, 'outcome'],
  [/^(?:项目|类别|领域|分类|板块|章节|一级指标|专项|方面)$/, 'project'],
  [/^(?:二级指标|改革举措|任务名称|事项名称|(?:实事)?(?:项目|工程)名称|分组|任务类别|重点任务类别)$/, 'group'],
  [/任务|内容|措施|举措|事项|工作要求|重点工作|三级指标|具体要求/, 'task'],
];
/** As exports write them for readers of English. */
const ENGLISH_WORDS: ReadonlyMap<string, ColumnRole> = new Map([
  ['project', 'project'],
  ['group', 'group'],
  ['task', 'task'],
  ['lead', 'lead'],
  ['participants', 'responsible'],
  ['deadline', 'deadline'],
  ['outcome', 'outcome'],
]);
const MAX_HEADER_CELL = 14;

/** Any of them, asked first: rows of data that are as short as a header have hardly any. */
const HEADER_WORD = new RegExp(HEADER_WORDS.map(([pattern]) => pattern.source).join('|'), 'i');

function roleOfHeader(cell: string): ColumnRole {
  const word = /[\s*#]/.test(cell) ? cell.replace(/[\s*#]+/g, '') : cell;
  if (word.length > MAX_HEADER_CELL) return 'other';
  if (!HEADER_WORD.test(word)) return ENGLISH_WORDS.get(word.toLowerCase()) ?? 'other';
  return HEADER_WORDS.find(([pattern]) => pattern.test(word))?.[1] ?? 'other';
}

/** Whether a line can be a row of a table at all: tabs, or a Markdown row. */
export function looksTabular(line: string): 'tabs' | 'markdown' | null {
  if (line.includes('\t') && line.indexOf('\t', line.indexOf('\t') + 1) > 0) return 'tabs';
  return /^\s*\|.*\|/.test(line) ? 'markdown' : null;
}

/** The separator line under a Markdown header (`|---|:--:|`). */
export function isMarkdownRule(line: string): boolean {
  return /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/.test(line);
}

const tooLong = (cell: string): boolean =>
  cell.length > 2 * MAX_HEADER_CELL && cell.trim().length > 2 * MAX_HEADER_CELL;

/**
 * Reads a header row, or `null` when the cells are no header: at least two cells must be header words and one of them
 * must be a task or a responsibility. A row of tasks may be as short as a header and hold the same words (精简事项): it
 * begins with a number, or, below the header of the table it is in (`running`), all its words are those of one column.
 */
export function readHeader(
  cells: readonly string[],
  markdown: boolean,
  running: Columns | null = null,
): Columns | null {
  if (cells.length < 3 || cells.some(tooLong)) return null;
  const filled = cells.filter((cell) => cell.trim() !== '');
  if (filled.length < 3 || /^\s*\d{1,4}\s*$/.test(filled[0]!)) return null;
  const roles = cells.map(roleOfHeader);
  const known = roles.filter((role) => role !== 'other');
  const core = roles.some(
    (role) => role === 'task' || role === 'lead' || role === 'responsible' || role === 'participants',
  );
  if (known.length < 2 || !core || (running && new Set(known).size < 2)) return null;
  settleTaskColumns(roles, cells);
  settleResponsible(roles);
  return { key: keyOf(roles, markdown), roles, markdown };
}

/**
 * The columns after a second header row (责任单位 over 牵头单位 and 配合单位), or `null` when the cells are none: every
 * cell that is not empty must be a header word, and one must say who does something.
 */
export function readSecondHeader(columns: Columns, cells: readonly string[]): Columns | null {
  // Nearly every row of data has a cell too long for a header, which ends the question here.
  if (cells.length > columns.roles.length || cells.some((cell) => cell.length > 2 * MAX_HEADER_CELL)) return null;
  if (cells.every((cell) => cell.trim() === '')) return null;
  const roles: ColumnRole[] = [];
  for (const cell of cells) {
    const role = roleOfHeader(cell);
    if (role === 'other' && cell.trim() !== '') return null;
    roles.push(role);
  }
  if (!roles.some((role) => role === 'lead' || role === 'responsible' || role === 'participants')) return null;
  const merged = columns.roles.map((role, at) => ((cells[at] ?? '').trim() === '' ? role : roles[at]!));
  settleResponsible(merged);
  return { ...columns, key: keyOf(merged, columns.markdown), roles: merged };
}

const keyOf = (roles: readonly ColumnRole[], markdown: boolean): string => `${markdown ? '|' : '\t'}${roles.join(' ')}`;

/** A row whose first lines end inside a quoted cell, so that it does not look like one yet. */
export function opensQuotedRow(columns: Columns | null, line: string): boolean {
  return columns !== null && !columns.markdown && /(?:^|\t)"/.test(line);
}

/** 主要任务 over two columns (the second head empty, or two task words): the first is the group, the last the measure. */
function settleTaskColumns(roles: ColumnRole[], cells: readonly string[]): void {
  const first = roles.indexOf('task');
  if (first < 0) {
    const group = roles.indexOf('group');
    if (group >= 0) roles[group] = 'task';
    return;
  }
  if (cells[first + 1]?.trim() === '') {
    roles[first] = 'group';
    roles[first + 1] = 'task';
  }
  const last = roles.lastIndexOf('task');
  for (let at = first; at < last; at++) if (roles[at] === 'task') roles[at] = 'group';
}

/** Beside a lead column, 责任单位 means those who take part; several such columns are kept as written. */
function settleResponsible(roles: ColumnRole[]): void {
  if (!roles.includes('lead')) return;
  for (let at = 0; at < roles.length; at++) if (roles[at] === 'responsible') roles[at] = 'participants';
}

interface RawCell {
  text: string;
  pieces: { offset: number; line: number; character: number }[];
}

/**
 * Splits the lines of one row at tabs. A cell that opens with `"` runs to its closing quote, over line ends too
 * (RFC 4180 as spreadsheets copy it). `first` is the row's line in the passage; the row took `lines` lines.
 */
export function splitTabs(lines: readonly string[], first: number): { cells: Joined[]; lines: number } {
  const cells: RawCell[] = [];
  let row = 0;
  let line = lines[0] ?? '';
  let at = 0;
  for (;;) {
    const quoted = line.charCodeAt(at) === 0x22 ? closingQuote(lines, row, at) : null;
    if (quoted) {
      cells.push(quotedCell(lines, first, row, at, quoted));
      row = quoted.row;
      line = lines[row]!;
      at = quoted.character + 1;
    } else {
      const tab = line.indexOf('\t', at);
      const end = tab < 0 ? line.length : tab;
      cells.push({ text: line.slice(at, end), pieces: [{ offset: 0, line: first + row, character: at }] });
      at = end;
    }
    if (at >= line.length) break;
    at++; // past the tab
    if (at >= line.length) {
      cells.push({ text: '', pieces: [{ offset: 0, line: first + row, character: at }] });
      break;
    }
  }
  return { cells, lines: row + 1 };
}

const MAX_CELL_LINES = 40;

/** Where the quote opened at (`row`, `at`) closes: followed by a tab or the line's end. `null`: it never does. */
function closingQuote(lines: readonly string[], row: number, at: number): { row: number; character: number } | null {
  for (let r = row; r < lines.length && r < row + MAX_CELL_LINES; r++) {
    const line = lines[r]!;
    for (let quote = line.indexOf('"', r === row ? at + 1 : 0); quote >= 0; quote = line.indexOf('"', quote + 1)) {
      if (line[quote + 1] === '"') quote++;
      else if (quote + 1 >= line.length || line[quote + 1] === '\t') return { row: r, character: quote };
    }
  }
  return null;
}

function quotedCell(
  lines: readonly string[],
  first: number,
  row: number,
  at: number,
  close: { row: number; character: number },
): RawCell {
  const cell: RawCell = { text: '', pieces: [] };
  for (let r = row; r <= close.row; r++) {
    const from = r === row ? at + 1 : 0;
    const to = r === close.row ? close.character : lines[r]!.length;
    cell.pieces.push({ offset: cell.text.length, line: first + r, character: from });
    cell.text += lines[r]!.slice(from, to) + (r < close.row ? '\n' : '');
  }
  return cell;
}

/** Splits a Markdown row at its unescaped bars; the cells are trimmed. */
export function splitBars(text: string, line: number): Joined[] {
  const cells: Joined[] = [];
  let from = text.indexOf('|') + 1;
  for (let at = from; at <= text.length; at++) {
    if (at < text.length && (text[at] !== '|' || text[at - 1] === '\\')) continue;
    if (at === text.length && text.slice(from).trim() === '') break;
    let start = from;
    let end = at;
    while (start < end && /\s/.test(text[start]!)) start++;
    while (end > start && /\s/.test(text[end - 1]!)) end--;
    cells.push({ text: text.slice(start, end), pieces: [{ offset: 0, line, character: start }] });
    from = at + 1;
  }
  return cells;
}

/** A line end inside a Markdown cell, which is itself one line. */
export const MARKDOWN_BREAK = /\s*<br\s*\/?>\s*/gi;

/** The cell of a Markdown row with its `<br>` as line ends; the places of what stands round them are kept. */
export function withBreaks(cell: Joined): Joined {
  const [{ line, character }] = cell.pieces as readonly [Joined['pieces'][number]];
  const pieces = [{ offset: 0, line, character }];
  let [text, from] = ['', 0];
  for (const match of cell.text.matchAll(MARKDOWN_BREAK)) {
    text += `${cell.text.slice(from, match.index)}\n`;
    from = match.index + match[0].length;
    pieces.push({ offset: text.length, line, character: character + from });
  }
  return from === 0 ? cell : { text: text + cell.text.slice(from), pieces };
}

const YEARS =
  /^\s*(?:20\d\d|[“"]?十[四五六]五|每|长期|持续|常态|已完成|全年|年底|年内|按|\d{1,2}月|\d个月|即行|立即|第[一二三四]季度|上半年|下半年|同步|[一二三四]季度|印发|近期|中期|远期|贯穿)/;

/** Whether a cell reads as a deadline; used only to see that a row has slipped, so generous. */
export function readsAsTime(cell: string): boolean {
  return cell.length <= 40 && YEARS.test(cell);
}

/**
 * How many columns a row has slipped to the left: 1 when the deadline column holds prose and the cell before it a time.
 * A row copied from a merged cell loses its group cell that way. The text stays as it is; only its reading moves.
 */
export function slippedColumns(columns: Columns, cells: readonly Joined[]): number {
  const deadline = columns.roles.indexOf('deadline');
  if (deadline < 2) return 0;
  const words = (at: number): string => cells[at]?.text.trim() ?? '';
  // What moved to the left leaves the last column empty.
  if (words(columns.roles.length - 1) !== '') return 0;
  const here = words(deadline);
  return here !== '' && !readsAsTime(here) && readsAsTime(words(deadline - 1)) ? 1 : 0;
}

const ABSENT: Joined = { text: '', pieces: [{ offset: 0, line: 0, character: 0 }] };

/** The column whose cell a slipped row has lost: that of the groups, which are merged, or the one behind the number. */
export const lostColumn = ({ roles }: Columns): number => Math.max(roles.indexOf('group'), roles.indexOf('index') + 1);

/** Gives each cell its role; a slipped row keeps its number and moves the rest to the right, past the lost group cell. */
export function assignRoles(columns: Columns, cells: readonly Joined[], slipped: number): Cell[] {
  const group = slipped > 0 ? lostColumn(columns) : -1;
  return columns.roles.map((role, at) => {
    if (slipped > 0 && at === group) return { ...ABSENT, role };
    const cell = cells[slipped > 0 && at > group ? at - slipped : at] ?? ABSENT;
    return { text: cell.text, pieces: cell.pieces, role };
  });
}

const MAX_CATEGORY = 40;

/**
 * The columns as a row has them. One that is a single cell over the whole width (二、惠民生) is the head of the rows below
 * it, as 项目 is where there is one.
 */
export function columnsOfRow(columns: Columns, cells: readonly Joined[]): Columns {
  const words = cells[0]!.text.trim();
  if (words.length < 3 || words.length > MAX_CATEGORY || columns.roles.includes('project')) return columns;
  if (/[。；]|^\d+$/.test(words) || cells.some((cell, at) => at > 0 && cell.text.trim() !== '')) return columns;
  const roles = columns.roles.with(0, 'project');
  return { ...columns, key: keyOf(roles, columns.markdown), roles };
}
