# Texts of the checks: title (the rule), message (the finding), why, mend.

syntax-title = Teksti noudattaa KDL 2 -kieltä
syntax-message = { $what ->
        [not-utf8] tiedostossa on tavuja, jotka eivät ole UTF-8-tekstiä
        [never-closed] tätä lohkoa ei suljeta missään
        [stray-close] tälle sulkeelle ei ole avaavaa sulkua
        [endless-text] tätä tekstiä ei suljeta lainausmerkillä
        [endless-comment] tätä kommenttia ei suljeta
        [bare-word] `{ $detail }` kirjoitetaan `#{ $detail }`
       *[kdl] tätä kohtaa ei voi lukea: { $detail }
    }
syntax-why = Mitään, mitä ei voi lukea, ei voi luvata.
syntax-mend = { $what ->
        [not-utf8] Tallenna tiedosto UTF-8-muodossa.
        [never-closed] Lisää `{"}"}` lohkon loppuun.
        [stray-close] Poista sulje, tai lisää lohkon alkuun `{"{"}`.
        [endless-text] Lisää tekstin loppuun lainausmerkki.
        [endless-comment] Lisää kommentin loppuun `*/`.
        [bare-word] Kirjoita `#{ $detail }`.
       *[kdl] Kirjoita tekstit lainausmerkkeihin, ominaisuudet muodossa nimi="arvo" sekä arvot #true ja #false ristikkomerkin kanssa. Sulje jokainen teksti, lohko ja kommentti.
    }

too-large-title = Seloste pysyy koko- ja syvyysrajoissa
too-large-message = { $what ->
        [depth] sisäkkäisiä lohkoja on yli { $limit }
       *[size] tiedosto on suurempi kuin { $limit } tavua
    }
too-large-why = Rajan ansiosta mikään tiedosto ei voi pysäyttää ohjelmaa.
too-large-mend = Jaa seloste osiin tai poista tarpeeton sisäkkäisyys.

no-notice-title = Tiedostossa on täsmälleen yksi seloste
no-notice-message = { $what ->
        [two] tiedostossa on toinen seloste
       *[none] tiedostossa ei ole selostetta
    }
no-notice-why = Yksi tiedosto, yksi seloste, yksi versio.
no-notice-mend = Kirjoita kaikki yhden `notice`-lohkon sisään.

unknown-node-title = Jokainen lohko on tunnettu
unknown-node-message = { $near ->
        [nothing-near] `{ $name }` ei kuulu tähän lohkoon
       *[other] `{ $name }` ei kuulu tähän lohkoon; tarkoititko `{ $near }`?
    }
unknown-node-why = Väärin kirjoitettu lohko ei lupaisi mitään, eikä kukaan huomaisi sitä.
unknown-node-mend = Käytä tunnettua nimeä. `seloste explain notice` luettelee ne.

unknown-property-title = Jokainen ominaisuus on tunnettu
unknown-property-message = { $near ->
        [nothing-near] lohkolla `{ $inside }` ei ole ominaisuutta `{ $name }`
       *[other] lohkolla `{ $inside }` ei ole ominaisuutta `{ $name }`; tarkoititko `{ $near }`?
    }
unknown-property-why = Väärin kirjoitettu ominaisuus ei lupaisi mitään, eikä kukaan huomaisi sitä.
unknown-property-mend = Käytä tunnettua nimeä.

unknown-value-title = Sana kuuluu suljettuun luetteloon
unknown-value-message = { $near ->
        [nothing-near] `{ $name }` ei ole mikään näistä: { $known }
       *[other] `{ $name }` ei ole mikään näistä: { $known }; tarkoititko `{ $near }`?
    }
unknown-value-why = Vain sen, minkä ohjelma tuntee, se voi myös toteuttaa.
unknown-value-mend = Käytä jotakin luetelluista sanoista.

bad-value-title = Arvo on oikeaa muotoa
bad-value-message = { $wanted ->
        [flag] `{ $value }` ei ole #true eikä #false
        [quoted-number] `{ $value }` on lainausmerkeissä, joten se on teksti eikä luku
        [number] `{ $value }` ei ole kokonaisluku väliltä 1–5 000 000
        [period] `{ $value }` ei ole aika, kuten "1 month"
        [date] `{ $value }` ei ole päivä, kuten "2026-01-31"
        [year-end] `{ $value }` ei ole vuoden päivä, kuten "12-31"
        [email] `{ $value }` ei ole sähköpostiosoite
        [country] `{ $value }` ei ole kaksikirjaiminen maatunnus
        [host] `{ $value }` ei ole palvelimen nimi
       *[text] `{ $value }` ei ole teksti lainausmerkeissä
    }
bad-value-why = Arvoa, jota ei voi lukea, ei voi noudattaa eikä näyttää kenellekään.
bad-value-mend = { $wanted ->
        [flag] Kirjoita #true tai #false.
        [quoted-number] Kirjoita luku ilman lainausmerkkejä: { $value }.
        [number] Kirjoita luku ilman lainausmerkkejä ja välejä, esimerkiksi 4000.
        [period] Kirjoita aika näin: "1 month", "14 days", "2 years".
        [date] Kirjoita päivä näin: "2026-01-31".
        [year-end] Kirjoita kuukausi ja päivä näin: "12-31".
        [email] Kirjoita koko sähköpostiosoite, esimerkiksi "palaute@example.fi".
        [country] Kirjoita maan kaksikirjaiminen tunnus, esimerkiksi "FI".
        [host] Kirjoita palvelimen nimi ja tarvittaessa portti, esimerkiksi "mail.example.fi:587".
        [text] Kirjoita teksti lainausmerkkeihin.
       *[form] Kirjoita arvo näytetyssä muodossa.
    }

missing-value-title = Arvon vaativalla lohkolla on arvo
missing-value-message = lohkolta `{ $name }` puuttuu arvo
missing-value-why = Nimettömään tarkoitukseen tai tehtävään ei voi viitata.
missing-value-mend = Kirjoita arvo lohkon nimen perään.

surplus-value-title = Lohkolla ei ole ylimääräisiä arvoja
surplus-value-message = lohkolla `{ $name }` on arvo, jota mikään ei lue
surplus-value-why = Arvo, jota mikään ei lue, ei lupaa mitään.
surplus-value-mend = Poista arvo.

bad-name-title = Lyhyissä nimissä on vain pieniä kirjaimia, numeroita ja yhdysmerkkejä
bad-name-message = `{ $name }` ei kelpaa lyhyeksi nimeksi
bad-name-why = Nimistä tulee osoitteita, lupausten tunnuksia ja lomakkeen kenttiä.
bad-name-mend = Anna nimi, jossa on enintään 40 merkkiä: pieni kirjain a–z ensin, sitten a–z, 0–9 ja yhdysmerkki.

duplicate-title = Mitään ei sanota kahdesti
duplicate-message = `{ $name }` on täällä jo
duplicate-why = Kaksi ilmoitusta samasta asiasta voi olla ristiriidassa.
duplicate-mend = Jätä niistä yksi.

typed-version-title = Versio ja päiväys syntyvät julkaisussa
typed-version-message = ominaisuutta `{ $name }` ei kirjoiteta käsin
typed-version-why = Käsin kirjoitettu päiväys voi väittää selosteen uudemmaksi tai vanhemmaksi kuin se on.
typed-version-mend = Poista se. Julkaiseminen näyttää version ja päivän.

