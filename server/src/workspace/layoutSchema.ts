import * as z from 'zod/mini';
import { STANDARD_LAYOUT, type FontUse, type Side, type SizeUse } from '../core/plan/layout';
import type { Message } from '../core/text/locale';

/** Keys of 版式 are Chinese; each may be written in English as well. */
export const LAYOUT_KEYS = {
  fonts: '字体',
  sizes: '字号',
  margins: '页边距',
  linePitch: '行距',
  charactersPerLine: '每行字数',
  seal: '印章',
  pageNumbers: '页码',
} as const;

export const FONT_KEYS: Readonly<Record<FontUse, string>> = {
  title: '标题',
  body: '正文',
  heading1: '一级标题',
  heading2: '二级标题',
  tableHead: '表头',
  table: '表格',
  pageNumber: '页码',
  annotation: '责任括注',
  western: '西文',
};
export const SIZE_KEYS: Readonly<Record<SizeUse, string>> = {
  title: '标题',
  body: '正文',
  tableHead: '表头',
  table: '表格',
  pageNumber: '页码',
};
export const SIDE_KEYS: Readonly<Record<Side, string>> = { top: '上', bottom: '下', left: '左', right: '右' };

/** Points of the sizes that have names. */
export const NAMED_SIZES: Readonly<Record<string, number>> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
};

export const LAYOUT_MESSAGES = {
  'font-expected': {
    zh: '字体应写名称，不超过 31 个字。',
    en: 'The name of a font is expected, of at most 31 characters.',
  },
  'size-expected': {
    zh: '字号应写“三号”“小四”这样的名称，或者 5 到 72 之间的磅数。',
    en: 'A size is a name such as 三号, or points from 5 to 72.',
  },
  'margin-expected': {
    zh: '页边距应写 5 到 80 之间的毫米数。',
    en: 'A margin is a number of millimetres from 5 to 80.',
  },
  'pitch-expected': { zh: '行距应写 10 到 60 之间的磅数。', en: 'A line pitch is a number of points from 10 to 60.' },
  'count-expected': {
    zh: '每行字数应写 10 到 60 之间的整数。',
    en: 'Characters in a line: a whole number from 10 to 60.',
  },
  'switch-expected': { zh: '这里应写 true 或 false。', en: 'Write true or false here.' },
} satisfies Record<string, Message>;

const say = (key: keyof typeof LAYOUT_MESSAGES) => ({ error: key });
const between = (least: number, most: number, key: keyof typeof LAYOUT_MESSAGES) =>
  z.number(say(key)).check(z.minimum(least, say(key)), z.maximum(most, say(key)));

/** Word takes no longer name. */
export const fontSchema = z
  .string(say('font-expected'))
  .check(z.trim(), z.minLength(1, say('font-expected')), z.maxLength(31, say('font-expected')));
export const sizeSchema = z.union(
  [z.enum(Object.keys(NAMED_SIZES)), between(5, 72, 'size-expected')],
  say('size-expected'),
);
export const marginSchema = between(5, 80, 'margin-expected');
export const pitchSchema = between(10, 60, 'pitch-expected');
export const countSchema = between(10, 60, 'count-expected').check(z.multipleOf(1, say('count-expected')));
export const switchSchema = z.boolean(say('switch-expected'));

type Bilingual = <K extends string>(
  keys: Readonly<Record<K, string>>,
  parts: Readonly<Record<K, readonly [schema: z.ZodMiniType, description: string]>>,
) => z.ZodMiniType;

/** The schema of 版式, for editors. */
export function layoutSchema(bilingual: Bilingual): z.ZodMiniType {
  const { fonts, sizes, margins, linePitch, charactersPerLine, seal, pageNumbers } = STANDARD_LAYOUT;
  const each = <K extends string>(
    usual: Readonly<Record<K, string | number>>,
    schema: z.ZodMiniType,
    unit: string,
  ): Record<K, readonly [z.ZodMiniType, string]> =>
    Object.fromEntries(
      Object.entries(usual).map(([key, value]) => [key, [schema, `默认：${value as string}${unit}。`]]),
    ) as unknown as Record<K, readonly [z.ZodMiniType, string]>;
  return bilingual(LAYOUT_KEYS, {
    fonts: [bilingual(FONT_KEYS, each(fonts, fontSchema, '')), '各部分的字体。表格、责任括注不写的，随正文。'],
    sizes: [bilingual(SIZE_KEYS, each(sizes, sizeSchema, ' 磅')), '各部分的字号：“三号”这样的名称，或者磅数。'],
    margins: [bilingual(SIDE_KEYS, each(margins, marginSchema, ' 毫米')), '竖排页的页边距，毫米。'],
    linePitch: [pitchSchema, `正文行距（固定值），磅。默认：${linePitch}，每面 22 行。`],
    charactersPerLine: [countSchema, `每行字数。默认：${charactersPerLine}。`],
    seal: [switchSchema, `署名、日期按加盖印章的公文排，还是不加盖。默认：${seal}。`],
    pageNumbers: [switchSchema, `是否编页码。默认：${pageNumbers}。`],
  });
}
