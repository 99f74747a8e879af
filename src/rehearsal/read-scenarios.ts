import type { Reglament } from '#core/policy/language/reglament.ts';
import type { Diagnostic } from '#core/policy/source/diagnostic.ts';
import { type JsonDocument, parseDocument, type SourceFile } from '#core/policy/source/document.ts';
import { openSchemaCheck, type SchemaCheck } from '#core/policy/source/schema-check.ts';
import { readScenario } from './read-scenario.ts';
import type { Scenario } from './scenario.ts';
import { SCENARIOS_SCHEMA } from './scenario-schema.ts';
import type { WrittenFile } from './written-scenario.ts';

export interface ReadScenarios {
  readonly scenarios: readonly Scenario[];
  readonly diagnostics: readonly Diagnostic[];
}

let schemaCheck: SchemaCheck | undefined;

/**
 * Reads files of scenarios; all findings come at once, and a file with findings brings no scenarios.
 *
 * @param reglament by which their names are looked up; without one only their form is checked
 */
export function readScenarios(files: readonly SourceFile[], reglament: Reglament | undefined): ReadScenarios {
  const scenarios: Scenario[] = [];
  const diagnostics: Diagnostic[] = [];
  const taken = new Map<string, string>();
  schemaCheck ??= openSchemaCheck(SCENARIOS_SCHEMA);
  for (const file of files) {
    const parsed = parseDocument(file);
    diagnostics.push(...parsed.diagnostics);
    if (parsed.kind === 'broken') continue;
    const { document } = parsed;
    const misformed = schemaCheck(document);
    diagnostics.push(...misformed);
    if (misformed.length > 0 || reglament === undefined) continue;
    const found = [...namesTaken(document, taken)];
    const { year, scenarios: written } = document.value as WrittenFile;
    for (const [index, scenario] of written.entries()) {
      const read = readScenario(document, ['scenarios', index], { year, ...scenario }, reglament);
      found.push(...read.diagnostics);
      scenarios.push(read.scenario);
    }
    diagnostics.push(...found);
  }
  const broken = new Set(diagnostics.map(({ file }) => file));
  return { scenarios: scenarios.filter(({ document }) => !broken.has(document.path)), diagnostics };
}

/** A scenario is asked for by its name, so no two bear the same. */
function* namesTaken(document: JsonDocument, taken: Map<string, string>): Iterable<Diagnostic> {
  for (const [index, { name }] of (document.value as WrittenFile).scenarios.entries()) {
    const path = ['scenarios', index, 'name'];
    for (const text of new Set(typeof name === 'string' ? [name] : [name.ru, name.en])) {
      const place = taken.get(text);
      taken.set(text, document.placeOf(path));
      if (place !== undefined) {
        const message = {
          ru: `так уже назван сценарий: ${place}`,
          en: `a scenario is called so already: ${place}`,
        };
        yield document.diagnose('RGL2001', path, message);
      }
    }
  }
}
