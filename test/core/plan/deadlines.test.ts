import { deepStrictEqual, ok } from 'node:assert';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { findDeadlines, inYear } from '../../../server/src/core/plan/deadlines';
import { SHARED } from '../../support/documents';

const show = (text: string, inCell = false, year: number | null = null): readonly string[] =>
  findDeadlines(text, inCell, { year }).map(
    (one) => `${one.text} ${one.kind} ${one.start ?? ''}..${one.end ?? ''}${one.ambiguous ? ' ?' : ''}`,
  );

function checkText(text: string, ...want: readonly string[]): void {
  it(text, () => deepStrictEqual(show(text), want));
}

function checkCell(text: string, want: string | readonly string[], year: number | null = null): void {
  const all = typeof want === 'string' ? (want === '' ? [] : [want]) : want;
  it(`［${text}］`, () => deepStrictEqual(show(text, true, year), all));
}

describe('deadlines in running text', () => {
  checkText('2023年底前完成改造。', '2023年底前 by ..2023-12-31');
  checkText('2024年年底前基本建成。', '2024年年底前 by ..2024-12-31');
  checkText('在2022年底前全部设立。', '2022年底前 by ..2022-12-31');
  checkText('2023年底全面实现。', '2023年底 by ..2023-12-31');
  checkText('2023年末完成。', '2023年末 by ..2023-12-31');
  checkText('2023年6月底前完成。', '2023年6月底前 by ..2023-06-30');
  checkText('2024年2月底前完成。', '2024年2月底前 by ..2024-02-29');
  checkText('2023年6月15日前报送。', '2023年6月15日前 by ..2023-06-15');
  checkText('2023年10月上旬完成。', '2023年10月上旬 by ..2023-10-10');
  checkText('2023年第一季度完成。', '2023年第一季度 by ..2023-03-31');
  checkText('2023年上半年建成。', '2023年上半年 by ..2023-06-30');
  checkText('到2025年，基本形成体系。', '到2025年 target ..2025-12-31');
  checkText('到2023年底基本形成。', '到2023年底 by ..2023-12-31');
  checkText('力争到2025年全面完成。', '力争到2025年 target ..2025-12-31');
  checkText('2025年之前实现全覆盖。', '2025年之前 before ..2025-12-31 ?');
  checkText('2024年前实现督察全覆盖。', '2024年前 before ..2024-12-31 ?');
  checkText(
    '2022年完成制定工作；2023年完成评估。',
    '2022年完成'.slice(0, 5) + ' milestone 2022-01-01..2022-12-31',
    '2023年 milestone 2023-01-01..2023-12-31',
  );
  checkText(
    '摸底排查于2019年4月底前完成，12月底前整改到位。',
    '2019年4月底前 by ..2019-04-30',
    '12月底前 by ..2019-12-31',
  );
  checkText('2023年岁末前完成。', '2023年岁末前 by ..2023-12-31');
  checkText('2023年年内完成。', '2023年年内 by ..2023-12-31');
  checkText('2023年第二季度末前完成。', '2023年第二季度末前 by ..2023-06-30');
  checkText('2023年前三季度完成。', '2023年前三季度 by ..2023-09-30');
  checkText('2023年9月上旬前报送。', '2023年9月上旬前 by ..2023-09-10');
  checkText('2023年3月初完成。', '2023年3月初 by ..2023-03-10');
  checkText(
    '2023年启动建设，次年1月底前报送。',
    '2023年 milestone 2023-01-01..2023-12-31',
    '次年1月底前 by ..2024-01-31',
  );
  checkText('2023年上半年启动，12月底前完成。', '2023年上半年 by ..2023-06-30', '12月底前 by ..2023-12-31');
  checkText('2021到2025年，新建十所学校。', '2021到2025年 range 2021-01-01..2025-12-31');
  checkText('“十四五”末建成体系。', '“十四五”末 by ..2025-12-31');
  checkText('“十四五”期间新建十所学校。', '“十四五”期间 range 2021-01-01..2025-12-31');
});

