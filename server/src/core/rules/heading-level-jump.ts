import { numbersIn, type Said } from '../plan/numbering/said';
import { PLANS, wholeDocument, type Rule, type Verdict } from './rule';
import { RANKS } from '../plan/numbering/sequence';

const MESSAGES = {
  jump: {
    zh: '“{above}”之下直接用“{text}”，本文别处两者之间还有“{between}”一层。请核对层次。',
    en: '{text} stands directly below {above}; elsewhere in this document there is a level {between} between them. Check the levels.',
  },
} as const;

/** How often one kind of number opens a list below another. */
interface Nesting {
  readonly above: string;
  readonly key: string;
  readonly places: { readonly at: number; readonly above: number }[];
}

const MIN_USUAL = 2;

/**
 * A list that begins one level too low for its document: 一、 with 1. right below it, where elsewhere （一） stands between.
 * Documents that have only the two levels are right as they are, and so is numbering that runs on (三、 with 28. below it).
 * Source: GB/T 9704—2012, 7.3.3; observed practice.
 */
export const rule: Rule = {
  id: 'heading-level-jump',
  title: { zh: '标题层级跳级', en: 'Heading level skipped' },
  topic: 'structure',
  severity: 'hint',
  strength: '一般',
  basis: { zh: 'GB/T 9704—2012，7.3.3：层次序数依次使用', en: 'GB/T 9704—2012, 7.3.3: levels in their order' },
  fixable: 'no',
  kinds: PLANS,
  whole: wholeDocument<Said>({ inPassage: numbersIn, conclude }),
};

function conclude(said: readonly Said[]): readonly Verdict[] {
  const starts = [0, ...said.flatMap((one, at) => (one.sort === 'document' ? [at] : []))];
  return starts.flatMap((from, index) => judge(said, from, starts[index + 1] ?? said.length));
}

/** Judges one of the documents of a file: an annex has levels of its own. */
function judge(said: readonly Said[], from: number, to: number): readonly Verdict[] {
  const nestings = nestingsIn(said, from, to);
  const verdicts: Verdict[] = [];
  for (const { above, key, places } of nestings.values()) {
    const between = RANKS.slice(RANKS.indexOf(above) + 1, RANKS.indexOf(key)).find((middle) => {
      const usual = nestings.get(`${middle} ${key}`)?.places.length ?? 0;
      return usual >= MIN_USUAL && usual > places.length && nestings.has(`${above} ${middle}`);
    });
    if (between === undefined) continue;
    const sample = textAt(said, nestings.get(`${above} ${between}`)!.places[0]!.at);
    for (const { at, above: heading } of places) {
      const args = { above: textAt(said, heading), text: textAt(said, at), between: sample };
      verdicts.push({ at, message: MESSAGES.jump, args });
    }
  }
  return verdicts;
}

function textAt(said: readonly Said[], at: number): string {
  const one = said[at];
  return one?.sort === 'number' ? one.text : '';
}

/** Where lists begin at 1, and below what; by both kinds of number. */
function nestingsIn(said: readonly Said[], from: number, to: number): ReadonlyMap<string, Nesting> {
  const nestings = new Map<string, Nesting>();
  let path: { readonly key: string; readonly at: number }[] = [];
  for (let at = from; at < to; at++) {
    const one = said[at]!;
    if (one.sort === 'text' && one.shape === 'heading') path = [];
    if (one.sort !== 'number' || !one.own || one.key === 'row') continue;
    path = path.filter(({ key }) => RANKS.indexOf(key) < RANKS.indexOf(one.key));
    const above = path[path.length - 1];
    path.push({ key: one.key, at });
    if (!above || one.value !== 1) continue;
    const name = `${above.key} ${one.key}`;
    const nesting = nestings.get(name) ?? { above: above.key, key: one.key, places: [] };
    nesting.places.push({ at, above: above.at });
    nestings.set(name, nesting);
  }
  return nestings;
}
