# Omat tiedot: kirjautuminen
rights-own-title = Omat tietosi
rights-own-ask = Näet tietosi kuittikoodilla, jonka sait, kun lähetit palautteen tai pyynnön.
rights-lapsed = Omien tietojesi sivu on sulkeutunut
rights-lapsed-text = Sivu sulkeutuu, kun sitä ei ole hetkeen käytetty, jotta kukaan muu ei näe tietojasi. Avaa se uudelleen. Jos muutos jäi kesken, sitä ei tallennettu.
rights-code = Kuittikoodi
rights-code-help = 24 kirjainta ja numeroa. Isoilla ja pienillä kirjaimilla, väleillä ja viivoilla ei ole väliä.
rights-code-unknown = Tällä koodilla ei löydy mitään. Tarkista, että kaikki merkit ovat oikein.
rights-open = Avaa omat tiedot
rights-no-code = Eikö sinulla ole koodia?
rights-no-code-text = Voit silti käyttää oikeuksiasi. Jos annoit sähköpostiosoitteesi, lähetämme siihen linkin, jolla pääset tietoihisi.
rights-no-code-unmailed = Voit silti käyttää oikeuksiasi: tee pyyntö. Palvelu ei lähetä sähköpostia, joten kerro pyynnössä, minkä tiedon perusteella löydämme tietosi, esimerkiksi sähköpostiosoite, jonka annoit. Vastauksen luet koodilla, jonka saat pyynnöstäsi, kun henkilökunta on varmistanut, kuka olet.
rights-make-request = Tee tietosuojapyyntö
rights-link-text = Tämä linkki on tarkoitettu vain tämän sähköpostiosoitteen haltijalle, ja sitä voi käyttää kerran. Jatka, niin näet osoitteeseen liittyvät pyynnöt. Mitään ei vielä muuteta eikä poisteta.
rights-link-open = Jatka
rights-mailbox-title = Sähköpostiisi liittyvät tiedot
rights-mailbox-lead = Tässä ovat pyynnöt ja tiedot, joissa on tämä sähköpostiosoite.
rights-mailbox-what = Linkki osoittaa vain, että luet tämän osoitteen postia
rights-mailbox-what-text = Osoitteen on kirjoittanut se, joka lähetti tiedot, eikä sitä ole tarkistettu. Siksi tiedoista näkyvät tässä vain laji, numero ja päivä. Sisällön näet kuittikoodilla.
rights-mailbox-asked = Teitkö nämä pyynnöt?
rights-mailbox-asked-none = Vahvistamista odottavia pyyntöjä ei ole.
rights-mailbox-known = Vahvistamasi pyynnöt
rights-mailbox-records = Tiedot, joissa on tämä osoite
rights-mailbox-erase = Poista kaikki nämä tiedot
rights-mailbox-erase-all = Kaikki yllä luetellut tiedot poistetaan, myös muilla sivuilla luetellut. Samalla poistetaan tietosuojapyynnöt, jotka käsittelemme tällä osoitteella. Pyynnön tekijälle jää tieto siitä, mitä hän itse lähetti, enintään neljäksi kuukaudeksi.
rights-mailbox-confirmed = Pyyntö on vahvistettu. Vastaus lähetetään tähän sähköpostiosoitteeseen. Jos teit pyynnön itse, voit alla antaa sen kuittikoodin ja lukea vastauksen myös sillä.
rights-mailbox-denied = Kiitos. Pyyntöä ei yhdistetä tähän osoitteeseen.
rights-mailbox-desk = Osoitteen postilaatikosta on vahvistettu pyyntö
rights-mailbox-desk-text = Vahvistus osoittaa, että vahvistaja lukee tämän osoitteen postia. Tietojen osoitteen on kirjoittanut niiden lähettäjä, eikä sitä ole todistettu. Ennen kuin kerrot tietojen sisällöstä, varmista, että ne ovat pyynnön tekijän. Pyydä tarvittaessa lisätietoja (tietosuoja-asetuksen 12 artiklan 6 kohta). Hyväksytty poisto, rajoitus tai suostumuksen peruminen koskee kaikkia lueteltuja tietoja.
rights-mailbox-desk-denied = Osoitteen haltija on ilmoittanut, ettei pyyntö ole hänen
rights-mine-yes = Kyllä, tämä on minun pyyntöni
rights-mine-no = Ei ole minun pyyntöni
rights-link-void = Linkki ei ole enää voimassa
rights-link-void-text = Linkki toimii kerran ja yhden vuorokauden ajan. Pyydä tarvittaessa uusi.

