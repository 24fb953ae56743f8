import { ALL_KINDS, wholeDocument, type Rule, type Verdict } from './rule';
import { sectionCells, type SectionCell } from './tableSections';

const MESSAGES = {
  repeated: {
    zh: '“{text}”末尾的“{tail}”前面已经有过，像是合并单元格拆开时粘上的。请核对后删去。',
    en: 'The “{tail}” that ends “{text}” stands there already, as if left over from a merged cell. Check and drop it.',
  },
  glued: {
    zh: '“{text}”比分组“{name}”多出“{tail}”，像是合并单元格拆开时粘上的。请核对后删去。',
    en: '“{text}” is the group “{name}” with “{tail}” at its end, as if left over from a merged cell. Check and drop it.',
  },
  other: { zh: '同名的分组', en: 'the group of that name' },
} as const;

/**
 * The name of a group that carries words of another cell at its end, as merged cells leave them when a table is copied.
 * Source: observed in tables copied from PDF and Word.
 */
export const rule: Rule = {
  id: 'merged-cell-residue',
  title: { zh: '合并单元格残留', en: 'Left over from a merged cell' },
  topic: 'structure',
  severity: 'warning',
  strength: '实务',
  basis: { zh: '从 PDF、Word 复制表格的常见差错', en: 'a usual slip of tables copied from PDF and Word' },
  fixable: 'no',
  kinds: ALL_KINDS,
  whole: wholeDocument<SectionCell>({
    inPassage: sectionCells,
    conclude(said) {
      const groups = [...said.entries()].filter(([, cell]) => cell.role === 'group' && cell.text.length <= MAX_NAME);
      const first = new Map<string, number>();
      for (const [at, { text }] of groups) if (!first.has(text)) first.set(text, at);
      return groups.flatMap(([at, { text }], index): Verdict[] => {
        const tail = repeatedTail(text);
        if (tail !== null) return [{ at, message: MESSAGES.repeated, args: { text, tail } }];
        const next = groups[index + 1]?.[1].text ?? '';
        const shared = sharedTail(text, next);
        const name = text.slice(0, text.length - shared.length);
        const other = first.get(name);
        if (shared.length < MIN_TAIL || other === undefined || repeatedTail(next) === null) return [];
        const related = [{ at: other, message: MESSAGES.other }];
        return [{ at, message: MESSAGES.glued, args: { text, name, tail: shared }, related }];
      });
    },
  }),
};

const MAX_NAME = 60;
const MIN_TAIL = 3;
const MAX_TAIL = 10;
/** What the name of a group ends with; words that follow it without a mark are not its own. */
const ENDS = /(?:工作|管理|建设|机制|制度|体系|能力|水平|服务|保障|改革|监督|体制|环境|质量)$/;

/** The words at the end that stood in the name before, behind what ends it: 开展清理和报备工作清理和报备. */
function repeatedTail(text: string): string | null {
  for (let length = Math.min(MAX_TAIL, Math.floor(text.length / 2)); length >= MIN_TAIL; length--) {
    const tail = text.slice(-length);
    const name = text.slice(0, -length);
    if (/^[\u4e00-\u9fff]+$/.test(tail) && ENDS.test(name) && name.includes(tail) && !name.endsWith(tail)) return tail;
  }
  return null;
}

function sharedTail(a: string, b: string): string {
  let length = 0;
  while (length < MAX_TAIL && length < a.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++;
  return length === 0 ? '' : a.slice(-length);
}
