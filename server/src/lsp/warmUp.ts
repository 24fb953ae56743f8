import { readPlan } from '../core/plan/plan';
import { createChecker } from '../core/rules/check';
import { RULES } from '../core/rules/index';
import { readText } from '../core/syntax/source';
import type { Register } from '../core/units/model';

/** A little of everything a plan may hold, with names that are known, unknown and collective. */
const SAMPLE = `云溪区试读工作实施方案（2021—2025年）
一、总体要求
到2025年，各项工作取得成效。
（一）健全机制。完善制度，2023年底前完成。（牵头单位：区司法局；责任单位：区财政局、各镇街）
（二）加强监督。开展检查。（区审计局牵头，区试读局、云溪公安分局配合）
序号\t主要任务\t牵头单位\t责任单位\t完成时间\t成果形式
1\t推进试读工作。\t区人社局 区民政局\t各有关部门\t2022-2024年\t形成制度。
`;

/**
 * Reads and checks a small text while nothing is asked of the server yet, so that the first document somebody opens does
 * not wait for code to be compiled and for the base register to be read.
 */
export function warmUp(register: Register): void {
  const check = createChecker(RULES);
  for (let round = 0; round < 8; round++) check(readPlan(readText(SAMPLE.repeat(4))), register);
}
