import { say, type Message, type MessageArgs } from '../../core/text/locale';

/** A file that is not imported: what is wrong and what to do, as a sentence without the file's name. */
export class ImportRefusal extends Error {
  readonly sentence: Message;
  readonly args: MessageArgs;

  constructor(sentence: Message, args: MessageArgs = {}) {
    super(say(sentence, 'en', args));
    this.name = 'ImportRefusal';
    this.sentence = sentence;
    this.args = args;
  }
}

export const REFUSALS = {
  empty: { zh: '文件是空的，没有可导入的内容。', en: 'The file is empty; there is nothing to import.' },
  tooLarge: {
    zh: '文件有 {size} MB，超过 {limit} MB 的上限。请删去图片或拆成几个文件再导入。',
    en: 'The file has {size} MB, more than the limit of {limit} MB. Take out images or split it, then import again.',
  },
  bomb: {
    zh: '文件解压后超过 {limit} MB（{part}），可能已损坏或被做过手脚，没有读取。确认可信的，请在 Word 或 Excel 中另存一份、删去多余内容再导入。',
    en: 'Inflated, the file has more than {limit} MB ({part}); it may be damaged or made to do harm and was not read. If you trust it, save a smaller copy from Word or Excel and import that.',
  },
  tooManyEntries: {
    zh: '文件里有 {count} 个部件，超过 {limit} 个的上限，没有读取。请在 Word 或 Excel 中另存一份再导入。',
    en: 'The file has {count} parts, more than the limit of {limit}. Save a copy from Word or Excel and import that.',
  },
  tooDeep: {
    zh: '文件内部嵌套超过 {limit} 层（{part}），没有读取：可能已损坏，或者表格层层相套。请在 Word 中打开，把正文复制到新文件，再导入。',
    en: 'Elements of the file are nested deeper than {limit} ({part}): it may be damaged, or have tables within tables. Open it in Word, copy the text into a new file and import that.',
  },
  tooManyElements: {
    zh: '文件内容过多（{part} 超过 {limit} 个元素），没有读取。请拆成几个文件再导入。',
    en: 'The file holds too much ({part}: more than {limit} elements). Split it and import the pieces.',
  },
  tooLong: {
    zh: '文件超过 {limit} 个字符，没有读取。请拆成几个文件再导入。',
    en: 'The file has more than {limit} characters. Split it and import the pieces.',
  },
  tooManyCells: {
    zh: '工作表“{sheet}”超过 {rows} 行或 {cells} 格，没有读取。请删去多余的行列（常见原因是整列设置了格式）再导入。',
    en: 'Sheet “{sheet}” has more than {rows} rows or {cells} cells. Delete rows and columns that are not needed (often whole columns are formatted) and import again.',
  },
  tableTooLarge: {
    zh: '文件里有表格超过 {rows} 行或 {cells} 格，没有读取。请拆成几个文件，或者删去多余的行列再导入。',
    en: 'A table of the file has more than {rows} rows or {cells} cells. Split the file, or delete rows and columns that are not needed.',
  },
  damaged: {
    zh: '文件已损坏或不完整（{part}）。请在 Word 或 Excel 中打开修复，另存后再导入；从网上下载的请重新下载。',
    en: 'The file is damaged or cut short ({part}). Repair it in Word or Excel and save it again; download it anew if it came from the web.',
  },
  protected: {
    zh: '文件有打开密码。请在 Word 或 Excel 中用密码打开，取消加密后另存，再导入。',
    en: 'The file is protected by a password. Open it in Word or Excel, remove the password, save it, and import again.',
  },
  oldWord: {
    zh: '这是旧格式的 Word 文件（.doc）。请在 Word 或 WPS 中另存为 .docx 再导入。',
    en: 'This is a Word file of the old format (.doc). Save it as .docx in Word or WPS and import that.',
  },
  oldExcel: {
    zh: '这是很旧的 Excel 文件（Excel 95 或更早）。请在 Excel 或 WPS 中另存为 .xlsx 再导入。',
    en: 'This is a very old Excel file (Excel 95 or before). Save it as .xlsx in Excel or WPS and import that.',
  },
  otherOle: {
    zh: '不认识这个文件：看上去是旧格式的 Office 文件，但不是 Word 文档或 Excel 工作簿。请另存为 .docx 或 .xlsx 再导入。',
    en: 'This file is not known: an Office file of an old format, but neither a Word document nor a workbook. Save it as .docx or .xlsx.',
  },
  binarySheet: {
    zh: '这是二进制工作簿（.xlsb）。请在 Excel 中另存为 .xlsx 再导入。',
    en: 'This is a binary workbook (.xlsb). Save it as .xlsx in Excel and import that.',
  },
  xmlSheet: {
    zh: '这是“XML 表格 2003”文件。请在 Excel 或 WPS 中另存为 .xlsx 再导入。',
    en: 'This is an “XML Spreadsheet 2003” file. Save it as .xlsx in Excel or WPS and import that.',
  },
  richText: {
    zh: '这是 RTF 文件。请在 Word 或 WPS 中另存为 .docx 再导入。',
    en: 'This is an RTF file. Save it as .docx in Word or WPS and import that.',
  },
  pdf: {
    zh: '这是 PDF 文件，不能直接导入。请在 Word 或 WPS 中打开、另存为 .docx，核对文字后再导入。',
    en: 'PDF files cannot be imported. Open it in Word or WPS, save it as .docx, check the words, and import that.',
  },
  ofd: {
    zh: '这是 OFD 版式文件，不能直接导入。请用阅读器导出为 .docx 再导入。',
    en: 'OFD files cannot be imported. Export it as .docx from your reader and import that.',
  },
  openDocument: {
    zh: '这是 OpenDocument 文件（.odt、.ods）。请另存为 .docx 或 .xlsx 再导入。',
    en: 'This is an OpenDocument file (.odt, .ods). Save it as .docx or .xlsx and import that.',
  },
  slides: {
    zh: '这是演示文稿，不是方案。请把文字存为 .docx 再导入。',
    en: 'These are slides, not a plan. Save their text as .docx and import that.',
  },
  webArchive: {
    zh: '这是打包的网页（.mht、.mhtml）。请在浏览器中另存为“网页，仅 HTML”再导入。',
    en: 'This is a web archive (.mht). Save the page from the browser as “Webpage, HTML Only” and import that.',
  },
  picture: {
    zh: '这是图片。请先识别出文字，存为文本或 .docx 再导入。',
    en: 'This is a picture. Have its text recognised, save it as text or .docx, and import that.',
  },
  unknown: {
    zh: '不认识这种文件。可以导入 docx、xlsx、xls、html、txt、tsv、csv。',
    en: 'This kind of file is not known. Word (.docx), Excel (.xlsx, .xls), web pages, .txt, .tsv and .csv can be imported.',
  },
  doctype: {
    zh: '文件里有 DTD 声明（{part}），Office 文件不应有，出于安全没有读取。请在 Word 或 Excel 中另存一份再导入。',
    en: 'The file declares a DTD ({part}), which Office files never do; it was not read. Save a copy from Word or Excel and import that.',
  },
  undecodable: {
    zh: '文字编码既不是 UTF-8 也不是 GB18030。请用 --encoding 指定编码，或者另存为 UTF-8 再导入。',
    en: 'The text is neither UTF-8 nor GB18030. Name the encoding with --encoding, or save it as UTF-8.',
  },
  wrongEncoding: {
    zh: '按 {name} 编码读不通。请换一种编码，或者不指定，由程序判断。',
    en: 'The text cannot be read as {name}. Name another encoding, or none to have it found.',
  },
  badEncoding: { zh: '不认识的编码：{name}。', en: 'Unknown encoding: {name}.' },
  noSheet: {
    zh: '没有名为“{name}”的工作表。现有：{sheets}。',
    en: 'There is no sheet “{name}”. There are: {sheets}.',
  },
  emptySheet: {
    zh: '工作表“{sheet}”里没有内容。',
    en: 'Sheet “{sheet}” is empty.',
  },
  nothing: {
    zh: '文件里没有可以导入的文字。如果内容是图片，请先识别出文字。',
    en: 'There is no text in the file to import. If it holds pictures, have their text recognised first.',
  },
} as const satisfies Record<string, Message>;
