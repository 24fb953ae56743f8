import assert from 'node:assert/strict';

import { collectivesWithSeparator, isCollective } from '../../../server/src/core/units/collective';
import { namesIn } from './names';

const collectives = `
  各有关部门 区各有关部门 有关部门 有关单位 相关部门 有关区县 有关市级部门 区直各部门 各镇街 各镇（街） 各区、县（市）政府
  各县（市、区）人民政府 各省级人民政府 托管镇 社区办 各片区 乡镇（街道） 全区各部门 其他有关部门 市级部门 区直部门 各银行机构
  市政府各部门 政府有关部门 各牵头单位 各责任单位 各成员单位 区食安委各成员单位 区推进依法行政工作领导小组成员单位
  区政府及其有关部门 区政府其他有关部门 区直各执法单位 区属国有企业 各OPC社区 各地级以上市人民政府 各产业主管部门
  各县市区人民政府、园区和示范区管委会 各有关部门和单位 各片区管理局 各乡镇人民政府（街道办事处） 区直各有关单位 省各有关单位
  政府信息公开工作部门 拖欠民营企业账款的所有部门和单位 属地镇街 镇街 县区 乡镇政府 行政执法机关 镇（街道） 县（市、区）
  村（社区） 区政府工作部门 市直机关 驻区单位 金融机构 区委、区政府各部门 各县区党委、政府
`;

const single = `
  区司法局 区委 区政府 街道办事处 街道党工委 高新区 区委组织部 镇人民政府 区机关管理中心 区政府办 市总工会机关 区纪委监委机关
  开发区管委会 区直机关工委 锦屏镇 区行政审批局 社会组织服务中心 市个体私营企业协会 全国总工会
`;

/** Names that hold a `、` and are one. */
const joined = [
  '各区、县（市）政府',
  '各市、县（区）人民政府',
  '各市、县〔区〕人民政府',
  '各市、自治州人民政府',
  '各县（市）、区政府',
  '各市（州）、县（市、区）人民政府',
  '各省、自治区、直辖市人民政府',
  '各镇、街道',
  '各乡镇、街道',
  '各盟、市',
  '各镇党委、政府',
  '各级党委、政府',
  '各县区党委、政府',
  '各县（市、区）党委、政府',
  '区委、区政府各部门',
  '市委、市政府有关部门',
  '县委、县政府直属各单位',
  '区政府各委、办、局、处',
  '有关县、区人民政府',
];

/** Lists whose first name ends at the first `、`. */
const separate = [
  '各镇、各街道',
  '各镇人民政府、街道办事处',
  '各镇党委、街道党工委',
  '各园区、各镇街',
  '区委、区政府',
  '区委办、区政府办',
  '市委、市人大、市政府',
  '市司法局、财政局',
  '区各有关部门、各园区',
  '各部门、各单位',
  '各县（市、区）政府、市直有关部门',
  '区委、区政府办公室',
];

describe('集合称谓 collective names', () => {
  it('认得 recognised', () => {
    for (const name of namesIn(collectives)) assert.ok(isCollective(name), name);
  });

  it('单个机构不算 single bodies are none', () => {
    for (const name of namesIn(single)) assert.ok(!isCollective(name), name);
    assert.ok(!isCollective(''));
  });

  it('内含顿号的不拆 one name with a separator inside', () => {
    for (const name of joined) {
      for (const after of ['', '、区司法局', '，市财政局等', '按职责分工负责', '）']) {
        assert.equal(collectivesWithSeparator(name + after, 0), name.length, name + after);
      }
      assert.equal(collectivesWithSeparator(`区司法局、${name}`, 5), name.length);
      assert.equal(collectivesWithSeparator(`区司法局、${name}`, 0), 0);
    }
  });

  it('各自成名的要拆 separate names', () => {
    for (const text of separate) assert.equal(collectivesWithSeparator(text, 0), 0, text);
  });

  it('长列表仍然快 linear on long lists', () => {
    const text = '各区、县、'.repeat(20_000);
    const started = performance.now();
    for (let from = 0; from < text.length; from += 5) collectivesWithSeparator(text, from);
    assert.ok(performance.now() - started < 2000);
  });
});
