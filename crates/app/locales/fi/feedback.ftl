# Lomakkeiden yhteiset tekstit
form-consent-help = Rastita vain, jos annat yhteystietosi. Ilman suostumusta niitä ei tallenneta.
form-consent-by-code = Rastita, jos haluat vastauksen. Luet sen kuittikoodilla, jonka saat lähetettyäsi. Ilman suostumusta palautteeseen ei vastata.
form-consent-missing = Anna suostumus tai tyhjennä yhteystiedot: ilman suostumusta niitä ei saa tallentaa.
form-consent-to-nothing = Annoit suostumuksen, mutta et kirjoittanut yhteystietoja. Kirjoita ne, jos haluat vastauksen, tai poista rasti.

# Palautelomake
feedback-title = Anna palautetta
feedback-lead = Kerro, mikä toimii ja mikä ei. Et tarvitse tunnusta, eikä sinun tarvitse kertoa, kuka olet.
feedback-answer-by-code = Palvelu ei lähetä sähköpostia, joten osoitetta ei kysytä. Vastaukset luetaan kuittikoodilla.
feedback-send = Lähetä palaute
feedback-notice-changed = Tietosuojaseloste on muuttunut sen jälkeen, kun avasit lomakkeen. Lue se uudelleen, anna suostumus tarvittaessa ja lähetä palaute.
fault-notice-changed = Tietosuojaseloste on muuttunut siitä versiosta, jonka mukaan pyyntö tehtiin. Lue voimassa oleva versio ja lähetä uudelleen.
feedback-short-title = Näin käsittelemme palautettasi
feedback-short-who = Rekisterinpitäjä on { $controller }. Palaute tallennetaan rekisteriin { $register }.
feedback-short-keep = Palautteesi poistetaan { $period } kuluttua.
feedback-short-rights = Saat lähetettyäsi kuittikoodin. Sillä näet ja poistat palautteesi milloin tahansa.
feedback-short-link = Lue koko tietosuojaseloste
feedback-earlier-title = Poista aiempi palautteesi tai peru suostumuksesi
feedback-earlier-text = Voit poistaa palautteesi tai perua suostumuksesi heti kuittikoodilla, tai pyytää sitä meiltä.
feedback-earlier-code = Minulla on kuittikoodi: poistan palautteen tai perun suostumuksen itse
feedback-earlier-request = Minulla ei ole koodia: pyydän poistamista
feedback-earlier-withdraw = Minulla ei ole koodia: perun suostumukseni

# Kuitti
feedback-receipt-title = Palautteesi on vastaanotettu
feedback-receipt-good = Kiitos palautteestasi
feedback-receipt-thanks = Palautteen käsittelijät voivat nyt lukea sen.
feedback-receipt-masked = Henkilötunnus peitettiin
feedback-receipt-masked-text = Viestissäsi oli henkilötunnukselta näyttävä merkkijono. Peitimme sen ennen tallentamista, eikä sitä säilytetä.
feedback-receipt-code = Kuittikoodisi
receipt-keep = Kirjoita koodi muistiin tai tulosta tämä sivu. Voit ladata sivun uudelleen { $minutes } minuutin ajan; sen jälkeen koodia ei voi enää näyttää.
receipt-copy = Kopioi koodi
receipt-copied = Koodi on kopioitu
feedback-receipt-over = Palautteesi on jo vastaanotettu, mutta sen kuittikoodia ei voi enää näyttää. Jos koodi jäi kirjoittamatta muistiin, voit pyytää tietojesi poistamista tietosuojapyynnöllä.
feedback-receipt-number = Palautteen numero
feedback-receipt-sent = Lähetetty
feedback-receipt-due = Poistetaan
feedback-receipt-can = Mitä voit tehdä koodilla
feedback-receipt-can-text = Näet kaiken, mitä palautteestasi säilytetään, kuka sitä on katsonut ja mitä siihen on vastattu. Voit korjata tai poistaa tiedot, rajoittaa niiden käyttöä, ottaa ne mukaasi tai perua suostumuksesi.
feedback-receipt-own = Avaa omat tietosi
feedback-complaint = Jos olet tyytymätön
feedback-complaint-text = Voit tehdä valituksen tietojesi käsittelystä valvontaviranomaiselle:

