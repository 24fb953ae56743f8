import { checkFindings } from './findings';

const plan = (...lines: readonly string[]): string =>
  ['云溪区数据共享实施方案', '一、主要任务', '1.编制目录。（牵头单位：区数据局；责任单位：区财政局）', ...lines].join(
    '\n',
  );

const leads = (marked: string) => checkFindings('missing-lead', marked);
const units = (marked: string) =>
  checkFindings('unknown-unit', marked, { units: ['区数据局', '区财政局', '区司法局', '区民政局'] });

describe('plandoc-ignore 抑制', () => {
  it('独占一行，管下一段 alone on its line it silences the paragraph below', () => {
    leads(
      plan(
        '<!-- plandoc-ignore missing-lead -->',
        '2.归集数据。（责任单位：区司法局、区民政局）',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('下一段在空行之后 a blank line may stand between', () => {
    leads(plan('<!-- plandoc-ignore missing-lead -->', '', '2.归集数据。（责任单位：区司法局、区民政局）'));
  });

  it('连同单独成行的责任括注 with the annotation on a line of its own that belongs to it', () => {
    leads(
      plan(
        '<!-- plandoc-ignore missing-lead -->',
        '2.归集数据，及时更新。',
        '（责任单位：区司法局、区民政局）',
        '3.校核数据，及时更新。',
        '<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('写在行尾，管本行 at the end of a line it silences that line', () => {
    leads(
      plan(
        '2.归集数据。（责任单位：区司法局、区民政局）<!-- plandoc-ignore missing-lead -->',
        '3.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ),
    );
  });

  it('可以写几条规则，可以写理由 several rules, and a reason', () => {
    const both = plan(
      '<!-- plandoc-ignore unknown-unit，missing-lead：过渡期间，暂不明确 -->',
      '2.归集数据。（责任单位：区青穗局、区民政局）',
    );
    leads(both);
    units(both);
  });

  it('只管写明的规则 other rules are not silenced', () => {
    units(plan('<!-- plandoc-ignore missing-lead -->', '2.归集数据。（责任单位：<|区青穗局|>、区民政局）'));
  });

  it('不认识的写法不算 a comment of another shape silences nothing', () => {
    leads(plan('<!-- ignore missing-lead -->', '2.归集数据。<|（责任单位：区司法局、区民政局）|>'));
    leads(plan('<!-- plandoc-ignore -->', '2.归集数据。<|（责任单位：区司法局、区民政局）|>'));
  });

  it('抑制的处所不计入整篇诊断 silenced places do not count for the finding at the title', () => {
    leads(
      [
        '云溪区数据共享实施方案',
        '一、主要任务',
        '<!-- plandoc-ignore missing-lead：三家共同推进 -->',
        '1.归集数据。（责任单位：区司法局、区民政局）',
        '2.校核数据。<|（责任单位：区司法局、区民政局）|>',
      ].join('\n'),
    );
  });

  it('标题上方的批注抑制整篇诊断 above the title it silences the finding of the whole plan', () => {
    const text = [
      '云溪区便民服务实施方案',
      ...['一', '二', '三'].map((n) => `${n}、完善服务。优化流程，压缩时间。`),
    ].join('\n');
    checkFindings('missing-responsibility', text.replace(/^(.*)/, '<|$1|>'));
    checkFindings('missing-responsibility', `<!-- plandoc-ignore missing-responsibility -->\n${text}`);
  });
});
