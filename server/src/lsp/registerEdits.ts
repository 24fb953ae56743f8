import type { CancellationToken } from 'vscode-languageserver';
import { applyEdits } from '../core/text/edits';
import { say, type Message, type MessageArgs } from '../core/text/locale';
import { collectNames, type Collected } from '../core/units/collect';
import { likelyKind } from '../core/units/likelyKind';
import type { Register } from '../core/units/model';
import type { RegisterEditParams, RegisterEditResult } from '../protocol';
import type { PlanSummary } from '../workspace/planSummary';
import type { Asked } from './features/units';
import type { LoadedRegister } from './registers';
import type { Services } from './services';

const MESSAGES = {
  noPlan: {
    zh: '请先打开一份方案，再整理它用的单位名录。',
    en: 'Open a plan first; its register is the one that is changed.',
  },
  nothing: {
    zh: '没有要登记的：文稿里的单位名录里都有。',
    en: 'Nothing to add: the register knows all units that are named.',
  },
  onlySlips: {
    zh: '没有要登记的；{names} 像是错写，请先核对。',
    en: 'Nothing to add; {names} look like slips. Check them first.',
  },
  known: { zh: '“{name}”已经在名录里。', en: '“{name}” is in the register already.' },
  same: { zh: '这几个叫法在名录里已经是同一个单位。', en: 'The register has these as one unit already.' },
  saysMore: {
    zh: '名录里的“{name}”还写有“{key}”，合并会丢掉它。请先在名录里处理这一项。',
    en: 'The entry “{name}” also has “{key}”, which merging would lose. Deal with it in the register first.',
  },
  unreadable: {
    zh: '单位名录不是能往里写的格式。请打开 {file}，先改正标出的错误。',
    en: 'The register cannot be added to as it is. Open {file} and mend what is marked there.',
  },
} as const satisfies Record<string, Message>;

type Edits = (
  params: RegisterEditParams,
  asked: (uri: string) => Promise<Asked | null>,
  token: CancellationToken,
) => Promise<RegisterEditResult>;

/** What a changed register would be, or why it cannot. */
type Changed =
  | { readonly text: string; readonly added: readonly string[]; readonly slips: Collected['slips'] }
  | { readonly message: Message; readonly args?: MessageArgs };

type YamlFiles = Awaited<ReturnType<Services['environment']['loadYamlFiles']>>;

export function createRegisterEdits(services: Services): Edits {
  const { documents, environment, files, registers, locale } = services;

  return async ({ uri, scope, edit }, asked, token) => {
    const plan = await asked(uri);
    if (!plan) return { refused: say(MESSAGES.noPlan, locale()) };
    const { loaded } = plan;
    const register = loaded.uri ?? registers.homeFor(uri);
    const yaml = await environment.loadYamlFiles();
    const changed =
      edit.kind === 'collect'
        ? collect(await namesFor(plan, scope, token), loaded, yaml)
        : edit.kind === 'add'
          ? add(edit.name, loaded, yaml)
          : merge(edit.into, edit.others, loaded, yaml);
    if ('message' in changed)
      return { refused: say(changed.message, locale(), { file: register ?? 'units.yaml', ...changed.args }) };
    const { text, added, slips } = changed;
    const difference = yaml.editBetween(loaded.text, text);
    if (!difference) return { refused: say(edit.kind === 'merge' ? MESSAGES.same : MESSAGES.nothing, locale()) };
    const version = register === null ? null : (documents.get(register)?.version ?? null);
    const exists = loaded.uri !== null || (register !== null && (await files.read(register)) !== null);
    return { register, exists, version, edit: difference, text, added, slips };
  };

  /** The names in the plan; in all plans that share its register, for the workspace. */
  async function namesFor(
    { summary, loaded }: Asked,
    scope: RegisterEditParams['scope'],
    token: CancellationToken,
  ): Promise<readonly string[]> {
    if (scope === 'document') return namesIn(summary);
    const plans = await services.index.plans(token);
    const shared = await Promise.all(
      plans.map(async (plan) => ((await services.index.registerOf(plan)) === loaded.register ? namesIn(plan) : [])),
    );
    return shared.flat();
  }
}

function namesIn({ tasks }: PlanSummary): readonly string[] {
  return tasks.flatMap(({ lead, participants }) => [...lead, ...participants].map(({ name }) => name));
}

function collect(names: readonly string[], { register, text }: LoadedRegister, yaml: YamlFiles): Changed {
  const { units, slips } = collectNames(names, register);
  const missing = yaml.missingUnits(text, units);
  if (missing.length === 0) {
    if (slips.length === 0) return { message: MESSAGES.nothing };
    return { message: MESSAGES.onlySlips, args: { names: slips.map(({ name }) => `“${name}”`).join('') } };
  }
  const edit = yaml.addUnitsEdit(text, missing);
  if (!edit) return { message: MESSAGES.unreadable };
  return { text: applyEdits(text, [edit]), added: missing.map(({ name }) => name), slips };
}

function add(name: string, { register, text }: LoadedRegister, yaml: YamlFiles): Changed {
  const unit = { name, kind: kindOf(name, register) };
  if (yaml.missingUnits(text, [unit]).length === 0) return { message: MESSAGES.known, args: { name } };
  const edit = yaml.addUnitsEdit(text, [unit]);
  return edit ? { text: applyEdits(text, [edit]), added: [name], slips: [] } : { message: MESSAGES.unreadable };
}

function merge(into: string, others: readonly string[], { register, text }: LoadedRegister, yaml: YamlFiles): Changed {
  const merged = yaml.mergeUnits(text, { name: into, kind: kindOf(into, register) }, others);
  if (typeof merged === 'string') return { text: merged, added: [into], slips: [] };
  const { trouble, name, key } = merged;
  return trouble === 'says-more'
    ? { message: MESSAGES.saysMore, args: { name, key } }
    : { message: MESSAGES.unreadable };
}

const kindOf = (name: string, register: Register): ReturnType<typeof likelyKind> =>
  register.resolve(name).entry?.kind ?? likelyKind(name);
