// The pages of a notice by which a program decides about people (Art. 22): what the person and the desk see
// of a decision, and how the person asks for a human. Run by `./test browser`.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { start, visit } from "./browser.mjs";
import * as check from "./checks.mjs";
import { install } from "./installation.mjs";
import { fill, signUp } from "./steps.mjs";

const languages = { fi: "", sv: "/sv", en: "/en" };
const views = [
  { width: 1280, scheme: "light" },
  { width: 320, scheme: "dark" },
];
const screenshots = process.env.SELOSTE_SCREENSHOTS;
const members = "/hallinta/rekisteri/members/member";
const declared = `automated-decisions {
        decision "collection" kind="invoice" field="status" basis="contract" uses="date sum" {
            fi "Ohjelma vertaa eräpäivää maksuun. Jos maksua ei ole tullut, lasku siirtyy perintään."
            sv "Programmet jämför förfallodagen med betalningen. Utan betalning går fakturan till indrivning."
            en "The program compares the due day with the payment. Without a payment the invoice goes to collection."
        }
    }`;
const right = "complaint\n        no-automated-decision\n    }\n    authority";

const deciding = (notice) =>
  notice.replace("automated-decisions none", declared).replace("complaint\n    }\n    authority", right);

let browser;
let close;
let service;
/** Who looks at which page: the cookies, and the path. */
const places = {};

before(async () => {
  service = await install("register", deciding);
  ({ browser, close } = await start());
  if (screenshots) await mkdir(screenshots, { recursive: true });
  const officer = await visit(browser, service.base);
  await signUp(officer.page, service.first);
  const { link } = await service.call("user", "add", "raha", "--name", "Raha Raisio", "--role", "treasurer");
  const treasurer = await visit(browser, service.base);
  await signUp(treasurer.page, link.slice(link.indexOf("/hallinta/")));
  await fill(officer.page, `${members}/uusi`, { name: "Aino Esimerkki" });
  const code = await officer.page.locator(".code-display code").first().innerText();
  const member = await officer.page.locator("main .actions a").first().getAttribute("href");
  await invoice(treasurer.page, member);
  const person = await visit(browser, service.base);
  await person.page.goto("/oma");
  await person.page.locator("main [name=code]").fill(code);
  await person.page.locator("main form button").first().click();
  const ask = person.page.locator("main a[href*='/ihminen/']").first();
  places.ask = { path: new URL(await ask.getAttribute("href"), service.base).pathname };
  places.own = { path: "/oma" };
  await fill(person.page, places.ask.path, { text: "Maksoin laskun jo maanantaina." });
  await officer.page.goto("/hallinta/pyynnot");
  const item = await officer.page.locator("tbody th a").first().getAttribute("href");
  places.desk = { path: item };
  places.own.state = places.ask.state = await person.context.storageState();
  places.desk.state = await officer.context.storageState();
  for (const { context } of [officer, treasurer, person]) await context.close();
});

after(async () => {
  await close?.();
  await service?.close();
});

/** An invoice of the member, which a program then decides about. */
async function invoice(page, member) {
  const fields = { "invoice-number": "2026-1", date: "2026-01-01", payer: "Aino Esimerkki" };
  await fill(page, `${member}/lisaa/invoice`, { ...fields, lines: "Jäsenmaksu", sum: "30,00", status: "sent" });
  const made = await page.locator("main table a[href*='/hallinta/tieto/']").first().getAttribute("href");
  const { token } = await service.call("user", "token", "raha");
  const path = `${service.base}/api/v1/staff/record/${made.split("/").pop()}`;
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const { record } = await (await fetch(path, { headers })).json();
  const body = { version: record.version, fields: { status: "collection" }, decision: "collection" };
  const answer = await fetch(path, { method: "PATCH", headers, body: JSON.stringify(body) });
  assert.equal(answer.status, 200, await answer.text());
}

for (const place of ["own", "ask", "desk"]) {
  describe(`a decision of a program: ${place}`, () => {
    for (const [language, prefix] of Object.entries(languages)) {
      for (const view of views) {
        test(`${language}, ${view.width} px, ${view.scheme}`, () => look(place, prefix, language, view));
      }
    }
    test("without scripts", () => look(place, "", "fi", views[1], false));
  });
}

async function look(place, prefix, language, { width, scheme }, scripts = true) {
  const { path, state } = places[place];
  const options = { width, dark: scheme === "dark", scripts, language, state };
  const { context, page, faults } = await visit(browser, service.base, options);
  try {
    const response = await page.goto(prefix + path.replace(/^\/(sv|en)\//, "/"), { waitUntil: "load" });
    assert.equal(response.status(), 200, path);
    check.guarded(response);
    await check.outlined(page, language);
    await check.fits(page);
    if (scripts) {
      const name = `paatos${prefix.replace("/", "-")}-${place}-${width}-${scheme}.png`;
      if (screenshots) await page.screenshot({ path: join(screenshots, name), fullPage: true });
      await check.accessible(page);
    }
    assert.deepEqual(faults, []);
  } finally {
    await context.close();
  }
}
