import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { createRegister } from '../../../server/src/core/units/register';

interface Truth {
  readonly tasks: readonly { readonly lead: readonly string[]; readonly participants: readonly string[] }[];
}

/** Real documents with their units read by hand; they lie beside the repository, where they exist at all. */
const shared = join(process.cwd(), '..', 'shared');
/** Slips that stand in those documents. */
const slips = ['海州公安局分局', '区委全面推进依法治区委员会'];

function unitsOfTruth(): ReadonlySet<string> {
  const names = new Set<string>();
  for (const folder of ['seeds', 'corpus']) {
    for (const file of readdirSync(join(shared, folder)).filter((name) => name.endsWith('.truth.json'))) {
      const truth = JSON.parse(readFileSync(join(shared, folder, file), 'utf8')) as Truth;
      for (const task of truth.tasks) for (const name of [...task.lead, ...task.participants]) names.add(name);
    }
  }
  return names;
}

describe('真实文件里的单位 units of real documents', () => {
  before(function () {
    if (['seeds', 'corpus', 'domain/seed-units.tsv'].every((part) => existsSync(join(shared, part)))) return;
    console.log('跳过：没有 ../shared 里的真实文件。Not run: there are no real documents in ../shared.');
    this.skip();
  });

  it('人工核对的任务单位都认得 every unit of the truth is known', () => {
    const register = createRegister();
    const unknown = [...unitsOfTruth()].filter((name) => register.resolve(name).how === 'unknown');
    assert.deepEqual(unknown, slips.slice(0, 1));
  });

  it('单位清单逐条认得 every unit of the list is known', () => {
    const register = createRegister();
    const lines = readFileSync(join(shared, 'domain', 'seed-units.tsv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1);
    const names = new Set(lines.map((line) => line.split('\t')[1] ?? '').map((name) => name.replace(/^原/u, '')));
    const unknown = [...names].filter((name) => register.resolve(name).how === 'unknown').sort();
    assert.deepEqual(unknown, [...slips].sort());
  });
});
