# Ylläpidon komennot: varmuuskopiot, avaimet, tarkastus, kirjanpito, henkilö, säilytys, ennuste.
cli-backup-made = Varmuuskopio on tehty ja tarkistettu: tiedot { $data }, avaimet { $keys } (rivejä { $rows }, kirjanpidon merkintöjä { $entries }).
cli-backup-root = Juurisalaisuus ei ole kummassakaan. Pidä siitä kopio muualla: ilman sitä varmuuskopiota ei voi avata.
cli-backup-whole = { $folder }: ehjä, tehty { $made }.
cli-backup-damaged = { $folder }: vioittunut. Käytä toista varmuuskopiota.
cli-backup-restored = Palautettu: { $records } tietoa aukeaa, { $again } poistettiin uudelleen. Avaimia palautui { $keys }; poistettuja jäi pois { $erased }, vanhentuneita { $lost }.
cli-backup-known-until = Poistot tunnetaan hetkeen { $until } asti. Sen jälkeen poistetut tiedot ovat voineet palata: poista ne uudelleen.
cli-backup-back = Varmuuskopio on tehty { $made }. Seuraavat luvut lasketaan sen päivän alusta. Henkilöitä, joiden tietojen käyttöä on rajoitettu tai kielletty, on { $restricted }: rajoitus tai kielto on taas voimassa. Kaikkien tietojensa poistoa pyytäneitä tai pyyntönsä peruneita henkilöitä on { $wishes }: heidän viimeisin tahtonsa on voimassa. Tietoja, joiden poistaminen on sen jälkeen estetty tai joiden este on päättynyt, on { $held }: viimeisin tilanne on voimassa. Tarkista esteet ja kirjaa niiden syy uudelleen, jos se puuttuu. Peruttuja suostumuksia, joihin perustunutta tietoa säilytetään esteen vuoksi, on { $consents }: ne ovat taas peruttuja. Tehtyjä, suljettuja tai muutettuja tunnuksia on { $accounts }: ne odottavat uutta linkkiä. Ohjelmien avaimia ja linkkejä päättyi { $ended }, ja kaikki istunnot päättyivät. Tämä pätee hetkeen, johon asti poistot tunnetaan. Tarkista tunnukset (seloste user list) ennen vahvistamista; henkilökunta pääsee tietoihin vasta sen jälkeen.
cli-backup-settings = Asetukset (seloste.toml) otettiin varmuuskopiosta. Tarkista osoite, posti ja kansiot ennen kuin käynnistät palvelun.
cli-backup-drilled = Harjoitus onnistui: varmuuskopio tehtiin, palautettiin ja avattiin, ja sen jäljet poistettiin.
fault-backup-where = Minne varmuuskopio tehdään? Anna kansiot (--data ja --keys) tai lisää asetuksiin [backup] folder.
fault-backup-together = Tietojen ja avainten varmuuskopiot eivät saa olla sisäkkäin. Anna niille eri kansiot.
fault-backup-others = Kansiossa { $folder } ovat toisen asennuksen varmuuskopiot. Siihen ei kirjoiteta, jotta sen poistoluettelo ei häviä. Anna tälle asennukselle oma kansio ([backup] folder tai --data ja --keys).
fault-backup-none = Kansiossa { $folder } ei ole varmuuskopiota, jota tämä ohjelma osaa lukea.
fault-backup-damaged = Varmuuskopio on vioittunut. Käytä toista; mitään ei muutettu.
fault-backup-damaged-next = Komento seloste backup verify { $folder } kertoo, mikä siinä on vialla.
fault-backup-stranger = Varmuuskopio on toisen asennuksen allekirjoittama. Mitään ei muutettu.
fault-backup-copy = Kirjanpitoa ei saatu kopioitua kokonaisena. Yritä uudelleen.
backup-wrong-unsigned = { $file }: kirjanpidon avain ei ole allekirjoittanut luetteloa
backup-wrong-extra = { $file }: ei ole varmuuskopion luettelossa
backup-wrong-changed = { $file }: sisältö on muuttunut
backup-wrong-unreadable = { $file }: tiedostoa ei voi lukea
backup-wrong-rows = tietokannan rivejä on { $found }, pitäisi olla { $wanted }
backup-wrong-key = kirjanpidon julkinen avain ei kelpaa
backup-wrong-ledger = kirjanpito ei täsmää: { $what }
fault-backup-part = Kansio { $folder } on varmuuskopion väärä puolisko. Anna tiedot valitsimella --data ja avaimet valitsimella --keys.
fault-backup-of-two = Tiedot ja avaimet ovat eri asennuksista. Mitään ei muutettu.
fault-backup-list = Tiedosto { $file } ei ole poistojen luettelo.
fault-backup-checkpoint = Tiedosto { $file } ei ole tämän asennuksen kirjanpidon allekirjoitettu tarkastuspiste.
fault-backup-older-list = Poistojen luettelo on vanhempi kuin kirjanpidon uusin tunnettu tarkastuspiste ({ $covered }/{ $known }). Palautus voisi tuoda poistettuja tietoja takaisin. Anna uudempi luettelo valitsimella --erasures. Jos sitä ei ole, vahvista valitsimella --accept-older-list.
fault-backup-no-list = Varmuuskopion vierestä puuttuu allekirjoitettu poistojen luettelo. Varmuuskopion oma luettelo päättyy hetkeen { $until }, ja sen jälkeen poistetut tiedot palaisivat. Anna uudempi luettelo valitsimella --erasures (samassa kansiossa pitää olla myös erasures.seal). Jos sitä ei ole, vahvista valitsimella --accept-older-list.
fault-backup-odd-file = { $file } ei ole tavallinen tiedosto eikä kansio. Varmuuskopiossa ei ole linkkejä eikä putkia.
fault-backup-unopened = Kaikki palautetut tiedot eivät aukea. Anna avainten varmuuskopio, joka on yhtä uusi tai uudempi kuin tiedot.
fault-backup-holds = Palautetut tiedot eivät vastaa sitä, mitä niiden poistamisen esteistä tiedetään. Mitään ei otettu käyttöön. Palauta uudelleen tyhjään kansioon.

