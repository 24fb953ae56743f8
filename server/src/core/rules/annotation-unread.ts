import type { TextReading } from '../plan/reading';
import { labelsOf, type Label } from '../plan/labels';
import { outerBrackets } from '../plan/responsibility';
import { readUnitList } from '../plan/unitList';
import { rangeOf } from '../syntax/joined';
import type { Register } from '../units/model';
import { PLANS, type Report, type Rule } from './rule';

const MESSAGES = {
  label: {
    zh: '“{label}”不在句首，也不在括号开头，没有读作责任分工。请写成“（{label}：……）”，放在措施末尾。',
    en: '“{label}” opens neither a sentence nor a bracket and was not read. Write （{label}：…） after the measure.',
  },
  empty: {
    zh: '“{label}”后面没有单位。请补上，或者删去这一项。',
    en: 'No unit follows “{label}”. Add one, or drop the field.',
  },
  bracket: {
    zh: '这个括号像是责任括注，没有读懂，任务表里不会有它。请写成“（牵头单位：……；责任单位：……）”。',
    en: 'This looks like an annotation and was not understood. Write it as （牵头单位：…；责任单位：…）.',
  },
} as const;

/**
 * What looks like a responsibility and could not be read as one, so that the task table lacks it. It speaks up only where
 * a label stands before a known unit, or a measure ends in a bracket with known units and a verb of responsibility.
 * Source: how this tool reads.
 */
export const rule: Rule = {
  id: 'annotation-unread',
  title: { zh: '责任括注未能读出', en: 'Annotation not understood' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '责任括注的通行写法', en: 'the usual forms of annotations' },
  fixable: 'no',
  kinds: PLANS,
  passage: (reading, { register }) =>
    reading.items.flatMap((item): readonly Report[] => {
      if (item.kind !== 'text' || item.block.head) return [];
      return [...inLabels(item, register), ...inBrackets(item, register)];
    }),
};

const MAY_LABEL = /(?:单位|部门|主体|牵头|主办|责任|配合|协办|参与)\s*[:：]/;
const UNIT_FIELDS = ['lead', 'responsible', 'participant'];
const MAX_FIELD = 60;

function inLabels({ block, annotations }: TextReading, register: Register): readonly Report[] {
  const { text } = block;
  if (!MAY_LABEL.test(text)) return [];
  const labels = labelsOf(text);
  let next = 0;
  return labels.flatMap((label, index): Report[] => {
    if (!UNIT_FIELDS.includes(label.field)) return [];
    while (next < annotations.length && annotations[next]!.to < label.to) next++;
    const inside = next < annotations.length && annotations[next]!.from <= label.from;
    const range = rangeOf(block, label.from, label.to);
    const args = { label: label.text };
    if (isEmptyField(text, label, labels[index + 1])) return [{ message: MESSAGES.empty, args, range }];
    if (inside || !opensUnits(text, label, register)) return [];
    return [{ message: MESSAGES.label, args, range }];
  });
}

/** Its bracket closes or the next field begins at once: （牵头单位：甲局；配合单位：）. */
function isEmptyField(text: string, { to }: Label, next: Label | undefined): boolean {
  const rest = text.slice(to, next && next.from < to + 8 ? next.from : to + 8);
  return (
    /^\s*[；;，,]?\s*[）)〕\]]/.test(rest) || (next !== undefined && next.from < to + 8 && /^[\s；;，,]*$/.test(rest))
  );
}

/** Whether a body that is known follows the label, so that it is no word of a sentence. */
function opensUnits(text: string, { to }: Label, register: Register): boolean {
  const stop = text.slice(to, to + MAX_FIELD).search(/[。\n]/);
  const end = stop < 0 ? Math.min(text.length, to + MAX_FIELD) : to + stop;
  const [first] = readUnitList(text, to, end, 'responsible').names;
  return first !== undefined && isBody(first.name, register);
}

function isBody(name: string, register: Register): boolean {
  const { how } = register.resolve(name);
  return how === 'exact' || how === 'alias' || how === 'full-name' || how === 'prefix-restored';
}

const VERB = /牵头|负责|配合|主办|承办/;
/** Where the name of a unit ends and what it does begins. */
const UP_TO_VERB = /(?:具体|共同|分别|联合|统一)?(?:牵头|负责|配合|主办|承办)/;
const MAX_BRACKET = 200;

function endsInBracket(text: string): boolean {
  let at = text.length - 1;
  while (at >= 0 && (text[at] === '。' || /\s/.test(text[at]!))) at--;
  return at > 0 && '）)〕]】'.includes(text[at]!);
}

/** 完善平台。（由甲局具体牵头抓总，乙局配合）: a bracket that stands where annotations do. */
function inBrackets({ block, annotations }: TextReading, register: Register): readonly Report[] {
  const { text } = block;
  if (!endsInBracket(text)) return [];
  if (!/[。；][（(〔[【][^。]*[）)〕\]】][\s。]*$/.test(text.slice(-MAX_BRACKET - 4))) return [];
  const group = outerBrackets(text).at(-1);
  if (!group || group.close - group.open > MAX_BRACKET || !'。；'.includes(text[group.open - 1] ?? ' ')) return [];
  if (annotations.some(({ from, to }) => from < group.end && group.open < to)) return [];
  const content = text.slice(group.open + 1, group.close);
  if (!VERB.test(content) || MAY_LABEL.test(content) || /解释|即|如|[的了]/.test(content)) return [];
  const { names } = readUnitList(text, group.open + 1, group.close, 'responsible');
  const bodies = names.filter(({ name }) => isBody(name.split(UP_TO_VERB)[0]!, register));
  if (bodies.length < 2 || bodies.length < names.length) return [];
  return [{ message: MESSAGES.bracket, range: rangeOf(block, group.open, group.end) }];
}
