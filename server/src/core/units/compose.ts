import type { UnitKind } from './model';

/*
 * Small places and parks put bodies together as they like (文体广旅局, 住建交通局, 财金局). Such a name is known by its
 * words: it must be made of words of the field from end to end, so a wrongly typed character makes it unknown.
 */

/** Fields of work. Halves of longer names (社会, 城乡, 农村) stay out, else a name cut short would pass. */
const topicWords =
  '发展改革 发改 经济 经发 经信 经贸 经合 经科 工信 工业 工业信息化 信息化 信息 科技 科学技术 科工 科创 科信 产业 商务 商贸 商促 ' +
  '商旅 贸易 投资 投促 招商 招商引资 招才引智 双招双引 对外合作 区域合作 经济合作 合作交流 支援合作 外事 外侨 侨务 港澳 台港澳 台侨 口岸 外经贸 ' +
  '教育 教体 教科 教卫 教科体 教文体 文教 文教卫 科教文卫 体育 文化 旅游 文旅 文体 文商旅 商文旅 广电 广旅 文广 体旅 旅体 旅文 文广旅 文体旅 文旅体 文体广旅 文旅广体 广播电视 文物 新闻 新闻出版 ' +
  '公安 民政 民宗 民族 宗教 民族宗教 司法 财政 财金 财审 财经 财税 财务 金融 国资 国有资产 公有资产 资产 审计 审计监察 统计 税务 ' +
  '人社 人力资源 人力资源和社会保障 人事 组织人事 人才 高层次人才 就业 公共就业 劳动 劳动保障 社会保障 社会保险 社保 医保 医疗保障 卫健 卫健体 卫生健康 爱卫 ' +
  '自然资源 自规 规划 国土 规建 规土 规建土 资规 资源规划 土地 测绘 生态 生态环境 环境 环境保护 环保 环土 安全 安全生产 安监 应急 应急管理 消防 防震减灾 地震 ' +
  '住建 住房 住房保障 城乡建设 建设 城建 村镇建设 城市建设 城市规划 城市 城市管理 城管 城市更新 城市运行 综合执法 综合行政执法 行政执法 市政 市政公用 园林 绿化 环卫 市容 房管 房产 房地产 房屋 物业 棚改 旧改 老旧小区改造 ' +
  '交通 交通运输 交建 交运 港航 港口 铁路 公路 民航 机场 航空 航空港 轨道交通 水利 水务 林水 农水 农林水 河湖 湖泊 林业 林草 草原 农业 农业农村 农经 农村经济 农林 农牧 农发 畜牧 兽医 畜牧兽医 渔业 渔政 海洋 海洋渔业 水产 农机 茶产业 果业 花卉 蚕桑 乡村振兴 ' +
  '粮食 粮油 物资储备 能源 电力 煤炭 新能源 石油 市场监管 市场监督管理 知识产权 食品药品 质量 退役军人 双拥 信访 统战 党建 党务 党群 群团 群众 组织 组宣 宣传 宣教 纪检监察 监察 政法 政策法规 政策研究 法制 法治 法务 综治 平安 维稳 社会事务 社会事业 社会发展 社会治理 社会管理 社会工作 社会建设 社会稳定 社事 社发 社区 民生 民生事务 公共事业 公共服务 公共事务 公共安全 公共资源 公共资源交易 ' +
  '行政审批 审批 政务 政务服务 政务公开 政务信息 行政服务 数据 大数据 数据资源 数字 数字经济 数字化 数字政府 智慧城市 人工智能 电子政务 营商 营商环境 企业 企业上市 上市 民营经济 中小企业 个体经济 总部经济 楼宇经济 低空经济 移民 水库移民 搬迁 搬迁安置 征收 房屋征收 土地征收 征地 征迁 拆迁 征拆 动迁 储备 土地储备 ' +
  '项目 重点项目 重大项目 重点工程 重大工程 政府投资项目 工程 建设工程 信用 社会信用 物流 会展 电商 电子商务 园区 开发 开发建设 运营 档案 史志 地方志 保密 机要 国防动员 国动 人防 人民防空 文明创建 文明城市创建 创建 创城 创卫 新闻宣传 网络 融媒体 绩效 考核 督查 督考 目标督查 接待 机关事务 会议 后勤 ' +
  '战略 规划发展 产业发展 经济发展 综合 党政 政治 政工 计划 统筹 制造业 服务业 先进制造 生物医药 高新技术 集成电路 现代服务业 文化创意 临空 临港 自贸 保税 贸易发展 税收 价格 移民开发 扶贫 南水北调 三峡 红色旅游 温泉 石化 化工 稀土 盐业 钢铁 陶瓷 葡萄酒 白酒 中医药 疾控 疾病预防控制 老龄 慈善 殡葬 残疾人 未成年人 妇女儿童 禁毒 反恐 边防 海防 打私 打击走私 铁路护路 扫黑 扫黄打非 防范 反诈 反邪教 河长制 林长制 田长制 路长制 湖长制 防汛抗旱 防汛 抗旱 森林防火 节能 节水 治水 治超 治污 治气 大气 污染防治 噪声 垃圾分类 厕所革命 美丽乡村 人居环境 五水共治 三改一拆 减负 减灾 安委 食安 药安 消安 质量强区 质量强市 质量强县 乡镇 街道 群防群治 网格化 ' +
  '经济运行 经济技术合作 经济协作 对外开放 发展规划 产业规划 文卫 计财 群工 党工 人力 就业创业 劳动就业 人事考试 职业技能 养老保险 机关保险 机构编制 事业单位 国有土地 ' +
  '棚户区改造 旧城改造 城中村改造 法律援助 公共法律服务 社区矫正 行政复议 环境监测 河道 灌区 水库 水资源 水政 水土保持 投资评审 国库支付 会计核算 政府采购 非税收入 价格监测 粮食质检 ' +
  '住保 规建环 建交 对口支援 对口协作 机关后勤 信息技术 卫生监督 应急救援 代建 工务 公共工程 执法 园文 科经 小企业 外来投资 博览 公园城市 新经济 云计算 投资推广 旅文 茶业 社会组织 社会救助';

