import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('annex-mismatch', marked);
const fix = (before: string, after: string) => checkFix('annex-mismatch', before, after);

const notice = (...lines: readonly string[]): string =>
  [
    '云溪区人民政府关于提升便民服务水平的通知',
    '各镇人民政府：',
    '为方便群众办事，现通知如下，请认真执行。',
    ...lines,
  ].join('\n');
const SIGNED = ['云溪区人民政府', '2022年3月8日'];

describe('annex-mismatch 附件说明与附件不符', () => {
  it('名称后的标点 a mark behind a name', () => {
    const [finding] = check(notice('附件：1.任务分解表<|；|>', '2.事项清单<|。|>', ...SIGNED));
    assert.equal(finding?.severity, 'warning');
    check(notice('附件：便民服务任务分解表<|。|>', ...SIGNED));
    fix(notice('附件：任务分解表<|。|>', ...SIGNED), notice('附件：任务分解表', ...SIGNED));
  });

  it('标题不同 another title', () => {
    const [finding] = check(
      notice(
        '附件：1.便民服务任务分解表',
        '2.事项清单',
        ...SIGNED,
        '附件1',
        '<|便民服务任务分工表|>',
        '附件2',
        '事项清单',
      ),
    );
    assert.match(sentence(finding!), /附件1的标题与附件说明不一致，附件说明写作“便民服务任务分解表”/);
    assert.equal(finding!.related.length, 1);
  });

  it('the fix takes the title into the list', () => {
    fix(
      notice('附件：便民服务任务分解表', ...SIGNED, '附件', '<|便民服务任务分工表|>'),
      notice('附件：便民服务任务分工表', ...SIGNED, '附件', '便民服务任务分工表'),
    );
  });

  it('没有列出 an annex the list does not have', () => {
    check(
      notice('附件：1.任务分解表', '2.事项清单', '附件1', '任务分解表', '附件2', '事项清单', '附件3', '<|办事指南|>'),
    );
  });

  it('what is right, and what is not to be told', () => {
    check(notice('附件：1.任务分解表', '2.事项清单', ...SIGNED));
    check(notice('附件：1.《任务分解表》', '2.事项清单（另发）', '附件1', '任务 分解表', '附件2', '事项清单'));
    check(notice('附件：便民服务任务分解表', '附件', '云溪区便民服务', '任务分解表'));
    check(notice('附件：任务分解表', '附件', '云溪区便民服务任务分解表'));
    check(notice('附件：任务分解表', '附件', '序号\t主要任务\t牵头单位', '1\t优化流程\t区政务办'));
    check(notice('附件：任务分解表', '附件', '填表单位：'));
    check(notice('附件1', '任务分解表', '附件2', '事项清单'));
    check(notice('附件：1.任务分解表；2.事项清单。', ...SIGNED));
    check(notice('办理时提交下列材料：1.申请书；2.身份证明。', '1.申请书；', '2.身份证明。'));
  });
});
