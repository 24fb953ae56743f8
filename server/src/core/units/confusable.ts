/*
 * Characters that are typed for one another, because they sound or look alike. Each group: characters of unit names
 * first, what is written for them by mistake after. Only pairs within a group count.
 */
const groups =
  '司思丝私 法发伐 局据居剧 财才材裁 政正证整症征 务物误雾悟 服复付福 管菅官馆关惯 理里李礼 人仁认 社设舍涉射 保报宝堡 障章彰帐 ' +
  '应英映因 急级即集及疾 民名明 审申神省 计记技际纪 监间坚鉴 督都笃 察查茶 委为围微 改该盖 革格隔 经径京竟 济际计 信心新芯 息系西希 ' +
  '化花华画 工公功攻 业叶页 教较交叫 育玉浴遇 科克课可 学雪 技计 术数树 商伤尚赏 文问纹 旅履吕 游由油 体休本 广厂光 电店 ' +
  '卫为位围 生声升 健建键见检 康抗 退腿 役疫 军均君 事是市式试世 府俯抚腑 媒煤梅 控空孔 慧会惠 委尾未 办版班瓣 住主注往 建见健 城成诚 乡想香 交教郊 通同统 运云韵 输书 ' +
  '水税 利力立 农浓 村存 业夜 自字 然燃 资姿 源原员 规归轨 划化画 环还 境竞镜 统通 一 战站 宣轩 传专船 组阻 织只知 编偏篇 制治 ' +
  '巡训循 网罔 安按案 全权金 党当 校效 办半辨班 室试市 数书 据剧居 大太 行形型 审省 批皮披 投头 促促触 进近尽 招找 引因 ' +
  '信讯 访仿防坊 医衣一 疗辽 粮良量 储除诸 物务 林临 业也 园圆元 绿录 气汽 象像 税说 消销 防房访 救就旧 援缓媛 法法 院苑 检捡简 ' +
  '残惨 联连链 妇父 工攻 会汇 慈磁 善 总综 协携 红洪 字自 供共 销消 机及 关官 事 能 能 调条 解界 复附 议义 普谱 治制';

const partners = partnersIn(groups);

/** For each character all those of its groups. */
function partnersIn(written: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const group of written.split(' ')) {
    for (const one of group) {
      const set = found.get(one) ?? new Set<string>();
      for (const other of group) set.add(other);
      found.set(one, set);
    }
  }
  return found;
}

/** Whether `a` is easily written for `b`. */
export function areConfusable(a: string, b: string): boolean {
  return partners.get(a)?.has(b) ?? false;
}
