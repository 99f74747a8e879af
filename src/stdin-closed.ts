/** Resolves when standard input closes: whoever started this process is gone, or wants it to end. */
export function stdinClosed(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('close', () => resolve());
    process.stdin.once('end', () => resolve());
    process.stdin.resume();
  });
}
