# Työpöytä
console-nav-sign-in = Kirjaudu
console-nav-feedback = Palautteet
console-nav-requests = Pyynnöt
console-nav-disclosures = Luovutukset
console-nav-holds = Poiston esteet
console-nav-promises = Lupaukset
console-nav-users = Käyttäjät
console-nav-own = Oma tunnus
console-sign-in-title = Kirjaudu työpöydälle
console-sign-in = Kirjaudu
console-sign-in-wrong = Käyttäjätunnus tai salasana on väärä.
console-sign-in-lost = Jos et pääse kirjautumaan, pyydä uusi linkki siltä, joka hallitsee tunnuksia. Yhteydenottoa sähköpostilla ei käytetä tunnistamiseen.
console-sign-out = Kirjaudu ulos

console-lapsed = Kirjautumisesi on päättynyt
console-lapsed-text = Istunto päättyy, kun palvelua ei ole hetkeen käytetty. Näin auki jäänyt kone ei päästä muita tietoihin. Kirjaudu uudelleen, niin pääset takaisin samalle sivulle.
console-lapsed-times = Katso, kauanko istunto on voimassa
console-late-lead = Lomaketta ei tallennettu eikä lähetetty. Kirjoittamasi teksti on tallessa tällä sivulla.
console-late-text = Kirjoittamasi teksti
console-late-how = Kirjaudu uudelleen, kopioi teksti tältä sivulta ja liitä se lomakkeelle. Palvelu ei säilytä tekstiä, joten älä sulje tätä sivua ennen sitä.
console-late-sign-in = Kirjaudu (avautuu uuteen välilehteen)

console-front-lead = Hei, { $name }.
console-start-title = Tee ensimmäinen tunnus
console-start-lead = Tällä tunnuksella voit kutsua muut, hoitaa pyynnöt ja vastata palautteeseen. Tämä sivu toimii kerran.
console-start-submit = Tallenna ja kirjaudu
console-start-contact = Seloste nimeää yhteyshenkilöksi tunnuksen { $user }, siksi se on täytetty valmiiksi. Pidä se, jos olet tämä henkilö. Jos valitset toisen, vaihda myös selosteen kohta contact user: muuten lupaus yhteyshenkilöstä ei pidä. Pieniä kirjaimia, numeroita, pisteitä ja viivoja, 2–40 merkkiä.
console-invited-title = Valitse salasana
console-invited-lead = Tunnuksesi on { $username }. Tämä sivu toimii kerran.

console-second-title = Vahvista kirjautuminen
console-second-submit = Vahvista
console-second-demo = Tämä on kokeiluversio
console-second-demo-code = Todennussovellus näyttäisi nyt koodin { $code }. Oikeassa palvelussa koodi on vain sovelluksessa.
console-second-demo-wait = Olet käyttänyt kaikki tällä hetkellä kelpaavat koodit. Odota puoli minuuttia ja lataa kirjautumissivu uudelleen.

console-own-passphrase = Vaihda salasana
console-own-passphrase-lead = Kun salasana vaihtuu, kaikki muut istuntosi päättyvät.
console-own-second-factor = Kirjautumisen vahvistus
console-own-sessions = Istunnot
console-own-sessions-caption = Avoimet istuntosi. Paikkaa tai laitetta ei tallenneta.
console-session-begun = Alkoi
console-session-used = Viimeksi käytetty
console-session-ends = Päättyy viimeistään
console-session-do = Toiminto
console-session-this = Tämä istunto
console-session-end = Lopeta

