/** Questions asked one after another in the quick input, with a way back; each has an answer that Enter takes. */
import * as vscode from 'vscode';

export const BACK = Symbol('back');

/** What one step came to: an answer, the wish to go back, or nothing (Escape, a click elsewhere). */
export type StepResult<T> = T | typeof BACK | undefined;

export interface StepHead {
  readonly title: string;
  /** One-based. */
  readonly step: number;
  readonly totalSteps: number;
}

/** A question. `undefined` from `ask` ends the whole; a step that does not apply is left out by `applies`. */
export interface Step<A> {
  applies(answers: A): boolean;
  ask(answers: A, head: StepHead): Promise<StepResult<A>>;
}

/** Asks all steps that apply; the answers together, or `undefined` when the person left. */
export async function askSteps<A>(title: string, steps: readonly Step<A>[], start: A): Promise<A | undefined> {
  const before: { readonly at: number; readonly answers: A }[] = [];
  let answers = start;
  for (let at = 0; at < steps.length;) {
    const step = steps[at]!;
    if (!step.applies(answers)) {
      at++;
      continue;
    }
    const totalSteps = before.length + steps.slice(at).filter((one) => one.applies(answers)).length;
    const result = await step.ask(answers, { title, step: before.length + 1, totalSteps });
    if (result === undefined) return undefined;
    if (result === BACK) {
      const last = before.pop();
      if (last) ({ at, answers } = last);
      continue;
    }
    before.push({ at, answers });
    answers = result;
    at++;
  }
  return answers;
}

export interface Choice<T> extends vscode.QuickPickItem {
  readonly value: T;
}

/** Asks to choose; `active` is what Enter takes. */
export function pick<T>(
  head: StepHead,
  placeholder: string,
  items: readonly Choice<T>[],
  active: T | null,
): Promise<StepResult<T>> {
  const input = vscode.window.createQuickPick<Choice<T>>();
  Object.assign(input, { items, placeholder, matchOnDescription: true, matchOnDetail: true });
  input.activeItems = items.filter(({ value }) => value === active);
  return show(input, head, () => input.activeItems[0]?.value);
}

/** Asks for a word; empty is an answer too. `problem` says what is wrong with one. */
export function ask(
  head: StepHead,
  { prompt, value, placeholder }: { readonly prompt: string; readonly value: string; readonly placeholder: string },
  problem: (text: string) => string | undefined = () => undefined,
): Promise<StepResult<string>> {
  const input = vscode.window.createInputBox();
  Object.assign(input, { prompt, value, placeholder });
  const wrong = (): boolean => (input.validationMessage = problem(input.value)) !== undefined;
  input.onDidChangeValue(wrong);
  return show(input, head, () => (wrong() ? undefined : input.value.trim()));
}

/** Shows an input until it is accepted with an answer, left or gone back from. */
function show<T>(
  input: vscode.QuickInput & {
    readonly onDidAccept: vscode.Event<void>;
    buttons: readonly vscode.QuickInputButton[];
  } & {
    readonly onDidTriggerButton: vscode.Event<vscode.QuickInputButton>;
  },
  { title, step, totalSteps }: StepHead,
  answer: () => T | undefined,
): Promise<StepResult<T>> {
  Object.assign(input, { title, step, totalSteps });
  if (step > 1) input.buttons = [vscode.QuickInputButtons.Back];
  return new Promise((done) => {
    input.onDidTriggerButton(() => done(BACK));
    input.onDidAccept(() => {
      const value = answer();
      if (value !== undefined) done(value);
    });
    input.onDidHide(() => done(undefined));
    input.show();
  }).finally(() => input.dispose()) as Promise<StepResult<T>>;
}