# Saapuneet
feedback-state-new = Uusi
feedback-state-open = Työn alla
feedback-state-answered = Vastattu
feedback-state-closed = Valmis
inbox-title = Saapunut palaute
post-held = Vastauksia odottaa lähetystä
post-held-text = Sähköpostipalvelin ei ole ottanut vastaan { $count } vastausta, tai siihen ei saatu salattua yhteyttä. Lähettämistä yritetään uudelleen.
post-failed = Vastaus ei mennyt perille sähköpostilla
post-failed-text = Sähköpostipalvelin hylkäsi vastauksen. Jos osoitteessa tai palvelimessa on ollut vika, joka on nyt korjattu, lähetä vastaus uudelleen. Muuten toimita se muulla tavalla: vastauksen voi lukea myös kuittikoodilla.
post-failed-count = { $count ->
    [one] Sähköpostipalvelin hylkäsi yhden vastauksen. Lähetä se uudelleen, kun vika on korjattu, tai toimita se muulla tavalla.
   *[other] Sähköpostipalvelin hylkäsi { $count } vastausta. Lähetä ne uudelleen, kun vika on korjattu, tai toimita ne muulla tavalla.
}
post-again = Lähetä uudelleen
post-again-done = Vastaus lähtee uudelleen
post-nothing-failed = Mikään tähän annettu vastaus ei odota uutta lähetystä. Se on ehkä jo lähetetty uudelleen.
post-number = Numero { $number }
inbox-table = Palautteet
inbox-col-number = Palaute
inbox-col-sent = Lähetetty
inbox-col-state = Tila
inbox-col-theme = Aihe
inbox-col-message = Viestin alku
inbox-number = Nro { $number }
inbox-any = Kaikki
inbox-from = Alkaen
inbox-until = Päättyen
inbox-turned = Viimeinen päivä on ennen ensimmäistä.
inbox-empty = Palautteita ei löytynyt.
inbox-all = Näytä kaikki
inbox-waiting = Odottaa (uudet ja työn alla)
inbox-search-title = Hae viesteistä
inbox-search = Hakusana
inbox-search-help = Haetaan viestien tekstistä. Nimillä ja osoitteilla ei voi hakea.
inbox-search-submit = Hae
inbox-export = Vie tekstit tiedostoon

# Yksi palaute
item-title = Palaute { $number }
item-message = Viesti
item-contact = Yhteystiedot
item-contact-closed = Ne näkee vain palautteen käsittelijä.
item-contact-consent = Lähettäjä haluaa vastauksen ja on antanut suostumuksensa.
item-contact-unasked = Lähettäjä ei ole pyytänyt vastausta eikä antanut suostumustaan siihen, joten palautetta ei käytetä vastaamiseen.
item-contact-none = Lähettäjä ei ole jättänyt sähköpostiosoitetta. Vastauksen hän lukee kuittikoodillaan.
item-reply = Vastaus
reply-state-queued = Lähtee sähköpostilla
reply-state-sent = Lähetetty sähköpostilla
reply-state-held = Odottaa: sähköpostipalvelin ei ottanut vastaan. Yritetään uudelleen.
reply-state-by-receipt = Luettavissa kuittikoodilla
item-more = Muut toimet
item-convert-text = Jos lähettäjä pyytää viestissään tietojensa poistamista, tee siitä pyyntö. Määräaika lasketaan siitä, kun palaute saapui.
item-convert = Tee poistopyyntö
item-disclose = Luovuta tämä palaute ulkopuoliselle
item-erase = Poista tämä palaute
item-looks = Kuka on katsonut

answer-title = Vastaa
answer-submit = Lähetä vastaus
answer-by-mail = Vastaus lähtee sähköpostilla vain osoitteeseen, jonka lähettäjä on antanut. Se poistetaan samalla kuin palaute.
answer-no-mailer = Sähköposti ei ole käytössä. Lähettäjä voi lukea vastauksen kuittikoodillaan. Se poistetaan samalla kuin palaute.
answer-by-receipt = Lähettäjä ei ole antanut osoitetta. Hän voi lukea vastauksen kuittikoodillaan. Se poistetaan samalla kuin palaute.
classify-title = Luokittele
classify-submit = Tallenna

