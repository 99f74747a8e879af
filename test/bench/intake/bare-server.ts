/* A process of its own: node:http with the same check of the signature, and nothing behind it. */
import { createServer } from 'node:http';
import { isSigned } from '#intake/verify-signature.ts';
import { answerParent } from './server-process.ts';
import { SECRET } from './signed-bodies.ts';

let accepted = 0;

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const signed = isSigned(String(request.headers['x-hub-signature']), Buffer.concat(chunks), [SECRET]);
    if (signed) accepted += 1;
    response.writeHead(signed ? 202 : 401, { 'content-type': 'application/json' }).end('{}');
  });
});

answerParent(server, async () => accepted);