missing-language-title = Jokainen teksti on kaikilla selosteen kielillä
missing-language-message = tekstistä puuttuu kieli { $lang }
missing-language-why = Lupaus, jota lukija ei ymmärrä, ei ole läpinäkyvä.
missing-language-mend = Lisää puuttuva käännös tai poista kieli selosteen kielistä.

missing-text-title = Kaikella, mitä ihmiset lukevat, on teksti
missing-text-message = lohkolla `{ $name }` ei ole tekstiä ihmisille
missing-text-why = Pelkkä lyhyt nimi ei kerro lukijalle mitään.
missing-text-mend = Lisää teksti selosteen kielillä.

template-residue-title = Tekstissä ei ole mallipohjan jäänteitä
template-residue-message = tekstissä on täyttämätön kohta: { $found }
template-residue-why = Täyttämätön kohta kertoo lukijalle, ettei selostetta ole luettu.
template-residue-mend = Kirjoita kohtaan oikea tieto.

repealed-law-title = Tekstissä ei vedota kumottuun lakiin
repealed-law-message = tekstissä on kumotun lain sanastoa: { $found }
repealed-law-why = Henkilötietolaki kumottiin 1.1.2019. Vanha sanasto johtaa lukijan harhaan.
repealed-law-mend = Kirjoita kohta yleisen tietosuoja-asetuksen sanoin.

unique-anonymous-title = Yksilöllistä tunnistetta ei sanota anonyymiksi
unique-anonymous-message = teksti sanoo tunnistetta sekä yksilölliseksi että anonyymiksi
unique-anonymous-why = Yksilöllinen tunniste erottaa ihmisen muista, joten se ei ole anonyymi.
unique-anonymous-mend = Kirjoita "satunnainen tunniste" ja käsittele sitä henkilötietona.

no-confirmation-title = Ihmiselle kerrotaan, mitä hänen pyynnölleen tehtiin
no-confirmation-message = teksti kieltäytyy vahvistamasta, mitä pyynnölle tehtiin
no-confirmation-why = Rekisterinpitäjän on kerrottava toimista ilman aiheetonta viivytystä ja kuukauden kuluessa.
no-confirmation-mend = Kirjoita, missä ja milloin asia kerrotaan, esimerkiksi kuittisivulla.

absolute-claim-title = Teksti ei lupaa täydellistä turvaa
absolute-claim-message = teksti lupaa enemmän kuin mikään toimi voi pitää: { $found }
absolute-claim-why = Liian suuri lupaus on harhaanjohtava.
absolute-claim-mend = Sano, mitä toimia käytetään.

controller-incomplete-title = Rekisterinpitäjän nimi, osoite, sähköposti ja puhelin on annettu
controller-incomplete-message = rekisterinpitäjältä puuttuu { $item ->
        [name] nimi
        [address] postiosoite
        [email] sähköpostiosoite
       *[phone] puhelinnumero
    }
controller-incomplete-why = Ihmisen on tiedettävä, kuka hänen tietojaan käsittelee ja miten tähän saa yhteyden.
controller-incomplete-mend = Täydennä `controller`-lohko.

controller-kind-title = Rekisterinpitäjän laji on kerrottu
controller-kind-message = rekisterinpitäjän laji puuttuu
controller-kind-why = Laji ratkaisee, mitkä oikeusperusteet ovat mahdollisia ja tarvitaanko tietosuojavastaava.
controller-kind-mend = Lisää `kind`, esimerkiksi `kind="authority"`.

business-id-title = Y-tunnuksen tarkistusnumero on oikea
business-id-message = `{ $id }` ei ole oikea Y-tunnus
business-id-why = Väärä tunnus ohjaa ihmisen väärän rekisterinpitäjän luo.
business-id-mend = Tarkista tunnus: seitsemän numeroa, viiva ja tarkistusnumero.

officer-missing-title = Viranomaisella on tietosuojavastaava
officer-missing-message = viranomaisen selosteesta puuttuu tietosuojavastaava
officer-missing-why = Viranomaisen on nimitettävä tietosuojavastaava ja kerrottava tämän yhteystiedot.
officer-missing-mend = Lisää `officer`-lohko.

officer-unreachable-title = Tietosuojavastaavaan saa yhteyden
officer-unreachable-message = tietosuojavastaavalla ei ole yhteystietoja
officer-unreachable-why = Oikeuksien käyttö vaatii tien tietosuojavastaavan luo.
officer-unreachable-mend = Lisää sähköposti, osoite tai puhelin.

contact-unbound-title = Yhteyshenkilö on sidottu henkilökunnan tunnukseen
contact-unbound-message = yhteyshenkilöä ei ole sidottu tunnukseen
contact-unbound-why = Kun tunnus suljetaan, seloste huomaa, että yhteyshenkilö on poissa.
contact-unbound-mend = Lisää `contact user="tunnus"`.

register-unnamed-title = Rekisterillä on nimi
register-unnamed-message = rekisterin nimi puuttuu
register-unnamed-why = Lukijan on tiedettävä, mitä palvelua seloste koskee.
register-unnamed-mend = Lisää `register`-lohko.

review-missing-title = Selosteelle on lukuväli
review-missing-message = selosteella ei ole lukuväliä
review-missing-why = Seloste vanhenee huomaamatta, ellei sitä lueta säännöllisesti.
review-missing-mend = Lisää `review every="1 year"`.

authority-missing-title = Valvontaviranomainen on nimetty
authority-missing-message = valvontaviranomainen puuttuu
authority-missing-why = Ihmisellä on oikeus valittaa, ja hänen on tiedettävä minne.
authority-missing-mend = Lisää `authority "fi"`.

basis-missing-title = Jokaisella tarkoituksella on yksi oikeusperuste
basis-missing-message = tarkoituksella `{ $name }` ei ole oikeusperustetta
basis-missing-why = Käsittely on lainmukaista vain jollakin kuudesta perusteesta.
basis-missing-mend = Lisää `basis`.

purposes-missing-title = Selosteessa on tarkoituksia
purposes-missing-message = selosteessa ei ole yhtään tarkoitusta
purposes-missing-why = Tietoja saa käsitellä vain nimettyä tarkoitusta varten.
purposes-missing-mend = Lisää `purpose`.

consent-text-title = Suostumuksella on teksti
consent-text-message = tarkoitus `{ $name }` pyytää suostumusta, mutta ei kerro mihin
consent-text-why = Suostumus pätee vain, kun ihminen tietää, mihin hän suostuu.
consent-text-mend = Lisää tarkoitukseen `consent`-lohko.

withdrawal-missing-title = Suostumuksen voi perua
withdrawal-missing-message = oikeutta perua suostumus ei mainita
withdrawal-missing-why = Suostumuksen voi perua milloin tahansa, ja se on kerrottava.
withdrawal-missing-mend = Lisää `withdraw-consent` lohkoon `rights`.

interest-missing-title = Oikeutettu etu on nimetty
interest-missing-message = tarkoitus `{ $name }` ei kerro, mikä etu on kyseessä
interest-missing-why = Ihminen voi vastustaa käsittelyä vain, kun hän tietää edun.
interest-missing-mend = Lisää tarkoitukseen `interest`-lohko.

law-missing-title = Lakiin perustuvalla tarkoituksella on lainkohta
law-missing-message = tarkoituksella `{ $name }` ei ole lainkohtaa
law-missing-why = Lakisääteisen velvoitteen ja yleisen edun tehtävän perusta on laissa.
law-missing-mend = Lisää `law`: säädös ja pykälä.

