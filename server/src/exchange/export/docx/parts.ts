/**
 * A plan as the elements of an official document (GB/T 9704—2012, 7): what each paragraph of the text is on paper. Nothing
 * is moved and no word is changed; what is not printed is counted.
 */
import {
  annexNote,
  bareLine,
  isDocumentNumber,
  isImprint,
  isIssueDate,
  isSignedAndDated,
  looksLikeAddressee,
  looksLikeSignature,
  MAX_SIGNATURES,
} from '../../../core/plan/elements';
import type { Plan } from '../../../core/plan/plan';
import type { BlockReading, PassageReading } from '../../../core/plan/reading';
import type { Block, Heading, HeaderRow, Paragraph, Row } from '../../../core/syntax/block';
import type { Range } from '../../../core/text/position';
import { runsOf, wordsOf, type Run } from './runs';
import { cellsOf, cellsOfLine, textTable, type DraftRow, type TextTable } from './textTable';

export type TextKind =
  /** 某某文件, in red. */
  | 'letterhead'
  | 'number'
  | 'title'
  /** The period or the date in brackets below a title. */
  | 'subtitle'
  | 'addressee'
  | 'heading'
  | 'body'
  /** 附件：1. …, and the lines of its list. */
  | 'annex-note'
  | 'signature'
  | 'date'
  /** （此件公开发布） */
  | 'remark'
  /** 附件1, at the top of an annex. */
  | 'annex-mark'
  /** 抄送, and who printed it when. */
  | 'imprint';

export interface TextPart {
  readonly kind: TextKind;
  /** Of headings and of measures with a head, by the scheme of their number: 一、 is 1, （一） 2; 0 is a chapter. */
  readonly level: number;
  readonly runs: readonly Run[];
  /** A document of its own begins here: an annex, the plan behind its notice. */
  readonly opens: boolean;
}

export interface TablePart {
  readonly kind: 'table';
  readonly table: TextTable;
}

export type Part = TextPart | TablePart;

/** What the text has and the paper has not. */
export interface LeftOut {
  readonly frontMatter: string | null;
  readonly comments: readonly string[];
  readonly furniture: readonly string[];
  /** Heads of a table that are printed once and repeated by the layout. */
  readonly heads: number;
}

export interface Parts {
  readonly parts: readonly Part[];
  readonly leftOut: LeftOut;
}

export function partsOf(plan: Plan): Parts {
  const walk = new Walk(plan);
  while (walk.at < walk.blocks.length) walk.next();
  return walk.result();
}

/** A block with what was read from it. */
interface Placed {
  readonly block: Block;
  readonly item: BlockReading | undefined;
  readonly reading: PassageReading;
  /** It lies in the lines of a title. */
  readonly title: boolean;
}

function placedBlocks(plan: Plan): readonly Placed[] {
  return plan.readings.flatMap((reading): Placed[] => {
    const items = new Map<Block, BlockReading>(reading.items.map((item) => [item.block, item]));
    const { titles } = reading.summary;
    return reading.passage.blocks.map((block) => ({
      block,
      item: items.get(block),
      reading,
      title: titles.some(({ range }) => startsIn(block, range)),
    }));
  });
}

function startsIn(block: Block, { start, end }: Range): boolean {
  if (block.kind !== 'paragraph' && block.kind !== 'heading') return false;
  const { line, character } = block.pieces[0]!;
  const after = line > start.line || (line === start.line && character >= start.character - leading(block));
  return after && (line < end.line || (line === end.line && character < end.character));
}

/** A title's range begins at its words, its block at the line. */
const leading = (block: Heading | Paragraph): number => block.title?.[0] ?? 0;

const MAX_ANNEX_NAME = 80;
const MAX_TITLE_PART = 40;
const MAX_PLAIN_TITLE = 50;
const BRACKETED = /^[（(〔].*[）)〕]$/;
/** What an addressee never says, and the last words of an introduction do (现将有关事项通知如下：). */
const INTRODUCES = /[。；;]|如下|以下|现[将就把]/;
/** Before these a title belongs to the document they began. */
const OPENING: readonly (Part['kind'] | undefined)[] = [
  undefined,
  'letterhead',
  'number',
  'title',
  'subtitle',
  'annex-mark',
];
/** After these a document is over. */
const CLOSING: readonly (Part['kind'] | undefined)[] = ['date', 'remark', 'annex-note', 'imprint', 'table'];

/** The date of issue that a text of one line leaves in front of the next title (……2023年3月30日某某实施方案); mostly none. */
const dateBefore = (title: string): string =>
  /^20\d\d年\d{1,2}月\d{1,2}日(?=\S{6}.*[案见划单法施]$)/.exec(title)?.[0] ?? '';

class Walk {
  readonly blocks: readonly Placed[];
  at = 0;
  private readonly parts: Part[] = [];
  private readonly comments: string[] = [];
  private readonly furniture: string[] = [];
  private frontMatter: string | null = null;
  private heads = 0;
  /** The row looked for last. */
  private row = -1;
  /** The number of the annex named last, while their list goes on. */
  private listed: number | null = null;
  /** The addressee stands above the text, once. */
  private addressed = false;

