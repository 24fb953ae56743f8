import assert from 'node:assert/strict';
import { hintsIn, type HintOptions } from '../../../server/src/core/features/hints';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import type { UnitEntry } from '../../../server/src/core/units/model';
import { createRegister } from '../../../server/src/core/units/register';
import { endOf } from '../../support/marks';

const LOCAL: UnitEntry = {
  name: '区河长办',
  fullName: '云溪区全面推行河长制办公室',
  kind: 'coordination',
  aliases: ['河长办'],
  formerNames: [],
  origin: 'local',
};
const register = createRegister([LOCAL], { place: '云溪区', level: '区' });

/** Checks the hints of a text by writing them into it as `{hint}` where they show. */
function checkHints(expected: string, options: Partial<HintOptions>, lines?: readonly [number, number]): void {
  const text = expected.replace(/\{[^}]*\}/g, '');
  const [first, last] = lines ?? [0, endOf(text).line];
  const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
  const hints = hintsIn(readPlan(readText(text)), register, range, { deadlines: false, fullNames: false, ...options });
  const shown = text.split('\n');
  for (const { position, text: words } of [...hints].reverse()) {
    const line = shown[position.line]!;
    shown[position.line] = `${line.slice(0, position.character)}{${words}}${line.slice(position.character)}`;
  }
  assert.equal(shown.join('\n'), expected);
}

const HEAD =
  '云溪区河湖长制实施方案（2021—2025年）\n一、要求\n除有明确时间要求外，各项任务于2025年底前完成。\n二、任务\n';

describe('inlay hints', () => {
  it('show the deadline of the document behind measures that state none', () =>
    checkHints(
      `${HEAD}（一）清淤。（责任单位：区水利局）{2025年底前}\n（二）护坡，2023年底前完成。（责任单位：区水利局）\n（三）巡河。（责任单位：区水利局；完成时限：2024年）\n`,
      { deadlines: true },
    ));

  it('show it in tables', () =>
    checkHints(
      `${HEAD}序号\t主要任务\t责任单位\t完成时间\n1\t清淤\t区水利局\t{2025年底前}\n2\t护坡\t区水利局\t2023年\n`,
      { deadlines: true },
    ));

  it('show the full names of short ones, in text and tables', () => {
    checkHints(
      `${HEAD}（一）清淤。（牵头单位：区河长办{云溪区全面推行河长制办公室}；责任单位：区水利局、河长办{云溪区全面推行河长制办公室}）\n`,
      { fullNames: true },
    );
    checkHints(`云溪区任务清单\n序号\t主要任务\t责任单位\n1\t清淤\t区河长办{云溪区全面推行河长制办公室}、区水利局\n`, {
      fullNames: true,
    });
  });

  it('only for the lines asked for', () =>
    checkHints(
      `${HEAD}（一）清淤。（责任单位：区水利局）\n（二）护坡。（责任单位：区水利局）{2025年底前}\n（三）巡河。（责任单位：区水利局）\n`,
      { deadlines: true },
      [5, 5],
    ));

  it('in one-line and damaged documents', () => {
    checkHints(
      '云溪区实施方案 一、要求 除有明确时间要求外，各项任务于2025年底前完成。二、任务 （一）清淤。（责任单位：区河长办{云溪区全面推行河长制办公室}',
      { fullNames: true },
    );
    checkHints('', { deadlines: true, fullNames: true });
  });

  it('none unless asked for', () => checkHints(`${HEAD}（一）清淤。（责任单位：区河长办）\n`, {}));
});
