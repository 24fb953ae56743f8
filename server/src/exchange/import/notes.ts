/** What an import could not carry over, or did in another form: gathered while reading, told when it is done. */
import { say, type Locale, type Message } from '../../core/text/locale';

/** `lost`: not in the text; the rest says how something was carried over. */
interface NoteText extends Message {
  readonly lost: boolean;
}

const lost = (zh: string, en: string): NoteText => ({ zh, en, lost: true });
const told = (zh: string, en: string): NoteText => ({ zh, en, lost: false });

export const NOTES = {
  image: lost('图片 {count} 处没有带入', 'pictures not carried over: {count}'),
  object: lost('嵌入对象 {count} 处没有带入', 'embedded objects not carried over: {count}'),
  chart: lost('图表、智能图形 {count} 处没有带入', 'charts and diagrams not carried over: {count}'),
  drawing: lost('自绘图形 {count} 处没有带入', 'shapes not carried over: {count}'),
  chunk: lost('嵌入的其他文档 {count} 处没有带入', 'embedded documents not carried over: {count}'),
  comment: lost('批注 {count} 条没有带入', 'comments not carried over: {count}'),
  header: lost('页眉 {count} 处没有带入', 'page headers not carried over: {count}'),
  footer: lost('页脚 {count} 处没有带入', 'page footers not carried over: {count}'),
  hidden: lost('隐藏文字 {count} 处没有带入', 'hidden text not carried over: {count}'),
  toc: lost('自动目录 {count} 处没有带入（可由大纲得到）', 'generated tables of contents left out: {count}'),
  placeholder: lost('未填写的占位提示 {count} 处没有带入', 'placeholders nobody filled in left out: {count}'),
  ruby: lost('拼音标注 {count} 处没有带入', 'phonetic guides not carried over: {count}'),
  macro: lost('文件带有宏，没有读取，也不会运行', 'the file has macros; they were neither read nor run'),
  externalLink: lost('指向其他文件的外部链接 {count} 处没有读取', 'links to other files not followed: {count}'),
  attachment: lost('附带的文件 {count} 个没有带入', 'attached files not carried over: {count}'),
  glyph: lost('只有专用字体才有的符号 {count} 处无法识别，以“〓”代替', 'symbols of special fonts put as “〓”: {count}'),
  control: lost('无法显示的控制字符 {count} 个已去掉', 'control characters left out: {count}'),
  undecoded: lost('无法识别的字节 {count} 处，以“�”代替', 'bytes that are no text put as “�”: {count}'),
  furniture: lost(
    '网页的导航、分享、版权等 {count} 处已搁置',
    'navigation, share bars and the like set aside: {count}',
  ),
  metadata: lost('网页的其他索引信息 {count} 项已搁置', 'other data of the page set aside: {count}'),
  aside: lost('正文以外的文字 {count} 段已搁置，请看有无需要的', 'text outside the article set aside: {count}'),
  otherSheet: lost(
    '其他工作表 {count} 张没有带入（可另选工作表再导入）',
    'other sheets not carried over: {count} (import again to choose one)',
  ),
  hiddenColumn: lost('隐藏列 {count} 列没有带入', 'hidden columns not carried over: {count}'),
  formulaWithoutValue: lost(
    '没有保存结果的公式 {count} 处，留空',
    'formulas without a stored value left empty: {count}',
  ),
  cellComment: lost('单元格批注 {count} 条没有带入', 'cell comments not carried over: {count}'),
  mergedOther: lost(
    '纵向合并的格 {count} 处：只在第一行保留内容',
    'cells merged downwards: {count}; their text stands in the first row only',
  ),
  hiddenRow: told('隐藏行 {count} 行照样带入，请看是否需要', 'hidden rows carried over all the same: {count}'),
  errorValue: told('出错的公式 {count} 处照原样带入', 'formulas in error carried over as shown: {count}'),
  dateAsShown: told(
    '日期 {count} 处：文件没有给出显示格式，写成“年月日”',
    'dates whose display format is not in the file, written with 年月日: {count}',
  ),
  mergedFilled: told(
    '纵向合并的单位、时限等 {count} 处，已逐行填写',
    'units, deadlines and the like merged over rows, repeated in each: {count}',
  ),
  repeatedHead: told('每页重复的表头 {count} 处已去掉', 'table heads repeated on pages left out: {count}'),
  nestedTable: told(
    '表中套表 {count} 处，内层表的文字并入所在的格',
    'tables inside tables put into their cell: {count}',
  ),
  changesAccepted: told('修订 {count} 处，按全部接受处理', 'tracked changes taken as accepted: {count}'),
  changesRejected: told('修订 {count} 处，按全部拒绝处理', 'tracked changes taken as refused: {count}'),
  note: told('脚注、尾注 {count} 条移到文末', 'footnotes and endnotes moved to the end: {count}'),
  textBox: told('文本框 {count} 个，文字移到所在段落之后', 'text boxes put behind their paragraph: {count}'),
  equation: told('公式 {count} 处，只带入其中的文字', 'equations carried over as plain text: {count}'),
  link: told('超链接 {count} 处，只带入文字', 'hyperlinks carried over as text: {count}'),
  numberFormat: told(
    '少见的编号样式 {count} 处，写成阿拉伯数字',
    'rare kinds of automatic numbers written in digits: {count}',
  ),
  encoding: told('按 {places} 编码读取', 'read as {places}'),
} as const satisfies Record<string, NoteText>;

export type NoteKind = keyof typeof NOTES;

/** One kind of thing, how often, and where: the words it stood at, a cell, a name. At most `MAX_PLACES` are kept. */
export interface ImportNote {
  readonly kind: NoteKind;
  readonly count: number;
  readonly places: readonly string[];
}

const MAX_PLACES = 20;
const MAX_PLACE_LENGTH = 40;

export interface Notes {
  /** Counts one more; `place` is cut to a readable length. */
  add(kind: NoteKind, place?: string): void;
  list(): readonly ImportNote[];
}

export function createNotes(): Notes {
  const found = new Map<NoteKind, { count: number; places: string[] }>();
  return {
    add(kind, place = '') {
      const entry = found.get(kind) ?? { count: 0, places: [] };
      found.set(kind, entry);
      entry.count++;
      const shown = excerpt(place);
      if (shown !== '' && entry.places.length < MAX_PLACES && !entry.places.includes(shown)) entry.places.push(shown);
    },
    list: () => [...found].map(([kind, { count, places }]) => ({ kind, count, places })),
  };
}

/** The beginning of a text on one line, for showing where something stands. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_PLACE_LENGTH ? `${line.slice(0, MAX_PLACE_LENGTH - 1)}…` : line;
}

export const isLost = (note: ImportNote): boolean => NOTES[note.kind].lost;

/** Whether a running head or foot only counts pages, which is nothing lost. */
export const isPageNumber = (words: string): boolean => words.replace(/第|共|页|Page|of|[\s\d—\-－–·/|]/gi, '') === '';

/** A note as one line for people. `most`: how many places are named. */
export function noteText(note: ImportNote, locale: Locale, most = 3): string {
  const zh = locale === 'zh';
  const places = note.places.slice(0, most).map((place) => (zh ? `“${place}”` : `“${place}”`));
  const named = places.join(zh ? '、' : ', ');
  const sentence = say(NOTES[note.kind], locale, { count: note.count, places: note.places.join('、') });
  if (note.kind === 'encoding' || places.length === 0) return sentence + (zh ? '。' : '.');
  const rest = note.count > places.length ? (zh ? '等' : ', …') : '';
  return zh ? `${sentence}：${named}${rest}。` : `${sentence} (${named}${rest}).`;
}
