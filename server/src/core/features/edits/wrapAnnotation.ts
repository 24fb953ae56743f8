import type { Plan } from '../../plan/plan';
import { findAnnotations } from '../../plan/responsibility';
import { readUnitList } from '../../plan/unitList';
import { lineAt } from '../../syntax/source';
import { comparePositions, range, type Range } from '../../text/position';
import { annotationText, mannerOf, type AnnotationStyle, type Manner, type Words } from '../annotations/style';
import { blocksIn } from './convert/placed';
import { edited, refused, type EditContext, type EditOutcome, type PlanEdit } from './edit';

const MESSAGES = {
  nothing: {
    zh: '请先选中承担单位的文字，例如“区司法局、区政府办”，或者把光标放在一项措施里。',
    en: 'Select the units first, such as “区司法局、区政府办”, or put the caret in a measure.',
  },
  lines: { zh: '选中的文字跨了行。请只选一行内的单位名称。', en: 'Select units on one line only.' },
  has: {
    zh: '这项措施已经有责任括注，把光标放进括注里即可修改。',
    en: 'This measure has its annotation already; put the caret in it to change it.',
  },
  already: { zh: '选中的文字已经在责任括注里。', en: 'The selection is in an annotation already.' },
  noUnits: {
    zh: '选中的文字里没有读出单位名称，没有改动。',
    en: 'No unit could be read from the selection, so nothing was changed.',
  },
} as const;

/**
 * Selected units become a responsibility annotation in the form this document writes them. With nothing selected, an
 * empty one is put at the end of the measure, with the caret where the first unit goes.
 */
export const wrapAnnotation: PlanEdit = {
  action: {
    kind: 'refactor.rewrite',
    title: { zh: '写成责任括注', en: 'Make it a responsibility annotation' },
    fits: (_, { start, end }) => comparePositions(start, end) !== 0,
  },
  run: wrap,
};

function wrap({ plan, selection }: EditContext): EditOutcome {
  const { start, end } = selection;
  if (start.line !== end.line) return refused(MESSAGES.lines);
  const line = lineAt(plan.source, start.line);
  const selected = line.slice(start.character, end.character);
  const words = selected.trim();
  if (words === '') return selected === '' ? frame(plan, selection) : refused(MESSAGES.nothing);
  // Labels without brackets (责任单位：… on its own) are what the brackets are wanted for, all of them.
  const inside = findAnnotations(line).some(({ from, to }) => {
    const first = /[（(〔[【]/.test(line[from]!) ? from : from + 1;
    return first <= start.character && start.character < to;
  });
  if (/^[（(]/.test(words) || inside) return refused(MESSAGES.already);
  const text = annotationOf(words, plan);
  if (text === null) return refused(MESSAGES.noUnits);
  const from = start.character + selected.indexOf(words);
  return edited(
    [{ range: range(start.line, from, start.line, from + words.length), newText: text }],
    range(start.line, from + text.length, start.line, from + text.length),
  );
}

/** An empty annotation behind the measure the caret is in, after its full stop. */
function frame(plan: Plan, selection: Range): EditOutcome {
  const [here] = blocksIn(plan, selection);
  if (!here || (here.block.kind !== 'paragraph' && here.block.kind !== 'heading') || !here.block.number)
    return refused(MESSAGES.nothing);
  if (here.item?.kind === 'text' && here.item.annotations.length > 0) return refused(MESSAGES.has);
  const { end } = here.range;
  const { text } = here.block;
  const trailing = text.length - text.trimEnd().length;
  const stop = /[。！？；：…*]\s*$/.test(text) ? '' : '。';
  const at = { line: end.line, character: end.character - trailing };
  const [before, after] = emptyAnnotation(mannerOf(plan));
  const caret = { line: at.line, character: at.character + stop.length + before.length };
  return edited([{ range: { start: at, end: at }, newText: stop + before + after }], { start: caret, end: caret });
}

/** What stands before and behind the first unit of an annotation that has none yet. */
function emptyAnnotation(manner: Manner): readonly [string, string] {
  const { style, labels } = manner;
  const { open, close, colon, between } = style;
  if (style.spoken) return [open, `牵头，配合${close}`];
  if (!namesRoles(style)) return [`${open}${labels.alone}${colon}`, close];
  return [`${open}${labels.lead}${colon}`, `${between}${labels.others}${colon}${close}`];
}

/** The document says of each measure who leads and who takes part. */
const namesRoles = ({ spoken, lead, others }: AnnotationStyle): boolean => spoken || (lead !== null && others !== null);

/** The words in brackets; `null` where they name nobody. */
function annotationOf(words: string, plan: Plan): string | null {
  const clean = words.replace(/[。；;]$/, '');
  const { style, labels } = mannerOf(plan);
  const asIs = findAnnotations(`（${clean}）`);
  if (asIs.some(({ labels: own, leadStated }) => own.length > 0 || leadStated))
    return `${style.open}${clean}${style.close}`;
  const { names } = readUnitList(clean, 0, clean.length, 'responsible');
  const [first, second] = names;
  if (!first || !names.every(({ name }) => /[\u4e00-\u9fff]{2}/.test(name))) return null;
  const tail = clean.slice(first.to).replace(/^[、，,；;\s]+/, '');
  const said: Words = namesRoles(style)
    ? {
        lead: [{ label: labels.lead, text: first.name }],
        others: second ? [{ label: labels.others, text: tail }] : [],
        further: [],
      }
    : { lead: [], others: [{ label: labels.alone, text: second ? clean : first.name }], further: [] };
  return annotationText(style, said);
}
