import type { Locale, Message, MessageArgs } from '../core/text/locale';
import { say } from '../core/text/locale';

/** A mistake of the user: told as a sentence, without a stack, exit status 2. */
export class UsageError extends Error {
  readonly sentence: Message;
  readonly args: MessageArgs;

  constructor(sentence: Message, args: MessageArgs = {}) {
    super(say(sentence, 'en', args));
    this.sentence = sentence;
    this.args = args;
  }
}

/** Where a run of the program reads and writes; given in, so that tests need no process. */
export interface Terminal {
  readonly locale: Locale;
  readonly cwd: string;
  readonly colour: boolean;
  readonly verbose: boolean;
  /** Data, to stdout. */
  write(text: string): void;
  /** Everything else, to stderr. */
  note(text: string): void;
}

export const SAYS = {
  noFile: { zh: '{file}：没有这个文件或文件夹。', en: '{file}: no such file or folder.' },
  isFolder: { zh: '{file} 是文件夹，此处需要一个文件。', en: '{file} is a folder where a file is needed.' },
  noPlainFile: {
    zh: '{file}：不是普通文件，没有读取。从管道来的内容请用 - 代替文件名。',
    en: '{file}: no plain file, not read. For what comes from a pipe write - instead of a name.',
  },
  notUtf8: {
    zh: '{file}：不是 UTF-8 编码，没有读取。请转为 UTF-8 再用。',
    en: '{file}: not UTF-8, not read. Convert it to UTF-8 first.',
  },
  unreadable: { zh: '{file}：无法读取（{reason}）。', en: '{file}: cannot be read ({reason}).' },
  binary: {
    zh: '{file}：不是文本文件。Word、Excel 文件请先用 plandoc import 转成方案。',
    en: '{file}: not a text file. Turn Word and Excel files into plans with plandoc import first.',
  },
  undecodable: {
    zh: '{file}：既不是 UTF-8 也不是 GB18030 编码的文本。可用 --encoding 指定编码。',
    en: '{file}: neither UTF-8 nor GB18030 text. Name the encoding with --encoding.',
  },
  wrongEncoding: {
    zh: '{file}：按 {name} 编码读不通。请换一种编码，或者不指定，由程序判断。',
    en: '{file} cannot be read as {name}. Name another encoding, or none to have it found.',
  },
  badEncoding: { zh: '不认识的编码：{name}。', en: 'Unknown encoding: {name}.' },
  badPeriod: {
    zh: '--period 应写成 2021-2025 这样的起止年份，现在是“{value}”。',
    en: '--period takes years such as 2021-2025, not “{value}”.',
  },
  badChoice: { zh: '--{option} 只能是 {choices}，现在是“{value}”。', en: '--{option} takes {choices}, not “{value}”.' },
  badNumber: {
    zh: '--{option} 应为不小于 0 的整数，现在是“{value}”。',
    en: '--{option} takes a whole number, not “{value}”.',
  },
  needsPath: { zh: '请给出文件。用法见 plandoc --help。', en: 'Name a file. See plandoc --help.' },
  onePath: {
    zh: '{command} 一次只读一个文件，多出“{file}”。',
    en: '{command} reads one file at a time; “{file}” is one too many.',
  },
  unknownCommand: {
    zh: '没有“{name}”这个命令。用法见 plandoc --help。',
    en: 'No command “{name}”. See plandoc --help.',
  },
  unknownOption: {
    zh: '{command} 没有 {option} 这个参数。用法见 plandoc --help。',
    en: '{command} has no option {option}. See plandoc --help.',
  },
  needsValue: {
    zh: '{option} 后面要有一个值。用法见 plandoc --help。',
    en: '{option} takes a value. See plandoc --help.',
  },
  noValue: { zh: '{option} 不带值。用法见 plandoc --help。', en: '{option} takes no value. See plandoc --help.' },
  needsStdio: {
    zh: '语言服务器通过标准输入输出与编辑器通信：plandoc lsp --stdio。',
    en: 'The language server speaks over standard input and output: plandoc lsp --stdio.',
  },
  fault: {
    zh: 'plandoc 内部出错：{reason}。加 --verbose 可看详情。',
    en: 'plandoc failed: {reason}. Add --verbose for details.',
  },
  ruleFault: { zh: '规则 {rule} 出错，已跳过：{reason}', en: 'Rule {rule} failed and was skipped: {reason}' },
  cannotWriteEncoding: {
    zh: '{file}：不是 UTF-8 或 UTF-16 编码，没有改动。请先转为 UTF-8 再自动修改。',
    en: '{file}: neither UTF-8 nor UTF-16, left as it is. Convert it to UTF-8 first.',
  },
  noFolder: {
    zh: '{file}：没有这个文件夹，无法写入。请先建好文件夹，或者改写到别处。',
    en: '{file}: there is no such folder to write into. Make it first, or write elsewhere.',
  },
  unwritable: { zh: '{file}：无法写入（{reason}）。', en: '{file}: cannot be written ({reason}).' },
  fixAndBaseline: {
    zh: '--fix、--fix-dry-run 与 --update-baseline 不能同时用：先修改，再把剩下的记入基线。',
    en: '--fix and --fix-dry-run do not go together with --update-baseline: mend first, then write down what is left.',
  },
  cannotFixInput: {
    zh: '标准输入的内容不能就地修改；请用 --fix-dry-run 看修改。',
    en: 'Standard input cannot be mended in place; use --fix-dry-run.',
  },
  cannotWriteInput: {
    zh: '标准输入的内容不能就地格式化；去掉 --write，结果写到标准输出。',
    en: 'Standard input cannot be formatted in place; without --write the result goes to standard output.',
  },
  writeOrCheck: {
    zh: '--write 和 --check 只用一个。',
    en: 'Use one of --write and --check.',
  },
  formatted: { zh: '已格式化 {count} 个文件。', en: 'Files formatted: {count}.' },
  wouldFormat: {
    zh: '{count} 个文件需要格式化（没有写入；写入请用 --write）。',
    en: 'Files that would be formatted: {count} (nothing was written; use --write to write).',
  },
  mended: { zh: '已自动修改 {count} 处。', en: 'Findings mended: {count}.' },
  wouldMend: {
    zh: '可以自动修改 {count} 处（没有写入文件；写入请用 --fix）。',
    en: 'Findings that can be mended: {count} (nothing was written; use --fix to write).',
  },
  noSuperior: {
    zh: '{file}：找不到上位文件“{superior}”，没有对照。',
    en: '{file}: the superior plan “{superior}” is not there; not held against it.',
  },
  badSuperior: {
    zh: '{file}：上位文件没有对照。{reason}',
    en: '{file}: not held against its superior plan. {reason}',
  },
  exists: {
    zh: '{file} 已经存在，没有覆盖。确要覆盖请加 --force。',
    en: '{file} exists and was not written over. Add --force to do so.',
  },
  ontoItself: {
    zh: '{file} 就是读入的文件，没有覆盖。请另给一个文件名。',
    en: '{file} is the file that is read, and was not written over. Name another one.',
  },
  notCarried: { zh: '未带入：{note}', en: 'Not carried over: {note}' },
  carriedOtherwise: { zh: '请留意：{note}', en: 'Note: {note}' },
  needsFormat: {
    zh: '没有说明写成什么格式。请加 --to {choices}，或者在 -o 的文件名里写上后缀。',
    en: 'No format is named. Add --to {choices}, or an ending to the name after -o.',
  },
  needsOut: {
    zh: 'Word、Excel 文件不能写到标准输出，请用 -o 给出文件名。',
    en: 'Word and Excel files do not go to standard output; name the file with -o.',
  },
  written: { zh: '已写入 {file}。', en: 'Wrote {file}.' },
  nothingFound: { zh: '没有找到可以检查的方案文件。', en: 'No plan files found.' },
  writeSlip: {
    zh: '“{name}”像是“{meant}”的错写，没有登记。',
    en: '“{name}” looks like a slip for “{meant}” and was not added.',
  },
  writeExists: { zh: '已更新 {file}：新增 {count} 个单位。', en: 'Updated {file}; units added: {count}.' },
  noBaseline: {
    zh: '{file}：没有说明基线写到哪里。请加 --baseline 文件，或者在 plandoc.yaml 里写“基线: plandoc-baseline.json”。',
    en: '{file}: where is the baseline to be written? Add --baseline FILE, or write “基线: plandoc-baseline.json” in plandoc.yaml.',
  },
  badBaseline: {
    zh: '{file}：不是基线文件，或者已经损坏。删去后可用 --update-baseline 重新生成。',
    en: '{file}: not a baseline, or damaged. Delete it and write a new one with --update-baseline.',
  },
  baselineMissing: {
    zh: '还没有基线文件 {file}。用 plandoc check --update-baseline 生成。',
    en: 'There is no baseline {file} yet. Write it with plandoc check --update-baseline.',
  },
  baselineWritten: {
    zh: '已写入基线 {file}：{files} 个文件，{count} 处。',
    en: 'Baseline {file} written; files: {files}, findings: {count}.',
  },
} as const satisfies Record<string, Message>;
