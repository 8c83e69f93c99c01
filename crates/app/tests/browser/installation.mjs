// An installation of a ready-made notice of its own, for pages that the demo does not have.
//
// SELOSTE_PROGRAM is the program.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const program = process.env.SELOSTE_PROGRAM;

/** The time is the machine's, whatever clock the demo goes by. */
const { SELOSTE_CLOCK_FILE: _, ...env } = process.env;

/**
 * Starts it, its notice as `edit` makes it; `base` is where it listens, `first` the path that makes the
 * first account, `call` runs the program for it.
 */
export async function install(template, edit = (notice) => notice) {
  assert.ok(program, "SELOSTE_PROGRAM: run ./test browser");
  const root = await mkdtemp(join(tmpdir(), "seloste-register-"));
  const folder = join(root, "org");
  const call = async (...words) => (await promisify(execFile)(program, words, { env, cwd: root })).stdout;
  await call("new", template, folder);
  const notice = join(folder, "notice.kdl");
  const text = await readFile(notice, "utf8");
  // The tests of signing in are elsewhere.
  await writeFile(notice, edit(text.replace(' "two-factor"', "")));
  const options = { env, cwd: root, stdio: ["ignore", "pipe", "ignore"] };
  const server = spawn(program, ["serve", folder, "--listen", "127.0.0.1:0"], options);
  const close = async () => {
    const ended = new Promise((done) => server.once("exit", done));
    if (server.exitCode === null && server.kill("SIGTERM")) await ended;
    await rm(root, { recursive: true, force: true });
  };
  const address = await listening(server);
  const first = (await readFile(join(folder, "data/first-link"), "utf8")).trim();
  const json = async (...words) => JSON.parse(await call(...words, folder, "--format", "json"));
  return { base: address, first: first.slice(first.indexOf("/hallinta/")), call: json, close };
}

/** The address that it says when it listens; the link to the first account is there then, too. */
async function listening(server) {
  let address;
  for await (const line of createInterface({ input: server.stdout })) {
    address ??= line.match(/^listening (\S+)/)?.[1];
    if (address && line.includes("first-link")) {
      // What it prints later nobody waits for.
      server.stdout.resume();
      return address;
    }
  }
  return assert.fail("the service did not come up");
}
