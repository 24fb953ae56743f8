import assert from 'node:assert/strict';
import { workspace } from './program';

const CITY = `澄江市数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2025年6月底前完成人口、法人和空间地理基础数据的归集。（牵头单位：市数据局）
`;
const DISTRICT = `---
上位文件: ../市/方案.plan
---
云溪区数据共享实施方案（2024—2026年）
一、主要任务
（一）归集数据。2026年底前完成人口、法人和空间地理基础数据的归集。（牵头单位：区数据局）
`;

describe('plandoc check with a superior plan', () => {
  const { write, plandoc } = workspace();

  it('finds it from the document and holds the document against it', () => {
    write({ '市/方案.plan': CITY, '区/方案.plan': DISTRICT });
    const { stdout, status } = plandoc(['check', '区/方案.plan']);
    assert.match(stdout, /later-than-superior/);
    assert.equal(status, 1);
  });

  it('says when it is not there, and goes on', () => {
    write({ '区/方案.plan': DISTRICT });
    const { stderr, status } = plandoc(['check', '区/方案.plan']);
    assert.match(stderr, /区\/方案\.plan：找不到上位文件“\.\.\/市\/方案\.plan”/);
    assert.equal(status, 0);
  });
});
