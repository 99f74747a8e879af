/** What a customer's message is, as far as it can be told. */
export const REPLY_INTENTS = [
  /** It says something. */
  'message',
  'thanks',
  /** It only says that an answer will come. */
  'promise',
  /** A mail program wrote it. */
  'autoReply',
  /** Our letter did not arrive. */
  'bounce',
  /** No words and no files but a signature's logo. */
  'nothing',
  'unsure',
] as const;

export type ReplyIntent = (typeof REPLY_INTENTS)[number];

export interface ReplyReading {
  readonly intent: ReplyIntent;
  /** The words by which it was told. */
  readonly evidence: readonly string[];
  /** The day until which the customer is away, or by which the answer is promised. */
  readonly day?: Temporal.PlainDate;
  /** Thanks that may answer a question as well: «да, спасибо», «спасибо, всё заработало». */
  readonly mayAnswer?: boolean;
}
