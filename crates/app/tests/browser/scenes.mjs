// Pages that are only there after somebody has done something: each scene does it as people do, and
// gives the page's path and the cookies of whoever sees it.

import assert from "node:assert/strict";
import { readdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { visit } from "./browser.mjs";

/** Somebody whose address is in the demo's feedback. */
const known = "aino.esimerkki@example.fi";
/** Somebody else whose address is there. */
const other = "bo.exempel@example.fi";
/** And a third: a link of a letter opens once, and no second letter goes while it could. */
const third = "helmi.malli@example.fi";
/** And a fourth, who gives the code of the request beside the link. */
const fourth = "linnea.exempel@example.fi";
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

/** Opens the own page with a receipt code. */
async function enter(page, code) {
  await page.goto("/oma");
  await page.locator("main [name=code]").fill(code);
  await send(page);
}

const follow = (page, end) => page.locator(`main a[href$="${end}"]`).first().click();

async function invite(page, username) {
  await page.goto("/hallinta/kayttajat/uusi");
  await page.locator("main [name=username]").fill(username);
  await page.locator("main [name=name]").fill("Kutsuttu Esimerkki");
  await page.locator("main [name=roles]").first().check();
  await send(page);
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

/** Staff write down a letter; the page with the code of the request. */
async function writeLetter(page, agent) {
  await page.goto("/hallinta/pyynnot/uusi");
  await choose(page, "type", "access");
  await choose(page, "channel", "letter");
  await choose(page, "language", "fi");
  if (agent) {
    await choose(page, "behalf", "agent");
    await page.locator("main [name=contact]").fill(agent);
  }
  await page.locator("main [name=arrived]").fill(new Date().toISOString().slice(0, 10));
  await send(page);
}

/** A letter that somebody sent for another; the request's page. */
async function writeDown(page) {
  await writeLetter(page, "asiamies@example.fi");
  await page.locator("main a.button").last().click();
}

/** From the page with the code of a request that was written down: the question to its maker, before it goes. */
async function writeQuestion(page) {
  await page.locator("main a.button").last().click();
  await page.locator("main details:has(form[action$=kysy]) summary").click();
  const question = page.locator("main form[action$=kysy]");
  await question.locator("[name=text]").fill("Milloin kirjoitit palautteen?");
  await question.locator("button").click();
  await page.locator(".letter").waitFor();
}

/** Feedback of its own, whose use is then restricted; the code of its receipt. */
async function give(page) {
  await page.goto("/palaute");
  await page.locator("main [name=message]").fill("Hissi seisoi koko viikon.");
  await send(page);
  return page.locator(".code-display code").innerText();
}

/** From a page with the form for it: on the ground of a claim. */
async function restrict(page) {
  await choose(page, "ground", "claim");
  await send(page);
  await page.waitForURL("**/oma?*");
}

/** The path of the feedback that came last, or of what came last in another list. */
async function newest(page, list = "/hallinta/palaute") {
  await page.goto(list);
  const links = await page.locator("main tbody a").evaluateAll((all) =>
    all.map((link) => ({ path: new URL(link.href).pathname, number: Number(link.textContent.match(/\d+/)) })));
  return links.sort((one, other) => other.number - one.number)[0].path;
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

  /** Opened and not used, so it stays good. */
  async link(page, demo) {
    await ask(page, other);
    await page.goto(await letter(demo, other));
  },

  /** What the reader of a mailbox sees behind the link of the letter about a request. */
  async mine(page, demo, address = known) {
    await ask(page, address);
    await page.goto(await letter(demo, address));
    await send(page);
    assert.equal(here(page), "/oma/posti");
  },

  /** A request for somebody else, taken care of by somebody, with a note on it. */
  async case(page) {
    await writeDown(page);
    await page.locator("main details:has(form[action$=muistiinpano]) summary").click();
    const note = page.locator("main form[action$=muistiinpano]");
    await note.locator("[name=text]").fill("Valtakirja puuttuu. Kysytty puhelimitse.");
    await note.locator("button").click();
    await page.getByText("Kysytty puhelimitse").waitFor();
  },

  /** The letter of a decision, before it is sent. */
  async letter(page) {
    await writeDown(page);
    const decision = page.locator("main form[action$=ratkaise]");
    await decision.locator("[name=decision]").selectOption("refused");
    await decision.locator("[name=ground]").selectOption("11-2");
    await decision.locator("[name=text]").fill("Emme löydä tietoja.");
    await decision.locator("button").click();
    await page.locator(".letter").waitFor();
  },

  /** The letter that asks whoever made a request who they are, before it is sent. */
  async question(page) {
    await writeLetter(page);
    await writeQuestion(page);
  },

  /** Whoever asked by letter has the code of the request, and is asked who they are. */
  async "own-reply"(page) {
    await writeLetter(page);
    const code = await page.locator(".code-display code").innerText();
    await writeQuestion(page);
    await page.locator("main form[action$=kysy] button").click();
    await page.waitForURL("**/hallinta/pyynnot/*");
    await page.context().clearCookies();
    await enter(page, code);
    await follow(page, "/vastaus");
  },

  /** A request that was refused: the letter is there to be printed. */
  async decided(page) {
    await scenes.letter(page);
    const path = here(page).replace(/\/ratkaise$/, "");
    await page.locator("main form[action$=ratkaise] button").click();
    await page.locator("main form[action$=ratkaise]").waitFor({ state: "detached" });
    await page.goto(path);
  },

  async "mine-erase"(page, demo) {
    await scenes.mine(page, demo, third);
    await follow(page, "/oma/posti/poista");
  },

  async "mine-code"(page, demo) {
    await scenes.mine(page, demo, fourth);
    await page.locator("main form[action$='/kylla'] button").first().click();
    await page.goto("/oma/posti");
    await follow(page, "/koodi");
  },

  /** Whoever asked by letter has the code of the request, and was granted a copy. */
  async "own-granted"(page) {
    await writeLetter(page);
    const code = await page.locator(".code-display code").innerText();
    await page.locator("main a.button").last().click();
    const decision = page.locator("main form[action$=ratkaise]");
    await decision.locator("[name=decision]").selectOption("granted");
    await decision.locator("[name=text]").fill("Jäljennös on valmiina.");
    await decision.locator("button").click();
    await page.locator(".letter").waitFor();
    await page.locator("main form[action$=ratkaise] button").click();
    await page.locator("main form[action$=ratkaise]").waitFor({ state: "detached" });
    await page.context().clearCookies();
    await enter(page, code);
    await follow(page, "/kopio");
  },

  /** Somebody whose feedback was answered, with the code of its receipt. */
  async own(page, demo) {
    await enter(page, demo.answered);
    assert.equal(here(page), "/oma");
    await page.locator("main a[href='/oma/poista']").waitFor();
  },

  async "own-correct"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/korjaa");
  },

  async "own-withdraw"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/peru/answer");
  },

  async "own-restrict"(page, demo) {
    await scenes.own(page, demo);
    await page.locator("main a[href^='/oma/tieto/'][href$='/rajoita']").first().click();
    await page.waitForURL("**/rajoita");
  },

  async "own-restrict-all"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/oma/rajoita");
  },

  async "own-free"(page) {
    await enter(page, await give(page));
    await page.locator("main a[href^='/oma/tieto/'][href$='/rajoita']").first().click();
    await restrict(page);
    await page.locator("main a[href^='/oma/tieto/'][href$='/vapauta']").first().click();
    await page.waitForURL("**/vapauta");
  },

  async "own-free-all"(page) {
    await enter(page, await give(page));
    await follow(page, "/oma/rajoita");
    await restrict(page);
    await follow(page, "/oma/vapauta");
  },

  /** A restriction that was granted, and whose end the person has been told of. */
  async free(page) {
    const code = await give(page);
    await page.goto("/pyynto");
    await choose(page, "type", "restriction");
    await page.locator("main [name=code]").fill(code);
    await page.locator("main [name=text]").fill("Käyttöä on rajoitettava.");
    await send(page);
    await page.waitForURL("**/pyynto/kuitti/*");
    const path = await newest(page, "/hallinta/pyynnot");
    await page.goto(path);
    const decision = page.locator("main form[action$=ratkaise]");
    await decision.locator("[name=decision]").selectOption("granted");
    await decision.locator("[name=text]").fill("Käyttöä on rajoitettu.");
    await decision.locator("button").click();
    await page.locator(".letter").waitFor();
    await page.locator("main form[action$=ratkaise] button").click();
    await page.locator("main form[action$=ratkaise]").waitFor({ state: "detached" });
    await page.goto(path);
    await page.locator("main form[action$='/kerrottu'] button").click();
    await follow(page, "/paata");
  },

  async "own-erase-one"(page, demo) {
    await scenes.own(page, demo);
    await page.locator("main a[href^='/oma/tieto/'][href$='/poista']").first().click();
  },

  async "own-erase"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/oma/poista");
  },

  async "own-package"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/oma/paketti");
    await send(page);
  },

  async "own-print"(page, demo) {
    await scenes.own(page, demo);
    await follow(page, "/oma/tuloste");
  },

  async "own-erased"(page, demo) {
    await enter(page, demo.receipt);
    await follow(page, "/oma/poista");
    await send(page);
  },

  /** What proves an erasure, as its own page tells it. */
  async proof(page, demo) {
    await enter(page, demo.erased);
    await page.locator("main a[href*='/todiste/']").first().click();
  },

  async "code-wrong"(page) {
    await enter(page, "0000-0000-0000-0000-0000-0000");
  },

  async "feedback-sent"(page) {
    await page.goto("/palaute");
    await page.locator("main [name=message]").fill("Kiitos selkeästä sivusta.");
    await send(page);
    await page.locator("[data-receipt]").waitFor();
  },

  /** From the receipt of feedback with a consent: what a withdrawal takes. */
  async "receipt-withdraw"(page) {
    await page.goto("/palaute");
    await page.locator("main [name=message]").fill("Kiitos selkeästä sivusta.");
    await page.locator("main [name=email]").fill("sirkku@example.fi");
    await page.locator("main [name=consent-answer]").check();
    await send(page);
    await page.locator('main a[href*="/peru/"]').click();
    await page.locator("main form[action*='/peru/'] button").waitFor();
  },

  async "feedback-wrong"(page) {
    await page.goto("/palaute");
    await send(page);
    await page.locator("main .errors").waitFor();
  },

  async "sign-in-wrong"(page) {
    await page.goto("/hallinta/kirjaudu");
    await page.locator("main [name=username]").fill("palvelupaallikko");
    await page.locator("main [name=passphrase]").fill("jokin aivan muu sana");
    await page.locator("main form").filter({ has: page.locator("[type=password]") }).locator("button").last().click();
    await page.locator("main .errors").waitFor();
  },

  async invitation(page) {
    await invite(page, "kutsuttu");
    const link = await page.locator("main code").first().textContent();
    await page.goto(new URL(link.trim()).pathname);
  },

  async invited(page) {
    await invite(page, "toinen-kutsuttu");
    await page.locator("main code").first().waitFor();
  },

  async item(page) {
    await page.goto("/hallinta/palaute");
    await page.locator("main tbody a").first().click();
  },

  async "item-erase"(page) {
    await scenes.item(page);
    await follow(page, "/poista");
  },

  async request(page) {
    await page.goto("/hallinta/pyynnot");
    await page.locator("main tbody a").first().click();
  },

  /** Of a request of its own: another's person may be known already. */
  async find(page) {
    await writeLetter(page);
    await page.locator("main a.button").last().click();
    await follow(page, "/etsi");
  },

  async found(page) {
    await scenes.find(page);
    await page.locator("main [name=value]").fill(known);
    await send(page);
    await page.locator("main section.asked").waitFor();
  },

  async account(page) {
    await page.goto("/hallinta/kayttajat");
    await page.getByRole("link", { name: "Kalle Esimerkki" }).click();
    await page.locator("main form[action$=sulje] button").click();
    await page.locator("main form[action$=avaa] button").waitFor();
  },

  async disclose(page) {
    await scenes.item(page);
    await page.locator("main a[href$=luovuta]").click();
  },

  /** A disclosure on a provision that is not on the list: it waits for a second person. */
  async disclosure(page) {
    await scenes.disclose(page);
    await choose(page, "recipient", "by-law");
    await page.locator("main [name=called]").fill("Esimerkkivirasto, kirjaamo");
    await choose(page, "purpose", "recipient-task");
    await choose(page, "ground", "statute");
    await page.locator("main [name=act]").fill("1/2026");
    await page.locator("main [name=section]").fill("3 §");
    await choose(page, "items", "message");
    await send(page);
    await page.goto("/hallinta/luovutukset");
    await page.locator("main tbody a").first().click();
  },

  async holding(page) {
    await scenes.item(page);
    await page.locator("main a[href*='/hallinta/esteet/uusi/']").click();
  },

  /** Of feedback of its own: one ground holds a record once. */
  async held(page) {
    await scenes["feedback-sent"](page);
    await page.goto(await newest(page));
    await page.locator("main a[href*='/hallinta/esteet/uusi/']").click();
    await choose(page, "ground", "legal-claim");
    await page.locator("main [name=matter]").fill("Riita-asia 12/2026");
    await page.locator("main [name=recipient]").fill("Esimerkin käräjäoikeus");
    await page.locator("main [name=reason]").fill("Viesti on todiste siitä, mitä sovittiin.");
    await choose(page, "scope", "fields");
    await choose(page, "fields", "message");
    await send(page);
    await page.locator("main a[href$=paata]").waitFor();
  },

  async "held-end"(page) {
    await scenes.held(page);
    await page.locator("main a[href$=paata]").click();
  },

  async "held-case"(page) {
    const code = await give(page);
    await page.goto("/pyynto");
    await choose(page, "type", "restriction");
    await page.locator("main [name=code]").fill(code);
    await page.locator("main [name=text]").fill("Asia on riidan alla.");
    await send(page);
    await page.waitForURL("**/pyynto/kuitti/*");
    await page.goto(await newest(page, "/hallinta/pyynnot"));
    await page.locator("main a[href$=esteet]").click();
  },

  /** A recipient of feedback that was erased after it had been disclosed. */
  async recipient(page) {
    await scenes["feedback-sent"](page);
    const own = await newest(page);
    await page.goto(`${own}/luovuta`);
    await choose(page, "recipient", "by-consent");
    await page.locator("main [name=called]").fill("Esimerkki ry");
    await choose(page, "purpose", "recipient-task");
    await choose(page, "ground", "consent");
    await page.locator("main [name=reference]").fill("Kirje 1/2026");
    await choose(page, "items", "message");
    await send(page);
    await page.goto(`${own}/poista`);
    await send(page);
    await page.goto("/hallinta/ilmoitukset");
    await page.locator("main tbody a").first().click();
    await page.locator("main form[action$=hoidettu]").waitFor();
  },
};

/** Plays a scene and leaves it open; `state` are the cookies of who is signed in. */
export async function open(name, browser, base, demo, state) {
  const visited = await visit(browser, base, { state });
  await scenes[name](visited.page, demo);
  // Chromium reports the status of a refused form as a console error.
  const faults = visited.faults.filter((fault) => !fault.includes("status of 422"));
  assert.deepEqual(faults, []);
  return visited;
}

/** Plays a scene; where it led, and the cookies of whoever is there. */
export async function play(name, browser, base, demo, state) {
  try {
    const { context, page } = await open(name, browser, base, demo, state);
    const played = { path: here(page), state: await context.storageState() };
    await context.close();
    return played;
  } catch (error) {
    return { error };
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
