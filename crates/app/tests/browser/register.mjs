// The pages of a register that staff keep, as the notice made them: each in both widths and colours and
// in every language, and the life of a record by keyboard only. Run by `./test browser`.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start, visit } from "./browser.mjs";
import * as check from "./checks.mjs";
import { matches } from "./coverage.mjs";
import { install } from "./installation.mjs";
import { press, tabTo } from "./keyboard.mjs";
import { fill, signUp } from "./steps.mjs";

const languages = { fi: "", sv: "/sv", en: "/en" };
const views = [
  { width: 1280, scheme: "light" },
  { width: 320, scheme: "dark" },
];
// Their names over plain HTTP, which knows no prefix.
const cookies = ["session", "lang"];
const screenshots = process.env.SELOSTE_SCREENSHOTS;
const members = "/hallinta/rekisteri/members/member";

/** Every page, by the route that it belongs to; `item` is the page of a record. */
const pages = {
  "/hallinta/rekisteri": "/hallinta/rekisteri",
  "/hallinta/rekisteri/{service}": "/hallinta/rekisteri/members",
  "/hallinta/rekisteri/{service}/{kind}": members,
  "/hallinta/rekisteri/{service}/{kind}/luvut": `${members}/luvut`,
  "/hallinta/rekisteri/{service}/{kind}/uusi": `${members}/uusi`,
  "/hallinta/rekisteri/{service}/{kind}/vie": `${members}/vie`,
  "/hallinta/rekisteri/{service}/{kind}/tuonti": `${members}/tuonti`,
  "/hallinta/tieto/{id}": "item",
  "/hallinta/tieto/{id}/lisaa/{kind}": "item/lisaa/newsletter",
  "/hallinta/tieto/{id}/korjaa": "item/korjaa",
  "/hallinta/tieto/{id}/tapahtuma/{event}": "item/tapahtuma/ended",
  "/hallinta/tieto/{id}/poista": "item/poista",
  "/hallinta/tieto/{id}/luovuta": "item/luovuta",
};

let browser;
let close;
let service;
let state;
let item;

/** What stays of a member as a count. */
const counting = (notice) =>
  notice.replace(/(collect "member"[^]*?keep "1 year" from="ended")/, '$1\n            anonymise by="membership" per="year" fewer-than=3');

before(async () => {
  service = await install("register", counting);
  ({ browser, close } = await start());
  if (screenshots) await mkdir(screenshots, { recursive: true });
  const { context, page } = await visit(browser, service.base);
  await signUp(page, service.first);
  await fill(page, `${members}/uusi`, { name: "Aino Esimerkki", "member-number": "J-1" });
  item = new URL(await page.locator("main .actions a").first().getAttribute("href"), service.base).pathname;
  await fill(page, `${members}/uusi`, { name: "Bo Exempel", "member-number": "J-2" });
  await fill(page, `${item}/lisaa/newsletter`, { "newsletter-email": "aino@example.fi" });
  state = await context.storageState();
  await context.close();
});

after(async () => {
  await close?.();
  await service?.close();
});

async function photograph(page, name, { width, scheme }) {
  if (!screenshots) return;
  const file = `rekisteri${name.replaceAll(/[/{}]+/g, "-")}-${width}-${scheme}.png`;
  await page.screenshot({ path: join(screenshots, file), fullPage: true });
}

