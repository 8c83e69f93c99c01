// What people do in an installation of its own before anything is looked at.

const passphrase = "lumihattu peruna silta 7";

/** Chooses a passphrase by a one-time link; whoever is the first names the account, too. */
export async function signUp(page, link) {
  await page.goto(link);
  const username = page.locator("main [name=username]");
  if (await username.count()) {
    await username.fill("alma");
    await page.locator("main [name=name]").fill("Alma Alku");
  }
  for (const name of ["passphrase", "again"]) await page.locator(`main [name=${name}]`).fill(passphrase);
  await page.locator("main form button").last().click();
  await page.waitForURL("**/hallinta");
}

/** Fills in a form as people do: ticks what it asks consent for, chooses the first of what must be chosen. */
export async function fill(page, path, fields) {
  await page.goto(path);
  for (const [name, value] of Object.entries(fields)) await set(page.locator(`main [name="${name}"]`).first(), value);
  for (const box of await page.locator("main input[name^=consent-]").all()) await box.check();
  const choice = page.locator("main [name=membership]").first();
  if (await choice.count()) await set(choice, "ordinary");
  await page.locator("main form button").last().click();
  await page.waitForLoadState("load");
}

async function set(field, value) {
  const isSelect = (await field.evaluate((element) => element.tagName)) === "SELECT";
  const kind = await field.getAttribute("type");
  if (isSelect) await field.selectOption(value);
  else if (["radio", "checkbox"].includes(kind)) await field.check();
  else await field.fill(value);
}
