import type { PlanEditName } from '../../../protocol';
import type { PlanEdit } from './edit';
import { rowToMeasure, toProse } from './toProse';
import { toTable } from './toTable';
import { joinAllLines, joinLines, joinLinesOverPages } from './joinLines';
import { demoteMeasure, promoteMeasure } from './numbers/changeLevel';
import { deleteMeasure } from './numbers/deleteMeasure';
import { insertMeasure } from './numbers/insertMeasure';
import { moveMeasureDown, moveMeasureTo, moveMeasureUp } from './numbers/moveMeasure';
import { renumber } from './numbers/renumber';
import { wrapAnnotation } from './wrapAnnotation';

/** Every edit a person can ask for, by the name its command has after `plandoc.`. */
export const PLAN_EDITS: Readonly<Record<PlanEditName, PlanEdit>> = {
  wrapAnnotation,
  toTable,
  toProse,
  rowToMeasure,
  joinLines,
  joinLinesOverPages,
  joinAllLines,
  renumber,
  insertMeasure,
  deleteMeasure,
  moveMeasureUp,
  moveMeasureDown,
  moveMeasureTo,
  promoteMeasure,
  demoteMeasure,
};
