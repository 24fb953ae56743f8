import { say, type Locale } from '../../core/text/locale';
import { escapeHtml } from '../html';
import { cellsOf } from './markdown';
import type { Sheet, SheetGroup } from './model';
import { COLUMNS, STRINGS } from './strings';

/**
 * Review sheets as one self-contained page: no script, nothing loaded, prints on A4 landscape with repeated heads, light and
 * dark. All text is escaped, so that a hostile document stays text.
 */
export function toHtml(sheets: readonly Sheet[], locale: Locale): string {
  const lang = locale === 'zh' ? 'zh-CN' : 'en';
  const title = escapeHtml(
    sheets.length === 1 ? `${STRINGS.heading[locale]} ${sheets[0]!.title}` : STRINGS.heading[locale],
  );
  return `<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${sheets.map((sheet) => oneSheet(sheet, locale)).join('\n')}
</main>
</body>
</html>
`;
}

function oneSheet({ title, file, groups, counts }: Sheet, locale: Locale): string {
  const total = counts.error + counts.warning + counts.info + counts.hint;
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
:root{color-scheme:light dark;--line:#999;--error:#b3261e;--warning:#8a5a00}
@media(prefers-color-scheme:dark){:root{--error:#ff9d94;--warning:#f2c14e}}
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;margin:1.5rem}
main{max-width:80rem;margin:auto}
h1{text-align:center;font-size:1.6rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:0}dt{font-weight:bold}dd{margin:0;overflow-wrap:anywhere}
table{border-collapse:collapse;width:100%;table-layout:fixed;margin:1rem 0}
caption{text-align:start;font-weight:bold;font-size:1.1rem;padding:.4rem 0}
th,td{border:1px solid var(--line);padding:.3rem .4rem;vertical-align:top;text-align:start;overflow-wrap:anywhere}
td:first-child{border-inline-start:4px solid var(--line)}
tr.error td:first-child{border-inline-start-color:var(--error)}tr.warning td:first-child{border-inline-start-color:var(--warning)}
.n{width:4%}.p{width:10%}.o{width:18%}.f{width:26%}.b{width:17%}.s{width:15%}.a{width:10%}
.note{font-size:.9rem}
section+section{break-before:page}
@media print{@page{size:A4 landscape;margin:15mm}body{margin:0;font-size:10.5pt}tr{break-inside:avoid}thead{display:table-header-group}}
`;
