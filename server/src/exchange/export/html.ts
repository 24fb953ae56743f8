import { say, type Locale, type Message } from '../../core/text/locale';
import { escapeHtml, htmlPage } from '../html';
import { HEADS, spansOf, type ColumnId, type TaskTable } from './taskTable';

const STRINGS = {
  filter: { zh: '筛选：输入任务、单位或时间', en: 'Filter by task, unit or time' },
  count: { zh: '共 {count} 项', en: '{count} tasks' },
  empty: { zh: '这份文稿没有读出任务。', en: 'No tasks were read from this document.' },
} as const satisfies Record<string, Message>;

/** The task table as one self-contained page with a filter, its only script. */
export function toHtml(table: TaskTable, locale: Locale): string {
  const head = table.columns.map((id) => `<th scope="col" class="${id}">${HEADS[id][locale]}</th>`).join('');
  const content =
    table.rows.length === 0
      ? `<p>${STRINGS.empty[locale]}</p>`
      : `<p><input type="search" aria-label="${STRINGS.filter[locale]}" placeholder="${STRINGS.filter[locale]}"> <output>${say(STRINGS.count, locale, { count: table.rows.length })}</output></p>
<table>
<caption>${escapeHtml(table.title)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${bodyRows(table).join('\n')}
</tbody>
</table>`;
  const script = { text: FILTER, hash: FILTER_HASH };
  return htmlPage({ locale, title: table.title, content, style: STYLE, script });
}

/** Every row has all its cells; those under a merged one are hidden, so that the filter can merge anew. */
function bodyRows(table: TaskTable): readonly string[] {
  const heights = { project: heightsOf(table, 'project'), group: heightsOf(table, 'group') };
  return table.rows.map(({ cells }, at) => {
    const cell = (id: ColumnId): string => {
      const text = escapeHtml(cells[id]).replace(/\n/g, '<br>');
      if (id !== 'project' && id !== 'group') return `<td class="${id}">${text}</td>`;
      const height = heights[id][at];
      return `<td class="${id}"${height === undefined ? ' hidden' : height > 1 ? ` rowspan="${height}"` : ''}>${text}</td>`;
    };
    return `<tr>${table.columns.map(cell).join('')}</tr>`;
  });
}

/** By row: how many rows a merged cell that begins there covers. */
function heightsOf(table: TaskTable, column: 'project' | 'group'): readonly (number | undefined)[] {
  const heights: (number | undefined)[] = [];
  for (const { start, count } of spansOf(table, column)) heights[start] = count;
  return heights;
}

/** Runs in the page. Words parted by spaces must all be in a row; merged cells are merged again over what is left. */
export const FILTER = `
(()=>{
const input=document.querySelector('input'),output=document.querySelector('output');
if(!input)return;
const all=output.textContent,rows=[...document.querySelectorAll('tbody tr')].map(row=>({row,text:row.textContent.toLowerCase()}));
const merge=(shown,name,within)=>{let first=null,last='';for(const row of shown){const cell=row.querySelector('.'+name);if(!cell)return;
const key=(within?row.querySelector('.'+within)?.textContent+'\\n':'')+cell.textContent;
if(first&&key===last){cell.hidden=true;first.rowSpan++}else{cell.hidden=false;cell.rowSpan=1;first=cell;last=key}}};
input.addEventListener('input',()=>{const words=input.value.toLowerCase().split(/\\s+/).filter(Boolean);
for(const one of rows)one.row.hidden=!words.every(word=>one.text.includes(word));
const shown=rows.filter(one=>!one.row.hidden).map(one=>one.row);
merge(shown,'project','');merge(shown,'group','project');
output.textContent=words.length?shown.length+' / '+rows.length:all});
})()
`;
/** SHA-256 of `FILTER`, base64; a test compares them. */
const FILTER_HASH = 'LgRABzXJMJqIjhujuinX3AmG755AHboa4n1ui5rNa7M=';

const STYLE = `
input{font:inherit;padding:.3rem .6rem;width:min(28rem,80%)}
caption{font-size:1.4rem;font-weight:bold;padding:.6rem}
th{text-align:center;position:sticky;top:0;background:Canvas}
.project{width:9%}.group{width:10%}.index{width:5%}.lead{width:12%}.participants{width:14%}.deadline{width:10%}.outcome{width:14%}
td.index{text-align:center}
@media print{p{display:none}th{position:static}}
`;