company-public-task-title = Yhdistys, säätiö, yritys tai henkilö ei vetoa yleisen edun tehtävään ilman tehtävää
company-public-task-message = tarkoitus `{ $name }` vetoaa yleisen edun tehtävään, vaikka rekisterinpitäjä ei ole viranomainen
company-public-task-why = Muulla kuin viranomaisella on tällainen tehtävä vain, kun laki antaa sen.
company-public-task-mend = Tarkista, että laki antaa tehtävän, tai vaihda peruste, esimerkiksi: basis="legitimate-interests" ja lohko `interest`.

authority-consent-title = Viranomaisen suostumus on aidosti vapaa
authority-consent-message = lajin `{ $name }` kaikki tiedot ovat suostumuksen varassa, vaikka rekisterinpitäjä on viranomainen
authority-consent-why = Viranomaisen ja ihmisen välillä on epätasapaino, joten suostumus ei aina ole vapaa.
authority-consent-mend = Varmista, ettei kieltäytymisestä seuraa mitään, tai käytä yleisen edun tehtävää.

authority-interests-title = Viranomainen ei vetoa oikeutettuun etuun
authority-interests-message = tarkoitus `{ $name }` vetoaa oikeutettuun etuun, vaikka rekisterinpitäjä on viranomainen
authority-interests-why = Peruste ei koske viranomaisen tehtävien hoitoa.
authority-interests-mend = Käytä yleisen edun tehtävää tai lakisääteistä velvoitetta.

forbidden-declared-title = Kiellettyä käyttöä ei ole sallittu muualla, ei toisellakaan nimellä
forbidden-declared-message = tarkoitus `{ $name }` on sallittu, vaikka `{ $forbidden }` on kielletty
forbidden-declared-why = Seloste ei voi samalla luvata ja kieltää.
forbidden-declared-mend = Poista toinen. Jos ne ovat eri asioita, nimeä ja kuvaa ne niin, että ero näkyy.

purpose-unused-title = Jokaista tarkoitusta käytetään
purpose-unused-message = mikään kenttä ei palvele tarkoitusta `{ $name }`
purpose-unused-why = Tarkoitus, jota mikään ei palvele, vain hämmentää.
purpose-unused-mend = Poista tarkoitus tai merkitse se kenttiin.

purpose-unknown-title = Viitattu tarkoitus on olemassa
purpose-unknown-message = { $near ->
        [nothing-near] tarkoitusta `{ $name }` ei ole
       *[other] tarkoitusta `{ $name }` ei ole; tarkoititko `{ $near }`?
    }
purpose-unknown-why = Tuntematon tarkoitus ei salli mitään.
purpose-unknown-mend = Lisää tarkoitus tai korjaa nimi.

required-on-consent-title = Suostumukseen perustuva kenttä on vapaaehtoinen
required-on-consent-message = kenttä `{ $name }` on pakollinen, vaikka se perustuu vain suostumukseen
required-on-consent-why = Pakollinen suostumus ei ole vapaa.
required-on-consent-mend = Poista `required` tai vaihda peruste.

category-missing-title = Jokaisella kentällä on tietoryhmä
category-missing-message = kentällä `{ $name }` ei ole tietoryhmää
category-missing-why = Tietoryhmä kertoo lukijalle, millaisia tietoja kerätään.
category-missing-mend = Lisää `category`.

field-purpose-missing-title = Jokaisella kentällä on tarkoitus
field-purpose-missing-message = kenttää `{ $name }` ei käytetä mihinkään
field-purpose-missing-why = Tietoa, jolla ei ole tarkoitusta, ei saa kerätä.
field-purpose-missing-mend = Lisää `purposes` tai poista kenttä.

source-missing-title = Jokaisella tietolajilla on lähde
source-missing-message = lajin `{ $name }` lähdettä ei kerrota
source-missing-why = Ihmisellä on oikeus tietää, mistä hänen tietonsa ovat peräisin.
source-missing-mend = Lisää `from`.

source-unnamed-title = Muu lähde on nimetty
source-unnamed-message = lajin `{ $name }` muuta lähdettä ei nimetä
source-unnamed-why = Pelkkä "muu" ei kerro, mistä tiedot saadaan.
source-unnamed-mend = Lisää `source`-lohko.

keep-missing-title = Jokaisella tietolajilla on säilytysaika
keep-missing-message = lajin `{ $name }` säilytysaikaa ei kerrota
keep-missing-why = Tietoja saa säilyttää vain tarpeellisen ajan, ja se on kerrottava.
keep-missing-mend = Lisää `keep`, tai `part-of`, jos laji päättyy toisen mukana.

consequence-missing-title = Pakollisen kentän puuttumisen seuraus on kerrottu
consequence-missing-message = pakollinen kenttä `{ $name }` ei kerro, mitä sen puuttumisesta seuraa
consequence-missing-why = Ihmiselle on kerrottava, onko tieto pakko antaa ja mitä muuten seuraa.
consequence-missing-mend = Lisää kenttään `consequence`-lohko.

special-ground-title = Erityisellä tietoryhmällä on 9 artiklan peruste
special-ground-message = kenttä `{ $name }` kuuluu erityiseen tietoryhmään, mutta peruste puuttuu
special-ground-why = Terveyden, vakaumuksen ja muiden arkaluonteisten tietojen käsittely on muuten kielletty.
special-ground-mend = Lisää `ground` tai jätä tieto keräämättä.

lookup-guessable-title = Haku tehdään vain arvosta, jota ei voi arvata
lookup-guessable-message = kentän `{ $name }` arvot ovat arvattavissa
lookup-guessable-why = Avaintiivisteen voi purkaa kokeilemalla, kun vaihtoehtoja on vähän ja avain vuotaa.
lookup-guessable-mend = Poista `lookup` tai hae muulla kentällä.

part-of-unknown-title = Laji päättyy sellaisen lajin mukana, joka on olemassa
part-of-unknown-message = laji `{ $name }` ei voi olla osa lajia `{ $whole }`
part-of-unknown-why = Muuten kukaan ei tiedä, milloin tiedot poistetaan.
part-of-unknown-mend = Viittaa toiseen lajiin, jolla on oma säilytysaika.

keep-twice-title = Lajilla on vain yksi säilytysaika
keep-twice-message = lajilla `{ $name }` on sekä oma aika että toisen lajin aika
keep-twice-why = Kahdesta eri ajasta lukija ei tiedä, kumpi pätee.
keep-twice-mend = Poista `keep` tai `part-of`.

service-empty-title = Palvelu kertoo, mitä se kerää
service-empty-message = palvelu `{ $name }` ei kerro, mitä se kerää
service-empty-why = Palvelu, joka ei kerää mitään, ei tarvitse selostetta; muut kertovat keräämänsä.
service-empty-mend = Lisää `collect` ja sen kentät.

engine-undeclared-title = Ohjelman itse tekemät tiedot on kerrottu
engine-undeclared-message = palvelu `{ $name }` puuttuu, vaikka ohjelma käsittelee sen tietoja aina
engine-undeclared-why = Henkilökunnan tunnukset ja tietosuojapyynnöt ovat henkilötietoja siinä missä muutkin.
engine-undeclared-mend = Liitä ehdotettu rivi selosteeseen. Ohjelma tuo palvelun tiedot valmiina; mitä kirjoitat riville lohkoksi, menee toimitetun edelle.