  constructor(plan: Plan) {
    this.blocks = placedBlocks(plan);
  }

  result(): Parts {
    const { frontMatter, comments, furniture, heads } = this;
    return { parts: withTitle(this.parts), leftOut: { frontMatter, comments, furniture, heads } };
  }

  next(): void {
    const { block } = this.blocks[this.at]!;
    if (block.kind === 'header' || block.kind === 'row') this.readTable(block);
    else if (block.kind === 'heading' || block.kind === 'paragraph') this.readText(block);
    else this.setAside(this.at++);
  }

  private setAside(at: number): void {
    const { block } = this.blocks[at]!;
    if (block.kind === 'front-matter') this.frontMatter = block.text;
    else if (block.kind === 'comment') this.comments.push(block.text);
    else if (block.kind === 'furniture') this.furniture.push(block.text);
  }

  private get last(): Part['kind'] | undefined {
    return this.parts.at(-1)?.kind;
  }

  private readText(block: Heading | Paragraph): void {
    if (block.kind === 'paragraph' && this.readPlainTable()) return;
    const placed = this.blocks[this.at++]!;
    const all = wordsOf(block);
    if (all === '') return;
    const kind = this.kindOf(block, all, placed);
    const issued = kind === 'title' ? dateBefore(all) : '';
    if (issued !== '')
      this.parts.push({ kind: 'date', level: 0, runs: [{ text: issued, look: 'plain' }], opens: false });
    const words = all.slice(issued.length);
    const opens = kind === 'annex-mark' ? this.parts.length > 0 : kind === 'title' && !OPENING.includes(this.last);
    if (kind !== 'annex-note') this.listed = null;
    if (opens || kind === 'annex-mark') this.addressed = false;
    if (kind === 'addressee' || kind === 'body' || kind === 'heading') this.addressed = true;
    const plain: Run = { text: words, look: 'plain' };
    this.parts.push({
      kind,
      level: levelOf(block),
      runs: kind === 'body' ? trimmed(runsOf(block, placed.item)) : [plain],
      opens,
    });
  }

  private kindOf(block: Heading | Paragraph, words: string, { title }: Placed): TextKind {
    if (block.kind === 'heading' && block.annex) return 'annex-mark';
    if (this.isAnnexNote(block, words)) return 'annex-note';
    if (block.number) return block.kind === 'heading' ? 'heading' : 'body';
    if (block.kind === 'heading') return this.last === 'annex-mark' ? 'title' : 'heading';
    const named = this.isTitle(words, title);
    if (named) return BRACKETED.test(words) && this.last === 'title' ? 'subtitle' : 'title';
    return this.elementOf(block, words) ?? 'body';
  }

  /** What a paragraph without a number is by its words and by what stands above it. */
  private elementOf(block: Paragraph, words: string): TextKind | null {
    const bare = bareLine(words);
    if (block.head && isDocumentNumber(bare)) return 'number';
    if (isIssueDate(bare)) return this.last === 'title' || this.last === 'subtitle' ? 'subtitle' : 'date';
    return this.openingOf(bare) ?? this.closingOf(bare);
  }

  /** Letterhead, title, addressee: what stands above the text. */
  private openingOf(bare: string): TextKind | null {
    const short = looksLikeSignature(bare);
    if (this.last === 'annex-mark' && short) return 'title';
    if (this.last === 'title' && bare.length <= MAX_TITLE_PART && BRACKETED.test(bare)) return 'subtitle';
    if (this.addressed || !OPENING.includes(this.last)) return null;
    if (this.last === undefined && short && /文件$/.test(bare)) return 'letterhead';
    if (this.last !== undefined && looksLikeAddressee(bare) && !INTRODUCES.test(bare)) return 'addressee';
    // The first line of a title names the body that issues it.
    const below = this.blocks[this.at];
    return short && below?.title && this.wordsBelow(0).startsWith('关于') ? 'title' : null;
  }

  /** Signature, remark, imprint: what stands below the text. */
  private closingOf(bare: string): TextKind | null {
    if (BRACKETED.test(bare) && (this.last === 'date' || this.last === 'remark')) return 'remark';
    if (isImprint(bare)) return 'imprint';
    if (!looksLikeSignature(bare)) return null;
    if (isSignedAndDated(bare)) return 'date';
    return this.isAboveDate() ? 'signature' : null;
  }

  /** In the middle of a document a line that ends like a title may be one of its sentences. */
  private isTitle(words: string, title: boolean): boolean {
    return title && (OPENING.includes(this.last) || CLOSING.includes(this.last) || !/[，；：,;]|^[—•·-]/.test(words));
  }

