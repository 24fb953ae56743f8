import { labelsOf, type Annotation, type Label } from '../../../plan/responsibility';
import type { Plan } from '../../../plan/plan';

/** How a document writes annotations: brackets, marks between fields, words before the colons. */
export interface AnnotationStyle {
  readonly open: string;
  readonly close: string;
  readonly colon: string;
  /** Between fields: ； or ，. */
  readonly between: string;
  /** 甲局牵头，乙局配合 instead of labels. */
  readonly spoken: boolean;
  /** The words for each role; `null` where the document has none. */
  readonly lead: string | null;
  readonly others: string | null;
  /** The number of the measure it stands in, as written. */
  readonly number: string | null;
}

const PLAIN: AnnotationStyle = {
  open: '（',
  close: '）',
  colon: '：',
  between: '；',
  spoken: false,
  lead: null,
  others: null,
  number: null,
};

/** The style of the document's last annotation in prose that names several roles, else of the last one at all. */
export function annotationStyle({ readings }: Plan): AnnotationStyle {
  let found: AnnotationStyle | null = null;
  for (let index = readings.length - 1; index >= 0; index--) {
    const { items } = readings[index]!;
    for (let at = items.length - 1; at >= 0; at--) {
      const item = items[at]!;
      if (item.kind !== 'text') continue;
      for (const annotation of item.annotations) {
        const style = styleOf(item.block.text, annotation, item.block.number?.text ?? null);
        if (style && (style.lead || style.spoken)) return style;
        found ??= style;
      }
    }
  }
  return found ?? PLAIN;
}

function styleOf(text: string, annotation: Annotation, number: string | null): AnnotationStyle | null {
  const [open, close] = [text[annotation.from]!, text[annotation.to - 1]!];
  // On a line of its own there are no brackets, and a measure made of a row has it behind its text.
  const bracketed = /[（(〔[【]/.test(open) && /[）)〕\]】]/.test(close);
  const brackets = bracketed ? { open, close } : { open: PLAIN.open, close: PLAIN.close };
  const { labels } = annotation;
  if (labels.length === 0) return annotation.leadStated ? { ...PLAIN, ...brackets, spoken: true, number } : null;
  const word = (...fields: readonly Label['field'][]): string | null =>
    labels.find((label) => fields.includes(label.field))?.text.trim() ?? null;
  const second = labels[1] ? text.slice(0, labels[1].from).trimEnd().slice(-1) : PLAIN.between;
  return {
    ...brackets,
    colon: text[labels[0]!.to - 1]!,
    between: /[；;，,]/.test(second) ? second : PLAIN.between,
    spoken: false,
    lead: word('lead'),
    others: word('participant') ?? word('responsible'),
    number,
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
    ...fieldsOf(words.others, style.others, style),
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
