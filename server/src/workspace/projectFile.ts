import { isMap, isNode, isScalar, isSeq } from 'yaml';
import type * as z from 'zod/mini';

import { readPeriod } from '../core/plan/period';
import {
  DEFAULT_FORMAT,
  NO_WORDS,
  type FormatOptions,
  type OptionSpec,
  type OptionValue,
  type ReviewConfig,
  type UserWords,
} from '../core/rules/config';
import type { FileProblem, NamedFile, ProjectFile, RuleSpec } from '../core/rules/project';
import type { Severity } from '../core/rules/rule';
import type { Message } from '../core/text/locale';
import { nearest } from '../core/units/near';
import {
  blankLinesSchema,
  FORMAT_KEYS,
  INDENTS,
  indentSchema,
  KEYS,
  LEVELS,
  levelSchema,
  periodSchema,
  RULE_KEYS,
  RUNS,
  runSchema,
  TABLE_STYLES,
  tablesSchema,
  textSchema,
  textsSchema,
  VALUE_MESSAGES,
  WORD_KEYS,
} from './projectSchema';
import { readLayout, type LayoutSource } from './projectLayout';
import { readPairs, type PairSource } from './projectWords';
import { isMisread, isTooDeep, notUtf8 } from './yamlProblems';
import { YamlReader, type Path } from './yamlReader';

const largest = 1024 * 1024;

/**
 * Reads the text of a `plandoc.yaml`. Never throws: whatever is wrong becomes a problem with its place and counts as not
 * written; all the rest holds.
 */
export function readProjectFile(text: string, rules: readonly RuleSpec[]): ProjectFile {
  if (text.length > largest)
    return refused({ zh: '配置超过 1 MB，不予读取。', en: 'The configuration is larger than 1 MB and is not read.' });
  if (isMisread(text)) return refused(notUtf8);
  if (isTooDeep(text)) return refused(tooDeep);
  try {
    return new ProjectReader(text, rules).read();
  } catch {
    // The parser recurses and may run out of stack in ways the look ahead did not foresee.
    return refused(tooDeep);
  }
}

const tooDeep: Message = {
  zh: '配置的结构过于复杂，无法读取。',
  en: 'The configuration is too deeply nested to be read.',
};

const NOTHING: Omit<ProjectFile, 'problems'> = {
  review: { severities: {}, options: {}, words: NO_WORDS },
  units: [],
  period: null,
  baseline: null,
  run: null,
  format: DEFAULT_FORMAT,
  layout: {},
};

function refused(message: Message): ProjectFile {
  const start = { line: 0, character: 0 };
  return { ...NOTHING, problems: [{ range: { start, end: start }, message, severity: 'error' }] };
}

class ProjectReader extends YamlReader implements PairSource, LayoutSource {
  private readonly specs: ReadonlyMap<string, RuleSpec>;

  constructor(text: string, rules: readonly RuleSpec[]) {
    super(text, VALUE_MESSAGES, VALUE_MESSAGES['text-expected']);
    this.specs = new Map(rules.map((rule) => [rule.id, rule]));
  }

  read(): ProjectFile {
    const top = this.document.contents;
    if (top === null || (isScalar(top) && top.value === null)) return { ...NOTHING, problems: this.found() };
    if (!isMap(top)) {
      this.report([], {
        zh: '配置应由“规则”“词典”等键组成，键后接半角冒号和空格。',
        en: 'A configuration is a mapping with 规则 (rules), 词典 (words) and so on; a colon and a space follow each key.',
      });
      return { ...NOTHING, problems: this.found() };
    }
    this.checkNames([], KEYS);
    const period = this.readPeriod();
    const run = this.readValue(this.pathOf([], KEYS, 'run'), runSchema);
    return {
      review: { ...this.readRules(), words: this.readWords() },
      units: this.readNames(this.pathOf([], KEYS, 'units')),
      period,
      baseline: this.readNames(this.pathOf([], KEYS, 'baseline'), textSchema)[0] ?? null,
      run: run === null ? null : RUNS[run]!,
      format: this.readFormat(),
      layout: readLayout(this, this.pathOf([], KEYS, 'layout')),
      problems: this.found(),
    };
  }

  /** The path of a key that may be written in Chinese or in English. Written in both it is told, and the Chinese counts. */
  pathOf<K extends string>(path: Path, keys: Readonly<Record<K, string>>, key: K): Path {
    const chinese = [...path, keys[key]];
    const english = [...path, key];
    if (!this.has(english)) return chinese;
    if (!this.has(chinese)) return english;
    this.reportKey(path, key, {
      zh: `“${keys[key]}”和“${key}”是同一项，只写一个。现在按“${keys[key]}”处理。`,
      en: `“${keys[key]}” and “${key}” are the same; write one. “${keys[key]}” counts.`,
    });
    return chinese;
  }

