import type { UnitKind } from './model';

/*
 * Names that no list can hold: every county has its own firms, schools, stations and working groups. A pattern says what
 * the end of such a name looks like. 局, 委 and 部 have no pattern: a name is not a bureau because it ends like one.
 */

const patterns: readonly (readonly [RegExp, UnitKind])[] = [
  [
    /公司$|集团$|(?:投资|控股|经营|资产|建设|发展)(?:平台)$|银行$|信用社$|农商行$|农信社$|支行$|分行$|联社$|保险$|证券$|电厂$|水厂$|供热站$/,
    'enterprise',
  ],
  [/[国城交农水文产建旅金工科]投$|[建产水能]发集团$|国控$|城发$/, 'enterprise'],
  [/(?:协会|商会|学会|联合会|促进会|研究会|同业公会|总会|基金会|联谊会|理事会|工会|志愿者协会|合作社)$/, 'industry'],
  [
    /(?:领导小组|委员会|指挥部|联席会议|协调小组|协调机制|工作小组|工作专班|专班|工作组|推进组|专项组|专责组|攻坚组|攻坚队|协调组|联合会议|工作机制|建设组|保障组|服务组|防控组|督导组|督查组|领导组)(?:办公室|办|综合组|秘书处)?$/,
    'coordination',
  ],
  [
    /(?:开发区|高新区|经开区|新区|园区|综保区|保税区|度假区|实验区|示范区|试验区|产业园|工业园|科技园|软件园|物流园|创业园|孵化园|科学城|科技城|大学城|新城|新城区|商务区|功能区|片区|自贸区|港区|景区|风景区|名胜区|集聚区|集中区|合作区|先行区|保护区|产业城|生态城|小镇|陆港|空港|走廊|湿地公园|森林公园|地质公园|核心区|起步区|综试区|创新区|港产城|旅游区|农场|林场)(?:管委会|管理委员会|管委|管理局|管理处|管理办公室|管理办|管办|建设办|党工委|工委|党政办|管理中心|服务中心|建设指挥部)?$/,
    'park',
  ],
  [
    /^[\u4e00-\u9fff]{2,12}(?:大队|支队|总队|中队)$|派出所$|公安[\u4e00-\u9fff]{2,6}分局$|(?:交警|特警|刑警|巡警|消防|消防救援|武警|执法|监察|救援|稽查|缉私|边防|森警|养护|地质|勘查|调查|测绘|水政|渔政|路政|公路|航道|海事|防火|护林|环卫|机动|监督|应急)[\u4e00-\u9fff]{0,6}(?:大队|支队|总队|中队|队|消防站)$/,
    'dispatched',
  ],
  [/海关$|海事[局处]$|监管[组办]$|海警局$/, 'vertical'],
  [/(?:纪检监察组|纪检组|监察组)$/, 'discipline'],
  [
    /(?:大学|学院|学校|中学|小学|幼儿园|职校|党校|技校|高中|初中|职高|一中|二中|三中|实验室|重点实验室)$/,
    'institution',
  ],
  [
    /(?:医|学|法|书|画|剧|养老|福利|敬老|研究|设计|规划|勘察|科学|检测|检验|评估|评审|监测|考试|仲裁|卫生|保健|康复|疗养|党|农科|林科|社科|教科|工程|技术|中医|博物|美术|翻译|产业|创新)院$/,
    'institution',
  ],
  [
    /(?:中心|馆|所|站|台|社|宫|图书城|剧团|歌舞团|艺术团|文工团|服务部|管理部|营业部|门市部|平台|基地|园林处|管理处|服务处|事务处|养护处|稽查处|征收处|维护处|监督处|工程处|办事处|研究室|法律顾问室|督查室|参事室|档案室|值班室|秘书处|教研室|公园|植物园|动物园|水库|电视台|热线|联盟|研究院|血站|救助站|分中心|编辑部|联络处|热力厂|污水处理厂|苗圃|殡仪馆|驿站)$/,
    'institution',
  ],
  [
    /^[\u4e00-\u9fff]{1,6}(?:镇|乡|街道|苏木|民族乡)(?:人民政府|政府|党委|党工委|工委|办事处|办|人大|机关|党政办)?$/,
    'township',
  ],
  [
    /(?:社区|^[\u4e00-\u9fff]{2,5}村|嘎查)(?:居民委员会|村民委员会|居委会|村委会|委员会|党总支|党支部|党委|两委)?$/,
    'township',
  ],
  [/(?:军分区|警备区|人武部|武装部|部队|预备役团|民兵营)$/, 'military'],
  [/^人大(?:常委会)?[\u4e00-\u9fff]{2,10}(?:工委|委|委员会|室|站)$/, 'npc'],
  [/^政协[\u4e00-\u9fff]{2,12}(?:委|委员会|室)$/, 'cppcc'],
  [
    /^(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟)(?:[省市县区]委?会?|委员会|总支|支部|基层委员会)?$/,
    'mass-org',
  ],
  [/产业(?:发展|促进|服务|合作)*局$/, 'gov-dept'],
  [/法院$/, 'court'],
  [/检察院$/, 'procuratorate'],
];

const shortest = 3;

/** The kind of a name that looks like a body of its own, by its end; `null` if it does not. */
export function kindByPattern(name: string): UnitKind | null {
  if (name.length < shortest) return null;
  return patterns.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** Ends of names that coordinate or run one matter (创建办): free words, so accepted when nothing known is near. */
export function isMatterOffice(name: string): boolean {
  return /^[\u4e00-\u9fff\d“”+]{2,16}(?:办|办公室)$/.test(name);
}

/** 顺庆区, 南部县, 江苏省: a place named as a unit means its government. */
export function isPlaceWithLevel(name: string): boolean {
  return /^[\u4e00-\u9fff]{1,8}[省市县区旗盟州]$/.test(name) && !/[局委部办厅所队各]|政府|中心/.test(name);
}

const partOfBody =
  /^[\u4e00-\u9fff\d]{2,14}(?:支队|大队|总队|中队|科|处|股|室|中心|站|所|院|校|队|馆|办公室|分中心|分会|支会|工作组|专班|党组|党委|工会|团委|派驻组|联络组)$/;

/** 监督科, 执法大队: the name of a part inside a body. */
export function isPartOfBody(tail: string): boolean {
  return partOfBody.test(tail) && !/^[省市区县旗盟州镇乡]/.test(tail);
}

const branchEnd =
  /^([\u4e00-\u9fff]{2,10}?)(?:分局|支局|分行|支行|中心支行|分公司|分院|分中心|分会|支会|分关|办事处|管理部|营业部|监管分局|监管局|监管支局|监管组|税务分局|供电分公司|支公司|支社|分社|监督管理局|专员办|调查队|大队|支队|中队)$/;

/** 海州分局, 南充市分行: the place and the sort of a branch, behind its mother body. */
export function branchPlace(tail: string): string | null {
  return branchEnd.exec(tail)?.[1] ?? null;
}
