import assert from 'node:assert/strict';
import { ownerOf, refuseName, respelling } from '../../../server/src/core/features/respell';
import { bodyOf } from '../../../server/src/core/units/body';
import { createRegister } from '../../../server/src/core/units/register';

const HOME = { levels: ['区'], place: '云溪区' };

/** What other spellings become when `old` becomes `renamed`; a star where the new name is put in as it is. */
function checkRespelling(old: string, renamed: string, spellings: Readonly<Record<string, string>>): void {
  const respell = respelling(old, renamed, createRegister(), HOME);
  const found = Object.keys(spellings).map((spelling) => {
    const { name, how } = respell(spelling);
    return [spelling, how === 'whole' ? `*${name}` : name];
  });
  assert.deepEqual(Object.fromEntries(found), spellings);
  assert.equal(respell(old).name, renamed);
}

describe('spellings of a renamed unit', () => {
  it('keep place and level, or go without as before', () =>
    checkRespelling('区司法局', '区法治局', {
      司法局: '法治局',
      云溪区司法局: '云溪区法治局',
    }));

  it('are found from the long and from the bare name', () => {
    checkRespelling('云溪区司法局', '云溪区法治局', { 区司法局: '区法治局', 司法局: '法治局' });
    checkRespelling('司法局', '法治局', { 区司法局: '区法治局' });
  });

  it('stay long where they were long', () =>
    checkRespelling('区市场监管局', '区质量监管局', {
      区市场监督管理局: '区质量监督管理局',
      云溪区市场监督管理局: '云溪区质量监督管理局',
      市场监管局: '质量监管局',
    }));

  it('take what is put before or behind', () => {
    checkRespelling('区数据局', '区大数据局', { 云溪区数据局: '云溪区大数据局', 数据局: '大数据局' });
    checkRespelling('区发改委', '区发改局', { 区发展改革委: '区发展改革局' });
  });

  it('are replaced whole where the change does not show in them', () =>
    checkRespelling('区人社局', '区人才局', { 区人力资源社会保障局: '*区人才局' }));

  it('change the level where the new name does', () =>
    checkRespelling('区司法局', '市司法局', { 司法局: '司法局', 云溪区司法局: '云溪区司法局' }));
});

describe('names a unit cannot be given', () => {
  it('are refused with a sentence that says why', () => {
    for (const [name, why] of [
      ['', /空/],
      ['区司法局、区财政局', /“、”/],
      ['区 司法局', /␣/],
      ['区司法局（法治办', /括号“（”/],
      ['区司法局）', /括号“）”/],
      ['局', /两个字/],
      ['123', /汉字/],
      ['区'.repeat(70), /太长（70 个字）/],
    ] as const) {
      const refused = refuseName(name);
      assert.ok(refused, name);
      const { message, args } = refused;
      assert.match(
        message.zh.replace(/\{(\w+)\}/g, (_, key: string) => String(args[key])),
        why,
        name,
      );
    }
  });

  it('are none of these', () => {
    for (const name of ['区司法局', '区12345热线中心', '市委组织部（人才办）', '云溪·青岚合作区管委会'])
      assert.equal(refuseName(name), null, name);
  });
});

describe('a name that is taken', () => {
  const register = createRegister(
    [{ name: '区数据局', kind: 'gov-dept', aliases: ['区大数据局'], formerNames: [], origin: 'local' }],
    { place: '云溪区', level: '区' },
  );
  const naming = { register, home: HOME };
  const body = bodyOf(register.resolve('区司法局'), HOME);

  it('belongs to another unit of the register or of the plans', () => {
    assert.equal(ownerOf('区大数据局', body, [], naming), '区数据局');
    assert.equal(ownerOf('区审计局', body, ['云溪区审计局'], naming), '云溪区审计局');
    assert.equal(ownerOf('区试读局', body, ['区试读局'], naming), '区试读局');
  });

  it('is free where only the base register knows it, or it is the unit’s own', () => {
    assert.equal(ownerOf('区审计局', body, ['区财政局'], naming), null);
    assert.equal(ownerOf('云溪区司法局', body, ['云溪区司法局'], naming), null);
  });
});
