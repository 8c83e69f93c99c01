nav-feedback = Anna palautetta
nav-own = Omat tiedot
nav-notice = Tietosuoja
nav-console = Työpöytä
style-title = Tyyli

cli-published = Seloste { $register } on julkaistu: versio { $version }, tunniste { $hash }.
cli-sweep-nothing = Mitään ei ole poistettavana.
cli-sweep-run = { $when }: poistettiin { $records } tietoa; henkilöitä, joista ei jäänyt mitään: { $persons }
cli-sweep-due = { $register }: { $kind } – { $count } poistettavana.
cli-swept = Poistettu { $records } tietoa, { $persons } henkilöltä kaikki.
cli-clock-confirmed = Kello on vahvistettu oikeaksi. Ajan perusteella poistetaan taas.
cli-new-made = Kansio { $folder } on valmis. Muokkaa omat tietosi tiedostoon notice.kdl.
cli-new-next = Seuraavaksi:
cli-fmt-same = { $file } on jo siistissä muodossa.
cli-fmt-would-change = { $file } ei ole siistissä muodossa: seloste fmt korjaa sen.
cli-fmt-changed = Seloste on nyt siistissä muodossa.
cli-fmt-cannot = { $file }, rivi { $line }: tätä kohtaa ei voi muotoilla menettämättä kommenttia tai muuttamatta merkitystä, joten tiedostoa ei muutettu. Siirrä kommentti omalle rivilleen.

fault-file-unreadable = Tiedostoa { $file } ei voi lukea.
fault-file-unwritable = Tiedostoa { $file } ei voi kirjoittaa.
fault-no-installation = Kansiossa { $folder } ei ole asennusta. Tee sellainen: seloste new feedback { $folder }
fault-folder-last = Kansio { $folder } kirjoitetaan tunnuksen jälkeen: seloste user { $verb } { $username } … { $folder }
fault-no-such-notice = Valmista selostetta { $name } ei ole.
fault-no-notice-of-kind = Valmista selostetta { $name } ei ole lajille { $kind }. Tee se ilman valintaa --kind ja muuta rekisterinpitäjä ja perusteet itse: seloste check kertoo, mitä puuttuu.
fault-folder-not-made = Kansiota { $folder } ei voi tehdä.
fault-folder-not-empty = Kansiossa { $folder } on jo jotakin. Valitse toinen kansio; mitään ei muutettu.
fault-restore-rest = Kansiossa { $folder } on keskeytyneen palautuksen jäänteet. Mitään ei muutettu.
fault-restore-rest-next = Poista kansiosta data, ja myös seloste.toml ja keys, jos et pannut niitä sinne itse. Tee palautus sitten uudelleen.
fault-explain-what = Mistä selitys? Anna havainnon koodi (SEL001) tai selostekielen sana (purpose).
fault-nothing-to-explain = Sanaa { $word } ei löydy. Anna havainnon koodi (SEL001) tai selostekielen sana (purpose).
fault-nothing-published = Selostetta ei ole vielä julkaistu: seloste publish
fault-notice-and-program-differ = Seloste ja ohjelma eroavat ({ $what }: { $name }). Selostetta ei oteta käyttöön.
fault-notice-and-program-differ-next = Aja seloste check: se näyttää jokaisen eron rivin ja kertoo, mitä tehdä.
fault-notice-of-another-register = Tiedoston selosteen nimi on { $name }, mutta palvelun rekisteri on { $promise }. Kerätyt tiedot kuuluvat rekisteriin { $promise }, joten nimeä ei voi vaihtaa.
fault-notice-of-another-register-next = Palauta selosteeseen nimi { $promise }. Uudelle rekisterille tehdään oma asennus: seloste new.
fault-reason-missing = Muutoksesta on kerrottava niille, joiden tietoja se koskee, ja versiolle tarvitaan perustelu. Merkittäviä muutoksia: { $count }. Ensimmäinen: { $change }
fault-reason-missing-next = Katso kaikki muutokset: seloste diff. Julkaise perustelun kanssa: seloste publish --reason "Miksi seloste muuttuu". Kielittäin: --reason "fi=…" --reason "sv=…" --reason "en=…".
fault-reason-unusable = Perustelua ei voi käyttää: se on tyhjä, siinä on näkymättömiä merkkejä tai se on pidempi kuin { $most } merkkiä.
fault-promise-weakened = Ohjelma ei käynnisty, koska se lukee selosteesta muuta kuin julkaistussa versiossa on luvattu. Lupaus { $promise } { $why ->
        [dropped] puuttuu nyt.
       *[mechanism] pidettäisiin eri tavalla tai eri luvuin.
    } Julkaistu lupaus: { $sentence }
