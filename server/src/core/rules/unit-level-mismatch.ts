import { levelOfName, type Level } from '../plan/level';
import { rangeOf } from '../syntax/joined';
import type { Range } from '../text/position';
import type { Resolution, UnitKind } from '../units/model';
import { isOwnWord, sentenceAt, type Prose } from './prose';
import { PLANS, wholeDocument, type Mention, type Rule, type RuleContext, type Verdict } from './rule';
import type { PassageView } from './view';

const MESSAGES = {
  superior: {
    zh: '“{name}”是上级的部门，{level}文件不能给它派任务。照抄上级文件的，改为本级的单位；确需上级支持的，写“争取……支持”。',
    en: '“{name}” belongs to the level above, which a document of the {level} cannot charge. Name the unit of this level.',
  },
  places: {
    zh: '“{name}”是上级对下辖区县的称呼，{level}文件里应当是本级部门或乡镇（街道）。',
    en: '“{name}” is what the level above calls its counties; a document of the {level} has departments and townships.',
  },
  scope: {
    zh: '“{name}”是上级的口径，本文件是{level}文件。请核对是否照抄上级文件，应为“{own}”。',
    en: '“{name}” is the level above speaking; this is a document of the {level}. It should say “{own}”.',
  },
  ours: {
    zh: '{level}文件自称“我市”。指上级的，直接写“市”；指本级的，写“{own}”。',
    en: 'A document of the {level} says “our city”. Write 市 for the level above, “{own}” for this one.',
  },
  replace: { zh: '改为“{own}”', en: 'Change to “{own}”' },
} as const;

/**
 * What a place of the document says about levels. `own`: how often one passage names bodies and speaks of the whole of
 * its own level, by the character of that level; it tells whether the document is what it is taken for.
 */
type Said =
  | { readonly what: 'superior' | 'places' | 'scope' | 'ours'; readonly name: string; readonly body: boolean }
  | { readonly what: 'own'; readonly counts: Readonly<Record<string, number>> };

/**
 * Bodies or scopes of another level, mostly left over from the document of the level above: a county that charges
 * departments of the city or “all counties and districts”, speaks of “our city” or sets out to improve the whole city.
 * Source: 《党政机关公文处理工作条例》第二十条（三）.
 */
export const rule: Rule = {
  id: 'unit-level-mismatch',
  title: { zh: '责任主体或提法层级不符', en: 'Unit or scope of another level' },
  topic: 'units',
  severity: 'error',
  strength: '规定',
  basis: {
    zh: '《党政机关公文处理工作条例》第二十条（三）：涉及其他地区、部门职权的事项须经协商',
    en: 'Regulations on official documents, art. 20 (3)',
  },
  fixable: 'confirm',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage: mentionsOf, conclude }),
};

/** Levels whose documents are judged, and the character of the level above them. */
const ABOVE: Readonly<Partial<Record<Level, string>>> = { county: '市', park: '市', city: '省' };

function mentionsOf(reading: PassageView, { facts }: RuleContext): readonly Mention<Said>[] {
  const { level } = facts;
  if (level === null || ABOVE[level] === undefined) return [];
  const counts: Record<string, number> = {};
  const found: Mention<Said>[] = [];
  let first: Range | null = null;
  for (const assigned of reading.assigned) {
    first ??= assigned.range;
    for (const one of assigned.units) {
      const { unit } = one;
      const what = wrongBody(one.resolution, level);
      if (what) found.push({ said: { what, name: unit.name, body: true }, range: one.range });
      else if (levelOfName(unit.name) !== null) count(counts, unit.name[0]!);
    }
  }
  for (const prose of reading.prose) {
    const { joined } = prose;
    if (joined.text === '') continue;
    for (const [own] of joined.text.matchAll(OWN_SCOPE)) count(counts, own[1]!);
    first ??= rangeOf(joined, 0, joined.text.length);
    if (level !== 'city') found.push(...wrongScopes(prose));
  }
  if (first && Object.keys(counts).length > 0) found.push({ said: { what: 'own', counts }, range: first });
  return found;
}

function count(counts: Record<string, number>, character: string): void {
  counts[character] = (counts[character] ?? 0) + 1;
}

const SUPERIOR_KINDS: readonly UnitKind[] = ['party-dept', 'gov-dept', 'gov', 'npc', 'cppcc', 'discipline'];

