// The smallest server of a built page, started and announced as the application is.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const folder = process.argv[2];
const types = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url, 'http://localhost');
  const file = path.join(
    folder,
    pathname === '/'
      ? 'index.html'
      : path.basename(path.dirname(pathname)) === 'assets'
        ? `assets/${path.basename(pathname)}`
        : '',
  );
  try {
    const body = readFileSync(file);
    response
      .writeHead(200, { 'content-type': types[path.extname(file)] ?? 'application/octet-stream' })
      .end(body);
  } catch {
    response.writeHead(404).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`Balie: http://127.0.0.1:${server.address().port}/`));
