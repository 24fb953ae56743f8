import assert from 'node:assert/strict';
import { createSums, createWalk } from '../../../server/src/core/plan/memory';
import { outlineOf } from '../../../server/src/core/plan/outline';
import { createPlanReader, type Plan } from '../../../server/src/core/plan/plan';
import { listTasks, tasksByPassage } from '../../../server/src/core/plan/tasks';
import { editSource, readText } from '../../../server/src/core/syntax/source';
import { range } from '../../../server/src/core/text/position';

const HEAD = '序号\t主要任务\t牵头单位\t责任单位\t完成时间';

/** A task table of so many rows; of each five the last four stand under merged cells. */
function table(rows: number): string {
  const lines = [HEAD];
  for (let row = 1; row <= rows; row++) {
    const units = row % 5 === 1 ? `区司法局\t区财政局\t2024年底前` : '\t\t';
    lines.push(`${row}\t办好第${row}件事\t${units}`);
  }
  return lines.join('\n');
}

/** The plan before and after an edit, read one after the other by one reader. */
function edited(text: string, line: number, from: number, to: number, newText: string): readonly [Plan, Plan] {
  const read = createPlanReader();
  const source = readText(text);
  const before = read(source, { period: null });
  listTasks(before);
  return [before, read(editSource(source, range(line, from, line, to), newText), { period: null })];
}

function madeAnew(before: Plan, after: Plan): number {
  const old = new Set(tasksByPassage(before).flat());
  return tasksByPassage(after)
    .flat()
    .filter((task) => !old.has(task)).length;
}

describe('what is kept from one state of a plan to the next', () => {
  it('is every task an edit does not touch', () => {
    const [before, after] = edited(table(400), 200, 6, 6, '的');
    assert.equal(listTasks(after).length, 400);
    const made = madeAnew(before, after);
    assert.ok(made > 0 && made < 30, `${made} tasks made anew`);
  });

  it('are not tasks that take over what was changed above them', () => {
    const lines = table(400).split('\n');
    const row = lines.findIndex((line) => line.startsWith('201\t'));
    const at = lines[row]!.indexOf('区司法局');
    const [, after] = edited(lines.join('\n'), row, at, at + 4, '区审计局');
    const leads = listTasks(after).map(({ lead }) => lead.map(({ name }) => name).join());
    assert.deepEqual(leads.slice(199, 206), ['区司法局', ...Array<string>(5).fill('区审计局'), '区司法局']);
  });

  it('are tasks that moved, and not their places', () => {
    const [before, after] = edited(table(400), 0, 0, 0, '某区重点任务\n\n');
    const lines = (plan: Plan): number[] => listTasks(plan).map((task) => task.range.start.line);
    assert.deepEqual(
      lines(after),
      lines(before).map((line) => line + 2),
    );
    assert.deepEqual(outlineOf(after).at(-1)!.range.end.line, 402);
    assert.ok(madeAnew(before, after) < 30, 'only moved');
  });

  it('is a sum of each run of parts that stayed', () => {
    const added: number[][] = [];
    const sums = createSums((parts: readonly { readonly value: number }[]) => {
      added.push(parts.map(({ value }) => value));
      return parts.reduce((sum, { value }) => sum + value, 0);
    });
    const parts = Array.from({ length: 200 }, (_, value) => ({ value }));
    assert.deepEqual(sums(parts), [2016, 6112, 10208, 1564]);
    assert.equal(added.splice(0).length, 4);
    assert.deepEqual(sums([...parts.slice(0, 70), { value: 0 }, ...parts.slice(71)]), [2016, 6042, 10208, 1564]);
    assert.equal(added.splice(0).length, 1);
    assert.deepEqual(sums(parts.slice(0, 195)), [2016, 6112, 10208, 579]);
    assert.deepEqual(sums(parts.slice(0, 64)), [2016]);
    assert.deepEqual(sums([]), []);
    assert.deepEqual(sums(parts), [2016, 6112, 10208, 1564]);
  });

  it('depends on what stands above as far as it matters', () => {
    const visited: string[] = [];
    // Whether the number of passages with 乙 is even.
    const walk = createWalk<{ readonly even: boolean }, boolean>({
      start: { even: true },
      same: (a, b) => a.even === b.even,
      visit({ passage }, _facts, { even }) {
        visited.push(passage.lines[0]!.slice(0, 4));
        const made = passage.lines[0]!.includes('乙') ? !even : even;
        return { made, leaving: { even: made } };
      },
    });
    const read = createPlanReader();
    const text = Array.from({ length: 20 }, () => `（一）甲${'长'.repeat(1300)}。`).join('\n');
    let source = readText(text);
    const change = (line: number, words: string): readonly boolean[] => {
      visited.length = 0;
      source = editSource(source, range(line, 3, line, 4), words);
      return walk(read(source, { period: null }));
    };
    assert.deepEqual(walk(read(source, { period: null })), Array(20).fill(true));
    assert.deepEqual(change(5, '丙'), Array(20).fill(true));
    assert.ok(visited.length <= 2, visited.join());
    assert.deepEqual(
      change(8, '乙'),
      Array.from({ length: 20 }, (_, at) => at < 8),
    );
    assert.ok(visited.length >= 12, visited.join());
    assert.deepEqual(change(8, '甲'), Array(20).fill(true));
  });
});
