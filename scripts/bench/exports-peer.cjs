// Writes a table with a library, as its manual does it: node exports-peer.cjs FOLDER docx|exceljs ROWS.json OUT
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { join } = require('node:path');

const [, , folder, name, data, out] = process.argv;
const library = createRequire(join(folder, 'package.json'))(name);
const rows = JSON.parse(readFileSync(data, 'utf8'));

async function docx({ Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, VerticalAlign, WidthType }) {
  const widths = [1000, 600, 4000, 1500, 1700, 1200, 2700];
  const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman', eastAsia: '仿宋' };
  const cell = (text, at) =>
    new TableCell({
      width: { size: widths[at], type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      children: [new Paragraph({ children: [new TextRun({ text, font, size: 21 })] })],
    });
  const table = new Table({
    columnWidths: widths,
    rows: rows.map((cells, at) => new TableRow({ tableHeader: at === 0, cantSplit: true, children: cells.map(cell) })),
  });
  writeFileSync(out, await Packer.toBuffer(new Document({ sections: [{ children: [table] }] })));
}

/** The workbook that ours is: head and title, frozen and printed on each page, merged 项目, a filter, dates in hidden columns. */
async function exceljs({ Workbook }) {
  const book = new Workbook();
  const pageSetup = { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToHeight: 0, printTitlesRow: '2:2' };
  const sheet = book.addWorksheet('Tasks', { views: [{ state: 'frozen', ySplit: 2 }], pageSetup });
  const edge = { style: 'thin' };
  const [head, ...tasks] = rows;
  sheet.columns = [8, 6, 42, 10, 16, 11, 27, 12, 12].map((width, at) => ({ width, hidden: at > 6 }));
  sheet.addRow(['Tasks']);
  sheet.mergeCells(1, 1, 1, head.length);
  const add = (cells, height) => {
    const row = sheet.addRow(cells);
    row.height = height;
    row.eachCell((cell) => {
      cell.font = { name: '仿宋', size: 10.5 };
      cell.alignment = { vertical: 'middle', wrapText: true };
      cell.border = { top: edge, left: edge, bottom: edge, right: edge };
    });
  };
  add([...head, 'Start', 'End'], 24);
  for (const [at, cells] of tasks.entries())
    add([cells[0], Number(cells[1]), ...cells.slice(2), null, new Date(Date.UTC(2022 + (at % 4), at % 12, 28))], 34);
  for (let from = 0; from < tasks.length; from += 10)
    sheet.mergeCells(from + 3, 1, Math.min(from + 12, tasks.length + 2), 1);
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: tasks.length + 2, column: head.length + 2 } };
  await book.xlsx.writeFile(out);
}

void (name === 'docx' ? docx(library) : exceljs(library));
