import { LSPErrorCodes, ResponseError, type CancellationToken, type WorkspaceEdit } from 'vscode-languageserver';
import { unitAt, type Naming } from '../../core/features/occurrences';
import { ownerOf, refuseName, respelling, type Respell } from '../../core/features/respell';
import { say, type Message, type MessageArgs } from '../../core/text/locale';
import type { Position, Range } from '../../core/text/position';
import { bodyOf, NO_HOME } from '../../core/units/body';
import { logFault } from '../guard';
import { createRenameEdit, type RenameEdit } from '../renameEdit';
import type { Services } from '../services';
import { findUnit, namingOf, type FoundIn, type SoughtUnit } from '../unitSearch';
import { unitInRegister } from '../unitsDocument';
import type { LspFeature } from './feature';

const MESSAGES = {
  noUnit: {
    zh: '这里不是单位名称，不能重命名。请把光标放在单位名称上再试。',
    en: 'There is no name of a unit here to rename. Put the caret on one and try again.',
  },
  taken: {
    zh: '“{name}”已经是另一单位（{owner}）的名称，改了以后两家就分不开了。确实是一个单位的，请在名录里把旧名登记为别名。',
    en: '“{name}” is a name of another unit already ({owner}); after this nobody could tell them apart. If they are one, make the old name an alias.',
  },
  failed: { zh: '重命名没有成功，原文没有改动。原因在日志里。', en: 'Nothing was renamed. The reason is in the log.' },
} as const satisfies Record<string, Message>;

/** The unit to rename, where it stands, and how names are read there. */
interface Renamed extends SoughtUnit {
  readonly range: Range;
  readonly naming: Naming;
}

/**
 * `textDocument/rename`: a unit under all its names in all plans of the workspace and in the register. What lies outside the
 * document is applied only after it was looked at, in editors that can ask.
 */
export const rename: LspFeature = {
  capabilities: { renameProvider: { prepareProvider: true } },
  register(services) {
    const { connection } = services;
    connection.onPrepareRename(({ textDocument, position }) =>
      answered(services, textDocument.uri, async () => {
        const unit = await unitIn(textDocument.uri, position, services);
        return unit ? { range: unit.range, placeholder: unit.name } : refusal(services, MESSAGES.noUnit);
      }),
    );
    connection.onRenameRequest(({ textDocument, position, newName }, token) =>
      answered(services, textDocument.uri, async () => {
        const unit = await unitIn(textDocument.uri, position, services);
        if (!unit) return refusal(services, MESSAGES.noUnit);
        return renameUnit(unit, textDocument.uri, newName.trim(), services, token);
      }),
    );
  },
};

/** A fault is told in a sentence and in the log; what is refused on purpose goes to the person as it is. */
async function answered<R>(
  services: Services,
  uri: string,
  answer: () => Promise<R | ResponseError<void>>,
): Promise<R | ResponseError<void>> {
  try {
    return await answer();
  } catch (error) {
    logFault(services.connection, 'rename', uri, error);
    return refusal(services, MESSAGES.failed);
  }
}

function refusal({ locale }: Services, message: Message, args?: MessageArgs): ResponseError<void> {
  return new ResponseError<void>(LSPErrorCodes.RequestFailed, say(message, locale(), args));
}

async function unitIn(uri: string, position: Position, services: Services): Promise<Renamed | null> {
  const document = services.documents.get(uri);
  if (document?.type === 'other') {
    const unit = await unitInRegister(document, position, services);
    const range = unit?.entry?.source?.range;
    return unit && range ? { ...unit, range, naming: { register: unit.register, home: NO_HOME } } : null;
  }
  if (!document) return null;
  const { plan, naming } = await namingOf(services, document);
  const unit = unitAt(plan, naming, position);
  if (!unit) return null;
  const { name, range } = unit;
  const { register, home } = naming;
  const resolution = register.resolve(name);
  return { body: bodyOf(resolution, home), name, entry: resolution.entry, register, range, naming };
}

async function renameUnit(
  unit: Renamed,
  uri: string,
  newName: string,
  services: Services,
  token: CancellationToken,
): Promise<WorkspaceEdit | null | ResponseError<void>> {
  const refused = refuseName(newName);
  if (refused) return refusal(services, refused.message, refused.args);
  if (newName === unit.name) return null;
  const found = await findUnit(unit, services, token);
  if (token.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, 'cancelled');
  const known = (await services.index.units(token)).flatMap(({ names }) => names);
  const owner = ownerOf(newName, unit.body, known, unit.naming);
  // An editor that cannot ask would put two units together unseen.
  if (owner !== null && !services.client().previews) return refusal(services, MESSAGES.taken, { name: newName, owner });
  const edit = createRenameEdit(unit.name, newName, owner, services);
  for (const here of found) addPlan(edit, here, unit, newName, here.uri === uri);
  await addRegister(edit, unit, newName, uri, services);
  return edit.finish();
}

function addPlan(edit: RenameEdit, found: FoundIn, unit: Renamed, newName: string, isHere: boolean): void {
  const { register, home } = found.naming;
  const respell = respelling(unit.name, newName, register, home);
  for (const { name, runs } of found.occurrences) {
    const { name: spelling, how } = respell(name);
    const [first, ...rest] = runs;
    if (!first || spelling === name) continue;
    const reason = how === 'whole' ? 'whole' : isHere ? 'here' : 'elsewhere';
    edit.add(found.uri, found.version, { range: first, newText: spelling }, reason);
    // A name torn by a page end: the lines stay, the words go together.
    for (const range of rest) edit.add(found.uri, found.version, { range, newText: '' }, reason);
  }
}

async function addRegister(
  edit: RenameEdit,
  unit: Renamed,
  newName: string,
  uri: string,
  services: Services,
): Promise<void> {
  const { entry } = unit;
  if (!entry?.source) return;
  const file = entry.source.uri;
  const text = await services.files.read(file);
  if (text === null) return;
  const { register, home } = unit.naming;
  const respell = respelling(unit.name, newName, register, home);
  const { renameUnitEdits } = await services.environment.loadYamlFiles();
  const result = renameUnitEdits(text, entry.name, respell(entry.name).name, certain(respell));
  const version = services.documents.get(file)?.version ?? null;
  for (const one of result?.edits ?? []) edit.add(file, version, one, file === uri ? 'here' : 'register');
  for (const one of result?.alias ?? []) edit.add(file, version, one, 'alias');
}

/** Only spellings whose new form is plain: an alias with other characters stays one. */
const certain =
  (respell: Respell) =>
  (spelling: string): string | null => {
    const { name, how } = respell(spelling);
    return how === 'exact' ? name : null;
  };
