# Tietosuojapyyntö: lomake
rights-text-help = Perusteluja ei tarvita. Jos vastustat tietojesi käyttöä, kerro mikä tilanteessasi puhuu sitä vastaan; suoramarkkinoinnin voit kieltää ilman perusteluja.
rights-behalf-help = Allekirjoitusta ei tarvita. Jos toimit toisen puolesta, tarkistamme oikeutesi ennen kuin kerromme tai teemme mitään.
rights-subject-help = Täytä vain, jos pyydät toisen puolesta: hänen sähköpostiosoitteensa tai muu tieto, jolla löydämme oikeat tiedot. Älä kirjoita henkilötunnusta.
rights-mandate-help = Täytä vain, jos pyydät toisen puolesta. PDF, PNG tai JPEG, enintään 2 Mt. Voit lähettää todistuksen myös postitse.
rights-mine-behalf = Joku on tehnyt tämän pyynnön puolestasi. Jos vahvistat sen, siihen vastataan vain tähän osoitteeseen.
rights-link-behalf = { $asked } (puolestasi tehty)

# Pyyntöjen käsittely: toisen puolesta
rights-mandate-left = Todistusta ei voitu ottaa vastaan
rights-mandate-left-text = Pyyntösi on kirjattu ilman todistusta, koska liitteille varattu tila on täynnä. Lähetä todistus postitse ja kerro pyynnön numero.
rights-mandate-title = Oikeus toimia toisen puolesta
rights-mandate-open = Avaa todistus
rights-reply-open = Avaa vastauksen liite
rights-mandate-text = Katso todistus ja vahvista, että pyynnön tekijä saa toimia hänen puolestaan. Mitään ei kerrota eikä tehdä ennen sitä.
rights-mandate-none = Pyynnössä ei ole todistusta. Pyydä se alla, tai varmista oikeus muuten: lapsen huoltajuuden voi tarkistaa väestötiedoista. Mitään ei kerrota eikä tehdä, ennen kuin oikeus on tarkistettu.
rights-mandate-still-none = Pyynnössä ei ole todistusta. Varmista oikeus muuten: lapsen huoltajuuden voi tarkistaa väestötiedoista. Jos et voi varmistua siitä, hylkää pyyntö ja kerro peruste.
rights-mandate-seen = Olen tarkistanut, että hän saa toimia toisen puolesta
rights-mandate-checked = Oikeus toimia toisen puolesta on tarkistettu
rights-mandate-first = Tarkista ensin, että pyynnön tekijä saa toimia toisen puolesta.
rights-mandate-no = Oikeus on jo tarkistettu, tai pyyntö on tehty omasta puolesta.