console-factor-needed = Ota ensin käyttöön kirjautumisen vahvistus
console-factor-needed-why = Tietosuojaseloste lupaa, että henkilökunta kirjautuu kahdella tavalla: salasanalla ja vahvistuksella. Muut sivut avautuvat, kun vahvistus on käytössä.
console-factor-app-title = Todennussovellus
console-factor-app-what = Puhelimen tai salasananhallinnan sovellus, joka näyttää kuuden numeron koodin. Toimii kaikilla selaimilla.
console-factor-app = Ota sovellus käyttöön
console-factor-app-again = Vaihda sovellus
console-factor-step-app = Avaa todennussovellus ja valitse uuden tilin lisääminen.
console-factor-step-scan = Kuvaa alla oleva kuvio. Jos se ei onnistu, kirjoita avain käsin.
console-factor-step-code = Kirjoita koodi, jonka sovellus näyttää.
console-factor-picture = Kuvio, jonka todennussovellus lukee. Sama avain on alla kirjaimina.
console-factor-secret = Avain kirjaimina
console-factor-code-help = Kuusi numeroa, jotka sovellus näyttää nyt.
console-factor-save = Ota käyttöön
console-factor-done = Kirjautumisen vahvistus on käytössä
console-factor-codes = Varakoodit
console-factor-codes-what = Tallenna nämä kymmenen koodia turvalliseen paikkaan. Jos puhelin katoaa, kukin niistä toimii kerran vahvistuskoodin sijasta. Niitä ei näytetä uudelleen.
console-factor-copy = Kopioi koodit
console-factor-print = Voit myös tulostaa tämän sivun.
console-factor-saved = Olen tallentanut koodit
console-factor-go-on = Jatka työpöydälle
console-factor-remove = Poista kirjautumisen vahvistus
console-factor-remove-what = Sovellus, varakoodit ja pääsyavaimet poistetaan. Sen jälkeen kirjaudut pelkällä salasanalla.

console-passkey-sign-in = Kirjaudu pääsyavaimella
console-passkey-failed = Pääsyavainta ei saatu. Yritä uudelleen tai käytä salasanaa.
console-passkey-title = Pääsyavain
console-passkey-what = Laitteessa, turva-avaimessa tai salasananhallinnassa oleva avain, jolla kirjaudut ilman salasanaa. Se toimii vain tällä sivustolla, joten sitä ei voi antaa huijaussivulle.
console-passkey-no-name = Pääsyavaimia ei voi käyttää, koska palvelulla ei ole verkkonimeä. Ylläpito antaa sen asetuksessa public-url.
console-passkey-no-script = Pääsyavain tarvitsee JavaScriptin. Todennussovellus toimii ilman.
console-passkey-name = Avaimen nimi
console-passkey-name-usual = Oma laite
console-passkey-add = Lisää pääsyavain
console-passkey-own = Pääsyavaimesi
console-passkey-added = Lisätty
console-passkey-remove = Poista

console-users-caption = Henkilökunnan tunnukset
console-users-invite = Kutsu käyttäjä
console-users-invite-lead = Kutsuttu valitsee itse salasanansa kertakäyttöisellä linkillä.
console-users-invite-submit = Tee kutsu
console-users-link-made = Linkki on valmis
console-users-link-what = Anna se henkilölle itselleen turvallista tietä. Se toimii kerran ja { $hours } tuntia. Sitä ei näytetä uudelleen.
console-users-link = Kutsulinkki
console-users-link-title = Kutsulinkki
console-users-back = Takaisin käyttäjiin
console-users-sessions = Avoimia istuntoja
console-users-made = Tehty
console-users-due = Poistetaan
console-users-roles = Tehtävät
console-users-roles-what = Tehtävistä tulevat käyttöoikeudet. Kun tehtävät vaihtuvat, istunnot päättyvät.
console-users-roles-save = Tallenna tehtävät
console-users-own-roles = Et voi muuttaa omia tehtäviäsi. Pyydä toista ylläpitäjää.
console-users-own = Tämä on oma tunnuksesi. Sitä ei voi sulkea tai nollata tässä; pyydä toista ylläpitäjää.
console-users-do = Tunnuksen hallinta
console-users-do-what = Uusi linkki poistaa salasanan ja vahvistukset; käytä sitä, kun ne ovat kadonneet. Suljettu tunnus poistetaan selosteen mukaisessa ajassa.
console-users-end-sessions = Päätä istunnot
console-users-relink = Tee uusi linkki
console-users-close = Sulje tunnus
console-users-reopen = Avaa uudelleen
console-users-reopen-what = Tunnus on suljettu ja poistuu ajallaan. Jos avaat sen uudelleen, sitä ei poisteta: omistaja saa uuden linkin ja valitsee salasanansa alusta.

