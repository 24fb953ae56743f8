import { collectivesWithSeparator, isCollective } from '../units/collective';
import { isCloser, isIdeograph, isOpener } from '../text/brackets';
import { isSpace } from '../text/numerals';

/** Who does what. `responsible` is 责任单位 where nobody is said to lead. */
export type Role = 'lead' | 'responsible' | 'participant';

/** A unit as named in a responsibility. Offsets are UTF-16 units in the text of its block or cell. */
export interface UnitName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly role: Role;
  /** How many `，` stand before it in its list: `、` joins one tier, `，` begins the next. */
  readonly tier: number;
}

/** One slot of a list, verbs and all. */
interface Item {
  readonly from: number;
  readonly to: number;
  readonly tier: number;
}

export interface UnitList {
  readonly names: readonly UnitName[];
  /** The list says who leads (牵头, 会同, `*`). */
  readonly leadStated: boolean;
  /** Some verb gave the roles (牵头, 配合, 负责). */
  readonly hasVerb: boolean;
  /** It ends in 等, so others are meant who are not named. */
  readonly openEnded: boolean;
  /** Remarks inside it (下同, 不再列出). */
  readonly notes: readonly string[];
}

const SEPARATORS = '、，,；;。/／\n';
const LINE_END = 0x0a;

/**
 * Reads `[from, to)` of `text` as a list of units. `role` is what a unit is when no verb says otherwise.
 * Splits at top-level `、 ， , ；` and white space, never inside brackets nor inside one collective name.
 */
export function readUnitList(text: string, from: number, to: number, role: Role): UnitList {
  const names: UnitName[] = [];
  const notes: string[] = [];
  let pending: { from: number; to: number; tier: number }[] = [];
  let [leadStated, hasVerb, openEnded] = [false, false, false];
  const assign = (given: Role): void => {
    for (const item of pending) addName(text, item, given, names);
    pending = [];
  };
  for (const item of splitItems(text, from, to)) {
    const word = text.slice(item.from, item.to);
    if (isNote(word)) {
      notes.push(text.slice(item.from, to));
      break;
    }
    const parts = readItem(text, item);
    openEnded ||= parts.openEnded;
    if (parts.together >= 0) {
      pending.push({ from: parts.from, to: parts.together, tier: item.tier });
      assign('lead');
      leadStated = hasVerb = true;
      pending.push({ from: parts.together + 2, to: parts.to, tier: item.tier });
      assign('participant');
      continue;
    }
    if (parts.to > parts.from) pending.push({ from: parts.from, to: parts.to, tier: item.tier });
    if (parts.role) {
      leadStated ||= parts.role === 'lead';
      hasVerb = true;
      assign(parts.role === 'responsible' && leadStated ? 'participant' : parts.role);
    }
  }
  assign(leadStated && role === 'responsible' ? 'participant' : role);
  if (names.some((name) => name.role === 'lead') && role === 'responsible') leadStated = true;
  return { names, leadStated, hasVerb, openEnded, notes };
}

function splitItems(text: string, from: number, to: number): Item[] {
  const items: Item[] = [];
  let [start, depth, tier] = [from, 0, 0];
  for (let at = from; at <= to; at++) {
    if (at === start && at < to) {
      const whole = collectivesWithSeparator(text, at);
      if (whole > 0 && at + whole <= to) at += whole;
    }
    const code = at < to ? text.charCodeAt(at) : LINE_END;
    if (isIdeograph(code)) continue;
    if (isOpener(code)) depth++;
    else if (isCloser(code)) depth = Math.max(0, depth - 1);
    if (at < to && depth > 0) continue;
    const char = String.fromCharCode(code);
    if (!SEPARATORS.includes(char) && !isSpace(code)) continue;
    if (at > start) items.push({ from: start, to: at, tier });
    if (char === '，' || char === ',') tier++;
    start = at + 1;
  }
  return items;
}

const NOTE =
  /^(?:以下|下同|不再|[^，]{0,12}均(?:需|涉及)|第一个[逗顿]号|列[^，]{0,4}(?:第一|首)位|排[^，]{0,4}第一|多个牵头|此项|详见)|下同$|不再.{0,4}列出|[的者]为牵头/;

function isNote(word: string): boolean {
  return NOTE.test(word);
}

/** Whether a sentence after the list is a remark on it (列第一位的为牵头单位，下同). */
export const beginsNote = (sentence: string): boolean => isNote(/^[^，,；;。]*/.exec(sentence)![0]);

const LEAD_VERB =
  /(?:分别|共同|联合|分头|按照?(?:各自)?职责(?:分工)?)*(?:负责牵头|总牵头|牵头(?:负责|组织|协调|实施|落实|抓总|汇总|推进)*|主办|主要负责|总负责|为(?:总?牵头|主办|主要责任|第一责任)(?:单位|部门))$/;
const HELP_VERB =
  /(?:分别|共同|按照?(?:各自)?职责(?:分工)?)*(?:负责)?(?:密切|积极|协同)?(?:配合(?:落实|实施|做好)?|协助(?:配合)?|协办|协同|参与|参加|支持|为(?:配合|参与|参加|协办|协助)(?:单位|部门))$/;
