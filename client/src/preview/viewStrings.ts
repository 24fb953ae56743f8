/** The texts of the views beside the table; see `strings.ts`. */
import * as vscode from 'vscode';

export function viewStrings() {
  return {
    ...sharedStrings(),
    ...timelineStrings(),
    ...workloadStrings(),
    ...sheetStrings(),
    ...overviewStrings(),
  };
}

function sharedStrings() {
  const { t } = vscode.l10n;
  return {
    views: t('Views'),
    viewTable: t('Table'),
    viewTimeline: t('Timeline'),
    viewWorkload: t('Workload'),
    viewUnitSheet: t('Unit Sheet'),
    viewOverview: t('Overview'),
    copyDone: t('Copied.'),
    copyFailed: t('The clipboard could not be written.'),
    trail: t('Shown only: {0}'),
    trailBack: t('Back to “{0}”'),
    pair: t('{0}: {1}'),
    semicolon: t('; '),
  };
}

function timelineStrings() {
  const { t } = vscode.l10n;
  return {
    lanes: t('Lanes'),
    lanesSection: t('By section'),
    lanesUnit: t('By lead unit'),
    laneNoSection: t('Without a section'),
    laneNoUnit: t('Without a lead unit'),
    zoomIn: t('Zoom in'),
    zoomOut: t('Zoom out'),
    zoomFit: t('Whole period'),
    zoomHint: t('Ctrl and the mouse wheel zoom, too; so do the keys + - 0.'),
    savePicture: t('Save as Picture'),
    pictureTooLarge: t('Too many tasks for one picture: narrow the filter to {0} or fewer.'),
    timelineTasks: t('Tasks in time'),
    undated: t('{0} without a last day'),
    overdue: t('{0} due before today'),
    noDate: t('no date'),
    timelineNothing: t('No task says when it is to be done, so there is nothing to draw.'),
    milestones: t('Milestones'),
    dueAmbiguous: t('It can be read in two ways; shown is the later one'),
    legend: t('What the marks mean'),
    legendBar: t('From – to'),
    legendPoint: t('Last day'),
    legendOpen: t('From, without an end'),
    legendStanding: t('Goes on, or comes again: no last day'),
    legendAssumed: t('Outline: deadline of the whole plan'),
    legendBeyond: t('Further off than shown'),
    legendOutside: t('Outside the period'),
    legendToday: t('Today ({0})'),
    legendTodayAway: t('Today ({0}) is outside what is shown'),
    quarterTick: t('Q{0}'),
    monthTick: t('M{0}'),
  };
}

function workloadStrings() {
  const { t } = vscode.l10n;
  return {
    workloadCaption: t('Tasks by unit and the year they are due'),
    loadRole: t('Counted'),
    loadAny: t('Led and joined'),
    loadLead: t('Led'),
    loadParticipant: t('Joined'),
    loadUnit: t('Unit'),
    loadTotal: t('Total'),
    loadAll: t('All tasks'),
    loadNone: t('No unit is named in this role.'),
    loadHint: t('The darker, the more. A click on a number shows the tasks; arrow keys move.'),
    loadSort: t('Order the units by this column'),
    loadMore: t('Show all {0} units'),
    loadCell: t('{0}, {1}: {2} tasks'),
  };
}

function sheetStrings() {
  const { t } = vscode.l10n;
  return {
    sheetUnit: t('Unit to show'),
    sheetTitle: t('Tasks of {0}'),
    sheetLeads: t('Leads ({0})'),
    sheetJoins: t('Joins ({0})'),
    sheetMore: t('Show all {0} tasks'),
    sheetNone: t('No task names a unit.'),
    sheetCopy: t('Copy'),
    sheetWord: t('Save as Word'),
    sheetExcel: t('Save as Excel'),
    sheetCalendar: t('Save as Calendar'),
    sheetFiltered: t('The filter leaves some tasks out here; saved files have all tasks of the unit.'),
  };
}

function overviewStrings() {
  const { t } = vscode.l10n;
  return {
    figureTasks: t('Tasks'),
    figureLeads: t('Lead units'),
    figureUnits: t('Units in all'),
    figureOverdue: t('Due before today'),
    figureOverdueHint: t('Whether they were done the plan does not say.'),
    figureQuarter: t('Due this quarter'),
    figureNoLead: t('Without a lead'),
    figureNoDue: t('Without a last day'),
    figuresDue: t('Due by quarter'),
    figuresFindings: t('Tasks with findings'),
    figuresFound: t('Findings in the whole document'),
    figureNext: t('Shows the next place in the text'),
    figuresNoFindings: t('Nothing was found.'),
    figuresLoad: t('Units that lead most'),
    figureBar: t('{0}: {1}'),
  };
}
