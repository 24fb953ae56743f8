import assert from 'node:assert/strict';
import { createSpeller, fitOf, TOGETHER } from '../../../server/src/core/lexicon/pinyin';
import { createBase } from '../../../server/src/core/units/base';

const spell = createSpeller();
const fit = (typed: string, text: string): number | null => fitOf(typed, spell(text));

/** Names with characters read in more than one way, and their initials and syllables as people say them. */
const SPOKEN: readonly (readonly [name: string, initials: string, syllables: string])[] = [
  ['区司法局', 'qsfj', 'qusifaju'],
  ['区行政审批局', 'qxzspj', 'quxingzhengshenpiju'],
  ['人民银行', 'rmyh', 'renminyinhang'],
  ['重庆市', 'cqs', 'chongqingshi'],
  ['重大项目办', 'zdxmb', 'zhongdaxiangmuban'],
  ['长安区', 'caq', 'changanqu'],
  ['行长联席会议', 'hzlxhy', 'hangzhanglianxihuiyi'],
  ['会计学会', 'kjxh', 'kuaijixuehui'],
  ['区委会议中心', 'qwhyzx', 'quweihuiyizhongxin'],
  ['厦门市', 'xms', 'xiamenshi'],
  ['单县', 'sx', 'shanxian'],
  ['六安市', 'las', 'luanshi'],
  ['番禺区', 'pyq', 'panyuqu'],
  ['朝阳区', 'cyq', 'chaoyangqu'],
  ['人民调解中心', 'rmtjzx', 'renmintiaojiezhongxin'],
  ['区调查总队', 'qdczd', 'qudiaochazongdui'],
  ['绿化委', 'lhw', 'lvhuawei'],
  ['区妇女儿童中心', 'qfnetzx', 'qufunvertongzhongxin'],
  ['成都市', 'cds', 'chengdushi'],
  ['乐清市', 'yqs', 'yueqingshi'],
  ['蚌埠市', 'bbs', 'bengbushi'],
  ['台州市', 'tzs', 'taizhoushi'],
];

describe('拼音 pinyin', () => {
  for (const [name, initials, syllables] of SPOKEN) {
    it(`${name} is ${initials} and ${syllables}`, () => {
      for (const typed of [initials, syllables, initials.toUpperCase()]) {
        const found = fit(typed, name);
        assert.ok(found !== null && found <= TOGETHER, `${typed}: ${found}`);
      }
    });
  }

  it('mixes characters, initials and whole syllables', () => {
    for (const typed of ['qsifj', 'qusfj', '司fj', '区sfj', 'q司f局', 'sifaj', 'qusi', 'qs']) {
      const found = fit(typed, '区司法局');
      assert.ok(found !== null && found <= TOGETHER, `${typed}: ${found}`);
    }
  });

  it('tells a better fit from a worse one', () => {
    const name = '区发展改革委';
    assert.deepEqual(
      ['qfzggw', 'qfz', 'fzggw', 'gaige', 'qfgw', 'fgw'].map((typed) => fit(typed, name)),
      [0, 1, 2, 3, 4, 5],
    );
  });

  it('does not find what is not there', () => {
    for (const typed of ['x', 'qsfjx', 'jfsq', '司局法', 'qsfjqsfjqsfjqsfjqsfjqsfjqsfjqsfj'])
      assert.equal(fit(typed, '区司法局'), null);
  });

  it('knows every character of the units that ship with Plandoc', () => {
    const unread = createBase()
      .entries.flatMap(({ name }) => [...name])
      .filter((character) => /\p{Script=Han}/u.test(character) && spell(character).readings[0]!.length === 0);
    assert.deepEqual(unread, []);
  });
});
