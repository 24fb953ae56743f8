import { checkFindings } from './findings';

const check = (notice: string, title: string) =>
  checkFindings(
    'cited-title-mismatch',
    `${notice}\n各镇人民政府、街道办事处：\n现将方案印发给你们，请认真执行。\n${title}\n一、主要任务\n1.推行告知承诺。编制清单，公布指南。（牵头单位：区司法局）`,
  );

describe('cited-title-mismatch 通知与所印发文件标题不一', () => {
  it('finds a title of other words, with title marks or without', () => {
    check('云溪区人民政府关于印发云溪区便民服务中心建设方案的通知', '<|云溪区便民服务中心实施方案|>');
    check('云溪区人民政府关于印发《云溪区便民服务中心建设方案》的通知', '<|云溪区便民服务中心实施方案|>');
  });

  it('leaves marks, spaces, 的, and notes in brackets', () => {
    check('云溪区人民政府关于印发《云溪区便民服务中心建设方案（试行）》的通知', '云溪区便民服务中心建设方案');
    check('云溪区人民政府关于印发云溪区便民服务中心的建设方案的通知', '云溪区便民服务中心建设方案');
  });

  it('leaves a title within the other, and one wholly unlike', () => {
    check('云溪区人民政府关于印发《便民服务中心建设方案》的通知', '云溪区便民服务中心建设方案');
    check('云溪区人民政府关于转发《澄江市营商环境条例》的通知', '云溪区便民服务中心建设方案');
  });
});
