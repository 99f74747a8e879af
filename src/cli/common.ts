import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkModes } from '#configuration/check-modes.ts';
import type { Configuration } from '#configuration/configuration.ts';
import { readConfiguration } from '#configuration/read-configuration.ts';
import type { Language } from '#core/calendar/bilingual.ts';
import type { CompiledReglament } from '#core/policy/compile/compile-reglament.ts';
import type { Reglament } from '#core/policy/language/reglament.ts';
import { Fault } from '#faults.ts';
import { isScenarioFile, loadRules, type RulesFolder, readRules } from '#policies/load-rules.ts';
import { type Environment, readEnvironment } from '#settings.ts';
import { standardVocabulary } from '#standard/vocabulary.ts';
import { printDiagnostics } from './print/diagnostics.ts';
import { openTerminal, type Terminal } from './print/terminal.ts';

/** Options that every command takes. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly config?: string;
  readonly rules?: string;
  readonly lang?: Language;
  readonly quiet?: boolean;
}

/** The folder that the program itself stands in, with the rules and the configuration that it ships. */
const HOME = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

export function terminalFor(options: CommonOptions): Terminal {
  const environment = readEnvironment();
  return openTerminal({
    language: languageOf(options.lang, environment),
    machineLanguage: options.lang ?? 'en',
    noColor: environment.noColor,
    quiet: options.quiet === true,
  });
}

/** The language that was asked for, else that of the locale, else Russian. */
export function languageOf(asked: string | undefined, environment: Environment): Language {
  return asked === 'ru' || asked === 'en' ? asked : (environment.language ?? 'ru');
}

/** The file or folder that an option names; by default the one here, else the one that the program ships. */
export function locate(option: string | undefined, standard: string): string {
  if (option !== undefined) return path.resolve(option);
  const here = path.resolve(standard);
  return existsSync(here) ? here : path.join(HOME, standard);
}

/** A path as people expect to read it: relative to where they stand, with `/`. */
export function shownPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  const shown = relative === '' || relative.startsWith('..') ? file : relative;
  return shown.split(path.sep).join('/');
}

/** @throws RGL9001 when the folder cannot be read */
export function rulesFolder(options: CommonOptions): RulesFolder {
  const folder = rulesPath(options);
  return readRules(folder, shownPath(folder));
}

/** The files of scenarios in the rules folder of a command. */
export function scenarioFiles(options: CommonOptions): RulesFolder {
  const folder = rulesPath(options);
  return readRules(folder, shownPath(folder), isScenarioFile);
}

/** Where the rules of a command stand. */
export function rulesPath(options: CommonOptions): string {
  return locate(options.rules, 'rules');
}

export function compiledRules(options: CommonOptions): CompiledReglament {
  return loadRules(rulesFolder(options), standardVocabulary());
}

/** Where the configuration of a command stands. */
export function configurationFile(options: CommonOptions): string {
  return locate(options.config, path.join('config', 'reglament.json'));
}

/**
 * The reglament and the configuration for a command that needs both. Findings are printed to stderr.
 *
 * @throws RGL9002 or RGL9003 when either has errors
 */
export function loadAll(
  options: CommonOptions,
  terminal: Terminal,
): { readonly reglament: Reglament; readonly configuration: Configuration } {
  const configuration = loadConfiguration(options, terminal);
  const reglament = loadReglament(options, terminal);
  if (modesAreWrong(options, reglament, terminal)) throw badConfiguration();
  return { reglament, configuration };
}

/**
 * The reglament for a command that needs nothing else. Findings are printed to stderr.
 *
 * @throws RGL9003 when it has errors
 */
export function loadReglament(options: CommonOptions, terminal: Terminal): Reglament {
  const { reglament, diagnostics } = compiledRules(options);
  if (diagnostics.length > 0) printDiagnostics(toStderr(terminal), diagnostics, 'text');
  if (reglament !== undefined) return reglament;
  throw new Fault('RGL9003', {
    ru: 'в политике есть ошибки, работать по ней нельзя',
    en: 'the policy has errors and cannot be used',
  });
}

/** Modes for rules that do not exist would silently leave the others as they are: nothing is started with them. */
export function modesAreWrong(options: CommonOptions, reglament: Reglament, terminal: Terminal): boolean {
  const { document } = readConfiguration(configurationFile(options), shownPath);
  const found = document === undefined ? [] : checkModes(document, reglament);
  if (found.length > 0) printDiagnostics(toStderr(terminal), found, 'text');
  return found.some(({ severity }) => severity === 'error');
}

function badConfiguration(): Fault {
  return new Fault('RGL9002', {
    ru: 'в настройках есть ошибки, работать по ним нельзя',
    en: 'the configuration has errors and cannot be used',
  });
}

/** @throws RGL9002 when it has errors */
export function loadConfiguration(options: CommonOptions, terminal: Terminal): Configuration {
  const { configuration, diagnostics } = readConfiguration(configurationFile(options), shownPath);
  if (diagnostics.length > 0) printDiagnostics(toStderr(terminal), diagnostics, 'text');
  if (configuration === undefined) throw badConfiguration();
  return configuration;
}

export function toStderr(terminal: Terminal): Terminal {
  return { ...terminal, print: terminal.complain };
}