# Pyyntöjen käsittely: määräaika
case-law-day = Lain määräaika päättyy
case-clock-stands = Määräaika on pysähdyksissä { $date } alkaen, kunnes pyynnön tekijä vastaa, enintään { $until } asti
case-unanswered = Lisätietopyyntöön ei vastattu
case-unanswered-text = Vastausaika on päättynyt ja määräaika kuluu taas. Ratkaise pyyntö niillä tiedoilla, jotka ovat käytettävissä. Jos et voi varmistua siitä, kenen tiedoista on kyse tai saako pyynnön tekijä toimia toisen puolesta, hylkää pyyntö: kirjeessä kerrotaan peruste ja se, minne voi valittaa.
case-question-back = Ratkaisu peruu lisätietopyynnön
case-question-back-text = Jos pyynnön tekijä ei ole vastannut ennen ratkaisua, vastausta ei enää oteta vastaan. Pyynnön kuittikoodi kertoo silloin, ettei vastausta tarvita. Itse ratkaisua se ei näytä, ellei pyynnön tekijä ole osoittanut, kuka hän on.
case-question-taken = Lisätietopyyntö peruttiin, kun pyyntö ratkaistiin
case-answer-came = Pyynnön tekijä on vastannut lisätietopyyntöön sen jälkeen, kun avasit sivun. Mitään ei ole ratkaistu eikä lähetetty. Lue vastaus ja ratkaise pyyntö sitten.
rights-state-identifying = Odottaa lisätietoa pyynnön tekijästä
rights-state-extended-complex = Määräaikaa jatkettu: asia on monimutkainen
rights-state-extended-many = Määräaikaa jatkettu: pyyntöjä on paljon
case-extend = Jatka määräaikaa kahdella kuukaudella
case-extend-text = Määräaikaa voi jatkaa kerran, ja syyt on kerrottava pyynnön tekijälle ensimmäisen kuukauden aikana. Näet kirjeen, ennen kuin se lähtee.
case-extend-send = Jatka määräaikaa ja lähetä kirje
case-extend-ground = Miksi määräaikaa jatketaan
case-extend-reasons = Syyt pyynnön tekijälle
case-extended = Määräaikaa on jatkettu. Kirje on alla.
case-not-extended = Määräaikaa ei voi jatkaa. Sitä on jo jatkettu, määräpäivä on ohi, pyyntö ei enää odota ratkaisua, tai seloste lupaa vastauksen aiemmin.
case-ask = Pyydä lisätietoa tunnistamiseen
case-ask-mandate = Pyydä todistusta oikeudesta toimia toisen puolesta
case-ask-text = Pyydä vain sitä, mitä ilman pyyntöön ei voi vastata. Pyynnön tekijä voi vastata kuukauden ajan, ja määräaika on sen ajan pysähdyksissä. Jos vastausta ei tule, määräaika jatkuu ja pyyntö ratkaistaan. Lisätietoa voi pyytää kerran. Näet kirjeen, ennen kuin se lähtee.
case-ask-mail = Kysymys lähtee sähköpostilla osoitteeseen, johon pyyntöön vastataan.
case-ask-code = Kysymys ei lähde sähköpostilla: pyynnön tekijä näkee sen vasta, kun hän avaa pyynnön kuittikoodillaan. Jos tiedät toisen tavan tavoittaa hänet, kerro kysymyksestä myös niin.
case-ask-reaches-nobody = Lisätietoa ei voi pyytää tällä lomakkeella, koska kysymystä ei voi lähettää sähköpostilla eikä mikään kuittikoodi näytä sitä. Määräaika jatkuu.
case-ask-question = Mitä tarvitset pyynnön tekijältä
case-ask-send = Pysäytä määräaika ja lähetä kirje
case-asked = Lisätietoa on pyydetty, ja määräaika on pysähdyksissä. Kirje on alla.
case-not-asked = Lisätietoa ei voi pyytää tai merkitä saaduksi. Pyynnön tekijä on jo tunnistettu, vastaus on jo tullut, tai määräpäivä on ohi.
case-answered = Merkitse, että lisätieto on saatu
case-answered-text = Käytä tätä, kun vastaus tuli muuten kuin palvelun kautta. Määräaika jatkuu siitä päivästä, jona vastaus tuli.
case-answered-day = Milloin vastaus tuli
case-answered-future = Päivä ei voi olla tulevaisuudessa.

# Pyyntöjen käsittely: hoitaja ja muistiinpanot
case-owner = Hoitaja
case-owner-none = Ei vielä kukaan
case-owner-take = Otan hoidettavaksi
case-owner-set = Vaihda hoitaja
case-owner-text = Hoitaja vastaa siitä, että pyyntöön vastataan ajoissa.
case-list-mine = Omat
case-list-late = Myöhässä
case-notes = Muistiinpanot
case-notes-text = Vain pyyntöjen käsittelijät näkevät nämä. Henkilön itse lataamassa kopiossa niitä ei ole, mutta ne ovat hänen henkilötietojaan: jos hän pyytää niitä, anna ne tai kerro peruste. Ne poistetaan pyynnön mukana.
case-note-write = Kirjoita muistiinpano
case-note-help = Kirjoita vain sellaista, minkä henkilö voi lukea. Perusteet, joihin vastaus nojaa, kuuluvat vastaukseen.

