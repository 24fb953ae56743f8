import type { PlanEditName } from '../../../protocol';
import type { PlanEdit } from './edit';
import { rowToMeasure, toProse } from './toProse';
import { toTable } from './toTable';
import { joinAllLines, joinLines, joinLinesOverPages } from './joinLines';
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
};
