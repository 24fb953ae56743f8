import { say, type Locale } from '../text/locale';
import { KIND_NAMES } from '../units/kinds';
import type { UnitEntry } from '../units/model';

/** The base register as a page to read, and where on it each entry stands. */
export interface RegisterPage {
  readonly text: string;
  /** Zero-based lines, by the name of the entry. */
  readonly lines: ReadonlyMap<string, number>;
}

const SAYS = {
  title: { zh: '# 内置单位名录', en: '# Base register of units' },
  note: {
    zh: '全国通用的单位。级别字和地名不写在这里：区司法局、云溪区司法局都是“司法局”。此页只读；本地的单位和叫法写在 units.yaml 里。',
    en: 'Units found all over the country, without level and place: 区司法局 and 云溪区司法局 are both 司法局. This page is read-only; local units go into units.yaml.',
  },
  full: { zh: '全称 {name}', en: 'full name {name}' },
  aliases: { zh: '又称 {names}', en: 'also {names}' },
  gone: { zh: '{year} 年起撤销', en: 'gone since {year}' },
  successor: { zh: '由 {name} 承接', en: 'succeeded by {name}' },
  stop: { zh: '；', en: '; ' },
} as const;

/** By kind, in the order of the register. */
export function registerPage(entries: readonly UnitEntry[], locale: Locale): RegisterPage {
  const lines = [say(SAYS.title, locale), '', say(SAYS.note, locale)];
  const places = new Map<string, number>();
  const kinds = new Map<UnitEntry['kind'], UnitEntry[]>();
  for (const entry of entries) {
    const same = kinds.get(entry.kind);
    if (same) same.push(entry);
    else kinds.set(entry.kind, [entry]);
  }
  for (const [kind, same] of kinds) {
    lines.push('', `## ${KIND_NAMES[kind][locale]}`, '');
    for (const entry of same) {
      if (!places.has(entry.name)) places.set(entry.name, lines.length);
      lines.push(`- ${entry.name}${describe(entry, locale)}`);
    }
  }
  return { text: `${lines.join('\n')}\n`, lines: places };
}

function describe({ fullName, aliases, abolished, successor, note }: UnitEntry, locale: Locale): string {
  const parts = [
    fullName === undefined ? '' : say(SAYS.full, locale, { name: fullName }),
    aliases.length === 0 ? '' : say(SAYS.aliases, locale, { names: aliases.join('、') }),
    abolished === undefined ? '' : say(SAYS.gone, locale, { year: abolished }),
    successor ? say(SAYS.successor, locale, { name: successor }) : '',
    note ?? '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : `　${parts.join(say(SAYS.stop, locale))}`;
}