# Pyyntöjen käsittely: ratkaisu ja kirje
case-decide-look = Katso kirje
case-words-help = Lisätään kirjeeseen sellaisenaan. Tarvitaan, kun peruste ei yksin riitä selitykseksi tai kirje ei muuten kerro, mitä on tehty. Peruste riittää, jos tietoja ei löytynyt tai pyynnön tekijästä ei voitu varmistua.
case-ground-help = Tarvitaan, kun pyyntöön ei suostuta kokonaan.
case-ground-other-right = Tätä perustetta ei voi käyttää tähän pyyntöön. Valitse toinen.
case-nothing-goes = Mitään ei voi poistaa, koska kaikkia tietoja säilytetään laissa säädetyllä perusteella. Hylkää pyyntö ja kerro peruste.
case-preview-title = Kirje ennen lähettämistä
case-preview-change = Muuta tai lähetä
case-preview-mail = Kirje lähetetään sähköpostilla ja näkyy pyynnön tekijälle kuittikoodilla.
case-preview-mail-only = Kirje lähetetään sähköpostilla. Kuittikoodilla sitä ei näe kukaan, koska ei tiedetä, kenellä koodi on.
case-preview-mail-data = Kirje lähetetään sähköpostilla ja näkyy niiden tietojen kuittikoodilla, joihin pyyntö on yhdistetty. Pyynnön omalla koodilla sitä ei näe.
case-preview-data = Kirje näkyy niiden tietojen kuittikoodilla, joihin pyyntö on yhdistetty. Pyynnön omalla koodilla sitä ei näe. Lähetä se tarvittaessa postitse.
case-preview-code = Kirje näkyy pyynnön tekijälle kuittikoodilla. Voit lähettää sen myös postitse.
case-preview-post = Lähetä kirje postitse. Kuittikoodilla sitä ei näe kukaan, koska ei tiedetä, kenellä koodi on.
case-preview-own-mail = Palvelu ei lähetä sähköpostia. Lähetä kirje omasta sähköpostiohjelmastasi osoitteeseen { $address }: muuten se ei tavoita ketään. Kuittikoodilla sitä ei näe kukaan, koska ei tiedetä, kenellä koodi on.
case-preview-not-theirs = Ei tiedetä, onko pyynnössä annettu osoite sen henkilön oma, johon pyyntö on yhdistetty. Lähetä kirje vain osoitteeseen, jonka tiedät hänen omakseen: muuten se ei tavoita häntä. Kuittikoodilla sitä ei näe kukaan, koska ei tiedetä, kenellä koodi on.
case-preview-nobody = Kirje ei tavoita ketään: pyynnössä ei ole osoitetta, ja kuittikoodilla sitä ei näe kukaan, koska ei tiedetä, kenellä koodi on. Anna kirje pyynnön tekijälle, jos hän ottaa yhteyttä.
case-sent-by-hand = Kirjettä ei ole vielä lähetetty
case-preview-paper = Kirjettä ei lähetetä eikä säilytetä. Tulosta tai kerro se, jos pyynnön tekijällä ei ole kuittikoodia.
case-preview-send = Ratkaise ja lähetä kirje
case-preview-back = Takaisin pyyntöön, mitään ei lähetetä
case-letter = Kirje
case-letter-pdf = Lataa kirje (PDF)

# Kirjeet
letter-file-name = vastaus
letter-asked =
    Pyyntö numero { $number }, saapunut { $date }
    { $asked }
