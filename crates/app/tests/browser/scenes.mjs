// Pages that are only there after somebody has done something: each scene does it as people do, and
// gives the page's path and the cookies of whoever sees it.

import assert from "node:assert/strict";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { visit } from "./browser.mjs";

/** Somebody whose address is in the demo's feedback. */
const known = "aino.esimerkki@example.fi";
const patience = 30_000;

const send = (page) => page.locator("main form button").last().click();
const here = (page) => new URL(page.url()).pathname;

async function choose(page, name, value) {
  const field = page.locator(`main [name="${name}"]`);
  if ((await field.first().evaluate((element) => element.tagName)) === "SELECT") {
    await field.selectOption(value);
  } else {
    await page.locator(`main [name="${name}"][value="${value}"]`).check();
  }
}

async function ask(page, contact) {
  await page.goto("/pyynto");
  await choose(page, "type", "erasure");
  await page.locator("main [name=contact]").fill(contact);
  await send(page);
  assert.match(here(page), /^\/pyynto\/kuitti\//);
}

/** The one-time link in the letter that the demo has written to somebody. */
async function letter(demo, to) {
  const folder = join(dirname(demo.notice), "mail");
  for (let waited = 0; waited < patience; waited += 250) {
    for (const name of await readdir(folder)) {
      const text = (await readFile(join(folder, name), "utf8")).replace(/=\r?\n/g, "");
      const link = text.includes(`To: ${to}`) && text.match(/\/oma\/linkki\/[\w-]+/);
      if (link) return link[0];
    }
    await pause(250);
  }
  return assert.fail("no letter with a link came");
}

/** Staff write down a letter that somebody sent for another; its page. */
async function enter(page) {
  await page.goto("/hallinta/pyynnot/uusi");
  await choose(page, "type", "access");
  await choose(page, "channel", "letter");
  await choose(page, "language", "fi");
  await choose(page, "behalf", "agent");
  await page.locator("main [name=contact]").fill("asiamies@example.fi");
  await page.locator("main [name=arrived]").fill(new Date().toISOString().slice(0, 10));
  await send(page);
  await page.locator("main a.button").last().click();
}

const scenes = {
  async receipt(page) {
    await ask(page, "tuntematon.lintu@example.fi");
  },

  async openness(page) {
    await page.goto("/tietopyynto");
    await page.locator("main [name=text]").fill("Palautteet tammikuulta");
    await page.locator("main [name=contact]").fill("toimittaja@example.fi");
    await send(page);
    assert.match(here(page), /^\/tietopyynto\/kuitti\//);
  },

  /** What the reader of a mailbox sees behind the link of the letter about a request. */
  async mine(page, demo) {
    await ask(page, known);
    await page.goto(await letter(demo, known));
    await send(page);
    assert.equal(here(page), "/oma/posti");
  },

  /** A request for somebody else, taken care of by somebody, with a note on it. */
  async case(page) {
    await enter(page);
    await page.locator("main details:has(form[action$=muistiinpano]) summary").click();
    const note = page.locator("main form[action$=muistiinpano]");
    await note.locator("[name=text]").fill("Valtakirja puuttuu. Kysytty puhelimitse.");
    await note.locator("button").click();
    await page.getByText("Kysytty puhelimitse").waitFor();
  },

  /** A request that was refused: the letter is there to be printed. */
  async decided(page) {
    await enter(page);
    const path = here(page);
    const decision = page.locator("main form[action$=ratkaise]");
    await decision.locator("[name=decision]").selectOption("refused");
    await decision.locator("[name=ground]").selectOption("11-2");
    await decision.locator("[name=text]").fill("Emme löydä tietoja.");
    await decision.locator("button").click();
    await page.locator(".letter").waitFor();
    await decision.locator("button").click();
    await page.locator("main form[action$=ratkaise]").waitFor({ state: "detached" });
    await page.goto(path);
  },

  async account(page) {
    await page.goto("/hallinta/kayttajat");
    await page.getByRole("link", { name: "Kalle Esimerkki" }).click();
    await page.locator("main form[action$=sulje] button").click();
    await page.locator("main form[action$=avaa] button").waitFor();
  },

  async disclose(page) {
    await page.goto("/hallinta/palaute");
    await page.locator("main tbody a").first().click();
    await page.locator("main a[href$=luovuta]").click();
  },

  /** A disclosure on a provision that is not on the list: it waits for a second person. */
  async disclosure(page) {
    await scenes.disclose(page);
    await page.locator("main [name=recipient]").fill("Esimerkkivirasto, kirjaamo");
    await choose(page, "purpose", "recipient-task");
    await choose(page, "ground", "statute");
    await page.locator("main [name=act]").fill("1/2026");
    await page.locator("main [name=section]").fill("3 §");
    await choose(page, "items", "message");
    await send(page);
    await page.goto("/hallinta/luovutukset");
    await page.locator("main tbody a").first().click();
  },
};

/** Plays a scene; `state` are the cookies of who is signed in. */
export async function play(name, browser, base, demo, state) {
  const { context, page, faults } = await visit(browser, base, { state });
  try {
    await scenes[name](page, demo);
    assert.deepEqual(faults, []);
    return { path: here(page), state: await context.storageState() };
  } catch (error) {
    return { error };
  } finally {
    await context.close();
  }
}

/** Somebody sets the demo's clock three days on, though no time has passed. */
export async function leap(file) {
  const [now, passed, start] = (await readFile(file, "utf8")).trim().split(" ");
  const then = new Date(Date.parse(now) + 3 * 24 * 3600 * 1000).toISOString();
  await writeFile(`${file}.new`, `${then} ${passed} ${start}`);
  // Renamed, so that nobody reads half an instant.
  await rename(`${file}.new`, file);
}
