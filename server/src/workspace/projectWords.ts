import type { WordPair } from '../core/rules/config';
import type { Message } from '../core/text/locale';
import { PAIR_KEYS } from './projectSchema';
import type { Path } from './yamlReader';

/** The file as far as lists of words need it. */
export interface PairSource {
  pathOf<K extends string>(path: Path, keys: Readonly<Record<K, string>>, key: K): Path;
  itemsAt(path: Path, expected: Message): readonly unknown[];
  valueAt(path: Path): unknown;
  readText(path: Path): string | null;
  readTexts(path: Path): readonly string[];
  checkNames(path: Path, keys: Readonly<Record<string, string>>): void;
  tell(path: Path, message: Message, severity?: 'error' | 'warning'): void;
}

const EXPECTED: Message = {
  zh: '这里应是列表，每项写“误”和“正”，如“- {误: 帐户, 正: 账户}”。',
  en: 'A list is expected here; each item has 误 (wrong) and 正 (right).',
};

/** A pair and where its wrong writing stands in the file. */
interface Placed extends WordPair {
  readonly path: Path;
}

/**
 * The pairs of wrong and right writings at each path. Of pairs that speak against each other each is told and none
 * counts: which one is meant cannot be known.
 */
export function readPairs(reader: PairSource, paths: readonly Path[]): readonly (readonly WordPair[])[] {
  const lists = paths.map((path) =>
    reader.itemsAt(path, EXPECTED).flatMap((item, index) => readPair(reader, [...path, index], item) ?? []),
  );
  const all = lists.flat();
  const rights = new Map<string, string>();
  const wrongs = new Map<string, Placed>();
  const bad = new Set<Placed>();
  for (const pair of all) rights.set(pair.right, pair.wrong);
  for (const pair of all) {
    const twin = wrongs.get(pair.wrong);
    if (!twin) wrongs.set(pair.wrong, pair);
    const problem = twin ? againstTwin(pair, twin) : againstRight(pair, rights);
    if (!problem) continue;
    reader.tell(pair.path, problem, twin && twin.right === pair.right ? 'warning' : 'error');
    bad.add(pair);
    if (twin && twin.right !== pair.right) bad.add(twin);
  }
  return lists.map((list) => list.filter((pair) => !bad.has(pair)).map(({ path: _, ...pair }) => pair));
}

function readPair(reader: PairSource, path: Path, item: unknown): Placed | null {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    reader.tell(path, EXPECTED);
    return null;
  }
  reader.checkNames(path, PAIR_KEYS);
  const at = (key: keyof typeof PAIR_KEYS): Path => reader.pathOf(path, PAIR_KEYS, key);
  const wrong = required(reader, at('wrong'), path);
  const right = required(reader, at('right'), path);
  const unless = reader.readTexts(at('unless'));
  const source = reader.readText(at('source'));
  if (wrong === null || right === null) return null;
  if (wrong === right) {
    reader.tell(path, { zh: `“误”和“正”都是“${wrong}”。`, en: `Both 误 and 正 are “${wrong}”.` });
    return null;
  }
  if (right.includes(wrong) && !unless.includes(right)) {
    reader.tell(path, {
      zh: `“${right}”里就有“${wrong}”，改对了也会再报。请在“例外”里写上“${right}”，或者把“误”写长一些。`,
      en: `“${right}” holds “${wrong}”, so it would be found again once mended. Name “${right}” in 例外 (unless), or write more of what is wrong.`,
    });
    return null;
  }
  return { wrong, right, ...(unless.length > 0 && { unless }), ...(source !== null && { source }), path: at('wrong') };
}

function required(reader: PairSource, path: Path, around: Path): string | null {
  const value = reader.valueAt(path);
  if (value !== null && value !== undefined) return reader.readText(path);
  const key = `${path.at(-1)}`;
  reader.tell(around, { zh: `缺少“${key}”。`, en: `“${key}” is missing.` });
  return null;
}

function againstTwin({ wrong, right }: WordPair, twin: WordPair): Message {
  return right === twin.right
    ? { zh: `“${wrong}”写了两次。`, en: `“${wrong}” occurs twice.` }
    : {
        zh: `“${wrong}”一处改作“${twin.right}”，一处改作“${right}”。只留一处。`,
        en: `“${wrong}” is mended to “${twin.right}” in one place and to “${right}” in another. Keep one.`,
      };
}

function againstRight({ wrong }: WordPair, rights: ReadonlyMap<string, string>): Message | null {
  const other = rights.get(wrong);
  return other === undefined
    ? null
    : {
        zh: `“${wrong}”在这里是错的，又是“${other}”的正确写法。只留一处。`,
        en: `“${wrong}” is wrong here, and right for “${other}”. Keep one.`,
      };
}
