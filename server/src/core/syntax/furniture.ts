/**
 * What a web page leaves round a plan when it is copied: navigation, metadata, share buttons. Such lines are set aside
 * before anything is judged. Source: observed practice (docs/format.md, “网页要素”).
 */
const FURNITURE: readonly RegExp[] = [
  /^网站支持|欢迎您[!！]?$/,
  /^[•·]\s*(?:繁体|简体|无障碍|长者|English|登录|注册|关怀)/,
  /^(?:您?的?当前(?:的)?位置|当前所在位置|首页\s*[>＞])/,
  /^(?:信息)?索\s?引\s?号[\s:：]/,
  /^(?:文件编号|发布机构|发文机构|发文机关|公开方式|公开形式|公开范围|公开程序|公开时限|公开日期|生成日期|主题分类|组配分类)[\s:：]/,
  /^(?:主题\(一级\)|主题（一级）|体裁|分类|有效性|有效期|效力状况|效力级别|时\s*效|关键词|主\s*题\s*词)[\s:：]/,
  /^(?:标\s*题|文\s*号|栏目|来源|发布时间|发布日期|发文日期|成文日期|原文链接|本地目录|页面链接|名\s*称)\s*[:：]/,
  /^发文字号\s*[:：]$/,
  /^标\s+题\s/,
  /^文\s+号\s/,
  /^(?:文件下载|政策解读|附件下载|内容概述|打印本页|关闭窗口|扫一扫|手机扫一扫|分享到|相关阅读|字体[:：])/,
  /^(?:信息来源|来源)[:：].*(?:发布|阅读|浏览)/,
  /^(?:浏览|阅读)(?:次数|量)[:：]/,
  /^(?:发布)?时间[:：]\s*20\d\d[-/]\d{1,2}[-/]\d{1,2}/,
  /^(?:上一篇|下一篇|相关(?:解读|链接|文章|附件|新闻)|版权所有|网站标识码|[^ ]{1,3}ICP备|[^ ]{1,2}公网安备|技术支持|联系我们|网站地图|主办单位[:：].{2,20}承办)/,
  /^={6,}/,
  /^【?(?:字体|大\s*中\s*小|打印|关闭|收藏|字号)/,
  /^(?:微信|微博|QQ空间)(?:\s|$)/,
  /^https?:\/\/\S+$/,
  /^(?:页面|相关|原文)链接.{0,12}详见/,
];

/** Whether a whole line is web furniture. Long lines never are: prose may begin with the same words. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 120) return false;
  // Metadata may stand as the items of a list.
  const item = text.replace(/^[•·▪]\s*/, '');
  return FURNITURE.some((pattern) => pattern.test(text) || (item !== text && pattern.test(item)));
}
