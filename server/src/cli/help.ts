import type { Locale } from '../core/text/locale';

export const HELP: Record<Locale, string> = {
  zh: `plandoc：读懂并核对方案类公文

用法  plandoc <命令> [参数]

  check [路径…]       检查文件和文件夹（默认当前文件夹）
                      --format text|json|ndjson|sarif|github|html
                      --severity error|warning|info|hint（最低显示级别）
                      --max-warnings N（警告超过 N 条时退出码为 1）
                      --fix 应用稳妥修改   --fix-dry-run 只显示会改什么   --timing 各规则用时
                      --baseline 文件（其中记下的老问题不再报）  --update-baseline 把现有问题记入基线
  sheet [路径…]       审查意见单  --to docx|md|html   -o 文件（docx 必须给出）
  format 路径…        格式化：空格、标点宽窄、空行、表格，不动文字（默认打印到标准输出）
                      --write 写回文件   --check 只列出差异，有则退出码为 1
  tasks 文件          任务表  --format json|csv|tsv|md
  export 文件         导出    --to docx|xlsx|csv|tsv|md|html|json|ics   -o 文件
                      docx 按 GB/T 9704 版式（plandoc.yaml 的“版式”可改）   --table 只要任务表
                      --columns project,index,task,…（列和次序）  --unit 单位（只要它的任务；docx 是给它的任务单）
  import 文件         把 Word、Excel、网页、文本转成方案  -o 文件（不写则输出）  --force 覆盖已有文件
                      --sheet 工作表名或序号   --changes accept|reject（修订按全部接受或拒绝）
  outline 文件        大纲    --format text|json
  units 文件…         文中所有单位  --format text|json  --write units.yaml（把未登记的单位写入名录）
  rules               全部规则  --format text|json|md
  lsp --stdio         语言服务器

通用  -                    代替文件名：读标准输入（check、sheet、format 可用 --stdin-filename 说明它的名字）
      --period 2021-2025   没有写明规划期的文件按此核对
      --units 文件         使用这份单位名录（默认：向上最近的 units.yaml）
      --encoding 名称      文件编码（默认自动识别 UTF-8、GB18030）
      --lang zh|en         输出语言    --verbose  出错时给出详情    --version    --help

退出码  0 没有错误级发现；1 有；2 用法有误、文件无法读取或程序出错
`,
  en: `plandoc: reads and checks Chinese government plan documents

Usage  plandoc <command> [arguments]

  check [path…]       check files and folders (default: this folder)
                      --format text|json|ndjson|sarif|github|html
                      --severity error|warning|info|hint (least shown)
                      --max-warnings N (exit status 1 above N warnings)
                      --fix apply safe fixes   --fix-dry-run show them as a diff   --timing time by rule
                      --baseline FILE (what it holds is not shown)  --update-baseline write down what is found
  sheet [path…]       the review sheet  --to docx|md|html   -o FILE (needed for docx)
  format PATH…        spacing, width of marks, blank lines, tables; never words (printed unless told otherwise)
                      --write into the files   --check only the differences, exit status 1 if there are any
  tasks FILE          the task table  --format json|csv|tsv|md
  export FILE         export  --to docx|xlsx|csv|tsv|md|html|json|ics   -o FILE
                      docx in GB/T 9704 layout (版式 in plandoc.yaml changes it)   --table the task table alone
                      --columns project,index,task,… (columns, in order)  --unit NAME (its tasks; docx: a sheet for it)
  import FILE         Word, Excel, web page or text → a plan  -o FILE (else printed)  --force write over it
                      --sheet NAME or number   --changes accept|reject (tracked changes)
  outline FILE        the outline     --format text|json
  units FILE…         every unit named  --format text|json  --write units.yaml (add unknown units)
  rules               every rule  --format text|json|md
  lsp --stdio         the language server

Common -                    in the place of a file: standard input (check, sheet, format: its name by --stdin-filename)
       --period 2021-2025   for documents that state no period
       --units FILE         use this register (default: the nearest units.yaml upwards)
       --encoding NAME      encoding of the files (default: UTF-8 or GB18030, detected)
       --lang zh|en         language of the output    --verbose    --version    --help

Exit status  0 no finding at error level; 1 findings; 2 wrong usage, unreadable input or a fault of ours
`,
};