fault-promise-weakened-next = Ota entinen ohjelmaversio takaisin käyttöön, tai tarkista seloste ja julkaise se uudelleen: seloste publish --reason "Miksi lupaus muuttuu". Julkaisemisesta tulee uusi versio.
cli-diff-line = {" "}(rivi { $line })
fault-diff-other-register = Selosteet ovat eri rekistereistä: { $old } ja { $new }. Vain saman rekisterin versioita voi verrata.
fault-diff-unreadable = Verrattavaa selostetta ei voi lukea kokonaan. Katso virheet: seloste check.
fault-version-unknown = Versiota { $version } ei ole julkaistu. Viimeisin versio on { $last }.
cli-impact = Muutokset koskevat tallennettuja tietoja. Henkilöitä yhteensä: { $count }.
cli-impact-none = Muutokset eivät koske yhtäkään tallennettua tietuetta.
cli-impact-kind = { $kind }: tietueita { $records }, henkilöitä { $persons }.
cli-impact-consents = Suostumus, joka ei enää kata käsittelyä: enintään { $count } tietueessa.
cli-impact-numbers = Numerot (enintään 50): { $numbers }
fault-stale-fields = Tallennetuissa tiedoissa on { $count ->
        [one] tieto
       *[other] { $count } tietoa
    }, jota uusi seloste ei enää luettele: { $what }. Seloste lupaisi väärin, joten sitä ei julkaistu.
fault-stale-fields-next = Jos tieto saa kadota lopullisesti: seloste publish --erase-removed-fields. Muuten palauta kenttä selosteeseen. Vanhoissa varmuuskopioissa tieto on, kunnes ne poistuvat.
fault-stale-held = Selosteesta poistettua tietoa on { $count ->
        [one] tietueessa
       *[other] { $count } tietueessa
    }, joka on pidätetty poistolta tai jonka käyttö on rajoitettu. Selostetta ei julkaistu.
fault-stale-held-next = Katso pidätykset: seloste hold list. Myös käsittelyn rajoitus säilyttää tiedot. Palauta kenttä selosteeseen, kunnes pidätys tai rajoitus päättyy.
fault-stale-longer = Uusi seloste säilyttää tietoja lyhyemmän ajan kuin on luvattu { $count ->
        [one] tietueelle, joka on
       *[other] { $count } tietueelle, jotka ovat
    } jo tallessa: { $what }. Selostetta ei julkaistu.
