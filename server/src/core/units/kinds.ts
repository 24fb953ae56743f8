import type { UnitKind } from './model';

/** What the kinds of unit are called; 类别 of a `units.yaml` takes the Chinese names. */
export const KIND_NAMES: Readonly<Record<UnitKind, { readonly zh: string; readonly en: string }>> = {
  discipline: { zh: '纪检监察机关', en: 'discipline inspection and supervision' },
  'party-dept': { zh: '党委部门', en: 'party department' },
  'party-office': { zh: '党委议事协调机构办公室', en: 'office of a party commission' },
  'party-institution': { zh: '党委直属事业单位', en: 'party institution' },
  npc: { zh: '人大', en: 'people’s congress' },
  cppcc: { zh: '政协', en: 'political consultative conference' },
  court: { zh: '法院', en: 'court' },
  procuratorate: { zh: '检察院', en: 'procuratorate' },
  military: { zh: '军事机关', en: 'military' },
  gov: { zh: '党委政府', en: 'party committee or government' },
  'gov-dept': { zh: '政府部门', en: 'government department' },
  dispatched: { zh: '派出机构', en: 'dispatched body' },
  vertical: { zh: '垂直管理', en: 'vertically managed body' },
  institution: { zh: '事业单位', en: 'public institution' },
  'mass-org': { zh: '群团组织', en: 'mass organisation' },
  coordination: { zh: '议事协调机构', en: 'coordinating body' },
  park: { zh: '园区', en: 'park' },
  'park-dept': { zh: '园区内设机构', en: 'department of a park' },
  township: { zh: '乡镇街道', en: 'township or subdistrict' },
  enterprise: { zh: '企业', en: 'enterprise' },
  industry: { zh: '行业组织', en: 'industry association' },
  central: { zh: '中央和国家机关', en: 'central body' },
  collective: { zh: '集合称谓', en: 'collective name' },
};

const byChinese = new Map(Object.entries(KIND_NAMES).map(([kind, { zh }]) => [zh, kind as UnitKind]));

/** The kind a reader wrote, in Chinese or as its identifier; `null` if there is none such. */
export function kindNamed(text: string): UnitKind | null {
  return byChinese.get(text) ?? (Object.hasOwn(KIND_NAMES, text) ? (text as UnitKind) : null);
}
