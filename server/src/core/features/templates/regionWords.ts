import { levelOf, NO_LEVELS_NAMED, type Level } from '../../plan/level';

/** How a body of one level and its parts are spoken of in its own documents. */
export interface RegionWords {
  /** 我区 */
  readonly our: string;
  /** 全区 */
  readonly whole: string;
  /** 云溪区人民政府 */
  readonly government: string;
  /** 云溪区人民政府办公室 */
  readonly office: string;
  /** 区政府, as it is named in running text. */
  readonly seat: string;
  /** 区政府常务会议 */
  readonly meeting: string;
  /** Whom its documents are sent to, with the full-width colon (GB/T 9704—2012, 7.3.2). */
  readonly addressee: string;
  /** The office as it stands in annotations: 区政府办. */
  readonly clerk: string;
  readonly finance: string;
  readonly planning: string;
  readonly justice: string;
  readonly data: string;
  /** 区政府各部门 */
  readonly departments: string;
  /** 各镇街 */
  readonly below: string;
}

/** The level a region's name says by itself (云溪区 → county); `null` where it does not. */
export function levelOfRegion(region: string): Level | null {
  return levelOf([`${region}实施方案`], NO_LEVELS_NAMED);
}

const DEFAULT_SUFFIX: Readonly<Record<Level, string>> = {
  province: '省',
  city: '市',
  county: '区',
  township: '镇',
  park: '区',
};

const SUFFIX = /(?:自治区|自治州|自治县|街道|[省市州盟区县旗镇乡])$/;

/** 自治州 and the like call themselves by their last character; 街道 and 自治区 by both or all. */
function calledBy(region: string, level: Level): string {
  const end = SUFFIX.exec(region)?.[0] ?? DEFAULT_SUFFIX[level];
  return end === '街道' || end === '自治区' ? end : end[end.length - 1]!;
}

/** What stands for a region whose name is not known: 某某区. */
export const someRegion = (level: Level): string => (level === 'park' ? '某某高新区' : `某某${DEFAULT_SUFFIX[level]}`);

/**
 * All words for a region: 云溪区 of the level county says 我区, 区政府办, 各镇人民政府、各街道办事处. `written` is what stands in
 * the words for its name, where that is to be filled later.
 */
export function regionWords(name: string, level: Level, written = name): RegionWords {
  if (level === 'park') return parkWords(written);
  const own = calledBy(name, level);
  return level === 'township' ? townshipWords(own, written) : governedWords(own, level, written);
}

function governedWords(own: string, level: Governed, region: string): RegionWords {
  const office = level === 'province' ? '办公厅' : '办公室';
  // Regions call themselves 我区 and 全区, and their bodies 自治区财政厅.
  const short = own === '自治区' ? '区' : own;
  const bureau = level === 'province' ? '厅' : '局';
  return {
    our: `我${short}`,
    whole: `全${short}`,
    government: `${region}人民政府`,
    office: `${region}人民政府${office}`,
    seat: `${own}政府`,
    meeting: `${own}政府常务会议`,
    addressee: `${ADDRESSEES[level](own)}，${own}政府各部门、各直属${level === 'county' ? '单位' : '机构'}：`,
    clerk: level === 'province' ? `${own}政府办公厅` : `${own}政府办`,
    finance: `${own}财政${bureau}`,
    planning: `${own}发展改革委`,
    justice: `${own}司法${bureau}`,
    data: `${own}数据局`,
    departments: `${own}政府各部门`,
    below: BELOW[level](own),
  };
}

type Governed = Exclude<Level, 'park' | 'township'>;

const ADDRESSEES: Readonly<Record<Governed, (own: string) => string>> = {
  province: () => '各市、县（市、区）人民政府',
  city: () => '各县（市、区）人民政府',
  county: (own) => (own === '区' ? '各镇人民政府、各街道办事处' : '各乡镇人民政府、各街道办事处'),
};

const BELOW: Readonly<Record<Governed, (own: string) => string>> = {
  province: () => '各市人民政府',
  city: () => '各县（市、区）人民政府',
  county: (own) => (own === '区' ? '各镇街' : '各乡镇（街道）'),
};

function parkWords(region: string): RegionWords {
  return {
    our: '我区',
    whole: '全区',
    government: `${region}管理委员会`,
    office: `${region}管理委员会办公室`,
    seat: '管委会',
    meeting: '管委会主任办公会议',
    addressee: '各镇人民政府、各街道办事处，管委会各部门、各直属单位：',
    clerk: '党政办',
    finance: '财政局',
    planning: '经济发展局',
    justice: '社会事务局',
    data: '行政审批局',
    departments: '管委会各部门',
    below: '各镇街',
  };
}

function townshipWords(own: string, region: string): RegionWords {
  const street = own === '街道';
  const government = street ? `${region}办事处` : `${region}人民政府`;
  return {
    our: `我${own}`,
    whole: `全${own}`,
    government,
    office: government,
    seat: street ? '街道办事处' : `${own}政府`,
    meeting: street ? '街道党政联席会议' : `${own}党政联席会议`,
    addressee: `各村（社区），${street ? '街道' : own}各办（所、中心）：`,
    clerk: '党政办公室',
    finance: '财政所',
    planning: '经济发展办公室',
    justice: '司法所',
    data: '便民服务中心',
    departments: `${street ? '街道' : own}各有关部门`,
    below: '各村（社区）',
  };
}