# Omat tiedot: mitä säilytetään
rights-own-lead = Tässä on, mitä sinusta säilytetään tässä rekisterissä. Käsittelijöiden sisäiset muistiinpanot pyynnöistäsi eivät ole mukana. Voit pyytää niitä: saat ne tai perusteen, miksi niitä ei anneta.
rights-nothing = Sinusta ei säilytetä täällä mitään.
rights-received = Vastaanotettu
rights-changed = Muutettu
rights-goes = Poistetaan viimeistään
rights-goes-review = Kun asia on ratkaistu; määräaika { $date }
rights-goes-event = Määräaika alkaa, kun asia on päättynyt
rights-source = Mistä tieto on
rights-source-person = Annoit sen itse
rights-source-person-or = Saatiin sinulta itseltäsi tai { $others }
rights-source-staff = Henkilökunta kirjoitti sen
rights-source-system = Palvelu loi sen toimiessaan
rights-notice = Tietosuojaseloste
rights-version = Versio { $version }
rights-consent = Suostumuksesi
rights-consent-given = Annettu { $when }, selosteen versio { $version }, kieli { $language }
rights-reasons = Miksi ja millä perusteella
rights-column-field = Tieto
rights-column-purpose = Mihin käytetään
rights-column-basis = Peruste
rights-basis-consent = Suostumuksesi
rights-basis-contract = Sopimus
rights-basis-legal-obligation = Lakisääteinen velvoite
rights-basis-vital-interests = Elintärkeä etu
rights-basis-public-task = Yleistä etua koskeva tehtävä tai julkinen valta
rights-basis-legitimate-interests = Oikeutettu etu
rights-withheld = Tallessa. Arvoa ei näytetä, jotta tunnuksesi pysyy turvassa.
rights-looked = Kuka on katsonut tietojasi
rights-looked-caption = Käynnit, uusin ensin
rights-looked-what = Omia käyntejäsi ei luetella. Jokainen yksittäinen tapahtuma on tiedostossa, jonka voit ladata.
rights-looked-nobody = Kukaan muu ei ole katsonut tietojasi.
rights-column-when = Milloin
rights-column-role = Kuka
rights-column-action = Mitä tehtiin
rights-role-self = Henkilö itse
rights-role-operator = Palvelun ylläpito
rights-role-program = Palvelu itse
rights-did-collect = Tallennettiin
rights-did-read = Katsottiin
rights-did-answer = Vastattiin
rights-did-classify = Lajiteltiin
rights-did-amend = Muutettiin
rights-did-export = Kopioitiin
rights-did-disclose = Luovutettiin
rights-did-erase = Poistettiin
rights-did-tell-end = Kerrottiin, että rajoitus poistetaan
rights-did-object = Suljettiin tarkoitus vastustuksen vuoksi
rights-did-refuse-objection = Hylättiin vastustus ja avattiin tarkoitus
rights-did-hold = Poistaminen keskeytettiin laissa säädetyn perusteen vuoksi
rights-did-release = Poistamisen keskeytys päättyi
rights-did-decide = Käsiteltiin pyyntöä
rights-did-restrict = Rajoitettiin käyttöä tai poistettiin rajoitus
rights-did-withdraw = Suostumus peruttiin
rights-did-erase-field = Poistettiin tieto, jota ei enää kerätä
rights-did-shorten = Lyhennettiin säilytysaikaa
rights-did-fetch = Noudettiin poistopäivien kalenteri sen salaisesta osoitteesta
rights-did-wish = Kirjattiin toive tietojen poistamisesta tai sen päättyminen
rights-did-other = Käsiteltiin
rights-did-send = Lähetettiin vastaus sähköpostilla
rights-did-prepare = Valmisteltiin vastauksen lähettämistä sähköpostilla
rights-did-times = { $what } ({ $count } kertaa)
rights-received-by = Kenelle tietojasi on luovutettu
rights-received-by-nobody = Tietojasi ei ole luovutettu kenellekään.
rights-restricted = Tietojesi käyttöä on rajoitettu
rights-restricted-text = Tietoja säilytetään, mutta niitä ei käytetä muuhun kuin oikeuksiesi toteuttamiseen.

