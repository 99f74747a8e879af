import { destination, pino } from 'pino';

/** Data beside a static sentence: ids, codes and counts; never a secret, never a customer's text. */
export type LogData = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  readonly info: (sentence: string, data?: LogData) => void;
  readonly warn: (sentence: string, data?: LogData) => void;
  readonly error: (sentence: string, data?: LogData) => void;
}

const REDACTED = ['authorization', 'token', 'secret', 'password', 'text', 'body', 'raw'];

/**
 * One line of JSON per event, on stderr or into a file.
 *
 * @param file where to write; absent: stderr
 */
export function openLog(file?: string): Log {
  const target = file === undefined ? destination(2) : destination({ dest: file, mkdir: true, sync: true });
  const logger = pino(
    { base: null, redact: [...REDACTED], timestamp: pino.stdTimeFunctions.isoTime },
    target,
  );
  return {
    info: (sentence, data) => logger.info(data ?? {}, sentence),
    warn: (sentence, data) => logger.warn(data ?? {}, sentence),
    error: (sentence, data) => logger.error(data ?? {}, sentence),
  };
}

/** For commands that print what they do. */
export const silentLog: Log = { info() {}, warn() {}, error() {} };