cli-keys-status = Avaimia { $keys }, niistä varalla { $spares }. Tuhottuja avaimia { $erased }, poistettuja tietoja luettelossa { $records }.
cli-keys-epoch = Jakso { $epoch } alkoi { $begun }: { $keys } avainta.
cli-keys-rotated = Jakso { $epoch } on alkanut, ja kaikki avaimet on suojattu sillä. Vanhoja jaksoja tuhottiin { $destroyed }.
cli-keys-mended = Vioittuneita kohtia korjattiin { $count } toisesta kappaleesta. Tarkista levy.
cli-keys-clock-behind = Kello on jäljessä avainten uusimmasta jaksosta. Tarkista palvelimen kello.

cli-ledger-whole = Kirjanpito on ehjä: { $count } { $count ->
        [one] merkintä
       *[other] merkintää
    }, juuri { $root }, avain { $key }.
cli-ledger-forgotten = Vanhimmista merkinnöistä { $count } on hävitetty, kun niiden aika täyttyi; viimeinen niistä on päivältä { $date }. Niiden tiivisteet ovat tallella ja kuuluvat puuhun.
cli-ledger-damaged = Kirjanpito ei ole ehjä. Vikoja: { $count }.
cli-ledger-empty = Kirjanpidossa ei ole vielä merkintöjä.
cli-ledger-proof-good = Todiste pitää. Allekirjoitetussa lokissa on { $size } merkintää, ja tämä on niistä { $place }.: { $id }, { $time }, { $action } { $kind }, { $count } kpl.
cli-ledger-proof-bad = Todiste ei pidä: se ei ole tämän avaimen allekirjoittamasta lokista, tai sitä on muutettu.
fault-ledger-none = Kansiosta { $folder } ei löydy kirjanpitoa.
fault-ledger-key = Kirjanpidon julkinen avain ei ole oikeaa muotoa.

