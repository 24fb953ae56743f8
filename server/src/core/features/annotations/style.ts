import type { Plan } from '../../plan/plan';
import { labelsOf, type Label } from '../../plan/labels';
import { isCloser, isOpener } from '../../text/brackets';
import { byFrequency, createHabits, type Habits } from './habits';

/** How a document writes annotations: brackets, marks, words before the colons. */
export interface AnnotationStyle {
  readonly open: string;
  readonly close: string;
  readonly colon: string;
  /** Between fields: ； or ，. */
  readonly between: string;
  /** 甲局牵头，乙局配合 instead of labels. */
  readonly spoken: boolean;
  /** The words for who leads and for the others beside a lead; `null` where the document has none. */
  readonly lead: string | null;
  readonly others: string | null;
  /** The word for those who answer for it where nobody leads. */
  readonly alone: string | null;
}

const PLAIN: AnnotationStyle = {
  open: '（',
  close: '）',
  colon: '：',
  between: '；',
  spoken: false,
  lead: null,
  others: null,
  alone: null,
};

/** The style of the annotations that a document mostly writes, of those that name several roles if there are any. */
function styleOf({ shapes }: Habits): AnnotationStyle {
  const styles = byFrequency(shapes).flatMap((shape) => styleOfShape(shape) ?? []);
  const style =
    styles.find(({ lead, others, spoken }) => spoken || (lead !== null && others !== null)) ??
    styles.find(({ lead }) => lead !== null) ??
    styles[0] ??
    PLAIN;
  return { ...style, alone: styles.find(({ lead, alone }) => lead === null && alone !== null)?.alone ?? null };
}

function styleOfShape(shape: string): AnnotationStyle | null {
  const [open, close] = [shape[0]!, shape[shape.length - 1]!];
  // On a line of its own there are no brackets, and what is written behind a text needs them.
  const bracketed = isOpener(open.charCodeAt(0)) && isCloser(close.charCodeAt(0));
  const brackets = bracketed ? { open, close } : { open: PLAIN.open, close: PLAIN.close };
  const labels = labelsOf(shape);
  if (labels.length === 0) return /牵头|主办/.test(shape) ? { ...PLAIN, ...brackets, spoken: true } : null;
  const word = (...fields: readonly Label['field'][]): string | null =>
    labels.find((label) => fields.includes(label.field))?.text.trim() ?? null;
  const before = labels[1] ? shape.slice(0, labels[1].from).trimEnd().slice(-1) : '';
  const colon = shape[labels[0]!.to - 1]!;
  return {
    ...brackets,
    colon,
    between: /[；;，,]/.test(before) ? before : colon === ':' ? ';' : PLAIN.between,
    spoken: false,
    lead: word('lead'),
    others: word('participant') ?? word('responsible'),
    alone: word('responsible') ?? word('participant'),
  };
}

/** How the document mostly labels a field. */
export function commonestLabel(
  { labels }: Habits,
  field: Label['field'],
): { readonly text: string | null; readonly count: number } {
  let best: { text: string | null; count: number } = { text: null, count: 0 };
  for (const [key, count] of labels) {
    if (key.startsWith(`${field} `) && count > best.count) best = { text: key.slice(field.length + 1), count };
  }
  return best;
}

/** How a document writes who does what, found once for each edit. */
export interface Manner {
  readonly style: AnnotationStyle;
  /** The words before the colon of each field, the usual ones where the document has none. */
  readonly labels: {
    readonly lead: string;
    /** Those who take part beside a lead, and those who answer for it where nobody leads. */
    readonly others: string;
    readonly alone: string;
    readonly deadline: string;
    readonly outcome: string;
  };
  /** What is mostly put between names, in annotations or in the cells of tables. */
  separator(role: 'lead' | 'participants', inCell: boolean): string;
}

export function mannerOf({ readings }: Plan): Manner {
  const habits = createHabits()(readings);
  const style = styleOf(habits);
  const most = (field: Label['field']): string | null => commonestLabel(habits, field).text;
  const responsible = most('responsible');
  const known = style.others ?? responsible ?? most('participant');
  const lead = style.lead ?? most('lead') ?? (known?.endsWith('部门') ? '牵头部门' : '牵头单位');
  const usual = lead.endsWith('部门') ? '责任部门' : '责任单位';
  return {
    style,
    labels: {
      lead,
      others: known ?? usual,
      alone: style.alone ?? responsible ?? usual,
      deadline: most('deadline') ?? '完成时限',
      outcome: most('outcome') ?? '成果形式',
    },
    separator(role, inCell) {
      const list = role === 'lead' ? 'leads ' : 'others ';
      const counts = byFrequency(inCell ? habits.cellSeparators : habits.separators);
      const written = counts.find((key) => key.startsWith(list))?.slice(list.length);
      // A line end is no part of how names in prose are written.
      return written === undefined || (!inCell && written.includes('\n')) ? '、' : written;
    },
  };
}

/** What an annotation is to say; each in the words and under the label of the table it comes from. */
export interface Words {
  readonly lead: readonly Labelled[];
  readonly others: readonly Labelled[];
  /** Deadline, outcome, persons, remarks. */
  readonly further: readonly Labelled[];
}

interface Labelled {
  readonly label: string;
  readonly text: string;
}

/** The annotation in this style; empty where there is nothing to say. */
export function annotationText(style: AnnotationStyle, words: Words): string {
  const { open, close, colon, between } = style;
  const further = words.further.map(({ label, text }) => `${label}${colon}${text}`);
  const [lead, other] = [words.lead[0]?.text, words.others[0]?.text ?? ''];
  const simple = words.lead.length === 1 && words.others.length < 2 && further.length === 0;
  if (style.spoken && lead && simple && !/负责|牵头|配合|[:：]/.test(lead + other))
    return `${open}${lead}牵头${other && `，${other}配合`}${close}`;
  const parts = [
    ...fieldsOf(words.lead, style.lead, style),
    ...fieldsOf(words.others, (words.lead.length === 0 ? style.alone : null) ?? style.others, style),
    ...further,
  ];
  return parts.length === 0 ? '' : `${open}${parts.join(between)}${close}`;
}

const IS_LABEL = /^(?:牵头|主办|主责|责任|负责|配合|参加|参与|协办|协同|协助)(?:单位|部门)$/;

/** One field goes by the document’s word for it; several keep the words of their columns. */
function fieldsOf(fields: readonly Labelled[], word: string | null, { colon }: AnnotationStyle): readonly string[] {
  return fields.map(({ label, text }) => {
    // What has labels of its own speaks for itself.
    if (labelsOf(text).length > 0) return text;
    const said = (fields.length === 1 ? word : null) ?? (IS_LABEL.test(label) ? label : '责任单位');
    return `${said}${colon}${text}`;
  });
}
