// One person walks through their rights without ever touching the mouse: they ask what is held of them,
// see it, correct it, take it along, withdraw a consent, erase everything, and check from outside that
// it is so. SELOSTE_PROGRAM is the program that verifies what they were given.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { press, tabTo } from "./keyboard.mjs";

const said = "Näppäimistöllä kerrottu: ovi narisee.";
const corrected = "Näppäimistöllä oikaistu: ikkuna narisee.";
const name = "Näppäin Esimerkki";
const email = "nappain@example.fi";
const patience = 30_000;

const program = process.env.SELOSTE_PROGRAM;

/** What the program says of a file, and its exit code. */
async function verified(...call) {
  assert.ok(program, "SELOSTE_PROGRAM: run ./test browser");
  const { stdout } = await promisify(execFile)(program, [...call, "--format", "json"]);
  return JSON.parse(stdout);
}

const field = (wanted) => ({ name: is, form }) => form && is === wanted;
const button = (action) => ({ tag, to }) => tag === "BUTTON" && to.endsWith(action);
const link = (end) => ({ tag, to }) => tag === "A" && to.endsWith(end);

async function type(page, wanted, text) {
  await tabTo(page, wanted, field(wanted));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function submit(page, action) {
  await tabTo(page, `the button of ${action}`, button(action));
  const response = await press(page);
  assert.ok(response.status() < 400, `${action} answered ${response.status()}`);
}

async function follow(page, end) {
  await tabTo(page, `the link to ${end}`, link(end));
  const response = await press(page);
  assert.equal(response.status(), 200, end);
}

const holds = async (page, text) => (await page.locator("main").innerText()).includes(text);

/** Presses Enter on a link to a file; where it lies then. */
async function download(page, end, folder) {
  await tabTo(page, `the file ${end}`, ({ tag, to }) => tag === "A" && to.endsWith(end));
  const [file] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
  const path = join(folder, file.suggestedFilename());
  await file.saveAs(path);
  return path;
}

/** Feedback with contact details and a consent; its receipt code. */
async function give(page) {
  await page.goto("/palaute");
  await type(page, "message", said);
  await type(page, "name", name);
  await type(page, "email", email);
  await tabTo(page, "the consent", field("consent-answer"));
  await page.keyboard.press("Space");
  await submit(page, "/palaute");
  return (await page.locator("[data-receipt]").innerText()).trim();
}

/** Asks what is held, with the code. */
async function ask(page, code) {
  await page.goto("/pyynto");
  await tabTo(page, "the choice of rights", field("type"));
  const choice = page.locator("main [name=type]");
  for (let step = 0; (await choice.inputValue()) !== "access"; step += 1) {
    assert.ok(step < 20, "the keys do not reach the right of access");
    await page.keyboard.press("ArrowDown");
  }
  await type(page, "code", code);
  await type(page, "text", "Mitä tietoja minusta on?");
  await submit(page, "/pyynto");
}

async function enter(page, code) {
  await page.goto("/oma");
  await type(page, "code", code);
  await submit(page, "/oma");
}

/** Orders the package, waits for it, takes it and has it verified with the key that pages tell. */
async function takeAlong(page, folder) {
  await page.goto("/oma");
  await follow(page, "/oma/paketti");
  await submit(page, "/oma/paketti");
  for (let waited = 0; (await page.locator("main a[href$='.zip']").count()) === 0; waited += 500) {
    assert.ok(waited < patience, "no package came");
    await page.waitForTimeout(500);
    await page.reload();
  }
  const told = await verified("package", "verify", await download(page, ".zip", folder));
  assert.equal(told.ok, true);
  assert.ok(told.files > 5, "pages, tables and JSON");
  return told.key;
}

/** Erases everything and checks the proof; `key` is the one that the package was signed with. */
async function leave(page, code, key, folder) {
  await page.goto("/oma");
  await follow(page, "/oma/poista");
  await submit(page, "/oma/poista");
  const proof = await page.locator("main a[href*='/todiste/']").first().getAttribute("href");
  await follow(page, proof);
  assert.equal(await holds(page, name) || await holds(page, corrected), false, "it names nobody");
  const file = await download(page, ".tlog-proof", folder);
  assert.equal((await verified("ledger", "verify", "--proof", file, "--key", key)).ok, true);
  // The code leads to nothing but that.
  await enter(page, code);
  for (const text of [said, corrected, name, email]) assert.equal(await holds(page, text), false, text);
  const again = await page.locator("main a[href*='/todiste/']").first().getAttribute("href");
  assert.match(again, /\/todiste\/[0-9a-z]+$/);
}

/** The whole story. */
export async function rightsByKeyboard(page) {
  const folder = await mkdtemp(join(tmpdir(), "seloste-story-"));
  try {
    const code = await give(page);
    await ask(page, code);
    await enter(page, code);
    for (const text of [said, name, email]) assert.ok(await holds(page, text), text);
    await follow(page, "/korjaa");
    await type(page, "message", corrected);
    await submit(page, "/korjaa");
    assert.ok((await holds(page, corrected)) && !(await holds(page, said)), "corrected at once");
    const key = await takeAlong(page, folder);
    await page.goto("/oma");
    await follow(page, "/peru/answer");
    await submit(page, "/peru/answer");
    assert.ok(!(await holds(page, email)) && (await holds(page, corrected)), "withdrawn at once");
    await leave(page, code, key, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
