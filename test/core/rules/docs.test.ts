/** The examples on the pages of docs/rules are true. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RULES } from '../../../server/src/core/rules/index';
import type { Finding, Rule } from '../../../server/src/core/rules/rule';
import { ROOT } from '../../support/documents';
import { applyFix, findingsOf, sentence, type Surroundings } from './findings';

const FOLDER = join(ROOT, 'docs', 'rules');

interface Example {
  readonly sort: 'bad' | 'good' | 'fixed';
  readonly text: string;
  readonly surroundings: Surroundings;
  /** Findings that a fix leaves to a person. */
  readonly left: number;
  /** For messages: where the example begins. */
  readonly line: number;
}

function examplesIn(page: string): readonly Example[] {
  // A superior plan holds for the examples below it.
  let superiors: readonly string[] = [];
  return [...page.matchAll(EXAMPLE)].flatMap((match) => {
    const text = match[4]!.replace(/\n$/, '');
    if (match[1] === 'superior') {
      superiors = [text];
      return [];
    }
    return [exampleOf(match, text, superiors, page)];
  });
}

const EXAMPLE = /^```plan (bad|good|fixed|superior)(?: units=(\S+))?(?: left=(\d+))?\n([\s\S]*?)^```$/gm;

function exampleOf(match: RegExpExecArray, text: string, superiors: readonly string[], page: string): Example {
  return {
    sort: match[1] as Example['sort'],
    text,
    left: Number(match[3] ?? 0),
    surroundings: { superiors, ...(match[2] && { units: match[2].split(',') }) },
    line: page.slice(0, match.index).split('\n').length,
  };
}

/** What a rule finds in an example; one that is off by default is switched on. */
function findingsIn(rule: Rule, text: string, surroundings: Surroundings): readonly Finding[] {
  const on = rule.severity === 'off' ? { config: { severities: { [rule.id]: 'hint' as const } } } : {};
  return findingsOf(rule.id, text, { ...surroundings, ...on });
}

/** Applies the first fix of each finding, one after the other, until nothing is left to fix. */
function fixAll(rule: Rule, { text, surroundings }: Example): string {
  let fixed = text;
  for (let round = 0; round < 20; round++) {
    const finding = findingsIn(rule, fixed, surroundings).find(({ fixes }) =>
      fixes.some(({ kind }) => kind === 'edit'),
    );
    if (!finding) return fixed;
    fixed = applyFix(fixed, finding);
  }
  return assert.fail('fixing does not come to an end');
}

describe('规则说明 pages of rules', () => {
  it('every rule has its page, every page its rule', () => {
    const pages = readdirSync(FOLDER).filter((name) => name !== 'README.md');
    assert.deepEqual(pages.sort(), RULES.map(({ id }) => `${id}.md`).sort());
  });

  for (const rule of RULES) {
    const page = readFileSync(join(FOLDER, `${rule.id}.md`), 'utf8');
    const examples = examplesIn(page);

    describe(rule.id, () => {
      it('names the rule, its level and its source', () => {
        assert.equal(page.split('\n')[0], `# ${rule.id} ${rule.title.zh} · ${rule.title.en}`);
        const row = page.split('\n').find((line) => line.includes(` ${rule.severity}`)) ?? '';
        assert.ok(row.includes(`| ${rule.strength} |`), 'level and strength of the table differ from the rule');
        assert.equal(
          row.endsWith('| — |'),
          rule.fixable === 'no',
          'what the table says of fixes differs from the rule',
        );
      });

      it('shows what is found and what is not', () => {
        const sorts = examples.map(({ sort }) => sort);
        assert.ok(sorts.includes('bad') && sorts.includes('good'), 'needs a bad and a good example');
        if (rule.fixable !== 'no') assert.ok(sorts.includes('fixed'), 'needs a fixed example');
      });

      for (const [index, example] of examples.entries()) {
        it(`line ${example.line}: ${example.sort}`, () => {
          const findings = findingsIn(rule, example.text, example.surroundings).map(sentence);
          if (example.sort === 'bad') assert.notDeepEqual(findings, [], 'nothing is found');
          else assert.equal(findings.length, example.left, findings.join('\n'));
          if (example.sort !== 'fixed') return;
          const bad = examples[index - 1];
          assert.ok(bad?.sort === 'bad', 'a fixed example follows a bad one');
          assert.equal(fixAll(rule, bad), example.text);
        });
      }
    });
  }
});
