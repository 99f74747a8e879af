#!/usr/bin/env node
/*
 * The launcher. Plain JavaScript that any Node can read: it finds the Node that the program needs, or says in one
 * line what is missing. Everything else is in main.ts.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Native Temporal and node:sqlite are there, and TypeScript runs unbuilt. */
const NEEDED_MAJOR = 26;

if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) {
  module.enableCompileCache?.();
  await import('./main.ts');
} else {
  const node = nodeInDependencies();
  if (node === undefined) {
    console.error(
      `Reglament needs Node.js ${NEEDED_MAJOR} (this is ${process.versions.node}): run "npm ci" in its folder, which brings it.`,
    );
    process.exitCode = 2;
  } else {
    run(node);
  }
}

/** The Node that comes as a package of its own, whatever the system has. */
function nodeInDependencies() {
  try {
    const packageFile = createRequire(import.meta.url).resolve('node/package.json');
    const binary = path.join(
      path.dirname(packageFile),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    );
    return existsSync(binary) ? binary : undefined;
  } catch {
    return undefined;
  }
}

function run(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Reglament cannot start ${node}: ${error.message}`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const name of signals) process.removeAllListeners(name);
    if (signal === null) process.exitCode = code ?? 1;
    else process.kill(process.pid, signal);
  });
}
