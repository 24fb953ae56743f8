import { fitOf, type Spell } from '../../lexicon/pinyin';
import type { Label } from '../../plan/labels';
import type { Annotation } from '../../plan/responsibility';
import { byFrequency, type Habits } from '../annotations/habits';
import { typedFrom, typedWord, type Place } from './place';
import type { Proposal, Template, Typed } from './proposal';
import { labelOf, shapeFrom, wordsOf } from '../annotations/shapes';
import { commonestLabel } from '../annotations/style';

type Field = Label['field'];

/** The forms of an annotation that are good in any document, the canonical one first. */
const USUAL_SHAPES = [
  '（牵头单位：_；责任单位：_）',
  '（牵头单位：_；责任单位：_；完成时限：_）',
  '（责任单位：_）',
  '（牵头单位：_；参加单位：_）',
  '（_牵头，_配合）',
  '（_按职责分工负责）',
  '（_牵头，_按职责分工负责）',
].map(shapeFrom);
/** So many forms of the document itself are proposed. */
const MOST_OWN = 4;
/** A measure is at least so long; behind less a bracket holds something else. */
const SHORTEST_MEASURE = 8;

const BRACKETED = /[（(〔[]/;

/** What a frame may be asked for by name: zrkz, 责任括注. */
const FRAME_NAME = '责任括注';

/**
 * Behind the full stop of a measure, in a bracket begun there or not: the frame of its annotation, as the document writes
 * them first.
 */
export function proposeFrames({ before, after, position }: Place, habits: Habits, spell: Spell): readonly Proposal[] {
  const match = /^(.*[。；;])(\s*)([（(〔[]?)([^，。；：、（）()\s]{0,12})$/s.exec(before.slice(-400));
  if (!match || !/^[）)〕\]]?\s*$/.test(after)) return [];
  const [, measure = '', , bracket = '', word = ''] = match;
  if (measure.trim().length < SHORTEST_MEASURE || (word !== '' && bracket === '' && !/^[a-z]+$/i.test(word))) return [];
  const typed = typedFrom(position, bracket + word, bracket && /^[）)〕\]]/.test(after) ? 1 : 0);
  const fits = (label: string): boolean =>
    word === '' || [label.slice(1), FRAME_NAME].some((name) => (fitOf(word, spell(name)) ?? 9) <= 1);
  return frames(habits)
    .filter((shape) => fits(labelOf(shape)))
    .map((shape) => toProposal('frame', labelOf(shape), templateOf(shape), typed));
}

function frames({ shapes }: Habits): readonly string[] {
  const own = byFrequency(shapes).filter((shape) => BRACKETED.test(shape[0]!));
  return [...new Set([...own.slice(0, MOST_OWN), ...USUAL_SHAPES])];
}

const LABELS: readonly (readonly [Field, string])[] = [
  ['lead', '牵头单位'],
  ['responsible', '责任单位'],
  ['participant', '配合单位'],
  ['deadline', '完成时限'],
  ['outcome', '成果形式'],
];

/** Inside an annotation: the labels it does not have yet, as the document writes them. */
export function proposeLabels(
  place: Place,
  annotation: Annotation | null,
  habits: Habits,
  spell: Spell,
): readonly Proposal[] {
  const typed = typedWord(place);
  const has = new Set(annotation?.labels.map(({ field }) => field));
  if (has.size === 0 && typed.text === '') return [];
  // Whoever is not the lead is called one thing or the other.
  const helpers: readonly Field[] = ['responsible', 'participant'];
  if (helpers.some((field) => has.has(field))) helpers.forEach((field) => has.add(field));
  else if (has.has('lead'))
    has.add(
      commonestLabel(habits, 'participant').count > commonestLabel(habits, 'responsible').count
        ? 'responsible'
        : 'participant',
    );
  return LABELS.filter(([field]) => !has.has(field))
    .map(([field, usual]) => commonestLabel(habits, field).text ?? usual)
    .filter((label) => typed.text === '' || (fitOf(typed.text, spell(label)) ?? 9) <= 1)
    .map((label) => toProposal('label', `${label}：`, [`${label}：`, { hole: '' }], typed));
}

const LINE = /^[\s\u3000]*([\u4e00-\u9fff]{1,4}|[a-z]{2,12})$/i;

/** At the start of a line: a responsibility of its own line, where the document writes them so or one was begun. */
export function proposeLabelLines(
  { before, after, position }: Place,
  habits: Habits,
  spell: Spell,
): readonly Proposal[] {
  if (!/^\s*$/.test(after)) return [];
  const word = /^[\s\u3000]*$/.test(before) ? '' : LINE.exec(before)?.[1];
  if (word === undefined) return [];
  const typed = typedFrom(position, word);
  const own = byFrequency(habits.shapes).filter((shape) => !BRACKETED.test(shape[0]!) && /[：:]/.test(shape));
  const usual =
    word === '' ? [] : LABELS.map(([field, text]) => shapeFrom(`${commonestLabel(habits, field).text ?? text}：_`));
  return [...new Set([...own.slice(0, MOST_OWN), ...usual])]
    .filter((shape) => word === '' || (fitOf(word, spell(labelOf(shape))) ?? 9) <= 1)
    .map((shape) => toProposal('label', labelOf(shape), templateOf(shape), typed));
}

/** A shape to insert. */
function templateOf(shape: string): Template {
  return wordsOf(shape).flatMap((words, at) => [...(at > 0 ? [{ hole: '' }] : []), ...(words ? [words] : [])]);
}

function toProposal(kind: 'frame' | 'label', label: string, insert: Template, typed: Typed): Proposal {
  return { kind, label, insert, typed, detail: null, about: null };
}
