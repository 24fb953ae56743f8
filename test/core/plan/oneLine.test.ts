import { deepStrictEqual } from 'node:assert';
import { readPlan } from '../../../server/src/core/plan/plan';
import { listTasks } from '../../../server/src/core/plan/tasks';
import { readText } from '../../../server/src/core/syntax/source';

const read = (text: string): readonly string[] =>
  listTasks(readPlan(readText(text))).map((task) =>
    [
      task.label,
      task.lead.map(({ name }) => name).join('、'),
      task.participants.map(({ name }) => name).join('、'),
    ].join('｜'),
  );

describe('documents on one line', () => {
  it('with responsibilities in no bracket, each up to the next number or sentence', () => {
    const text =
      '临湖县关于支持中小企业的若干措施 各乡镇人民政府，县政府各部门： 现将有关措施通知如下： 一、加大金融支持 1.降低融资成本。对到期贷款予以展期。责任单位:县金融办、县财政局 2.提供贴息。按比例给予补贴。责任单位:县财政局、县工信局 二、稳定职工队伍 3.返还失业保险费。对不裁员的企业返还一半。责任单位:县人社局、财政局 4.缓缴社保。缓缴期限不超过三个月。责任单位:县人社局、县税务局，各乡镇人民政府 本通知自印发之日起施行，有效期一年。';
    deepStrictEqual(read(text), [
      '1.｜｜县金融办、县财政局',
      '2.｜｜县财政局、县工信局',
      '3.｜｜县人社局、财政局',
      '4.｜｜县人社局、县税务局、各乡镇人民政府',
    ]);
  });

  it('with an annotation whose bracket never closes', () => {
    const text =
      '云溪区共渡难关若干措施 为支持企业发展，制定本措施。 1.设立专项资金，支持企业恢复生产。（责任单位：区财政局、区国资委 2.搭建互助平台，及时了解需求。（责任单位：区商务局、区投促中心） 3.减免租金一个月。（责任单位：区国资委';
    deepStrictEqual(read(text), ['1.｜｜区财政局、区国资委', '2.｜｜区商务局、区投促中心', '3.｜｜区国资委']);
  });
});