/** 各县区政府, 各县（市、区）党委、政府: places of which a county is one itself. */
const COUNTIES =
  /^各(?:有关|相关)?(?:县区|区县|县市区|市县区|区市县|市区县|县市|市县|旗县市?区?|[县区市旗](?:[（(〔[][市县区旗、]{1,5}[）)〕\]]|(?:、[县区市旗]){1,2}(?:[（(〔[][市县区旗、]{1,5}[）)〕\]])?)区?)(?:$|党委|人民政府|政府|管委会|委|及|和|[（(])/;
const PREFECTURES = /^各(?:设区的?市|地级市|市州|市（州）|地市|州市|盟市)(?:$|党委|人民政府|政府|委)/;

function wrongBody({ name, how, entry, prefix }: Resolution, level: Level): 'superior' | 'places' | null {
  const above = ABOVE[level]!;
  if (name.startsWith('各')) return (level === 'city' ? PREFECTURES : COUNTIES).test(name) ? 'places' : null;
  if (!name.startsWith(above)) return null;
  if (how === 'collective') return COLLECTIVE_ABOVE.test(name.slice(1)) ? 'superior' : null;
  // Departments of a development zone are named like those of its city, so single ones are not judged there.
  if (level === 'park' || how !== 'prefix-restored' || entry === null || !SUPERIOR_KINDS.includes(entry.kind))
    return null;
  return (prefix === above || prefix === `${above}政府`) && /[局委办部厅会]$|办公[室厅]$|政府$/.test(name)
    ? 'superior'
    : null;
}

/** Behind the level: 政府各部门, 直有关部门, 级各部门. Bodies stationed here (市驻区单位) are none of these. */
const COLLECTIVE_ABOVE =
  /^(?:委|政府|人民政府|直|级|委、市政府|委市政府)?(?:各|有关|相关|各有关|各相关|其他有关)(?:部门|单位)$/;

/** 全区, 我县: the document speaks of its own. */
const OWN_SCOPE = /[全我本][区县旗](?![域级])/g;
const OUR_CITY = /我市/g;
/** A measure that is to improve the whole city: only its own aims say so, without anybody above who would do it. */
const WHOLE_CITY =
  /(?:提升|提高|优化|改善|增强|强化|加强|规范|健全|完善)全市(?!统一|一体|性)[\u4e00-\u9fff]{1,14}?(?:水平|能力|环境|质量|建设|工作|秩序|制度|机制|体系|管理)(?=[，。；、]|$)/g;
/** Who works for the level above speaks of it. */
const FOR_ABOVE =
  /配合|协助|协同|参与|助推|按照|按市|根据|依托|助力|服务|支撑|贡献|带动|引领|示范|争取|推荐|列入|纳入|市[委局直级]|市政府|[市省]统一|省级|国家级|要求/;

function wrongScopes(prose: Prose): readonly Mention<Said>[] {
  const { joined } = prose;
  const { text } = joined;
  if (!text.includes('市')) return [];
  const found: Mention<Said>[] = [];
  for (const { index, 0: name } of text.matchAll(OUR_CITY)) {
    if (!isOwnWord(prose, index) || FOR_ABOVE.test(sentenceAt(text, index, '，。；！？\n'))) continue;
    found.push({ said: { what: 'ours', name, body: false }, range: rangeOf(joined, index, index + name.length) });
  }
  for (const { index, 0: name } of text.matchAll(WHOLE_CITY)) {
    if (!isOwnWord(prose, index) || FOR_ABOVE.test(sentenceAt(text, index, '。；！？\n'))) continue;
    found.push({ said: { what: 'scope', name, body: false }, range: rangeOf(joined, index, index + name.length) });
  }
  return found;
}

/** Another level that is named as often as this is no slip: then the document is not what it was taken for. */
const RARE = 5;

function conclude(said: readonly Said[], { facts }: RuleContext): readonly Verdict[] {
  const { level } = facts;
  if (level === null) return [];
  const own: Record<string, number> = {};
  let wrong = 0;
  for (const one of said) {
    if (one.what !== 'own') wrong++;
    else for (const [character, times] of Object.entries(one.counts)) own[character] = (own[character] ?? 0) + times;
  }
  const [character, times] = most(own, level);
  if (wrong === 0 || times < wrong * RARE) return [];
  return said.flatMap((one, at) => (one.what === 'own' ? [] : [verdictOf(one, at, character, level)]));
}

/** The character of the document's own level that is written most, and how often. */
function most(counts: Readonly<Record<string, number>>, level: Level): readonly [character: string, times: number] {
  const own = level === 'city' ? ['市', '州', '盟'] : ['区', '县', '旗'];
  return own
    .map((character) => [character, counts[character] ?? 0] as const)
    .reduce((best, one) => (one[1] > best[1] ? one : best));
}

const LEVEL_NAMES: Readonly<Record<string, string>> = {
  区: '区级',
  县: '县级',
  旗: '旗级',
  市: '市级',
  州: '州级',
  盟: '盟级',
};

function verdictOf(
  { what, name }: Exclude<Said, { readonly what: 'own' }>,
  at: number,
  character: string,
  kind: Level,
): Verdict {
  const level = LEVEL_NAMES[character] ?? '';
  const fix = (own: string, newText: string) => ({
    title: MESSAGES.replace,
    args: { own },
    safe: false,
    edits: [{ at, newText }],
  });
  switch (what) {
    case 'superior': {
      const own = character + name.slice(1).replace(/、市政府/, `、${character}政府`);
      return { at, message: MESSAGES.superior, args: { name, level }, fixes: [fix(own, own)] };
    }
    case 'places': {
      const towns = kind === 'city' ? '各县（市、区）人民政府' : '各乡镇人民政府、街道办事处';
      return { at, message: MESSAGES.places, args: { name, level }, fixes: [fix(towns, towns)] };
    }
    case 'ours': {
      const own = `我${character}`;
      const args = { level, own };
      return { at, message: MESSAGES.ours, args, severity: 'hint', fixes: [fix('市', '市'), fix(own, own)] };
    }
    default: {
      const own = name.replace('全市', `全${character}`);
      return { at, message: MESSAGES.scope, args: { name, level, own }, fixes: [fix(own, own)] };
    }
  }
}
