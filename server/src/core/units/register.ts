import type { Base, BaseHit } from './base';
import { createBase, plainEntry } from './base';
import { isCollective } from './collective';
import { composedKind } from './compose';
import { createLocalIndex } from './local';
import type { Register, Resolution, ResolutionHow, UnitEntry, UnitKind } from './model';
import { nearest, slipOf } from './near';
import { branchPlace, isMatterOffice, isPartOfBody, isPlaceWithLevel, kindByPattern } from './patterns';
import type { Split } from './prefix';
import { isPlaceName, splits } from './prefix';
import { localSuggestions, suggestions } from './suggest';
import { once } from '../text/once';

/** Where the register is used, as far as its `units.yaml` says. */
export interface RegisterContext {
  /** 地区: 海州区 */
  readonly place?: string;
  /** 级别: 区 */
  readonly level?: string;
  /** 集合称谓: what this place calls groups of its bodies, besides the usual wordings. */
  readonly collectives?: readonly string[];
  /** The tables that ship with Plandoc; give it when several registers are made. */
  readonly base?: Base;
}

const cacheLimit = 5000;
/** No body has a longer name; what is longer is a sentence, and looking for its parts would cost time. */
const longestName = 60;

/** The register of a workspace: its own units before those found everywhere. */
export function createRegister(local: readonly UnitEntry[] = [], context: RegisterContext = {}): Register {
  const tables = once(() => context.base ?? createBase());
  const localIndex = createLocalIndex(local, context);
  const forms = once(() => tables().forms());
  const made = new Map<string, UnitEntry>();
  const collectives = new Set(context.collectives);
  const tools: Tools = {
    tables,
    forms,
    context,
    make(name, kind) {
      let entry = made.get(name);
      if (!entry) made.set(name, (entry = plainEntry(name, kind)));
      return entry;
    },
  };
  const resolve = cached((name: string) => {
    const text = normalise(name);
    const unknown: Resolution = { name, how: 'unknown', entry: null, prefix: '', core: text };
    if (text === '' || text.length > longestName) return unknown;
    const found = localIndex.find(text) ?? resolveShared(text, collectives, tools);
    return found ? { ...found, name } : unknown;
  });
  const suggest = cached((name: string) => {
    const { how } = resolve(name);
    if (how === 'unknown') return suggestions(normalise(name), localIndex.names, tables());
    // A name that only looks like a body may be a slip for one of the workspace.
    return how === 'pattern' ? localSuggestions(normalise(name), localIndex.names) : [];
  });
  return {
    hasLocal: local.length > 0,
    place: context.place ?? null,
    local,
    get base() {
      return tables().entries;
    },
    resolve,
    suggest,
  };
}

/** What {@link resolveShared} works with. */
interface Tools {
  readonly tables: () => Base;
  readonly forms: () => readonly string[];
  readonly context: RegisterContext;
  make(name: string, kind: UnitKind): UnitEntry;
}

function resolveShared(text: string, collectives: ReadonlySet<string>, tools: Tools): Resolution | null {
  if (collectives.has(text) || isCollective(text)) return result(text, 'collective', null, '', text);
  const known = resolveKnown(text, tools);
  if (known) return known;
  const head = withoutRemark(text);
  const single = head === text ? null : resolveShared(head, collectives, tools);
  return single ?? resolveElided(text, tools) ?? resolveBranch(text, tools) ?? resolvePattern(text, tools);
}

