import type { Register, Resolution } from './model';

/** Whose plan a document is, as far as names of units need it. */
export interface Home {
  /** The characters its own bodies may begin with: 区 in a plan of 云溪区; none where nothing tells. */
  readonly levels: readonly string[];
  /** Its place, last part only: 云溪区; `null` where the document does not say. */
  readonly place: string | null;
}

export const NO_HOME: Home = { levels: [], place: null };

/** The home of a document that does not say its place: that of its register, if it is of the document's level. */
export function homeWith(home: Home, { place }: Pick<Register, 'place'>): Home {
  const level = place?.at(-1);
  if (home.place !== null || place === null || level === undefined || !home.levels.includes(level)) return home;
  return { levels: [level], place };
}

/** Bodies that differ although they share an entry (区应急委 is no 区应急局; 城管委 and 城管局 are two in some cities). */
const APART = /应急(?:管理)?委|城市?管|接待办|中心$|处$|机关$|部门$|系统$/;

/** Whether a name of an entry may mean another body than the entry's other names. */
export const standsApart = (core: string): boolean => APART.test(core);

/** What stands between the place and the name: 区政府督查室 is of 区. */
const OWNER = /(?<=.)(?:人民政府|政府|党工委管委会|管委会|党工委|工委|党委|委)$/;
const ABOVE: Readonly<Record<string, string>> = { 区: '市省', 县: '市省', 旗: '市盟省', 市: '省', 州: '省', 盟: '省' };

/**
 * One key for all names of one body: 司法局, 区司法局 and 云溪区司法局 in a plan of 云溪区, and what the register knows as
 * names of one entry. Names that tell no more than themselves (unknown ones, collectives) are their own key.
 */
export function bodyOf({ name, how, entry, prefix, core }: Resolution, home: Home): string {
  if (!entry || how === 'collective' || how === 'unknown') return `=${core || name}`;
  if (entry.origin === 'local' && how !== 'branch') return `${entry.source?.uri ?? ''}#${entry.name}`;
  const own = how === 'branch' || standsApart(core) ? core : entry.name;
  return `${placeKey(prefix, home)}|${own}`;
}

/** The body's place in one spelling: the home's own where it is meant or left out. */
function placeKey(prefix: string, home: Home): string {
  const place = prefix.replace(OWNER, '').replace(/^中共/, '');
  const own = home.place ?? home.levels.join('');
  if (place === '' || home.levels.includes(place)) return own;
  if (home.place !== null && (place.endsWith(home.place) || place === home.place.slice(0, -1))) return own;
  // There is one city above a district, so 澄江市司法局 is 市司法局 there.
  const level = place[place.length - 1]!;
  return place.length > 1 && home.levels.some((mine) => ABOVE[mine]?.includes(level)) ? level : place;
}
