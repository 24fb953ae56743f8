import type { Plan } from '../plan/plan';
import { titleOf } from '../plan/sections';
import type { Passage } from '../syntax/passage';
import { lineAt, passageAt } from '../syntax/source';
import type { Position, Range } from '../text/position';
import type { Finding } from './rule';

/**
 * What was found in a document before and is not to be shown again. A finding is known by its rule, the words it stands on
 * and the heading above them, not by its line: it stays known when the text round it changes, and is new when its own does.
 */
export interface BaselineEntry {
  readonly rule: string;
  /** The nearest heading above, `''` where there is none. */
  readonly heading: string;
  /** The words of the place. */
  readonly text: string;
  /** How often these words are found under this heading. */
  readonly count: number;
}

/** By file: its path from the baseline's folder, with `/`. */
export interface Baseline {
  readonly files: Readonly<Record<string, readonly BaselineEntry[]>>;
}

export const EMPTY_BASELINE: Baseline = { files: {} };

const VERSION = 1;
/** So much of a place tells it apart; a longer one is told apart by a number made of the rest. */
const MAX_TEXT = 80;

/** Keeps out what a baseline knows; made once for each document, since it remembers the headings of unchanged passages. */
export interface BaselineFilter {
  /** The findings that are not known: of those that are, as many as are counted are left out, from the top. */
  unknown(findings: readonly Finding[], plan: Plan, known: readonly BaselineEntry[]): readonly Finding[];
  /** The entries for these findings, in an order that does not depend on where they stand. */
  entries(findings: readonly Finding[], plan: Plan): readonly BaselineEntry[];
}

export function createBaselineFilter(): BaselineFilter {
  const headingsOf = createHeadings();
  return {
    unknown(findings, plan, known) {
      if (known.length === 0) return findings;
      const left = new Map<string, number>();
      const places = new Set<string>();
      for (const { rule, heading, text, count } of known) {
        const key = keyOf(rule, heading, text);
        left.set(key, (left.get(key) ?? 0) + count);
        places.add(keyOf(rule, '', text));
      }
      const rules = new Set(known.map(({ rule }) => rule));
      const heading = headingsOf(plan);
      return findings.filter((finding) => {
        if (!rules.has(finding.rule)) return true;
        const text = textOf(finding, plan);
        if (!places.has(keyOf(finding.rule, '', text))) return true;
        const key = keyOf(finding.rule, heading(finding.range.start), text);
        const more = left.get(key) ?? 0;
        if (more > 0) left.set(key, more - 1);
        return more === 0;
      });
    },
    entries(findings, plan) {
      const entries = new Map<string, BaselineEntry>();
      const headingAbove = headingsOf(plan);
      for (const finding of findings) {
        const [heading, text] = [headingAbove(finding.range.start), textOf(finding, plan)];
        const key = keyOf(finding.rule, heading, text);
        entries.set(key, { rule: finding.rule, heading, text, count: (entries.get(key)?.count ?? 0) + 1 });
      }
      return [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
    },
  };
}

/** The baseline with the entries of some files made new; files without entries leave it. */
export function updateBaseline(baseline: Baseline, files: ReadonlyMap<string, readonly BaselineEntry[]>): Baseline {
  const all = new Map([...Object.entries(baseline.files), ...files]);
  const kept = [...all].filter(([, entries]) => entries.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { files: Object.fromEntries(kept) };
}

/** One entry a line, so that two versions can be compared. */
export function baselineText({ files }: Baseline): string {
  const parts = Object.entries(files).map(
    ([file, entries]) =>
      `    ${JSON.stringify(file)}: [\n${entries.map((entry) => `      ${JSON.stringify(entry)}`).join(',\n')}\n    ]`,
  );
  return `{\n  "version": ${VERSION},\n  "files": {${parts.length > 0 ? `\n${parts.join(',\n')}\n  ` : ''}}\n}\n`;
}

/** Reads the text of a baseline file; `null` where it is none. */
export function readBaseline(text: string): Baseline | null {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (!isRecord(value) || value['version'] !== VERSION || !isRecord(value['files'])) return null;
    const files = Object.entries(value['files']);
    // Read in a wrong encoding: names of files tell, since the words beside them may be damaged in the plan itself.
    if (files.some(([name]) => name.includes('\uFFFD'))) return null;
    const sound = files.every(([, entries]) => Array.isArray(entries) && entries.every(isEntry));
    return sound ? { files: Object.fromEntries(files) as Baseline['files'] } : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntry(value: unknown): value is BaselineEntry {
  return (
    isRecord(value) &&
    ['rule', 'heading', 'text'].every((key) => typeof value[key] === 'string') &&
    Number.isInteger(value['count']) &&
    Number(value['count']) > 0
  );
}

const keyOf = (rule: string, heading: string, text: string): string => `${rule}\n${heading}\n${text}`;

/** Without white space, torn lines joined: how a text is set changes nothing in what it says. */
function normalised(text: string): string {
  const words = text.replace(/[\s\u3000]+/g, '');
  return words.length <= MAX_TEXT ? words : `${words.slice(0, MAX_TEXT)}…${hashOf(words.slice(MAX_TEXT))}`;
}

/** FNV-1a, 32 bits: tells rests apart; nothing hangs on its being hard to guess. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** Many findings stand on a mark or two, which tell nothing; then the words round it are their text as well. */
const TELLING = 4;
const NUMBER = /^[\s\u3000|]*[（(]?(?:\d+|[０-９]+|[一二三四五六七八九十百]+)[)）.、．]?/;

function textOf({ range }: Finding, { source }: Plan): string {
  const own = normalised(linesOf(range, source));
  if (own.length >= TELLING) return own;
  const { line, character } = range.start;
  const around = lineAt(source, line).slice(Math.max(0, character - MAX_TEXT / 2), character + MAX_TEXT / 2);
  // Renumbering a plan does not make its findings new.
  return normalised(`${own.replace(NUMBER, '')}@${around.replace(NUMBER, '')}`);
}

function linesOf({ start, end }: Range, source: Plan['source']): string {
  if (start.line === end.line) return lineAt(source, start.line).slice(start.character, end.character);
  const lines = [lineAt(source, start.line).slice(start.character)];
  // A place of many lines is told by its first few: the rest of a document is no name for it.
  for (let line = start.line + 1; line < end.line && line < start.line + 20; line++) lines.push(lineAt(source, line));
  if (end.line < start.line + 20) lines.push(lineAt(source, end.line).slice(0, end.character));
  return lines.join('');
}

type HeadingAbove = (position: Position) => string;

/** The title of the nearest heading that begins above a position, `''` where there is none. */
function createHeadings(): (plan: Plan) => HeadingAbove {
  const known = new WeakMap<Passage, readonly (readonly [line: number, title: string])[]>();
  const headingsIn = (passage: Passage): readonly (readonly [number, string])[] => {
    let found = known.get(passage);
    if (!found) {
      found = passage.blocks.flatMap((block) =>
        block.kind === 'heading' ? [[block.line, normalised(titleOf(block) ?? '')] as const] : [],
      );
      known.set(passage, found);
    }
    return found;
  };
  return ({ source }) => {
    let last = '';
    const before = source.passages.map((passage) => {
      const above = last;
      last = headingsIn(passage).at(-1)?.[1] ?? last;
      return above;
    });
    return ({ line }) => {
      const index = passageAt(source, line);
      const inside = headingsIn(source.passages[index]!).filter(([at]) => at + source.starts[index]! < line);
      return inside.at(-1)?.[1] ?? before[index]!;
    };
  };
}
