# Selosteen sivut ja lupausten näyttö

# Selosteen sivu
privacy-notice = Tietosuojaseloste
privacy-outdated = Tämä on selosteen vanha versio.
privacy-to-current = Siirry voimassa olevaan versioon
privacy-contents = Sisältö
privacy-forms = Seloste muissa muodoissa
privacy-form-pdf = PDF
privacy-form-txt = Tekstinä
privacy-form-jsonld = JSON-LD (DPV)
privacy-form-tilt = TILT (JSON)
privacy-hash = Version tunniste:
privacy-to-changes = Kaikki versiot ja niiden muutokset
privacy-to-notice = Lue koko tietosuojaseloste
privacy-proof-of = Näyttö lupauksesta: { $sentence }
privacy-kept-proof = Pidetään: katso näyttö
privacy-section-good = { $count ->
    [one] Yksi lupaus. Se pidetään.
   *[other] { $count } lupausta. Yksikään ei ole rikki.
}
privacy-section-bad = { $count ->
    [one] Yksi lupaus. Se ei pidä nyt.
   *[other] { $bad ->
        [one] { $count } lupausta, joista yksi ei pidä nyt.
       *[other] { $count } lupausta, joista { $bad } ei pidä nyt.
    }
}
privacy-section-proof = Katso näyttö

# Tila yhdellä rivillä
privacy-sum-good = { $count ->
    [one] Selosteessa on yksi lupaus. Se pidetään.
   *[other] Selosteessa on { $count } lupausta. Yksikään ei ole rikki.
}
privacy-sum-bad = { $bad ->
    [one] Selosteen { $count } lupauksesta yksi ei pidä nyt.
   *[other] Selosteen { $count } lupauksesta { $bad } ei pidä nyt.
}
privacy-checked = Tarkistettu { $time }.
privacy-scanned = Kaikki tallennetut tiedot käytiin läpi { $time }.
privacy-unchecked = Ei vielä tarkistettu.
privacy-first-check = Lupauksia tarkistetaan parhaillaan ensimmäistä kertaa.
privacy-checks-late = Tarkistukset ovat myöhässä. Alla on viimeisin tieto.
privacy-to-evidence = Katso, miten jokainen lupaus pidetään

# Näyttö
privacy-evidence = Näyttö lupauksista
privacy-evidence-lead = Jokainen tietosuojaselosteen lause on lupaus. Ohjelma tarkistaa ne itse minuutin välein ja kertoo tässä myös silloin, kun jokin ei pidä.
privacy-group-bad = Ei pidä nyt
privacy-group-due = Vahvistettava pian
privacy-group-kept = Pidetään
privacy-group-attested = Vahvistettu
privacy-group-told = Vain tiedoksi
privacy-filter = Näytä lupaukset
privacy-filter-all = Kaikki
privacy-as-json = Sama tieto ohjelmille (JSON)
privacy-proof = Näyttö yhdestä lupauksesta
privacy-to-proof = Näyttö ja historia
privacy-state = Tila
privacy-how = Miten pidetään
privacy-law = Lainkohta
privacy-since = Tila alkaen
privacy-id = Tunnus
privacy-history = Historia

# Muutokset
privacy-changes = Selosteen versiot ja muutokset
privacy-changes-lead = Vanhat versiot säilyvät luettavina. Päiväys ja numero syntyvät julkaisemisesta; niitä ei voi kirjoittaa käsin.
privacy-feed = Seuraa muutoksia syötteenä (Atom)
privacy-version = Versio { $version }, julkaistu { $date }
privacy-first-version = Ensimmäinen julkaistu versio.
privacy-nothing-changed = Seloste sanoo saman kuin edellinen versio.
privacy-version-reason = Perustelu: { $reason }
privacy-version-author = Julkaisija: { $author }
privacy-version-operator = palvelun ylläpito
announced = Tietosuojaseloste on muuttunut.
announced-more = { $count ->
    [0] Lue muutoksesta
    [one] Lue tästä ja yhdestä muusta muutoksesta
   *[other] Lue tästä ja { $count } muusta muutoksesta
}

