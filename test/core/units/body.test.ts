import assert from 'node:assert/strict';
import { homeOf } from '../../../server/src/core/plan/home';
import { readPlan } from '../../../server/src/core/plan/plan';
import { readText } from '../../../server/src/core/syntax/source';
import { bodyOf, homeWith, NO_HOME } from '../../../server/src/core/units/body';
import { createRegister } from '../../../server/src/core/units/register';

/** Checks that in a document with this text names of one group are one body, and those of different groups are not. */
function checkBodies(text: string, groups: readonly (readonly string[])[], register = createRegister()): void {
  const home = homeOf(readPlan(readText(text)).facts);
  const keys = groups.map((names) => new Set(names.map((name) => bodyOf(register.resolve(name), home))));
  for (const [at, found] of keys.entries())
    assert.equal(found.size, 1, `${groups[at]!.join(' ')} are ${[...found].join(' ')}`);
  assert.equal(new Set(keys.flatMap((found) => [...found])).size, groups.length, 'two groups are one body');
}

const DISTRICT = '云溪区某项工作实施方案\n一、任务\n（一）办事。（牵头单位：区司法局；责任单位：区财政局、区民政局）\n';

describe('which names are one body', () => {
  it('knows the level and the place of the document left out or written out', () =>
    checkBodies(DISTRICT, [
      ['司法局', '区司法局', '云溪区司法局', '澄江市云溪区司法局'],
      ['市司法局', '澄江市司法局'],
      ['临湖县司法局'],
      ['省司法厅'],
    ]));

  it('knows short and full names', () =>
    checkBodies(DISTRICT, [['区发改委', '区发展改革委', '云溪区发展和改革委员会'], ['区财政局']]));

  it('keeps a body and its branch apart, and what only looks alike', () =>
    checkBodies(DISTRICT, [['市公安局'], ['市公安局云溪分局'], ['区应急管理局'], ['区应急委']]));

  it('takes the region of the front matter', () =>
    checkBodies(`---\n地区: 青岚县\n级别: 县级\n---\n${DISTRICT}`, [['县司法局', '青岚县司法局'], ['云溪区司法局']]));

  it('knows all names of an entry of the register', () => {
    const source = {
      uri: 'file:///units.yaml',
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 4 } },
    };
    const register = createRegister(
      [
        {
          name: '区数据局',
          fullName: '云溪区数据局',
          kind: 'gov-dept',
          aliases: ['区政务和数据局'],
          formerNames: [{ name: '区大数据局', until: null }],
          origin: 'local',
          source,
        },
      ],
      { place: '云溪区', level: '区' },
    );
    checkBodies(
      DISTRICT,
      [['数据局', '区数据局', '云溪区数据局', '区政务和数据局', '区大数据局'], ['市数据局']],
      register,
    );
  });

  it('knows nothing of unknown names and collectives but themselves', () =>
    checkBodies(DISTRICT, [['区试读局'], ['试读局'], ['各镇街'], ['区直各部门']]));

  it('takes the place of the register where the document says none', () => {
    const home = { levels: ['区', '县', '旗'], place: null };
    assert.deepEqual(homeWith(home, { place: '云溪区' }), { levels: ['区'], place: '云溪区' });
    assert.equal(homeWith(home, { place: '澄江市' }), home, 'a place of another level');
    assert.equal(homeWith(home, { place: null }), home);
    const own = { levels: ['县'], place: '临湖县' };
    assert.equal(homeWith(own, { place: '青岚县' }), own, 'the document says its own');
  });

  it('does without a document that tells its level', () => {
    const register = createRegister();
    assert.equal(bodyOf(register.resolve('区司法局'), NO_HOME), bodyOf(register.resolve('区司法局'), NO_HOME));
  });
});
