import type { PassageReading } from '../plan/reading';
import { rangeOf } from '../syntax/joined';
import { PLANS, wholeDocument, type Mention, type Rule, type Verdict } from './rule';

const MESSAGES = {
  left: {
    zh: '这里只提到{named}，正文另有 {count} 处用了“{role}”。请补上，或者统一正文的用语。',
    en: 'This speaks of {named} only, while “{role}” is used in {count} places. Add it, or use the same words throughout.',
  },
  rare: {
    zh: '“{label}”只用了 {few} 处，其余 {count} 处写“{usual}”。意思一样的，请统一。',
    en: '“{label}” is used {few} times, “{usual}” {count} times. If they mean the same, use one.',
  },
  place: { zh: '用了“{role}”', en: '“{role}” is used here' },
} as const;

/** The labels of one annotation, or a sentence that speaks of those who carry several roles. */
interface Terms {
  readonly labels: readonly string[];
  readonly sentence: boolean;
}

const FIELDS: Readonly<Record<string, string>> = {
  lead: 'lead',
  responsible: 'responsible',
  participant: 'participant',
};
/** Words for those who take part, and for those who are responsible: one document uses one of each. */
const FAMILIES: readonly RegExp[] = [
  /^(?:参加|参与|配合|协办|协助|协同|协作|支持)(?:单位|部门)$/,
  /^(?:牵头|主办)(?:单位|部门)$/,
  /^责任(?:单位|部门)$/,
];

/**
 * Roles that are called by other words in one place than everywhere else, and closing sentences that leave one of the
 * roles out. 牵头、参加 beside 责任 in one plan are two forms and no fault. Source: observed practice.
 */
export const rule: Rule = {
  id: 'role-term-inconsistent',
  title: { zh: '责任角色用语不统一', en: 'Roles under several names' },
  topic: 'units',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '一份文件一套用语', en: 'one document, one set of words' },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Terms>({
    inPassage: (reading) => termsIn(reading),
    conclude: (said) => [...rareLabels(said), ...leftOut(said)],
  }),
};

const ROLE = '(?:牵头|主办|责任|参加|参与|配合|协办|协助)(?:单位|部门)';
const SENTENCE = new RegExp(`各?${ROLE}(?:(?:、|和|与|及|以及)各?${ROLE})+`, 'g');
const ROLES = new RegExp(ROLE, 'g');

function termsIn(reading: PassageReading): readonly Mention<Terms>[] {
  return reading.items.flatMap((item): Mention<Terms>[] => {
    if (item.kind !== 'text') return [];
    const { block, annotations } = item;
    const found = annotations.flatMap((annotation): Mention<Terms>[] => {
      const labels = annotation.labels.filter(({ field }) => FIELDS[field]).map(({ text }) => text.replace(/\s+/g, ''));
      const range = rangeOf(block, annotation.from, annotation.to);
      return labels.length > 0 ? [{ said: { labels, sentence: false }, range }] : [];
    });
    if (block.head || !block.text.includes('牵头') || !/(?:单位|部门)[、和与及以]/.test(block.text)) return found;
    for (const match of block.text.matchAll(SENTENCE)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (annotations.some((one) => from < one.to && one.from < to) || /^\s*[:：]/.test(block.text.slice(to, to + 3)))
        continue;
      found.push({ said: { labels: match[0].match(ROLES)!, sentence: true }, range: rangeOf(block, from, to) });
    }
    return found;
  });
}

const MIN_USUAL = 5;

/** How often each label is used, with the first place of each. */
function countLabels(said: readonly Terms[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { labels, sentence }] of said.entries()) {
    if (sentence) continue;
    for (const label of labels) {
      const known = places.get(label);
      if (known) known.push(at);
      else places.set(label, [at]);
    }
  }
  return places;
}

function rareLabels(said: readonly Terms[]): readonly Verdict[] {
  const places = countLabels(said);
  return FAMILIES.flatMap((family): Verdict[] => {
    const labels = [...places].filter(([label]) => family.test(label)).sort((a, b) => b[1].length - a[1].length);
    const [most, ...rare] = labels;
    // Two of them in one annotation are two roles.
    if (
      !most ||
      most[1].length < MIN_USUAL ||
      said.some((one) => one.labels.filter((label) => family.test(label)).length > 1)
    )
      return [];
    return rare
      .filter(([, at]) => at.length * MIN_USUAL <= most[1].length)
      .flatMap(([label, at]) =>
        at.map((one) => ({
          at: one,
          message: MESSAGES.rare,
          args: { label, few: at.length, usual: most[0], count: most[1].length },
          related: [{ at: most[1][0]!, message: MESSAGES.place, args: { role: most[0] } }],
        })),
      );
  });
}

/** Sentences about those who lead and those who do what; a role that a fifth of the annotations name should be among them. */
function leftOut(said: readonly Terms[]): readonly Verdict[] {
  const places = countLabels(said);
  const annotations = said.filter(({ sentence }) => !sentence).length;
  const common = [...places].filter(
    ([label, at]) => ROLES_ONLY.test(label) && at.length >= MIN_USUAL && at.length * 5 >= annotations,
  );
  return [...said.entries()].flatMap(([at, { labels, sentence }]): Verdict[] => {
    if (!sentence || !labels.some((label) => label.startsWith('牵头'))) return [];
    const missing = common.find(([label]) => !labels.some((one) => one.slice(0, 2) === label.slice(0, 2)));
    if (!missing) return [];
    const [role, found] = missing;
    const named = labels.map((label) => `“${label}”`).join('');
    const related = [{ at: found[0]!, message: MESSAGES.place, args: { role } }];
    return [{ at, message: MESSAGES.left, args: { named, role, count: found.length }, related }];
  });
}

const ROLES_ONLY = new RegExp(`^${ROLE}$`);
