// Serves the finished page, `dist/`, on this machine for one test file.
import { createServer } from "node:http";
import { existsSync, readFileSync, statSync } from "node:fs";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const dist = join(root, "dist");

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Starts a server. `type(path)` may answer another MIME type, `change(path, body)` another body (null = not found),
 * `headers` are added to every answer, `pages` are further pages by path, e.g. `{ "/table.html": "<table>…" }`.
 */
export async function serve({ folder = dist, type, change, headers = {}, pages = {}, prefix = "/" } = {}) {
  if (!existsSync(join(folder, "index.html"))) throw new Error("there is no dist/: run `cargo xtask build`");
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    if (pages[path] !== undefined) {
      response.writeHead(200, { "content-type": TYPES[".html"] });
      return response.end(pages[path]);
    }
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) || "index.html" : "..";
    const file = join(folder, normalize(inside));
    let body = file.startsWith(folder) && existsSync(file) && statSync(file).isFile() ? readFileSync(file) : null;
    if (body && change) body = change(inside, body);
    if (body === null) {
      response.writeHead(404);
      return response.end();
    }
    const mime = type?.(inside) ?? TYPES[extname(file)] ?? "application/octet-stream";
    response.writeHead(200, { "content-type": mime, ...headers });
    response.end(body);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  return {
    port,
    origin: `http://127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}${prefix}`,
    close: () => new Promise((done) => (server.closeAllConnections(), server.close(done))),
  };
}
