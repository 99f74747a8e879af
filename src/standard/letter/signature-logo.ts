import type { MailFile } from './mail.ts';

/** Mail programs number the pictures of a signature so; a person's screenshot is called otherwise. */
const NUMBERED_NAME =
  /^(?:image\d{3}|outlook-[\p{L}\d_-]{1,40}|~wrd\d{1,6}|part\d[.\p{L}\d_-]{0,40}|att\d{3,6})\.(?:png|jpe?g|gif|bmp)$/iu;
/** «logo.png», «Логотип_администрации.jpg»: the name says so, and says nothing else. */
const LOGO_NAME =
  /^(?:[\p{L}\d]{1,20}[-_ ])?(?:logo|логотип|лого|banner|баннер|герб)(?:[-_ ]?[\p{L}\d]{1,20})?\.(?:png|jpe?g|gif|bmp|svg|webp)$/iu;
const PICTURE_NAME = /\.(?:png|jpe?g|gif|bmp|svg|webp)$/iu;

/** A larger picture is content, whatever its name; signature logos are small. */
const LARGEST_LOGO_BYTES = 15_000;
const LARGEST_NAMED_LOGO_BYTES = 60_000;
/** Nothing that is shown on a screen, and sent within the text, is as small. */
const TINY_BYTES = 5_000;

/**
 * A picture that only belongs to a signature, and says nothing. What people call «подпись» or "WhatsApp Image" is as
 * likely the screen they were asked for.
 */
export function isSignatureLogo({
  name,
  bytes,
  inline = false,
}: Pick<MailFile, 'name' | 'bytes'> & Partial<Pick<MailFile, 'inline'>>): boolean {
  if (LOGO_NAME.test(name)) return bytes <= LARGEST_NAMED_LOGO_BYTES;
  if (NUMBERED_NAME.test(name)) return bytes <= LARGEST_LOGO_BYTES;
  return inline && PICTURE_NAME.test(name) && bytes <= TINY_BYTES;
}
