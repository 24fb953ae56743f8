import assert from 'node:assert/strict';
import { checkFindings, sentence } from './findings';

const check = (marked: string) => checkFindings('role-term-inconsistent', marked);
const plan = (annotations: readonly string[], last = ''): string =>
  [
    '云溪区数据共享实施方案',
    '一、主要任务',
    ...annotations.map((annotation, index) => `${index + 1}.归集数据。${annotation}`),
    last,
  ].join('\n');
const five = (annotation: string): readonly string[] => Array<string>(5).fill(annotation);

describe('role-term-inconsistent 责任角色用语不统一', () => {
  it('finds a label that is used once', () => {
    const [first] = check(plan([...five('（责任单位：区司法局）'), '<|（责任部门：区民政局）|>']));
    assert.equal(first?.severity, 'hint');
    assert.match(sentence(first), /“责任部门”只用了 1 处，其余 5 处写“责任单位”/);
    check(
      plan([...five('（牵头单位：区数据局；配合单位：区司法局）'), '<|（牵头单位：区数据局；协办单位：区民政局）|>']),
    );
  });

  it('finds a role that a closing sentence leaves out', () => {
    const [first] = check(
      plan(
        five('（牵头单位：区数据局；参加单位：区司法局）'),
        '<|各牵头单位和责任单位|>要加强协作，按时完成各项任务。',
      ),
    );
    assert.match(sentence(first!), /另有 5 处用了“参加单位”/);
  });

  it('says nothing of two forms side by side, of two roles in one annotation', () => {
    check(plan([...five('（牵头单位：区数据局；参加单位：区司法局）'), '（责任单位：区民政局）']));
    check(
      plan([
        ...five('（牵头单位：区数据局；配合单位：区司法局）'),
        '（牵头单位：区数据局；配合单位：区司法局；协办单位：区民政局）',
      ]),
    );
  });

  it('says nothing of sentences that name all roles, or roles that are rare', () => {
    check(
      plan(five('（牵头单位：区数据局；责任单位：区司法局）'), '各牵头单位和责任单位要加强协作，按时完成各项任务。'),
    );
    check(
      plan(
        [...five('（牵头单位：区数据局；责任单位：区司法局）'), '（牵头单位：区数据局；参加单位：区民政局）'],
        '各牵头单位、责任单位要加强协作，按时完成各项任务。',
      ),
    );
  });
});