# Omat tiedot: mitä voi tehdä
rights-next = Mitä voit tehdä
rights-download = Lataa tietosi tiedostona (JSON)
rights-print = Tulostettava kopio
rights-print-title = Kopio tiedoistasi
rights-file-name = omat-tiedot
rights-erase-all = Poista kaikki tietosi
rights-restrict-text = Voit rajoittaa tietojesi käyttöä. Silloin niitä vain säilytetään, kunnes poistat rajoituksen, myös säilytysajan päätyttyä.
rights-restrict = Rajoita käyttöä
rights-no-restriction = Henkilökunnan käyttäjätunnuksen tietojen käyttöä ei voi rajoittaa, koska tunnuksella ei silloin pääsisi kirjautumaan. Pyydä ylläpitäjää sulkemaan tunnus.
rights-restrict-end = Poista rajoitus
rights-own-desk = Takaisin hallintaan
rights-own-another = Avaa tiedot kuittikoodilla
rights-own-another-text = Yllä ovat käyttäjätunnuksesi tiedot. Jos sinulla on kuittikoodi palautteesta tai pyynnöstä, avaa sen tiedot tästä. Samalla kirjaudut ulos hallinnasta.
rights-sign-out = Poistu
rights-correct = Korjaa
rights-correct-title = Korjaa tietojasi
rights-correct-text = Tyhjennä vapaaehtoinen kohta, jos haluat poistaa sen.
rights-save = Tallenna korjaus
rights-withdraw = Peru suostumus
rights-withdraw-title = Peru suostumuksesi
rights-withdraw-goes = Nämä tiedot poistetaan
rights-withdraw-warning = Perumista ei voi kumota
rights-withdraw-text = Tiedot, jotka perustuvat vain tähän suostumukseen, poistetaan heti. Jos mitään muuta ei jää, koko tieto poistetaan.
rights-erase = Poista
rights-erase-title = Poista tietoja
rights-erase-now = Poista nyt
rights-erase-warning = Poistamista ei voi kumota
rights-erase-warning-text = Poistettuja tietoja ei saa takaisin, emmekä mekään voi palauttaa niitä.
rights-plan-goes = Nämä poistetaan
rights-plan-nothing = Mitään ei voi poistaa.
rights-plan-stays = Nämä jäävät
rights-plan-stays-nothing = Mitään ei jää.
rights-cannot-erase = Näitä tietoja ei voi poistaa tässä
rights-kept-by-law = Laki velvoittaa säilyttämään nämä tiedot, joten niitä ei voi poistaa itse.
rights-kept-by-law-next = Jos olet eri mieltä, tee tietosuojapyyntö tai ota yhteyttä tietosuojavastaavaan.

# Poistettu
rights-erased-title = Tiedot on poistettu
rights-erased-on = Poistettu { $date }
rights-erased-text = Kaikki, mihin tämä kuittikoodi kuului, on poistettu. Erillistä viestiä ei lähetetä.
rights-erased-again = Tiedot on poistettu pysyvästi. Kuittikoodisi kertoo tämän myös myöhemmin. Erillistä viestiä ei lähetetä.
rights-erased-when = Milloin
rights-erased-why = Miksi
rights-erased-count = Poistettuja tietoja
rights-kept-count = Säilytettäviä tietoja
rights-erased-proof = Todiste
rights-erased-proof-text = Todiste on tunnus muuttumattomassa tapahtumalokissa. Siinä ei ole henkilötietoja.
rights-why-due = Säilytysaika päättyi.
rights-why-request = Poistamista pyydettiin.
rights-why-withdrawal = Suostumus peruttiin.
rights-why-decision = Rekisterinpitäjä päätti poistaa tiedot.
rights-why-restore = Tiedot oli poistettu jo aiemmin; varmuuskopion palautus ei tuonut niitä takaisin.