async function look(route, prefix, language, view, scripts = true) {
  const { width, scheme } = view;
  const options = { width, dark: scheme === "dark", scripts, language, state };
  const { context, page, faults } = await visit(browser, service.base, options);
  try {
    const path = prefix + pages[route].replace(/^item/, item);
    const response = await page.goto(path, { waitUntil: "load" });
    assert.equal(response.status(), 200, path);
    check.guarded(response);
    await check.outlined(page, language);
    await check.fits(page);
    if (scripts) {
      await photograph(page, `${prefix}-${route}`, view);
      await check.accessible(page);
    }
    await check.stores(context, page, cookies, scripts);
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}

/** The answer to a form, where it stands: in both widths and colours. */
async function lookAt(page, name) {
  await check.outlined(page, "fi");
  for (const view of views) {
    await page.setViewportSize({ width: view.width, height: 800 });
    await page.emulateMedia({ colorScheme: view.scheme });
    await photograph(page, `-vastaus-${name}`, view);
    await check.fits(page);
    await check.accessible(page);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

test("every page of a register is looked at", async () => {
  const routes = await service.call("routes");
  const of = (route) => (route.startsWith("/hallinta/rekisteri") && !route.includes(".")) || route.startsWith("/hallinta/tieto");
  const opened = [];
  for (const route of routes.filter(of)) {
    const path = route.replaceAll(/\{\w+\}/g, "a");
    assert.ok(matches(route, path), route);
    const { headers } = await fetch(service.base + path, { method: "PUT", headers: { origin: service.base } });
    if ((headers.get("allow") ?? "").includes("GET")) opened.push(route);
  }
  assert.deepEqual(opened.sort(), Object.keys(pages).sort());
});

for (const route of Object.keys(pages)) {
  describe(route, () => {
    for (const [language, prefix] of Object.entries(languages)) {
      for (const view of views) {
        test(`${language}, ${view.width} px, ${view.scheme}`, () => look(route, prefix, language, view));
      }
    }
    test("without scripts", () => look(route, "", "fi", views[1], false));
  });
}

const field = (wanted) => ({ name, form }) => form && name === wanted;
const button = (end) => ({ tag, to }) => tag === "BUTTON" && to.endsWith(end);
const link = (end) => ({ tag, to }) => tag === "A" && to.endsWith(end);

async function type(page, name, text) {
  await tabTo(page, name, field(name));
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

async function submit(page, end, status = 200) {
  await tabTo(page, `the button of ${end}`, button(end));
  assert.equal((await press(page)).status(), status, end);
}

async function follow(page, end) {
  await tabTo(page, `the link to ${end}`, link(end));
  assert.equal((await press(page)).status(), 200, end);
}

/** Takes of a list what begins with these letters. */
async function select(page, name, letters) {
  await tabTo(page, name, field(name));
  await page.keyboard.type(letters);
}

const shows = async (page, text) => assert.ok((await page.locator("main").innerText()).includes(text), text);

test("a table is brought in, looked at row by row", async () => {
  const { context, page, faults } = await visit(browser, service.base, { state });
  const bring = async (text) => {
    await page.goto(`${members}/tuonti`);
    const buffer = Buffer.from(text);
    await page.locator("main input[type=file]").setInputFiles({ name: "members.csv", mimeType: "text/csv", buffer });
    await page.locator("main form button").last().click();
    await page.waitForLoadState("load");
  };
  const next = async () => {
    await page.locator("main form button").last().click();
    await page.waitForLoadState("load");
  };
  await bring("Nimi;membership;email\nTaulukko Esimerkki;ordinary;taulukko@example.fi\n;honorary;ei-osoite\n");
  await lookAt(page, "sarakkeet");
  await next();
  await shows(page, "Korjattavaa");
  await lookAt(page, "taulukko-virhe");
  await bring("Nimi;membership;email\nTaulukko Esimerkki;ordinary;taulukko@example.fi\n");
  await next();
  await lookAt(page, "taulukko");
  await page.locator("main input[type=checkbox]").check();
  await next();
  await shows(page, "Tuotiin yksi merkintä");
  await lookAt(page, "tuotu");
  assert.deepEqual(faults.filter((fault) => !/status of 422/.test(fault)), []);
  await context.close();
});

describe("the life of a record by keyboard only", () => {
  for (const scripts of [true, false]) {
    test(scripts ? "with scripts" : "without scripts", async () => {
      const { context, page, faults } = await visit(browser, service.base, { scripts, state });
      await lifeByKeyboard(page, scripts);
      // Chromium reports the refused form, and the record that is gone, as errors.
      assert.deepEqual(faults.filter((fault) => !/status of (422|404)/.test(fault)), []);
      await context.close();
    });
  }
});

async function lifeByKeyboard(page, looks) {
  await page.goto("/hallinta/rekisteri/members");
  await follow(page, "/member/uusi");
  // Nothing filled in: what is wrong is said, and nothing is stored.
  await page.evaluate(() => document.querySelector("main form").setAttribute("novalidate", ""));
  await submit(page, "/member/uusi", 422);
  if (looks) await lookAt(page, "virhe");
  await page.goto(`${members}/uusi`);
  await type(page, "name", "Näppäin Esimerkki");
  await select(page, "membership", "Varsinainen");
  await submit(page, "/member/uusi");
  await shows(page, "Merkintä on tallennettu");
  if (looks) await lookAt(page, "kuitti");
  const path = await page.locator("main .actions a").first().getAttribute("href");
  await follow(page, path);
  await follow(page, "/korjaa");
  await type(page, "phone", "+358 40 1234567");
  await submit(page, "/korjaa");
  await shows(page, "Korjaus on tallennettu");
  await shows(page, "+358 40 1234567");
  await follow(page, "/luovuta");
  await select(page, "recipient", "Itsesi");
  await type(page, "called", "Esimerkki Säätiö");
  await select(page, "purpose", "Vastaanottajan");
  await tabTo(page, "the ground", field("ground"));
  await page.keyboard.press("Space");
  await type(page, "reference", "Kirje 1/2026");
  await tabTo(page, "what is given", field("items"));
  await page.keyboard.press("Space");
  await submit(page, "/luovuta");
  await shows(page, "Luovutus on kirjattu");
  if (looks) await lookAt(page, "luovutus");
  await page.goto(path);
  await follow(page, "/tapahtuma/ended");
  await submit(page, "/tapahtuma/ended");
  await shows(page, "Mitään ei ole vielä tallennettu");
  if (looks) await lookAt(page, "tapahtuma");
  await page.goto(path);
  await shows(page, "Ei annettu");
  assert.equal(await page.locator("nav.main [aria-current=page]").innerText(), "Jäsenet");
  await follow(page, "/poista");
  await submit(page, "/poista");
  await shows(page, "Merkintä on poistettu");
  if (looks) await lookAt(page, "poistettu");
  assert.equal((await page.goto(path)).status(), 404);
}
