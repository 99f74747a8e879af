import type { Command } from 'commander';
import type { Bilingual } from '#core/calendar/bilingual.ts';
import type { CommonOptions } from './common.ts';
import type { ExitCode } from './exit-codes.ts';
import type { Terminal } from './print/terminal.ts';

export type Run<Options> = (options: Options, terminal: Terminal) => ExitCode | Promise<ExitCode>;

/** Runs a command that was asked for, with its options. */
export type Perform = <Options extends CommonOptions>(
  load: () => Promise<Run<Options>>,
  options: Options,
) => Promise<void>;

/** Adds a command: its signature, what it is for, its code as loaded only when it is called, its own options. */
export type AddCommand = <Options extends CommonOptions>(
  signature: string,
  about: Bilingual,
  load: () => Promise<Run<Options>>,
  shape?: (command: Command) => Command,
  visibility?: { readonly hidden: boolean },
) => void;

/** What a list of commands is written with. */
export interface CommandList {
  readonly command: AddCommand;
  /** The words in the language of the reader. */
  readonly words: (ru: string, en: string) => string;
}
