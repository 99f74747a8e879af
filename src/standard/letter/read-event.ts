import { cutText, type Hit, wordsOutside } from '#core/policy/text/cut-text.ts';
import type { WordLists } from '#core/policy/text/word-lists.ts';
import { type Mail, type MailFile, senderOf } from './mail.ts';
import { type OwnWords, ownWords } from './own-words.ts';
import { readReply } from './read-reply.ts';
import { joined, textsOf } from './request-letter.ts';
import { isSignatureLogo } from './signature-logo.ts';
import { longest, type Sign, signsOf, weightsOf } from './weigh-kind.ts';

/** What a letter is in a conversation. */
export interface EventReading {
  readonly event: 'new' | 'reply' | 'thanks' | 'autoReply';
  /** The words by which it was told. */
  readonly evidence: readonly string[];
}

/** A letter, and what is found in it on the way. */
interface Looked {
  readonly mail: Mail;
  readonly own: OwnWords;
  /** What the writer's own words tell of a fault, a question or a wish. */
  readonly signs: readonly Sign[];
  readonly files: readonly { readonly name: string; readonly bytes: number }[];
  readonly words: WordLists;
}

type Evidence = readonly string[];

/** Reads what a letter is by itself: asked for something, answered, thanked, or written by a machine. */
export function readEvent(mail: Mail, words: WordLists): EventReading {
  const own = ownWords(mail.body, words);
  const files = mail.attachments.filter((file) => !isSignatureLogo(file) && !isEmblem(file));
  const letter = { mail, own, files, signs: signsOf(own.cut, words), words };
  for (const [event, read] of [
    ['autoReply', machineWords],
    ['thanks', thankfulWords],
    ['reply', answeringWords],
  ] as const) {
    const evidence = read(letter);
    if (evidence !== undefined) return { event, evidence };
  }
  return { event: 'new', evidence: [] };
}

/** A small picture within the text, whatever its name, belongs to a signature. */
const LARGEST_EMBLEM_BYTES = 15_000;

function isEmblem({ inline, bytes }: MailFile): boolean {
  return inline && bytes <= LARGEST_EMBLEM_BYTES;
}

/** A day that has nothing to do with now is enough where only the letter itself is looked at. */
const ANY_DAY = Temporal.PlainDate.from('2000-01-01');
const MACHINE_ADDRESS = /^(?:mailer-daemon|postmaster|mail-daemon|autoreply|auto-reply)@/iu;
const FORWARD = /(?:^|:)\s{0,3}(?:fw|fwd|пересл|пер)\s?(?:\[\d{1,3}\])?:/iu;

/** A letter that only says that somebody is away is short, and says so in more ways than one. */
const AWAY_WAYS = 2;
const LONG_NOTICE = 90;
/** So near to its beginning a robot says that it is one. */
const AT_START = 200;

function machineWords(letter: Looked): Evidence | undefined {
  const { mail, own, words } = letter;
  const { address = '', name } = senderOf(mail);
  if (MACHINE_ADDRESS.test(address) || /^mail delivery/iu.test(name)) return [name === '' ? address : name];
  const { intent, evidence } = readReply({ text: mail.body, attachments: letter.files }, ANY_DAY, words);
  if (intent === 'autoReply' || intent === 'bounce') return evidence;
  if (FORWARD.test(mail.subject) || letter.files.length > 0) return undefined;
  const inSubject = ['autoReplies', 'bounces'].flatMap((list) => words(list).hits(cutText(mail.subject)));
  if (inSubject.length > 0) return textsOf(inSubject);
  const away = longest(['absences', 'awayHints'].flatMap((list) => words(list).hits(own.cut)));
  if (own.cut.words.length > LONG_NOTICE || own.cut.text.includes('?') || asks(letter, away))
    return undefined;
  const received = words('acknowledgements').hits(joined([mail.subject, own.cut.text]));
  if (received.length > 1 && (received[0]?.from ?? AT_START) < AT_START) return textsOf(received);
  return away.length >= AWAY_WAYS ? textsOf(away) : undefined;
}