# Tietosuojapyyntö
rights-request-title = Tietosuojapyyntö
rights-request-lead = Voit käyttää oikeuksiasi ilman tunnusta ja ilman allekirjoitusta.
rights-contact-help = Sähköposti- tai postiosoite, johon vastaamme. Jos osoite on sama kuin palautteessasi, lähetämme siihen kertakäyttöisen linkin.
rights-contact-unmailed = Osoite, jonka annoit aiemmin, auttaa löytämään tietosi. Palvelu ei lähetä sähköpostia: vastauksen luet koodilla, jonka saat pyynnöstäsi, kun henkilökunta on varmistanut, kuka olet.
rights-send = Lähetä pyyntö
rights-request-short = Rekisterinpitäjä on { $controller }. Pyynnön tietoja käytetään vain pyyntöön vastaamiseen.
rights-read-notice = Lue koko tietosuojaseloste
rights-request-received = Pyyntösi on vastaanotettu
rights-request-code = Pyyntösi kuittikoodi
rights-request-code-text = Koodilla näet pyyntösi ja vastauksen.
rights-receipt-over = Pyyntösi on jo vastaanotettu, mutta sen kuittia ei voi enää näyttää. Jos kirjoitit kuittikoodin muistiin, näet pyyntösi sillä. Muuten vastaus tulee antamaasi osoitteeseen.
rights-request-known = Näet pyyntösi ja vastauksen samalla kuittikoodilla, jonka juuri annoit.
rights-request-link = Jos antamasi sähköpostiosoite on rekisterissä, siihen tulee kertakäyttöinen linkki, ellei aiempi linkki ole vielä voimassa. Mitään ei poisteta, ennen kuin pyyntö on vahvistettu linkin kautta. Näin kukaan ei voi poistaa toisen tietoja. Anna linkin takana myös tämä kuittikoodi, niin näet vastauksen sillä.
rights-request-unmailed = Palvelu ei lähetä sähköpostia. Henkilökunta selvittää, kenen tiedoista on kyse, ja vastauksen luet tällä koodilla Omat tiedot -sivulla, kun on varmistettu, kuka olet. Mitään ei poisteta, ennen kuin on varmistettu, että tiedot ovat sinun. Näin kukaan ei voi poistaa toisen tietoja.
rights-request-no-address = Vastauksen saa vain tällä koodilla
rights-request-no-address-text = Et antanut osoitetta, joten vastauksen voi lukea vain tämän pyynnön koodilla Omat tiedot -sivulla. Emme voi lähettää vastausta emmekä antaa koodia uudelleen. Jos sinulla on aiemman asiasi kuittikoodi tai annoit silloin osoitteen, tee pyyntö uudelleen sen kanssa: muuten emme ehkä löydä tietojasi.
rights-nobody-answer = Pyynnössä ei ollut kuittikoodia, osoitetta eikä muuta tietoa, jonka perusteella löytäisimme tietosi. Voit tehdä pyynnön uudelleen ja kertoa kuittikoodin, osoitteen tai muuta, mistä tunnistamme tietosi.
rights-number = Numero
rights-due = Vastataan viimeistään
rights-done-title = Pyyntösi on toteutettu
rights-withdrawn-title = Suostumuksesi on peruttu
rights-complaint-title = Jos olet tyytymätön
rights-complaint-to = Voit valittaa tietojesi käsittelystä:
rights-complaint = Voit valittaa tietojesi käsittelystä: { $authority }, { $site }, { $email }, { $phone }

# Kirjeet
rights-link-subject = Tietosuojapyyntö sähköpostiosoitteellasi
rights-link-body =
    Tällä sähköpostiosoitteella on tehty tietosuojapyyntö:

    { $asked }

    Avaa linkki, jos teit pyynnön itse tai haluat nähdä, mitä tällä osoitteella on pyydetty. Linkin takana kysytään jokaisesta pyynnöstä, onko se sinun. Linkki toimii kerran ja yhden vuorokauden ajan:

    { $links }

    Jos et tehnyt pyyntöä, sinun ei tarvitse tehdä mitään. Tietojasi ei muuteta eikä poisteta.

    { $controller }
