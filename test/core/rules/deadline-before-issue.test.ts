import assert from 'node:assert/strict';
import { checkFindings } from './findings';
import { measures, measuresUnder, rowsUnder } from './timePlans';

const check = (marked: string) => checkFindings('deadline-before-issue', marked);
const TITLE = '云溪区河道管护实施方案';
const signed = (date: string, ...texts: readonly string[]): string =>
  `${measuresUnder(TITLE, ...texts)}\n云溪区人民政府办公室\n${date}`;

describe('deadline-before-issue 时限早于成文日期', () => {
  it('is a warning where the day of issue is known', () => {
    const [finding] = check(signed('2023年3月1日', '<|2022年底前|>完成普查。', '2023年3月底前完成清淤。'));
    assert.equal(finding?.severity, 'warning');
    check(signed('2023年7月1日', '<|2023年6月底前|>完成普查。'));
    check(
      `${rowsUnder(`${TITLE}任务清单`, ['清理河道', '<|2022年|>', '河道名录'])}\n\n云溪区人民政府办公室\n2023年3月1日`,
    );
  });

  it('is a remark where only the year is known', () => {
    const [finding] = check(
      `云政办发〔2023〕5号\n${measuresUnder(TITLE, '<|2022年底前|>完成普查。', '2023年3月底前完成。')}`,
    );
    assert.equal(finding?.severity, 'info');
  });

  it('without any date is a remark about the end of the first year of several', () => {
    const [finding] = check(measures('<|2021年底前|>完成普查。', '2022年底前完成清淤。'));
    assert.equal(finding?.severity, 'info');
    check(measuresUnder('云溪区2021年河道管护实施方案', '2021年底前完成普查。'));
    check(measuresUnder(TITLE, '2021年底前完成普查。'));
  });

  const innocent: Readonly<Record<string, string>> = {
    发文以后: '2023年底前完成普查，到2025年全部达标。',
    当年: '2023年完成普查。',
    已经做到的: '到2020年底，已建成护岸五处；在2022年底前完成普查的基础上清淤。',
    说明对象: '对2022年12月31日前登记的船舶复核。',
    往年的节点: '2021年开展普查，2022年建成平台。',
    书名号里: '落实《2022年底前清淤计划》。',
  };
  for (const [name, text] of Object.entries(innocent)) {
    it(`不报：${name}`, () => {
      check(signed('2023年3月1日', text));
    });
  }

  it('不报：栏里写明已完成', () => {
    check(
      `${rowsUnder(`${TITLE}任务清单`, ['清理河道', '2022年已完成', '河道名录'])}\n\n云溪区人民政府办公室\n2023年3月1日`,
    );
  });
});
