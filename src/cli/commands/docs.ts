import { type CommonOptions, loadReglament } from '#cli/common.ts';
import { type ExitCode, FINE } from '#cli/exit-codes.ts';
import { documentMarkdown } from '#cli/print/document-markdown.ts';
import type { Terminal } from '#cli/print/terminal.ts';
import { readInstantOption } from '#cli/usage.ts';
import { machineClock } from '#clock.ts';
import { regulationDocument } from '#core/prose/regulation-document.ts';

export interface DocsOptions extends CommonOptions {
  readonly at?: string;
}

/** `reglament docs`: the regulation as customers read it, computed from what the rules keep. */
export function runDocs(options: DocsOptions, terminal: Terminal): ExitCode {
  const at = options.at === undefined ? machineClock.now() : readInstantOption('--at', options.at);
  const reglament = loadReglament(options, terminal);
  const document = regulationDocument(reglament, terminal.language, at);
  if (options.json === true) terminal.printJson(document);
  else terminal.print(documentMarkdown(document, terminal.language));
  return FINE;
}
