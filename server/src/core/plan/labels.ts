import type { Role } from './unitList';

/** What a label announces; `person` also stands for all that is neither units nor time nor outcome (备注：). */
export type Field = Role | 'sentence' | 'person' | 'deadline' | 'outcome';

/** The word before a colon that says what follows (牵头单位：). Offsets are UTF-16 units; `to` is behind the colon. */
export interface Label {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly field: Field;
}

const BODIES = '(?:单位|部门|主体|机构|科室|处室|股室)(?:及责任人)?';
const LEAD = '牵头|主办|主责|承办|主要责任|第一责任|首要责任|牵头责任|责任牵头';
const RESPONSIBLE = '(?:具体|直接)?责任|负责|实施|落实|指导|完成|主管';
const PARTICIPANT = '配合|参加|参与|协办|协助|协同|协作|支持|(?:配合|协办|协同|其他|其它|共同)责任';
const SENTENCE = '(?:责任|职责|任务)分工';
const PERSON =
  '(?:牵头|责任|分管|主管|包联|包抓|挂钩|联系)(?:省|市|州|县|区|镇)?领导|责任人|牵头人|联系人|联系方式|适用范围|推广范围|备注';
const TIME =
  '(?:完成|办结|整改|整治|工作|落实|推进|实施|办理|达标|截止)(?:时限|时间|期限|日期|时点)|时间节点|时限要求|时间要求|(?:时间|进度)安排';
const OUTCOME = '成果形式|预期成果|工作成果|成果';
/** Labels only where no word runs on into them: inside an annotation, where each field begins behind a mark. */
const SHORT: readonly (readonly [string, Field])[] = [
  ['牵头|主办', 'lead'],
  ['责任', 'responsible'],
  ['配合|协办|参与', 'participant'],
  ['时限|期限|时间', 'deadline'],
];

const WORDS: readonly (readonly [string, Field])[] = [
  [`(?:${LEAD})${BODIES}`, 'lead'],
  [`(?:${PARTICIPANT})${BODIES}`, 'participant'],
  [`(?:${RESPONSIBLE})${BODIES}`, 'responsible'],
  [SENTENCE, 'sentence'],
  [PERSON, 'person'],
  [TIME, 'deadline'],
  [OUTCOME, 'outcome'],
  ...SHORT.map(([words, field]) => [`(?<![\\u4e00-\\u9fff])(?:${words})`, field] as const),
];

const LABEL = new RegExp(`(?:${WORDS.map(([words]) => `(${words})`).join('|')})$`);
/** The most characters a label has before its colon (牵头责任单位及责任人). */
const MAX_LABEL = 10;
const COLONS = /[:：]/g;
/** White space and Markdown's marks of bold may stand between a word and its colon. */
const BEFORE_COLON = /[\s*]+$/;

/** The words of responsibility with a colon, wherever they stand. */
export function labelsOf(text: string): readonly Label[] {
  const labels: Label[] = [];
  let last = 0;
  // All labels end in a colon, so they are looked for right before colons and nowhere else.
  for (const { index: colon } of text.matchAll(COLONS)) {
    const end = last + text.slice(last, colon).replace(BEFORE_COLON, '').length;
    // One character more than a label has, which tells whether a short one begins a word.
    const start = Math.max(last, end - MAX_LABEL - 1);
    const match = LABEL.exec(text.slice(start, end));
    if (match) {
      const from = start + match.index;
      const group = match.findIndex((words, at) => at > 0 && words !== undefined);
      labels.push({ text: text.slice(from, end), from, to: colon + 1, field: WORDS[group - 1]![1] });
    }
    last = colon + 1;
  }
  return labels;
}

const OTHER_LABEL = /(?<=^|[\s、，,；;。（(])[\u4e00-\u9fff]{1,8}$/;
const NAMES_TIME = /(?:时限|时间|期限|日期|节点)$/;

/**
 * `known`, and whatever else stands before a colon in `[from, to)`, which is inside an annotation: no unit's name has a
 * colon, so those words are a label too, whoever coined it (督办单位：, 达标期限：).
 */
export function allLabels(text: string, from: number, to: number, known: readonly Label[]): readonly Label[] {
  const labels = [...known];
  let next = 0;
  for (const { index } of text.slice(from, to).matchAll(COLONS)) {
    const colon = from + index;
    while (next < known.length && known[next]!.to <= colon) next++;
    if (known[next]?.to === colon + 1) continue;
    const before = text.slice(Math.max(from, colon - MAX_LABEL), colon).replace(BEFORE_COLON, '');
    const word = OTHER_LABEL.exec(before)?.[0];
    if (!word) continue;
    const start = Math.max(from, colon - MAX_LABEL) + before.length - word.length;
    labels.push({ text: word, from: start, to: colon + 1, field: NAMES_TIME.test(word) ? 'deadline' : 'person' });
  }
  return labels.length === known.length ? known : labels.sort((a, b) => a.from - b.from);
}
