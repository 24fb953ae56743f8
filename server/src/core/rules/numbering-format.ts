import type { PassageReading } from '../plan/reading';
import type { Heading, Paragraph } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import type { Scheme } from '../syntax/numbering';
import type { Message } from '../text/locale';
import { ALL_KINDS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';

const MESSAGES = {
  half: {
    zh: '序号“{text}”用了半角括号，其余用全角。请改为“{right}”。',
    en: 'The number {text} has half-width brackets where the others have full-width ones. Write {right}.',
  },
  bracketed: {
    zh: '序号带括号，后面不再加“{mark}”。请改为“{right}”。',
    en: 'A number in brackets takes no “{mark}” after it. Write {right}.',
  },
  dot: {
    zh: '序号“{text}”：汉字数字后用顿号。请改为“{right}”。',
    en: 'The number {text}: Chinese numerals take “、”. Write {right}.',
  },
  comma: {
    zh: '序号“{text}”：阿拉伯数字后用“.”，不用顿号。请改为“{right}”。',
    en: 'The number {text}: Arabic figures take “.”, not “、”. Write {right}.',
  },
  commas: {
    zh: '阿拉伯数字序号后用了顿号（全文 {count} 处），应当用“.”。',
    en: 'Arabic numbers are followed by “、” ({count} places); they take “.”.',
  },
  ordinal: {
    zh: '“{text}”后用逗号，不用顿号。请改为“{right}”。',
    en: '“{text}”: such a word takes “，”. Write {right}.',
  },
  is: {
    zh: '前面是“一是”“二是”，这里缺“是”。请改为“{right}”。',
    en: 'After “一是” and “二是” a “是” is missing here. Write {right}.',
  },
  write: { zh: '改为“{right}”', en: 'Write “{right}”' },
  writeAll: { zh: '全文改用“.”（{count} 处）', en: 'Write “.” in all {count} places' },
} as const;

type Args = Readonly<Record<string, string>>;

/**
 * What a passage contributes: a fault that is one by itself; or how a number is written, which is a fault only beside
 * others that are written differently.
 */
type Said =
  | { readonly sort: 'fault'; readonly message: Message; readonly args: Args; readonly insert: string }
  | { readonly sort: 'bracket'; readonly scheme: Scheme; readonly half: boolean; readonly text: string }
  | { readonly sort: 'arabic'; readonly comma: boolean; readonly text: string };

/**
 * Numbers written as official documents do not write them. Source: GB/T 9704—2012, 7.3.3 (一、（一）1.（1）);
 * GB/T 15834—2011, 4.5.3.5 and appendix (marks after ordinals).
 */
export const rule: Rule = {
  id: 'numbering-format',
  title: { zh: '序号格式错误', en: 'Number written wrongly' },
  topic: 'structure',
  severity: 'warning',
  strength: '规定',
  basis: {
    zh: 'GB/T 9704—2012，7.3.3；GB/T 15834—2011（序次语的标点）',
    en: 'GB/T 9704—2012, 7.3.3; GB/T 15834—2011 (marks after ordinals)',
  },
  fixable: 'safe',
  kinds: ALL_KINDS,
  whole: wholeDocument<Said>({ inPassage: mentionsIn, conclude }),
};

function mentionsIn({ passage }: PassageReading): readonly Mention<Said>[] {
  const mentions: Mention<Said>[] = [];
  let run = 0;
  for (const block of passage.blocks) {
    if (block.kind !== 'heading' && block.kind !== 'paragraph') {
      run = 0;
      continue;
    }
    if (block.number) mentions.push(...numberOf(block));
    const [next, fault] = inRun(block, run);
    run = next;
    if (fault) mentions.push(fault);
    if (block.text.includes('第一、')) mentions.push(...ordinalsOf(block));
    if (block.kind === 'paragraph' && block.text.includes('二是')) mentions.push(...gapsOf(block));
  }
  return mentions;
}

const NO_MARK_AFTER = /^[、，。.．]/;

/** How a number is written, and what is wrong with it in itself. */
function numberOf(block: Heading | Paragraph): readonly Mention<Said>[] {
  const number = block.number!;
  const { scheme, text, start } = number;
  const end = start + text.length;
  if (scheme === 'cnParen' || scheme === 'arabicParen' || scheme === 'circled') {
    const found: Mention<Said>[] = [];
    const mark = NO_MARK_AFTER.exec(block.text.slice(end, end + 1))?.[0];
    const right = `（${text.slice(1, -1)}）`;
    if (scheme !== 'circled') {
      const half = text !== right;
      found.push({ said: { sort: 'bracket', scheme, half, text }, range: rangeOf(block, start, end) });
    }
    if (mark) found.push(fault(block, end, end + 1, MESSAGES.bracketed, { mark, right: text }, '', start));
    return found;
  }
  if (scheme === 'cn' && !text.endsWith('、')) {
    const right = `${text.slice(0, -1)}、`;
    return [fault(block, end - 1, end, MESSAGES.dot, { text, right }, '、', start)];
  }
  if (scheme !== 'arabic') return [];
  const said: Said = { sort: 'arabic', comma: text.endsWith('、'), text };
  return [{ said, range: rangeOf(block, start, end), places: [rangeOf(block, end - 1, end)] }];
}

/** A fault at `[from, to)`, which `insert` takes the place of; shown from `shown` on. */
function fault(
  block: Heading | Paragraph,
  from: number,
  to: number,
  message: Message,
  args: Args,
  insert: string,
  shown = from,
): Mention<Said> {
  return {
    said: { sort: 'fault', message, args, insert },
    range: rangeOf(block, shown, Math.max(to, shown + 1)),
    places: [rangeOf(block, from, to)],
  };
}

const COUNTED = '一二三四五六七八九十';
/** What 三 begins that is no ordinal: 三农, 三级, 三个, 三年. */
const WORD_AFTER_NUMBER =
  /^[个大年级农公资位方者类项条支月天日分省市县区镇乡村家种层期次届季线城亿万千百十、.．，：:是来者则轮批权保重包定化产会务严风清改通馆无新好高低]/;

/**
 * Paragraphs one below the other that begin 一是, 二是, 三是: `run` is how far the count has come. Gives the new count and
 * the fault of a paragraph that leaves out 是.
 */
function inRun(block: Heading | Paragraph, run: number): readonly [number, Mention<Said> | null] {
  const from = /[^\s*#]/.exec(block.text)?.index ?? 0;
  const value = COUNTED.indexOf(block.text[from] ?? '-') + 1;
  if (value === 0 || block.number) return [0, null];
  if (block.text[from + 1] === '是') return [value === 1 || value === run + 1 ? value : 0, null];
  if (run < 2 || value !== run + 1 || WORD_AFTER_NUMBER.test(block.text.slice(from + 1, from + 2))) return [0, null];
  return [value, missingIs(block, from)];
}

function missingIs(block: Heading | Paragraph, at: number): Mention<Said> {
  const { said, places } = fault(block, at + 1, at + 1, MESSAGES.is, { right: `${block.text[at]}是` }, '是', at);
  return { said, range: rangeOf(block, at, at + 1), places: places! };
}

const SPOKEN = /(?:^|[。；：，])([一二三四五六七八九十])(是)?/g;

/** 一是……；二是……；三……；四是 in one paragraph: the count goes on behind the one without 是, which vouches for it. */
function gapsOf(block: Paragraph): readonly Mention<Said>[] {
  const found: Mention<Said>[] = [];
  let [count, bare]: [number, number] = [0, -1];
  for (const match of block.text.matchAll(SPOKEN)) {
    const value = COUNTED.indexOf(match[1]!) + 1;
    const at = match.index + match[0].length - (match[2] ? 2 : 1);
    if (!match[2]) {
      const word = WORD_AFTER_NUMBER.test(block.text.slice(at + 1, at + 2));
      if (value === count + 1 && count >= 2 && !word) bare = bare < 0 ? at : -2;
      continue;
    }
    if (value === count + 2 && bare >= 0) found.push(missingIs(block, bare));
    [count, bare] = [value, -1];
  }
  return found;
}

const ORDINAL = /(^|[。；：！？\s])(第[一二三四五六七八九十])、(?![第一二三四五六七八九十0-9])/g;

/** 第一、……第二、…… at the start of sentences; 第一、第二产业 is none. */
function ordinalsOf(block: Heading | Paragraph): readonly Mention<Said>[] {
  return [...block.text.matchAll(ORDINAL)].map((match) => {
    const at = match.index + match[1]!.length;
    const text = match[2]!;
    return fault(block, at + 2, at + 3, MESSAGES.ordinal, { text, right: `${text}，` }, '，', at);
  });
}

function conclude(said: readonly Said[]): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const commas: number[] = [];
  const brackets = new Map<Scheme, { full: number; half: number }>();
  let dots = 0;
  for (const [at, one] of said.entries()) {
    if (one.sort === 'fault') verdicts.push(faultOf(at, one));
    else if (one.sort === 'arabic') {
      if (one.comma) commas.push(at);
      else dots++;
    } else {
      const counted = brackets.get(one.scheme) ?? { full: 0, half: 0 };
      counted[one.half ? 'half' : 'full']++;
      brackets.set(one.scheme, counted);
    }
  }
  for (const [at, one] of said.entries()) {
    if (one.sort !== 'bracket' || !one.half) continue;
    const { full, half } = brackets.get(one.scheme)!;
    // Half-width throughout is a matter of the whole text's punctuation, not of its numbers.
    if (full > half) verdicts.push(halfOf(at, one.text));
  }
  return [...verdicts, ...commasOf(commas, dots, said)];
}

function faultOf(at: number, { message, args, insert }: Said & { readonly sort: 'fault' }): Verdict {
  return {
    at,
    message,
    args,
    fixes: [{ title: MESSAGES.write, args, safe: true, edits: [{ at, place: 0, newText: insert }] }],
  };
}

function halfOf(at: number, text: string): Verdict {
  const args = { text, right: `（${text.slice(1, -1)}）` };
  const edits = [{ at, newText: args.right }];
  return { at, message: MESSAGES.half, args, fixes: [{ title: MESSAGES.write, args, safe: true, edits }] };
}

/** Each 1、 among 1. is a slip; where all are written so it is one matter of the document. */
function commasOf(commas: readonly number[], dots: number, said: readonly Said[]): readonly Verdict[] {
  const [first] = commas;
  if (first === undefined) return [];
  const editOf = (at: number) => ({ at, place: 0, newText: '.' });
  if (commas.length > 1 && commas.length >= dots) {
    const args = { count: commas.length };
    const edits = commas.map(editOf);
    return [
      { at: first, message: MESSAGES.commas, args, fixes: [{ title: MESSAGES.writeAll, args, safe: true, edits }] },
    ];
  }
  return commas.map((at) => {
    const { text } = said[at] as Said & { readonly sort: 'arabic' };
    const args = { text, right: `${text.slice(0, -1)}.` };
    const fixes = [{ title: MESSAGES.write, args, safe: true, edits: [editOf(at)] }];
    return { at, message: MESSAGES.comma, args, fixes };
  });
}
