import * as z from 'zod/mini';

import type { FormatOptions, OptionSpec } from '../core/rules/config';
import type { RuleSpec } from '../core/rules/project';
import type { Severity } from '../core/rules/rule';
import type { Message } from '../core/text/locale';
import { LAYOUT_MESSAGES, layoutSchema } from './layoutSchema';

// Without this, zod tries `new Function`, which the web host's security policy reports.
z.config({ jitless: true });

/** What can be wrong with a value. Zod's own texts mix languages, so its messages are these keys. */
export const VALUE_MESSAGES = {
  'text-expected': { zh: '这里应写文字。', en: 'Text is expected here.' },
  'text-empty': { zh: '这里不能为空。', en: 'This must not be empty.' },
  'texts-expected': { zh: '这里应写文字，或者文字的列表。', en: 'Text or a list of texts is expected here.' },
  'level-unknown': {
    zh: '没有这个级别。可写：关闭、建议、提示、警告、错误（off、hint、info、warning、error）。',
    en: 'No such level. One of: off, hint, info, warning, error (关闭, 建议, 提示, 警告, 错误).',
  },
  'run-unknown': {
    zh: '“运行”应写“输入时”或“保存时”（onType、onSave）。',
    en: '“运行” is 输入时 or 保存时 (onType, onSave).',
  },
  'period-expected': {
    zh: '期间应写起止年份，如 2021-2025，或“十五五”。',
    en: 'A period is a span of years such as 2021-2025, or a five-year plan such as 十五五.',
  },
  'tables-unknown': {
    zh: '“表格”应写“对齐”“紧凑”或“保留”（align、compact、keep）。',
    en: '“表格” is 对齐, 紧凑 or 保留 (align, compact, keep).',
  },
  'indent-unknown': {
    zh: '“缩进”应写“统一”或“保留”（auto、keep）。',
    en: '“缩进” is 统一 or 保留 (auto, keep).',
  },
  'blank-lines-expected': {
    zh: '“空行”应写 1 到 9 的整数，或者“保留”（keep）。',
    en: '“空行” is a whole number from 1 to 9, or 保留 (keep).',
  },
  ...LAYOUT_MESSAGES,
} satisfies Record<string, Message>;

const say = (key: keyof typeof VALUE_MESSAGES) => ({ error: key });

/** Keys are Chinese; each may be written in English as well. */
export const KEYS = {
  rules: '规则',
  words: '词典',
  units: '名录',
  period: '期间',
  baseline: '基线',
  run: '运行',
  format: '格式',
  layout: '版式',
} as const;
export const FORMAT_KEYS = { blankLines: '空行', tables: '表格', indent: '缩进' } as const;
export const RULE_KEYS = { severity: '级别' } as const;
export const WORD_KEYS = { typos: '错别字', phrases: '固定提法', laws: '法规', abbreviations: '简称' } as const;
export const PAIR_KEYS = { wrong: '误', right: '正', unless: '例外', source: '出处' } as const;

export const LEVELS: Readonly<Record<string, Severity | 'off'>> = {
  关闭: 'off',
  建议: 'hint',
  提示: 'info',
  警告: 'warning',
  错误: 'error',
  off: 'off',
  hint: 'hint',
  info: 'info',
  warning: 'warning',
  error: 'error',
};
/** The Chinese name of a level. */
const nameOf = (level: Severity | 'off'): string => Object.keys(LEVELS).find((name) => LEVELS[name] === level)!;

export const RUNS: Readonly<Record<string, 'onType' | 'onSave'>> = {
  输入时: 'onType',
  保存时: 'onSave',
  onType: 'onType',
  onSave: 'onSave',
};

export const TABLE_STYLES: Readonly<Record<string, FormatOptions['tables']>> = {
  对齐: 'align',
  紧凑: 'compact',
  保留: 'keep',
  align: 'align',
  compact: 'compact',
  keep: 'keep',
};

export const INDENTS: Readonly<Record<string, FormatOptions['indent']>> = {
  统一: 'auto',
  保留: 'keep',
  auto: 'auto',
  keep: 'keep',
};

export const textSchema = z
  .string(say('text-expected'))
  .check(z.trim(), z.minLength(1, say('text-empty')), z.maxLength(1000, say('text-expected')));
export const textsSchema = z.union([textSchema, z.array(textSchema)], say('texts-expected'));
export const levelSchema = z.enum(Object.keys(LEVELS), say('level-unknown'));
export const runSchema = z.enum(Object.keys(RUNS), say('run-unknown'));
export const tablesSchema = z.enum(Object.keys(TABLE_STYLES), say('tables-unknown'));
export const indentSchema = z.enum(Object.keys(INDENTS), say('indent-unknown'));
export const blankLinesSchema = z.union(
  [
    z
      .int(say('blank-lines-expected'))
      .check(z.minimum(1, say('blank-lines-expected')), z.maximum(9, say('blank-lines-expected'))),
    z.enum(['保留', 'keep']),
  ],
  say('blank-lines-expected'),
);
/** A year alone is a number to YAML. */
export const periodSchema = z.union([textSchema, z.number()], say('period-expected'));

