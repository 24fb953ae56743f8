import type { Plan } from '../plan/plan';
import type { PassageReading } from '../plan/reading';
import type { Aside } from '../syntax/block';
import { rangeOf } from '../syntax/joined';
import { range, shiftLines, type Range } from '../text/position';

/** A place in the text that leads elsewhere. `path` counts from the document's folder. */
export interface Link {
  readonly range: Range;
  readonly target:
    | { readonly kind: 'web'; readonly url: string }
    | { readonly kind: 'file'; readonly path: string; readonly key: 'superior' | 'register' };
}

/** Web addresses in the text, and the files that the front matter names; in order. Ranges are absolute. */
export function linksOf(
  plan: Plan,
  inPassage: (reading: PassageReading) => readonly Link[] = linksIn,
): readonly Link[] {
  return plan.readings.flatMap((reading, index) => {
    const above = plan.source.starts[index]!;
    return inPassage(reading).map((link) => ({ ...link, range: shiftLines(link.range, above) }));
  });
}

/** The links of one passage; lines count from its start. */
export function linksIn({ passage }: PassageReading): readonly Link[] {
  const links: Link[] = [];
  for (const [line, text] of passage.lines.entries()) {
    if (!text.includes('://')) continue;
    for (const match of text.matchAll(WEB)) {
      const url = withoutTail(match[0]);
      links.push({
        range: range(line, match.index, line, match.index + url.length),
        target: { kind: 'web', url },
      });
    }
  }
  const matter = passage.blocks.find((block) => block.kind === 'front-matter');
  return matter?.kind === 'front-matter' ? [...filesNamedIn(matter), ...links] : links;
}

/** An address ends before Chinese text and its marks. */
const WEB = /https?:\/\/[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+/g;

/** Without the full stop of the sentence, and without a bracket that was opened before the address. */
function withoutTail(url: string): string {
  const clean = url.replace(/[.,;:!?']+$/, '');
  return clean.endsWith(')') && !clean.includes('(') ? clean.slice(0, -1) : clean;
}

const KEYS: Readonly<Record<string, 'superior' | 'register'>> = {
  上位文件: 'superior',
  superior: 'superior',
  单位名录: 'register',
  register: 'register',
};

/** The paths behind 上位文件 and 单位名录, on the same line or as a list below. */
function filesNamedIn(matter: Aside): readonly Link[] {
  const links: Link[] = [];
  let key: 'superior' | 'register' | undefined;
  let offset = 0;
  const add = (from: number, value: string): void => {
    for (const { 0: word, index } of value.matchAll(/"[^"]*"|'[^']*'|[^、，,[\]"'\s][^、，,[\]"']*/g)) {
      const path = word.replace(/^["']|["']$/g, '').trim();
      const start = from + index + word.indexOf(path);
      if (key && path !== '')
        links.push({ range: rangeOf(matter, start, start + path.length), target: { kind: 'file', path, key } });
    }
  };
  for (const line of matter.text.split('\n')) {
    const entry = /^([^\s:：#-][^:：]*?)\s*[:：]\s*/.exec(line);
    const item = /^\s+-\s+/.exec(line);
    const words = line.replace(/\s#.*$/, '');
    if (entry) {
      key = Object.hasOwn(KEYS, entry[1]!) ? KEYS[entry[1]!] : undefined;
      add(offset + entry[0].length, words.slice(entry[0].length));
    } else if (item) add(offset + item[0].length, words.slice(item[0].length));
    offset += line.length + 1;
  }
  return links;
}
