import * as z from 'zod/mini';

import type { Message } from '../core/text/locale';
import { KIND_NAMES } from '../core/units/kinds';

// Without this, zod tries `new Function`, which the web host's security policy reports.
z.config({ jitless: true });

/** What can be wrong with a value. Zod's own texts mix languages, so its messages are these keys. */
export const VALUE_MESSAGES = {
  'text-expected': { zh: '这里应写文字。', en: 'Text is expected here.' },
  'text-empty': { zh: '这里不能为空。', en: 'This must not be empty.' },
  'text-long': { zh: '超过 60 个字，不像单位名称。', en: 'Longer than 60 characters: hardly the name of a unit.' },
  'name-missing': { zh: '缺少“名称”。', en: '“名称” (name) is missing.' },
  'kind-unknown': {
    zh: `没有这个类别。可写：${chineseKinds().join('、')}。`,
    en: `No such kind. One of: ${chineseKinds().join(', ')}.`,
  },
  'texts-expected': { zh: '这里应写一个名称或名称的列表。', en: 'A name or a list of names is expected here.' },
  'former-expected': {
    zh: '曾用名应写名称，或者“名称”和“截至”。',
    en: 'A former name is a name, or “名称” (name) with “截至” (until).',
  },
  'year-expected': { zh: '这里应写年份，如 2018。', en: 'A year is expected here, such as 2018.' },
  'level-unknown': {
    zh: '没有这个级别。可写“省”“市”“区”“县”“旗”“县级”等。',
    en: 'No such level. Write 省, 市, 区, 县, 旗, 县级 or the like.',
  },
  'unit-expected': {
    zh: '每一项应写单位名称，或者以“名称”开头的一组键。',
    en: 'Each item is the name of a unit, or a mapping with “名称” (name).',
  },
} satisfies Record<string, Message>;

const say = (key: keyof typeof VALUE_MESSAGES) => ({ error: key });

const nameSchema = z
  .string(say('text-expected'))
  .check(z.trim(), z.minLength(1, say('text-empty')), z.maxLength(60, say('text-long')));

const namesSchema = z.union([nameSchema, z.array(nameSchema)], say('texts-expected'));

const yearSchema = z.union(
  [
    z
      .number()
      .check(z.int(say('year-expected')), z.minimum(1949, say('year-expected')), z.maximum(2100, say('year-expected'))),
    z.string().check(z.regex(/^(?:19|20)\d{2}年?$/, say('year-expected'))),
  ],
  say('year-expected'),
);

const formerSchema = z.union(
  [
    nameSchema,
    z.object({
      名称: nameSchema,
      截至: z.optional(yearSchema.check(z.meta({ description: '从哪一年起不再用这个名称，如 2019。' }))),
    }),
  ],
  say('former-expected'),
);

const levels = '省 市 区 县 旗 盟 州 镇 乡 街道 开发区 高新区 新区 省级 市级 地级 区级 县级 乡级 镇级'.split(' ');

/** The level whose prefix local units carry (区), or the tier of the administration (县级). */
export const levelSchema = z.enum(levels, say('level-unknown'));

/** One unit, written out. */
export const unitSchema = z.object({
  名称: nameSchema.check(z.meta({ description: '方案里通用的简称，连同级别，如“区司法局”。' })),
  全称: z.optional(nameSchema.check(z.meta({ description: '正式全称，如“连云港市海州区司法局”。' }))),
  类别: z.optional(
    z.enum(chineseKinds(), say('kind-unknown')).check(z.meta({ description: '单位的类别；不写则按名称判断。' })),
  ),
  别名: z.optional(namesSchema.check(z.meta({ description: '同一单位的其他写法，一个或多个。' }))),
  拼音: z.optional(
    namesSchema.check(z.meta({ description: '输入时另可用的拼音或代码，如“qsfj”；首字母和全拼不写也认得。' })),
  ),
  曾用名: z.optional(
    z
      .union([formerSchema, z.array(formerSchema)], say('former-expected'))
      .check(z.meta({ description: '机构改革前的名称；可注明“截至”哪一年。' })),
  ),
  承接: z.optional(nameSchema.check(z.meta({ description: '本单位已撤销的，由哪个单位承接职能。' }))),
  撤销: z.optional(yearSchema.check(z.meta({ description: '从哪一年起不再有这个单位，如 2019。' }))),
  备注: z.optional(z.string(say('text-expected')).check(z.meta({ description: '给读者看的说明，悬停时显示。' }))),
});

/** A unit: its name alone, or written out. */
export const itemSchema = z.union([nameSchema, unitSchema], say('unit-expected'));

/** The whole file. The reader checks item by item so that one mistake costs one item; editors use this as it is. */
export const fileSchema = z
  .object({
    地区: z.optional(nameSchema.check(z.meta({ description: '本地区名称，如“海州区”。' }))),
    级别: z.optional(levelSchema.check(z.meta({ description: '本级，如“区”或“县级”；不写则取地区名称的末字。' }))),
    集合称谓: z.optional(
      namesSchema.check(z.meta({ description: '本地对一类单位的统称，如“各片区”；除通用写法以外的才需要写。' })),
    ),
    单位: z.optional(z.array(itemSchema).check(z.meta({ description: '本地单位，可以只写名称。' }))),
  })
  .check(z.meta({ title: '单位名录', description: '本工作区的单位名录（units.yaml）。' }));

export const ENTRY_KEYS: readonly string[] = Object.keys(unitSchema.shape);
export const TOP_KEYS: readonly string[] = Object.keys(fileSchema.shape);

export type Unit = z.infer<typeof unitSchema>;
export type Names = z.infer<typeof namesSchema>;
export type Former = z.infer<typeof formerSchema>;
export type Year = z.infer<typeof yearSchema>;
export { nameSchema, namesSchema };

function chineseKinds(): string[] {
  return Object.values(KIND_NAMES)
    .map(({ zh }) => zh)
    .filter((zh) => zh !== KIND_NAMES.collective.zh);
}
