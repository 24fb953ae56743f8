import assert from 'node:assert/strict';
import { checkFindings } from './findings';
import { measures, measuresUnder, rowsUnder, stated } from './timePlans';

const check = (marked: string) => checkFindings('missing-deadline', marked);
const TITLE = '云溪区河道管护实施方案';
const bare = ['清理河道。', '巡查河道。', '修复护岸。'] as const;

describe('missing-deadline 任务无完成时限', () => {
  it('is said once of a document without any', () => {
    const [finding] = check(measuresUnder(`<|${TITLE}|>`, ...bare));
    assert.equal(finding?.severity, 'info');
    const prose = (text: string) => `${text}。摸清全区河道的底数，建立台账，明确专人负责，定期通报进展情况。`;
    const items = ['清理河道', '巡查河道', '公示河长'].map((text, index) => `${index + 1}.${prose(text)}`);
    check([`<|${TITLE}|>`, '一、主要任务', ...items].join('\n'));
  });

  it('is said once, with figures, where many have none', () => {
    check(measuresUnder(`<|${TITLE}|>`, '2023年底前清理河道。', ...bare));
  });

  it('is said of each where most have one', () => {
    check(
      stated(['清理河道。', '2023年'], ['巡查河道。', '2023年'], ['修复护岸。', '2024年']) +
        '\n4.公示河长。<|（牵头单位：区水务局；责任单位：区财政局）|>',
    );
    check(
      rowsUnder(
        `${TITLE}任务清单`,
        ['清理河道', '2023年', ''],
        ['巡查河道', '2023年', ''],
        ['<|修复护岸|>', '', ''],
        ['公示河长', '2024年', ''],
      ),
    );
  });

  it('不报：有管总的一句 a clause for all', () => {
    check(`${measuresUnder(TITLE, ...bare)}\n二、保障措施\n除有明确时间要求的任务外，各项任务应于2025年底前完成。`);
  });

  it('不报：标题写明规划期，或者写了目标年份 the title states the period, or a goal names a year', () => {
    check(measures(...bare));
    check(
      `${TITLE}\n一、总体目标\n到2025年，河道全部达标。\n${measuresUnder(TITLE, ...bare)
        .split('\n')
        .slice(1)
        .join('\n')}`,
    );
  });

  it('不报：措施、政策 measures and policies', () => {
    check(measuresUnder('云溪区支持河道管护若干政策措施', ...bare));
  });

  it('不报：时限在句中 deadlines in the sentences', () => {
    check(measuresUnder(TITLE, '2023年底前清理河道。', '到2024年，巡查全覆盖。', '2025年完成护岸修复。'));
  });

  it('不报：没有几项的 hardly a plan yet', () => {
    check(measuresUnder(TITLE, '清理河道。'));
  });
});
