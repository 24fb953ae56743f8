import { newPlan, periodFrom } from '../../core/features/templates/index';
import { habitsOf, joinHabits, type Habits } from '../../core/features/templates/neighbours';
import { levelOfRegion, regionWords, someRegion } from '../../core/features/templates/regionWords';
import { levelNamed } from '../../core/plan/level';
import { readPeriod } from '../../core/plan/period';
import { readPlan } from '../../core/plan/plan';
import { readText, textOf } from '../../core/syntax/source';
import {
  NEW_PLAN,
  NEW_PLAN_DEFAULTS,
  type NewPlanDefaults,
  type NewPlanDefaultsParams,
  type NewPlanParams,
  type NewPlanResult,
  type Period,
} from '../../protocol';
import type { Services } from '../services';
import type { LspFeature } from './feature';

/** `plandoc/newPlan`: the text of a new plan; `plandoc/newPlanDefaults`: what the plans near by suggest for it. */
export const newPlans: LspFeature = {
  capabilities: {},
  register(services) {
    const { connection } = services;
    connection.onRequest(NEW_PLAN, ({ template, answers }: NewPlanParams): NewPlanResult => {
      const { text, snippet, title } = newPlan(template, { ...answers, period: periodIn(answers.period) });
      return { text, snippet, title };
    });
    connection.onRequest(NEW_PLAN_DEFAULTS, (params: NewPlanDefaultsParams) => defaultsFor(params, services));
  },
};

/** Also a year alone, as people answer. */
const periodIn = (text: string | null | undefined): Period | null =>
  text ? readPeriod(/^\s*20\d\d\s*$/.test(text) ? `${text.trim()}年` : text) : null;

/** So many plans are read; an office’s plans are much alike. */
const MAX_PLANS = 6;
const MAX_LENGTH = 400_000;

async function defaultsFor(params: NewPlanDefaultsParams, services: Services): Promise<NewPlanDefaults> {
  const address = `${params.folder ?? 'untitled:'}/新.plan`;
  const [habits, settings, home] = await Promise.all([
    habitsNear(params.plans, services),
    services.settings(address),
    homeOf(address, services),
  ]);
  const region = params.region ?? home.region ?? habits.region;
  const level =
    params.level ??
    (home.level && region === home.region ? levelNamed(home.level) : null) ??
    (region ? levelOfRegion(region) : null) ??
    habits.level ??
    'county';
  const today = params.today.split('-').map(Number);
  const here = habits.region === null || region === habits.region;
  return {
    region,
    level,
    period: [settings.period, habits.period].find((one) => one && one.end >= today[0]!) ?? periodFrom(today),
    lead: (here ? habits.lead : null) ?? regionWords(region ?? someRegion(level), level).clerk,
    table: habits.table ?? 'markdown',
  };
}

async function habitsNear(uris: readonly string[], { documents, files }: Services): Promise<Habits> {
  const read = async (uri: string): Promise<Habits | null> => {
    const open = documents.get(uri);
    const text = open?.type === 'plan' ? textOf(open.source) : await files.read(uri);
    return text === null || text.length > MAX_LENGTH ? null : habitsOf(readPlan(readText(text)));
  };
  const found = await Promise.all(uris.slice(0, MAX_PLANS).map(read));
  return joinHabits(found.filter((one) => one !== null));
}

/** What the register of the place says of it: 地区 and 级别 of its `units.yaml`. */
async function homeOf(
  address: string,
  { registers, environment }: Services,
): Promise<{ readonly region: string | null; readonly level: string | null }> {
  const { uri, text } = await registers.load(address, { instead: [] });
  if (uri === null) return { region: null, level: null };
  const { readUnitsFile } = await environment.loadYamlFiles();
  const { place, level } = readUnitsFile(text, uri).context;
  return { region: place ?? null, level: level ?? null };
}