rights-link-more = ja { $count } muuta
rights-answer-subject = Vastaus tietosuojapyyntöösi

# Pyyntöjen käsittely
rights-desk-title = Tietosuojapyynnöt
rights-desk-open = Avoimet
rights-desk-decided = Ratkaistut
rights-desk-enter = Kirjaa pyyntö
rights-desk-empty = Pyyntöjä ei ole.
rights-desk-caption = Pyynnöt, kiireellisin ensin
rights-column-asked = Pyyntö
rights-column-arrived = Saapui
rights-column-state = Tila
rights-late = Määräaika on ylitetty
rights-state-open = Odottaa ratkaisua
rights-state-erasure = Poistetaan viimeistään määräpäivänä
rights-state-deciding = Ratkaistaan parhaillaan
rights-state-granted = Hyväksytty
rights-state-partly = Hyväksytty osittain
rights-state-refused = Ei hyväksytty
rights-enter-title = Kirjaa pyyntö
rights-enter = Kirjaa
rights-arrived = Saapumispäivä
rights-arrived-help = Päivä, jona kirje, viesti tai puhelu tuli. Määräaika lasketaan siitä.
rights-arrived-future = Saapumispäivä ei voi olla tulevaisuudessa.
rights-arrived-old = Saapumispäivästä on yli kolme kuukautta. Tarkista päivä, ja jos se on oikea, vahvista se lomakkeen lopussa.
rights-arrived-sure = Pyyntö todella saapui näin kauan sitten.
rights-entered = Pyyntö on kirjattu
rights-enter-code-text = Kerro koodi pyynnön tekijälle vastauksessasi. Sillä hän näkee pyyntönsä. Koodia ei voi näyttää uudelleen.
rights-enter-next = Siirry pyyntöön
rights-identify-title = Kenen tiedoista on kyse?
rights-identify-text = Yhdistä pyyntö tietoihin kuittikoodilla. Älä pyydä henkilötunnusta tai allekirjoitusta.
rights-identify = Yhdistä
rights-find = Etsi
rights-find-link = Pyytäjällä ei ole koodia? Etsi tarkalla tiedolla
rights-find-title = Etsi, kenen tiedoista on kyse
rights-find-warning = Osoitteen tietää moni
rights-find-warning-text = Se, että joku tietää toisen osoitteen, ei todista, että hän on tämä henkilö. Varmista asia muulla tavalla, ennen kuin yhdistät: kysy esimerkiksi, mitä ja milloin hän kirjoitti. Haku jää lokiin, ja löytynyt henkilö näkee sen omista tiedoistaan.
rights-find-value = Tieto kokonaan, niin kuin pyytäjä sen kertoo
rights-find-value-help = Esimerkiksi sähköpostiosoite. Vain täysin sama tieto löytyy.
rights-find-nobody = Tällä tiedolla ei löydy ketään. Tarkista kirjoitusasu.
rights-find-found = Löytyi
rights-find-match = Yhdistä pyyntö näihin tietoihin
rights-identified = Pyyntö on yhdistetty henkilön tietoihin
rights-desk-held = { $count ->
    [one] Henkilöstä säilytetään yksi tieto.
   *[other] Henkilöstä säilytetään { $count } tietoa.
}
rights-decide = Ratkaise pyyntö
rights-decide-text = Hyväksytty poisto, suostumuksen peruminen, rajoitus ja vastustaminen toteutetaan heti. Vastaukseen lisätään tietosuojavastaavan yhteystiedot ja neuvo, minne voi valittaa.
rights-ground-missing = Kirjoita peruste, kun pyyntöön ei suostuta kokonaan.
rights-not-identified = Yhdistä pyyntö ensin henkilön tietoihin, tai kerro ettei henkilöä voitu tunnistaa.
rights-already-decided = Pyyntö on jo ratkaistu, tai joku muu käsittelee sitä juuri nyt.
rights-already-matched = Pyyntö on jo yhdistetty henkilön tietoihin.
rights-decided = Pyyntö on ratkaistu
rights-answer-title = Vastaus
rights-answer-sent = Vastaus lähetetään sähköpostilla
rights-answer-by-hand = Pyynnön tekijä näkee vastauksen kuittikoodillaan. Lähetä se tarvittaessa kirjeenä.

