import { tasksByPassage } from '../core/plan/tasks';
import { STATUS_CHANGED, type StatusParams } from '../protocol';
import type { PlanDocument } from './documents';
import type { Services } from './services';
import type { Reviewed } from './sessions';

/** Milliseconds without a change before the status item is worked out: it visits every task, which no keystroke should wait for. */
const PAUSE = 200;

/** Feeds the status item: kind, tasks, period, counts. Sent in pauses of typing, and only when something in it changed. */
export function registerStatus({ connection, documents, onReviewed }: Services): void {
  const sent = new Map<string, string>();
  const timers = new Map<string, ReturnType<typeof setTimeout>>();
  onReviewed((document, reviewed) => {
    const { uri } = document;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => send(document, reviewed), PAUSE),
    );
  });
  function send(document: PlanDocument, reviewed: Reviewed): void {
    const status = statusOf(document.uri, reviewed);
    const words = JSON.stringify(status);
    if (sent.get(document.uri) === words) return;
    sent.set(document.uri, words);
    void connection.sendNotification(STATUS_CHANGED, { ...status, version: document.version });
  }
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    sent.delete(uri);
  });
}

/** Milliseconds of checking that a person who types notices. */
const FELT = 200;

function statusOf(uri: string, reviewed: Reviewed): Omit<StatusParams, 'version'> {
  const { plan, result, loaded, settings, known, faulty, took } = reviewed;
  const counts = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of result.findings) counts[severity]++;
  const { kind, kindReason, period } = plan.facts;
  return {
    uri,
    kind,
    kindReason,
    tasks: tasksByPassage(plan).reduce((all, tasks) => all + tasks.length, 0),
    period,
    counts,
    registers: loaded.uris,
    known,
    faults: faulty,
    // To the nearest tenth of a second: the status is sent again when it changes, and this one always does a little.
    slow: took < FELT ? null : Math.round(took / 100) * 100,
    config: settings.config && { uri: settings.config.uri, problems: settings.config.problems.length },
  };
}
