import { say, type Locale, type Message } from '../../core/text/locale';
import { escapeHtml, htmlPage } from '../html';
import { HEADS, spansOf, type ColumnId, type TaskTable } from './taskTable';
import { tableWidths } from './widths';

/** A4 landscape between margins of 15 mm, in millimetres. */
const [PAGE_WIDTH, PAGE_HEIGHT] = [267, 180];
/** Thousandths of the width of a page. */
const MEASURES = { total: 1000, character: 14, padding: 13 } as const;
/** Pixels left free at the foot of a page: measures on screen and on paper differ by a little. */
const SLACK = 12;

const STRINGS = {
  filter: { zh: '筛选：输入任务、单位或时间', en: 'Filter by task, unit or time' },
  count: { zh: '共 {count} 项', en: '{count} tasks' },
  empty: { zh: '这份文稿没有读出任务。', en: 'No tasks were read from this document.' },
} as const satisfies Record<string, Message>;

/** A page that is made to be printed: it asks the browser to as soon as it is open. */
export interface Printed {
  /** A line below the title: what the table leaves out, or nothing. */
  readonly note: string;
}

/** The task table as one self-contained page with a filter, its only script. */
export function toHtml(table: TaskTable, locale: Locale, printed: Printed | null = null): string {
  const widths = tableWidths(table, MEASURES);
  const head = table.columns.map(
    (id, at) => `<th scope="col" class="${id}" style="width:${widths[at]! / 10}%">${HEADS[id][locale]}</th>`,
  );
  const content =
    table.rows.length === 0
      ? `<p>${STRINGS.empty[locale]}</p>`
      : `<p><input type="search" aria-label="${STRINGS.filter[locale]}" placeholder="${STRINGS.filter[locale]}"> <output>${say(STRINGS.count, locale, { count: table.rows.length })}</output></p>
<table${printed ? ' data-print' : ''}>
<caption>${escapeHtml(table.title)}${printed?.note ? `<small>${escapeHtml(printed.note)}</small>` : ''}</caption>
<thead><tr>${head.join('')}</tr></thead>
<tbody>
${bodyRows(table).join('\n')}
</tbody>
</table>`;
  const script = { text: SCRIPT, hash: SCRIPT_HASH };
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

/**
 * Runs in the page. Words parted by spaces must all be in a row; merged cells are merged again over what is left. For paper
 * the table is laid out as wide as the page, so that it is known where pages begin: there merged cells begin anew. Other
 * paper than A4 breaks where it must.
 */
export const SCRIPT = `
(()=>{
const root=document.documentElement,input=document.querySelector('input'),output=document.querySelector('output');
if(!input)return;
const all=output.textContent,rows=[...document.querySelectorAll('tbody tr')].map(row=>({row,text:row.textContent.toLowerCase()}));
const shown=()=>rows.filter(one=>!one.row.hidden).map(one=>one.row);
const mergeColumn=(name,within,starts)=>{let first=null,last='';for(const row of shown()){const cell=row.querySelector('.'+name);if(!cell)return;
const key=(within?row.querySelector('.'+within)?.textContent+'\\n':'')+cell.textContent;
if(first&&key===last&&!starts.has(row)){cell.hidden=true;first.rowSpan++}else{cell.hidden=false;cell.rowSpan=1;first=cell;last=key}}};
const merge=starts=>{mergeColumn('project','',starts);mergeColumn('group','project',starts);for(const {row} of rows)row.classList.toggle('begins',starts.has(row))};
const NOWHERE=new Set();
input.addEventListener('input',()=>{const words=input.value.toLowerCase().split(/\\s+/).filter(Boolean);
for(const one of rows)one.row.hidden=!words.every(word=>one.text.includes(word));
merge(NOWHERE);
output.textContent=words.length?shown().length+' / '+rows.length:all});
const height=element=>element?.getBoundingClientRect().height??0;
const pageStarts=()=>{const page=${PAGE_HEIGHT}*96/25.4-height(document.querySelector('thead'))-${SLACK};const starts=new Set();
let left=page-height(document.querySelector('caption'));for(const row of shown()){const need=height(row);
if(need>left){if(row!==shown()[0])starts.add(row);left=page-need%page}else left-=need}return starts};
addEventListener('beforeprint',()=>{root.classList.add('paper');merge(NOWHERE);merge(pageStarts());merge(pageStarts())});
addEventListener('afterprint',()=>{root.classList.remove('paper');merge(NOWHERE)});
if(document.querySelector('[data-print]'))addEventListener('load',()=>print());
})()
`;
/** SHA-256 of `SCRIPT`, base64; a test compares them. */
const SCRIPT_HASH = 'Cil4+QlO8DCzY1gKF3fisDE7XJvvoWRdcNLSXNV9tj4=';

const STYLE = `
input{font:inherit;padding:.3rem .6rem;width:min(28rem,80%)}
caption{font-size:1.4rem;font-weight:bold;padding:.6rem}
caption small{display:block;font-size:.9rem;font-weight:normal}
th{text-align:center;position:sticky;top:0;background:Canvas}
td.index{text-align:center}
.paper body{margin:0;font-size:10.5pt}.paper p{display:none}.paper th{position:static}.paper main{width:${PAGE_WIDTH}mm;max-width:none;margin:0}
.begins{break-before:page}
@media print{@page{@bottom-center{content:counter(page) ' / ' counter(pages)}}:root{color-scheme:light;--line:#000}p{display:none}th{position:static}}
`;