erase-title = Poista palaute
erase-text = Nämä tiedot poistetaan pysyvästi. Poistettua ei voi palauttaa.
erase-changed = Tiedot ovat muuttuneet sen jälkeen, kun avasit sivun. Tarkista, mitä nyt poistetaan.
erase-step-remove = poistetaan
erase-step-keep = säilytetään, peruste:
erase-submit = Poista pysyvästi
erase-back = Älä poista
convert-text = Lähettäjä pyysi tietojensa poistamista palautteessa { $number }.
convert-title = Poistopyyntö
convert-done = Pyyntö on kirjattu
convert-done-text = Määräaika on { $due }, laskettuna siitä, kun palaute saapui. Tiedot poistetaan viimeistään silloin, vaikka kukaan ei tekisi mitään.
convert-done-open = Määräaika on { $due }, laskettuna siitä, kun palaute saapui. Mitään ei poisteta, ennen kuin pyynnöstä on päätetty.
convert-back = Takaisin palautteeseen

# Luovutukset
disclose-title = Luovuta tietoja ulkopuoliselle
disclose-lead = Tietoja luovutetaan vain henkilön itsensä tai hänen valtuuttamansa suostumuksella tai lain nojalla. Luovutus kirjataan, ja henkilö näkee sen omista tiedoistaan.
disclose-recipient = Kenelle luovutetaan
disclose-recipient-help = Luettelossa ovat ne, jotka tietosuojaseloste nimeää. Muille ei luovuteta.
disclose-recipient-other = Joku muu (ei tietosuojaselosteessa)
disclose-called = Vastaanottajan nimi
disclose-called-help = Tarvitaan, kun valitsit vastaanottajien ryhmän. Henkilö näkee nimen omista tiedoistaan.
disclose-called-missing = Kirjoita, kuka tiedot saa.
disclose-purpose = Mihin tarkoitukseen
disclose-purpose-help = Kiellettyyn tarkoitukseen ei luovuteta edes suostumuksella.
disclose-purpose-own = Vastaanottajan oma tehtävä
disclose-purpose-forbidden = { $name } (kielletty)
disclose-purpose-direct-marketing = Suoramarkkinointi
disclose-purpose-market-research = Markkina- tai mielipidetutkimus
disclose-purpose-directory = Henkilöluettelo
disclose-purpose-genealogy = Sukututkimus
disclose-ground = Peruste
disclose-ground-consent = Henkilön oma suostumus
disclose-ground-mandate = Henkilön valtuuttaman suostumus, josta on asiakirja
disclose-ground-listed = Laissa säädetty oikeus saada tiedot (luettelossa)
disclose-ground-statute = Muu laki
disclose-ground-statute-help = Toinen henkilö tarkistaa lainkohdan, ennen kuin tietoja saa luovuttaa.
disclose-checked = Olen avannut asiakirjan ja tarkistanut, että valtuutus on voimassa ja kattaa tämän luovutuksen.
disclose-statute = Lainkohta luettelosta
disclose-statute-help = Tarvitaan, kun peruste on luettelossa.
disclose-request = Tietopyynnön numero
disclose-request-help = Tarvitaan, kun luovutetaan julkisuuslain nojalla. Kirjaa pyyntö ensin, jotta sen määräaika alkaa kulua.
disclose-request-named = tietopyyntö { $number }
disclose-request-unknown = Avointa tietopyyntöä ei ole tällä numerolla.
disclose-reference-missing = Kerro, mistä suostumus näkyy.
disclose-document-missing = Liitä asiakirja, joka osoittaa valtuutuksen.
disclose-checked-missing = Tarkista valtuutus ja rastita kohta.
disclose-statute-missing = Valitse lainkohta.
disclose-request-missing = Kirjoita tietopyynnön numero.
disclose-act-missing = Kirjoita lain nimi ja numero.
disclose-section-missing = Kirjoita pykälä.
disclose-waits = Luovutus odottaa toisen henkilön hyväksyntää
disclose-waits-text = Tietoja ei saa vielä luovuttaa. Kun toinen henkilö on hyväksynyt luovutuksen, voit luovuttaa tiedot samalta sivulta, jolta esitit luovutusta.
disclose-state-proposed = Luovutus odottaa toisen henkilön hyväksyntää.
disclose-state-approved = Toinen henkilö on hyväksynyt luovutuksen.
disclose-hand-over = Luovuta hyväksytyt tiedot
disclose-reference = Suostumuksen tunniste
disclose-reference-help = Asiakirja, josta suostumus näkyy. Tarvitaan, kun peruste on henkilön oma suostumus.
disclose-act = Laki
disclose-act-help = Nimi ja numero. Tarvitaan, kun peruste on muu laki.
disclose-section = Pykälä
disclose-section-help = Esimerkiksi 11 §. Tarvitaan, kun peruste on muu laki.
disclose-requester = Kuka tietoja pyysi
disclose-requester-help = Virka tai yksikkö ja asian tunnus, ei virkamiehen nimeä. Tarvitaan, kun seloste vaatii sen tältä vastaanottajalta.
disclose-requester-missing = Kirjoita, kuka tietoja pyysi. Tietosuojaseloste lupaa, että se kirjataan.
disclose-matter = Missä asiassa
disclose-matter-help = Esimerkiksi millaista rikosta epäillään. Tarvitaan, kun seloste vaatii sen tältä vastaanottajalta.
disclose-matter-missing = Kirjoita, missä asiassa tietoja pyydetään. Tietosuojaseloste lupaa, että se kirjataan.
disclose-urgency = Miksi luovutus ei voi odottaa
disclose-urgency-help = Kirjoita vain, jos jonkun henki tai terveys on vaarassa ja seloste sallii luovutuksen heti. Toinen henkilö tarkistaa luovutuksen jälkikäteen.
disclose-items = Mitä luovutetaan
disclose-submit = Kirjaa luovutus
disclose-done = Luovutus on kirjattu
disclose-done-text = Voit nyt luovuttaa alla olevat tiedot.
disclose-done-mark = Kirjoita tietojen mukaan luovutuksen tunnus { $mark }. Sillä vastaanottaja löytää tiedot, jos niitä myöhemmin oikaistaan, poistetaan tai rajoitetaan.
export-title = Vie palautteiden tekstit
export-lead = Tiedostossa on kaikkien palautteiden tekstit ilman yhteystietoja. Vienti on luovutus: kerro, kenelle ja millä perusteella. Tiedot ovat sen jälkeen vastaanottajan vastuulla.
export-submit = Kirjaa luovutus ja lataa tiedosto
export-items = Palautteen teksti

