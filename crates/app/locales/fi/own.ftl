# Omat tiedot: katselut, luovutukset, vastustaminen
own-looked-more = Näytä aiemmat katselut
own-received-more = Näytä kaikki luovutukset
own-not-given = Et ole antanut
own-went-with-consent = Poistettu { $day }, kun peruit suostumuksesi
own-postponed = Mikä voi lykätä poistamista
own-postponed-not = Ei mikään tällä hetkellä. Poistaminen lykkääntyy vain, jos rajoitat tiedon käyttöä, jos tietoa tarvitaan oikeusvaateeseen tai jos viranomainen määrää säilyttämään sen.
own-postponed-until = Tietoa säilytetään tällä perusteella { $date } asti.
own-postponed-open = Tietoa säilytetään, kunnes peruste päättyy.
own-purposes = Mihin tietojasi käytetään
own-object-text = Jos vastustat tätä käyttöä, siitä syntyy pyyntö, johon vastataan määräajassa. Tietojasi ei käytetä tähän, ennen kuin pyyntö on ratkaistu.
own-object = Vastusta
own-object-for-good-text = Voit kieltää tämän käytön perustelematta. Kielto tulee voimaan heti ja koskee myös osoitteitasi. Vain sinä voit perua sen.
own-object-for-good = Kiellä
own-object-not = Tätä käyttöä ei voi vastustaa, koska se ei perustu yleiseen etuun eikä oikeutettuun etuun. Voit rajoittaa tietojesi käyttöä.
own-closed-for-good = Olet kieltänyt tämän käytön { $date }. Tietojasi ei käytetä tähän.
own-closed-listed = Tietojasi ei käytetä tähän { $date } alkaen, koska osoitteesi on luettelossa, johon on merkitty kiellot. Luettelossa on vain tunniste, josta osoitetta ei voi lukea.
own-closed-waiting = Vastustit tätä käyttöä { $date }. Tietojasi ei käytetä tähän, ennen kuin vastustuksesi on ratkaistu.
own-closed-upheld = Vastustuksesi on hyväksytty. Tietojasi ei ole käytetty tähän { $date } jälkeen.
own-object-lift = Peru tämä
own-object-words = Vastustan tietojeni käyttöä tähän tarkoitukseen: { $purpose }
own-objected = Vastustamisesi on vastaanotettu, eikä tietojasi käytetä tähän, ennen kuin se on ratkaistu. Näet pyynnön ja sen määräajan tällä sivulla.
own-forbidden = Kielto on voimassa. Tietoja ei käytetä enää tähän.
own-opened = Kielto tai vastustus on peruttu.
mailbox-uses = Suoramarkkinointi ja tutkimukset
mailbox-direct-marketing-is-open = Tähän osoitteeseen saa lähettää suoramarkkinointia, jos sille on peruste.
mailbox-direct-marketing-closed = Suoramarkkinointi tähän osoitteeseen on kielletty.
mailbox-market-research-is-open = Tähän osoitteeseen saa lähettää markkina- ja mielipidetutkimuksia, jos sille on peruste.
mailbox-market-research-closed = Markkina- ja mielipidetutkimukset tähän osoitteeseen on kielletty.
mailbox-close = Kiellä
mailbox-open = Peru kielto
restriction-title = Rajoita tämän tiedon käyttöä
restriction-title-all = Rajoita kaikkien tietojesi käyttöä
restriction-ground = Miksi
restriction-accuracy = Tieto on mielestäni virheellinen
restriction-unlawful = Tietoa on käsitelty lainvastaisesti, mutta en halua sitä poistettavan
restriction-claim = Tarvitsen tietoa oikeudellista vaadetta varten
restriction-objection = Vastustusta ratkaistaan
restriction-follows = Tietoa vain säilytetään, myös säilytysajan päätyttyä, eikä sitä käytetä muuhun kuin oikeuksiesi toteuttamiseen. Voit poistaa rajoituksen milloin tahansa. Ennen kuin organisaatio poistaa sen, siitä kerrotaan sinulle.
restriction-record = Tämän tiedon käyttöä on rajoitettu
restriction-since = Rajoitus on ollut voimassa { $date } alkaen. Peruste: { $ground }.
restriction-ends = Organisaatio poistaa rajoituksen aikaisintaan { $date }.
restriction-end-title = Poista tämän tiedon käytön rajoitus
restriction-end-title-all = Poista tietojesi käytön rajoitus
restriction-end-follows = Kun rajoitus poistetaan, tietoja käytetään taas niin kuin tietosuojaseloste kertoo.
restriction-end-warning = Samalla tietoja poistetaan pysyvästi
restriction-end-erases = Näiden tietojen säilytysaika on päättynyt, ja vain rajoitus pitää ne tallessa. Ne poistetaan heti, kun rajoitus poistetaan. Niitä ei saa takaisin, emmekä mekään voi palauttaa niitä.
restriction-end-download = Lataa tietosi ensin, jos tarvitset niitä:
restriction-end-erase = Poista rajoitus ja tiedot
restriction-end-changed = Poistettavat tiedot ovat muuttuneet
restriction-end-changed-text = Rajoitusta ei ole vielä poistettu. Katso alta, mitä nyt poistettaisiin, ja vahvista uudelleen.
restriction-keep = Pidä rajoitus
restriction-ended = Rajoitus on poistettu.
restriction-ended-erased = Rajoitus on poistettu, ja tiedot, joiden säilytysaika oli päättynyt, on poistettu pysyvästi. Kuittikoodisi kertoo sen myös jälkikäteen. Erillistä viestiä ei lähetetä.
restriction-over = Tämä rajoitus on jo poistettu
restriction-over-text = Jos tietoja poistettiin samalla, poistopäivä ja todiste näkyvät, kun avaat omat tietosi kuittikoodilla.
restriction-begun = Tiedon käyttöä on nyt rajoitettu.
limits-title = Mitä henkilö on kieltänyt tai rajoittanut
limits-for-good = kielletty { $date }, vain henkilö voi perua
limits-listed = kielletty { $date } osoitteen perusteella, vain henkilö voi perua
limits-waiting = suljettu { $date }, kunnes vastustus on ratkaistu; ratkaisu koskee tätä
limits-upheld = suljettu { $date }, vastustus on hyväksytty
limits-end-text = Rajoituksen voi poistaa vasta, kun henkilölle on kerrottu siitä.
limits-told = Henkilölle on kerrottu
limits-show = Kerro henkilön omalla sivulla, 14 päivää ennen
limits-done = Rajoitus on päivitetty.
limits-end-title = Poista yhden tiedon käytön rajoitus
limits-end-title-all = Poista kaikkien tietojen käytön rajoitus
limits-ended-erased = Rajoitus on poistettu, ja tiedot, joiden säilytysaika oli päättynyt, on poistettu pysyvästi. Henkilön kuittikoodi kertoo poiston.