/** 市委组织部（人才办） is 市委组织部. */
function withoutRemark(text: string): string {
  return /^(.{2,}?)[（(〔[][^（(〔[]*[）)〕\]]$/.exec(text)?.[1] ?? text;
}

function resolveKnown(text: string, tools: Tools): Resolution | null {
  for (const split of splits(text)) {
    const hit = findCore(split.core, tools.tables());
    if (hit && !isOnlyPart(split)) return fromHit(text, hit, split);
  }
  return null;
}

function fromHit(text: string, hit: BaseHit, { prefix, core }: Split): Resolution {
  if (hit.form === 'former-name') return result(text, 'former-name', hit.entry, prefix, core);
  if (prefix === '') return result(text, hit.form === 'name' ? 'exact' : hit.form, hit.entry, prefix, core);
  return result(text, core.endsWith('分局') ? 'branch' : 'prefix-restored', hit.entry, prefix, core);
}

/** 区组织部 lacks its 委 (组织部 and 高新区组织部 do not), and 委 alone names nobody. */
function isOnlyPart({ prefix, core }: Split): boolean {
  if (core === '委') return prefix === '';
  return prefix.length === 1 && /^(?:组织部|宣传部|统战部|社会工作部|统一战线工作部)$/.test(core);
}

/** Looks a name without prefix up, also under the forms that need no row of their own. */
function findCore(core: string, tables: Base): BaseHit | undefined {
  const direct = tables.find(core);
  if (direct) return direct;
  const party = /^(?:党工委|党委|工委)(?=.{2})/.exec(core)?.[0];
  return (
    (party ? tables.find('委' + core.slice(party.length)) : undefined) ??
    (core.endsWith('委员会') ? tables.find(core.slice(0, -2)) : undefined) ??
    (core.endsWith('委') && core.length > 3 ? tables.find(core + '员会') : undefined) ??
    (core.endsWith('办') && core.length > 3 ? tables.find(core + '公室') : undefined) ??
    (core.endsWith('厅') && core.length > 2 ? bureau(tables.find(core.slice(0, -1) + '局')) : undefined) ??
    (core.endsWith('办公室') ? tables.find(core.slice(0, -2)) : undefined) ??
    (core.endsWith('机关') && core.length > 4 ? tables.find(core.slice(0, -2)) : undefined) ??
    (core.endsWith('分局') && core.length > 3 ? tables.find(core.slice(0, -2) + '局') : undefined)
  );
}

/** A province calls its bureaus 厅. */
function bureau(hit: BaseHit | undefined): BaseHit | undefined {
  return hit?.entry.kind === 'gov-dept' ? hit : undefined;
}

const kindsNamedByPlace: ReadonlySet<UnitKind> = new Set([
  'dispatched',
  'vertical',
  'court',
  'procuratorate',
  'park',
  'institution',
  'military',
  'enterprise',
  'township',
]);

/** 平潭海关, 海州公安分局, 大通运管所: a place without its level, then the body. */
function resolveElided(text: string, tools: Tools): Resolution | null {
  const start = /^[\u4e00-\u9fff]{2,8}[省市州盟](?=.{5})/.exec(text)?.[0].length ?? 0;
  for (const from of start > 0 ? [0, start] : [0]) {
    for (let length = 2; length <= 4; length++) {
      const place = text.slice(from, from + length);
      const core = text.slice(from + length);
      if (core.length < 2 || !isPlaceName(place) || isTopic(place, tools)) continue;
      const hit = findCore(core, tools.tables());
      if (hit && (length < 4 || kindsNamedByPlace.has(hit.entry.kind)) && !core.startsWith('委')) {
        const how = hit.form === 'former-name' ? 'former-name' : core.endsWith('分局') ? 'branch' : 'prefix-restored';
        return result(text, how, hit.entry, text.slice(0, from + length), core);
      }
    }
  }
  return null;
}

/** 农业, 市场, 社会: words that bodies are named after, so that “农业司法局” is not the bureau of a place called 农业. */
function isTopic(place: string, tools: Tools): boolean {
  const start = place.slice(0, 2);
  return tools.forms().some((form) => form.startsWith(start));
}

/** 市自然资源和规划局海州分局, 人行南充市分行, 市司法局法治科: a known body, then its part. */
function resolveBranch(text: string, tools: Tools): Resolution | null {
  for (let cut = text.length - 2; cut >= 2; cut--) {
    const tail = text.slice(cut);
    const place = branchPlace(tail);
    const isBranch = place !== null && isPlaceName(place) && !/^[公安]/.test(tail);
    if (!isBranch && !(cut > 2 && isPartOfBody(tail))) continue;
    const mother = resolveKnown(text.slice(0, cut), tools) ?? resolveElided(text.slice(0, cut), tools);
    if (!mother?.entry || mother.entry.kind === 'gov' || resolveKnown(tail, tools)?.prefix) continue;
    const own = tools.tables().find(mother.core.replace(/.*?(?=局$)/, '$&').slice(0, -1) + '分局')?.entry;
    return result(text, 'branch', tail.endsWith('分局') && own ? own : mother.entry, mother.prefix, mother.core + tail);
  }
  return null;
}

function resolvePattern(text: string, tools: Tools): Resolution | null {
  const cuts = [...splits(text)];
  if (cuts.some(({ core }) => slipOf(core, tools.forms()) !== null)) return null;
  if (isPlaceWithLevel(text)) return result(text, 'pattern', tools.make(text, 'gov'), '', text);
  if (cuts.some(({ core }) => isNearPartyBody(core, tools.forms()))) return null;
  for (const { core } of cuts) {
    const kind = kindByPattern(core);
    if (kind) return result(text, 'pattern', tools.make(text, kind), '', text);
  }
  const composed = composition(cuts, tools);
  if (composed) return composed;
  if (cuts.some(({ core }) => isMatterOffice(core)) && !cuts.some(({ core }) => isNearOffice(core, tools.forms())))
    return result(text, 'pattern', tools.make(text, 'coordination'), '', text);
  return null;
}

/** The commissions of the party have fixed names: 委全面推进依法治区委员会 is a wrong one, not another one. */
function isNearPartyBody(core: string, forms: readonly string[]): boolean {
  if (!/^委.*(?:委员会|领导小组)(?:办公室)?$/.test(core)) return false;
  return nearest(core, forms, 2).some(({ form }) => form.startsWith('委'));
}

function isNearOffice(core: string, forms: readonly string[]): boolean {
  // A word more may be another matter in a short name (食安办, 食药安办), hardly in a long one.
  return core.length > 3 && nearest(core, forms, 1).some(({ form }) => core.length > 5 || form.length >= core.length);
}

function composition(cuts: readonly Split[], tools: Tools): Resolution | null {
  const isKnownBureau = (name: string) => {
    const hit = tools.tables().find(name);
    return hit !== undefined && hit.form !== 'former-name';
  };
  for (const { prefix, core } of cuts) {
    const kind = findCore(core, tools.tables()) ? null : composedKind(core, isKnownBureau);
    if (kind) return result(prefix + core, 'pattern', tools.make(core, kind), prefix, core);
  }
  return null;
}

function result(name: string, how: ResolutionHow, entry: UnitEntry | null, prefix: string, core: string): Resolution {
  return { name, how, entry, prefix, core };
}

/** Spaces inside a name come from justified table cells; a closing 等 belongs to the list. */
function normalise(name: string): string {
  return name
    .replace(/[\s\u3000]+/gu, '')
    .replace(/^等(?=.{3})/, '')
    .replace(/(?<=.{2})等$/, '');
}

function cached<T>(make: (name: string) => T): (name: string) => T {
  const values = new Map<string, T>();
  return (name) => {
    const known = values.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    // Names come from documents: forgetting all now and then keeps the memory of a long session bounded.
    if (values.size >= cacheLimit) values.clear();
    values.set(name, value);
    return value;
  };
}