  private readPeriod(): ProjectFile['period'] {
    const path = this.pathOf([], KEYS, 'period');
    const value = this.readValue(path, periodSchema);
    if (value === null) return null;
    const period = readPeriod(/^\d{4}$/.test(`${value}`) ? `${value}年` : `${value}`);
    if (!period) this.report(path, VALUE_MESSAGES['period-expected']);
    return period;
  }

  private readFormat(): FormatOptions {
    const path = this.pathOf([], KEYS, 'format');
    const top = this.valueAt(path);
    if (top === null || top === undefined) return DEFAULT_FORMAT;
    if (typeof top !== 'object' || Array.isArray(top)) {
      this.report(path, {
        zh: '“格式”之下写“空行”“表格”“缩进”，如“格式: { 空行: 1 }”。',
        en: 'Below 格式 (format) write 空行 (blankLines), 表格 (tables), 缩进 (indent).',
      });
      return DEFAULT_FORMAT;
    }
    this.checkNames(path, FORMAT_KEYS);
    const at = (key: keyof typeof FORMAT_KEYS): Path => this.pathOf(path, FORMAT_KEYS, key);
    const blankLines = this.readValue(at('blankLines'), blankLinesSchema);
    const tables = this.readValue(at('tables'), tablesSchema);
    const indent = this.readValue(at('indent'), indentSchema);
    return {
      blankLines:
        typeof blankLines === 'number' ? blankLines : blankLines === null ? DEFAULT_FORMAT.blankLines : 'keep',
      tables: tables === null ? DEFAULT_FORMAT.tables : TABLE_STYLES[tables]!,
      indent: indent === null ? DEFAULT_FORMAT.indent : INDENTS[indent]!,
    };
  }

  private readNames(path: Path, schema: z.ZodMiniType<string | string[]> = textsSchema): readonly NamedFile[] {
    const value = this.readValue(path, schema);
    if (value === null) return [];
    if (typeof value === 'string') return [{ path: value, range: this.rangeOf(path) }];
    return value.map((one, index) => ({ path: one, range: this.rangeOf([...path, index]) }));
  }

  private readRules(): Omit<ReviewConfig, 'words'> {
    const severities: Record<string, Severity | 'off'> = {};
    const options: Record<string, Readonly<Record<string, OptionValue>>> = {};
    const path = this.pathOf([], KEYS, 'rules');
    for (const [id, value] of this.entriesAt(path, {
      zh: '“规则”之下每行写一条规则：代号、冒号、空格、级别。',
      en: 'Below 规则 each line holds a rule: its id, a colon, a space, a level.',
    })) {
      const spec = this.specs.get(id);
      if (!spec) {
        this.reportKey(path, id, unknownName('规则', 'rule', id, [...this.specs.keys()]));
        continue;
      }
      const read = this.readRule([...path, id], value, spec);
      if (read.level) severities[id] = read.level;
      if (Object.keys(read.options).length > 0) options[id] = read.options;
    }
    return { severities, options };
  }

  private readRule(
    path: Path,
    value: unknown,
    spec: RuleSpec,
  ): { level: Severity | 'off' | null; options: Readonly<Record<string, OptionValue>> } {
    if (typeof value !== 'object' || value === null) {
      const level = this.checked(path, value ?? '', levelSchema);
      return { level: level === null ? null : LEVELS[level]!, options: {} };
    }
    const written = this.readValue(this.pathOf(path, RULE_KEYS, 'severity'), levelSchema);
    const level = written === null ? null : LEVELS[written]!;
    const options: Record<string, OptionValue> = {};
    for (const [name, one] of this.entriesAt(path, VALUE_MESSAGES['level-unknown'])) {
      if (name === 'severity' || name === RULE_KEYS.severity) continue;
      const option = spec.options?.[name];
      if (!option) {
        this.reportKey(path, name, noSuchOption(spec, name));
        continue;
      }
      const problem = wrongOption(option, one);
      if (problem) this.report([...path, name], problem);
      else
        options[name] = Array.isArray(option.default) && !Array.isArray(one) ? [one as string] : (one as OptionValue);
    }
    if (level === 'off' && Object.keys(options).length > 0)
      this.reportKey(
        path.slice(0, -1),
        spec.id,
        {
          zh: `“${spec.id}”已经关闭，所写的选项不起作用。去掉选项，或者另写级别。`,
          en: `“${spec.id}” is off, so its options do nothing. Remove them, or give it another level.`,
        },
        'warning',
      );
    return { level, options };
  }

  private readWords(): UserWords {
    const path = this.pathOf([], KEYS, 'words');
    this.entriesAt(path, {
      zh: '“词典”之下分写“错别字”“固定提法”“法规”“简称”。',
      en: 'Below 词典 stand 错别字 (typos), 固定提法 (phrases), 法规 (laws), 简称 (abbreviations).',
    });
    this.checkNames(path, WORD_KEYS);
    const texts = (key: 'laws' | 'abbreviations', marks: RegExp): readonly string[] => {
      const value = this.readValue(this.pathOf(path, WORD_KEYS, key), textsSchema) ?? [];
      return (typeof value === 'string' ? [value] : value).map((text) => text.replace(marks, ''));
    };
    const [typos, phrases] = readPairs(this, [
      this.pathOf(path, WORD_KEYS, 'typos'),
      this.pathOf(path, WORD_KEYS, 'phrases'),
    ]);
    return {
      typos: typos!,
      phrases: phrases!,
      laws: texts('laws', /^《|》$/g),
      abbreviations: texts('abbreviations', /^[“"]|[”"]$/g),
    };
  }

