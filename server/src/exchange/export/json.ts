import type { Plan } from '../../core/plan/plan';
import type { Task } from '../../core/plan/task';
import { listTasks } from '../../core/plan/tasks';

/** The tasks of a plan as scripts read them (`plandoc tasks --format json`). `file`: as the caller names it. */
export function tasksAsJson(plan: Plan, file: string): unknown {
  const { kind, kindReason, title, period } = plan.facts;
  return { file, kind, kindReason, title, period, tasks: listTasks(plan).map(toJson) };
}

function toJson(task: Task): unknown {
  return {
    label: task.label,
    heading: task.heading,
    section: task.section,
    text: task.text,
    lead: task.lead.map((unit) => unit.name),
    participants: task.participants.map((unit) => unit.name),
    deadline: task.deadline,
    outcome: task.outcome,
    range: task.range,
  };
}
