import { assignUnits } from '../../../plan/task';
import type { Label } from '../../../plan/labels';
import { insideOf, type Annotation, type LeadRule } from '../../../plan/responsibility';

/** What a responsibility says, as a table has it: each in the words of the text. */
export interface Fields {
  /** `null` where the annotation has no such field. */
  readonly lead: Field | null;
  readonly responsible: Field | null;
  readonly participants: Field | null;
  readonly deadline: Field | null;
  readonly outcome: Field | null;
  /** Persons and remarks: 责任人, 备注. */
  readonly further: readonly Field[];
}

export interface Field {
  /** The word that stands or might stand before the colon: 牵头单位. */
  readonly label: string;
  readonly text: string;
}

const NONE: Fields = { lead: null, responsible: null, participants: null, deadline: null, outcome: null, further: [] };

/** The fields of an annotation in `text`. What it says by verbs (甲局牵头，乙局配合) is put under the labels in use. */
export function fieldsOf(text: string, annotation: Annotation, rule: LeadRule | null): Fields {
  return annotation.labels.length > 0 ? labelled(text, annotation) : spoken(text, annotation, rule);
}

const SLOTS = {
  lead: 'lead',
  responsible: 'responsible',
  sentence: 'responsible',
  participant: 'participants',
  deadline: 'deadline',
  outcome: 'outcome',
} as const;

function labelled(text: string, annotation: Annotation): Fields {
  const [content, close] = insideOf(text, annotation);
  const first: Label = { text: '责任单位', from: content, to: content, field: 'responsible' };
  const { labels } = annotation;
  const all = text.slice(content, labels[0]!.from).trim() === '' ? labels : [first, ...labels];
  let fields = NONE;
  for (const [at, { text: label, to, field }] of all.entries()) {
    const words = trimmed(text.slice(to, all[at + 1]?.from ?? close));
    if (words === '') continue;
    if (field === 'person') fields = { ...fields, further: [...fields.further, { label, text: words }] };
    else {
      const slot = SLOTS[field];
      const before = fields[slot];
      fields = { ...fields, [slot]: before ? { ...before, text: `${before.text}、${words}` } : { label, text: words } };
    }
  }
  return fields;
}

const trimmed = (words: string): string =>
  words.replace(/^[\s、，,；;]+|[\s、，,；;。]+$/g, '').replace(/\s*\n\s*/g, '');

/** 配合 and the like say no more than the column does; 按职责分工负责 does and stays. */
const HELP = /(?:分别|共同|密切|积极|协同)*(?:配合|协助|协办|参与|参加|支持|负责)(?:落实|实施|做好)?$/;

function spoken(text: string, annotation: Annotation, rule: LeadRule | null): Fields {
  const { lead, participants } = assignUnits(annotation, rule);
  const [, close] = insideOf(text, annotation);
  const end = annotation.deadline ? Math.min(annotation.deadline.from, close) : close;
  const deadline = annotation.deadline && { label: '完成时限', text: annotation.deadline.text };
  const [first, last] = [participants[0], lead[lead.length - 1]];
  if (!first) return { ...NONE, lead: { label: '牵头单位', text: names(lead) }, deadline };
  const apart = !last || last.from < first.from;
  const words = apart ? trimmed(text.slice(first.from, end)) : names(participants);
  const duties = /职责|分工/.test(words);
  const rest = { label: /配合/.test(words) ? '配合单位' : '责任单位', text: duties ? words : words.replace(HELP, '') };
  const slot = rest.label === '配合单位' ? 'participants' : 'responsible';
  return { ...NONE, lead: last ? { label: '牵头单位', text: names(lead) } : null, [slot]: rest, deadline };
}

const names = (units: readonly { readonly name: string }[]): string => units.map(({ name }) => name).join('、');