cli-person-unknown = Kuittikoodia ei tunneta.
cli-person-erased-before = Tiedot on poistettu { $at } (syy: { $why }).
cli-person-record = { $kind } { $id }, tallennettu { $created }, säilytetään { $due } asti
cli-person-closed = Suljettiin { $addresses } osoitetta. Niistä tallennettiin vain tunnisteet, joista osoitteita ei voi lukea. Täällä olevia henkilöitä, jotka jätetään nyt pois, on { $persons }. Rivejä ilman osoitetta oli { $without }.
fault-use-undeclared = Selosteessa ei ole tarkoitusta, jonka käyttö olisi { $use }. Mitään ei tallennettu.
fault-list-unread = Tiedostoa ei voi lukea CSV-luettelona. Mitään ei tallennettu.
cli-person-plan = Kokonaan poistettavia tietoja { $removed }, osittain poistettavia { $stripped }, perusteella säilytettäviä { $kept }.
cli-person-strip =   { $kind }: poistetaan { $fields }
cli-person-keep =   { $kind }: säilytetään { $fields } (peruste: { $ground }), päättyy { $until }
cli-person-erased = Poistettiin { $removed } tietoa kokonaan ja { $stripped } osittain.
fault-person-no-receipt = Anna kuittikoodi tiedostossa (--receipts) tai vakiosyötteessä, yksi riville.
fault-no-input = Vakiosyötettä tai nykyistä kansiota ei voi lukea.

cli-hold-added = Tieto säilytetään toistaiseksi tällä perusteella.
cli-hold-released = Säilytys on päättynyt. Tieto poistetaan, kun sen viimeinen päivä on ohi.
cli-hold-none = Mitään ei säilytetä erityisellä perusteella.
cli-hold-line = { $record }: { $ground }, alkaen { $since }, päättyy { $until }
cli-hold-line-open = { $record }: { $ground }, alkaen { $since }, kunnes peruste lopetetaan (seloste hold release)
fault-hold-number = Tietoa numero { $number } ei ole.
fault-hold-kinds = Numero { $number } on useassa tietolajissa: { $kinds }. Valitse yksi valinnalla --kind.
fault-hold-none = Tällä tiedolla ei ole sellaista säilytyksen perustetta.

cli-simulate-line = { $day }: { $kind } – { $count }
cli-simulate-nothing = Mitään ei poistu { $until } mennessä.
cli-simulate-end = Ennuste ei muuttanut mitään.
cli-simulate-held = Nämä eivät poistu viimeisenä päivänään:
cli-simulate-held-until = { $record }: { $ground }; viimeinen päivä olisi { $due }, säilytetään { $until } asti
cli-simulate-held-open = { $record }: { $ground }; viimeinen päivä olisi { $due }, säilytetään, kunnes peruste päättyy
fault-day = { $given } ei ole päivä. Kirjoita vuosi, kuukausi ja päivä, esimerkiksi 2027-12-31.
fault-moment = { $given } ei ole päivä eikä hetki. Kirjoita vuosi, kuukausi ja päivä, esimerkiksi 2027-12-31.
fault-simulate-past = Päivä { $until } on jo mennyt. Ennuste alkaa tästä päivästä: anna tämä tai myöhempi päivä.
fault-simulate-far = Ennuste ulottuu enintään { $days } päivän päähän.

