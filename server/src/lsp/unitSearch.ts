import type { CancellationToken } from 'vscode-languageserver';
import { occurrencesOf, type Naming, type Occurrence } from '../core/features/occurrences';
import { homeOf } from '../core/plan/home';
import { readPlan, type Plan } from '../core/plan/plan';
import { readText } from '../core/syntax/source';
import type { Register, UnitEntry } from '../core/units/model';
import type { PlanDocument } from './documents';
import type { Services } from './services';

/** A unit somebody asks about: which body it is, and under which names it may be found. */
export interface SoughtUnit {
  readonly body: string;
  /** How it was written where it was asked about. */
  readonly name: string;
  readonly entry: UnitEntry | null;
  /** The register it was asked about with. */
  readonly register: Register;
}

/** The places of one plan that name the unit. */
export interface FoundIn {
  readonly uri: string;
  /** The version of an open document the places are of; `null` for files. */
  readonly version: number | null;
  readonly naming: Naming;
  readonly occurrences: readonly Occurrence[];
}

/** How names are read in an open plan: the same way as in all other plans of the workspace that are known by now. */
export async function namingOf(
  { review, index }: Services,
  document: PlanDocument,
): Promise<{ readonly plan: Plan; readonly naming: Naming }> {
  const { plan, loaded } = await review(document);
  return { plan, naming: { register: loaded.register, home: index.homeOf(homeOf(plan.facts), loaded.register) } };
}

/** A file a plan stands in is not larger. */
const MAX_BYTES = 8 * 1024 * 1024;

/** All places of the workspace that name a unit: open plans as they are typed, the others from their files. */
export async function findUnit(
  sought: SoughtUnit,
  services: Services,
  token: CancellationToken,
): Promise<readonly FoundIn[]> {
  const { index, documents } = services;
  // What the plans say of their places decides which names are one body, so all are read before.
  await index.plans(token);
  const words = wordsOf(sought);
  const found: FoundIn[] = [];
  for (const uri of await index.uris()) {
    if (token.isCancellationRequested) return [];
    const open = documents.get(uri);
    const here =
      open?.type === 'plan' ? await inOpen(open, sought, services) : await inFile(uri, sought, words, services);
    if (here && here.occurrences.length > 0) found.push(here);
  }
  return found;
}

async function inOpen(document: PlanDocument, { body }: SoughtUnit, services: Services): Promise<FoundIn> {
  const { plan, naming } = await namingOf(services, document);
  const { uri, version } = document;
  return { uri, version, naming, occurrences: occurrencesOf(body, plan, naming) };
}

async function inFile(
  uri: string,
  { body }: SoughtUnit,
  words: readonly string[],
  { files, index }: Services,
): Promise<FoundIn | null> {
  // As the editor will open it: places in a text read in another encoding would be other places.
  const text = await files.read(uri, { maxBytes: MAX_BYTES });
  if (text === null || !words.some((word) => text.includes(word))) return null;
  const plan = readPlan(readText(text));
  const register = await index.registerFor(uri, plan);
  const naming = { register, home: index.homeOf(homeOf(plan.facts), register) };
  return { uri, version: null, naming, occurrences: occurrencesOf(body, plan, naming) };
}

/** A text that names the unit holds one of these: its names without place and level. */
function wordsOf({ name, entry, register }: SoughtUnit): readonly string[] {
  const { core, how } = register.resolve(name);
  if (!entry || how === 'unknown' || how === 'collective') return [name];
  const names = [
    entry.name,
    entry.fullName ?? '',
    ...entry.aliases,
    ...entry.formerNames.map((one) => one.name),
    core,
    name,
  ];
  return [...new Set(names.filter((one) => one.length > 1).map((one) => shortest(one, register)))];
}

/** 云溪区数据局, 区数据局: 数据局 is in every spelling. */
function shortest(name: string, register: Register): string {
  const bare = /^.{0,10}?[省市区县旗州盟镇乡](?=.{2})/.exec(name)?.[0];
  const { core } = register.resolve(name);
  const short = core.length < name.length ? core : name;
  return bare && name.length - bare.length >= 2 && name.length - bare.length < short.length
    ? name.slice(bare.length)
    : short;
}