# Julkisuuslaki
openness-link = Pyydätkö asiakirjaa julkisuuslain nojalla? Tee tietopyyntö
openness-title = Tietopyyntö
openness-lead = Pyydä tietoa asiakirjasta julkisuuslain (621/1999) nojalla. Vastaamme viipymättä, viimeistään kahdessa viikossa. Jos asiakirjoja on paljon tai niissä on salassa pidettäviä osia, viimeistään kuukaudessa.
openness-what = Mitä asiakirjaa pyydät
openness-text-help = Kuvaa asiakirja niin, että se löytyy. Syytä tai nimeäsi ei tarvitse kertoa.
openness-contact-help = Osoite, johon vastaamme. Voit jättää sen tyhjäksi ja lukea vastauksen kuittikoodilla.
openness-then = Jos tietoa ei voida antaa, kerromme syyn ja sen, miten saat asiasta valituskelpoisen päätöksen.
openness-subject = Vastaus tietopyyntöösi
openness-closing = Jos et saanut pyytämääsi tietoa, voit pyytää asiasta viranomaisen päätöksen. Siihen voi hakea muutosta valittamalla hallinto-oikeuteen.
openness-longer = Pidennä määräaika kuukauteen
openness-longer-text = Ilman pidennystä tietopyyntöön vastataan kahdessa viikossa. Pidentää voi kerran, julkisuuslain 14 §:n perusteella.
openness-longer-ground = Peruste
openness-longer-send = Pidennä määräaika
openness-longer-once = Määräaikaa on jo pidennetty, tai pyyntö on ratkaistu.
rights-state-openness = Tietopyyntö, vastataan kahdessa viikossa
rights-state-longer-many = Asiakirjoja on paljon, vastataan kuukaudessa
rights-state-longer-secret = Asiakirjoissa on salassa pidettäviä osia, vastataan kuukaudessa
rights-state-longer-other = Muu näihin rinnastettava syy, vastataan kuukaudessa
rights-document = { $kind }, { $size } kt

# Luovutusten luettelo
disclosures-title = Luovutukset
disclosures-lead = Kenelle tietoja on luovutettu, millä perusteella ja mitä. Muuhun kuin luettelossa olevaan lakiin perustuvan luovutuksen hyväksyy toinen henkilö.
disclosures-empty = Luovutuksia ei ole.
disclosures-caption = Luovutukset, uusin ensin
disclosures-when = Milloin
disclosures-handler = Kuka esitti tai luovutti
disclosures-approver = Kuka hyväksyi
disclosures-gone = Tunnus, jota ei enää ole
disclosures-recipient = Vastaanottaja
disclosures-ground = Peruste
disclosures-reference = Lainkohta tai asiakirja
disclosures-state = Tila
disclosures-state-made = Luovutettu
disclosures-state-proposed = Odottaa toisen henkilön hyväksyntää; mitään ei ole luovutettu
disclosures-state-approved = Hyväksytty; ei vielä luovutettu
disclosures-state-rejected = Hylätty; mitään ei ole luovutettu
disclosures-document = Avaa asiakirja
disclosures-second = Toisen henkilön tarkistus
disclosures-own = Esitit itse tätä luovutusta, joten sen hyväksyy joku muu.
disclosures-decision = Antaako lainkohta vastaanottajalle oikeuden saada nämä tiedot?
disclosures-approve = Kyllä, luovutus hyväksytään
disclosures-reject = Ei, luovutus hylätään
disclosures-decide = Tallenna ratkaisu
rights-desk-words = Pyynnön tekijän omin sanoin
rights-desk-back = Takaisin pyyntöihin
rights-desk-erased = Pyynnön tekijälle ei lähetetty viestiä. Tietojen kuittikoodi kertoo, että ne on poistettu. Ratkaistuihin jää rivi, jossa ei ole henkilötietoja.
rights-matched-title = Yhdistetty näihin tietoihin
rights-address-same = Pyynnössä on sama sähköpostiosoite kuin tiedoissa. Osoitteen on kirjoittanut lähettäjä, eikä sitä ole todistettu.
rights-address-other = Pyynnön sähköpostiosoitetta ei ole näissä tiedoissa. Varmista, että tiedot ovat pyynnön tekijän.
rights-address-none = Pyynnössä ei ole sähköpostiosoitetta, jota voisi verrata tietoihin
rights-unmatch = Pura yhdistäminen
rights-not-undone = Yhdistämistä ei voi enää purkaa. Pyyntö on ratkaistu, tai henkilö on tehnyt tai vahvistanut sen itse.
rights-erasure-answer-help = Tarvitaan vain, jos poistoon ei suostuta kokonaan. Hyväksytystä poistosta ei lähetetä viestiä: tietojen kuittikoodi kertoo, että ne on poistettu.
rights-answer-missing = Kirjoita vastaus pyynnön tekijälle.
rights-confirm-title = Poistetaanko nämä tiedot?
rights-confirm-erase = Poista tiedot lopullisesti
rights-confirm-back = Takaisin pyyntöön, mitään ei poisteta
rights-confirm-unsent = Kirjoittamaasi vastausta ei lähetetä eikä säilytetä.
rights-erasure-untold = Pyynnön tekijälle ei lähetetä viestiä. Tietojen kuittikoodi kertoo, että ne on poistettu. Jos hänellä ei ole koodia, kerro poistosta hänelle itse ennen kuin hänen yhteystietonsa poistetaan.
rights-remains = Pyynnöstä on jäljellä vain tämä rivi. Siinä ei ole henkilötietoja.
rights-saved = Korjauksesi on tallennettu