/** An object with each key in Chinese and in English; `{0}`: what both mean. */
function bilingual<K extends string>(
  keys: Readonly<Record<K, string>>,
  parts: Readonly<Record<K, readonly [schema: z.ZodMiniType, description: string]>>,
): z.ZodMiniType {
  const shape: Record<string, z.ZodMiniType> = {};
  for (const key of Object.keys(keys) as K[]) {
    const [schema, description] = parts[key];
    shape[keys[key]] = z.optional(schema.check(z.meta({ description })));
    shape[key] = z.optional(schema.check(z.meta({ description: `同“${keys[key]}”。${description}` })));
  }
  return z.object(shape);
}

const pairSchema = bilingual(PAIR_KEYS, {
  wrong: [textSchema, '错误的写法。'],
  right: [textSchema, '正确的写法。'],
  unless: [textsSchema, '包含这个写法、但没有错的词句，一个或多个。'],
  source: [textSchema, '正确写法出自哪里。'],
});

const wordsSchema = bilingual(WORD_KEYS, {
  typos: [z.array(pairSchema), '一写就错的词，每项写“误”和“正”。'],
  phrases: [z.array(pairSchema), '本地、本系统的固定提法和常见的走样，每项写“误”和“正”。'],
  laws: [textsSchema, '确有其文的法规、文件名称，不带书名号。'],
  abbreviations: [textsSchema, '人人都懂、不必先写全称的简称。'],
});

const formatSchema = bilingual(FORMAT_KEYS, {
  blankLines: [blankLinesSchema, '连着的空行留几行，或者“保留”。默认：1'],
  tables: [tablesSchema, 'Markdown 表格：各栏对齐（过宽的不对齐）、紧凑，或者保留原样。默认：对齐'],
  indent: [indentSchema, '同宽的段首缩进统一成本文多数的写法，或者保留原样。默认：统一'],
});

/** The schema of one option, from what its rule declares. */
function optionSchema(option: OptionSpec): z.ZodMiniType {
  if (typeof option.default === 'number')
    return option.minimum === undefined ? z.number() : z.number().check(z.minimum(option.minimum));
  if (typeof option.default === 'boolean') return z.boolean();
  if (typeof option.default === 'string') return option.choices ? z.enum([...option.choices]) : z.string();
  return textsSchema;
}

function ruleSchema({ title, severity, options = {} }: RuleSpec): z.ZodMiniType {
  const levels = levelSchema.check(z.meta({ description: `级别；不写则按默认（${nameOf(severity)}）。` }));
  const shape: Record<string, z.ZodMiniType> = {};
  for (const [name, option] of Object.entries(options)) {
    const description = `${option.title.zh}。默认：${JSON.stringify(option.default)}`;
    shape[name] = z.optional(optionSchema(option).check(z.meta({ title: option.title.zh, description })));
  }
  const whole = z.object({ 级别: z.optional(levels), severity: z.optional(levels), ...shape });
  return z
    .union([levelSchema, whole])
    .check(z.meta({ title: title.zh, description: `${title.zh}（${title.en}）。默认级别：${nameOf(severity)}。` }));
}

/** The whole file, for editors; the reader checks it part by part, so that one mistake costs one part. */
export function projectSchema(rules: readonly RuleSpec[]): z.ZodMiniType {
  const rulesSchema = z.object(Object.fromEntries(rules.map((rule) => [rule.id, z.optional(ruleSchema(rule))])));
  return bilingual(KEYS, {
    rules: [rulesSchema, '各规则的级别和选项；没有写的，按编辑器设置或默认值。'],
    words: [wordsSchema, '本单位自己的词：错别字、固定提法、法规、简称。'],
    units: [
      textsSchema,
      '单位名录（units.yaml）的路径，从本文件所在文件夹算起，可以几个；不写则取向上最近的 units.yaml。',
    ],
    period: [periodSchema, '没有写明规划期的文件按此核对，如 2021-2025。'],
    baseline: [textSchema, '基线文件的路径：其中记下的旧问题不再显示（plandoc check --update-baseline 生成）。'],
    run: [runSchema, '编辑器里何时检查：输入时，或者保存时。'],
    format: [formatSchema, '格式化时空行、表格、缩进怎样写。标点和空格按各规则的级别，关闭的规则不改。'],
    layout: [layoutSchema(bilingual), '导出 Word 的版式；没有写的，按 GB/T 9704—2012。'],
  }).check(z.meta({ title: '核稿配置', description: '本文件夹内方案的核稿配置（plandoc.yaml）。' }));
}
