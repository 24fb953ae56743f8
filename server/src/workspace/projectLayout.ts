import type * as z from 'zod/mini';
import type { LayoutChoices } from '../core/plan/layout';
import {
  countSchema,
  FONT_KEYS,
  fontSchema,
  LAYOUT_KEYS,
  marginSchema,
  NAMED_SIZES,
  pitchSchema,
  SIDE_KEYS,
  SIZE_KEYS,
  sizeSchema,
  switchSchema,
} from './layoutSchema';
import type { Path } from './yamlReader';

/** What reading a layout asks of the reader of the file. */
export interface LayoutSource {
  pathOf<K extends string>(path: Path, keys: Readonly<Record<K, string>>, key: K): Path;
  checkNames(path: Path, keys: Readonly<Record<string, string>>): void;
  value<T>(path: Path, schema: z.ZodMiniType<T>): T | null;
}

/** Reads 版式; what is wrong in it is told and counts as not written. */
export function readLayout(source: LayoutSource, path: Path): LayoutChoices {
  source.checkNames(path, LAYOUT_KEYS);
  const at = (key: keyof typeof LAYOUT_KEYS): Path => source.pathOf(path, LAYOUT_KEYS, key);
  function each<K extends string, T>(
    within: Path,
    keys: Readonly<Record<K, string>>,
    schema: z.ZodMiniType<T>,
  ): Partial<Record<K, T>> {
    source.checkNames(within, keys);
    const values: Partial<Record<K, T>> = {};
    for (const key of Object.keys(keys) as K[]) {
      const value = source.value(source.pathOf(within, keys, key), schema);
      if (value !== null) values[key] = value;
    }
    return values;
  }
  const sizes = Object.entries(each(at('sizes'), SIZE_KEYS, sizeSchema)).map(
    ([key, value]) => [key, typeof value === 'string' ? NAMED_SIZES[value]! : value] as const,
  );
  const choices: LayoutChoices = {
    fonts: each(at('fonts'), FONT_KEYS, fontSchema),
    sizes: Object.fromEntries(sizes),
    margins: each(at('margins'), SIDE_KEYS, marginSchema),
  };
  const plain = {
    linePitch: source.value(at('linePitch'), pitchSchema),
    charactersPerLine: source.value(at('charactersPerLine'), countSchema),
    seal: source.value(at('seal'), switchSchema),
    pageNumbers: source.value(at('pageNumbers'), switchSchema),
  };
  return { ...choices, ...Object.fromEntries(Object.entries(plain).filter(([, value]) => value !== null)) };
}
