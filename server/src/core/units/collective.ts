/*
 * Collective names (集合称谓) do not name one body: 各有关部门, 区直各单位, 各镇街. What marks them is a word of extent
 * (各, 有关, 其他) or a last word that no single body has (部门, 单位).
 */

const wordOfExtent =
  /各|^(?:有关|相关|其他|其它|所有|全体|全部|属地|涉及|涉事|涉农|下级|上级|同级|本级)|(?:有关|相关)(?:部门|单位|方面|区县|镇街|乡镇|机构|企业|人员)/;
const genericEnd =
  /(?:部门|单位|机构|企业|国企|央企|民企|高校|院校|学校们|主体|方面|成员|党组织|(?:直|级|行政|执法|政法|司法|党政|监管|直属|驻区|驻县|驻市)机关|社会力量|社会组织|人民团体|群团组织|行业协会商会|民主党派)$/;
const grassRoots =
  /^[省市区县旗盟州]?(?:属|直|辖)?(?:乡镇街道|镇街道?|街镇|乡镇?街?|乡镇|街道镇|区镇|镇区|区县|县区|县市区|县市|市县|市州|州市|旗县市?区?|盟市|地市|市区县|园区|片区|托管镇|社区办|村居|村社区?|城乡社区|村组|街居|镇村|街道社区|乡镇村|嘎查村|苏木镇|镇办|乡办|街乡|街乡镇|乡镇办|乡街|功能区|开发园区|县乡|科局|部办委局|委办局|县直|区直|市直|省直)(?:人民政府|政府|党委|党工委|办事处|管委会)?(?:街道办事处)?$/;
const elliptical = /^(?:政府|党委|人民政府|党组|党委政府|村（社区）|两委|村两委)$/;
const brackets = /[（(〔[][^（()）〔〕[\]]*[）)〕\]]/gu;

/** Whether `name` names a group of bodies rather than one. */
export function isCollective(name: string): boolean {
  const text = name.replace(/\s+/gu, '');
  if (text === '') return false;
  const bare = text.replace(brackets, '');
  return wordOfExtent.test(bare) || genericEnd.test(bare) || elliptical.test(text) || isGrassRoots(text, bare);
}

/** 镇（街）, 乡镇（街道）, 县（市、区）人民政府: a class of places, not one of them. */
function isGrassRoots(text: string, bare: string): boolean {
  if (grassRoots.test(bare)) return true;
  return /^(?:[镇乡县市区旗州]|街道|乡镇|村)[（(〔[][镇街乡道县市区旗州、办事处社区居级]+[）)〕\]](?:人民政府|政府|党委|党工委|办事处)*$/.test(
    text,
  );
}

const extent = '(?:各有关|各相关|有关|相关|各)';
const place =
  '(?:地级以上|县级以上|设区的|设区|地级|县级|省级|市级|省辖|区级)?' +
  '(?:自治区|自治州|自治县|直辖市|区县|市县|县区|市区|县市|市州|旗县|乡镇|街道|片区|[省市区县旗盟州镇乡村])';
const bracketed = '(?:[（(〔\\[][^（()）〔〕\\[\\]]{1,12}[）)〕\\]])?';
const departments = '(?:及?其?(?:所属|直属)?(?:各|有关|相关|直属)+(?:工作)?(?:部门|单位|机构|部委|委办局))';
const seat = '(?:党委和政府|党委政府|党委、人民政府|党委、政府|人民政府|政府|党委|党工委|管委会|办事处|委员会)';
const level = '(?:自治区|[省市区县旗盟州镇乡])';
/** Where a name can end; what runs on as a word (各镇、街道办事处) is another name. */
const end = '(?=$|[^\\u4e00-\\u9fff]|等|和|及|负责|牵头|配合|按|分别|共同|会同|落实|组织|参与|具体)';

const patterns: readonly string[] = [
  // 各区、县（市）政府; 各市、自治州人民政府; 各镇、街道
  `${extent}${place}${bracketed}(?:、${place}${bracketed})+${seat}?${departments}?${end}`,
  // 各县区党委、政府
  `${extent}[^、，,；;。（()）\\s]{0,10}?${bracketed}(?:党委|党工委)、(?:人民政府|政府|管委会)${departments}?${end}`,
  // 临江区党委、政府
  `[^各、，,；;。（()）\\s]{2,8}(?:党委|党工委)、(?:人民政府|政府|管委会)${end}`,
  // 区委、区政府各部门
  `${level}?(?:党委|委|党工委)、${level}?(?:人民政府|政府|管委会)${departments}${end}`,
  // 区政府各委、办、局
  `[^、，,；;。（()）\\s]{0,8}各(?:[部委办局处厅科室])(?:、(?:[部委办局处厅科室院行]|公司|直属机构|直属单位))+${end}`,
];
const withSeparator = new RegExp(`^(?:${patterns.join('|')})`);
/** Longer than any collective name: looking no further keeps long lists linear. */
const window = 48;

/**
 * How long the collective name is that starts at `from` and holds a `、` inside, so that it must not be cut there
 * (各区、县（市）政府; 区委、区政府各部门; 各县区党委、政府); 0 where there is none. 各镇人民政府、街道办事处 is two names,
 * each whole by itself, and gives 0.
 */
export function collectivesWithSeparator(text: string, from: number): number {
  const ahead = text.slice(from, from + window);
  if (!ahead.includes('、')) return 0;
  return withSeparator.exec(ahead)?.[0].length ?? 0;
}