cli-doctor-notice-ok = Seloste on kunnossa.
cli-doctor-notice-bad = Selosteessa on { $count } virhettä: seloste check kertoo, mitä ne ovat.
cli-doctor-modes-ok = Tiedot, avaimet ja salaisuudet ovat vain omistajan luettavissa.
cli-doctor-modes-bad = Muutkin kuin omistaja pääsevät kohteeseen { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = Levyllä on tilaa.
cli-doctor-space-bad = Levyllä on tilaa enää { $free } Mt. Vapauta tilaa tai siirrä tiedot isommalle levylle.
cli-doctor-tls-ok = Varmenne ja sen avain ovat käyttökelpoiset. Varmenne on voimassa { $date } asti.
cli-doctor-tls-soon-bad = Varmenteen voimassaolo päättyy { $date }. Uusi varmenne ja käynnistä palvelu uudelleen.
cli-doctor-tls-over-bad = Varmenteen voimassaolo päättyi { $date }. Selaimet eivät avaa palvelua: uusi varmenne ja käynnistä palvelu uudelleen.
cli-doctor-tls-date-bad = Varmenteesta ei voi lukea, milloin sen voimassaolo päättyy.
cli-doctor-proxy-ok = Välityspalvelin huolehtii salauksesta, ja palvelun osoite on salattu.
cli-doctor-tls-none = Yhteyttä ei salata: salattua osoitetta (public-url) tai omaa varmennetta (tls) ei ole asetettu.
cli-doctor-countries-ok = Henkilökunnan yhteyden maa voidaan päätellä.
cli-doctor-countries-bad = Palvelu on välityspalvelimen takana, mutta asetus trusted-proxies on tyhjä. Kaikki yhteydet näyttävät tulevan läheltä, joten Euroopan talousalueen ulkopuolelta tulevia ei tunnisteta.
cli-doctor-mail-ok = Sähköpostin asetukset ovat käyttökelpoiset ja palvelin vastaa.
cli-doctor-mail-none = Sähköpostia ei ole määritelty: vastauksia ei voi lähettää sähköpostilla.
cli-doctor-mail-folder = Kirjeet eivät lähde: ne kirjoitetaan kokeilua varten kansioon { $folder } (asetus mail.folder). Kirjeet lähtevät, kun asetuksissa on postipalvelin (mail.relay).
cli-doctor-backups-ok = Varmuuskopioille on kansio: palvelu tekee ne joka päivä.
cli-doctor-backups-bad = Varmuuskopioita ei tehdä: lisää asetuksiin [backup] folder.
cli-doctor-open-ok = Avaimet ja tiedot aukeavat.
cli-doctor-open-running-ok = Palvelu on käynnissä ja vastaa.
cli-doctor-clock-ok = Kello käy oikein.
cli-doctor-published-ok = Julkaistu seloste on sama kuin kansiossa.
cli-doctor-published-bad = Kansion seloste eroaa julkaistusta tai sitä ei ole julkaistu: seloste publish
cli-doctor-keys-ok = Avaintiedostojen molemmat kappaleet ovat ehjät. Avainten uusin jakso alkoi { $begun }.
cli-doctor-ledger-ok = Kirjanpito on ehjä: { $count } { $count ->
        [one] merkintä
       *[other] merkintää
    }, uusin { $last }.
cli-doctor-ledger-empty-ok = Kirjanpidossa ei ole vielä merkintöjä.
cli-doctor-ledger-bad = Kirjanpito ei ole ehjä ({ $count } vikaa): seloste ledger verify kertoo, missä ne ovat.
cli-doctor-backup-age-ok = Uusin varmuuskopio on tehty { $newest }, vanhin { $oldest }.
cli-doctor-backup-age-bad = Uusin varmuuskopio on tehty { $newest }: uusia ei synny. Katso palvelun loki.
cli-doctor-backup-none-bad = Varmuuskopioita ei ole vielä. Palvelu tekee ensimmäisen käynnistyttyään.
cli-doctor-backup-whole-bad = Varmuuskopio { $folder } on vioittunut: seloste backup verify kertoo, mistä.
cli-doctor-keys-bad = Avaintiedostoissa oli vikoja ({ $mended } korjattu) tai kello on jäljessä. Tarkista levy ja kello.
cli-doctor-alien-bad = Tietokannan rivi ei ole tämän ohjelman kirjoittama: taulu { $table }, avain { $key }. Selvitä, kuka pääsee tietokantaan, ja palauta varmuuskopio: seloste backup restore.
cli-doctor-records-ok = Jokainen tieto on suojattu ja aukeaa omalla avaimellaan.
cli-doctor-records-bad = { $count } tietoa ei aukea avaimellaan.
cli-scan-done = Löytöjä { $count }; tavuja käytiin läpi { $bytes }.
fault-scan-short = Anna vähintään { $least } tavun pituinen teksti: lyhyempi löytyy sattumalta.
cli-first-link = Tunnuksia ei vielä ole. Tee ensimmäinen { $hours } tunnin kuluessa: { $address }
cli-first-link-file = Tunnuksia ei vielä ole. Linkki ensimmäisen tekemiseen on { $hours } tunnin ajan tiedostossa { $file }
cli-backup-held = Tämä on palautettu kopio. Se ei lähetä sähköpostia, ei tee varmuuskopioita eikä päästä henkilökuntaa tietoihin, ennen kuin olet tarkistanut tunnukset ja vahvistat, että vanha palvelu on pysäytetty: seloste backup confirm { $folder }
cli-backup-confirmed = Vahvistettu: palautettu kopio on nyt käytössä.
cli-backup-confirmed-staff = Henkilökunta pääsee tietoihin niillä tunnuksilla, jotka ovat käytössä.
cli-backup-confirmed-mail = Palvelu lähettää sähköpostia.
cli-backup-confirmed-no-mail = Palvelu ei lähetä sähköpostia: asetuksissa ei ole sähköpostia ([mail]), tai tietosuojaseloste ei nimeä sen palvelinta.
cli-backup-confirmed-backups = Palvelu tekee varmuuskopioita.
cli-backup-confirmed-none = Palvelu ei tee varmuuskopioita: niille ei ole määritetty kansiota asetuksissa ([backup]).
cli-backup-not-held = Tämä asennus ei odota vahvistusta. Mitään ei muutettu.
cli-backup-not-one = { $folder }: tämä ei ole varmuuskopio. Anna varmuuskopion kansio (data/… tai keys/…) tai kansio, jossa ne ovat.
fault-restore-no-root = Juurisalaisuutta ei löydy (tiedosto { $file }). Mitään ei tehty.
fault-restore-no-root-next = Anna se palautukselle: --root-file TIEDOSTO
cli-published-first = Versio 1 julkaistiin nyt: seloste on julkinen. Seuraavat muutokset tulevat voimaan komennolla seloste publish.
cli-nobody-in = Yhtään tunnusta ei ole käytössä. Katso tunnukset: seloste user list. Uusi linkki: seloste user reset TUNNUS. Suljettu auki: seloste user reopen TUNNUS.
cli-doctor-notice-warned = Selosteessa on huomautettavaa ({ $count }): seloste check kertoo, mitä.
cli-doctor-held = Tämä on palautettu kopio: sähköposti ja varmuuskopiot odottavat. Kun vanha palvelu on pysäytetty: seloste backup confirm { $folder }
fault-mail-relay = Sähköpostipalvelin ei ota viestejä vastaan. Viestit odottavat.
cli-simulate-total = Yhteensä { $count }.
cli-published-roles-lost = Näitä tehtäviä ei enää ole selosteessa, mutta tunnuksilla on niitä yhä: { $roles }. Tunnus ei pääse niillä mihinkään. Anna uudet tehtävät: seloste user roles
cli-published-remarks = Selosteessa on { $count ->
        [one] yksi huomautus
       *[other] { $count } huomautusta
    }, ja se on nyt julkinen sellaisenaan. Katso: seloste check
cli-published-same = Ei muutoksia: selosteen { $register } versio { $version } on jo voimassa.
cli-published-erased-fields = Selosteesta poistetut kentät poistettiin tallennetuista tiedoista: { $what }.
cli-published-erased-records = Lajit, joita selosteessa ei enää ole, poistettiin: { $what }.
cli-published-shortened = Nämä tiedot poistetaan nyt aiemmin: { $what }.
cli-published-closed = Nämä tiedot on annettu muihin tarkoituksiin, joten uusi tarkoitus ei avaa niitä: { $what }. Se avaa ne, jotka annetaan tästä lähtien.
cli-published-erased-none = Tallennetuissa tiedoissa ei ollut mitään, mitä seloste ei enää ilmoita: mitään ei poistettu.

# seloste mail test
mail-test-subject = Koeviesti
mail-test-body = Tämä on koeviesti. Jos luet tätä, palvelu pystyy lähettämään sähköpostia. Viestiin ei tarvitse vastata.
cli-mail-taken = Sähköpostipalvelin { $relay } otti koeviestin vastaan. Jos viesti ei tule perille muutamassa minuutissa, katso roskapostikansio ja kysy sähköpostipalvelimen ylläpidosta.
cli-mail-in-folder = Koeviesti kirjoitettiin asetusten kansioon (mail.folder). Asetuksissa ei ole sähköpostipalvelinta, joten mitään ei lähetetty.
cli-mail-not-taken = Sähköpostipalvelin { $relay } ei ottanut koeviestiä vastaan. Viestiä ei yritetä lähettää uudelleen.
cli-mail-code = Palvelimen antama koodi: { $code }
mail-trouble-timeout = Palvelin ei vastannut ajoissa. Tarkista palomuuri, tai yritä myöhemmin uudelleen.
mail-trouble-tls = Salattua yhteyttä ei syntynyt. Tarkista palvelimen nimi, portti ja TLS-asetukset.
mail-trouble-sign-in = Palvelin ei hyväksynyt kirjautumista. Tarkista asetukset mail.user ja mail.password-file.
mail-trouble-starttls = Palvelin ei tarjoa salausta (STARTTLS). Käytä porttia 465 tai 587.
mail-trouble-no-sign-in = Palvelin ei tarjoa kirjautumista. Poista mail.user, tai käytä toista porttia.
mail-trouble-certificate = Palvelimen varmenteeseen ei luoteta. Anna sen myöntäjän varmenne asetuksessa mail.ca.
mail-trouble-closed = Kukaan ei vastaa siinä osoitteessa ja portissa. Tarkista asetus mail.relay.
mail-trouble-name = Palvelimen nimeä ei löydy nimipalvelusta. Tarkista asetus mail.relay.
mail-trouble-refused = Palvelin hylkäsi viestin lopullisesti. Tarkista lähettäjän osoite (mail.from) ja vastaanottajan osoite.
mail-trouble-busy = Palvelin ei ota viestiä vastaan juuri nyt. Yritä myöhemmin uudelleen.
mail-trouble-connection = Palvelimeen ei saatu yhteyttä. Tarkista asetus mail.relay ja palomuuri.
fault-mail-no-colleague = Tätä osoitetta ei ole millään avoimella henkilökunnan tunnuksella. Mitään ei lähetetty.
fault-mail-no-colleague-next = Koeviesti lähtee vain henkilökunnalle. Tunnukset: seloste user list
fault-mail-held = Tämä on palautettu kopio, joka ei lähetä sähköpostia. Mitään ei lähetetty.
fault-mail-held-next = Kun vanha palvelu on pysäytetty: seloste backup confirm
fault-installation-older = Tämä asennus on vanhempi kuin se, mitä varmuuskopioiden vieressä kansiossa { $folder } on allekirjoitettu: { $count } poistoa puuttuu tai tapahtumaloki on lyhyempi. Tietojen ja avainten tilalle on pantu vanhat kopiot. Palvelua ei käynnistetä, koska poistetut tiedot palaisivat. Listaa ei muutettu.
fault-installation-older-next = Palauta varmuuskopio uuteen kansioon komennolla seloste backup restore: se poistaa ne uudelleen.
fault-held = Tämä on varmuuskopiosta palautettu kopio. Henkilökunta pääsee tietoihin vasta, kun ylläpitäjä on tarkistanut tunnukset ja vahvistanut kopion.
fault-held-next = Ylläpitäjä vahvistaa sen komennolla seloste backup confirm.
cli-ledger-receipt-good = Kuitti on aito. { $controller } sai suostumuksen { $time } selosteen versiolla { $version }: ”{ $sentence }” Onko suostumus yhä voimassa, sen näkee osoitteesta { $place }.
cli-ledger-receipt-bad = Kuitti ei ole aito: tämä avain ei ole allekirjoittanut sitä, tai sitä on muutettu.
