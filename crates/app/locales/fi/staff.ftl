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
fault-link-used = Linkki on käytetty tai vanhentunut.
fault-link-used-next = Linkki toimii kerran ja vuorokauden ajan. Pyydä uusi siltä, joka hallitsee tunnuksia.
fault-account-closed = Tunnus on suljettu. Suljettua tunnusta ei avata uudelleen; tee uusi.
fault-second-factor-first = Ota ensin käyttöön kirjautumisen vahvistus.