letter-decided = Ratkaisu { $date }: { $decision }
letter-decision-granted = suostumme pyyntöösi.
letter-decision-partly = suostumme pyyntöösi osittain.
letter-decision-refused = emme suostu pyyntöösi.
letter-extended-title = Tarvitsemme lisää aikaa
letter-extended = Emme ehdi vastata pyyntöösi kuukauden määräajassa: { $why }. Jatkamme { $now } määräaikaa kahdella kuukaudella (yleisen tietosuoja-asetuksen 12 artiklan 3 kohta). Vastaamme viimeistään { $until }.
letter-extended-complex = asia on monimutkainen
letter-extended-many = pyyntöjä on paljon
letter-identify-title = Tarvitsemme lisätietoa sinusta
letter-identify = Emme pysty päättelemään, mitkä tiedot ovat sinun, joten pyydämme { $now } lisätietoa (yleisen tietosuoja-asetuksen 12 artiklan 6 kohta). Allekirjoitusta tai henkilötunnusta emme tarvitse. Määräaika on pysähdyksissä, kunnes vastaat.
letter-mandate-title = Tarvitsemme todistuksen oikeudestasi toimia toisen puolesta
letter-mandate = Emme ole voineet varmistua siitä, että saat toimia sen puolesta, jonka tietoja pyyntö koskee. Siksi pyydämme { $now } lisätietoa (yleisen tietosuoja-asetuksen 12 artiklan 6 kohta). Mikä tahansa asiakirja kelpaa, josta oikeutesi selviää. Määräaika on pysähdyksissä, kunnes vastaat.
letter-reply-title = Näin vastaat
letter-reply = Vastaa viimeistään { $until }. Avaa Omat tiedot -sivu tämän pyynnön kuittikoodilla: siellä voit kirjoittaa vastauksen ja liittää siihen todistuksen. Voit vastata myös tietosuojavastaavalle; kerro silloin pyynnön numero. Jos emme saa vastausta, määräaika jatkuu ja ratkaisemme pyynnön niillä tiedoilla, jotka meillä on.
letter-reply-officer = Vastaa viimeistään { $until } tietosuojavastaavalle ja kerro pyynnön numero. Jos emme saa vastausta, määräaika jatkuu ja ratkaisemme pyynnön niillä tiedoilla, jotka meillä on.
letter-done-title = Mitä teimme
letter-done-access = Jäljennös tiedoistasi on valmiina. Näet ja voit ladata sen Omat tiedot -sivulla kuittikoodillasi niin kauan kuin tiedot ovat tallessa.
letter-granted-access = Saat jäljennöksen tiedoistasi.
letter-granted-portability = Saat tietosi koneella luettavana tiedostona.
letter-copy-request = Näet tiedot ja voit ladata ne Omat tiedot -sivulla tämän pyynnön kuittikoodilla { $until } asti.
letter-copy-data = Näet tiedot ja voit ladata ne Omat tiedot -sivulla tietojesi omalla kuittikoodilla niin kauan kuin tiedot ovat tallessa. Tämän pyynnön kuittikoodi ei näytä niitä.
letter-copy-nothing = Näet tiedot ja voit ladata ne Omat tiedot -sivulla tietojesi omalla kuittikoodilla niin kauan kuin tiedot ovat tallessa. Tämän pyynnön kuittikoodi ei näytä niitä vielä. Jos sinulla ei ole tietojesi koodia, osoita henkilöllisyytesi henkilökunnalle ja kerro pyynnön numero: sen jälkeen pyynnön kuittikoodi näyttää ne { $days } päivän ajan.
letter-done-erasure = Tietosi on poistettu. Poistettua ei voi palauttaa.
letter-done-erasure-part = Nämä tiedot on poistettu. Poistettua ei voi palauttaa. Alempana kerrotaan, mitä jää ja miksi.
letter-done-erasure-nothing = Sinusta ei ollut poistettavia tietoja.
letter-done-restriction = Tietojesi käyttöä on rajoitettu. Tietoja säilytetään, mutta niitä ei käytetä muuhun kuin oikeuksiesi toteuttamiseen. Kerromme sinulle, ennen kuin rajoitus poistetaan.
letter-done-objection = Tietojasi ei enää käytetä tarkoituksiin, joita vastustit.
letter-done-marketing = Tietojasi ei käytetä suoramarkkinointiin eikä luovuteta siihen.
letter-done-portability = Tietosi ovat koneella luettavana tiedostona Omat tiedot -sivulla, josta lataat sen kuittikoodillasi niin kauan kuin tiedot ovat tallessa.
letter-done-withdraw-consent = Suostumuksesi on peruttu. Tiedot, jotka perustuivat vain siihen, on poistettu. Jos laki tai este vaatii säilyttämään niistä jotakin, sitä ei enää käytetä, ja se poistetaan itsestään, kun peruste päättyy.
letter-done-human-review = Ihminen on arvioinut automaattisen ratkaisun uudelleen.
letter-review-stands = { $what }: ohjelma päätti { $date } ”{ $was }”. Ihminen on katsonut päätöksen, ja se pysyy.
letter-review-changed = { $what }: ohjelma päätti { $date } ”{ $was }”. Ihminen on muuttanut päätöksen: { $is }.
letter-stays-title = Mitä jää ja miksi
letter-stays = Näitä tietoja säilytetään vielä, koska laki tai käsiteltävä asia vaatii sitä. Ne poistetaan, kun peruste päättyy.
letter-stays-until = { $what }: { $why }, enintään { $until } asti
letter-stays-open = { $what }: { $why }, kunnes peruste päättyy
letter-ground-title = Miksi emme suostu kokonaan
letter-ground-law = Peruste: { $law }.
letter-words-title = Lisäksi
letter-question-title = Mitä tarvitsemme sinulta
letter-officer = Lisätietoja: { $officer }, { $where }
letter-complaint =
    Jos olet eri mieltä, voit valittaa tietojesi käsittelystä valvontaviranomaiselle:
    { $authority }, { $postal } (käynti { $visiting }), { $site }, { $email }, { $phone }
letter-court = Voit myös viedä asian tuomioistuimeen (yleisen tietosuoja-asetuksen 79 artikla).

# Hälytys
late-subject = { $count ->
    [one] Tietosuojapyynnön { $numbers } määräaika on päättynyt
   *[other] Tietosuojapyyntöjen { $numbers } määräaika on päättynyt
}
late-body =
    Vastaamatta määräajassa: { $count ->
        [one] tietosuojapyyntö { $numbers }
       *[other] tietosuojapyynnöt { $numbers }
    }. Palvelu kertoo tästä julkisesti: lupaus ei pidä.

    Avaa luettelo: { $desk }

    Muistutus lähetetään enintään kerran päivässä, kunnes pyynnöt on ratkaistu.
