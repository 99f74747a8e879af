import express, { type Request, type Router } from 'express';
import { fileJson, type Wire } from '#simulator/wire/issue-json.ts';
import { jiraError, NOT_FOUND } from './jira-error.ts';
import { agentsOnly, signedIn } from './sign-in.ts';

/** Uploads and downloads of attachments, as the platform API has them. */
export function fileRouter(wire: Wire): Router {
  const { world } = wire;
  const router = express.Router();
  router.post(
    '/issue/:issue/attachments',
    agentsOnly,
    express.raw({ type: () => true, limit: '50mb' }),
    async (request, response) => {
      const issue = world.find(String(request.params.issue));
      if (issue === undefined) {
        jiraError(response, 404, NOT_FOUND);
        return;
      }
      if (request.get('x-atlassian-token') !== 'no-check') {
        jiraError(response, 403, 'XSRF check failed');
        return;
      }
      const by = signedIn(response).accountId;
      const files: object[] = [];
      for (const part of await filesIn(request)) {
        files.push(
          fileJson(
            wire,
            world.attach(issue, by, part.name, part.type, new Uint8Array(await part.arrayBuffer())),
          ),
        );
      }
      response.json(files);
    },
  );
  router.get('/attachment/content/:id', (request, response) => {
    for (const { files } of world.issues.values()) {
      const file = files.find(({ id }) => id === request.params.id);
      if (file === undefined) continue;
      response.type(file.mimeType).send(Buffer.from(file.content));
      return;
    }
    jiraError(response, 404, `The attachment with id '${request.params.id}' does not exist`);
  });
  return router;
}

/** The files of a multipart form; the platform's own parser reads it. */
export async function filesIn(request: Request): Promise<readonly File[]> {
  const body = request.body as Buffer;
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': request.get('content-type') ?? '' },
  }).formData();
  return form.getAll('file').filter((entry) => typeof entry !== 'string') as unknown as readonly File[];
}