rights-consent-withdrawn = Peruttu { $when }
rights-consent-receipt = Tallenna suostumuskuitti

# Pyynnön tekijä
rights-mine-code = Lue vastaus myös pyynnön kuittikoodilla
rights-mine-code-text = Anna kuittikoodi, jonka sait, kun teit tämän pyynnön. Se osoittaa, että pyynnön teit sinä. Sen jälkeen näet koodilla vastauksen ja, jos pyysit tietojasi ja ne myönnetään, myös jäljennöksen. Älä anna koodia, jos et tehnyt pyyntöä itse.
rights-mine-code-submit = Yhdistä koodi pyyntöön
rights-mine-code-wrong = Tämä ei ole tämän pyynnön kuittikoodi. Tarkista, että kaikki merkit ovat oikein.
rights-mine-code-given = Näet vastauksen myös pyynnön kuittikoodilla.
rights-answered = Annettu
rights-request-code-slip = Koodilla näet pyyntösi. Vastauksen näet sillä, kun tiedämme, kuka olet.
rights-request-answered = Vastaus tulee antamaasi osoitteeseen, ja näet sen myös tällä koodilla Omat tiedot -sivulla.
rights-request-no-address-words = Et antanut osoitetta, joten emme voi lähettää vastausta. Se näkyy tällä koodilla, kun henkilökunta on varmistanut, kuka olet. Jos sinulla on tietojesi kuittikoodi tai annoit aiemmin osoitteen, tee pyyntö uudelleen sen kanssa, tai ota yhteyttä tietosuojavastaavaan ja kerro pyynnön numero.
rights-request-post = Vastaus lähetetään antamaasi osoitteeseen. Henkilökunta selvittää, kenen tiedoista on kyse. Mitään ei poisteta, ennen kuin on varmistettu, että tiedot ovat sinun. Näin kukaan ei voi poistaa toisen tietoja.
rights-request-behalf = Tarkistamme ensin, että saat toimia toisen puolesta. Ennen sitä emme kerro emmekä tee mitään. Vastauksen näet tällä koodilla, kun oikeutesi on tarkistettu ja pyyntö ratkaistu.
rights-request-no-mandate = Pyynnössä ei ollut todistusta oikeudestasi. Lähetä se postitse ja kerro pyynnön numero.
rights-request-behalf-mail = Jos hänen sähköpostiosoitteensa on rekisterissä, kysymme siitä, onko pyyntö hänen. Jos hän vahvistaa sen, vastaus menee vain hänelle.
