/** Rules about words and about the whole document: what is asked again after an edit, and where the answer is shown. */
import assert from 'node:assert/strict';
import { createPlanReader } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { rule as duplicates } from '../../../server/src/core/rules/duplicate-paragraph';
import { DEFAULT_CONFIG } from '../../../server/src/core/rules/config';
import { ALL_KINDS, wholeDocument, type Finding, type Rule } from '../../../server/src/core/rules/rule';
import { editSource, lineAt, readText, textOf, type Source } from '../../../server/src/core/syntax/source';
import { range } from '../../../server/src/core/text/position';
import { createRegister } from '../../../server/src/core/units/register';
import { textIn } from '../../support/marks';
import { createRandom } from '../../support/random';

const register = createRegister();

const TEXT = [
  '云溪区数据共享实施方案（2021—2025年）',
  '一、主要任务',
  ...Array.from({ length: 80 }, (_, at) => `${at + 1}.归集第${at + 1}批数据，推行“一网通办”。（牵头单位：区数据局）`),
].join('\n');

const SAYS = { zh: '见此处', en: 'here' };

const COMMON = {
  title: { zh: '试', en: 'Trial' },
  topic: 'text',
  severity: 'hint',
  strength: '惯例',
  basis: { zh: '无', en: 'none' },
  fixable: 'confirm',
  kinds: ALL_KINDS,
} as const;

/** Finds 数据 in every block. */
function wordRule(): Rule & { readonly asked: () => number } {
  let asked = 0;
  return {
    ...COMMON,
    id: 'words',
    inWords({ text }) {
      asked++;
      const from = text.indexOf('数据，');
      if (from < 0) return [];
      const edits = [{ from, to: from + 2, newText: '信息' }];
      return [{ message: SAYS, from, to: from + 2, fixes: [{ title: SAYS, safe: true, edits }] }];
    },
    asked: () => asked,
  };
}

/** Finds every quoted term but the first of its kind, which it points back to. */
function wholeRule(): Rule & { readonly concluded: () => number } {
  let concluded = 0;
  return {
    ...COMMON,
    id: 'whole',
    whole: wholeDocument<string>({
      inWords: ({ text }) =>
        [...text.matchAll(/“([^”]+)”/g)].map((match) => ({
          said: match[1]!,
          from: match.index,
          to: match.index + match[0].length,
          places: [[match.index, match.index + 1]],
        })),
      conclude(said) {
        concluded++;
        return said.flatMap((term, at) => {
          const first = said.indexOf(term);
          if (first === at) return [];
          const fixes = [{ title: SAYS, safe: false, edits: [{ at, place: 0, newText: '「' }] }];
          return [{ at, message: SAYS, related: [{ at: first, message: SAYS }], fixes }];
        });
      },
    }),
    concluded: () => concluded,
  };
}

/** Checks successive states of a document, each against a check of its own. */
function session(rule: Rule): (source: Source) => readonly Finding[] {
  const read = createPlanReader();
  const check = createChecker([rule]);
  return (source) => {
    const { findings } = check(read(source, { period: null }), register);
    const fresh = createChecker([rule])(createPlanReader()(source, { period: null }), register);
    assert.deepEqual(findings, fresh.findings);
    return findings;
  };
}

