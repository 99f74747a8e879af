import type { Attachment } from '#core/ticket/entry.ts';

/** Mail programs number the pictures of a signature so; a person's screenshot is called otherwise. */
const LOGO_NAME = /^(image\d{3}|(outlook-)?logo[-_ ]?\d{0,3})\.(png|jpe?g|gif|bmp)$/i;

/** A larger picture is content, whatever its name; signature logos are small. */
const LARGEST_LOGO_BYTES = 15_000;

/** A picture that only belongs to a signature, and says nothing. */
export function isSignatureLogo(file: Pick<Attachment, 'name' | 'bytes'>): boolean {
  return LOGO_NAME.test(file.name) && file.bytes <= LARGEST_LOGO_BYTES;
}
