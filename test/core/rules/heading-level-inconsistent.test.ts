import assert from 'node:assert/strict';
import { checkFindings, checkFix, sentence } from './findings';

const check = (marked: string) => checkFindings('heading-level-inconsistent', marked);
const fix = (before: string, after: string) => checkFix('heading-level-inconsistent', before, after);

const plan = (...lines: readonly string[]): string => ['# 云溪区便民服务提升实施方案', ...lines].join('\n\n');

describe('heading-level-inconsistent 标题层级标记不一致', () => {
  it('a heading with more marks, fewer or others than most of its level', () => {
    const [finding] = check(
      plan(
        '## 一、总体要求',
        '<|### 二、|>主要任务',
        '## 三、保障措施',
        '<|## **四、|>附则**',
        '<|**五、|>其他**',
        '<|六、|>施行',
      ),
    );
    assert.equal(finding?.severity, 'warning');
    assert.match(sentence(finding), /“二、”的标题标记是 ###，同级标题多数是 ##（2 处）/);
  });

  it('run-in heads in bold', () => {
    check(
      plan(
        '**（一）优化流程。**重新梳理。',
        '**（二）压缩时间。**公布承诺。',
        '<|#### **（三）|>公开标准。**',
        '上墙上网。',
      ),
    );
  });

  it('the fix gives it the marks of the others', () => {
    const rest = ['## 一、总体要求', '## 二、保障措施'];
    for (const heading of ['<|### 三、|>附则', '<|## **三、|>附则**', '<|**三、|>附则**', '<|三、|>附则'])
      fix(plan(...rest, heading), plan(...rest, '## 三、附则'));
    const bold = ['**（一）优化流程。**重新梳理。', '**（二）压缩时间。**公布承诺。'];
    fix(
      plan(...bold, '<|#### **（三）|>公开标准。**', '上墙上网。'),
      plan(...bold, '**（三）公开标准。**', '上墙上网。'),
    );
    fix(plan(...bold, '<|（三）|>公开标准。上墙上网。'), plan(...bold, '**（三）公开标准。**上墙上网。'));
  });

  it('documents without marks, without a most usual way, and items of lists are let be', () => {
    check('云溪区便民服务提升实施方案\n一、总体要求\n二、主要任务\n（一）优化流程。重新梳理。');
    check(plan('## 一、总体要求', '### 二、主要任务'));
    check(plan('## 一、总体要求', '### 1.背景', '1.优化流程。', '2.压缩时间。', '### 2.目标', '## 二、主要任务'));
  });

  it('items of a list below marked headings have no marks', () => {
    check(
      plan('### （一）范围', '下列事项：', '（一）户籍办理；', '（二）社保登记；', '### （二）时限', '### （三）标准'),
    );
  });

  it('the notice and its plan, the text and its annex are compared by themselves', () => {
    check(
      '# 云溪区人民政府关于印发便民服务提升实施方案的通知\n\n一、抓好落实\n\n二、加强宣传\n\n# 云溪区便民服务提升实施方案\n\n## 一、总体要求\n\n## 二、主要任务\n\n附件1\n\n### 一、范围\n\n### 二、说明',
    );
  });
});