choice-mismatch-title = Valintakentällä on vaihtoehdot, muilla ei
choice-mismatch-message = kentän `{ $name }` tyyppi ja vaihtoehdot eivät sovi yhteen
choice-mismatch-why = Valinta ilman vaihtoehtoja ei hyväksy mitään arvoa.
choice-mismatch-mend = Lisää `choice`-lohkot tai vaihda tyyppi.

period-absurd-title = Säilytysaika on ihmisen mitoissa
period-absurd-message = lajin `{ $name }` säilytysaika { $period } ei ole mielekäs
period-absurd-why = Nolla tai yli sata vuotta on kirjoitusvirhe, ei lupaus.
period-absurd-mend = Kirjoita todellinen aika.

keep-below-sweep-title = Säilytysaika on pidempi kuin poistojen väli
keep-below-sweep-message = laji `{ $name }` luvataan poistaa { $period } kuluttua, mutta poistot ajetaan { $sweep } välein
keep-below-sweep-why = Lupaus, joka on lyhyempi kuin poistojen väli, ei voi pitää.
keep-below-sweep-mend = Pidennä säilytysaikaa tai tihennä väliä `operations sweep`.

backups-outlive-title = Varmuuskopiot eivät elä tietoja kauemmin
backups-outlive-message = varmuuskopiot elävät { $backups }, mutta laji `{ $name }` vain { $period }
backups-outlive-why = Salattu kopio jää levylle, vaikka sen avain on tuhottu. Lukijalle on kerrottava todellinen aika.
backups-outlive-mend = Lyhennä `operations backups` enintään säilytysajan mittaiseksi.

operations-silent-title = Lokien ja varmuuskopioiden ajat on kerrottu
operations-silent-message = selosteessa ei kerrota, kauanko lokit ja varmuuskopiot elävät
operations-silent-why = Todellinen säilytysaika on luvattu aika ja näiden ajat yhteensä.
operations-silent-mend = Lisää `operations` ja sen ajat.

erase-missing-title = Poistopyynnön aika on kerrottu
erase-missing-message = laji `{ $name }` ei kerro, kuinka nopeasti se poistetaan pyynnöstä
erase-missing-why = Ilman omaa lupausta pätee lain enimmäisaika, yksi kuukausi.
erase-missing-mend = Lisää `erase-on-request within`.

erase-slow-title = Poistopyyntö toteutetaan kuukauden kuluessa
erase-slow-message = lajin `{ $name }` poisto voi kestää { $period }, yli kuukauden
erase-slow-why = Pyyntöön on vastattava ilman aiheetonta viivytystä ja viimeistään kuukaudessa. Helmikuussa 30 päivää on yli kuukausi.
erase-slow-mend = Kirjoita enintään yksi kuukausi, mieluummin muutama päivä.

erase-empty-title = Poistopyyntö vie vähemmän aikaa kuin tavallinen poisto
erase-empty-message = lajin `{ $name }` poisto pyynnöstä kestää yhtä kauan kuin tavallinen poisto
erase-empty-why = Oikeus on tyhjä, jos tiedot katoavat joka tapauksessa yhtä pian.
erase-empty-mend = Lupaa poistaa pyynnöstä muutamassa päivässä.

role-idle-title = Jokaisella tehtävällä on tarkoitus ja toimia
role-idle-message = tehtävä `{ $name }` ei saa tehdä mitään
role-idle-why = Tehtävä, joka ei anna mitään oikeutta, on luultavasti kesken.
role-idle-mend = Lisää `purposes` ja `may`.

kind-unreadable-title = Jokaista tietolajia voi jokin tehtävä lukea
kind-unreadable-message = mikään tehtävä ei saa lukea lajia `{ $name }`
kind-unreadable-why = Tietoa, jota kukaan ei saa lukea, ei tarvita eikä siitä voi vastata.
kind-unreadable-mend = Anna jollekin tehtävälle `read` ja lajin tarkoitus.

duty-unassigned-title = Jokaisella tehtävällä on tekijä
duty-unassigned-message = kukaan ei saa { $duty ->
        [decide-requests] ratkaista tietosuojapyyntöjä
        [manage-users] hallita käyttäjätunnuksia
        [publish] julkaista selostetta
       *[attest] vahvistaa todistettavia toimia
    }
duty-unassigned-why = Tehtävä, joka ei kuulu kenellekään, jää tekemättä.
duty-unassigned-mend = Lisää toimi jonkin tehtävän `may`-luetteloon.

cookies-silent-title = Evästeet on kerrottu
cookies-silent-message = evästeistä ei kerrota mitään
cookies-silent-why = Käyttäjälle on kerrottava, mitä hänen laitteelleen tallennetaan ja miksi.
cookies-silent-mend = Lisää `cookies` ja sen evästeet, tai `cookies none`.

session-cookie-title = Kirjautumisen eväste on kerrottu
session-cookie-message = kirjautumisen evästettä `__Host-session` ei ole kerrottu
session-cookie-why = Henkilökunta ei voi kirjautua ilman evästettä, joten se on käytössä.
session-cookie-mend = Lisää `necessary "__Host-session"`.

session-idle-title = Käyttämätön istunto päättyy ennen muita
session-idle-message = evästeen `{ $name }` aika `idle`, { $period }, ei sovi siihen
session-idle-why = Auki jäänyt kone ei saa päästää muita tietoihin, eikä seloste saa luvata aikaa, jota mikään ei noudata.
session-idle-mend = Anna evästeelle `__Host-session` `idle`, joka on lyhyempi kuin `keep`, äläkä anna sitä muille.

staff-lookup-title = Henkilökunnan yhteystiedoilla ei etsitä ketään
staff-lookup-message = kentällä `{ $name }` voi etsiä henkilökuntaa
staff-lookup-why = Osoitteella löydetylle lähetetään linkki, eikä postilaatikko saa korvata salasanaa ja toista tunnistustapaa.
staff-lookup-mend = Poista kentästä `lookup=#true`.

cookie-name-title = Evästeen nimi kelpaa selaimelle
cookie-name-message = `{ $name }` ei kelpaa evästeen nimeksi
cookie-name-why = Selain hylkää nimen, joten kerrottu eväste ei voi olla se, joka asetetaan.
cookie-name-mend = Käytä kirjaimia, numeroita, yhdysmerkkiä ja alaviivaa.

cookie-without-consent-title = Muuhun kuin välttämättömään evästeeseen pyydetään suostumus
cookie-without-consent-message = evästeeseen `{ $name }` ei pyydetä suostumusta
cookie-without-consent-why = Vain palvelulle välttämättömät evästeet saa asettaa ilman suostumusta.
cookie-without-consent-mend = Lisää suostumukseen perustuva tarkoitus tai poista eväste.

cookie-long-title = Eväste ei elä tarpeettoman kauan
cookie-long-message = eväste `{ $name }` elää { $period }, yli 13 kuukautta
cookie-long-why = Pitkäikäinen eväste on vaikea perustella.
cookie-long-mend = Lyhennä aikaa.

cookie-party-title = Muun tahon eväste kuuluu kerrotulle vastaanottajalle
cookie-party-message = evästeen `{ $name }` asettajaa `{ $party }` ei ole vastaanottajissa
cookie-party-why = Joka asettaa evästeen, saa myös tietoja.
cookie-party-mend = Lisää taho lohkoon `recipients`.

analytics-silent-title = Kävijätilastoista kerrotaan
analytics-silent-message = kävijätilastoista ei kerrota mitään
analytics-silent-why = Lukija haluaa tietää, seurataanko käyntejä.
analytics-silent-mend = Lisää `analytics none` tai kerro, mitä lasketaan.