console-front-feedback = Palautteita odottaa
console-front-requests = Pyyntöjä odottaa
console-front-approvals = Luovutuksia, jotka odottavat toisen henkilön tarkistusta
console-front-recipients = Vastaanottajia, joille kerrotaan muutoksesta
console-front-feedback-unsent = Palautevastauksia, jotka eivät menneet perille
console-front-requests-unsent = Pyyntöjen vastauksia, jotka eivät menneet perille
console-front-broken = Lupauksia, joissa on korjattavaa
console-front-good = Kaikki on kunnossa
console-front-nothing = Mikään ei odota sinua.

console-steps = Seuraavaksi
console-step-invented = Kirjoita selosteeseen oma organisaatiosi
console-step-invented-why = Seloste on jo julkinen, ja siinä on keksitty organisaatio { $name } tai sen osoite. Kirjoita tiedostoon notice.kdl oma organisaatiosi ja sen yhteystiedot ja julkaise seloste (seloste publish).
console-step-words = { $count ->
        [one] Vahvista yksi asia, josta vain ihminen voi vastata
       *[other] Vahvista { $count } asiaa, joista vain ihminen voi vastata
    }
console-step-words-why = Seloste lupaa asioita, joita ohjelma ei näe, kuten lukitun palvelintilan. Lupaus on katteeton, kunnes joku vahvistaa sen.
console-step-recipients = { $count ->
        [one] Kerro yhdelle vastaanottajalle muutoksesta tietoihin
       *[other] Kerro { $count } vastaanottajalle muutoksista tietoihin
    }
console-step-recipients-why = Tietoja on oikaistu, poistettu tai rajoitettu sen jälkeen, kun ne oli luovutettu. Kaksi viikkoa on kulunut, eikä vastaanottajalle ole kerrottu.
console-step-contact = Kutsu selosteen yhteyshenkilö: tunnus { $user }
console-step-contact-why = Seloste kertoo yhteyshenkilön, mutta hänellä ei ole tunnusta. Jos hän on joku muu, vaihda selosteen kohta contact user ja julkaise seloste.
console-step-contact-closed = Selosteen yhteyshenkilön tunnus { $user } on suljettu
console-step-contact-closed-why = Avaa se uudelleen, tai vaihda selosteen kohta contact user ja julkaise seloste.
console-step-invited = { $count ->
        [one] Yksi kutsuttu ei ole vielä kirjautunut
       *[other] { $count } kutsuttua ei ole vielä kirjautunut
    }
console-step-invited-why = Kutsulinkki toimii vuorokauden. Tee tarvittaessa uusi linkki.
console-step-connection = Anna palvelulle salattu osoite
console-step-connection-why = Palvelun osoite on nyt { $address }, eikä yhteys ole salattu. Ota salaus käyttöön, ennen kuin muut pääsevät palveluun.
console-step-mail = Ota sähköposti käyttöön
console-step-mail-why = Seloste kertoo, että kirjeet lähtevät palvelimen { $host } kautta, mutta asetuksissa ei ole postipalvelinta. Yhtään kirjettä ei lähde.
console-step-backups = Ota varmuuskopiot käyttöön
console-step-backups-why = Jos levy hajoaa, kaikki häviää. Asetuksissa ei ole kansiota varmuuskopioille.
console-step-backups-damaged = Tarkista varmuuskopiot
console-step-backups-damaged-why = Varmuuskopioista löytyi vioittuneita. Komento seloste backup verify kertoo, mitkä.
console-step-backups-others = Anna varmuuskopioille oma kansio
console-step-backups-others-why = Asetusten kansiossa ovat toisen asennuksen varmuuskopiot, joten tästä palvelusta ei tehdä yhtään. Vaihda kansio kohtaan [backup] folder. Komento seloste doctor kertoo, mikä kansio se on.
console-step-backups-late = Tarkista, miksi varmuuskopio puuttuu
console-step-backups-late-why = Uusin varmuuskopio on yli kaksi päivää vanha. Komento seloste doctor kertoo syyn.

