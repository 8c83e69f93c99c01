// The pages as a browser sees them. Run by `./test browser`.
//
// SELOSTE_DEMO holds what `seloste demo --format json` prints:
//   { "address": "http://127.0.0.1:…", "cookies": ["…"],
//     "notice": "/…/notice.kdl", "paths": ["/", "/palaute", "/todiste/{id}", …],
//     "sign_ins": [{ "role": "staff", "name": "…", "password": "…", "totp": "BASE32" }] }
// and SELOSTE_CLOCK_FILE the clock that it goes by. SELOSTE_PAGES, parts of paths or names of
// scenes with commas between them, looks at the pages that have one of these and no others.
// Screenshots go to the folder SELOSTE_SCREENSHOTS.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start, visit } from "./browser.mjs";
import * as check from "./checks.mjs";
import { keyboardFeedback } from "./keyboard.mjs";
import { complete, matches } from "./coverage.mjs";
import { answers, doubtful, errors, pages } from "./pages.mjs";
import { leap, open, play } from "./scenes.mjs";
import { signIn } from "./sign-in.mjs";
import { rightsByKeyboard } from "./story.mjs";

const demo = JSON.parse(process.env.SELOSTE_DEMO ?? "null");
assert.ok(demo?.address, "SELOSTE_DEMO: run ./test browser");
const base = new URL(demo.address).origin;
const screenshots = process.env.SELOSTE_SCREENSHOTS;

// Each width and each colour once: what is wrong in one of them is seen in one of these.
const views = [
  { width: 1280, scheme: "light" },
  { width: 320, scheme: "dark" },
];

let browser;
let close;
const signedIn = new Map();
const played = new Map();
const named = ({ name, path, prefix, scene }) => name ?? path ?? `${prefix}/${scene}`;
const only = (process.env.SELOSTE_PAGES ?? "").split(",");
const wanted = (page) => only.some((part) => named(page).includes(part));

before(async () => {
  ({ browser, close } = await start());
  if (screenshots) await mkdir(screenshots, { recursive: true });
  await signInAll();
  for (const { scene, as } of pages.filter((page) => page.scene && wanted(page))) {
    if (played.has(scene)) continue;
    played.set(scene, await play(scene, browser, base, demo, signedIn.get(as)?.state));
  }
});

after(async () => close?.());

async function signInAll() {
  for (const account of demo.sign_ins ?? []) signedIn.set(account.role, await session(account));
}

/** The cookies of somebody signed in, or why that failed: the public pages are looked at anyway. */
async function session(account) {
  const { context, page, faults } = await visit(browser, base);
  try {
    await signIn(page, account);
    assert.deepEqual(faults, []);
    return { state: await context.storageState() };
  } catch (error) {
    return { error };
  } finally {
    await context.close();
  }
}

async function photograph(page, wanted, width, scheme) {
  if (!screenshots) return;
  const name = named(wanted).replaceAll("/", "-").replace(/^-/, "") || "etusivu";
  await page.screenshot({ path: join(screenshots, `${name}-${width}-${scheme}.png`), fullPage: true });
}

/** An answer to a form cannot be opened again: it is looked at from all sides where it stands. */
async function lookAtAnswer(wanted) {
  const { state, error } = signedIn.get(wanted.as) ?? {};
  if (error) throw error;
  const { context, page, faults } = await open(wanted.scene, browser, base, demo, state);
  await check.outlined(page, wanted.language);
  for (const { width, scheme } of views) {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await photograph(page, wanted, width, scheme);
    await check.fits(page);
    await check.accessible(page);
  }
  await check.stores(context, page, demo.cookies ?? [], true);
  assert.deepEqual(faults.filter((fault) => !fault.includes("status of 422")), []);
  await context.close();
}

async function look(wanted, width, scheme, scripts) {
  const { language, as, scene, prefix, status = 200 } = wanted;
  const { state, error, path: own } = (scene ? played.get(scene) : signedIn.get(as)) ?? {};
  if (error) throw error;
  assert.ok(!as || state, `the demo has a sign-in for ${as}`);
  if (scene) assert.ok(matches(wanted.route, own), `${scene} led to ${own}`);
  const path = wanted.path ?? `${prefix}${own}`;
  const dark = scheme === "dark";
  const { context, page, faults } = await visit(browser, base, { width, dark, scripts, language, state });
  try {
    const response = await page.goto(path, { waitUntil: "load" });
    assert.equal(response.status(), status, path);
    check.guarded(response);
    await check.outlined(page, language);
    if (scripts) await photograph(page, wanted, width, scheme);
    await check.fits(page);
    if (scripts) await check.accessible(page);
    await check.stores(context, page, demo.cookies ?? [], scripts);
    // Chromium reports the status of an error page as a console error.
    const expected = (fault) => status >= 400 && fault.includes(`status of ${status}`);
    assert.deepEqual(faults.filter((fault) => !expected(fault)), []);
  } finally {
    await context.close();
  }
}

function tests(page) {
  describe(`${named(page)}${page.as ? ` as ${page.as}` : ""}`, () => {
    for (const { width, scheme } of views) {
      test(`${width} px, ${scheme}`, () => look(page, width, scheme, true));
    }
    test("without scripts", () => look(page, 320, "light", false));
  });
}

test("every route with a page is looked at", () => complete(base, demo.paths));

for (const page of [...pages, ...errors].filter(wanted)) tests(page);

describe("answers to forms", () => {
  for (const answer of answers.filter(wanted)) test(named(answer), () => lookAtAnswer(answer));
});

describe("feedback by keyboard only", () => {
  for (const scripts of [true, false]) {
    test(scripts ? "with scripts" : "without scripts", async () => {
      const { context, page, faults } = await visit(browser, base, { scripts });
      await keyboardFeedback(page);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});

// A person's rights from the first question to the proof that nothing is left.
describe("a person's rights by keyboard only", () => {
  for (const scripts of [true, false]) {
    test(scripts ? "with scripts" : "without scripts", async () => {
      const { context, page, faults } = await visit(browser, base, { scripts });
      await rightsByKeyboard(page);
      assert.deepEqual(faults, []);
      await context.close();
    });
  }
});

// Last: what comes after it would be held, too.
describe("after the clock has leapt", () => {
  before(async () => {
    await leap(process.env.SELOSTE_CLOCK_FILE);
    await signInAll();
  });
  for (const page of doubtful.filter(wanted)) tests(page);
});