analytics-keep-title = Kävijätilastoilla on säilytysaika
analytics-keep-message = kävijätilastoilla ei ole säilytysaikaa
analytics-keep-why = Myös tilastojen raakatiedoilla on oltava loppu.
analytics-keep-mend = Lisää `keep`.

analytics-consent-title = Käyntejä yhdistävä tilasto käyttää kerrottua evästettä
analytics-consent-message = käyntien yhdistäminen vaatii evästeen, jota ei ole kerrottu
analytics-consent-why = Käyntejä ei voi yhdistää ilman evästettä, ja siihen tarvitaan suostumus.
analytics-consent-mend = Lisää `optional`-eväste ja suostumus, tai käytä `mode="counts"`.

analytics-tool-title = Kerrottu tilastotyökalu on se, joka on käytössä
analytics-tool-message = seloste sanoo työkaluksi `{ $tool }`, mutta käytössä on `seloste`
analytics-tool-why = Lukijalle on kerrottava työkalu, joka todella kerää tiedot.
analytics-tool-mend = Kirjoita `tool="seloste"`.

analytics-signals-title = Tilasto kunnioittaa selaimen kieltosignaaleja
analytics-signals-message = tilasto ei kunnioita signaalia { $signal }
analytics-signals-why = Do Not Track on poistunut useista selaimista; Global Privacy Control on sen seuraaja.
analytics-signals-mend = Kirjoita `honour="dnt gpc"`.

recipients-silent-title = Tietojen vastaanottajat on kerrottu
recipients-silent-message = tietojen vastaanottajista ei kerrota mitään
recipients-silent-why = Ihmisen on tiedettävä, kuka hänen tietonsa saa.
recipients-silent-mend = Lisää `recipients` tai `recipients none`.

transfers-silent-title = Siirroista Euroopan talousalueen ulkopuolelle kerrotaan
transfers-silent-message = siirroista Euroopan talousalueen ulkopuolelle ei kerrota mitään
transfers-silent-why = Ihmisen on tiedettävä, lähtevätkö hänen tietonsa alueelta.
transfers-silent-mend = Lisää `transfers none` tai siirrot.

transfer-contradiction-title = Kun siirtoja ei ole, jokainen vastaanottaja on Euroopan talousalueella
transfer-contradiction-message = vastaanottaja `{ $name }` on maassa { $country }, vaikka siirtoja luvataan olevan nolla
transfer-contradiction-why = Lupaus ja vastaanottajat ovat ristiriidassa.
transfer-contradiction-mend = Vaihda vastaanottaja tai kerro siirto ja sen peruste.

contract-missing-title = Käsittelijän kanssa on sopimus
contract-missing-message = käsittelijän `{ $name }` sopimuksen päivä puuttuu
contract-missing-why = Käsittelijä saa käsitellä tietoja vain sopimuksen nojalla.
contract-missing-mend = Lisää `contract` ja sopimuksen päivä.

tool-unlisted-title = Tekstissä mainittu tuote on vastaanottajien luettelossa
tool-unlisted-message = tekstissä mainitaan `{ $name }`, mutta sitä ei ole vastaanottajissa
tool-unlisted-why = Se, jonka järjestelmässä tiedot ovat, on vastaanottaja, vaikka hänet mainittaisiin vain ohimennen.
tool-unlisted-mend = Lisää palvelun tarjoaja lohkoon `recipients` (maa, sopimuksen päivä ja tarvittaessa `products`), tai jätä nimi pois.

contract-over-title = Käsittelijän sopimus on voimassa
contract-over-message = käsittelijän `{ $name }` sopimus päättyi { $date }
contract-over-why = Kun sopimus on päättynyt, käsittelijä ei saa enää käsitellä tietoja.
contract-over-mend = Uusi sopimus ja kirjoita sen uusi viimeinen päivä, tai poista käsittelijä.

country-missing-title = Vastaanottajan maa on kerrottu
country-missing-message = vastaanottajan `{ $name }` maa puuttuu
country-missing-why = Ilman maata kukaan ei voi arvioida siirtoja.
country-missing-mend = Lisää `country`.

transfer-unknown-title = Siirto koskee kerrottua vastaanottajaa alueen ulkopuolella
transfer-unknown-message = siirto vastaanottajalle `{ $name }` ei koske kerrottua vastaanottajaa Euroopan talousalueen ulkopuolella
transfer-unknown-why = Siirto ja vastaanottajat kertovat samasta asiasta, joten niiden on täsmättävä.
transfer-unknown-mend = Korjaa nimi tai maa, tai poista siirto.

transfer-undeclared-title = Jokainen siirto alueen ulkopuolelle on kerrottu
transfer-undeclared-message = vastaanottaja `{ $name }` on maassa { $country }, mutta siirtoa ei kerrota
transfer-undeclared-why = Siirrosta on kerrottava ja sillä on oltava peruste.
transfer-undeclared-mend = Lisää `transfer` lohkoon `transfers`.

transfer-mechanism-title = Siirrolla on peruste
transfer-mechanism-message = siirrolla vastaanottajalle `{ $name }` ei ole { $item ->
        [country] maata
       *[mechanism] perustetta
    }
transfer-mechanism-why = Siirto on lainmukainen vain, kun jokin V luvun perusteista täyttyy.
transfer-mechanism-mend = Lisää `country` ja `mechanism`.

measures-missing-title = Perussuojaus on luvattu
measures-missing-message = selosteessa ei luvata { $measure ->
        [encrypted-at-rest] tallennettujen tietojen salausta
        [encrypted-in-transit] yhteyden salausta
       *[access-log] katselun lokia
    }
measures-missing-why = Ohjelma tekee tämän joka tapauksessa. Luvattuna se myös tarkistetaan ja näytetään.
measures-missing-mend = Lisää toimi `measure`-lohkoon.

attest-incomplete-title = Vahvistuksella on antaja ja väli
attest-incomplete-message = vahvistukselta `{ $name }` puuttuu { $item ->
        [by] antaja
       *[every] väli
    }
attest-incomplete-why = Sana, jota kukaan ei anna tai joka ei vanhene, ei todista mitään.
attest-incomplete-mend = Lisää `by` ja `every`.

attest-role-title = Vahvistuksen antaja on tehtävä, joka saa vahvistaa
attest-role-message = tehtävä `{ $role }` ei ole olemassa tai ei saa vahvistaa
attest-role-why = Vahvistus jää antamatta, jos kukaan ei voi antaa sitä.
attest-role-mend = Korjaa nimi tai lisää tehtävälle `attest`.

hosting-unattested-title = Palvelintilan suojauksen vahvistaa ihminen
hosting-unattested-message = kukaan ei vahvista palvelintilan suojausta
hosting-unattested-why = Ohjelma ei näe ovia eikä lukkoja. Jonkun on vastattava niistä.
hosting-unattested-mend = Lisää `attest "hosting-physical"`.

right-missing-title = Jokaiselle kuuluvat oikeudet on kerrottu
right-missing-message = selosteesta puuttuu oikeus { $right ->
        [access] nähdä tietonsa
        [rectification] korjata tietonsa
        [erasure] saada tietonsa poistetuiksi
        [restriction] rajoittaa käsittelyä
       *[complaint] valittaa viranomaiselle
    }
