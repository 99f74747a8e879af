import type { WordListDefinition } from '#core/policy/language/vocabulary.ts';

/** The lists by which is read whether a request is ours to solve (2.4). */
export const scopeWords: readonly WordListDefinition[] = [
  {
    id: 'workstationThings',
    about: {
      ru: 'рабочее место: принтер, компьютер, почта, антивирус (2.4)',
      en: 'the workstation: printer, computer, mail, antivirus (2.4)',
    },
  },
  {
    id: 'internetThings',
    about: {
      ru: 'интернет (2.4)',
      en: 'the internet (2.4)',
    },
  },
  {
    id: 'closedNetworkThings',
    about: {
      ru: 'закрытая сеть: VPN, ViPNet, Континент (2.4)',
      en: 'the closed network: VPN, ViPNet, Kontinent (2.4)',
    },
  },
  {
    id: 'thirdPartyThings',
    about: {
      ru: 'чужие программы и порталы (2.4)',
      en: "other vendors' programs and portals (2.4)",
    },
  },
  {
    id: 'foreignSystems',
    about: {
      ru: 'чужие системы, у которых свои документы и отчёты: 1С, ЕИС, СБИС, клиент-банк (2.4)',
      en: "other vendors' systems with documents and reports of their own: 1C, SBIS, a bank's client (2.4)",
    },
  },
  {
    id: 'hostPrograms',
    about: {
      ru: 'чужие программы, в которых открывают то, что выдала наша: Excel, браузер',
      en: "other vendors' programs that show what ours puts out: Excel, a browser",
    },
  },
  {
    id: 'mailPrograms',
    about: {
      ru: 'почтовые программы, в которые пишет и наша',
      en: 'mail programs, which ours writes to as well',
    },
  },
  {
    id: 'foreignTroubles',
    about: {
      ru: 'слова о неполадке: не работает, не включается, ошибка',
      en: 'words of a trouble: does not work, will not start, error',
    },
  },
  {
    id: 'ourTroubles',
    about: {
      ru: 'слова о неполадке, какая бывает у нашей программы и её данных: пустой, неверно, не проводится',
      en: 'words of a trouble that our program and its data have: empty, wrong, does not post',
    },
  },
  {
    id: 'foreignWishes',
    about: {
      ru: 'просьбы о чужом: как, настройте, замените',
      en: 'wishes about foreign things: how to, set up, replace',
    },
  },
  {
    id: 'workstationTroubles',
    about: {
      ru: 'обороты о неполадках рабочего места',
      en: 'set phrases of troubles of the workstation',
    },
  },
  {
    id: 'internetTroubles',
    about: {
      ru: 'обороты о неполадках интернета',
      en: 'set phrases of troubles of the internet',
    },
  },
  {
    id: 'closedNetworkTroubles',
    about: {
      ru: 'обороты о неполадках закрытой сети',
      en: 'set phrases of troubles of a closed network',
    },
  },
  {
    id: 'thirdPartyTroubles',
    about: {
      ru: 'обороты о чужих программах',
      en: "set phrases about other vendors' programs",
    },
  },
  {
    id: 'ourProduct',
    about: {
      ru: 'наша программа и обмен с ней: «ваша программа», «у вас», «выгрузка», «файл»',
      en: 'our program and the exchange with it: "your program", "with you", "export", "file"',
    },
  },
  {
    id: 'ourContents',
    about: {
      ru: 'то, что есть в нашей программе, но бывает и в других: документ, отчёт, проводка',
      en: 'what is in our program, and may be in another: a document, a report, a posting',
    },
  },
  {
    id: 'consequences',
    about: {
      ru: 'слова о следствии: поэтому, тоже',
      en: 'words of a consequence: so, either',
    },
  },
  {
    id: 'scopeClearings',
    about: {
      ru: 'обороты, которые указывают на нас: «везде, кроме вашей»',
      en: 'set phrases that point to us: "everywhere but in yours"',
    },
  },
  {
    id: 'fineWords',
    about: {
      ru: 'слова о том, что вещь исправна или проверена',
      en: 'words that a thing is all right or was checked',
    },
  },
  {
    id: 'sharedTroubles',
    about: {
      ru: 'слова, по которым неполадка не только у нас: «ни из Word», «у соседней школы»',
      en: 'words by which the trouble is not ours alone: "not from Word either", "at the next school"',
    },
  },
  {
    id: 'furtherMatters',
    about: {
      ru: 'слова, с которых начинается другая проблема: «и ещё», «кроме того»',
      en: 'words that begin another matter: "another thing", "besides"',
    },
  },
];
