import assert from 'node:assert/strict';
import { createHabits, type Habits } from '../../../../server/src/core/features/annotations/habits';
import { createPlanReader, readPlan } from '../../../../server/src/core/plan/plan';
import type { PassageReading } from '../../../../server/src/core/plan/reading';
import { editSource, lineAt, readText } from '../../../../server/src/core/syntax/source';
import { createRandom } from '../../../support/random';

const measure = (at: number): string =>
  `（${at % 2 ? '一' : '二'}）第${at}件。2023年${(at % 12) + 1}月底前按照《第${at % 7}号办法》（云政发〔2021〕${at % 7}号）完成。（牵头单位：区第${at % 9}局；责任单位：区司法局）`;
const PLAN = `云溪区实施方案（2021—2025年）\n\n一、任务\n${Array.from({ length: 150 }, (_, at) => measure(at)).join('\n')}\n`;
const PIECES = [
  '\n',
  '三、保障\n',
  '（三）',
  '牵头单位：',
  '，',
  '。',
  '2024年底前',
  '《甲办法》',
  '附件1\n',
  'zzld\n',
  '区',
  '（',
  '）',
  '"',
];

const spelled = (habits: Habits): unknown =>
  Object.fromEntries(
    Object.entries(habits).map(([field, counts]) => [
      field,
      [...(counts as Map<string, number>)].sort(([a], [b]) => (a < b ? -1 : 1)),
    ]),
  );

describe('补全：本文的习惯 habits of a document', () => {
  it('summed up from edit to edit are those of the whole text', function () {
    this.timeout(20_000);
    const random = createRandom();
    const read = createPlanReader();
    const habitsOf = createHabits();
    let source = readText(PLAN);
    for (let count = 0; count < 120; count++) {
      const line = random.below(source.lineCount);
      const { length } = lineAt(source, line);
      const character = random.below(length + 1);
      const end =
        random.below(3) === 0
          ? { line, character: Math.min(length, character + random.below(12)) }
          : { line, character };
      source = editSource(source, { start: { line, character }, end }, PIECES[random.below(PIECES.length)]!);
      const habits = habitsOf(read(source, { period: null }).readings);
      assert.deepEqual(spelled(habits), spelled(createHabits()(readPlan(source).readings)), `edit ${count}`);
    }
  });

  it('an edit costs the passage it touches', () => {
    const read = createPlanReader();
    const habitsOf = createHabits();
    let looks = 0;
    const watched = new Map<PassageReading, PassageReading>();
    // The items of a reading are looked at when it is summed up, and then only.
    const watch = (reading: PassageReading): PassageReading => {
      let proxy = watched.get(reading);
      if (!proxy) {
        proxy = Object.defineProperty({ ...reading }, 'items', { get: () => (looks++, reading.items) });
        watched.set(reading, proxy);
      }
      return proxy;
    };
    let source = readText(PLAN);
    habitsOf(read(source, { period: null }).readings.map(watch));
    assert.ok(looks > 10, `${looks} passages`);
    looks = 0;
    const at = { line: 80, character: 8 };
    source = editSource(source, { start: at, end: at }, '的');
    habitsOf(read(source, { period: null }).readings.map(watch));
    assert.ok(looks >= 2 && looks <= 4, `${looks} passages looked at`);
  });
});