right-missing-why = Nämä oikeudet kuuluvat jokaiselle, ja niistä on kerrottava.
right-missing-mend = Lisää oikeus lohkoon `rights`.

objection-missing-title = Oikeus vastustaa käsittelyä on kerrottu
objection-missing-message = oikeutta vastustaa käsittelyä ei kerrota
objection-missing-why = Se kuuluu ihmiselle, kun peruste on yleisen edun tehtävä tai oikeutettu etu, ja suoramarkkinoinnissa ja tutkimuksissa perusteesta riippumatta.
objection-missing-mend = Lisää `objection` lohkoon `rights`.

portability-missing-title = Oikeus siirtää tiedot on kerrottu
portability-missing-message = oikeutta siirtää tiedot ei kerrota
portability-missing-why = Se kuuluu ihmiselle, kun peruste on suostumus tai sopimus.
portability-missing-mend = Lisää `portability` lohkoon `rights`.

right-slow-title = Oikeus toteutetaan kuukauden kuluessa
right-slow-message = oikeuden luvattu aika { $period } voi ylittää kuukauden
right-slow-why = Pyyntöön on vastattava ilman aiheetonta viivytystä ja viimeistään kuukaudessa.
right-slow-mend = Kirjoita enintään yksi kuukausi.

target-slow-title = Tavoiteaika on luvattua aikaa lyhyempi
target-slow-message = tavoiteaika { $period } ei ole lyhyempi kuin luvattu aika { $promised }
target-slow-why = Tavoitteesta varoitetaan, jotta luvattu aika pitää. Yhtä pitkästä tavoitteesta ei ole siihen apua.
target-slow-mend = Lyhennä kohtaa `target`, tai jätä se pois.

decisions-silent-title = Automaattisista päätöksistä kerrotaan
decisions-silent-message = automaattisista päätöksistä ei kerrota mitään
decisions-silent-why = Ihmisen on tiedettävä, päättääkö kone hänen asioistaan.
decisions-silent-mend = Lisää `automated-decisions none` tai päätökset.

decision-right-title = Automaattisen päätöksen voi saada ihmisen käsiteltäväksi
decision-right-message = automaattisia päätöksiä tehdään, mutta oikeutta ihmisen käsittelyyn ei kerrota
decision-right-why = Ihmisellä on oikeus vaatia, että ihminen käsittelee asian.
decision-right-mend = Lisää `no-automated-decision` lohkoon `rights`.

criterion-review-title = Säilytyksen kriteeri tarkistetaan vähintään kahden vuoden välein
criterion-review-message = lajin `{ $name }` kriteeri tarkistetaan vain { $period } välein
criterion-review-why = Kriteeri ilman tiheää tarkistusta on käytännössä ikuinen.
criterion-review-mend = Lyhennä `review`.

erase-contradiction-title = Poistamiselle luvataan yksi aika
erase-contradiction-message = lajin `{ $name }` poisto voi kestää { $period }, vaikka oikeus lupaa sen ajassa { $promised }
erase-contradiction-why = Jos seloste kertoo samalle poistolle kaksi aikaa, toinen lupaus ei pidä.
erase-contradiction-mend = Kirjoita sama aika kohtiin `erase-on-request` ja `erasure within`, tai lupaa oikeudessa pidempi aika.

time-in-text-title = Tekstiin kirjoitettu aika on sama kuin sen vieressä ilmoitettu
time-in-text-message = tekstissä sanotaan { $told }, mutta ilmoitettu aika on { $declared }
time-in-text-why = Ihmiset lukevat tekstin ja ohjelma noudattaa ilmoitettua aikaa. Jos ne eroavat, toinen ei ole totta.
time-in-text-mend = Kirjoita sama aika tekstiin ja ominaisuuteen. Vain ajat oikeuksien ja evästeiden teksteissä verrataan; muun tekstin tarkistaa ihminen.

authority-law-title = Muu kuin viranomainen ei vetoa viranomaisia koskevaan lakiin
authority-law-message = tarkoitus `{ $name }` vetoaa lakiin { $act }, joka koskee viranomaisia
authority-law-why = Tällainen laki ei velvoita eikä oikeuta yhdistystä, säätiötä, yritystä tai yksityishenkilöä.
authority-law-mend = Nimeä laki, joka koskee sinua, tai vaihda peruste. Jos hoidat julkista hallintotehtävää, tarkista, että laki antaa sen sinulle.

program-differs-title = Seloste kertoo sen, mitä ohjelma tuntee ja tarvitsee
program-differs-message = { $what ->
    [service] ohjelmassa ei ole palvelua `{ $name }`: poista se
    [taken] lajin nimi `{ $name }` on ohjelman oma: valitse toinen
    [kind] palvelu ei kerää lajia `{ $name }`: poista se
    [field] ohjelma ei tunne kenttää `{ $name }`: poista se
    [needed-field] ohjelma ei toimi ilman kenttää `{ $name }`: lisää se
    [needed-kind] ohjelma ei toimi ilman lajia `{ $name }`: lisää se
   *[event] ohjelma ei tunne tapahtumaa `{ $name }`: valitse toinen
} (ohjelma tuntee: { $known })
program-differs-why = Mitä ohjelma ei tunne, sitä se ei voi kerätä, säilyttää eikä poistaa. Seloste lupaisi tyhjää.
program-differs-mend = Käytä vain nimiä, jotka ohjelma tuntee. Tekstit, ajat, tarkoitukset, roolit ja vapaaehtoiset kentät ovat sinun päätettävissäsi; uusi kenttä tai laji vaatii ohjelmointia.

as-delivered-title = Seloste kertoo omasta organisaatiosta
as-delivered-message = tässä on vielä valmiin selosteen keksityn organisaation tietoja: { $found }
as-delivered-why = Ihmiset kääntyisivät sellaisen puoleen, jota ei ole, eikä kukaan vastaisi heidän tiedoistaan.
as-delivered-mend = Kirjoita näihin kohtiin oman organisaatiosi tiedot. Poista käsittelijä, jota sinulla ei ole.

hidden-character-title = Selosteessa ei ole näkymättömiä merkkejä
hidden-character-message = tässä on merkki, jota ei näe: { $found }
hidden-character-why = Näkymätön merkki voi saada lukijan näkemään muuta kuin mitä selosteessa lukee.
hidden-character-mend = Poista merkki. Kirjoita teksti tarvittaessa käsin uudelleen.

# Second places of a finding.
note-first-here = ensimmäinen on täällä
note-also-invented = keksittyä on täälläkin
note-forbidden-here = kielto on täällä
note-right-here = aika luvataan täällä
note-sweep-here = poistojen väli on täällä
note-backups-here = varmuuskopioiden aika on täällä
note-none-here = täällä luvataan, ettei siirtoja ole

# Words of the report itself.
report-law = Laki
report-looked-up = tarkistettu { $day }
report-not-looked-up = tarkistamatta
report-sure = varma
report-likely = todennäköinen
report-unsure = epävarma
report-paste = Liitä selosteeseen:
report-clean = Ei huomautettavaa.
report-more = … ja { $count } muuta. Kaikki saat komennolla --format json.
report-places = Samaa on { $count } muussakin kohdassa. --format json luettelee ne kaikki.
report-total = { $errors } { $error-form ->
    [one] virhe
   *[many] virhettä
}, { $warnings } { $warning-form ->
    [one] varoitus
   *[many] varoitusta
}

