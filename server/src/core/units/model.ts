import type { Range } from '../text/position';

/** What sort of body a unit is (the reviewer's classes; GB/T has none). */
export type UnitKind =
  | 'discipline'
  | 'party-dept'
  | 'party-office'
  | 'party-institution'
  | 'npc'
  | 'cppcc'
  | 'court'
  | 'procuratorate'
  | 'military'
  | 'gov'
  | 'gov-dept'
  | 'dispatched'
  | 'vertical'
  | 'institution'
  | 'mass-org'
  | 'coordination'
  | 'park'
  | 'park-dept'
  | 'township'
  | 'enterprise'
  | 'industry'
  | 'central'
  | 'collective';

/** One body in the register. Base entries carry no level prefix (司法局, 委组织部); local ones are written as in documents. */
export interface UnitEntry {
  /** 名称: the short name, as it is used in plans. */
  readonly name: string;
  /** 全称 */
  readonly fullName?: string;
  /** 类别 */
  readonly kind: UnitKind;
  /** 别名 */
  readonly aliases: readonly string[];
  /** 曾用名: names it had before, each with the year it stopped being right (`null`: unknown). */
  readonly formerNames: readonly { readonly name: string; readonly until: number | null }[];
  /** 承接: who carries on, for a body that is gone. */
  readonly successor?: string;
  /** The first year in which the body no longer exists under this name. */
  readonly abolished?: number;
  /** 拼音: what it may also be typed as (qsfj), lower case. */
  readonly pinyin?: readonly string[];
  /** A remark for the reader of a hover card. */
  readonly note?: string;
  readonly origin: 'base' | 'local';
  /** Where a local entry stands in its `units.yaml`. */
  readonly source?: { readonly uri: string; readonly range: Range };
}

/**
 * How a written name was recognised: `prefix-restored` – a base body behind a level or a place (区司法局, 海州区司法局);
 * `branch` – part of a known body (海州公安分局, 人行南充市分行); `pattern` – a well-formed name of its own (区智慧岛公司).
 */
export type ResolutionHow =
  'exact' | 'alias' | 'full-name' | 'prefix-restored' | 'branch' | 'pattern' | 'collective' | 'former-name' | 'unknown';

export interface Resolution {
  readonly name: string;
  readonly how: ResolutionHow;
  /** `null` for collectives without an entry and for unknown names. */
  readonly entry: UnitEntry | null;
  /**
   * Whose body it is, as written: 区, 海州区, 海州; empty where the drafter left it out. Two names are the same body only
   * if entry and prefix agree (市司法局 and 区司法局 share an entry).
   */
  readonly prefix: string;
  /** The name without its prefix: 司法局. */
  readonly core: string;
}

/** The units a plan may name: the base register and what the workspace adds. Immutable; pure look-ups, cached by name. */
export interface Register {
  /** Whether the workspace added units of its own. */
  readonly hasLocal: boolean;
  /** 地区: the place its `units.yaml` is for; `null` where it does not say. */
  readonly place: string | null;
  readonly local: readonly UnitEntry[];
  readonly base: readonly UnitEntry[];
  resolve(name: string): Resolution;
  /**
   * Likely intended names for an unknown one, best first, at most five, in the spelling the drafter would write. For a
   * name known only by its pattern: near names of the workspace. Empty for known names.
   */
  suggest(name: string): readonly string[];
}