# Kalenteri
own-calendar = Tulevat poistot kalenterissa
own-calendar-text = Kalenterissa ovat päivät, joina tietojasi poistetaan, ja tietojen numerot. Mitään sisältöä siinä ei ole.
own-calendar-file = Lataa kalenteritiedosto
own-calendar-name = tulevat-poistot
own-calendar-day = { $count ->
    [one] Yksi tieto poistetaan
   *[other] { $count } tietoa poistetaan
}
own-calendar-day-numbers = { $count ->
    [one] Tieto { $numbers } poistetaan
   *[other] { $count } tietoa poistetaan, muun muassa { $numbers }
}
own-feed-title = Osoite kalenteriohjelmalle
own-feed-text = Voit antaa kalenteriohjelmallesi salaisen osoitteen, josta se hakee päivät itse. Osoite toimii, kunnes lopetat sen tai tietosi on poistettu, enintään vuoden.
own-feed-there = Sinulla on osoite käytössä. Uusi osoite korvaa sen.
own-feed-make = Tee osoite
own-feed-again = Tee uusi osoite
own-feed-end = Lopeta osoite
own-feed-ended = Osoite ei enää toimi
own-feed-secret = Ota osoite talteen nyt
own-feed-secret-text = Osoitetta ei voi näyttää uudelleen. Kuka tahansa, jolla on se, näkee poistojen päivät ja tietojen numerot, muttei muuta.
own-feed-address = Kalenterin osoite
own-feed-until = Osoite toimii enintään { $date } asti.

