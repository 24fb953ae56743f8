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

async function exceljs({ Workbook }) {
  const book = new Workbook();
  const sheet = book.addWorksheet('Tasks', { views: [{ state: 'frozen', ySplit: 1 }] });
  const edge = { style: 'thin' };
  for (const cells of rows) {
    const row = sheet.addRow(cells);
    row.eachCell((cell) => {
      cell.font = { name: '仿宋', size: 10.5 };
      cell.alignment = { vertical: 'middle', wrapText: true };
      cell.border = { top: edge, left: edge, bottom: edge, right: edge };
    });
  }
  await book.xlsx.writeFile(out);
}

void (name === 'docx' ? docx(library) : exceljs(library));
