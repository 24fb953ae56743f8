import { ok } from 'node:assert';
import { createCompleter, createVocabulary } from '../../server/src/core/features/completion/complete';
import { foldsOf } from '../../server/src/core/features/folding';
import { placesAlike } from '../../server/src/core/features/alike';
import { definitionAt } from '../../server/src/core/features/definition';
import { hoverAt } from '../../server/src/core/features/hover';
import { homeOf } from '../../server/src/core/plan/home';
import { outlineOf } from '../../server/src/core/plan/outline';
import { readPlan, type Plan } from '../../server/src/core/plan/plan';
import { listTasks } from '../../server/src/core/plan/tasks';
import { createChecker } from '../../server/src/core/rules/check';
import { RULES } from '../../server/src/core/rules/index';
import { lineAt, readText, type Source } from '../../server/src/core/syntax/source';
import type { Range } from '../../server/src/core/text/position';
import { createRegister } from '../../server/src/core/units/register';
import { examples } from '../support/documents';
import { createRandom, type Random } from '../support/random';

const register = createRegister();
const complete = createCompleter(createVocabulary(() => []));

function inside(source: Source, { start, end }: Range): boolean {
  const ordered = start.line < end.line || (start.line === end.line && start.character <= end.character);
  const fits = ({ line, character }: Range['start']): boolean =>
    line >= 0 && line < source.lineCount && character >= 0 && character <= lineAt(source, line).length;
  return ordered && fits(start) && fits(end);
}

/** Reads a text in every way there is, and holds each range against the text. */
function readEverything(text: string, random: Random): Plan {
  const plan = readPlan(readText(text));
  const { source } = plan;
  for (const task of listTasks(plan)) {
    ok(inside(source, task.range), `task ${JSON.stringify(task.range)}`);
    for (const unit of [...task.lead, ...task.participants]) {
      const { start, end } = unit.range;
      ok(inside(source, unit.range), `unit ${unit.name}`);
      if (start.line === end.line) {
        const written = lineAt(source, start.line).slice(start.character, end.character);
        ok(written === unit.name, `“${unit.name}” stands as “${written}”`);
      }
    }
  }
  const { findings, faults } = createChecker(RULES)(plan, register);
  ok(faults.length === 0, `rule ${faults[0]?.rule} failed: ${String(faults[0]?.error)}`);
  for (const finding of findings) ok(inside(source, finding.range), `${finding.rule} ${JSON.stringify(finding.range)}`);
  outlineOf(plan);
  foldsOf(plan);
  for (let probe = 0; probe < 5; probe++) {
    const line = random.below(source.lineCount + 2);
    const position = { line, character: random.below(200) };
    const naming = { register, home: homeOf(plan.facts) };
    const card = hoverAt(plan, position, { naming, locale: 'zh', linkTo: () => null, fileName: (uri) => uri });
    if (card) {
      ok(inside(source, card.range), `card of ${card.target.kind} ${JSON.stringify(card.range)}`);
      // Walks the whole document, so once is enough for a long one.
      for (const { range } of probe === 0 ? placesAlike(card.target, plan, naming) : [])
        ok(inside(source, range), `alike ${card.target.kind}`);
    }
    definitionAt(plan, naming, position);
    for (const { typed } of complete(plan, position, { register, superiors: [] })) {
      ok(inside(source, typed.range) && inside(source, typed.replace), `proposal ${JSON.stringify(typed)}`);
      ok(lineAt(source, typed.range.start.line).slice(typed.range.start.character).startsWith(typed.text), typed.text);
    }
  }
  return plan;
}

const ALPHABET =
  '一二三十（）()〔〕《》“”。，、；：:.1234567890年月日底前 \t\n\n|#*-<!>"区司法局牵头责任单位负责配合等由会同附件\uD800\uDC00\u3000\u200b\0';

describe('any text', () => {
  it('is read without a fault, whatever it is', function () {
    this.timeout(60_000);
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    const samples = examples();
    for (let run = 0; run < 300; run++) {
      const { text } = random.pick(samples);
      const cut = text.slice(random.below(text.length), random.below(text.length));
      let noise = '';
      for (let n = random.below(400); n > 0; n--) noise += ALPHABET[random.below(ALPHABET.length)]!;
      const at = random.below(cut.length + 1);
      readEverything(cut.slice(0, at) + noise + cut.slice(at), random);
    }
  });

  const large: readonly (readonly [string, string])[] = [
    ['one line of plain words', '推进法治政府建设'.repeat(250_000)],
    ['one line of open brackets', '（'.repeat(500_000)],
    ['one line of labels', '（责任单位：区司法局、'.repeat(80_000)],
    ['one line of bare labels', '。责任单位：区司法局。'.repeat(80_000)],
    ['one line of one field', '责任单位：区司法局、'.repeat(80_000)],
    ['one line of unknown labels', '督办：区司法局、责任单位：区财政局；'.repeat(50_000)],
    ['one line of annotations', '办好。（责任单位：区司法局）'.repeat(140_000)],
    ['one line of references', '第（一）项，附件1；'.repeat(140_000)],
    ['one line of years', '2026年底前完成，'.repeat(100_000)],
    ['one line of numbers', '（一）推进工作。 '.repeat(80_000)],
    ['one line of tabs', '\t'.repeat(500_000)],
    ['one line of quotes', '"\t'.repeat(200_000)],
    ['one line of bars', '|甲'.repeat(200_000)],
    ['one line of book marks', '《'.repeat(300_000)],
    ['one line of separators', '（牵头单位：' + '区司法局、'.repeat(150_000) + '）'],
    ['one line of spaces', ' '.repeat(1_000_000)],
    ['one line of stars', '*'.repeat(500_000)],
    ['many short lines', '一、总则\n'.repeat(100_000)],
    ['many torn lines', '推进各项工作落实，持续加强作风建设、队伍建设和制度建设，\n'.repeat(20_000)],
    ['an open comment', '<!--\n' + '1.做事\n'.repeat(50_000)],
    ['rows with open quotes', '序号\t主要任务\t牵头单位\n' + '1\t"做\t区司法局\n'.repeat(30_000)],
  ];
  for (const [name, text] of large) {
    it(`${name} is read in bounded time`, function () {
      this.timeout(20_000);
      readEverything(text, createRandom(1));
    });
  }
});
