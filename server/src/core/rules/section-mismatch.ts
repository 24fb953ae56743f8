import { ALL_KINDS, wholeDocument, type Rule, type Verdict } from './rule';
import { sectionCells, type SectionCell } from './tableSections';

const MESSAGES = {
  both: {
    zh: '分组“{group}”在“{own}”的末尾，又在“{next}”的开头。请核对它属于哪一章。',
    en: 'The group “{group}” ends “{own}” and begins “{next}” as well. Check which chapter it belongs to.',
  },
  topic: {
    zh: '“{group}”说的是“{word}”，列在“{own}”的末尾，更像下一章“{next}”的内容。请核对归类。',
    en: '“{group}” ends “{own}” but speaks of “{word}”, like the next chapter, “{next}”. Check where it belongs.',
  },
  other: { zh: '下一章的开头', en: 'where the next chapter begins' },
} as const;

/**
 * A group at the end of one chapter of a table that seems to belong to the next: the next begins with the same group, or
 * it speaks of what the next is named after. Looked for at the seams only, where tables break when they are copied.
 * Source: observed practice.
 */
export const rule: Rule = {
  id: 'section-mismatch',
  title: { zh: '事项归类疑误', en: 'Group in the wrong chapter' },
  topic: 'structure',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '分组与章名相符', en: 'groups fit the names of their chapters' },
  fixable: 'no',
  kinds: ALL_KINDS,
  whole: wholeDocument<SectionCell>({
    inPassage: sectionCells,
    conclude(said) {
      const chapters = chaptersOf(said);
      const usual = usualWords(chapters);
      return chapters.slice(0, -1).flatMap((chapter, index) => atSeam(chapter, chapters[index + 1]!, usual));
    },
  }),
};

interface Chapter {
  readonly name: string;
  readonly at: number;
  /** `null` stands for a group whose name was lost. */
  readonly groups: { readonly at: number; readonly name: string | null }[];
}

/** Chapters by their numbers, however often they are named; groups by their names. */
function chaptersOf(said: readonly SectionCell[]): readonly Chapter[] {
  const chapters: Chapter[] = [];
  for (const [at, { role, text, slipped }] of said.entries()) {
    const last = chapters[chapters.length - 1];
    if (role === 'project') {
      if (!last || numberOf(last.name) !== numberOf(text)) chapters.push({ name: text, at, groups: [] });
    } else if (last && last.groups[last.groups.length - 1]?.name !== text) {
      last.groups.push({ at, name: slipped ? null : text });
    }
  }
  return chapters;
}

const numberOf = (name: string): string => /^[（(]?[一二三四五六七八九十]+[）)、]/.exec(name)?.[0] ?? name;

/** Two-character words of a name without its number. */
function wordsOf(name: string): ReadonlySet<string> {
  const text = name.slice(/^[（(]?[一二三四五六七八九十]+[）)、]/.exec(name)?.[0].length ?? 0);
  const words = new Set<string>();
  for (let at = 0; at + 2 <= text.length; at++) {
    const word = text.slice(at, at + 2);
    if (/^[\u4e00-\u9fff]{2}$/.test(word)) words.add(word);
  }
  return words;
}

/** Words in the names of several chapters tell none of them apart. */
function usualWords(chapters: readonly Chapter[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const usual = new Set<string>();
  for (const { name } of chapters) {
    for (const word of wordsOf(name)) {
      if (seen.has(word)) usual.add(word);
      seen.add(word);
    }
  }
  return usual;
}

/** From the last group back as long as each seems to belong to the next chapter; a chapter never loses all it has. */
function atSeam(own: Chapter, next: Chapter, usual: ReadonlySet<string>): readonly Verdict[] {
  const verdicts: Verdict[] = [];
  const [follower] = next.groups;
  const related = follower ? [{ at: follower.at, message: MESSAGES.other }] : [];
  for (const { at, name } of own.groups.slice(1).reverse()) {
    if (name === null) break;
    const args = { group: name, own: own.name, next: next.name };
    const same = verdicts.length === 0 && follower?.name?.startsWith(name) === true && name.length >= 6;
    const word = same ? null : topicShared(name, own, next, usual);
    if (!same && word === null) break;
    if (same) verdicts.push({ at, message: MESSAGES.both, args, related });
    else verdicts.push({ at, message: MESSAGES.topic, args: { ...args, word: word! }, related });
  }
  return verdicts;
}

/** Words that belong to any chapter of any plan. */
const GENERAL =
  /^(?:行动|工程|工作|建设|提升|提高|加强|强化|推进|推动|完善|健全|能力|水平|体系|机制|制度|管理|服务|保障|改革|发展|质量|重点|全面|深化|优化|规范|创新|实施|组织)$/;

function topicShared(group: string, own: Chapter, next: Chapter, usual: ReadonlySet<string>): string | null {
  const words = wordsOf(group);
  const ownWords = wordsOf(own.name);
  for (const word of words) if (ownWords.has(word) && !GENERAL.test(word)) return null;
  for (const word of wordsOf(next.name)) {
    if (words.has(word) && !usual.has(word) && !GENERAL.test(word)) return word;
  }
  return null;
}