fault-stale-longer-next = Jos nekin saavat poistua uuden ajan mukaan: seloste publish --shorten-stored. Ne, joiden aika on jo ohi, poistetaan seuraavassa poistoajossa.
fault-data-unsafe-mode = Muutkin kuin palvelun oma käyttäjä pääsevät kansioon { $file }. Palvelua ei käynnistetä.
fault-data-unsafe-mode-next = Rajaa oikeudet: chmod -R go= { $file }
fault-folder-unsafe-mode = Muutkin kuin palvelun oma käyttäjä voivat muuttaa tiedostoa tai kansiota { $file }. Palvelua ei käynnistetä, koska he voisivat ohjata kirjeet ja varmuuskopiot itselleen.
fault-folder-unsafe-mode-next = Tarkista, ettei sisältöä ole muutettu, ja kavenna oikeudet: chmod go-w { $file }
fault-service-silent = Palvelu on käynnissä, mutta ei vastaa. Katso sen loki.
fault-service-stopped = Palvelu ei ole käynnissä. Käynnistä se: seloste serve
fault-test-clock = Testikelloa ei voi lukea. Anna tiedosto muuttujassa SELOSTE_CLOCK_FILE.
fault-cannot-listen = Osoitetta { $address } ei voi kuunnella. Onko se jo käytössä?
fault-mail-not-configured = Sähköpostin lähetystä ei ole määritelty. Lisää asetuksiin [mail].
fault-mail-address = Sähköpostiosoite ei ole kelvollinen.
fault-mail-not-taken = Sähköpostipalvelin ei ottanut viestiä vastaan. Sitä yritetään uudelleen.
fault-host-undeclared = Tietosuojaseloste ei kerro palvelinta { $host } portteineen (lupaus { $promise }). Yhteyttä ei avata.
fault-host-undeclared-next = Lisää selosteen kohtaan recipients vastaanottajalle rivi: host "{ $host }". Sitten: seloste publish.
fault-setting-unusable = Asetusta { $setting } ei voi käyttää.
fault-settings-relay = Asetuksessa mail.relay tarvitaan palvelimen nimi ja portti, esimerkiksi "mail.example.fi:587".
fault-settings-unknown = { $file }, rivi { $line }: asetusta `{ $key }` ei ole. { $near ->
        [nothing-near] Mahdollisia tässä kohdassa ovat { $known }.
       *[near] Tarkoititko `{ $near }`?
    }
fault-settings-missing = { $file }, rivi { $line }: asetus `{ $key }` puuttuu tästä kohdasta.
fault-settings-address = { $file }, rivi { $line }: asetukseen `{ $key }` kirjoitetaan IP-osoite ja portti, esimerkiksi "127.0.0.1:8080".
fault-settings-ip = { $file }, rivi { $line }: asetukseen `{ $key }` kirjoitetaan IP-osoitteita, esimerkiksi ["127.0.0.1"].
fault-settings-list = { $file }, rivi { $line }: asetukseen `{ $key }` kirjoitetaan luettelo hakasulkeissa, esimerkiksi ["127.0.0.1"].
fault-settings-text = { $file }, rivi { $line }: asetukseen `{ $key }` kirjoitetaan teksti lainausmerkeissä.
fault-settings-value = { $file }, rivi { $line }: asetuksen `{ $key }` arvo ei ole oikeaa muotoa.
fault-settings-syntax = { $file }, rivi { $line }: riviä ei voi lukea. Kirjoita asetus muodossa nimi = "arvo" ja osion nimi muodossa [osio].

bench-title = Mittaus: { $engine }, aluksi { $size } tietuetta, { $rounds } kierrosta, { $seconds } s kerrallaan, { $processors } suoritinta
bench-not-optimised = Ohjelmaa ei ole käännetty nopeaksi (cargo build --release): luvut eivät kerro mitään.
bench-probe = Kone: 4 KiB levylle { $sync } µs (p99 { $slow } µs), suorittimista vapaana { $idle } %
bench-loaded = Koneella oli muutakin työtä: luvut ovat vain suuntaa antavia.
bench-legend = Arvo on kierrosten mediaani (neljännekset). Kerroin yli 1: Seloste on parempi.
bench-legend-classes = Luokat: [D] kuitataan vasta, kun tieto on levyllä; [D/-] vertailukohta ei kirjoita mitään; [-] mitään ei kirjoiteta.
fault-bench-marks = Tiedostossa { $file } ei ole paikkaa luvuille: siitä puuttuvat rivit { $begin } ja { $end }.
fault-bench-no-postgres = Mittaus tarvitsee PostgreSQL-palvelimen. Anna sen osoite ympäristömuuttujassa { $variable }.
fault-bench-program = Ohjelman { $program } ajo ei onnistunut.
fault-bench-wrong = Mittaus keskeytyi: tulos ei ole se, mikä sen pitäisi olla.
fault-mail-refused = Sähköpostipalvelin ei ota viestiä vastaan tähän osoitteeseen.