# Etusivu
privacy-front-lead = Kerro meille, mikä toimii ja mikä ei. Yhteystietoja ei tarvita.
privacy-front-give = Anna palautetta
privacy-card-own = Omat tietosi
privacy-card-own-text = Näet kuittikoodilla kaiken, mitä sinusta säilytetään, ja voit poistaa sen.
privacy-card-notice = Tietosuojaseloste
privacy-card-notice-text = Mitä kerätään, miksi, kuinka kauan ja mitkä ovat oikeutesi.
privacy-card-proof = Näyttö lupauksista
privacy-card-proof-text = Jokaisen lauseen vieressä lukee, pitääkö se juuri nyt.

# Evästeet
privacy-cookies = Evästeet
privacy-cookies-lead = Tässä ovat kaikki evästeet, joita palvelu voi asettaa. Muita se ei pysty asettamaan.
privacy-cookies-necessary = Kaikki ovat välttämättömiä: ne asetetaan vasta, kun kirjaudut tai valitset kielen. Siksi suostumusta ei kysytä, eikä mitään tarvitse hyväksyä.
privacy-cookies-choice = Välttämättömät evästeet asetetaan, kun palvelu tarvitsee niitä. Muut odottavat suostumustasi, ja palvelu toimii ilman niitä.

# Saavutettavuus
privacy-access = Saavutettavuusseloste
privacy-access-state = Miten saavutettava palvelu on
privacy-access-state-text = Palvelu on tehty noudattamaan WCAG 2.2 -ohjeiston tasoa AA. Tekijät ovat tarkistaneet sen itse; ulkopuolinen ei ole arvioinut sitä.
privacy-access-done-keyboard = Kaikki toimii pelkällä näppäimistöllä, ja kohdistus näkyy.
privacy-access-done-narrow = Sivut mahtuvat 320 kuvapisteen levyiselle näytölle ilman vieritystä sivusuunnassa.
privacy-access-done-colour = Mitään ei kerrota vain värillä, ja tekstin kontrasti riittää myös tummassa teemassa.
privacy-access-done-script = Kaikki toimii ilman JavaScriptiä.
privacy-access-lacks = Mitä puuttuu
privacy-access-lacks-text = Palvelua ei ole vielä kokeiltu apuvälineiden käyttäjien kanssa. Selkokielistä versiota ei ole.
privacy-access-tell = Kerro puutteesta
privacy-access-tell-text = Jos jokin ei toimi, kerro siitä meille.
privacy-access-supervision = Valvonta
privacy-access-supervision-text = Jos vastaus ei riitä, voit kannella saavutettavuuden valvontaviranomaiselle:

# Komentorivi
privacy-cli-sum = { $count } lupausta, joista { $bad } ei pidä.

# Työpöydän lupaukset
privacy-check-now = Tarkista nyt
privacy-check-runs = Tarkistus on käynnissä. Se käy läpi kaikki tiedot, joten lataa sivu hetken päästä uudelleen.
privacy-words = Vahvistukset
privacy-no-words = Selosteessa ei ole mitään, mitä ihmisen pitäisi vahvistaa.
privacy-vouch = Vahvista
privacy-vouch-document = Mihin vahvistus perustuu
privacy-vouch-document-help = Kirjoita asiakirjan nimi, päiväys ja paikka. Tekstistä säilytetään vain tarkiste: pidä asiakirja itse tallessa.
privacy-vouch-sure = Olen tarkistanut asian ja vahvistan sen roolissani.
privacy-attested = Vahvistus on kirjattu.
privacy-word-until = Vahvistettu { $date } asti.
privacy-word-over = Vahvistus päättyi { $date }.
privacy-word-none = Ei vielä vahvistettu.

# Todiste poistamisesta
proof-title = Todiste poistamisesta
proof-told = Tiedot on poistettu { $date }.
proof-nothing-personal = Tällä sivulla ei ole henkilötietoja. Siitä ei näe, kenen tiedot poistettiin tai mitä niissä luki.
proof-what = Mitä poistettiin
proof-notice = Selosteen versio
proof-id = Todisteen tunnus
proof-place = Paikka tapahtumalokissa
proof-place-of = Merkintä { $place }, kun merkintöjä on { $size }
proof-check = Näin tarkistat todisteen
proof-check-text = Tapahtumalokiin voi vain lisätä merkintöjä. Allekirjoitettu tarkistuspiste sitoo kaikki merkinnät yhteen: jos tätä merkintää muutettaisiin tai se poistettaisiin, todiste ei enää täsmäisi. Tarkistaminen ei vaadi yhteyttä tähän palveluun.
proof-file = Tallenna todiste tiedostona
proof-command = Tarkista se Seloste-ohjelmalla:
proof-whole = Joka saa käsiinsä koko lokin, esimerkiksi valvontaviranomainen, voi tarkistaa sen komennolla seloste ledger verify. Kun sille annetaan tämän todisteen lopussa oleva tarkistuspiste valitsimella --checkpoint, myös lokin ylläpitäjän tekemät muutokset paljastuvat.
proof-text = Todiste tekstinä
proof-text-what = Ensin lokimerkintä ja sen paikka, sitten tiivisteet merkinnästä lokin juureen, lopuksi allekirjoitettu tarkistuspiste.
proof-print = Voit tulostaa tämän sivun tai tallentaa sen muistiin.