# Paketti
own-package = Kaikki tietosi yhtenä pakettina
own-package-lead = Paketti on ZIP-tiedosto, jossa on, mitä sinusta säilytetään. Se avautuu ilman verkkoyhteyttä. Käsittelijöiden sisäiset muistiinpanot pyynnöistäsi eivät ole mukana. Voit pyytää niitä: saat ne tai perusteen, miksi niitä ei anneta.
own-package-none = Et ole tilannut pakettia.
own-package-make = Tee paketti
own-package-again = Tee uusi paketti
own-package-making = Pakettia tehdään, tilattu { $when }
own-package-wait = Suuren paketin tekeminen kestää hetken.
own-package-changed = Tietosi muuttuivat samalla, kun pakettia tehtiin. Tilaa paketti uudelleen: siihen tulee, mitä tiedoista on jäljellä.
own-package-look = Katso, onko se valmis
own-package-ready = Paketti on valmis, tilattu { $when }
own-package-download = Lataa paketti (ZIP, { $size } kt)
own-package-goes = Paketti poistuu viimeistään { $when }, ja heti, jos jokin siinä oleva tieto poistetaan tai suostumus perutaan.
own-package-holds = Mitä paketissa on
own-package-holds-text = Tietosi luettavina sivuina suomeksi, ruotsiksi ja englanniksi, taulukoina ja koneluettavana tiedostona, keskustelut, suostumustesi sanamuodot, kenelle tietoja on luovutettu, kuka niitä on katsonut, tulevien poistojen kalenteri ja ne tietosuojaselosteet, jotka ovat koskeneet tietojasi. Henkilökunnan nimiä ja muiden ihmisten tekstejä siinä ei ole.
own-package-verify = Paketti on allekirjoitettu. Kuka tahansa voi tarkistaa, ettei sitä ole muutettu: seloste package verify.
own-portable = Lataa siirrettävät tiedot (JSON)
own-portable-name = siirrettavat-tiedot
package-title = Kopio tiedoistasi
package-up = Paketti
package-languages = Kielet
package-lead = Tässä on, mitä sinusta säilytetään tässä rekisterissä. Käsittelijöiden sisäiset muistiinpanot pyynnöistäsi eivät ole mukana. Voit pyytää niitä: saat ne tai perusteen, miksi niitä ei anneta. Sivut toimivat ilman verkkoyhteyttä.
package-kinds = Mitä säilytetään ja kuinka kauan
package-read = Lue tietosi
package-records = Tiedot, sivu { $number }
package-conversations = Keskustelut, sivu { $number }
package-files = Tiedostot
package-data = kaikki tiedot koneluettavassa muodossa
package-access-log = kuka on katsonut tietojasi
package-calendar = päivät, joina tietojasi poistetaan
package-read-me = mitä paketissa on ja miten sen voi tarkistaa
package-notices = Tietosuojaselosteet, jotka koskevat tietojasi
package-you = Sinä
package-other = Toinen henkilö
package-other-text = Toisen henkilön teksti on hänen, eikä sitä näytetä.
package-readme =
    Kopio tiedoistasi (yleinen tietosuoja-asetus, 15 artikla)

    index.html avautuu selaimessa ilman verkkoyhteyttä. data.json sisältää samat tiedot koneille, csv-kansio taulukko-ohjelmille, conversations keskustelut, receipts suostumustesi sanamuodot, documents liitteet, notice tietosuojaselosteet ja portability tiedot, jotka voit siirtää toiseen palveluun. disclosures.csv kertoo, kenelle tietoja on luovutettu, access-log.csv, kuka on katsonut niitä, ja calendar.ics, milloin tietoja poistetaan.

    Tarkistaminen: manifest.json luettelee jokaisen tiedoston ja sen SHA-256-tiivisteen, ja manifest.sig on luettelon allekirjoitus. Tarkista ne komennolla: seloste package verify TIEDOSTO.zip --key AVAIN. Avaimen näet palvelun näyttösivulta.

