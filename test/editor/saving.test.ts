/** What the page of the task table asks to have saved, with the person's answers and the server's put in. */
import * as vscode from 'vscode';
import { exportUnit, savePicture } from '../../client/src/preview/saving';
import type { ServerController } from '../../client/src/server';
import type { ExportResult } from '../../server/src/protocol';
import { equal, ok, showPlan } from './helpers';
import { memoryFiles, type MemoryFiles } from './memoryFiles';

const SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>';

describe('从任务表保存 saving from the task table', () => {
  const { showSaveDialog, showInformationMessage, showErrorMessage } = vscode.window;
  const log = vscode.window.createOutputChannel('saving', { log: true });
  let files: MemoryFiles;
  let said: string[];

  /** Files go to `name` in a folder in memory; what is said is kept. */
  function saveTo(name: string, scheme: string, isReadonly = false): void {
    files = memoryFiles(scheme, { '/出/a.txt': '' }, { isReadonly });
    said = [];
    const note = (text: string): Promise<undefined> => {
      said.push(text);
      return Promise.resolve(undefined);
    };
    Object.assign(vscode.window, {
      showSaveDialog: () => Promise.resolve(files.uri(`/出/${name}`)),
      showInformationMessage: note,
      showErrorMessage: note,
    });
  }

  afterEach(() => {
    Object.assign(vscode.window, { showSaveDialog, showInformationMessage, showErrorMessage });
    files.dispose();
  });
  after(() => log.dispose());

  it('a picture is written as its name says; where that cannot be, it is said why', async () => {
    const plan = vscode.Uri.parse('untitled:a.plan');
    saveTo('图.svg', 'plandoc-pictures');
    await savePicture(plan, { svg: SVG, png: btoa('PNG') });
    equal(files.text('/出/图.svg'), SVG, 'file');
    files.dispose();
    saveTo('图.png', 'plandoc-pictures-fixed', true);
    await savePicture(plan, { svg: SVG, png: btoa('PNG') });
    equal(said.length, 1, 'sentences');
    ok(/could not be saved|没有保存成功/.test(said[0]!), said.join());
  });

  it('the tasks of a unit are written, and what is not in the file is said', async () => {
    const { document } = await showPlan('云溪区实施方案（2024—2026年）\n');
    saveTo('区财政局.docx', 'plandoc-tasks');
    const asked: unknown[] = [];
    const request = (_method: string, params: unknown): Promise<ExportResult> => {
      asked.push(params);
      return Promise.resolve({ base64: btoa('docx'), remarks: ['第 2 项没有时限。'] });
    };
    const server = { request } as unknown as ServerController;
    await exportUnit({ server, log }, document.uri, { unit: '区财政局', format: 'docx' });
    const { unit, format } = asked[0] as { readonly unit: string; readonly format: string };
    equal([unit, format], ['区财政局', 'docx'], 'asked for');
    equal(files.text('/出/区财政局.docx'), 'docx', 'file');
    ok(said[0]?.includes('区财政局.docx') && said[0].includes('第 2 项没有时限。'), said.join());
  });
});
