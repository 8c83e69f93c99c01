# Ylläpidon komennot: varmuuskopiot, avaimet, tarkastus, kirjanpito, henkilö, säilytys, ennuste.
cli-backup-made = Varmuuskopio on tehty ja tarkistettu: tiedot { $data }, avaimet { $keys } ({ $rows } riviä, { $entries } kirjanpidon merkintää).
cli-backup-root = Juurisalaisuus ei ole kummassakaan. Pidä siitä kopio muualla: ilman sitä varmuuskopiota ei voi avata.
cli-backup-whole = { $folder }: ehjä, tehty { $made }.
cli-backup-damaged = { $folder }: vioittunut. Käytä toista varmuuskopiota.
cli-backup-restored = Palautettu: { $records } tietoa aukeaa, { $again } poistettiin uudelleen. Avaimia palautui { $keys }; poistettuja jäi pois { $erased }, vanhentuneita { $lost }.
cli-backup-known-until = Poistot tunnetaan hetkeen { $until } asti. Sen jälkeen poistetut tiedot ovat voineet palata: poista ne uudelleen.
cli-backup-settings = Asetukset (seloste.toml) otettiin varmuuskopiosta. Tarkista osoite, posti ja kansiot ennen kuin käynnistät palvelun.
cli-backup-drilled = Harjoitus onnistui: varmuuskopio tehtiin, palautettiin ja avattiin, ja sen jäljet poistettiin.
fault-backup-where = Minne varmuuskopio tehdään? Anna kansiot (--data ja --keys) tai lisää asetuksiin [backup] folder.
fault-backup-together = Tietojen ja avainten varmuuskopiot eivät saa olla sisäkkäin. Anna niille eri kansiot.
fault-backup-none = Kansiossa { $folder } ei ole varmuuskopiota, jota tämä ohjelma osaa lukea.
fault-backup-damaged = Varmuuskopio on vioittunut. Käytä toista; mitään ei muutettu.
fault-backup-part = Kansio { $folder } on varmuuskopion väärä puolisko. Anna tiedot valitsimella --data ja avaimet valitsimella --keys.
fault-backup-of-two = Tiedot ja avaimet ovat eri asennuksista. Mitään ei muutettu.
fault-backup-list = Tiedosto { $file } ei ole poistojen luettelo.
fault-backup-checkpoint = Tiedosto { $file } ei ole tämän asennuksen kirjanpidon allekirjoitettu tarkastuspiste.
fault-backup-older-list = Poistojen luettelo on vanhempi kuin kirjanpidon uusin tunnettu tarkastuspiste ({ $covered }/{ $known }). Palautus voisi tuoda poistettuja tietoja takaisin. Anna uudempi luettelo valitsimella --erasures. Jos sitä ei ole, vahvista valitsimella --accept-older-list.
fault-backup-no-list = Varmuuskopion vierestä puuttuu allekirjoitettu poistojen luettelo. Varmuuskopion oma luettelo päättyy hetkeen { $until }, ja sen jälkeen poistetut tiedot palaisivat. Anna uudempi luettelo valitsimella --erasures (samassa kansiossa pitää olla myös erasures.seal). Jos sitä ei ole, vahvista valitsimella --accept-older-list.
fault-backup-odd-file = { $file } ei ole tavallinen tiedosto eikä kansio. Varmuuskopiossa ei ole linkkejä eikä putkia.
fault-backup-unopened = Kaikki palautetut tiedot eivät aukea. Anna avainten varmuuskopio, joka on yhtä uusi tai uudempi kuin tiedot.

cli-keys-status = Avaimia { $keys }, niistä varalla { $spares }. Tuhottuja avaimia { $erased }, poistettuja tietoja luettelossa { $records }.
cli-keys-epoch = Jakso { $epoch } alkoi { $begun }: { $keys } avainta.
cli-keys-rotated = Jakso { $epoch } on alkanut, ja kaikki avaimet on suojattu sillä. Vanhoja jaksoja tuhottiin { $destroyed }.
cli-keys-mended = Vioittuneita kohtia korjattiin { $count } toisesta kappaleesta. Tarkista levy.
cli-keys-clock-behind = Kello on jäljessä avainten uusimmasta jaksosta. Tarkista palvelimen kello.

