// The snippets for servers in static/host: each is put into its server as an administrator would, with the finished page.
import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import * as b from "./browser.mjs";
import { dist, root } from "./site.mjs";

const host = join(root, "static/host");
const snippet = (name) => readFileSync(join(host, name), "utf8");

/** The first of these programs that is there. */
const program = (...paths) => paths.find((path) => existsSync(path));
const nginx = program("/usr/sbin/nginx");
const apache = program("/usr/sbin/apache2", "/usr/sbin/httpd");
const caddy = program("/usr/bin/caddy");
const tomcat = program("/usr/share/tomcat10/bin/bootstrap.jar", "/usr/share/tomcat9/bin/bootstrap.jar");

function freePort() {
  return new Promise((done) => {
    const socket = createServer();
    socket.listen(0, "127.0.0.1", () => {
      const { port } = socket.address();
      socket.close(() => done(port));
    });
  });
}

/** What each server is started with: `folder` is its own, `site` the page's, in a place its users can read. */
const SERVERS = {
  nginx: {
    absent: !nginx && "nginx is not installed",
    start({ folder, site, port }) {
      const user = process.getuid() === 0 ? "user root;" : "";
      const paths = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
      const places = snippet("nginx.conf").replaceAll("/srv/jiaohe", site);
      writeFileSync(join(folder, "nginx.conf"), `${user} daemon off; pid ${folder}/pid; error_log ${folder}/log; events {}
        http { access_log off; ${paths.join(" ")} server { listen 127.0.0.1:${port}; ${places} } }`);
      return [nginx, ["-c", join(folder, "nginx.conf"), "-p", folder, "-e", join(folder, "log")]];
    },
  },
  Apache: {
    absent: !apache && "Apache is not installed",
    start({ folder, site, port }) {
      const modules = ["mpm_event", "authz_core", "alias", "dir", "headers", "filter", "deflate", "mime"];
      const load = modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`);
      const user = process.getuid() === 0 ? "User www-data\nGroup www-data" : "";
      writeFileSync(join(folder, "apache.conf"), `ServerRoot ${folder}\nServerName 127.0.0.1\nListen 127.0.0.1:${port}
PidFile ${folder}/pid\nErrorLog ${folder}/log\nTypesConfig /dev/null\n${load.join("\n")}\n${user}
${snippet("apache.conf").replaceAll("/srv/jiaohe", site)}`);
      return [apache, ["-D", "FOREGROUND", "-f", join(folder, "apache.conf")]];
    },
  },
  Caddy: {
    absent: !caddy && "Caddy is not installed",
    start({ folder, site, port }) {
      const places = snippet("Caddyfile").replaceAll("/srv/jiaohe", site);
      writeFileSync(join(folder, "Caddyfile"), `{\n\tadmin off\n\tauto_https off\n}\nhttp://:${port} {\n\tbind 127.0.0.1\n${places}\n}\n`);
      return [caddy, ["run", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"]];
    },
  },
  Tomcat: {
    absent: !tomcat && "Tomcat is not installed",
    // Its own filters send less; its policy is the page's.
    headers: ["x-content-type-options"],
    start({ folder, site, port }) {
      const home = tomcat.replace("/bin/bootstrap.jar", "");
      mkdirSync(join(folder, "conf"));
      const web = program(`/etc/${home.split("/").pop()}/web.xml`, join(home, "etc/web.xml"));
      cpSync(web, join(folder, "conf/web.xml"));
      const [, compression] = /Connector 上打开：\s*([\s\S]*?)\n\n/.exec(snippet("tomcat-web.xml"));
      writeFileSync(join(folder, "conf/server.xml"), `<Server port="-1"><Service name="Catalina">
        <Connector port="${port}" address="127.0.0.1" ${compression.trim()}/>
        <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine></Service></Server>`);
      cpSync(site, join(folder, "webapps/jiaohe"), { recursive: true });
      mkdirSync(join(folder, "webapps/jiaohe/WEB-INF"));
      cpSync(join(host, "tomcat-web.xml"), join(folder, "webapps/jiaohe/WEB-INF/web.xml"));
      const jars = ["bootstrap", "tomcat-juli"].map((name) => join(home, "bin", `${name}.jar`)).join(":");
      return ["java", ["-cp", jars, `-Dcatalina.home=${home}`, `-Dcatalina.base=${folder}`, `-Djava.io.tmpdir=${folder}`,
        "org.apache.catalina.startup.Bootstrap", "start"]];
    },
  },
};

/** One answer, as it comes: no redirect is followed, nothing is unpacked. */
function ask(url, headers = {}) {
  return new Promise((done, lost) => {
    get(url, { headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("end", () => done({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    }).on("error", lost);
  });
}

/** Starts a server in a folder of its own and waits until it answers. */
async function start(name) {
  const folder = mkdtempSync(join(tmpdir(), "jiaohe-host-"));
  chmodSync(folder, 0o755);
  const [site, port] = [join(folder, "site"), await freePort()];
  cpSync(dist, site, { recursive: true });
  writeFileSync(join(site, "probe.wasm"), Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]));
  const [command, args] = SERVERS[name].start({ folder, site, port });
  const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, XDG_DATA_HOME: folder } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => { said += text; });
  let over = false;
  const ended = new Promise((done) => child.on("exit", () => { over = true; done(); }));
  const origin = `http://127.0.0.1:${port}`;
  for (let left = 300; ; left--) {
    const answer = await ask(`${origin}/jiaohe/`).catch(() => null);
    if (answer?.status === 200) break;
    if (over || left === 0) {
      const log = join(folder, "log");
      throw new Error(`${name} did not start: ${answer?.status} ${said} ${existsSync(log) ? readFileSync(log) : ""}`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
  return { origin, port, stop: async () => { child.kill("SIGTERM"); await ended; rmSync(folder, { recursive: true, force: true }); } };
}

for (const [name, { absent, headers = ["x-content-type-options", "referrer-policy", "permissions-policy", "content-security-policy"] }]
  of Object.entries(SERVERS)) {
  describe(name, { skip: absent }, () => {
    let server;
    before(async () => { server = await start(name); });
    after(() => server?.stop());

    test("sends the folder's address without a slash to the one with it", async () => {
      const { status, headers: { location } } = await ask(`${server.origin}/jiaohe`, { host: "portal.test" });
      assert.ok(status === 301 || status === 302 || status === 308, `${status}`);
      assert.match(location, /^(http:\/\/portal\.test)?\/jiaohe\/$/, "no port, no name of its own");
    });

    test("tells types, encoding, caching and protection", async () => {
      const types = {
        "": /^text\/html; ?charset=utf-8$/i, "jiaohe.html": /^text\/html; ?charset=utf-8$/i,
        "engine.js": /^(text|application)\/javascript; ?charset=utf-8$/i, "static/page.css": /^text\/css; ?charset=utf-8$/i,
        "README.txt": /^text\/plain; ?charset=utf-8$/i, "probe.wasm": /^application\/wasm/,
      };
      for (const [path, type] of Object.entries(types)) {
        const answer = await ask(`${server.origin}/jiaohe/${path}`);
        assert.equal(answer.status, 200, path);
        assert.match(answer.headers["content-type"], type, path);
        assert.match(answer.headers["cache-control"], /no-cache|max-age=0/, path);
        for (const header of headers) assert.ok(answer.headers[header], `${path}: ${header}`);
        assert.equal(answer.headers["x-content-type-options"], "nosniff");
      }
    });

    test("packs what is sent", async () => {
      const { headers: { "content-encoding": encoding }, body } =
        await ask(`${server.origin}/jiaohe/engine.js`, { "accept-encoding": "gzip" });
      assert.equal(encoding, "gzip");
      assert.ok(body.length < readFileSync(join(dist, "engine.js")).length * 0.85);
    });

    test("the page starts, on plain http under a name, without a word in the console", async () => {
      // Insecure origins are where headers that ask for too much are complained of.
      const browser = await b.launch(["--host-resolver-rules=MAP intranet.test 127.0.0.1"]);
      for (const path of ["/jiaohe", "/jiaohe/index.html", "/jiaohe/jiaohe.html"]) {
        const watch = await b.open(browser, `http://intranet.test:${server.port}${path}`);
        const answers = await b.askWorker(watch.page, "a.txt", "某区人民政府2022年政府信息公开工作年度报告");
        assert.equal(answers.at(-1).kind, "result", path);
        assert.deepEqual([...watch.console, ...watch.errors], [], path);
        await watch.context.close();
      }
      const watch = await b.open(browser, `http://intranet.test:${server.port}/jiaohe/`, { context: { acceptDownloads: true } });
      await watch.page.click("text=看一份示例报告");
      await watch.page.waitForSelector(".strip");
      await watch.page.click(".export summary");
      const [download] = await Promise.all([
        watch.page.waitForEvent("download"), watch.page.click('.export-list button:has-text("问题清单 csv")')]);
      assert.match(download.suggestedFilename(), /csv$/, "files are still handed out");
      assert.deepEqual([...watch.console, ...watch.errors], []);
      await browser.close();
    });
  });
}

describe("all snippets", () => {
  test("say the same of protection, in Chinese", () => {
    const policies = new Map();
    for (const name of readdirSync(host)) {
      const text = snippet(name);
      assert.match(text, /[\u4e00-\u9fff]{4}/, name);
      assert.match(text, /wasm/, name);
      if (name === "tomcat-web.xml") continue;
      const said = [/(connect-src 'none'[^"]*)"/, /(camera=[^"]*)"/, /Referrer-Policy"?[ ,a-z=]*"(no-referrer)"/, /(nosniff)/];
      policies.set(name, said.map((pattern) => pattern.exec(text)?.[1]));
      assert.ok(policies.get(name).every(Boolean), `${name}: ${policies.get(name)}`);
    }
    assert.equal(new Set([...policies.values()].map((said) => said.join("\n"))).size, 1, [...policies].join("\n"));
  });

  test("for IIS and Tomcat are XML, and IIS is told nothing twice", async () => {
    const browser = await b.launch();
    const page = await browser.newPage();
    for (const name of ["iis-web.config", "tomcat-web.xml"]) {
      const found = await page.evaluate((text) => {
        const xml = new DOMParser().parseFromString(text, "application/xml");
        const added = [...xml.querySelectorAll("mimeMap, customHeaders add")];
        const key = (one) => one.getAttribute("fileExtension") ?? one.getAttribute("name");
        const removed = [...xml.querySelectorAll("remove")].map(key);
        return {
          error: xml.querySelector("parsererror")?.textContent,
          root: xml.documentElement.localName,
          twice: added.map(key).filter((one, at, all) => all.indexOf(one) !== at),
          kept: added.map(key).filter((one) => !removed.includes(one)),
        };
      }, snippet(name));
      const root = name.startsWith("iis") ? "configuration" : "web-app";
      assert.deepEqual(found, { error: undefined, root, twice: [], kept: [] }, name);
    }
    await browser.close();
  });

  test("are taken by the servers' own checks, where these are installed", (t) => {
    if (!caddy) return t.skip("Caddy is not installed");
    const folder = mkdtempSync(join(tmpdir(), "jiaohe-caddy-"));
    writeFileSync(join(folder, "Caddyfile"), `:8080 {\n${snippet("Caddyfile")}\n}\n`);
    execFileSync(caddy, ["validate", "--config", join(folder, "Caddyfile"), "--adapter", "caddyfile"], { stdio: "pipe" });
    rmSync(folder, { recursive: true });
  });
});
