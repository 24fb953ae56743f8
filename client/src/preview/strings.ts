/** Every text of the task-table page. The page has no translations of its own: the panel sends these. */
import * as vscode from 'vscode';
import { viewStrings } from './viewStrings';

export type PageStrings = ReturnType<typeof pageStrings>;

/** `{0}` and `{1}` stay in the texts; the page fills them in, since only it knows what a filter leaves. */
export function pageStrings() {
  const { t } = vscode.l10n;
  return {
    // The language these texts are in, for the page's `lang`; the Chinese bundle translates it to “zh-CN”.
    language: t('en'),
    caption: t('Task table'),
    continued: t('{0} (continued)'),
    ...columnStrings(),
    foldedOutcome: t('Outcome: {0}'),
    tasks: t('{0} tasks'),
    leads: t('{0} lead units'),
    shown: t('{0} of {1} tasks shown'),
    withFindings: t('{0} with findings'),
    filter: t('Filter tasks'),
    filterHint: t('Filter by measure, unit, deadline…'),
    ...choiceStrings(),
    ...viewStrings(),
    full: t('Full text'),
    fullHint: t('Show long measures and outcomes in full'),
    print: t('Print'),
    printHint: t('Print the rows and columns shown, on A4 landscape, from your browser'),
    inherited: t('Not stated by the task itself; taken from the plan'),
    milestone: t('Taken from a milestone in the text'),
    error: t('Error'),
    warning: t('Warning'),
    info: t('Information'),
    hint: t('Hint'),
    kindPlan: t('Plan'),
    kindTaskList: t('Task list'),
    kindNotice: t('Notice'),
    kindReport: t('Report'),
    kindOther: t('Other document'),
    emptyTitle: t('No tasks were recognised.'),
    emptyText: t(
      'A task is recognised by who answers for it. Write the units in brackets at the end of the measure, or use a table with columns such as 主要任务, 牵头单位 and 完成时间.',
    ),
    example: '（牵头单位：区司法局；责任单位：区政府办；完成时间：2025年12月底前）',
    notPlanTitle: t('This does not look like a plan.'),
    notPlanText: t(
      'It reads like a report or another kind of document, so no tasks are expected. A plan has numbered measures that name the units answering for them, for example:',
    ),
    noMatchTitle: t('No task matches the filter.'),
    noMatchAction: t('Clear Filter'),
    startingTitle: t('Reading the document…'),
    stoppedTitle: t('Plandoc is not running.'),
    stoppedText: t('The table follows the text again as soon as the language server is back.'),
    failedTitle: t('The table could not be read.'),
    failedText: t('The log says why. Restarting usually helps.'),
    closedTitle: t('The file is closed; the table no longer follows it.'),
    missingTitle: t('The file was not found.'),
    missingText: t('It may have been moved or deleted. Close this table, or open the file at its new place.'),
    restart: t('Restart'),
    showLog: t('Show Log'),
    openText: t('Open File'),
  };
}

function columnStrings() {
  const { t } = vscode.l10n;
  return {
    columnProject: t('Project'),
    columnGroup: t('Group'),
    columnLabel: t('No.'),
    columnText: t('Measure'),
    columnLead: t('Lead unit'),
    columnParticipants: t('Participants'),
    columnDeadline: t('Due'),
    columnOutcome: t('Outcome'),
  };
}

/** The bar of choices: what to show, in which order, in which columns. */
function choiceStrings() {
  const { t } = vscode.l10n;
  return {
    choices: t('Filter and arrange'),
    choicesActive: t('Filter and arrange ({0})'),
    unit: t('Unit'),
    allUnits: t('All units'),
    role: t('Role'),
    anyRole: t('Leads or joins'),
    asLead: t('Leads'),
    asParticipant: t('Joins'),
    time: t('Due'),
    allTimes: t('Any time'),
    dueYear: t('{0}'),
    dueQuarter: t('{0} Q{1}'),
    noDue: t('No last day'),
    noLead: t('No lead unit'),
    section: t('Section'),
    allSections: t('All sections'),
    only: t('Only'),
    onlyAll: t('Everything'),
    onlyOverdue: t('Due before today'),
    onlyNoLead: t('Without a lead'),
    onlyFindings: t('With findings only'),
    groupBy: t('Group by'),
    bySection: t('Section'),
    byLead: t('Lead unit'),
    byYear: t('Year due'),
    sortBy: t('Order'),
    sortText: t('As in the text'),
    sortDue: t('By time due'),
    sortLead: t('By lead unit'),
    sortFindings: t('Gravest findings first'),
    columns: t('Columns'),
    selected: t('{0} rows selected'),
    copied: t('{0} rows copied'),
    editCell: t('Change this cell in the text (F2)'),
    editingCell: t('{0}: Enter keeps the change, Escape leaves the text as it was'),
    cellEdited: t('The text was changed.'),
  };
}
