/** Formatting changes how a document looks and nothing of what it says: over real, own and generated documents. */
import assert from 'node:assert/strict';
import { formatDocument, formatRange, formatText } from '../../../server/src/core/format/format';
import { outlineOf, type OutlineNode } from '../../../server/src/core/plan/outline';
import { readPlan, type Plan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import { readText } from '../../../server/src/core/syntax/source';
import { comparePositions, range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';
import { corpus, examples, seeds, type Sample } from '../../support/documents';
import { generatePlans } from '../../support/generator';
import { createRandom, type Random } from '../../support/random';
import { contextWith, wordsIn } from './checkFormat';

const register = createRegister();
const context = contextWith();

/** What the plan says, without the marks and white space formatting may change. */
function meaningOf(plan: Plan): unknown {
  const node = ({ kind, level, number, title, units, children }: OutlineNode): unknown => [
    kind,
    level,
    wordsIn(number ?? ''),
    wordsIn(title),
    units,
    children.map(node),
  ];
  const tasks = listTasks(plan).map(({ label, heading, section, text, lead, participants, deadline, outcome }) => ({
    words: [label ?? '', heading ?? '', ...section, text, outcome ?? ''].map(wordsIn),
    lead: lead.map(({ name }) => wordsIn(name)),
    participants: participants.map(({ name }) => wordsIn(name)),
    deadline: deadline && [deadline.start, deadline.end, deadline.source, deadline.ambiguous, wordsIn(deadline.text)],
  }));
  const { kind, title, period } = plan.facts;
  return { kind, title: wordsIn(title ?? ''), period, tasks, outline: outlineOf(plan).map(node) };
}

/** How often each rule finds something. */
function findingsOf(plan: Plan): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of createChecker(RULES)(plan, register).findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

function checkMeaning({ name, text }: Sample): void {
  const formatted = formatText(text, context);
  const [before, after] = [readPlan(readText(text)), readPlan(readText(formatted))];
  assert.equal(wordsIn(formatted), wordsIn(text), `${name}: words`);
  assert.deepEqual(meaningOf(after), meaningOf(before), name);
  assert.deepEqual(formatDocument(readText(formatted), context), [], `${name}: formatted once more`);
  const known = findingsOf(before);
  for (const [rule, count] of findingsOf(after))
    assert.ok(count <= (known.get(rule) ?? 0), `${name}: ${rule} ${known.get(rule) ?? 0} → ${count}`);
}

/** Careless typing: marks of the other width, white space at line ends, gaps. */
function roughen(text: string, random: Random): string {
  const narrow: Readonly<Record<string, string>> = { '，': ',', '；': ';', '：': ':', '（': '(', '）': ')', '—': '-' };
  return text
    .split('\n')
    .map((line) => {
      const marks = line.replace(/[，；：（）—]/g, (mark) => (random.below(4) === 0 ? narrow[mark]! : mark));
      return marks + random.pick(['', '', '', ' ', '　', ' '.repeat(3)]) + random.pick(['', '', '', '\n', '\n\n\n']);
    })
    .join('\n');
}

describe('格式化不改意思 formatting changes no meaning', function () {
  this.timeout(120_000);

  it('of examples and real documents', () => {
    for (const sample of [...examples(), ...seeds(), ...corpus()]) checkMeaning(sample);
  });

  it('of generated plans, as they are and carelessly typed', () => {
    const random = createRandom();
    console.log(`      seed ${random.seed} (set PLANDOC_SEED to repeat)`);
    for (const { form, text } of generatePlans(random)) {
      checkMeaning({ name: form, text });
      const rough = roughen(text, random);
      const once = formatText(rough, context);
      assert.equal(wordsIn(once), wordsIn(rough), form);
      assert.equal(formatText(once, context), once, `${form}: formatted once more`);
    }
  });

  it('a range gives the part of the whole that lies in it', () => {
    const random = createRandom();
    for (const { name, text } of examples().slice(0, 4)) {
      const source = readText(roughen(text, random));
      const whole = formatDocument(source, context);
      const written = new Set(whole.map((edit) => JSON.stringify(edit)));
      for (let run = 0; run < 3; run++) {
        const [a, b] = [random.below(source.lineCount), random.below(source.lineCount)].sort((x, y) => x - y) as [
          number,
          number,
        ];
        const edits = formatRange(source, range(a, 0, b, 1), context);
        for (const edit of edits) assert.ok(written.has(JSON.stringify(edit)), `${name} ${a}–${b}`);
        const inside = whole.filter(
          ({ range: { start, end } }) => start.line >= a && comparePositions(end, { line: b + 1, character: 0 }) <= 0,
        );
        assert.ok(
          inside.every(
            (edit) => edits.includes(edit) || edits.some((one) => JSON.stringify(one) === JSON.stringify(edit)),
          ),
          name,
        );
      }
    }
  });

  it('nothing throws, whatever the text is, and words stay', () => {
    const random = createRandom();
    const alphabet =
      '一二（）()〔〕[]《》<>“”"。，,；;：:.1202-5年底前 \t\n\n|#*-!区司法局牵头单位\u3000\u200b\ufeff\\\r';
    const samples = examples();
    for (let run = 0; run < 40; run++) {
      const { text } = random.pick(samples);
      let noise = '';
      for (let n = random.below(300); n > 0; n--) noise += alphabet[random.below(alphabet.length)]!;
      const from = random.below(text.length);
      const cut = text.slice(from, from + random.below(800));
      const at = random.below(cut.length + 1);
      const rough = cut.slice(0, at) + noise + cut.slice(at);
      const once = formatText(rough, context);
      assert.equal(wordsIn(once), wordsIn(rough), JSON.stringify(rough));
      assert.equal(formatText(once, context), once, JSON.stringify(rough));
    }
  });
});