describe('what is no deadline', () => {
  for (const text of [
    '落实《法治政府建设实施纲要（2021—2025年）》要求。',
    '根据《省实施方案》（苏发〔2021〕33号）精神。',
    '2022年以来，全区工作取得进展。',
    '根据2019年营商环境评价结果整改。',
    '2017—2018年规范性文件清理工作已经完成。',
    '对2022年新设5个社区居委会进行审查。',
    '组织“清废2019”专项行动。',
    '五年来，各部门按照部署推进。',
    '对2020年6月30日前到期的贷款给予展期。',
    '自2026年7月31日起施行，有效期2年。',
    '截至2023年底，已建成10个。',
    '离校5年内高校毕业生给予补贴。',
    '审批时限压缩至20个工作日内。',
    '全市2019年同期余额为基数。',
    '修订于2015年的条例同时废止。',
    '本办法有效期至2025年12月31日。',
    '每年3月1日前报送上一年度情况。',
    '深化安全生产专项整治三年行动。',
    '2020年1月至6月减半收取。',
    '做好2024年前期工作。',
    '2023年6月前后多雨。',
    '开展2023年终考核。',
    '规划期内保持稳定。',
  ]) {
    checkText(text);
  }
});

describe('deadlines in a cell', () => {
  checkCell('2022年', '2022年 year 2022-01-01..2022-12-31');
  checkCell('2022-2024年', '2022-2024年 range 2022-01-01..2024-12-31');
  checkCell('2022年—2024年', '2022年—2024年 range 2022-01-01..2024-12-31');
  checkCell('2026～2028年', '2026～2028年 range 2026-01-01..2028-12-31');
  checkCell('2023年底前', '2023年底前 by ..2023-12-31');
  checkCell('长期坚持', '长期坚持 open ..');
  checkCell('持续推进', '持续推进 open ..');
  checkCell('每年12月底前', '每年12月底前 recurring ..');
  checkCell('6月底前', '6月底前 by ..2023-06-30', 2023);
  checkCell('6月底前', '6月底前 by .. ?');
  checkCell('上半年', '上半年 by ..2023-06-30', 2023);
  checkCell('第三季度', '第三季度 by ..2023-09-30', 2023);
  checkCell('“十四五”期间', '“十四五”期间 range 2021-01-01..2025-12-31');
  checkCell('印发之日起30日内', '印发之日起30日内 relative ..');
  checkCell('印发后3个月内', '印发后3个月内 relative ..');
  checkCell('2022年起', '2022年起 open 2022-01-01..');
  checkCell('年内', '年内 by ..2023-12-31', 2023);
  checkCell('已完成', '已完成 open ..');
  checkCell('按上级部署', '按上级部署 open ..');
  checkCell('2023年6月', '2023年6月 by ..2023-06-30');
  checkCell('摸底调研情况', '');
  checkCell('次年1月底前', '次年1月底前 by ..2024-01-31', 2023);
  checkCell('次年底前', '次年底前 by ..2024-12-31', 2023);
  checkCell('明年第一季度', '明年第一季度 by ..2024-03-31', 2023);
  checkCell('当年底前', '当年底前 by ..2023-12-31', 2023);
  checkCell('6月上旬前', '6月上旬前 by ..2023-06-10', 2023);
  checkCell('第三季度末前', '第三季度末前 by ..2023-09-30', 2023);
  checkCell('2023年6月30日', '2023年6月30日 by ..2023-06-30');
  checkCell('2022年6月起', '2022年6月起 open 2022-06-01..');
  checkCell('2022年启动，2023年底前完成', ['2022年 year 2022-01-01..2022-12-31', '2023年底前 by ..2023-12-31']);
  checkCell('2022年12月底前，并长期坚持', ['2022年12月底前 by ..2022-12-31', '长期坚持 open ..']);
  checkCell('2022年建成，每年更新', ['2022年 year 2022-01-01..2022-12-31', '每年 recurring ..']);
  checkCell('2022-2025年，持续推进', '2022-2025年 range 2022-01-01..2025-12-31');
  checkCell('2023年3月—9月', '2023年3月—9月 range 2023-03-01..2023-09-30');
  checkCell('2023年3月至2024年6月底', '2023年3月至2024年6月底 range 2023-03-01..2024-06-30');
  checkCell('2023年3月1日至5月31日', '2023年3月1日至5月31日 range 2023-03-01..2023-05-31');
  checkCell('2023.6', '2023.6 by ..2023-06-30');
  checkCell('2023-06-15', '2023-06-15 by ..2023-06-15');
  checkCell('2022-2024', '2022-2024 range 2022-01-01..2024-12-31');
  checkCell('2025', '2025 year 2025-01-01..2025-12-31');
  checkCell('规划期内', '规划期内 range ..');
  checkCell('任期内', '任期内 recurring ..');
  for (const text of ['每季度', '每两年', '每月底前', '每人每年', '逐年']) checkCell(text, `${text} recurring ..`);
  for (const text of ['3个月内', '三个月内', '15个工作日内', '自接到通知之日起5日内'])
    checkCell(text, `${text} relative ..`);
  for (const text of ['按时间节点推进', '逐步推进', '尽快', '定期', '立行立改', '贯穿全年', '根据市统一部署'])
    checkCell(text, `${text} open ..`);
  for (const text of ['区水务局', '汛期前', '见附件', '2022-20']) checkCell(text, '');
});