const DUTY_VERB =
  /(?:等)?(?:(?:按照?|依据|根据)(?:各自)?(?:职责|职能|部门职责|任务)?(?:分工)?)?(?:分别|共同|具体|组织|分工|抓好|各负其责)*(?:负责(?:组织)?(?:实施|落实|推进|承办)?|落实|承办|组织实施|抓好落实|(?<=职责|职能|分工)(?:推进|实施|开展)|(?<=按.{0,6})分工|为(?:责任|实施|落实)(?:单位|部门))$/;
const VERBS: readonly (readonly [RegExp, Role])[] = [
  [LEAD_VERB, 'lead'],
  [HELP_VERB, 'participant'],
  [DUTY_VERB, 'responsible'],
];
const VAGUE_TAIL = /等(?:有关|相关|其他|其它|各有关)?(?:单位和部门|部门和单位|部门单位|单位|部门)?$/;

interface ItemParts {
  readonly from: number;
  /** End of the name, verbs and 等 taken off. */
  readonly to: number;
  /** Where 会同 stands, -1 if nowhere. */
  readonly together: number;
  readonly role: Role | null;
  readonly openEnded: boolean;
}

function readItem(text: string, item: Item): ItemParts {
  let { from, to } = item;
  const lead = /^(?:由|及|以及|和|并由|其中)(?=[^平解谐])/.exec(text.slice(from, to));
  if (lead && to - from > lead[0].length + 1 && lead[0] !== '和') from += lead[0].length;
  let role: Role | null = null;
  const word = text.slice(from, to).replace(/[。．.\s]+$/, '');
  to = from + word.length;
  for (const [verb, given] of VERBS) {
    const match = verb.exec(word);
    if (!match) continue;
    role = given;
    to = from + match.index;
    break;
  }
  const vague = VAGUE_TAIL.exec(text.slice(from, to));
  if (vague) to = from + vague.index;
  const together = text.slice(from, to).indexOf('会同');
  return { from, to, together: together > 0 ? from + together : -1, role, openEnded: vague !== null };
}

/** 市级各有关部门及各县市区政府: two names where the second says itself that it is one of many. */
const BOTH = /(?<!等)(?:以及|及|和)(?=各(?!自))/;

/** Adds the name or names of one slot: `教体局等区直各部门` is two, `*甲局` leads. */
function addName(text: string, item: { from: number; to: number; tier: number }, role: Role, names: UnitName[]): void {
  let { from } = item;
  let { to } = item;
  while (from < to && (isSpace(text.charCodeAt(from)) || text[from] === '。')) from++;
  while (to > from && (isSpace(text.charCodeAt(to - 1)) || text[to - 1] === '。')) to--;
  const star = text[from] === '*' || text[from] === '＊' || text[from] === '★';
  if (star) from++;
  const word = text.slice(from, to);
  const both = BOTH.exec(word);
  if (both && both.index > 1 && isCollective(word.slice(both.index + both[0].length))) {
    addName(text, { from, to: from + both.index, tier: item.tier }, role, names);
    addName(text, { from: from + both.index + both[0].length, to, tier: item.tier }, role, names);
    return;
  }
  // 高等院校, 中等学校: part of the name.
  const and = /(?<![高中初])等(?:和|及|以及)?(?=.{2})/.exec(word);
  if (and && and.index > 1 && isCollective(word.slice(and.index + and[0].length))) {
    addName(text, { from, to: from + and.index, tier: item.tier }, role, names);
    addName(text, { from: from + and.index + and[0].length, to, tier: item.tier }, role, names);
    return;
  }
  const note = /[〈（(](?:[^〈〉（）()]*下同[^〈〉（）()]*|牵头(?:单位|部门)?)[〉）)]$/.exec(word);
  const name = note ? word.slice(0, note.index) : word;
  if (name.length < 2) return;
  const leads = star || (note !== null && note[0].includes('牵头') && !note[0].includes('下同'));
  const seam = leads ? -1 : gluedAt(name);
  if (seam > 0) {
    addName(text, { from, to: from + seam, tier: item.tier }, role, names);
    addName(text, { from: from + seam, to: from + name.length, tier: item.tier }, role, names);
    return;
  }
  names.push({ name, from, to: from + name.length, role: leads ? 'lead' : role, tier: item.tier });
}

const GLUED =
  /^([省市区县旗州盟]).{2,12}?(?:局|委|办|厅|部|中心|集团|公司|院)(?=\1(?!区|域|属|级|直|内|中|委|政府)[^局委办]{2,12}(?:局|委|办|厅|部|中心|集团|公司|院)$)/;

/**
 * Where two names stand without a separator (市经信局市新经济委): the first ends like a body and the level it began with
 * comes again. -1 for one name; branches (市公安局市中分局) are one.
 */
function gluedAt(name: string): number {
  if (name.length < 8 || /[（(]|分局$/.test(name)) return -1;
  return GLUED.exec(name)?.[0].length ?? -1;
}
