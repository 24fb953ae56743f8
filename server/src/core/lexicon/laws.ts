import lawTable from './laws.tsv';
import { readTable } from './table';

/** What a title of a law is. `own`: named by the organisation. */
export type LawStanding = 'law' | 'plain' | 'former' | 'draft' | 'own';

export interface Laws {
  /** By the title without 《》 and 中华人民共和国. */
  standing(title: string): LawStanding | null;
  /** Laws in force with titles so like this one that it must be a slip for one of them, best first. */
  near(title: string): readonly string[];
  /** The full titles of the laws in force, then those the organisation named. */
  readonly titles: readonly string[];
}

/** The last year whose laws the table knows. */
export const LAWS_KNOWN_UNTIL = 2026;

export const COUNTRY = '中华人民共和国';

/** Reads the table that ships with Plandoc and the organisation's own titles: make one and keep it. */
export function createLaws(own: readonly string[]): Laws {
  const standings = new Map<string, LawStanding>();
  // The table is our own; a test sees that its sections are these.
  for (const { section, columns } of readTable(lawTable)) standings.set(columns[0]!, section[0] as LawStanding);
  for (const title of own) standings.set(bareTitle(title), 'own');
  const inForce = [...standings].filter(([, standing]) => standing === 'law').map(([title]) => title);
  const full: Partial<Record<LawStanding, string>> = { law: COUNTRY, plain: '' };
  return {
    get titles() {
      const known = [...standings].flatMap(([title, standing]) =>
        standing in full ? [`${full[standing]}${title}`] : [],
      );
      return [...known, ...own];
    },
    standing: (title) => standings.get(title) ?? null,
    near: (title) =>
      inForce
        .map((law) => ({ law, distance: slipDistance(title, law) }))
        .filter(({ distance }) => distance < Infinity)
        .sort((a, b) => a.distance - b.distance)
        .slice(0, 3)
        .map(({ law }) => law),
  };
}

/** 《中华人民共和国行政处罚法（2021年修订）》 → 行政处罚法 */
export const bareTitle = (title: string): string =>
  title
    .trim()
    .replace(new RegExp(`^${COUNTRY}`), '')
    .replace(/[（(〔][^（）()〔〕]*[）)〕]$/, '');

/**
 * How far a title is from a law when it can be a slip for it: words left out or put in (调解法 for 人民调解法), or one
 * character another one in a long title. Two different words make another law, which the table may not know yet.
 */
function slipDistance(title: string, law: string): number {
  const difference = law.length - title.length;
  if (title.length < 3 || Math.abs(difference) > 3) return Infinity;
  if (difference > 0) return isWithin(title, law) ? difference : Infinity;
  if (difference < 0) return law.length > 3 && isWithin(law, title) ? -difference : Infinity;
  const others = Array.from(law).filter((character, at) => character !== title[at]);
  return law.length >= 6 && others.length === 1 ? 1.5 : Infinity;
}

/** Whether one text is the other with a stretch taken out of it. */
function isWithin(short: string, long: string): boolean {
  let start = 0;
  while (start < short.length && short[start] === long[start]) start++;
  return long.endsWith(short.slice(start));
}