# Komentorivi
cli-person-packed = Paketti on tiedostossa { $file }.
cli-package-whole = Paketti on ehjä ja allekirjoitettu annetulla avaimella: { $count } tiedostoa, tehnyt { $controller }, { $made }.
cli-package-whole-key = Paketti on ehjä: { $count } tiedostoa, tehnyt { $controller }, { $made }. Vertaa avainta palvelun näyttösivuun: { $key }
cli-package-wrong = Paketti ei ole ehjä. Vikoja: { $count }.
fault-person-one-receipt = Anna yksi kuittikoodi: paketti tehdään yhdelle henkilölle kerrallaan.
cli-import-done = Tuotiin { $count } tietoa. Henkilön kuittikoodi: { $receipt }
cli-import-refused = Mitään ei tuotu, koska seloste ei tunne kaikkea. Eroja: { $count }.
fault-import-form = Tiedosto ei ole siirrettäviä tietoja.

# Pyynnön tekijä
own-granted = Avaa jäljennös tiedoistasi
own-granted-lead = Pyyntösi on hyväksytty. Tässä saat jäljennöksen tiedoista, joita pyysit.
own-granted-until = Voit ladata jäljennöksen { $date } asti. Se, jonka tietoja ne ovat, näkee omilta sivuiltaan, että jäljennös on annettu.
own-granted-gone = Tietoja ei enää ole
own-state-over = Vastauksen määräpäivä on ollut
own-state-asked = Odotamme vastaustasi
own-state-asked-text = Kysyimme sinulta lisätietoa: kirje on tällä sivulla. Määräaika on pysähdyksissä, kunnes vastaat. Jos et vastaa, määräaika jatkuu ja ratkaisemme pyynnön niillä tiedoilla, jotka meillä on.
own-state-silent = Vastausaikasi on päättynyt
own-state-silent-text = Lisätietopyyntöömme ei voi enää vastata. Pyyntö ratkaistaan niillä tiedoilla, jotka meillä on. Voit tehdä uuden pyynnön tai ottaa yhteyttä tietosuojavastaavaan ja kertoa pyynnön numeron.
own-state-handled = Vastaustasi ei enää tarvita
own-state-handled-text = Pyyntö on käsitelty, joten sinun ei tarvitse vastata siihen, mitä kysyimme. Tämä koodi osoittaa vain, että joku teki pyynnön, joten ratkaisu ei näy tässä, olipa sinusta tietoja tai ei. Voit tehdä uuden pyynnön tai ottaa yhteyttä tietosuojavastaavaan ja kertoa pyynnön numeron.
own-reply-by = Vastaa viimeistään
own-reply = Vastaa lisätietopyyntöön
own-reply-text = Vastauksesi menee pyynnön käsittelijöille, ja määräaika jatkuu heti. Voit vastata kerran. Allekirjoitusta tai henkilötunnusta ei tarvita.
own-reply-yours = Vastauksesi
own-reply-help = Kirjoita tähän, mitä kysyimme.
own-reply-document-help = Jos kysyimme todistusta, liitä se tähän. PDF, PNG tai JPEG, enintään 2 Mt. Voit lähettää sen myös postitse: kerro silloin pyynnön numero.
own-reply-empty = Kirjoita vastaus tai liitä todistus.
own-reply-no-room = Liitteille varattu tila on täynnä. Lähetä todistus postitse ja kerro siitä vastauksessasi.
own-reply-send = Lähetä vastaus
own-reply-taken = Vastauksesi on vastaanotettu, ja määräaika jatkuu.
own-reply-over = Kysymykseen ei voi enää vastata: siihen on jo vastattu, tai vastausaika on päättynyt.
own-reply-handled = Vastausta ei enää oteta vastaan: pyyntö on käsitelty, joten vastaustasi ei tarvita.
own-reply-meanwhile = Pyyntöä käsiteltiin samalla hetkellä, joten vastaustasi ei tallennettu. Avaa Omat tiedot -sivu uudelleen: jos vastausta vielä tarvitaan, voit lähettää sen siellä.
own-state-over-text = Tämä koodi osoittaa vain, että joku teki pyynnön, joten vastaus ei näy tässä, olipa sinusta tietoja tai ei. Jos pyyntöön on vastattu ja osoitteesi on tiedoissamme, vastaus on mennyt siihen. Tietojesi omalla kuittikoodilla näet ne. Jos vastausta ei ole tullut, ota yhteyttä tietosuojavastaavaan ja kerro pyynnön numero.
own-state-over-unmailed = Tämä koodi osoittaa vain, että joku teki pyynnön, joten vastaus ei näy tässä, olipa sinusta tietoja tai ei. Jos pyyntöön on vastattu ja postiosoitteesi on tiedossamme, vastaus on mennyt siihen kirjeenä. Tietojesi omalla kuittikoodilla näet ne. Jos vastausta ei ole tullut, ota yhteyttä tietosuojavastaavaan ja kerro pyynnön numero.
own-state-unshown = Vastaus ei näy vielä tällä koodilla
own-state-unshown-text = Vastaamme viimeistään määräpäivänä, tai kysymme sinulta tällä sivulla lisätietoa: silloin määräaika on pysähdyksissä, kunnes vastaat. Tämä koodi osoittaa vain, että joku teki pyynnön, joten vastaus ei näy tässä, ennen kuin tiedämme, kuka olet. Jos saat sähköpostiisi linkin, vahvista pyyntö sen takana ja anna siellä tämä koodi. Voit osoittaa henkilöllisyytesi myös henkilökunnalle. Muuten vastaus menee osoitteeseen, jonka tunnemme, tai näkyy tietojesi omalla kuittikoodilla.
own-state-unshown-unmailed = Vastaamme viimeistään määräpäivänä, tai kysymme sinulta tällä sivulla lisätietoa: silloin määräaika on pysähdyksissä, kunnes vastaat. Tämä koodi osoittaa vain, että joku teki pyynnön, joten vastaus ei näy tässä, ennen kuin tiedämme, kuka olet. Voit osoittaa henkilöllisyytesi henkilökunnalle. Muuten vastaus menee kirjeenä, jos postiosoitteesi on tiedossamme, tai näkyy tietojesi omalla kuittikoodilla.
own-slip-goes-decided = Tämä päivä koskee vain tätä merkintää. Itse pyyntö ja vastaus siihen säilytetään kauemmin: ne poistetaan { $period } kuluttua ratkaisusta, niin kuin tietosuojaseloste kertoo.
own-slip-goes = Tämä päivä koskee vain tätä merkintää. Itse pyyntö ja vastaus siihen säilytetään niin kauan kuin tietosuojaseloste kertoo.
own-granted-day = Voit ladata jäljennöksen { $date } asti.
own-granted-over = Jäljennöksen sai ladata { $date } asti. Jos tarvitset sitä vielä, tee uusi pyyntö.
own-state-unshown-agent = Tarkistamme ensin, että saat toimia toisen puolesta. Ennen sitä emme kerro emmekä tee mitään. Jos et liittänyt pyyntöön todistusta oikeudestasi, lähetä se postitse ja kerro pyynnön numero. Jos kysymme jotakin, kysymys näkyy tällä sivulla. Mahdollinen linkki pyynnön vahvistamiseen menee sille, jonka tietoja pyyntö koskee, ei sinulle. Vastaus näkyy tällä koodilla, kun oikeutesi on tarkistettu ja pyyntö ratkaistu.
own-state-over-agent = Vastaus ei näy tässä, ennen kuin oikeutesi toimia toisen puolesta on tarkistettu. Jos pyyntöön on vastattu, vastaus on mennyt sille, jonka tietoja se koskee. Ota yhteyttä tietosuojavastaavaan ja kerro pyynnön numero.
own-slip-words = Mitä kirjoitit pyyntöön, on vain itse pyynnössä, jota henkilökunta käsittelee. Se näkyy tässä, kun vastauskin näkyy, ja se poistetaan pyynnön mukana.
own-limits = Mitä olet kieltänyt, vastustanut tai rajoittanut
own-limits-all = Kaikki tietosi
own-erased = Mitä tiedoistasi on jo poistettu
own-mandate-apart = Jos lähetit todistuksen, se on vain pyynnön käsittelijöillä.
