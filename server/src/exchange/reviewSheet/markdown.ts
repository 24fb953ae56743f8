import { say, type Locale } from '../../core/text/locale';
import { totalOf, type Sheet, type SheetRow } from './model';
import { COLUMNS, SEVERITY_NAMES, STRINGS } from './strings';

/** Review sheets as Markdown, one after the other. */
export function toMarkdown(sheets: readonly Sheet[], locale: Locale): string {
  return sheets.map((sheet) => oneSheet(sheet, locale)).join('\n---\n\n');
}

function oneSheet(sheet: Sheet, locale: Locale): string {
  const { title, file, groups, counts } = sheet;
  const total = totalOf(sheet);
  const out = [
    `# ${STRINGS.heading[locale]}`,
    '',
    `- ${STRINGS.document[locale]}${colon(locale)}${escape(title)}`,
    `- ${STRINGS.file[locale]}${colon(locale)}${escape(file)}`,
    `- ${total === 0 ? STRINGS.none[locale] : say(STRINGS.counts, locale, { total, ...counts })}`,
    '',
  ];
  for (const group of groups) {
    out.push(`## ${say(STRINGS.group, locale, { title: group.title, count: group.rows.length })}`, '');
    out.push(row(COLUMNS.map((column) => column[locale])), row(COLUMNS.map(() => '---')));
    for (const one of group.rows) out.push(row(cellsOf(one, locale).map(escape)));
    out.push('');
  }
  if (total > 0) out.push(STRINGS.note[locale], '');
  return out.join('\n');
}

/** The seven cells of an opinion, as every format shows them. */
export function cellsOf(one: SheetRow, locale: Locale): readonly string[] {
  const strength = locale === 'zh' ? `（${one.strength}）` : ` (${one.strength})`;
  const level = locale === 'zh' ? `【${SEVERITY_NAMES[one.severity].zh}】` : `[${SEVERITY_NAMES[one.severity].en}] `;
  return [
    String(one.number),
    one.place,
    one.original,
    `${level}${one.finding}`,
    `${one.basis}${strength}`,
    one.suggestion,
    '',
  ];
}

const colon = (locale: Locale): string => (locale === 'zh' ? '：' : ': ');

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** Text as it is, whatever it holds: nothing of it may act as Markdown or HTML. */
function escape(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\|`*_<>[\]#~]/g, '\\$&');
}
