import express, { type Router } from 'express';
import type { CustomerMails } from '#simulator/customer-mails.ts';
import type { Notifications } from '#simulator/notifications.ts';

/** The mailboxes of the customers, and the project's settings of what is written to them. */
export function customerMailRouter(mails: CustomerMails): Router {
  const router = express.Router();
  router.get('/mails', (request, response) => {
    response.json(mails.after(Number(request.query.after ?? 0)));
  });
  router.put('/notifications', (request, response) => {
    mails.set(request.body as Partial<Notifications>);
    response.json({});
  });
  return router;
}