  private isAnnexNote(block: Heading | Paragraph, words: string): boolean {
    if (words.length > MAX_ANNEX_NAME) return false;
    const note = block.number ? null : annexNote(words);
    if (note) this.listed = note.number ?? 0;
    else if (!this.listed || block.number?.scheme !== 'arabic' || block.number.value !== this.listed + 1) return false;
    else this.listed++;
    return true;
  }

  private wordsBelow(further: number): string {
    const below = this.blocks[this.at + further]?.block;
    return below?.kind === 'paragraph' && !below.number ? wordsOf(below) : '';
  }

  /** Whether a date follows, behind at most a few more who sign. */
  private isAboveDate(): boolean {
    for (let further = 0; further < MAX_SIGNATURES; further++) {
      const words = bareLine(this.wordsBelow(further));
      if (isIssueDate(words) || dateBefore(words) !== '') return true;
      if (!looksLikeSignature(words) || this.blocks[this.at + further]?.title) return false;
    }
    return false;
  }

  /** The rows of a table, over comments between them, headings that stand as rows, and heads that are repeated. */
  private readTable(first: HeaderRow | Row): void {
    const heads: (readonly string[])[] = [];
    const rows: DraftRow[] = [];
    let { roles } = first.columns;
    for (; this.at < this.blocks.length; this.at++) {
      const { block, reading } = this.blocks[this.at]!;
      if (block.kind === 'row') rows.push({ cells: cellsOf(block, reading.passage.lines) });
      else if (block.kind === 'header') {
        const cells = cellsOf(block, reading.passage.lines);
        if (rows.length === 0 && heads.length < 2) heads.push(cells);
        else if (cells.join('\t') === heads[0]?.join('\t')) this.heads++;
        else break;
        ({ roles } = block.columns);
      } else if (!this.goesOn()) break;
      else if (block.kind === 'heading') rows.push({ across: wordsOf(block) });
      else this.setAside(this.at);
    }
    this.listed = null;
    this.parts.push({ kind: 'table', table: textTable(roles, heads, rows) });
  }

  /** Whether headings and what is set aside are followed by another row of the table. */
  private goesOn(): boolean {
    // A row found once is not looked for again by each heading above it.
    if (this.row > this.at) return true;
    for (let at = this.at; at < this.blocks.length; at++) {
      const { block } = this.blocks[at]!;
      if (block.kind === 'row') {
        this.row = at;
        return true;
      }
      if (block.kind === 'paragraph' || block.kind === 'header' || (block.kind === 'heading' && block.annex))
        return false;
    }
    return false;
  }

  /** Lines with the marks of a table whose head nobody knows. */
  private readPlainTable(): boolean {
    const rows: (readonly string[])[] = [];
    for (let at = this.at; at < this.blocks.length; at++) {
      const cells = plainRow(this.blocks[at]!);
      if (!cells) break;
      rows.push(cells);
    }
    if (rows.length < 2) return false;
    this.at += rows.length;
    const headed = rows[0]!.every((cell) => cell.trim() !== '' && cell.length <= 12);
    const body = rows.slice(headed ? 1 : 0).map((cells) => ({ cells }));
    this.parts.push({ kind: 'table', table: textTable([], headed ? [rows[0]!] : [], body) });
    return true;
  }
}

function plainRow({ block, reading }: Placed): readonly string[] | null {
  if (block.kind !== 'paragraph' || block.line !== block.endLine || block.pieces[0]!.character > 0) return null;
  const line = reading.passage.lines[block.line]!;
  return line.includes('<!--') || block.text !== line ? null : cellsOfLine(line);
}

const LEVELS = { chapter: 0, cn: 1, cnParen: 2, arabic: 3, arabicParen: 4, circled: 5 } as const;

function levelOf({ number, level }: Heading | Paragraph): number {
  if (!number || number.scheme === 'plain') return Math.min(Math.max(level, 1), 3);
  // 第三条 is an article and stands as text does; chapters and parts stand over the page.
  return number.scheme === 'chapter' && number.text.endsWith('条') ? 1 : LEVELS[number.scheme];
}

/** White space at the ends of a paragraph is layout. */
function trimmed(runs: readonly Run[]): readonly Run[] {
  const cut = runs.map(({ text, look }, at) => {
    const start = at === 0 ? text.trimStart() : text;
    return { text: at === runs.length - 1 ? start.trimEnd() : start, look };
  });
  return cut.filter(({ text }) => text !== '');
}

/** A document of which no line reads like a title has it in its first short line. */
function withTitle(parts: readonly Part[]): readonly Part[] {
  const [first, second] = parts;
  if (!first || first.kind === 'table' || parts.some(({ kind }) => kind === 'title')) return parts;
  const words = first.runs.map(({ text }) => text).join('');
  const plain = first.kind === 'body' || (first.kind === 'heading' && !/^[一二三四五六七八九十\d（(第]/.test(words));
  if (!plain || !second || words.length > MAX_PLAIN_TITLE || /[。；：，！？,;:]/.test(words)) return parts;
  return [{ ...first, kind: 'title', level: 0, runs: [{ text: words, look: 'plain' }] }, ...parts.slice(1)];
}
