/** What holds for every change that is offered, tried on whole documents with their findings forced to appear. */
import assert from 'node:assert/strict';
import { readPlan } from '../../../server/src/core/plan/plan';
import { createChecker } from '../../../server/src/core/rules/check';
import { RULES } from '../../../server/src/core/rules/index';
import type { Finding } from '../../../server/src/core/rules/rule';
import { readText } from '../../../server/src/core/syntax/source';
import { applyEdits } from '../../../server/src/core/text/edits';
import { createRegister } from '../../../server/src/core/units/register';
import { corpus, examples, seeds, type Sample } from '../../support/documents';
import { sentence, titleOf } from './findings';

// With a register of its own a document has more unknown units, in a period long past more deadlines outside of it.
const register = createRegister([
  { name: '区河湖巡护站', kind: 'institution', aliases: [], formerNames: [], origin: 'local' },
]);
const AT_MOST = 12;

function review(text: string): readonly Finding[] {
  return createChecker(RULES)(readPlan(readText(text)), register).findings;
}

/** The document with every unit's first bureau misspelt and its years moved on, so that there is much to mend. */
const spoilt = ({ text }: Sample): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/司法局/g, '司发局')
    .replace(/牵头单位/g, '责任单位')
    .replace(/202([345])年(?=\d{0,2}月?底前)/g, '203$1年');

const key = (finding: Finding): string =>
  `${finding.range.start.line}:${finding.range.start.character} ${finding.rule} ${sentence(finding)}`;

describe('修改 every fix', () => {
  let total = 0;

  for (const sample of [...examples(), ...seeds(), ...corpus()]) {
    it(sample.name, () => {
      const text = spoilt(sample);
      const tried = new Map<string, number>();
      for (const finding of review(text)) {
        const count = tried.get(finding.rule) ?? 0;
        tried.set(finding.rule, count + 1);
        if (count >= AT_MOST) continue;
        for (const fix of finding.fixes) {
          if (fix.kind !== 'edit') continue;
          total++;
          const fixed = applyEdits(text, fix.edits);
          assert.notEqual(fixed, text, `${titleOf(fix)} changes nothing`);
          const lines = (all: string): number => all.split('\n').length;
          // Only a change that takes line ends away may leave fewer lines.
          const joined = fix.edits.reduce((sum, { range }) => sum + range.end.line - range.start.line, 0);
          const ended = fix.edits.some(({ range }) => range.end.line >= lines(text)) ? 1 : 0;
          assert.equal(lines(fixed), lines(text) - joined + ended, `${titleOf(fix)} changes the number of lines`);
          assert.ok(
            !review(fixed).some((other) => key(other) === key(finding)),
            `${titleOf(fix)} leaves: ${key(finding)}`,
          );
        }
      }
    });
  }

  it('there were fixes to try', () => {
    assert.ok(total > 50, `only ${total}`);
  });
});
