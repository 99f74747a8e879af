import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import {
  type CommonOptions,
  compiledRules,
  configurationFile,
  scenarioFiles,
  shownPath,
} from '#cli/common.ts';
import { type ExitCode, FINDINGS, FINE } from '#cli/exit-codes.ts';
import { type DiagnosticFormat, printDiagnostics } from '#cli/print/diagnostics.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { UsageError } from '#cli/usage.ts';
import { machineClock } from '#clock.ts';
import { checkModes } from '#configuration/check-modes.ts';
import { CONFIGURATION_SCHEMA } from '#configuration/configuration-schema.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import { editorSchemas } from '#core/policy/compile/read-documents.ts';
import { inspectReglament } from '#core/policy/inspect/inspect-reglament.ts';
import { type Diagnostic, tidyDiagnostics } from '#core/policy/source/diagnostic.ts';
import { readScenarios } from '#rehearsal/read-scenarios.ts';
import { SCENARIOS_SCHEMA } from '#rehearsal/scenario-schema.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';

export interface CheckOptions extends CommonOptions {
  readonly format?: DiagnosticFormat;
  readonly writeSchemas?: boolean;
  readonly paths?: readonly string[];
}

/** `reglament check`: every finding in policies, messages, calendars and configuration, all at once. */
export function runCheck(options: CheckOptions, terminal: Terminal): ExitCode {
  if (options.writeSchemas === true) writeSchemas();
  for (const name of options.paths ?? []) mustExist(name);
  const rules = compiledRules(options);
  const { document, diagnostics } = readConfiguration(configurationFile(options), shownPath);
  const modes =
    document === undefined || rules.reglament === undefined ? [] : checkModes(document, rules.reglament);
  const inspected =
    rules.reglament === undefined
      ? []
      : inspectReglament(rules.documents, rules.reglament, machineClock.now());
  const scenarios = readScenarios(scenarioFiles(options).files, rules.reglament);
  const found = tidyDiagnostics([
    ...rules.diagnostics,
    ...diagnostics,
    ...modes,
    ...inspected,
    ...scenarios.diagnostics,
  ]).filter(within(options.paths ?? []));
  printDiagnostics(terminal, found, options.json === true ? 'json' : (options.format ?? 'text'));
  return found.some(({ severity }) => severity === 'error') ? FINDINGS : FINE;
}

function mustExist(name: string): void {
  if (existsSync(name)) return;
  throw new UsageError({
    ru: `«${name}» – такого файла или папки нет, проверять нечего`,
    en: `"${name}" is no file or folder, there is nothing to check`,
  });
}

function within(paths: readonly string[]): (diagnostic: Diagnostic) => boolean {
  const wanted = paths.map((name) => path.resolve(name));
  return ({ file }) =>
    wanted.length === 0 ||
    wanted.some((name) => path.resolve(file) === name || path.resolve(file).startsWith(name + path.sep));
}

/** Schemas for editors, from the vocabulary; a test holds the committed ones against it. */
function writeSchemas(): void {
  const schemas = {
    ...editorSchemas(standardVocabulary()),
    scenarios: SCENARIOS_SCHEMA,
    reglament: CONFIGURATION_SCHEMA,
  };
  for (const [name, schema] of Object.entries(schemas)) {
    writeFileSync(
      path.join('config', 'schemas', `${name}.schema.json`),
      `${JSON.stringify(schema, null, 2)}\n`,
    );
  }
}
