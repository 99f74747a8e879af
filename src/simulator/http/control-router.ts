import express, { type Router } from 'express';
import { adfText } from '#core/issue/adf-text.ts';
import { receiveMail } from '#simulator/mail-handler.ts';
import type { Happening, Issue } from '#simulator/model.ts';
import { nextOf, passTime } from '#simulator/pass-time.ts';
import type { RivalSwitches, Rivals } from '#simulator/rivals.ts';
import type { WebhooksOut } from '#simulator/webhooks-out.ts';
import { jiraTime, userOf } from '#simulator/wire/issue-json.ts';
import type { World } from '#simulator/world.ts';
import { jiraError } from './jira-error.ts';

/** What no Jira has: time that can be moved, a mailbox that can be written to, a record of everything that happened. */
export function controlRouter(world: World, webhooks: WebhooksOut, rivals: Rivals): Router {
  const router = express.Router();
  router.get('/idle', (_, response) => {
    const nextAt = nextOf([webhooks, rivals]);
    response.json({
      idle: !webhooks.isSending(),
      now: world.clock.now(),
      happenings: world.happenings.length,
      ...(nextAt === undefined ? {} : { nextAt }),
    });
  });
  router.post('/clock', (request, response) => {
    passTime(world.clock, [rivals], Number((request.body as { now?: unknown }).now));
    webhooks.resend(world.clock.now());
    response.json({ now: world.clock.now() });
  });
  router.put('/rivals', (request, response) => {
    rivals.set(request.body as RivalSwitches);
    response.json({});
  });
  router.post('/mail', (request, response) => {
    const {
      from,
      subject,
      text,
      files = [],
      requestTypeId,
    } = request.body as {
      from: string;
      subject: string;
      text: string;
      files?: readonly { name: string; mimeType: string; bytes: number }[];
      requestTypeId?: string;
    };
    const { issueTypes } = world.site;
    const type = issueTypes.find((known) => known.requestTypeId === requestTypeId) ?? issueTypes[0];
    if (type === undefined) {
      jiraError(response, 400, 'no issue type');
      return;
    }
    const mailed = files.map(({ name, mimeType, bytes }) => ({
      name,
      mimeType,
      content: new Uint8Array(bytes),
    }));
    const issue = receiveMail(world, { from, subject, text, files: mailed }, type);
    response.status(201).json({ key: issue.key, id: issue.id });
  });
  router.get('/happenings', (request, response) => {
    const after = Number(request.query.after ?? 0);
    response.json(
      world.happenings.filter(({ number }) => number > after).map((happening) => told(world, happening)),
    );
  });
  return router;
}

/** A happening as a person would want to be told of it. */
function told(world: World, happening: Happening): object {
  const issue = world.issues.get(happening.issueId);
  const user = userOf(world, happening.by);
  const head = {
    number: happening.number,
    at: happening.at,
    jiraTime: jiraTime(happening.at),
    kind: happening.kind,
    key: happening.issueKey,
    by: { accountId: user.accountId, name: user.displayName, accountType: user.accountType },
  };
  return issue === undefined
    ? head
    : { ...head, summary: issue.summary, issueType: issue.issueType.name, ...details(issue, happening) };
}

function details(issue: Issue, happening: Happening): object {
  switch (happening.kind) {
    case 'created':
      return { text: adfText(issue.description), channel: issue.channel };
    case 'commented': {
      const comment = issue.comments.find(({ id }) => id === happening.commentId);
      return comment === undefined ? {} : { text: adfText(comment.body), public: comment.public };
    }
    case 'changed': {
      const items = issue.histories.find(({ id }) => id === happening.historyId)?.items ?? [];
      return {
        items: items.map((item) => ({ field: item.field, from: item.fromString, to: item.toString })),
      };
    }
    case 'linked': {
      const link = issue.links.find(({ id }) => id === happening.linkId);
      return link === undefined ? {} : { outward: link.outward, other: link.other };
    }
    case 'deleted':
      return {};
  }
}