describe('规则的三种写法 three ways to write a rule', () => {
  it('of an edited passage only the changed block is looked at again', () => {
    const rule = wordRule();
    const check = createChecker([rule]);
    const read = createPlanReader();
    const source = readText(TEXT);
    assert.equal(check(read(source, { period: null }), register).findings.length, 80);
    const before = rule.asked();
    const line = 40;
    check(read(editSource(source, range(line, 3, line, 3), '再'), { period: null }), register);
    assert.ok(rule.asked() - before <= 2, `asked ${rule.asked() - before} times for one edit`);
  });

  it('fixes of words stand where the words stand', () => {
    const [finding] = session(wordRule())(readText(TEXT));
    assert.equal(textIn(TEXT, finding!.range), '数据');
    const fix = finding!.fixes[0]!;
    assert.deepEqual(fix.kind === 'edit' && fix.edits[0], { range: finding!.range, newText: '信息' });
  });

  it('a fix that would join torn lines is not offered', () => {
    const torn =
      '一、任务\n1.归集各类基础信息和业务信息，形成目录清单，并按规定向社会开放数\n据，便利群众办事创业。（牵头单位：区数据局）';
    const [finding] = session(wordRule())(readText(torn));
    assert.equal(textIn(torn, finding!.range), '数\n据');
    assert.deepEqual(finding!.fixes, []);
  });

  it('the whole is judged again only when what places say changes', () => {
    const rule = wholeRule();
    const check = createChecker([rule]);
    const read = createPlanReader();
    const source = readText(TEXT);
    const first = check(read(source, { period: null }), register).findings;
    assert.equal(first.length, 79);
    assert.equal(rule.concluded(), 1);
    const typed = editSource(source, range(40, 3, 40, 3), '再');
    const second = check(read(typed, { period: null }), register).findings;
    assert.equal(rule.concluded(), 1, 'asked again for an edit that says nothing new');
    assert.ok(second.every(({ range: place }) => textIn(textOf(typed), place) === '“一网通办”'));
    const renamed = editSource(typed, range(50, 0, 50, 0), '“一窗受理”');
    check(read(renamed, { period: null }), register);
    assert.equal(rule.concluded(), 2);
  });

  it('findings of the whole move with the text, whatever is typed', () => {
    const check = session(wholeRule());
    let source = readText(TEXT);
    check(source);
    const steps: readonly (readonly [number, number, number, number, string])[] = [
      [0, 0, 0, 0, '前言。\n\n'],
      [30, 2, 30, 2, '一段“新词”\n又一段'],
      [10, 0, 20, 0, ''],
      [5, 0, 5, 5, ''],
      [0, 0, 60, 0, '“一网通办”\n'],
    ];
    for (const [line, character, endLine, endCharacter, text] of steps) {
      source = editSource(source, range(line, character, endLine, endCharacter), text);
      check(source);
    }
  });

  it('an option is its default, or what the configuration says', () => {
    const seen: unknown[] = [];
    const rule: Rule = {
      ...COMMON,
      id: 'options',
      options: { limit: { title: SAYS, default: 5 } },
      passage: (_reading, { options }) => (seen.push(options['limit']), []),
    };
    const check = createChecker([rule]);
    const plan = createPlanReader()(readText('一、任务'), { period: null });
    check(plan, register);
    check(plan, register, { ...DEFAULT_CONFIG, options: { options: { limit: 7 } } });
    assert.deepEqual(seen, [5, 7]);
  });

  it('a rule that is off by default looks only where it is asked to', () => {
    const rule: Rule = { ...wordRule(), severity: 'off' };
    const plan = createPlanReader()(readText(TEXT), { period: null });
    assert.deepEqual(createChecker([rule])(plan, register).findings, []);
    const on = createChecker([rule])(plan, register, { ...DEFAULT_CONFIG, severities: { words: 'warning' } });
    assert.equal(on.findings[0]?.severity, 'warning');
  });

  it('what stands once may say something else without being judged again', () => {
    const { id, whole, concluded, ...rest } = wholeRule();
    const rule = { ...rest, id, whole: { ...whole!, comparedBy: (said: unknown) => said } };
    const next = session(rule);
    const text = '一、任务\n1.建“甲”。\n2.建“乙”。\n3.建“乙”。\n4.建“丙”。\n';
    let source = readText(text);
    const terms = (): string => textOf(source).replace(/[^甲乙丙丁戊]/g, '');
    /** How often the rule was asked by a check of its own besides. */
    const write = (line: number, term: string): number => {
      const before = concluded();
      source = editSource(source, range(line, 4, line, 5), term);
      next(source);
      return concluded() - before - 1;
    };
    assert.equal(next(source).length, 1);
    assert.equal(write(1, '丁'), 0);
    assert.equal(write(4, '戊'), 0);
    assert.equal(write(4, '乙'), 1, 'stands twice now');
    assert.equal(write(3, '丙'), 1, 'stood twice before');
    assert.equal(write(2, '乙'), 0, 'says what it said');
    assert.equal(terms(), '丁乙丙乙');
  });

  it('repeated paragraphs are told whatever is typed', () => {
    const random = createRandom();
    const paragraphs = ['甲', '乙', '丙', '丁'].map((one) => `${one}处要按照工作安排${one.repeat(40)}，抓好各项落实。`);
    const next = session(duplicates);
    let source = readText(['一、任务', ...Array.from({ length: 60 }, () => random.pick(paragraphs))].join('\n'));
    for (let step = 0; step < 200; step++) {
      const line = 1 + random.below(source.lineCount - 1);
      const { length } = lineAt(source, line);
      const [from, to, words] = random.pick([
        [0, length, random.pick(paragraphs)],
        [3, 3, String(step)],
        [3, 3, random.pick(['的', '了'])],
        [0, length, `附件${1 + random.below(9)}`],
        [length, length, `\n${random.pick(paragraphs)}`],
      ] as const);
      source = editSource(source, range(line, from, line, to), words);
      next(source);
    }
  });
});
