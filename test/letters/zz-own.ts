import { theReglament } from '#test/support/desk.ts';
import { lettersIn } from '#test/letters/labelled-letters.ts';
import { ownWords } from '#standard/letter/own-words.ts';
const { words } = theReglament();
for (const file of process.argv.slice(2)) for (const { id, mail } of lettersIn(file)) {
  const o = ownWords(mail.body, words);
  console.log(`#### ${id}`, JSON.stringify({ end: o.cut.text.slice(-80), signature: o.signature, inner: o.inner.map((i) => [i.head, i.body.slice(0, 60)]) }));
}
