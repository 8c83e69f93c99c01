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
