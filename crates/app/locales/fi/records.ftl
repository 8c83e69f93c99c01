# Rekisterit, joita henkilökunta pitää
records-title = Rekisterit
records-yes = Kyllä
records-no = Ei
records-count = { $count ->
    [0] Ei yhtään merkintää
    [one] 1 merkintä
   *[other] { $count } merkintää
}
records-for = Avattu tarkoitukseen:
records-open-for = Avaa tarkoitukseen: { $purpose }
records-open = Avaa
records-back = Takaisin merkintään
records-all = Merkintöjä
records-none = Merkintöjä ei ole.
records-show-all = Näytä kaikki
records-number = Merkintä
records-created = Kirjattu
records-not-given = Ei annettu
records-field-closed = Ei avaudu tähän tarkoitukseen

# Haku
records-search-title = Hae
records-search = Hakusana
records-search-submit = Hae
records-search-help = Kirjoita tieto kokonaan. Haku löytää näillä: { $fields }.

# Uusi merkintä
records-add = Lisää
records-add-title = Lisää: { $kind }
records-add-person = Kirjaa tiedot niin kuin henkilö on ne antanut. Merkitse suostumus vain, jos henkilö on itse antanut sen.
records-add-staff = Kirjaa vain se, mitä lomake kysyy. Henkilö näkee merkinnän omista tiedoistaan.
records-save = Tallenna
records-added = Merkintä on tallennettu
records-receipt-text = Anna kuittikoodi henkilölle. Sillä hän näkee omat tietonsa ja voi korjata tai poistaa ne.
records-receipt-code = Henkilön kuittikoodi
records-receipt-over = Tämä lomake on jo lähetetty, ja merkintä on tallennettu. Kuittikoodia ei voi enää näyttää. Löydät merkinnän luettelosta.

# Yksi merkintä
records-state = Tila
records-state-set = Tila on tallennettu
records-actions = Toiminnot
records-correct = Korjaa tietoja
records-corrected = Korjaus on tallennettu
records-disclose = Luovuta tietoja ulkopuoliselle
records-erase = Poista tämä merkintä
records-erased = Merkintä on poistettu
records-erased-part = Se, mitä mikään peruste ei säilytä, on poistettu
records-others = Muuta samasta henkilöstä
records-add-same = Lisää samalle henkilölle:

# Mitä poistuu ja milloin
records-times = Mitä poistuu, milloin ja miksi
records-why = Mitä seloste lupaa
records-held = Säilyy pidempään
records-asked = Muu on pyydetty poistamaan
records-all-fields = Kaikki tiedot
records-nothing = Ei mitään
records-until = Viimeistään { $date } asti
records-until-open = Niin kauan kuin peruste kestää
records-waits-closed = Aika alkaa, kun asia suljetaan.
records-waits-answered = Aika alkaa, kun asiaan vastataan.
records-waits-decided = Aika alkaa, kun asia ratkaistaan.
records-waits-started = Aika alkaa, kun asia alkaa.
records-waits-ended = Aika alkaa, kun suhde päättyy.

# Tapahtumat
records-event-closed = Merkitse suljetuksi
records-event-closed-day = Päivä, jona asia suljettiin
records-event-answered = Merkitse vastatuksi
records-event-answered-day = Päivä, jona asiaan vastattiin
records-event-decided = Merkitse ratkaistuksi
records-event-decided-day = Päivä, jona asia ratkaistiin
records-event-started = Merkitse alkaneeksi
records-event-started-day = Päivä, jona asia alkoi
records-event-ended = Merkitse päättyneeksi
records-event-ended-day = Päivä, jona suhde päättyi
records-event-lead = Säilytysaika lasketaan tästä päivästä. Näet ensin, mitä päivä merkitsee.
records-event-show = Näytä, mitä tästä seuraa
records-event-means = Mitä tästä seuraa
records-event-confirm-text = Mitään ei ole vielä tallennettu. Jos vaihdat päivää, näet ensin, mitä uudesta päivästä seuraa.
records-event-confirm = Tallenna tapahtuma
records-event-set = Tapahtuma on tallennettu
fault-records-future = Merkitse tapahtuma vasta, kun se on tapahtunut. Päivä ei voi olla tulevaisuudessa.

# Poistaminen
records-erase-plan = Mitä poistetaan ja mitä jää
records-erase-what = Merkintä
records-erase-goes = Poistetaan
records-erase-stays = Jää
records-all-kept = Kaikella on peruste, joka säilyttää sen. Yllä näet perusteet ja sen, mihin asti ne kestävät.

# Vienti
records-export = Vie luettelo tiedostoon
records-export-lead = Tiedostoon tulee koko luettelo: { $kind }. Jos seloste antaa vastaanottajalle vain osan kentistä, tiedostossa ovat vain ne. Vienti on luovutus: kerro, kenelle ja millä perusteella. Sen jälkeen vastaanottaja vastaa tiedoista, ja jokainen näkee luovutuksen omista tiedoistaan.

