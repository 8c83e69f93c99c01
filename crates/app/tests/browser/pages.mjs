// What the browser looks at: every kind of page once per language, as those who use it.
//
// `as` names a role of the demo's sign-ins; without it nobody is signed in. `scene` names what must
// have been done before the page is there (scenes.mjs); its path is known only then, and `route` is
// the one that it belongs to. Every route with a page has one here: coverage.mjs finds those that
// have none.

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
  "/tietosuoja/naytto/palaute.source.rights-request",
  "/tietosuoja/muutokset",
  "/tietosuoja/palaute/v/1",
  "/evasteet",
  "/saavutettavuus",
  "/hallinta/kirjaudu",
  "/esittely",
];

const staff = [
  "/hallinta",
  "/hallinta/palaute",
  "/hallinta/palaute/vie",
  "/hallinta/lupaukset",
  "/hallinta/lupaukset/luvut",
  "/hallinta/lupaukset/vahvista/logs",
  "/hallinta/pyynnot",
  "/hallinta/pyynnot?tila=omat",
  "/hallinta/pyynnot?tila=myohassa",
  "/hallinta/pyynnot?tila=ratkaistut",
  "/hallinta/pyynnot/ratkaistut",
  "/hallinta/pyynnot/uusi",
  "/hallinta/luovutukset",
  "/hallinta/ilmoitukset",
  "/hallinta/esteet",
  "/hallinta/esteet/uusi",
  "/hallinta/kayttajat",
  "/hallinta/kayttajat/uusi",
  "/hallinta/oma-tunnus",
  "/hallinta/oma-tunnus/salasana",
  "/hallinta/oma-tunnus/vahvistus",
  "/hallinta/oma-tunnus/vahvistus/sovellus",
  "/hallinta/kayttoonotto",
  "/hallinta/tyyli",
  "/oma",
  "/oma/kalenteri",
  "/oma/katselut",
  "/oma/luovutukset",
];

const scenes = [
  { scene: "receipt", route: "/pyynto/kuitti/{command}" },
  { scene: "receipt-withdraw", route: "/palaute/kuitti/{command}/peru/{purpose}" },
  { scene: "openness", route: "/tietopyynto/kuitti/{command}" },
  { scene: "link", route: "/oma/linkki/{secret}" },
  { scene: "mine", route: "/oma/posti" },
  { scene: "mine-erase", route: "/oma/posti/poista" },
  { scene: "mine-code", route: "/oma/posti/{id}/koodi" },
  { scene: "own", route: "/oma" },
  { scene: "own-correct", route: "/oma/tieto/{id}/korjaa" },
  { scene: "own-withdraw", route: "/oma/tieto/{id}/peru/{purpose}" },
  { scene: "own-restrict", route: "/oma/tieto/{id}/rajoita" },
  { scene: "own-restrict-all", route: "/oma/rajoita" },
  { scene: "own-free", route: "/oma/tieto/{id}/vapauta" },
  { scene: "own-free-all", route: "/oma/vapauta" },
  { scene: "own-erase-one", route: "/oma/tieto/{id}/poista" },
  { scene: "own-erase", route: "/oma/poista" },
  { scene: "own-package", route: "/oma/paketti" },
  { scene: "own-print", route: "/oma/tuloste" },
  { scene: "own-granted", as: "staff", route: "/oma/pyynto/{id}/kopio" },
  { scene: "own-reply", as: "staff", route: "/oma/pyynto/{id}/vastaus" },
  { scene: "proof", route: "/todiste/{id}" },
  { scene: "invitation", as: "staff", route: "/hallinta/aloita/{link}" },
  { scene: "account", as: "staff", route: "/hallinta/kayttajat/{record}" },
  { scene: "item", as: "staff", route: "/hallinta/palaute/{id}" },
  { scene: "item-erase", as: "staff", route: "/hallinta/palaute/{id}/poista" },
  { scene: "disclose", as: "staff", route: "/hallinta/palaute/{id}/luovuta" },
  { scene: "disclosure", as: "staff", route: "/hallinta/luovutukset/{id}" },
  { scene: "recipient", as: "staff", route: "/hallinta/ilmoitukset/{id}" },
  { scene: "request", as: "staff", route: "/hallinta/pyynnot/{id}" },
  { scene: "case", as: "staff", route: "/hallinta/pyynnot/{id}" },
  { scene: "decided", as: "staff", route: "/hallinta/pyynnot/{id}" },
  { scene: "find", as: "staff", route: "/hallinta/pyynnot/{id}/etsi" },
  { scene: "holding", as: "staff", route: "/hallinta/esteet/uusi/{id}" },
  { scene: "held", as: "staff", route: "/hallinta/esteet/tieto/{id}/{ground}" },
  { scene: "held-end", as: "staff", route: "/hallinta/esteet/tieto/{id}/{ground}/paata" },
  { scene: "held-case", as: "staff", route: "/hallinta/pyynnot/{id}/esteet" },
  { scene: "free", as: "staff", route: "/hallinta/pyynnot/{id}/rajoitus/{what}/paata" },
];

/** Pages that are the answer to a form: looked at where they stand, in the language of the scene. */
export const answers = [
  { scene: "feedback-sent" },
  { scene: "feedback-wrong" },
  { scene: "code-wrong" },
  { scene: "own-erased" },
  { scene: "sign-in-wrong" },
  { scene: "found", as: "staff" },
  { scene: "letter", as: "staff" },
  { scene: "question", as: "staff" },
  { scene: "invited", as: "staff" },
].map((answer) => ({ ...answer, prefix: "", language: "fi" }));

/** Routes that answer with a file or lead on to a page: those with a dot in them, and these. */
export const pageless = [
  "/.well-known/change-password",
  "/hallinta/ilmoitukset/{id}/kirje/{lang}",
  "/hallinta/kirjaudu/avain",
  "/hallinta/kirjaudu/vahvista",
  "/hallinta/luovutukset/{id}/asiakirja",
  "/hallinta/pyynnot/{id}/kirje/{answer}",
  "/hallinta/pyynnot/{id}/valtakirja",
  "/hallinta/pyynnot/{id}/vastauksen-liite",
  "/healthz",
  "/kalenteri/{secret}",
  "/oma/kirje/{answer}",
  "/oma/paketti/{id}",
  "/oma/pyynto/{id}/kopio/{package}",
  "/oma/tieto/{id}/suostumus/{purpose}",
  "/palaute/kuitti/{command}/suostumus/{purpose}",
  "/tietosuoja/v/{version}",
];

/** Pages that come with what the demo's notice does not declare: decisions of programs, which decisions.mjs looks at. */
export const elsewhere = ["/oma/tieto/{id}/ihminen/{field}"];

export const pages = Object.entries(languages).flatMap(([language, prefix]) => [
  ...everybody.map((path) => ({ path: prefix + path, language, plain: path })),
  ...staff.map((path) => ({ path: prefix + path, language, as: "staff", plain: path })),
  ...scenes.map((scene) => ({ ...scene, prefix, language })),
]);

// After the clock was found to be wrong: the page that asks somebody to look, and the board.
export const doubtful = Object.entries(languages).flatMap(([language, prefix]) =>
  ["/hallinta/lupaukset/kello", "/hallinta/lupaukset"].map((path) => ({
    path: prefix + path,
    plain: path,
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