/** What is done with a field; says nothing by itself. */
const functionWords =
  '管理 服务 促进 发展 保障 监管 监督 监督管理 执法 事务 事业 工作 推进 协调 应用 创新 改革 运营 建设 开发 合作 研究 治理 安置 补偿 指导 引进 统筹';

const topics: ReadonlySet<string> = new Set(topicWords.split(' '));
const functions: ReadonlySet<string> = new Set(functionWords.split(' '));
const longestWord = 10;
const ends: readonly (readonly [RegExp, UnitKind])[] = [
  [/[一二三四五六七八]?分?局$/, 'gov-dept'],
  [/(?:办公室|办)$/, 'gov-dept'],
  [/[一二三]?部$/, 'park-dept'],
  [/科$/, 'park-dept'],
  [/党?工委$/, 'party-dept'],
  [/委$/, 'gov-dept'],
  [/[处署]$/, 'institution'],
];

/** The kind of a name put together from words of the field; `null` where a part of it is no such word. */
export function composedKind(core: string, isKnownBureau: (name: string) => boolean): UnitKind | null {
  for (const [end, kind] of ends) {
    const cut = core.search(end);
    if (cut < 2) continue;
    const words = tile(core.slice(core.startsWith('委') && kind === 'party-dept' ? 1 : 0, cut));
    if (words && isSound(words, core, isKnownBureau)) return kind;
    return null;
  }
  return null;
}

/** 司法管理局 is a slip for 司法局; 旅游发展局 and 住建交通局 are bodies. */
function isSound(words: readonly string[], core: string, isKnownBureau: (name: string) => boolean): boolean {
  const fields = words.filter((word) => topics.has(word));
  if (fields.length === 0 || new Set(words).size < words.length) return false;
  if (fields.length > 1) return true;
  // One field makes a commission only where the tables say so (发改委, 卫健委).
  if (/[^工]委$/.test(core)) return false;
  if (words.length === 1) return true;
  return !words.some((word) => /管理|监督|保障/.test(word)) || !isKnownBureau(fields[0] + '局');
}

/** Cuts `text` into words, 和 and 与 between them; fewest words first. `null` where it cannot be done. */
function tile(text: string): readonly string[] | null {
  const best: (readonly string[] | null)[] = [[]];
  for (let end = 1; end <= text.length; end++) {
    best[end] = null;
    for (let start = Math.max(0, end - longestWord); start < end; start++) {
      const before = best[start];
      const word = text.slice(start, end).replace(/^[和与、](?=.)/, '');
      if (!before || (start === 0 && word.length < end)) continue;
      if (!topics.has(word) && !(functions.has(word) && start > 0)) continue;
      if (!best[end] || before.length + 1 < best[end]!.length) best[end] = [...before, word];
    }
  }
  return best[text.length] ?? null;
}