# Taulukon tuonti
records-import = Tuo taulukosta
records-import-title = Tuo taulukosta: { $kind }
records-import-lead = Jokaisesta taulukon rivistä tulee yhden henkilön merkintä. Mitään ei tallenneta, ennen kuin olet nähnyt, mitä tuodaan, ja vahvistanut sen.
records-import-fields = Tiedot, jotka taulukosta voi tuoda
records-import-file = Taulukko
records-import-file-help = CSV-tiedosto, UTF-8-merkistö, sarakkeiden nimet ensimmäisellä rivillä, enintään { $max } kt. Suuremman taulukon ylläpitäjä tuo komennolla seloste import.
records-import-next = Jatka sarakkeisiin
records-import-empty = Taulukossa on oltava nimi jokaisella sarakkeella ja ainakin yksi rivi nimien alla.
records-import-columns-lead = Valitse, minkä tiedon kukin sarake antaa. Jos sarakkeelle ei ole tietoa, sitä ei saa kerätä: poista sarake taulukosta ja aloita alusta.
records-import-column = Sarake ”{ $name }”
records-import-look = Näytä, mitä tuotaisiin
records-import-rows = { $count ->
    [one] Taulukossa on yksi rivi, ja se voidaan tuoda.
   *[other] Taulukossa on { $count } riviä, ja ne voidaan tuoda.
}
records-import-nothing-yet = Mitään ei ole vielä tallennettu.
records-import-wrong = Taulukkoa ei voi tuoda. Korjattavaa: { $count }.
records-import-mend = Mitään ei tuotu. Korjaa taulukko ja tuo se uudelleen: tuodaan koko taulukko tai ei mitään.
records-import-again = Aloita alusta
records-import-findings = Korjattavaa
records-import-line = Rivi
records-import-field = Tieto
records-import-what = Mitä on korjattava
records-import-more = Ja lisäksi { $count } muuta.
records-import-preview = Mitä tuotaisiin
records-import-more-rows = Ja lisäksi { $count } muuta riviä.
records-import-closed = roolisi ei anna kirjata tätä tietoa
records-import-from = Mistä ja mihin tiedot tulevat
records-import-notice = Seloste
records-import-version = Seloste, versio { $version }
records-import-purposes = Mihin tietoja käytetään
records-import-source = Mistä tiedot saadaan
records-import-art14 = Henkilöille, joilta tietoja ei ole saatu suoraan, kerrotaan viimeistään kuukauden kuluessa, mitä tietoja heistä on, mistä ne on saatu ja mihin niitä käytetään (tietosuoja-asetuksen 14 artikla). Anna heille selosteen osoite.
records-import-told = Henkilöille on kerrottu tai kerrotaan kuukauden kuluessa, mistä heidän tietonsa on saatu
records-import-confirm = Tuo koko taulukko
records-import-done = { $count ->
    [one] Tuotiin yksi merkintä.
   *[other] Tuotiin { $count } merkintää.
}
records-import-list = Luetteloon
cli-import-table-done = Tuotiin { $count } merkintää.
cli-import-table-refused = Mitään ei tuotu. Korjattavaa: { $count }.
cli-import-finding = rivi { $line }, { $field }: { $what }
import-column-twice = sarake on kahdesti
import-column-undeclared = seloste ei tunne tätä kenttää
import-column-consent = tieto perustuu suostumukseen, jonka vain henkilö itse voi antaa
import-column-file = asiakirjaa ei voi tuoda taulukossa
import-column-missing = pakollinen kenttä puuttuu
fault-import-table = Tiedosto ei ole taulukko. Tarvitaan UTF-8-merkistö, kenttien nimet ensimmäisellä rivillä ja yhtä monta saraketta joka rivillä.
fault-import-part = Lajia { $kind } ei voi tuoda taulukosta, koska se kuuluu toiseen merkintään. Lisää se sen sivulta.

records-decided-alone = { $field }: ohjelma päätti tämän ilman ihmistä { $when }. Ihminen ei ole katsonut päätöstä.
records-decided-stands = { $field }: ohjelma päätti tämän ilman ihmistä { $when }. Ihminen katsoi päätöksen { $reviewed }, ja se pysyy.
records-decided-changed = { $field }: ohjelma päätti tästä ilman ihmistä { $when }. Ihminen muutti päätöksen { $reviewed }.
records-list-caption = Merkinnät, uusin ensin

# Luvut, jotka eivät muutu, kun joku poistuu
records-totals = Luvut
records-totals-title = Luvut: { $kind }
records-totals-time = Aika
records-totals-all = Kaikkiaan
records-totals-gone = Näistä poistettu
records-totals-other = Muut yhteensä
records-totals-sum = Yhteensä
records-totals-file = Lataa luvut CSV-tiedostona