promise-uncovered-title = Jokaisella lupauksella on katteensa
promise-uncovered-message = lupausta `{ $name }` ei pidä mikään eikä kukaan vastaa siitä
promise-uncovered-why = Lause, jota mikään ei pidä ja josta kukaan ei vastaa, on koriste.
promise-uncovered-mend = Käytä toimea, oikeutta tai viranomaista, jonka ohjelma tuntee, kerro vastuu kohdassa `attest` (lokista `attest "logs"`) tai merkitse lause kohtaan `statement`.

floor-unclear-title = Lain säilytysvelvollisuus nimeää kentät ja tapahtuman
floor-unclear-message = { $what ->
        [field] säilytysvelvollisuus `{ $name }` nimeää kentän `{ $field }`, jota lajilla ei ole
        [event] säilytysvelvollisuus `{ $name }` alkaa tapahtumasta `{ $event }`, joka ei ole tallennus eikä kohdan `keep` tapahtuma
       *[none] säilytysvelvollisuus `{ $name }` ei nimeä yhtään kenttää
    }
floor-unclear-why = Se, minkä säilyttämiselle ei näy loppua, säilytetään ikuisesti.
floor-unclear-mend = Nimeä lajin kentät kohdassa `fields` ja tallennus tai kohdan `keep` tapahtuma kohdassa `from`.

floor-without-duty-title = Lain nojalla säilytettävällä kentällä on lakisääteinen tarkoitus
floor-without-duty-message = kenttä `{ $name }` säilytetään perusteella `{ $ground }`, mutta mikään sen tarkoitus ei perustu lakisääteiseen velvoitteeseen
floor-without-duty-why = Tieto, joka ei palvele lain velvoitetta, kuuluu poistaa pyynnöstä.
floor-without-duty-mend = Anna kentälle tarkoitus, jonka `basis` on `legal-obligation`, tai jätä kenttä pois.

hold-unclear-title = Poiston este tunnetaan valintakentän arvoista
hold-unclear-message = esteen `{ $name }` kenttä `{ $field }` ei ole valinta, jolla olisi arvo `{ $value }`
hold-unclear-why = Ohjelma aloittaa ja päättää esteen itse vain, kun suljettu luettelo kertoo milloin.
hold-unclear-mend = Nimeä kohdassa `field` kenttä, jonka tyyppi on `choice`, ja kohdassa `is` sen arvoja.

shared-end-title = Yhdessä kirjoitetulla on jokaisen oma loppu
shared-end-message = yhteiseltä lajilta `{ $name }` puuttuu `part-of` tai oma `keep`
shared-end-why = Toisen ihmisen teksti ei saa kadota muiden mukana eikä jäädä ikuisesti.
shared-end-mend = Kirjoita `shared`-lajille `part-of` ja oma `keep`.

cooling-off-long-title = Harkinta-aika mahtuu poistolle luvattuun aikaan
cooling-off-long-message = harkinta-aika { $period } voi olla pidempi kuin poistolle luvattu { $promised }
cooling-off-long-why = Luvattua pidempi odotus rikkoo lupauksen.
cooling-off-long-mend = Lyhennä kohtaa `cooling-off` tai lupaa enemmän aikaa, enintään kuukausi.

attest-about-title = Käsittelijää koskeva vahvistus koskee käsittelijää, joka on selosteessa
attest-about-message = vahvistus `{ $name }` koskee käsittelijää `{ $about }`, jota kohdassa `recipients` ei ole
attest-about-why = Sopimusta tai toimea ei voi vahvistaa sellaisen kanssa, jota ei käytetä.
attest-about-mend = { $near ->
        [nothing-near] Poista vahvistus, jos käsittelijää ei enää ole. Muuten kirjoita kohtaan `about` käsittelijän nimi.
       *[near] Poista vahvistus, jos käsittelijää ei enää ole. Tarkoititko muuten `{ $near }`?
    }

service-unknown-title = Palvelu on jokin ohjelman palveluista, tai siitä kerrotaan, mikä sitä ajaa
service-unknown-message = { $near ->
    [no-text] palvelulla `{ $name }` ei ole nimeä ihmisille
    [not-ready-made] palvelua `{ $name }` ei saa valmiina; valmiina ovat { $ready }
    [nothing-near] ohjelmassa ei ole palvelua `{ $name }`, eikä mikään kerro, mikä sitä ajaa; ohjelmassa ovat { $known }
   *[other] ohjelmassa ei ole palvelua `{ $name }`, eikä mikään kerro, mikä sitä ajaa; tarkoititko `{ $near }`?
}
service-unknown-why = Mitä mikään ei aja, se ei kerää mitään. Seloste lupaisi tyhjää.
service-unknown-mend = Käytä ohjelman palvelun nimeä. Jos kyse on henkilökunnan pitämästä rekisteristä, kirjoita nimen perään `runs="records"` ja lohkoon rekisterin nimi ihmisille.

use-undeclared-title = Markkinointi ja tutkimukset on nimetty sellaisiksi
use-undeclared-message = tarkoitus `{ $name }` kertoo käytöstä `{ $use }`, mutta ei ilmoita sitä
use-undeclared-why = Ohjelma jättää suoramarkkinoinnista tai tutkimuksista kieltäytyneen heti pois vain, jos seloste sanoo, mitkä tarkoitukset niitä ovat.
use-undeclared-mend = Lisää tarkoitukseen `use="direct-marketing"` tai `use="market-research"`. Jos tarkoitus on jotakin muuta, kuvaa se niin, että ero näkyy.

use-basis-title = Suoramarkkinointi ei perustu sopimukseen eikä velvoitteeseen
use-basis-message = tarkoitus `{ $name }` on suoramarkkinointia, joka ei voi perustua sopimukseen, lakisääteiseen velvoitteeseen eikä elintärkeään etuun
use-basis-why = Mikään sopimus tai velvoite ei vaadi suoramarkkinointia.
use-basis-mend = Anna tarkoitukselle sen todellinen peruste, yleensä `consent` tai `legitimate-interests`, tai jätä markkinointi pois.

told-once-title = Laki ja sanoja sisältävä osoite kerrotaan selosteen jokaisella kielellä
told-once-message = `{ $name }` on kirjoitettu vain yhdellä kielellä: puuttuu { $langs }
told-once-why = Toisen kielen lukija ei tunne lakia eikä toimipistettä sen nimellä tällä kielellä.
told-once-mend = Kirjoita teksti jokaisella kielellä, esimerkiksi `law {"{"} fi "…"; sv "…"; en "…" {"}"}` tarkoituksen sisään.

address-unused-title = Sähköpostiosoite kysytään vain, kun siihen voi lähettää
address-unused-message = kentän `{ $name }` osoitteeseen ei voi lähettää mitään: selosteessa ei ole sähköpostin välittäjää
address-unused-why = Osoite, johon mitään ei voi lähettää, on turha tieto, ja sen kysyminen lupaa vastauksen sähköpostilla. Lomake ei kysy sitä, ennen kuin posti on käytössä.
address-unused-mend = Kerro sähköpostin välittäjä kohdassa `recipients` ja sen palvelin kohdassa `host`. Jos postia ei tule, poista kenttä ja se, mitä teksteissä siitä sanotaan.

kind-by-name-title = Yhdistys, yritys tai säätiö ei ole viranomainen
kind-by-name-message = rekisterinpitäjän `{ $name }` laji on `authority`, mutta nimi kertoo, että se on `{ $kind }`
kind-by-name-why = Laji ratkaisee, mitkä käsittelyn perusteet ovat käytettävissä ja koskeeko toimintaa asiakirjojen julkisuus.
kind-by-name-mend = Kirjoita kohtaan `kind` oikea laji ja tarkista sitten tarkoitusten perusteet. Jos nimi johtaa harhaan, varoituksesta ei tarvitse välittää.