cli-ledger-whole = Kirjanpito on ehjä: { $count } merkintää, juuri { $root }, avain { $key }.
cli-ledger-damaged = Kirjanpito ei ole ehjä. Vikoja: { $count }.
cli-ledger-empty = Kirjanpidossa ei ole vielä merkintöjä.
fault-ledger-none = Kansiosta { $folder } ei löydy kirjanpitoa.
fault-ledger-key = Kirjanpidon julkinen avain ei ole oikeaa muotoa.

cli-person-unknown = Kuittikoodia ei tunneta.
cli-person-erased-before = Tiedot on poistettu { $at } (syy: { $why }).
cli-person-record = { $kind } { $id }, tallennettu { $created }, säilytetään { $due } asti
cli-person-plan = Poistettavia tietoja { $removed }, perusteella säilytettäviä { $kept }.
cli-person-erased = Poistettiin { $removed } tietoa.
fault-person-no-receipt = Anna kuittikoodi tiedostossa (--receipts) tai vakiosyötteessä, yksi riville.
fault-no-input = Vakiosyötettä tai nykyistä kansiota ei voi lukea.

cli-hold-added = Tieto säilytetään toistaiseksi tällä perusteella.
cli-hold-released = Säilytys on päättynyt. Tieto poistetaan, kun sen viimeinen päivä on ohi.
cli-hold-none = Mitään ei säilytetä erityisellä perusteella.
cli-hold-line = { $record }: { $ground }, alkaen { $since }, päättyy { $until }
fault-hold-none = Tällä tiedolla ei ole sellaista säilytyksen perustetta.

cli-simulate-line = { $day }: { $register }, { $kind } – { $count }
cli-simulate-nothing = Mitään ei poistu { $until } mennessä.
cli-simulate-end = Ennuste ei muuttanut mitään.
fault-simulate-far = Ennuste ulottuu enintään { $days } päivän päähän.

cli-doctor-notice-ok = Seloste on kunnossa.
cli-doctor-notice-bad = Selosteessa on { $count } virhettä: seloste check kertoo, mitä ne ovat.
cli-doctor-modes-ok = Tiedot, avaimet ja salaisuudet ovat vain omistajan luettavissa.
cli-doctor-modes-bad = Muutkin kuin omistaja pääsevät kohteeseen { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = Levyllä on tilaa.
cli-doctor-space-bad = Levyllä on tilaa enää { $free } Mt. Vapauta tilaa tai siirrä tiedot isommalle levylle.
cli-doctor-tls-ok = Varmenne ja sen avain ovat käyttökelpoiset.
cli-doctor-tls-none = Omaa varmennetta ei ole: edessä olevan välityspalvelimen on huolehdittava salauksesta.
cli-doctor-countries-ok = Henkilökunnan yhteyden maa voidaan päätellä.
cli-doctor-countries-bad = Palvelu on välityspalvelimen takana, mutta asetus trusted-proxies on tyhjä. Kaikki yhteydet näyttävät tulevan läheltä, joten Euroopan talousalueen ulkopuolelta tulevia ei tunnisteta.
cli-doctor-mail-ok = Sähköpostin asetukset ovat käyttökelpoiset.
cli-doctor-mail-none = Sähköpostia ei ole määritelty: vastauksia ei voi lähettää sähköpostilla.
cli-doctor-backups-ok = Varmuuskopiot tehdään joka päivä.
cli-doctor-backups-bad = Varmuuskopioita ei tehdä: lisää asetuksiin [backup] folder.
cli-doctor-open-ok = Avaimet ja tiedot aukeavat.
cli-doctor-open-running-ok = Palvelu on käynnissä ja vastaa.
cli-doctor-clock-ok = Kello käy oikein.
cli-doctor-published-ok = Julkaistu seloste on sama kuin kansiossa.
cli-doctor-published-bad = Kansion seloste eroaa julkaistusta tai sitä ei ole julkaistu: seloste publish
cli-doctor-keys-ok = Avaintiedostojen molemmat kappaleet ovat ehjät.
cli-doctor-keys-bad = Avaintiedostoissa oli vikoja ({ $mended } korjattu) tai kello on jäljessä. Tarkista levy ja kello.
cli-doctor-records-ok = Jokainen tieto on suojattu ja aukeaa omalla avaimellaan.
cli-doctor-records-bad = { $count } tietoa ei aukea avaimellaan.
cli-scan-done = Löytöjä { $count }; tavuja käytiin läpi { $bytes }.
fault-scan-short = Anna vähintään { $least } tavun pituinen teksti: lyhyempi löytyy sattumalta.
