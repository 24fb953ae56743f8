import { NO_HOME, type Home } from '../units/body';
import type { Facts } from './facts';
import { placeOfTitle, type Level } from './level';

const CHARACTERS: Readonly<Record<Level, readonly string[]>> = {
  province: ['省'],
  city: ['市', '州', '盟'],
  county: ['区', '县', '旗'],
  township: ['镇', '乡'],
  park: ['区'],
};

/** Whose plan a document is: 地区 of its front matter, else what its title begins with, and its level. */
export function homeOf({ region, title, level }: Pick<Facts, 'region' | 'title' | 'level'>): Home {
  if (level === null) return NO_HOME;
  const levels = CHARACTERS[level];
  const place = region ?? (title === null ? null : placeOfTitle(title));
  if (place === null) return { levels, place: null };
  const last = lastPart(place);
  const char = last[last.length - 1]!;
  // A place of another level than the units' is not whose plan this is.
  return levels.includes(char) ? { levels: [char], place: last } : { levels, place: null };
}

/** 澄江市云溪区 → 云溪区 */
function lastPart(place: string): string {
  return /^.*[省市州盟区县旗](?=.{2,}$)(.+)$/.exec(place)?.[1] ?? place;
}
