import { STANDARD_LAYOUT, type Layout } from '../../core/plan/layout';
import { say, type Locale } from '../../core/text/locale';
import type { ColumnRole } from '../../core/syntax/table';
import { bodyXml } from '../export/docx/document';
import { packWord } from '../export/docx/package';
import type { Part, TextKind, TextPart } from '../export/docx/parts';
import type { Slot } from '../export/docx/textTable';
import { cellsOf } from './markdown';
import { totalOf, type Sheet, type SheetGroup } from './model';
import { COLUMNS, STRINGS } from './strings';

/** A working paper: smaller than a document, with more room for its seven columns. */
const LAYOUT: Layout = {
  ...STANDARD_LAYOUT,
  sizes: { title: 18, body: 12, tableHead: 10.5, table: 10.5, pageNumber: 14 },
  // Of the upright page; sheets lie across.
  margins: { top: 20, right: 20, bottom: 20, left: 20 },
  linePitch: 22,
  charactersPerLine: 40,
};

/** Only the number has a width of its own; words of the others share the page by how many they are. */
const ROLES: readonly ColumnRole[] = COLUMNS.map((_, at) => (at === 0 ? 'index' : 'other'));

/** Review sheets as a Word document, each on a page of its own. */
export function toDocx(sheets: readonly Sheet[], locale: Locale): Uint8Array {
  const parts = sheets.flatMap((sheet, at) => partsOf(sheet, at > 0, locale));
  return packWord({
    body: bodyXml(parts, LAYOUT, 'across'),
    layout: LAYOUT,
    title: STRINGS.heading[locale],
    frontMatter: null,
  });
}

function partsOf(sheet: Sheet, opens: boolean, locale: Locale): readonly Part[] {
  const { title, file, counts, groups } = sheet;
  const total = totalOf(sheet);
  const colon = locale === 'zh' ? '：' : ': ';
  return [
    text('title', STRINGS.heading[locale], opens),
    text('remark', `${STRINGS.document[locale]}${colon}${title}`),
    text('remark', `${STRINGS.file[locale]}${colon}${file}`),
    text('remark', total === 0 ? STRINGS.none[locale] : say(STRINGS.counts, locale, { total, ...counts })),
    ...groups.flatMap((group) => groupOf(group, locale)),
    ...(total === 0 ? [] : [text('remark', STRINGS.note[locale])]),
    text('remark', `${STRINGS.reviewer[locale]}　　　　　　　　${STRINGS.date[locale]}`),
  ];
}

const text = (kind: TextKind, words: string, opens = false): TextPart => ({
  kind,
  level: 1,
  runs: [{ text: words, look: 'plain' }],
  opens,
});

function groupOf(group: SheetGroup, locale: Locale): readonly Part[] {
  const slot = (words: string): Slot => ({ text: words, across: 1, down: 'single' });
  const heads = [COLUMNS.map((column) => slot(column[locale]))];
  const rows = group.rows.map((row) => cellsOf(row, locale).map(slot));
  return [
    text('heading', say(STRINGS.group, locale, { title: group.title, count: group.rows.length })),
    { kind: 'table', table: { roles: ROLES, heads, rows } },
  ];
}
