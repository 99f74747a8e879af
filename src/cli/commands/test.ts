import { type CommonOptions, loadReglament, rulesFolder, scenarioFiles, toStderr } from '#cli/common.ts';
import { type ExitCode, FINDINGS, FINE } from '#cli/exit-codes.ts';
import { coverageInWords } from '#cli/print/coverage-text.ts';
import { printDiagnostics } from '#cli/print/diagnostics.ts';
import { scenariosToJson } from '#cli/print/scenarios-json.ts';
import { junitOf } from '#cli/print/scenarios-junit.ts';
import { scenariosInWords } from '#cli/print/scenarios-text.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { UsageError } from '#cli/usage.ts';
import { elapsedSince, startTiming } from '#clock.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { didYouMean } from '#core/policy/source/near-miss.ts';
import { unknownName } from '#core/policy/source/unknown-name.ts';
import type { RulesFolder } from '#policies/load-rules.ts';
import { parametersIn, reglamentWith } from '#policies/other-parameters.ts';
import { conditionCoverage } from '#rehearsal/condition-coverage.ts';
import { type Played, playScenario } from '#rehearsal/play-scenario.ts';
import { readScenarios } from '#rehearsal/read-scenarios.ts';
import type { OtherParameters, Scenario } from '#rehearsal/scenario.ts';

export interface TestOptions extends CommonOptions {
  readonly format?: 'text' | 'json' | 'junit';
  readonly scenario?: string;
  readonly coverage?: boolean;
}

/** `reglament test`: plays every scenario of the rules folder on a desk in memory, on a clock of its own. */
export async function runTest(options: TestOptions, terminal: Terminal): Promise<ExitCode> {
  const reglament = loadReglament(options, terminal);
  const folder = rulesFolder(options);
  const withOthers = (parameters: OtherParameters) => reglamentWith(folder, reglament, parameters);
  const read = readScenarios(scenarioFiles(options).files, reglament);
  const { scenarios } = read;
  const diagnostics = [...read.diagnostics, ...scenarios.flatMap((one) => unknownParameters(one, folder))];
  if (diagnostics.length > 0) printDiagnostics(toStderr(terminal), diagnostics, 'text');
  const chosen = options.scenario === undefined ? scenarios : chosenAmong(scenarios, options.scenario);
  if (chosen.length === 0 && diagnostics.length === 0) throw new UsageError(NOTHING_TO_PLAY);
  const started = startTiming();
  const played: Played[] = [];
  const coverage = options.coverage === true ? conditionCoverage() : undefined;
  for (const scenario of chosen) played.push(...(await playScenario(scenario, withOthers, coverage)));
  const conditions = coverage?.of(reglament);
  const milliseconds = elapsedSince(started);
  switch (options.json === true ? 'json' : (options.format ?? 'text')) {
    case 'json':
      terminal.printJson(scenariosToJson(played, reglament, terminal.machineLanguage, conditions));
      break;
    case 'junit':
      terminal.print(junitOf(played, terminal.machineLanguage));
      break;
    case 'text':
      terminal.print(scenariosInWords(played, reglament, milliseconds, terminal));
      if (conditions !== undefined) terminal.print(coverageInWords(played, reglament, conditions, terminal));
  }
  return diagnostics.length > 0 || played.some(({ misses }) => misses.length > 0) ? FINDINGS : FINE;
}

const NOTHING_TO_PLAY = {
  ru: 'сценариев нет: они лежат в rules/scenarios/*.scenarios.json',
  en: 'there are no scenarios: they stand in rules/scenarios/*.scenarios.json',
};

/** What a scenario sets and no policy has. */
function unknownParameters(
  { document, path, parameters }: Scenario,
  folder: RulesFolder,
): readonly Diagnostic[] {
  const known = parametersIn(folder);
  return Object.entries(parameters).flatMap(([policy, own]) =>
    Object.keys(own)
      .filter((name) => known.get(policy)?.includes(name) !== true)
      .map((name) => {
        const names = [...known].flatMap(([id, all]) => all.map((one) => `${id}.${one}`));
        const place = [...path, 'parameters', policy, name];
        return unknownName(document, 'RGL1104', place, `${policy}.${name}`, names);
      }),
  );
}

/** Every scenario whose name holds the words, in either language. */
function chosenAmong(scenarios: readonly Scenario[], words: string): readonly Scenario[] {
  const names = ({ name }: Scenario) => (typeof name === 'string' ? [name] : [name.ru, name.en]);
  const wanted = words.toLowerCase();
  const found = scenarios.filter((scenario) =>
    names(scenario).some((name) => name.toLowerCase().includes(wanted)),
  );
  if (found.length > 0) return found;
  const { fix } = didYouMean(words, scenarios.flatMap(names));
  throw new UsageError({
    ru: `сценария «${words}» нет${fix === undefined ? '' : `; может быть, «${fix}»?`}`,
    en: `there is no scenario "${words}"${fix === undefined ? '' : `; did you mean "${fix}"?`}`,
  });
}