  /** The entries of a mapping; none, and a problem, where there is something else. */
  private entriesAt(path: Path, expected: Message): readonly (readonly [string, unknown])[] {
    const value = this.valueAt(path);
    if (value === null || value === undefined) return [];
    if (typeof value === 'object' && !Array.isArray(value)) return Object.entries(value);
    this.report(path, expected);
    return [];
  }

  /** The items of a list; none, and a problem, where there is something else. */
  itemsAt(path: Path, expected: Message): readonly unknown[] {
    const value = this.valueAt(path);
    if (value === null || value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.report(path, expected);
    return [];
  }

  readText(path: Path): string | null {
    return this.readValue(path, textSchema);
  }

  readTexts(path: Path): readonly string[] {
    const value = this.readValue(path, textsSchema);
    return typeof value === 'string' ? [value] : (value ?? []);
  }

  /** For those who read a part of the file. */
  tell(path: Path, message: Message, severity: FileProblem['severity'] = 'error'): void {
    this.report(path, message, severity);
  }

  value<T>(path: Path, schema: z.ZodMiniType<T>): T | null {
    return this.readValue(path, schema);
  }

  checkNames(path: Path, keys: Readonly<Record<string, string>>): void {
    this.checkKeys(path, both(keys), 'error');
  }

  private has(path: Path): boolean {
    const above = path.length === 1 ? this.document.contents : this.document.getIn(path.slice(0, -1), true);
    return (isMap(above) || isSeq(above)) && above.has(path.at(-1));
  }

  /** Reports at a key of the mapping at `path`. */
  private reportKey(path: Path, name: string, message: Message, severity: FileProblem['severity'] = 'error'): void {
    const map = path.length === 0 ? this.document.contents : this.document.getIn(path, true);
    const key = isMap(map)
      ? map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === name)?.key
      : null;
    if (isNode(key)) this.reportNode(key, message, severity);
    else this.report([...path, name], message, severity);
  }
}

const both = (keys: Readonly<Record<string, string>>): readonly string[] =>
  Object.entries(keys).flatMap(([english, chinese]) => [chinese, english]);

function unknownName(zh: string, en: string, name: string, known: readonly string[]): Message {
  const near = nearest(name, known, Math.max(2, Math.floor(name.length / 3)))[0]?.form;
  return {
    zh: `没有“${name}”这条${zh}${near ? `，是不是“${near}”？` : '。规则代号见 plandoc rules。'}`,
    en: `There is no ${en} “${name}”${near ? `; did you mean “${near}”?` : '. See plandoc rules for all ids.'}`,
  };
}

function noSuchOption({ id, options = {} }: RuleSpec, name: string): Message {
  const known = Object.keys(options);
  if (known.length === 0)
    return {
      zh: `“${id}”没有选项，只能写级别。`,
      en: `“${id}” has no options, only a level.`,
    };
  const near = nearest(name, known, Math.max(2, Math.floor(name.length / 3)))[0]?.form;
  return {
    zh: `“${id}”没有“${name}”这个选项${near ? `，是不是“${near}”？` : `。可写：${known.join('、')}。`}`,
    en: `“${id}” has no option “${name}”${near ? `; did you mean “${near}”?` : `. One of: ${known.join(', ')}.`}`,
  };
}

/** What is wrong with the value of an option; `null` if nothing is. */
function wrongOption({ default: usual, minimum, choices }: OptionSpec, value: unknown): Message | null {
  switch (typeof usual) {
    case 'number':
      if (typeof value !== 'number' || !Number.isFinite(value))
        return { zh: '这里应写数字。', en: 'A number is expected here.' };
      if (minimum !== undefined && value < minimum)
        return { zh: `这里的数不能小于 ${minimum}。`, en: `This must be at least ${minimum}.` };
      return null;
    case 'boolean':
      return typeof value === 'boolean' ? null : { zh: '这里应写 true 或 false。', en: 'Write true or false here.' };
    case 'string':
      if (typeof value !== 'string') return VALUE_MESSAGES['text-expected'];
      if (choices && !choices.includes(value))
        return { zh: `这里只能写：${choices.join('、')}。`, en: `One of: ${choices.join(', ')}.` };
      return null;
    default: {
      const texts: readonly unknown[] = Array.isArray(value) ? value : [value];
      return texts.every((text) => typeof text === 'string') ? null : VALUE_MESSAGES['texts-expected'];
    }
  }
}
