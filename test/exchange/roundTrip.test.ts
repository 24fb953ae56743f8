import assert from 'node:assert/strict';
import { readPlan } from '../../server/src/core/plan/plan';
import { listTasks } from '../../server/src/core/plan/tasks';
import { readText } from '../../server/src/core/syntax/source';
import type { Locale } from '../../server/src/core/text/locale';
import { exportPlan, type ExportFormat } from '../../server/src/exchange/export';
import { importFile, type Imported } from '../../server/src/exchange/import';
import { corpus, examples, seeds } from '../support/documents';
import { generatePlans } from '../support/generator';
import { createRandom } from '../support/random';

const planOf = (text: string): ReturnType<typeof readPlan> => readPlan(readText(text));

async function thereAndBack(
  text: string,
  format: ExportFormat,
  table = false,
  locale: Locale = 'zh',
): Promise<Imported> {
  const wanted = { format, table, file: 'a.plan', locale, columns: null, unit: null };
  const { bytes } = exportPlan({ plan: planOf(text), ...wanted });
  return importFile(bytes, { name: `a.${format}` });
}

/** Who does what until when; a table has one line for a task, whatever lines it stood on. */
const tasksOf = (text: string): readonly unknown[] =>
  listTasks(planOf(text)).map(({ label, text: words, grouping, lead, participants, deadline, outcome }) => ({
    // Below the first, headings share one column.
    grouping: [grouping.slice(0, 1).join(''), grouping.slice(1).join(' / ')],
    label,
    words: words.replace(/\s+/g, ''),
    lead: lead.map(({ name }) => name),
    participants: participants.map(({ name }) => name),
    deadline: deadline?.end ?? null,
    outcome: outcome?.replace(/\s+/g, '') ?? null,
  }));

/** The words without marks and layout; without what is not printed, unless it was `printed`. */
function wordsOf(text: string, aside: 'left-out' | 'printed' = 'left-out'): string {
  let head = '';
  const printed = planOf(text).readings.flatMap(({ passage: { blocks, lines } }) =>
    blocks.flatMap((block) => {
      if (aside === 'left-out' && (block.kind === 'comment' || block.kind === 'furniture')) return [];
      const words = 'text' in block ? block.text : lines.slice(block.line, block.endLine + 1).join('');
      if (block.kind !== 'header') return [words];
      const repeated = words === head;
      head = words;
      return repeated ? [] : [words];
    }),
  );
  return printed.map((words) => words.replace(/^\s*#+ /gm, '').replace(/\*\*|["\s|]|<!--[^]*?-->/g, '')).join('');
}

async function checkPlan(name: string, text: string): Promise<void> {
  const { text: back, notes } = await thereAndBack(text, 'docx');
  assert.deepEqual(tasksOf(back), tasksOf(text), name);
  // A paragraph that was printed may read like web furniture when it stands alone.
  assert.equal(wordsOf(back, 'printed'), wordsOf(text), name);
  assert.deepEqual(notes, [], name);
}

/** Tables say who does what; a plan that names nobody has none to be read from. */
async function checkTable(name: string, text: string, locale: Locale = 'zh'): Promise<void> {
  if (!planOf(text).facts.hasUnits || planOf(text).facts.kind === 'report') return;
  for (const [format, table] of [
    ['docx', true],
    ['xlsx', false],
    ['html', false],
    ['tsv', false],
    ['md', false],
  ] as const) {
    const { text: back } = await thereAndBack(text, format, table, locale);
    assert.deepEqual(tasksOf(back), tasksOf(text), `${name}, ${format}`);
  }
}

describe('导出再导入 exported and imported again', () => {
  const everything = async (check: (name: string, text: string) => Promise<void>): Promise<void> => {
    for (const { name, text } of [...examples(), ...seeds(), ...corpus()]) await check(name, text);
    const random = createRandom();
    for (const { form, text } of generatePlans(random)) await check(form, text);
  };

  it('a plan as Word document: the same tasks, the same words, nothing to be told', async function () {
    this.timeout(60_000);
    await everything(checkPlan);
  });

  it('the task table in each format: the same tasks', async function () {
    this.timeout(120_000);
    await everything(checkTable);
  });

  it('the task table with its head in English: the same tasks', async () => {
    for (const { name, text } of examples()) await checkTable(name, text, 'en');
  });

  it('front matter comes back as it was', async () => {
    const matter = '---\n标题: "云溪区方案 & 计划"\n期间: 2024-2026\n---\n';
    const text = `${matter}云溪区河道管护实施方案\n一、排查\n各镇逐条排查河道。\n`;
    assert.equal((await thereAndBack(text, 'docx')).text, text);
  });

  it('a title set over several lines is one line again', async () => {
    const text = '云溪区人民政府关于印发《云溪区农村河道管护三年行动计划》的通知\n各镇人民政府：\n现印发给你们。\n';
    assert.equal((await thereAndBack(text, 'docx')).text, text);
  });
});
