# Tunnukset: kentät ja virheet
staff-username = Käyttäjätunnus
staff-username-help = Pieniä kirjaimia, numeroita, pisteitä ja viivoja, 2–40 merkkiä. Esimerkiksi etunimi.sukunimi.
staff-name = Nimi, jonka työtoverit näkevät
staff-passphrase = Salasana
staff-passphrase-again = Salasana uudelleen
staff-passphrase-help = Vähintään { $least } merkkiä. Hyvä salasana on esimerkiksi neljä sanaa, joita ei tavallisesti näe yhdessä. Salasananhallinta tekee ja muistaa sellaisen puolestasi.
staff-passphrase-short = Salasanassa on oltava vähintään { $least } merkkiä.
staff-passphrase-guessed = Tämä salasana on helppo arvata. Valitse sellainen, jossa ei ole nimiä, tavallisia sanontoja tai peräkkäisiä merkkejä.
staff-passphrase-differs = Salasanat eivät ole samat.

fault-username-form = Käyttäjätunnuksessa voi olla pieniä kirjaimia, numeroita, pisteitä ja viivoja, 2–40 merkkiä.
fault-username-taken = Tämä käyttäjätunnus on jo käytössä. Valitse toinen.
fault-roles-unknown = Valitse vähintään yksi tehtävä. Tässä selosteessa ovat: { $roles }.
fault-roles-beyond-own = Et voi antaa tehtäviä, jotka avaavat enemmän kuin omasi, etkä tehdä linkkiä tällaiseen tunnukseen. Pyydä henkilöä, jolla on nämä tehtävät, tai palvelimen ylläpitoa (komento seloste user).
fault-link-used-title = Linkki ei enää toimi
fault-link-used = Linkki on käytetty tai vanhentunut.
fault-link-used-next = Linkki toimii kerran ja vuorokauden ajan. Pyydä uusi siltä, joka hallitsee tunnuksia.
fault-account-closed = Tunnus on suljettu. Avaa se ensin uudelleen.
fault-account-not-closed = Tunnusta ei ole suljettu.
fault-second-factor-first = Ota ensin käyttöön kirjautumisen vahvistus.

staff-passphrase-current = Nykyinen salasana
staff-passphrase-wrong = Salasana on väärä.
staff-roles = Tehtävät
staff-email = Työsähköposti
staff-state = Tila
staff-state-invited = Kutsuttu
staff-state-open = Käytössä
staff-state-closed = Suljettu
staff-second-factor = Kirjautumisen vahvistus
staff-second-factor-none = Ei käytössä
staff-second-factor-app = Todennussovellus
staff-second-factor-passkey = Pääsyavain
staff-second-factor-both = Todennussovellus ja pääsyavain
staff-code = Vahvistuskoodi
staff-code-help = Todennussovelluksen kuusi numeroa, tai yksi varakoodeistasi.
staff-code-wrong = Koodi on väärä, vanhentunut tai jo käytetty. Odota, että sovellus näyttää uuden koodin.

fault-no-such-user = Tällaista käyttäjätunnusta ei ole.
fault-own-account = Omaa tunnustaan ei voi sulkea tai nollata. Pyydä toista ylläpitäjää.
fault-last-manager = Tunnusta ei voi sulkea tai muuttaa näin, koska kukaan ei enää hallitsisi tunnuksia.
fault-passkey = Pääsyavainta ei tunnistettu.
fault-passkey-next = Yritä uudelleen, tai kirjaudu salasanalla ja vahvistuskoodilla.
fault-passphrase-wrong = Salasana on väärä.
fault-second-factor-promised = Tietosuojaseloste lupaa, että kirjautuminen vahvistetaan. Viimeistä vahvistustapaa ei voi poistaa; ota ensin toinen käyttöön.

cli-user-link = Lähetä tämä linkki tunnuksen omistajalle turvallista tietä. Se toimii kerran ja { $hours } tuntia: { $address }
cli-user-none = Tunnuksia ei ole.
cli-user-roles = Tunnuksen { $username } tehtävät on vaihdettu ja istunnot päätetty.
cli-user-closed = Tunnus { $username } on suljettu ja istunnot päätetty.
