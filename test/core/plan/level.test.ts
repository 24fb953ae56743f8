import assert from 'node:assert/strict';
import { levelOf, levelOfName, NO_LEVELS_NAMED, type LevelCounts } from '../../../server/src/core/plan/level';

const counts = (given: Partial<LevelCounts>): LevelCounts => ({ ...NO_LEVELS_NAMED, ...given });

describe('文件的级别 level of a document', () => {
  it('what most of its units have, else what the title begins with', () => {
    assert.equal(levelOf(['云溪区数据共享实施方案'], counts({ county: 20, city: 1 })), 'county');
    assert.equal(levelOf(['澄江市数据共享实施方案'], counts({ city: 20 })), 'city');
    assert.equal(levelOf(['澄江市云溪区人民政府关于数据共享的实施意见'], counts({})), 'county');
    assert.equal(levelOf(['青岚高新区数据共享实施方案'], counts({})), 'park');
    assert.equal(levelOf([null], counts({ county: 1, city: 1 })), null);
  });

  it('units of an autonomous region are called 区 too', () => {
    assert.equal(levelOf(['宁夏回族自治区数据共享实施方案'], counts({ county: 20 })), 'province');
    assert.equal(levelOf(['自治区数据共享实施方案'], counts({ county: 20 })), 'province');
    assert.equal(levelOf(['广西壮族自治区澄江市云溪区数据共享方案'], counts({ county: 20 })), 'county');
    assert.equal(levelOfName('区财政厅'), 'province');
  });

  it('names that only begin like a level', () => {
    for (const name of ['市场监管局', '区域合作局', '乡村振兴局', '县区政府', '镇街'])
      assert.equal(levelOfName(name), null, name);
    assert.equal(levelOfName('市市场监管局'), 'city');
  });
});
