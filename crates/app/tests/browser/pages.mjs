// What the browser looks at: every kind of page once per language, as those who use it.
//
// `as` names a role of the demo's sign-ins; without it nobody is signed in. `{receipt}` and the
// like are filled in from what the demo prints.

const languages = { fi: "", sv: "/sv", en: "/en" };

const everybody = [
  "/",
  "/palaute",
  "/oma",
  "/pyynto",
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
  "/hallinta/tyyli",
  "/oma",
  "/oma/kalenteri",
  "/oma/katselut",
  "/oma/luovutukset",
];

export const pages = Object.entries(languages).flatMap(([language, prefix]) => [
  ...everybody.map((path) => ({ path: prefix + path, language })),
  ...staff.map((path) => ({ path: prefix + path, language, as: "staff" })),
]);

// A page that is not there must be as good as one that is.
export const errors = Object.entries(languages).map(([language, prefix]) => ({
  path: `${prefix}/ei-ole`,
  language,
  status: 404,
}));
