import { fitOf, TOGETHER, type Fit, type Spell, type Spelled } from '../../lexicon/pinyin';
import type { Message } from '../../text/locale';
import { byFrequency, type Habits } from '../annotations/habits';
import { typedFrom, type Place } from './place';
import type { Proposal, Typed } from './proposal';

/** A document that may be cited. */
export interface Citable {
  readonly title: string;
  /** 发文字号, where it is known. */
  readonly number: string | null;
}

const OPEN = /《([^《》〈〉。\n]{0,60})$/;

const DETAILS = {
  superior: { zh: '上位文件', en: 'superior plan' },
  cited: { zh: '本文引用过', en: 'cited here' },
  own: { zh: '本文标题', en: 'this document' },
  organisation: { zh: '本单位常用', en: 'of the organisation' },
  law: { zh: '法律', en: 'law' },
} as const satisfies Record<string, Message>;

/** Titles of laws are long: letters scattered over one say nothing. */
const LETTERS = /[a-z]/i;
const MOST = 60;

/** All titles of laws with their spelling, made when a title is first begun: a list of some hundreds. */
export function createLawTitles(titles: () => readonly string[], spell: Spell): () => readonly Spelled[] {
  let spelled: readonly Spelled[] | null = null;
  return () => (spelled ??= titles().map(spell));
}

/** Whether a title is begun at the caret (《). */
export const isInTitle = ({ before }: Place): boolean => OPEN.test(before.slice(-62));

/** Where titles come from besides the document. */
export interface Sources {
  readonly superiors: readonly Citable[];
  readonly laws: () => readonly Spelled[];
  readonly ownTitles?: readonly string[];
}

/** Titles the plan may cite, with the number they stand with: superior plans, what it cites already, itself, laws. */
export function proposeCitations(
  place: Place,
  { superiors, laws, ownTitles = [] }: Sources,
  habits: Habits,
  spell: Spell,
): readonly Proposal[] {
  const { before, after, position, plan } = place;
  const begun = OPEN.exec(before.slice(-62))![1]!;
  const rest = /^[^《》（）。，；\n]{0,60}》/.exec(after)?.[0] ?? '';
  const typed = typedFrom(position, `《${begun}`, rest.length);
  const found = new Map<string, { readonly fit: Fit; readonly proposal: Proposal }>();
  const add = (source: keyof typeof DETAILS, { title, number }: Citable, spelled = spell(title)): void => {
    const fit = fitOf(begun, spelled);
    if (fit === null || found.has(title) || (fit > TOGETHER && source === 'law' && LETTERS.test(begun))) return;
    found.set(title, { fit, proposal: toProposal(title, number, DETAILS[source], typed) });
  };
  for (const superior of superiors) add('superior', superior);
  for (const cited of citedTitles(habits, begun)) add('cited', cited);
  if (plan.facts.title) add('own', { title: plan.facts.title, number: null });
  for (const title of ownTitles) add('organisation', { title, number: null });
  if (begun !== '') for (const law of laws()) add('law', { title: law.text, number: null }, law);
  const sorted = [...found.values()].sort((a, b) => Number(a.fit > TOGETHER) - Number(b.fit > TOGETHER));
  return sorted.slice(0, MOST).map(({ proposal }) => proposal);
}

/** Cited titles with the number most of their citations have; what is being typed is none of them. */
function citedTitles({ citations }: Habits, begun: string): readonly Citable[] {
  const numbers = new Map<string, string | null>();
  for (const key of byFrequency(citations)) {
    const [title = '', number = ''] = key.split('\t');
    if (title === begun || title.length > 60) continue;
    if (!numbers.get(title)) numbers.set(title, number || null);
  }
  return [...numbers].map(([title, number]) => ({ title, number }));
}

function toProposal(title: string, number: string | null, message: Message, typed: Typed): Proposal {
  const inner = title.replace(/《/g, '〈').replace(/》/g, '〉');
  const text = `《${inner}》${number ? `（${number}）` : ''}`;
  return {
    kind: 'citation',
    label: `《${inner}》`,
    insert: [text],
    typed,
    detail: {
      message: number ? { zh: `${message.zh} · {number}`, en: `${message.en} · {number}` } : message,
      args: { number: number ?? '' },
    },
    about: { kind: 'text', text },
  };
}
