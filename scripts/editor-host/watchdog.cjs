// Preloaded into VS Code's server: when the program that started it is gone, even by SIGKILL, its end of this pipe
// closes, and the server must not live on. The extension host inherits --require, hence the look at the script's name.
if (process.env.EDITOR_HOST_WATCH === '1' && (process.argv[1] ?? '').endsWith('server-main.js')) {
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
  process.stdin.resume();
}