# Sähköposti
mail-notify-subject = Uutta palautetta
mail-notify-body = Palautepalveluun on tullut uutta palautetta. Avaa se täällä:
    { $link }
mail-answer-subject = Vastaus palautteeseesi
mail-answer-hello = Hei!
mail-answer-hello-name = Hei { $name }!
mail-answer-body = { $hello }

    { $answer }

    Terveisin
    { $controller }

    --
    Sait tämän viestin, koska lähetit palautetta ({ $register }) ja pyysit vastausta. Osoitettasi ei käytetä muuhun.
    Näet ja poistat tietosi kuittikoodillasi: { $own }
    Tietosuoja-asioissa voit kirjoittaa osoitteeseen { $officer }
answer-done = Vastauksesi on tallennettu
classify-done = Lajittelu on tallennettu

feedback-consent-text = Suostumuskuitti on tiedosto, jolla voit myöhemmin osoittaa, mihin suostuit ja milloin. Siinä ei ole nimeäsi eikä muita tietoja sinusta. Voit perua suostumuksesi tässä tai myöhemmin kuittikoodillasi.
feedback-consent-withdrawn = Tiedot, jotka perustuivat vain suostumukseesi, on poistettu. Kun tarkistat suostumuskuittisi, näet, milloin peruit suostumuksen. Jos laki tai este säilyttää niistä jotakin, näet sen omista tiedoistasi.
