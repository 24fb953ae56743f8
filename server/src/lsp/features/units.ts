import { KIND_NAMES } from '../../core/units/kinds';
import { say, type Message } from '../../core/text/locale';
import {
  REGISTER_EDIT,
  UNIT_DUTIES,
  UNITS,
  type RegisterEditParams,
  type RegisterEditResult,
  type UnitDutiesParams,
  type UnitDutiesResult,
  type UnitDuty,
  type UnitItem,
  type UnitsParams,
  type UnitsResult,
} from '../../protocol';
import { summarisePlan, type PlanSummary } from '../../workspace/planSummary';
import { dutiesIn, workIn, workOf, type Duty, type UnitDuties } from '../../workspace/unitDuties';
import { groupUnits, type GroupName, type ListedUnit } from '../../workspace/unitGroups';
import { createRegisterEdits } from '../registerEdits';
import type { LoadedRegister } from '../registers';
import type { Services } from '../services';
import type { LspFeature } from './feature';

const GROUPS = {
  unknown: { zh: '名录没有', en: 'Not in the register' },
  unused: { zh: '没有用到', en: 'Unused' },
} as const satisfies Record<string, Message>;

/** More places than this nobody looks through one by one. */
const MAX_DUTIES = 1000;

/** The plan somebody asks about, with its register and what it says of units. */
export interface Asked {
  readonly summary: PlanSummary;
  readonly loaded: LoadedRegister;
}

/** `plandoc/units`, `plandoc/unitDuties`, `plandoc/registerEdit`: the register and who does what, for the side bar and commands. */
export const units: LspFeature = {
  capabilities: {},
  register(services) {
    const { connection, index } = services;
    const asked = (uri: string): Promise<Asked | null> => planAsked(uri, services);

    connection.onRequest(UNITS, async ({ uri, scope }: UnitsParams, token): Promise<UnitsResult> => {
      const plan = await asked(uri);
      if (!plan) return { groups: [], register: null };
      const { summary, loaded } = plan;
      const home = index.homeOf(summary.home, loaded.register);
      const bodies =
        scope === 'workspace'
          ? (await index.units(token)).map(workOf)
          : workIn(summary, loaded.register, home).values();
      const groups = groupUnits(bodies, loaded.register, home).map(({ group, units: listed }) => ({
        id: group,
        label: labelOf(group, services),
        units: listed.map((unit) => toItem(unit, group)),
      }));
      return { groups, register: loaded.uri };
    });

    connection.onRequest(UNIT_DUTIES, async (params: UnitDutiesParams, token): Promise<UnitDutiesResult> => {
      const { uri, scope, body } = params;
      const plan = scope === 'document' ? await asked(uri) : null;
      const found =
        scope === 'workspace'
          ? await index.dutiesOf(body, token)
          : plan &&
            dutiesIn(plan.summary, plan.loaded.register, index.homeOf(plan.summary.home, plan.loaded.register)).get(
              body,
            );
      return { duties: found ? toDuties(found) : [] };
    });

    const edits = createRegisterEdits(services);
    connection.onRequest<RegisterEditResult, void>(REGISTER_EDIT, (params: RegisterEditParams, token) =>
      edits(params, asked, token),
    );
  },
};

async function planAsked(uri: string, services: Services): Promise<Asked | null> {
  const document = services.documents.get(uri);
  if (document?.type !== 'plan') return null;
  const own = await services.settings(uri);
  const plan = services.sessions.planOf(document, own);
  return { summary: summarisePlan(uri, plan), loaded: await services.register(uri, plan, own) };
}

function labelOf(group: GroupName, { locale }: Services): string {
  const name = group === 'unknown' || group === 'unused' ? GROUPS[group] : KIND_NAMES[group];
  return say(name, locale());
}

function toItem({ body, name, names, entry, lead, participants }: ListedUnit, group: GroupName): UnitItem {
  const state = group === 'unknown' || group === 'collective' ? group : entry?.origin === 'local' ? 'local' : 'base';
  return {
    body,
    name,
    names,
    fullName: entry?.fullName ?? null,
    state,
    lead,
    participants,
    entry: entry?.source ? { uri: entry.source.uri, range: entry.source.range } : null,
  };
}

function toDuties({ lead, participants }: UnitDuties): readonly UnitDuty[] {
  const duty = ({ plan, task, unit }: Duty, role: UnitDuty['role']): UnitDuty => ({
    uri: plan.uri,
    range: unit.range,
    role,
    name: unit.name,
    label: task.label,
    task: task.head,
    plan: plan.title,
  });
  return [...lead.map((one) => duty(one, 'lead')), ...participants.map((one) => duty(one, 'participant'))].slice(
    0,
    MAX_DUTIES,
  );
}