/** Whether the writer's own words surely tell of a fault, ask or wish, and do not only tell of what was said already. */
function asks({ signs }: Looked, said: readonly Hit[] = []): boolean {
  const others = signs.filter((sign) => !said.some((hit) => hit.from <= sign.from && sign.to <= hit.to));
  return Math.max(...Object.values(weightsOf(others))) >= 2.5;
}

/** Longer letters thank, too, but say more. */
const LONG_THANKS = 45;
/** Where nothing was quoted, thanks stand nearly alone. */
const SPARE_WORDS = 10;
const IN_ADVANCE = /заранее|in advance|за понимание|beforehand/iu;

function thankfulWords(letter: Looked): Evidence | undefined {
  const { mail, own, words, files } = letter;
  const { intent, evidence } = readReply({ text: mail.body, attachments: files }, ANY_DAY, words);
  if (intent === 'thanks') return evidence;
  const { cut } = own;
  const glad = words('contentment').hits(cut);
  const said = [...words('thanks').hits(cut), ...glad, ...words('affirmations').hits(cut)];
  if (said.length === 0 || files.length > 0 || cut.words.length > LONG_THANKS) return undefined;
  if (cut.text.includes('?') || IN_ADVANCE.test(cut.text) || asks(letter, glad)) return undefined;
  const objections = words('objections')
    .hits(cut)
    .filter((hit) => !glad.some((other) => other.from <= hit.from && hit.to <= other.to));
  if (objections.length > 0) return undefined;
  const polite = ['greetings', 'pleasantries'].flatMap((list) => words(list).hits(cut));
  const isAnswer = isInConversation(letter) && (glad.length > 0 || words('thanks').hits(cut).length > 0);
  return isAnswer || wordsOutside(cut, [...said, ...polite]) <= SPARE_WORDS ? textsOf(said) : undefined;
}

const REPLY_SUBJECT =
  /^\s*(?:re|ответ|отв|ha|на)\s?(?:\[\d{1,3}\])?:\s{0,3}(?:(?:re|ответ|отв|fw|fwd):\s{0,3}){0,6}/iu;
/** The number of a request, as desks write it. */
const NUMBERED =
  /\[?#\s?\d{3,}|(?:заявк\p{L}{0,3}|обращени\p{L}{0,3}|запрос\p{L}{0,3}|инцидент\p{L}{0,3}|ticket|request|case)\s{0,3}(?:№|#|n|no\.?)?\s{0,3}[\p{L}-]{0,6}\d{3,}|\p{Lu}{2,8}-\d{2,}/iu;

function isInConversation({ mail, own }: Looked): boolean {
  const subject = REPLY_SUBJECT.exec(mail.subject);
  return (
    !FORWARD.test(mail.subject) && (own.carriesLetter || (subject !== null && NUMBERED.test(mail.subject)))
  );
}

/** Whoever writes `Re:` over a letter without a history may only have had no better letter at hand. */
function answeringWords(letter: Looked): Evidence | undefined {
  const { mail, own, words } = letter;
  if (words('anewWords').hits(own.cut).length > 0 || FORWARD.test(mail.subject)) return undefined;
  const subject = REPLY_SUBJECT.exec(mail.subject);
  const answers = textsOf(words('answerWords').hits(own.cut));
  const hasSubject = subject !== null && /[\p{L}\d]/u.test(mail.subject.slice(subject[0].length));
  if (hasSubject && (isInConversation(letter) || answers.length > 0 || !asks(letter))) {
    return [subject[0].trim(), ...answers];
  }
  const said = textsOf(words('surelyAnswers').hits(own.cut));
  return said.length > 0 || (own.carriesLetter && subject !== null) ? said : undefined;
}
