/**
 * The level of the body whose plan it is. `county`: counties, districts and banners; `park`: development zones, whose
 * departments carry no level in their names.
 */
export type Level = 'province' | 'city' | 'county' | 'township' | 'park';

export const LEVELS: readonly Level[] = ['province', 'city', 'county', 'township', 'park'];

export type LevelCounts = Record<Level, number>;

export const NO_LEVELS_NAMED: Readonly<LevelCounts> = { province: 0, city: 0, county: 0, township: 0, park: 0 };

const BY_CHARACTER: Readonly<Record<string, Level>> = {
  省: 'province',
  市: 'city',
  州: 'city',
  盟: 'city',
  区: 'county',
  县: 'county',
  旗: 'county',
  镇: 'township',
  乡: 'township',
};

const NAMED_BY_LEVEL =
  /^.(?:委|政府|人民|纪|人大|政协|法院|检察|直|属|[\u4e00-\u9fff]{2,16}(?:局|委|办|中心|部|会|厅))/;

/** The level a unit's name begins with: 区司法局 → county; `null` for names without one, and for 市场监管局, 州县 and the like. */
export function levelOfName(name: string): Level | null {
  const level = BY_CHARACTER[name[0] ?? ''];
  if (!level) return name.startsWith('自治区') ? 'province' : null;
  // A region calls itself 区 too, and has 厅 where a district has 局.
  if (level === 'county' && /^区[^区]{2,12}厅$/.test(name)) return 'province';
  if (/^(?:市场|市政|区域|乡村|乡镇|镇街|州县|市县|县区|区县|县域|区块)/.test(name)) return null;
  return NAMED_BY_LEVEL.test(name) ? level : null;
}

/** 级别 of a front matter. */
export function levelNamed(text: string): Level | null {
  if (/省|自治区/.test(text)) return 'province';
  if (/地市|市级|州|盟/.test(text)) return 'city';
  if (/县|区级|旗/.test(text)) return 'county';
  if (/乡|镇|街道/.test(text)) return 'township';
  return /开发区|高新区|园区/.test(text) ? 'park' : null;
}

const MIN_NAMED = 3;

/** Whose plan it is: what its title begins with, else the level most of its units have. */
export function levelOf(titles: readonly (string | null)[], counts: LevelCounts): Level | null {
  const total = LEVELS.reduce((sum, level) => sum + counts[level], 0);
  const most = LEVELS.reduce((best, level) => (counts[level] > counts[best] ? level : best), 'county' as Level);
  if (most === 'county' && titles.some((title) => title !== null && isOfRegion(title))) return 'province';
  if (total >= MIN_NAMED && counts[most] >= total * 0.6) return most;
  for (const title of titles) {
    const level = title ? levelOfTitle(title) : null;
    if (level) return level;
  }
  return total > 0 && counts[most] > total / 2 ? most : null;
}

const PARK = /^.{0,12}?(?:高新(?:技术产业开发)?区|(?:经济|技术)?开发区|经开区|管委会|度假区|示范区|保税区|产业园区?)/;
const PLACES =
  /^(?:中共)?(?:[\u4e00-\u9fff]{1,5}?(?:自治区|自治州|自治县|街道|[省市州盟区县旗镇乡])(?![省市州盟区县旗镇乡]))+/;
/** Words that end like a place and are none, as the last part of what looks like one. */
const NO_PLACE =
  /(?:^|[省市州盟])(?:(?:城|都|超|夜|股|门|上|全|我|本)市|(?:社|园|地|景|辖|街|片|全|我|本|市|城|山|矿|灾|库|林|牧)区|.?(?:小|社|功能)区|城镇|.*小镇|美丽乡|[全我本][省州县])$/;

/** The place a title begins with (云溪区公共数据…… → 云溪区), or `null`. */
export function placeOfTitle(title: string): string | null {
  const park = PARK.exec(title)?.[0];
  if (park) return park;
  const place = PLACES.exec(title)?.[0] ?? '';
  return place === '' || NO_PLACE.test(place) || place.length < 3 ? null : place;
}

function levelOfTitle(title: string): Level | null {
  if (PARK.test(title)) return 'park';
  const place = placeOfTitle(title);
  if (place === null) return null;
  if (place.endsWith('自治区')) return 'province';
  return place.endsWith('街道') ? 'township' : (BY_CHARACTER[place[place.length - 1]!] ?? null);
}

/** Whether a title begins with an autonomous region and no place in it: its units are called 区 like those of a district. */
function isOfRegion(title: string): boolean {
  return title.startsWith('自治区') || (title.includes('自治区') && levelOfTitle(title) === 'province');
}
