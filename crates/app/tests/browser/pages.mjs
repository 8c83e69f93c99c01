// What the browser looks at: every kind of page once per language, as those who use it.
//
// `as` names a role of the demo's sign-ins; without it nobody is signed in. `scene` names what must
// have been done before the page is there (scenes.mjs), and its path is known only then.

const languages = { fi: "", sv: "/sv", en: "/en" };

const everybody = [
  "/",
  "/palaute",
  "/oma",
  "/pyynto",
  "/tietopyynto",
  "/todiste",
  "/tietosuoja",
  "/tietosuoja/naytto",
  "/tietosuoja/muutokset",
  "/evasteet",
  "/saavutettavuus",
  "/hallinta/kirjaudu",
  "/esittely",
];

const staff = [
  "/hallinta",
  "/hallinta/palaute",
  "/hallinta/lupaukset",
  "/hallinta/pyynnot",
  "/hallinta/pyynnot/uusi",
  "/hallinta/luovutukset",
  "/hallinta/kayttajat",
  "/hallinta/kayttoonotto",
  "/hallinta/tyyli",
  "/oma",
  "/oma/kalenteri",
  "/oma/katselut",
  "/oma/luovutukset",
];

const scenes = [
  { scene: "receipt" },
  { scene: "openness" },
  { scene: "mine" },
  { scene: "account", as: "staff" },
  { scene: "disclose", as: "staff" },
  { scene: "disclosure", as: "staff" },
];

export const pages = Object.entries(languages).flatMap(([language, prefix]) => [
  ...everybody.map((path) => ({ path: prefix + path, language })),
  ...staff.map((path) => ({ path: prefix + path, language, as: "staff" })),
  ...scenes.map((scene) => ({ ...scene, prefix, language })),
]);

// After the clock was found to be wrong: the page that asks somebody to look, and the board.
export const doubtful = Object.entries(languages).flatMap(([language, prefix]) =>
  ["/hallinta/lupaukset/kello", "/hallinta/lupaukset"].map((path) => ({
    path: prefix + path,
    language,
    as: "staff",
    name: `${prefix}${path}-epailtava`,
  })),
);

// A page that is not there must be as good as one that is.
export const errors = Object.entries(languages).map(([language, prefix]) => ({
  path: `${prefix}/ei-ole`,
  language,
  status: 404,
}));
