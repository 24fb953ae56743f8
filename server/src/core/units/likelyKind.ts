import type { UnitKind } from './model';
import { kindByPattern } from './patterns';

const kindsByWord: readonly (readonly [RegExp, UnitKind])[] = [
  [/纪委|监委|纪检/u, 'discipline'],
  [/^.{0,8}[省市区县旗州盟]委.{2,}|机关工委$/u, 'party-dept'],
  [/人大/u, 'npc'],
  [/政协/u, 'cppcc'],
  [/总工会|妇联|残联|科协|工商联|侨联|文联|^团|共青团|红十字会/u, 'mass-org'],
  [/分局$/u, 'dispatched'],
  [/税务局|气象局|烟草|消防救援|邮政管理/u, 'vertical'],
];

/** The kind a local name suggests; a department of government where nothing does. */
export function likelyKind(name: string): UnitKind {
  return kindsByWord.find(([word]) => word.test(name))?.[1] ?? kindByPattern(name) ?? 'gov-dept';
}
