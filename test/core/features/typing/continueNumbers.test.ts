import { checkEnter, checkPlainEnter } from './checkTyping';

const HEAD = '云溪区某项工作实施方案\n\n一、主要任务\n';

describe('回车续号 continueNumbers', () => {
  it('Enter after a measure writes the next number, written alike', () => {
    checkEnter(`${HEAD}（一）建立台账。$0\n`, `${HEAD}（一）建立台账。\n（二）$0\n`);
    checkEnter(`${HEAD}(九)建立台账。$0`, `${HEAD}(九)建立台账。\n(十)$0`);
    checkEnter(`${HEAD}9．建立台账。$0`, `${HEAD}9．建立台账。\n10．$0`);
    checkEnter(`${HEAD}1. 建立台账。$0`, `${HEAD}1. 建立台账。\n2. $0`);
    checkEnter(`${HEAD}③建立台账。$0`, `${HEAD}③建立台账。\n④$0`);
    checkEnter(`${HEAD}第九条　建立台账。$0`, `${HEAD}第九条　建立台账。\n第十条　$0`);
    checkEnter(
      `${HEAD}（一）建立台账。（责任单位：区司法局）$0\n`,
      `${HEAD}（一）建立台账。（责任单位：区司法局）\n（二）$0\n`,
    );
  });

  it('keeps the indent and the blank lines of the document', () => {
    checkEnter(`${HEAD}　　（一）建立台账。$0`, `${HEAD}　　（一）建立台账。\n　　（二）$0`, '　　');
    checkEnter(
      `${HEAD}\n（一）建立台账。\n\n（二）开展检查。$0\n\n三、保障\n`,
      `${HEAD}\n（一）建立台账。\n\n（二）开展检查。\n\n（三）$0\n\n三、保障\n`,
    );
  });

  it('Enter on a number alone takes it away', () => {
    checkEnter(`${HEAD}（一）建立台账。\n（二）$0\n`, `${HEAD}（一）建立台账。\n$0\n`);
    checkEnter(`${HEAD}1.建立台账。\n2.$0`, `${HEAD}1.建立台账。\n$0`);
  });

  it('the numbers below follow, and what refers to them', () => {
    checkEnter(
      `${HEAD}（一）建立台账。$0\n（二）开展检查，见第（二）项。\n二、保障\n`,
      `${HEAD}（一）建立台账。\n（二）$0\n（三）开展检查，见第（三）项。\n二、保障\n`,
    );
    checkEnter(
      `${HEAD}（一）建立台账。\n（二）$0\n（三）开展检查，见第（三）项。\n`,
      `${HEAD}（一）建立台账。\n$0\n（二）开展检查，见第（二）项。\n`,
    );
    checkEnter(
      `${HEAD}1.建立台账。\n2.$0\n3.开展检查。\n4.总结。\n`,
      `${HEAD}1.建立台账。\n$0\n2.开展检查。\n3.总结。\n`,
    );
  });

  it('nothing where the new measure would take what stands under the old one', () => {
    checkPlainEnter(`${HEAD}（一）建立台账。$0\n1.登记。\n2.核对。\n（二）总结。\n`);
    checkPlainEnter(`${HEAD}（一）建立台账。$0\n各单位要按期报送有关情况，落实工作责任。\n（二）总结。\n`);
  });

  it('a heading asks for its text, a list of headings goes on', () => {
    checkPlainEnter('云溪区某项工作实施方案\n一、主要任务$0\n');
    checkEnter('一、总体要求\n二、主要任务$0\n', '一、总体要求\n二、主要任务\n三、$0\n');
  });

  it('nothing inside a measure, after text without a number, or in front matter', () => {
    checkPlainEnter(`${HEAD}（一）建立台账。$0开展检查。\n`);
    checkPlainEnter(`${HEAD}（一）建立台账。\n各单位要落实责任。$0\n`);
    checkPlainEnter('---\n期间: 2021-2025$0\n---\n一、任务\n');
  });

  it('in a table only where the row is complete', () => {
    const table = '序号\t主要任务\t责任单位\t完成时间\n';
    checkEnter(`${table}1\t建立台账\t区司法局\t2024年$0\n`, `${table}1\t建立台账\t区司法局\t2024年\n2\t$0\n`);
    checkPlainEnter(`${table}1\t建立台账\t$0\n`);
    const bars = '| 序号 | 主要任务 | 责任单位 |\n|---|---|---|\n';
    checkEnter(`${bars}| 09 | 建立台账 | 区司法局 |$0\n`, `${bars}| 09 | 建立台账 | 区司法局 |\n| 10 | $0\n`);
  });
});
