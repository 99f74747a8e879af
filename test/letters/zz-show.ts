import { theReglament } from '#test/support/desk.ts';
import { lettersIn } from '#test/letters/labelled-letters.ts';
import { readLetter } from '#standard/letter/read-letter.ts';
const C = ['subject','name','organization','phone','email'] as const;
const { words } = theReglament();
for (const file of process.argv.slice(2)) for (const { id, mail, labels } of lettersIn(file)) {
  if (labels.event !== 'new' || labels.outOfScope[0] !== null) continue;
  const r = readLetter(mail, words);
  const state = (l: {present: readonly string[]; missing: readonly string[]}, f: string) => l.present.includes(f) ? 'P' : l.missing.includes(f) ? 'M' : '?';
  const bad = C.filter((f) => !(labels.either as readonly string[]).includes(f) && state(labels, f) !== state(r, f) && state(labels,f)!=='?');
  if (bad.length === 0 && !process.env.ALL) continue;
  console.log(`#### ${id} ${mail.channel} | ${mail.from} | ${mail.subject}\n${mail.body.slice(0,1500)}`);
  for (const f of bad) console.log(`   >>> ${f}: should ${state(labels, f)} read ${state(r, f)} ${JSON.stringify(r.evidence[f])}`);
}
