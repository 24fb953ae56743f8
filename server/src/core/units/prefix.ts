/** A written name cut in two: whose body it is, and the body (海州区 | 司法局). */
export interface Split {
  /** As written; empty where the drafter dropped it. */
  readonly prefix: string;
  readonly core: string;
}

const han = /^[\u4e00-\u9fff]+$/;
/** Characters that end the names of bodies but hardly occur in place names: a “place” with one of them is none. */
const bodyCharacters = /[局委部办厅所队校署员]|政府|党委|人大|政协|有关|相关|公司|集团|中心/;
const levelEnd =
  /(?:[省市区县旗盟州镇乡]|街道|苏木|兵团|师市|团场|新城|科学城|科技城|工业园|产业园|科技园|国家|全国|中央)$/;
const onlyLevels = /^[省市区县旗盟州镇乡]{2,}$/;
const repeatedLevel = /^([省市区县旗盟州镇乡])\1|([省区县旗盟镇乡])\2$/;
const longestPrefix = 18;

/** Whether `text` can be the name of a place, written short: 海州, 大通, 平潭. */
export function isPlaceName(text: string): boolean {
  return (
    text.length >= 2 &&
    text.length <= 8 &&
    han.test(text) &&
    !bodyCharacters.test(text) &&
    !/^[省市区县旗盟]/.test(text)
  );
}

/**
 * The ways to cut a level or a named place off the front: 区|司法局, 海州区|司法局, 市|高新区司法局 and 市高新区|司法局.
 * The uncut name comes first, then shorter prefixes before longer ones.
 */
export function* splits(name: string): Generator<Split> {
  yield { prefix: '', core: name };
  const from = /^(?:中共|国家税务总局)(?=.{2})/.exec(name)?.[0].length ?? 0;
  if (from > 0) yield { prefix: name.slice(0, from), core: name.slice(from) };
  const end = Math.min(name.length - 1, longestPrefix);
  for (let length = from + 1; length <= end; length++) {
    const prefix = name.slice(0, length);
    if (!isPrefix(prefix.slice(from))) continue;
    const core = name.slice(length);
    yield { prefix, core };
    const owner = /^(?:人民政府|政府|党工委管委会|管委会|党工委|工委|党委)/.exec(core)?.[0];
    if (owner && owner.length < core.length) yield { prefix: prefix + owner, core: core.slice(owner.length) };
  }
  const owner = /^(?:人民政府|政府|党工委管委会|管委会|师市|师|兵团)/.exec(name)?.[0];
  if (owner && owner.length < name.length) yield { prefix: owner, core: name.slice(owner.length) };
}

function isPrefix(text: string): boolean {
  if (!levelEnd.test(text)) return false;
  if (text.length === 1) return true;
  if (/^团[省市区县旗]$/.test(text)) return false;
  return han.test(text) && !bodyCharacters.test(text) && !onlyLevels.test(text) && !repeatedLevel.test(text);
}
