import { say, type Locale } from '../../core/text/locale';
import { escapeHtml, htmlPage } from '../html';
import { cellsOf } from './markdown';
import { totalOf, type Sheet, type SheetGroup } from './model';
import { COLUMNS, STRINGS } from './strings';

/** Review sheets as one self-contained page without a script. */
export function toHtml(sheets: readonly Sheet[], locale: Locale): string {
  const heading = STRINGS.heading[locale];
  return htmlPage({
    locale,
    title: sheets.length === 1 ? `${heading} ${sheets[0]!.title}` : heading,
    content: sheets.map((sheet) => oneSheet(sheet, locale)).join('\n'),
    style: STYLE,
  });
}

function oneSheet(sheet: Sheet, locale: Locale): string {
  const { title, file, groups, counts } = sheet;
  const total = totalOf(sheet);
  const sum = total === 0 ? STRINGS.none[locale] : say(STRINGS.counts, locale, { total, ...counts });
  return `<section>
<h1>${STRINGS.heading[locale]}</h1>
<dl><dt>${STRINGS.document[locale]}</dt><dd>${escapeHtml(title)}</dd><dt>${STRINGS.file[locale]}</dt><dd>${escapeHtml(file)}</dd></dl>
<p>${escapeHtml(sum)}</p>
${groups.map((group) => oneGroup(group, locale)).join('\n')}
${total === 0 ? '' : `<p class="note">${escapeHtml(STRINGS.note[locale])}</p>`}
</section>`;
}

function oneGroup(group: SheetGroup, locale: Locale): string {
  const head = COLUMNS.map((column) => `<th scope="col">${column[locale]}</th>`).join('');
  const rows = group.rows.map((row) => {
    const cells = cellsOf(row, locale).map((cell) => `<td>${escapeHtml(cell)}</td>`);
    return `<tr class="${row.severity}">${cells.join('')}</tr>`;
  });
  const caption = escapeHtml(say(STRINGS.group, locale, { title: group.title, count: group.rows.length }));
  return `<table>
<caption>${caption}</caption>
<colgroup><col class="n"><col class="p"><col class="o"><col class="f"><col class="b"><col class="s"><col class="a"></colgroup>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

const STYLE = `
:root{--error:#b3261e;--warning:#8a5a00}
@media(prefers-color-scheme:dark){:root{--error:#ff9d94;--warning:#f2c14e}}
main{max-width:80rem}
h1{text-align:center;font-size:1.6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}
table{margin:1rem 0}
caption{text-align:start;font-weight:bold;font-size:1.1rem;padding:.4rem 0}
td:first-child{border-inline-start:4px solid var(--line)}
tr.error td:first-child{border-inline-start-color:var(--error)}tr.warning td:first-child{border-inline-start-color:var(--warning)}
.n{width:4%}.p{width:10%}.o{width:18%}.f{width:26%}.b{width:17%}.s{width:15%}.a{width:10%}
.note{font-size:.9rem}
section+section{break-before:page}
`;