# Kello
privacy-clock-doubt = Palvelimen kelloon ei voi luottaa
privacy-clock-times = Kello näyttää { $shows }, vaikka sen pitäisi näyttää noin { $expected }.
privacy-clock-waits = Mitään ei poisteta ajan perusteella, ennen kuin kello on tarkistettu. Viimeisen päivänsä ohittaneet tiedot eivät silti aukea.
privacy-clock-mend = Vertaa aikaa toiseen kelloon, esimerkiksi puhelimeesi. Jos palvelimen kello on väärässä, pyydä ylläpitoa korjaamaan se: silloin tätä vahvistusta ei tarvita. Jos palvelin oli pitkään sammutettuna ja aika on oikein, vahvista se.
privacy-clock-look = Tarkista kello
privacy-clock-sure = Olen verrannut aikaa toiseen kelloon. Palvelimen päivä ja kellonaika ovat oikein.
privacy-clock-confirm = Vahvista kello
privacy-clock-confirmed = Kello on vahvistettu. Ajan perusteella poistetaan taas.

# Varmuuskopiot
privacy-backups-damaged = { $count ->
    [one] Yksi varmuuskopion osa on vioittunut
   *[other] { $count } varmuuskopion osaa on vioittunut
}
privacy-backups-damaged-next = Ylläpito näkee komennolla seloste doctor, mitkä osat ovat vioittuneet. Uusi varmuuskopio tehdään joka päivä; tarkista silti levy, jolla kopiot ovat.

consent-check-title = Tarkista suostumuskuitti
consent-check-lead = Suostumuskuitti on tiedosto, jonka palvelu on allekirjoittanut, kun suostumus annettiin. Tällä sivulla kuka tahansa voi tarkistaa, että kuitti on aito ja onko suostumus yhä voimassa.
consent-check-field = Suostumuskuitti
consent-check-help = Avaa tallentamasi tiedosto, kopioi sen koko sisältö ja liitä se tähän. Kuitissa ei ole henkilötietoja, eikä sitä tallenneta.
consent-check-submit = Tarkista
consent-check-bad = Kuitti ei ole aito
consent-check-bad-text = Tämä palvelu ei ole allekirjoittanut kuittia, tai sitä on muutettu. Tarkista, että kopioit tiedoston koko sisällön.
consent-check-genuine = Kuitti on aito: tämä palvelu on allekirjoittanut sen, eikä sitä ole muutettu.
consent-check-stands = Suostumus on voimassa
consent-check-withdrawn = Suostumus on peruttu { $when }
consent-check-restored = Suostumus ei ole voimassa. Tiedot poistettiin uudelleen { $when }, kun varmuuskopio oli palautettu.
consent-check-ended = Suostumus päättyi { $when }, kun tiedot poistettiin
consent-check-unknown = Suostumus ei ole enää voimassa. Sen päättymisen ajankohtaa ei ole enää tallessa.
consent-check-sentence = Mihin suostuttiin
consent-check-controller = Kenelle suostumus annettiin
consent-check-purpose = Mihin tarkoitukseen
consent-check-given = Annettu
consent-check-language = Kieli
consent-check-notice = Selosteen versio
consent-check-hash = Lauseen tarkiste (SHA-256)
consent-check-reference = Kuitin tunnus
consent-check-offline = Tarkistus ilman tätä palvelua
consent-check-offline-text = Seloste-ohjelma tarkistaa allekirjoituksen myös ilman yhteyttä tähän palveluun. Sen, onko suostumus peruttu, näkee vain täältä.