late-banner = { $count ->
    [one] Tietosuojapyynnön { $numbers } määräaika on päättynyt.
   *[other] Tietosuojapyyntöjen { $numbers } määräaika on päättynyt.
}

# Komentorivi
cli-case = { $number }  { $asked }  saapui { $arrived }  vastattava { $due }  { $state }
cli-case-late = { $number }  { $asked }  saapui { $arrived }  vastattava { $due }  MYÖHÄSSÄ  { $state }
cli-case-goes = Poistettavia tietoja: { $count }
cli-case-dry = Mitään ei tehty eikä lähetetty.
fault-case-unknown = Pyyntöä { $number } ei ole, tai se on yhdistetty henkilön omaan pyyntöön.

# Pyynnön tekijä
rights-maker-title = Kuka pyynnön teki?
rights-maker-text = Pyynnön kuittikoodi osoittaa vain, että joku teki pyynnön. Siksi koodilla ei näe ratkaisua, kirjettä eikä tietoja. Paina, kun olet muulla tavalla varmistanut, että pyynnön tekijä on se, jonka tietoja pyyntö koskee, esimerkiksi asioidessa näytetystä henkilöllisyystodistuksesta. Osoite tai sen tunteminen ei riitä. Painallus jää lokiin, eikä sitä voi perua muuten kuin purkamalla yhdistämisen.
rights-maker-known = Olen varmistanut, kuka pyynnön teki
rights-maker-shown = Pyynnön tekijä näkee ratkaisun pyynnön kuittikoodilla
rights-maker-keeps = Pyynnön tekijä on rajoittanut oman kappaleensa käyttöä { $since }. Siksi kappale ei poistu { $day }, vaan säilyy, kunnes hän päättää rajoituksen tai poistaa sen itse.
rights-maker-not = Pyynnön tekijä näkee ratkaisun jo, tai hänellä ei ole enää kuittikoodia, jolla sen näkisi.
rights-none-held = Tällä sähköpostiosoitteella ei säilytetä mitään
rights-none-held-text = Tiedot on poistettu, tai niitä ei ole ollut. Alla on valmiina ehdotus ratkaisuksi. Tarkista se, ja hae tarvittaessa muulla tiedolla, jonka pyynnön tekijä on kertonut.
rights-none-held-answer = Tällä osoitteella ei säilytetä tietoja. Jos annoit tietoja toisella osoitteella tai sinulla on niiden kuittikoodi, tee pyyntö uudelleen sen kanssa.
case-preview-leaves = Kirjettä ei lähetetä. Se, jonka tietoja jää, näkee tietojensa kuittikoodilla, mitä poistettiin, mitä jää, millä perusteella ja mihin asti, ja miten hän voi valittaa. Pyynnön omalla koodilla sitä ei näe. Tulosta kirje tai kerro siitä, jos hänellä ei ole tietojensa koodia.
letter-own-page = Omat tiedot -sivu: { $page }
letter-erasure-proof = Todiste poistosta tapahtumalokissa: { $entries }

case-target = Tavoite { $date }
case-target-passed = Tavoite { $date } on ohitettu

# Tavoiteaika
target-near-subject = Tietosuojapyynnön { $number } tavoiteaika päättyy { $date }
target-near-body =
    Tietosuojapyyntöä { $number } ei ole vielä ratkaistu. Tavoitteena on ratkaista se viimeistään { $date }.

    Avaa pyynnöt: { $desk }
target-passed-subject = Tietosuojapyynnön { $number } tavoiteaika päättyi { $date }
target-passed-body =
    Tietosuojapyyntöä { $number } ei ratkaistu tavoiteajassa. Luvattu määräaika on vielä voimassa.

    Avaa pyynnöt: { $desk }

# Ratkaistut pyynnöt ajalta
decided-figures-title = Ratkaistut pyynnöt
decided-figures-lead = Pyynnöt ratkaisupäivän mukaan, ja kuinka nopeasti kukin oikeus toteutui.
decided-figures-from = Alkaen
decided-figures-to = Päättyen
decided-figures-link = Ratkaistut ajalta ja luvut
decided-figures-file = Lataa taulukkona (CSV)
decided-figures-by-right = Oikeuksittain
decided-figures-count = Pyyntöjä
decided-figures-median = Päiviä, mediaani
decided-figures-longest = Päiviä, pisin
decided-figures-in-time = Määräajassa
decided-figures-all = Yhteensä
decided-figures-list = Ratkaistut, uusin ensin
decided-figures-days = Päiviä
decided-figures-late = myöhässä
decided-figures-empty = Tältä ajalta ei ole ratkaistuja pyyntöjä.
