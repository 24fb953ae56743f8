/** The list of units: groups, units, and what each leads and joins. Asks the server only when somebody looks. */
import * as vscode from 'vscode';
import {
  UNIT_DUTIES,
  UNITS,
  type UnitDutiesParams,
  type UnitDutiesResult,
  type UnitDuty,
  type UnitGroup,
  type UnitItem,
  type UnitsParams,
  type UnitsResult,
} from '../../../server/src/protocol';
import { reasonOf } from '../reason';
import type { ServerController } from '../server';

export type Scope = UnitsParams['scope'];

export type UnitNode =
  | { readonly kind: 'group'; readonly group: UnitGroup }
  | { readonly kind: 'unit'; readonly unit: UnitItem; readonly group: string }
  | { readonly kind: 'duty'; readonly duty: UnitDuty; readonly unit: UnitItem; readonly index: number };

const EMPTY: UnitsResult = { groups: [], register: null };

export class UnitsTree implements vscode.TreeDataProvider<UnitNode>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChangeTreeData = this.changed.event;
  private plan: vscode.Uri | undefined;
  private where: Scope = 'document';
  private known: { readonly words: string; readonly result: UnitsResult } | undefined;

  constructor(
    private readonly server: ServerController,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  dispose(): void {
    this.changed.dispose();
  }

  get uri(): vscode.Uri | undefined {
    return this.plan;
  }

  get scope(): Scope {
    return this.where;
  }

  /** The register in use, as the last answer says. */
  get register(): vscode.Uri | undefined {
    const register = this.known?.result.register;
    return register ? vscode.Uri.parse(register) : undefined;
  }

  /** Shows another plan, or more of them; asks when it is looked at. */
  show(plan: vscode.Uri | undefined, scope: Scope): void {
    if (plan?.toString() === this.plan?.toString() && scope === this.where) return;
    [this.plan, this.where] = [plan, scope];
    this.known = undefined;
    this.changed.fire();
  }

  /** Asks again; the list is drawn anew only if the answer is another one. */
  async refresh(): Promise<void> {
    const before = this.known?.words;
    this.known = undefined;
    await this.load();
    if (this.known === undefined || (this.known as { words: string }).words !== before) this.changed.fire();
  }

  /** The units of the plan or of all plans; none where nobody can be asked. */
  async load(): Promise<UnitsResult> {
    if (this.known) return this.known.result;
    const uri = this.plan?.toString();
    if (uri === undefined || this.server.state !== 'running') return EMPTY;
    try {
      const result = await this.server.request<UnitsResult>(UNITS, { uri, scope: this.where } satisfies UnitsParams);
      if (uri === this.plan?.toString()) this.known = { words: JSON.stringify(result), result };
      return result;
    } catch (error) {
      this.log.warn(`${UNITS}: ${reasonOf(error)}`);
      return EMPTY;
    }
  }

  /** What a unit leads and joins now. */
  async dutiesOf(unit: Pick<UnitItem, 'body'>, scope: Scope = this.where): Promise<readonly UnitDuty[]> {
    const uri = this.plan?.toString() ?? '';
    const params: UnitDutiesParams = { uri, scope, body: unit.body };
    return (await this.server.request<UnitDutiesResult>(UNIT_DUTIES, params)).duties;
  }

  async getChildren(node?: UnitNode): Promise<readonly UnitNode[] & UnitNode[]> {
    if (!node) return (await this.load()).groups.map((group) => ({ kind: 'group', group }));
    if (node.kind === 'group') return node.group.units.map((unit) => ({ kind: 'unit', unit, group: node.group.id }));
    if (node.kind === 'duty') return [];
    const { unit } = node;
    return (await this.dutiesOf(unit)).map((duty, index) => ({ kind: 'duty', duty, unit, index }));
  }

  getTreeItem(node: UnitNode): vscode.TreeItem {
    if (node.kind === 'group') return groupItem(node.group);
    return node.kind === 'unit' ? unitItem(node.unit, node) : dutyItem(node.duty, node, this.where);
  }
}

function groupItem({ id, label, units }: UnitGroup): vscode.TreeItem {
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, id === 'unused' ? Collapsed : Expanded);
  item.id = id;
  item.description = String(units.length);
  item.contextValue = `group.${id}`;
  item.accessibilityInformation = { label: vscode.l10n.t('{0}, {1} units', label, units.length) };
  return item;
}

const ICONS: Readonly<Record<UnitItem['state'], vscode.ThemeIcon>> = {
  local: new vscode.ThemeIcon('organization'),
  base: new vscode.ThemeIcon('organization'),
  unknown: new vscode.ThemeIcon('question', new vscode.ThemeColor('list.warningForeground')),
  collective: new vscode.ThemeIcon('group-by-ref-type'),
};

function unitItem(unit: UnitItem, node: UnitNode): vscode.TreeItem {
  const { name, names, fullName, lead, participants, state } = unit;
  const used = lead + participants > 0;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(name, used ? Collapsed : None);
  item.id = `unit ${unit.body}`;
  item.iconPath = ICONS[state];
  const counts = countsOf(unit);
  item.description = counts;
  const others = names.filter((other) => other !== name);
  item.tooltip = [
    name,
    fullName !== null && fullName !== name ? vscode.l10n.t('Full name: {0}', fullName) : '',
    others.length > 0 ? vscode.l10n.t('Also written: {0}', others.join('、')) : '',
    counts,
  ]
    .filter(Boolean)
    .join('\n');
  item.contextValue = `unit.${unit.entry ? 'local' : state}${used ? '.used' : ''}`;
  item.command = { command: 'plandoc.revealUnit', title: vscode.l10n.t('Show in the Text'), arguments: [node] };
  item.accessibilityInformation = {
    label: [name, state === 'unknown' ? vscode.l10n.t('not in the register') : '', counts].filter(Boolean).join(', '),
  };
  return item;
}

/** What a unit does, in words; nothing of what it does not. */
export function countsOf({ lead, participants }: UnitItem): string {
  const parts = [
    lead > 0 ? vscode.l10n.t('leads {0}', lead) : '',
    participants > 0 ? vscode.l10n.t('joins {0}', participants) : '',
  ];
  return parts.filter(Boolean).join(vscode.l10n.t(', '));
}

function dutyItem(duty: UnitDuty, node: UnitNode & { kind: 'duty' }, scope: Scope): vscode.TreeItem {
  const task = [duty.label, duty.task].filter(Boolean).join(' ');
  const item = new vscode.TreeItem(task);
  const role = duty.role === 'lead' ? vscode.l10n.t('leads') : vscode.l10n.t('joins');
  const plan = scope === 'workspace' ? (duty.plan ?? fileName(duty.uri)) : '';
  item.id = `duty ${node.unit.body} ${node.index}`;
  item.iconPath = new vscode.ThemeIcon(duty.role === 'lead' ? 'star-full' : 'circle-outline');
  item.description = [role, plan].filter(Boolean).join(' · ');
  item.tooltip = [task, duty.name, plan].filter(Boolean).join('\n');
  item.contextValue = 'duty';
  item.command = { command: 'plandoc.revealUnit', title: vscode.l10n.t('Show in the Text'), arguments: [node] };
  item.accessibilityInformation = { label: [role, task, plan].filter(Boolean).join(', ') };
  return item;
}

function fileName(uri: string): string {
  const { path } = vscode.Uri.parse(uri);
  return path.slice(path.lastIndexOf('/') + 1);
}