describe('deadlines in a document that tells its year and period', () => {
  const [period] = [{ start: 2021, end: 2025 }];
  const dated = (text: string, year: number | null) =>
    findDeadlines(text, true).map((one) => {
      const { start, end } = inYear(one, year, period);
      return `${start ?? ''}..${end ?? ''}`;
    });

  it('get the days they leave open', () => {
    deepStrictEqual(dated('6月底前', 2023), ['..2023-06-30']);
    deepStrictEqual(dated('6月底前', null), ['..']);
    deepStrictEqual(dated('规划期内', null), ['2021-01-01..2025-12-31']);
    deepStrictEqual(dated('规划期末', null), ['..2025-12-31']);
    deepStrictEqual(dated('长期坚持', 2023), ['..']);
  });
});

describe('all time expressions of real documents', () => {
  it('are found where they are deadlines and left alone where they are not', function () {
    const file = join(SHARED, 'domain', 'seed-dates.tsv');
    if (!existsSync(file)) {
      console.log('      ../shared is absent: not tested');
      return;
    }
    const folder = join(SHARED, 'seeds');
    const lines = new Map(
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .map((name) => [name.slice(0, 3), readFileSync(join(folder, name), 'utf8').split('\n')]),
    );
    const wrong: string[] = [];
    for (const row of readFileSync(file, 'utf8').trimEnd().split('\n').slice(1)) {
      const [seed = '', line = '', kind = '', expression = '', , end = ''] = row.split('\t');
      const text = lines.get(seed)?.[Number(line) - 1] ?? '';
      if (kind === 'deadline-cell' || seed === '004') continue;
      const places = [...text.matchAll(new RegExp(expression, 'g'))].map((match) => match.index);
      const found = findDeadlines(text).filter((one) => places.some((at) => one.from <= at + 1 && at < one.to));
      const wanted = /^(?:deadline|milestone|long-range)/.test(kind);
      if (wanted && !found.some((one) => one.end === end.slice(0, 10)))
        wrong.push(`missed ${seed} L${line} ${expression}`);
      if (!wanted && !/title-period|issue-date|metadata|citation|own-docno/.test(kind) && found.length > 0) {
        wrong.push(`false ${seed} L${line} ${kind} ${expression}`);
      }
    }
    deepStrictEqual(wrong, []);
    ok(lines.size > 0);
  });
});
