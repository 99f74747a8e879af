import express, { type Response, type Router } from 'express';
import type { Later } from '#simulator/later.ts';
import { answeredIssue, type Mail, receiveMail } from '#simulator/mail-handler.ts';
import type { Site } from '#simulator/site.ts';
import type { World } from '#simulator/world.ts';
import { requestTypeOf } from './request-type.ts';

/** A mail as it is handed in; everything but sender, subject and words may be left out. */
interface WrittenMail {
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly files?: readonly { readonly name: string; readonly mimeType: string; readonly bytes: number }[];
  readonly filesLaterSeconds?: number;
  readonly requestTypeId?: string;
  readonly participants?: readonly string[];
  /** Ids, as the site has them. */
  readonly organizations?: readonly string[];
  readonly securityLevel?: string;
  /** When it was written, epoch milliseconds; Jira takes no notice of it, but the queue counts from it. */
  readonly writtenAt?: number;
  /** How long it lies in the queue: what comes of it bears the later instant. */
  readonly delaySeconds?: number;
}

/** The desk's mailbox, which can be written to. */
export function mailRouter(world: World, later: Later): Router {
  const router = express.Router();
  router.post('/mail', (request, response) => {
    const written = request.body as WrittenMail;
    const issueType = requestTypeOf(world.site, written.requestTypeId, response);
    if (issueType === undefined) return;
    const mail = mailOf(world.site, written);
    const now = world.clock.now();
    const arrivesAt = (written.writtenAt ?? now) + (written.delaySeconds ?? 0) * 1000;
    if (arrivesAt > now) {
      later.add(arrivesAt, () => receiveMail(world, mail, issueType, later));
      waits(response, arrivesAt, answeredIssue(world, mail.subject));
      return;
    }
    const { key, id } = receiveMail(world, mail, issueType, later);
    response.status(201).json({ key, id });
  });
  return router;
}

/** A mail in the queue has an issue only if it answers one. */
function waits(
  response: Response,
  arrivesAt: number,
  known: { readonly key: string; readonly id: string } | undefined,
): void {
  response.status(202).json({ arrivesAt, ...(known === undefined ? {} : { key: known.key, id: known.id }) });
}

function mailOf(site: Site, written: WrittenMail): Mail {
  const { from, subject, text, files = [], filesLaterSeconds, participants = [] } = written;
  const securityLevel = site.securityLevels.find(({ id }) => id === written.securityLevel);
  return {
    from,
    subject,
    text,
    files: files.map(({ name, mimeType, bytes }) => ({ name, mimeType, content: new Uint8Array(bytes) })),
    participants,
    organizations: site.organizations.filter(({ id }) => written.organizations?.includes(id)),
    ...(filesLaterSeconds === undefined ? {} : { filesLaterSeconds }),
    ...(securityLevel === undefined ? {} : { securityLevel }),
  };
}