console-set-up = Käyttöönotto
console-set-up-lead = Nämä tehdään palvelimella: avaa asennuksen kansiosta tiedosto seloste.toml, lisää rivit ja käynnistä palvelu uudelleen.
console-set-up-set = Asetukset ovat käytössä
console-set-up-connection = Osoite ja salaus
console-set-up-connection-what = Jos välityspalvelin huolehtii salauksesta, kerro osoite, jonka ihmiset kirjoittavat, ja välityspalvelimen oma osoite.
console-set-up-connection-then = Vaihda osoitteet omiisi. Komento seloste doctor kertoo, miltä asetukset näyttävät.
console-set-up-connection-own = Ilman välityspalvelinta palvelu salaa yhteyden itse. Anna silloin varmenteen ja avaimen tiedostot, ja aseta address niin, että muut pääsevät palveluun.
console-set-up-mail = Sähköposti
console-set-up-mail-what = Vaihda osoitteet omiisi. Saman palvelimen ja portin on oltava selosteen kohdassa recipients (host). Aseta myös public-url, jotta kirjeiden linkit osoittavat oikeaan paikkaan.
console-set-up-mail-then = Komento seloste doctor kokeilee yhteyden, ja seloste mail test lähettää koekirjeen.
console-set-up-backups = Varmuuskopiot
console-set-up-backups-what = Valitse kansio, joka on toisella levyllä. Palvelu tekee varmuuskopion joka päivä, tarkistaa sen ja poistaa vanhat selosteen lupaamassa ajassa.
console-set-up-backups-then = Komento seloste backup create tekee ensimmäisen heti. Säilytä myös juurisalaisuudesta (keys/root.secret) kopio turvassa: ilman sitä mitään ei saa auki.

# Luvut
figures-title = Poistoajot ja suostumusten määrät
figures-lead = Nämä luvut jäävät, kun henkilötiedot on poistettu. Niissä ei ole henkilöitä.
figures-sweeps = Poistoajot
figures-last = Viimeisin ajo:
figures-no-sweeps = Mitään ei ole vielä poistettu.
figures-sweeps-caption = Ajot, jotka poistivat jotakin, uusin ensin
figures-when = Milloin
figures-records = Poistettuja tietoja
figures-persons = Henkilöitä, joista ei jäänyt mitään
figures-consents = Suostumukset
figures-no-consents = Suostumuksia ei ole annettu.
figures-consents-caption = Annetut ja perutut suostumukset kuukausittain
figures-month = Kuukausi
figures-purpose = Tarkoitus
figures-version = Selosteen versio
figures-given = Annettu
figures-withdrawn = Peruttu

fault-abroad = Yhteytesi näyttää tulevan Euroopan talousalueen ulkopuolelta (maatunnus { $country }). Henkilökunnan sivut aukeavat vain talousalueelta, koska seloste lupaa, ettei tietoja viedä sen ulkopuolelle.
fault-abroad-next = Jos olet Euroopan talousalueella, sulje VPN-yhteys tai kokeile toista verkkoa. Jos maa on tunnistettu väärin, kerro siitä palvelun ylläpidolle. Osoitettasi ei ole tallennettu.
fault-whence-unknown = Yhteytesi maata ei voitu päätellä. Henkilökunnan sivut aukeavat vain, kun yhteys tulee Euroopan talousalueelta, koska seloste lupaa, ettei tietoja viedä sen ulkopuolelle.
fault-whence-unknown-next = Kokeile toista verkkoa tai sulje VPN-yhteys. Jos tämä toistuu, pyydä ylläpitoa tarkistamaan, että välityspalvelin kertoo, mistä yhteys tulee. Osoitettasi ei ole tallennettu.
