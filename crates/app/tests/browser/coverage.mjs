// That no page is forgotten: the program tells its routes, and each that has a page is looked at.

import assert from "node:assert/strict";
import { doubtful, elsewhere, pageless, pages } from "./pages.mjs";

/** Whether a route with `{names}` in it is the one that answers at a path. */
export function matches(route, path) {
  const parts = route.split("/");
  const given = path.split("/");
  const same = (part, index) => part === given[index] || (part.startsWith("{") && given[index] !== "");
  return parts.length === given.length && parts.every(same);
}

/** The route at a path: one without names goes before one with them. */
const routeOf = (paths, path) =>
  paths.find((route) => route === path) ?? paths.find((route) => matches(route, path));

async function opens(base, path) {
  // Whoever asks with a method that nothing has is told which ones there are.
  const { headers } = await fetch(base + path, { method: "PUT", headers: { origin: base } });
  return (headers.get("allow") ?? "").includes("GET");
}

/** Every route that is opened with GET has a page in the list, or is listed as having none. */
export async function complete(base, paths) {
  const looked = new Set(
    [...pages, ...doubtful].map(({ route, plain }) => route ?? routeOf(paths, plain.split("?")[0])),
  );
  const unknown = [...looked, ...pageless, ...elsewhere].filter((route) => !paths.includes(route));
  assert.deepEqual(unknown, [], "listed, but the program has no such route");
  const isPage = (route) => ![...pageless, ...elsewhere].includes(route) && !route.startsWith("/api/") && !route.includes(".");
  const missing = [];
  for (const route of paths.filter((route) => isPage(route) && !looked.has(route))) {
    if (await opens(base, route)) missing.push(route);
  }
  assert.deepEqual(missing, [], "pages that no browser test looks at");
}
