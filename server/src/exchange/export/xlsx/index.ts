import type { Locale, Message } from '../../../core/text/locale';
import { packOffice, RELATIONSHIPS, type OfficePart } from '../../office/package';
import { XML_HEAD } from '../../office/xml';
import type { TaskTable } from '../taskTable';
import type { Written } from '../written';
import { pagesOf } from './pages';
import { filteredRange, PRINTED_TITLE, sheetXml } from './sheet';
import { SharedStrings } from './strings';
import { MAIN, stylesXml } from './styles';

const SHEET_NAME = { zh: '任务分解表', en: 'Tasks' } as const satisfies Message;
const CUT: Message = {
  zh: '{count} 个单元格的文字超过 Excel 容许的 32767 字，超出的部分没有写入。',
  en: '{count} cells hold more than the 32,767 characters Excel takes; what is beyond is not in the file.',
};
const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * The task table as a workbook: merged 项目 and 分组 that begin anew on each printed page, wrapped rows with their heights,
 * the head frozen, repeated in print and with a filter, A4 across, real dates hidden beside the words. Written as text, as
 * Word documents are: one sheet with five looks of cells is less than a library would have to be told, cell by cell.
 */
export function toXlsx(table: TaskTable, locale: Locale): Written {
  const strings = new SharedStrings();
  const sheet = sheetXml(table, pagesOf(table), strings, locale);
  const part = (relation: string, id: string, xml: string, path = `${relation}.xml`): OfficePart => ({
    path,
    contentType: `${SHEET}.${relation}+xml`,
    relation,
    id,
    xml,
  });
  const bytes = packOffice({
    main: { path: 'xl/workbook.xml', contentType: `${SHEET}.sheet.main+xml`, xml: workbookXml(table, locale) },
    parts: [
      part('worksheet', 'rId1', sheet, 'worksheets/sheet1.xml'),
      part('styles', 'rId2', stylesXml()),
      part('sharedStrings', 'rId3', strings.toXml()),
    ],
    title: table.title,
  });
  return { bytes, remarks: strings.cut > 0 ? [{ message: CUT, args: { count: strings.cut } }] : [] };
}

function workbookXml(table: TaskTable, locale: Locale): string {
  const name = SHEET_NAME[locale];
  const filter = filteredRange(table);
  const filtered = `<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${name}!${filter}</definedName>`;
  const printed = `<definedName name="_xlnm.Print_Titles" localSheetId="0">${name}!${PRINTED_TITLE}</definedName>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames>${filter ? filtered : ''}${printed}</definedNames></workbook>`;
}