recipient-unclear-title = Vastaanottajan tiedot ja perusteet ovat yksiselitteiset
recipient-unclear-message = vastaanottajan `{ $name }` kohtaa `{ $value }` ei ole tai se puuttuu
recipient-unclear-why = Ohjelma ei luovuta mitään säännöllä, jota se ei voi noudattaa.
recipient-unclear-mend = Nimeä kohdassa `gets` tietolaji ja sen kenttiä, jotka seloste kertoo. Anna ryhmälle (`class`) sen perusteet kohdassa `grounds`.

approval-unclear-title = Luovutuksesta voi kirjata sen, mitä luvataan
approval-unclear-message = vastaanottajan `{ $name }` luovutuksista ei voi kirjata, mitä luvataan: lajissa `disclosure` ei ole kenttää `{ $value }`
approval-unclear-why = Luovutus jäisi odottamaan tietoa, jota ei voi kirjata mihinkään.
approval-unclear-mend = Lisää kenttä lajiin `disclosure`. Valmiissa palvelussa `service "rights" ready-made=#true` se on.

curly-quotes-title = Tekstit ovat suorissa lainausmerkeissä
curly-quotes-message = `{ $found }` alkaa kaarevalla lainausmerkillä, joka jäisi osaksi tekstiä
curly-quotes-why = Tekstinkäsittelyohjelmat ja puhelimet kirjoittavat kaarevia lainausmerkkejä. Selostekieli tuntee vain suorat.
curly-quotes-mend = Kirjoita tekstin ympärille suorat lainausmerkit: "…".

decision-unclear-title = Automaattinen päätös asettaa yhden lajin yhden valinnan
decision-unclear-message = { $what ->
        [no-kind] päätös `{ $name }` ei kerro, minkä lajin tiedoista päätetään
        [no-field] päätös `{ $name }` ei kerro, missä kentässä ratkaisu on
        [kind] päätöksen `{ $name }` laji `{ $value }` ei ole minkään `runs="records"`-palvelun laji
        [field] päätöksen `{ $name }` kenttä `{ $value }` ei ole lajin valintakenttä
        [twice] päätös `{ $name }` asettaa kentän `{ $value }`, jonka toinen päätös jo asettaa
       *[uses] päätös `{ $name }` katsoo kenttää `{ $value }`, jota lajilla ei ole
    }
decision-unclear-why = Ohjelma voi pitää päätöksestä kiinni ja näyttää sen ihmiselle vain, kun se tietää, missä ratkaisu on.
decision-unclear-mend = { $near ->
        [nothing-near] Nimeä kohdassa `kind` `runs="records"`-palvelun laji, kohdassa `field` sen `choice`-kenttä ja kohdassa `uses` sen kenttiä. Yhtä kenttää kohti on yksi päätös.
       *[near] Tarkoititko `{ $near }`?
    }

decision-basis-title = Automaattinen päätös kertoo, mikä sen sallii
decision-basis-message = { $what ->
        [none] päätös `{ $name }` ei kerro, mikä sen sallii
        [no-law] päätös `{ $name }` ei nimeä lakia, joka sen sallii
        [contract] päätös `{ $name }` perustuu sopimukseen, mutta mikään kentän `{ $field }` tarkoitus ei
        [consent] päätös `{ $name }` perustuu suostumukseen, mutta kaikki kentän `{ $field }` tarkoitukset eivät
       *[law] päätös `{ $name }` perustuu lakiin, mutta mikään kentän `{ $field }` tarkoitus ei
    }
decision-basis-why = Ohjelma saa päättää ihmisestä vain, kun sopimus edellyttää sitä, laki sallii sen tai ihminen on nimenomaisesti suostunut.
decision-basis-mend = Lisää `basis` ja anna kentälle tarkoitus, joka perustuu samaan: `contract`; `law`, jolloin nimeät lain; `consent` kaikille tarkoituksille. Muuten päätöksen tekee ihminen.

decision-special-title = Automaattinen päätös ei katso arkaluonteisia tietoja
decision-special-message = päätös `{ $name }` katsoo arkaluonteista kenttää `{ $field }`
decision-special-why = Ohjelma saa katsoa terveyttä, vakaumusta ja muita arkaluonteisia tietoja vain nimenomaisella suostumuksella tai tärkeän yleisen edun vuoksi.
decision-special-mend = Nimeä kohdassa `uses`, mitä päätös katsoo, ilman tätä kenttää, tai kerää kenttä perusteella `explicit-consent` tai `public-interest`.

decision-review-title = Se, josta ohjelma on päättänyt, voi pyytää ihmistä katsomaan päätöstä
decision-review-message = päätöksiä tekee ohjelma, mutta pyyntölomakkeella ei ole valintaa `{ $name }`
decision-review-why = Oikeus saada ihminen katsomaan päätöstä on tyhjä, jos sitä ei voi pyytää.
decision-review-mend = Lisää lajin `rights-request` kenttään `type` valinta `choice "human-review"`.

anonymise-unclear-title = Lukuina jäävä on lajin valintoja ja lukuja
anonymise-unclear-message = { $what ->
        [sum] lajin `{ $name }` kohta `sum` nimeää kentän `{ $field }`, joka ei ole lajin lukukenttä
       *[by] lajin `{ $name }` kohta `by` nimeää kentän `{ $field }`, joka ei ole lajin valinta
    }
anonymise-unclear-why = Ohjelma voi laskea vain sen, minkä suljettu luettelo tai luku kertoo.
anonymise-unclear-mend = Nimeä kohdassa `by` kenttiä, joiden tyyppi on `choice` tai `flag`, ja kohdassa `sum` kenttiä, joiden tyyppi on `number`.

anonymise-identifies-title = Yksikään luku ei johda henkilöön
anonymise-identifies-message = { $what ->
        [lookup] lajista `{ $name }` jäisi lukuihin kenttä `{ $field }`, jolla tietoja haetaan
        [consent] lajista `{ $name }` jäisi lukuihin kenttä `{ $field }`, joka perustuu vain suostumukseen
       *[category] lajista `{ $name }` jäisi lukuihin kenttä `{ $field }`, joka kertoo henkilöstä itsestään tai on arkaluonteinen
    }
anonymise-identifies-why = Siitä, mistä ihmisen löytää tai tunnistaa, mikä on arkaluonteista tai minkä suostumus voidaan perua, ei jää mitään.
anonymise-identifies-mend = Jätä kohdasta `anonymise` pois `lookup`-kentät, luokkien `identity`, `contact` ja `special` kentät sekä vain suostumukseen perustuvat.

anonymise-rare-title = Jäljelle jäävät yhdistelmät ovat harvoja mutta eivät harvinaisia
anonymise-rare-message = { $what ->
        [most] lajin `{ $name }` luvut eritellään { $count } kentän mukaan
       *[least] lajin `{ $name }` luvuista näytettäisiin yksin jo { $count } tiedon yhdistelmä
    }
anonymise-rare-why = Yhden tai kahden luku, tai monella tavalla eritelty, kertoo jostakusta.
anonymise-rare-mend = Erittele enintään kolmen kentän mukaan ja kirjoita kohtaan `fewer-than` vähintään 3.
