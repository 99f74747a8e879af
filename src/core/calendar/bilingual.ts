/** A language in which the product speaks. */
export type Language = 'ru' | 'en';

/** One text in every language in which the product speaks. */
export type Bilingual = { readonly [language in Language]: string };
