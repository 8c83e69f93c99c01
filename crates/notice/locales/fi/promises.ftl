# Lupaukset: jokainen selosteen väite omana virkkeenään.

# Rakenneosat
quoted = ”{ $name }”
list-and = { $head } ja { $last }
list-or = { $head } tai { $last }
date = { $day }.{ $month }.{ $year }
moment = { $date } klo { $hour }.{ $minute }
month-1 = 1
month-2 = 2
month-3 = 3
month-4 = 4
month-5 = 5
month-6 = 6
month-7 = 7
month-8 = 8
month-9 = 9
month-10 = 10
month-11 = 11
month-12 = 12
period-years = { $n ->
    [one] 1 vuosi
   *[other] { $n } vuotta
}
period-months = { $n ->
    [one] 1 kuukausi
   *[other] { $n } kuukautta
}
period-days = { $n ->
    [one] 1 päivä
   *[other] { $n } päivää
}
period-hours = { $n ->
    [one] 1 tunti
   *[other] { $n } tuntia
}
period-minutes = { $n ->
    [one] 1 minuutti
   *[other] { $n } minuuttia
}
period-years-within = { $n ->
    [one] vuoden
   *[other] { $n } vuoden
}
period-months-within = { $n ->
    [one] kuukauden
   *[other] { $n } kuukauden
}
period-days-within = { $n ->
    [one] vuorokauden
   *[other] { $n } päivän
}
period-hours-within = { $n ->
    [one] tunnin
   *[other] { $n } tunnin
}
period-minutes-within = { $n ->
    [one] minuutin
   *[other] { $n } minuutin
}

# Lainkohdat
article-gdpr = tietosuoja-asetuksen { $article } artikla
article-gdpr-paragraph = tietosuoja-asetuksen { $article } artiklan { $paragraph } kohta
article-gdpr-point = tietosuoja-asetuksen { $article } artiklan { $paragraph } kohdan { $point } alakohta
article-communications = sähköisen viestinnän palveluista annetun lain (917/2014) { $section } §

# Käsittelyn perusteet
basis-consent = suostumuksesi
basis-contract = sopimus, jossa olet osapuolena, tai sopimuksen valmistelu pyynnöstäsi
basis-legal-obligation = rekisterinpitäjän lakisääteinen velvoite
basis-vital-interests = elintärkeiden etujen suojaaminen
basis-public-task = yleistä etua koskeva tehtävä tai julkisen vallan käyttö
basis-legitimate-interests = oikeutettu etu
basis-missing = ilmoittamatta

# Tapahtumat, joista aika lasketaan: kuluttua siitä, kun …
event-sent = se lähetettiin
event-created = se tallennettiin
event-received = se vastaanotettiin
event-closed = se suljettiin
event-answered = siihen vastattiin
event-changed = sitä viimeksi muutettiin
event-decided = asia ratkaistiin
event-started = asia alkoi
event-year-end = kalenterivuosi päättyi
event-last-sign-in = kirjauduit viimeksi
event-withdrawn = suostumus peruttiin
event-ended = suhde päättyi
event-other = tapahtuma ”{ $name }” tapahtui

# Julkaisu ja yhteydet
version = Selosteen päiväys ja versionumero syntyvät julkaisusta, eikä niitä voi kirjoittaa käsin. Aiemmat versiot ovat luettavissa.
controller = Rekisterinpitäjä on { $name }, ja sen yhteystiedot ovat tässä selosteessa.
register = Tämä seloste koskee rekisteriä { $name }. Jokainen lomake, joka kerää siihen tietoja, viittaa tähän selosteeseen.
officer = Tietosuojavastaavan yhteystiedot ovat tässä selosteessa.
contact = Rekisteriä koskevissa asioissa vastaa: { $title }.
contact-user = Rekisteriä koskevissa asioissa vastaa: { $title }. Tehtävällä on hoitaja, jonka käyttäjätunnus on voimassa.
review = Seloste luetaan läpi ja todetaan ajantasaiseksi vähintään { $period } välein.

# Tarkoitukset
purpose = Tietoja käytetään tarkoitukseen { $purpose }. Käsittelyn peruste on { $basis }.
purpose-law = Tietoja käytetään tarkoitukseen { $purpose }. Käsittelyn peruste on { $basis } ({ $law }).
purpose-interest = Tietoja käytetään tarkoitukseen { $purpose }. Käsittelyn peruste on { $basis }: { $interest }
purposes-closed = Tietoja ei käytetä mihinkään muuhun tarkoitukseen.
consent = Tarkoitukseen { $purpose } tietojasi käytetään vain, jos annat siihen suostumuksesi. Suostumuksen sisältö ja aika tallennetaan tiedon yhteyteen ja poistetaan sen mukana.
withdraw = Voit perua suostumuksen tarkoitukseen { $purpose } milloin tahansa, yhtä helposti kuin annoit sen.
role = Henkilöstön rooli { $role } saa käyttää tietoja vain { $count ->
    [one] tarkoitukseen { $purposes }
   *[other] tarkoituksiin { $purposes }
}. Roolin sallitut toimet: { $may }.
role-no-purpose = Henkilöstön rooli { $role } ei saa avata henkilötietoja. Roolin sallitut toimet: { $may }.
role-nothing = ei mitään
may-read = tietojen lukeminen
may-collect = tietojen kirjaaminen
may-answer = vastaaminen
may-classify = luokittelu
may-amend = muuttaminen
may-erase = poistaminen
may-export = vienti
may-disclose = luovuttaminen
may-decide-requests = pyyntöjen ratkaiseminen
may-manage-users = käyttäjien hallinta
may-publish = selosteen julkaiseminen
may-attest = vahvistusten antaminen
may-see-evidence = näytön katselu

# Tiedot
kinds-closed = Muita tietoja kuin tässä luetellut ei kerätä eikä tallenneta.
record-envelope = Jokaiseen tietueeseen ohjelma liittää vain tunnisteen ja numeron, kuittikoodin tarkisteen, tilan, tallennus- ja muutosajan, poistopäivän ja sen mahdollisen lykkäysperusteen, selosteen version sekä todisteen suostumuksesta silloin, kun käsittely perustuu suostumukseen.
kind-closed = { $kind } sisältää vain { $count ->
    [one] tämän tiedon
   *[other] nämä tiedot
}: { $fields }.
source-person = { $kind }: tiedot saadaan vain sinulta itseltäsi.
source-person-or = { $kind }: tiedot saadaan sinulta itseltäsi tai { $others }.
source-staff = { $kind }: tiedot kirjaa henkilöstö.
source-system = { $kind }: tiedot syntyvät palvelun toiminnassa.
source-other = { $kind }: tiedot saadaan muualta kuin sinulta.
field-purpose = Tietoa { $field } käytetään vain { $count ->
    [one] tarkoitukseen { $purposes }
   *[other] tarkoituksiin { $purposes }
}.
field-no-purpose = Tietoa { $field } ei käytetä mihinkään tarkoitukseen.
field-required = { $field } on pakollinen tieto.
field-voluntary = { $field } on vapaaehtoinen tieto.
field-required-consequence = { $field } on pakollinen tieto. { $consequence }
field-voluntary-consequence = { $field } on vapaaehtoinen tieto. { $consequence }
field-lookup = Tiedon { $field } perusteella voi hakea vain koko arvolla, eikä hakemisto paljasta arvoa.

# Säilytys
keep = { $kind } poistetaan { $period } kuluttua siitä, kun { $event }. Poisto tehdään viimeistään { $sweep } kuluessa määräajan täyttymisestä.
keep-part = { $kind } poistetaan samalla kuin { $parent }, johon se liittyy.
keep-criterion = { $kind } säilytetään tämän perusteen mukaan: { $criterion } Tarve arvioidaan uudelleen vähintään { $period } välein.
erase = Kun pyydät, että { $kind } poistetaan, se poistetaan ilman aiheetonta viivytystä ja viimeistään { $period } kuluessa pyynnöstä. Kun on selvää, että tiedot ovat sinun, poisto toteutuu, vaikka kukaan ei ehtisi käsitellä pyyntöä.
erase-except = Kun pyydät, että { $kind } poistetaan, se poistetaan ilman aiheetonta viivytystä ja viimeistään { $period } kuluessa pyynnöstä, lukuun ottamatta sitä, minkä säilyttämisestä alla kerrotaan. Kun on selvää, että tiedot ovat sinun, poisto toteutuu, vaikka kukaan ei ehtisi käsitellä pyyntöä.
floor = { $kind }: laki velvoittaa säilyttämään { $count ->
    [one] tiedon
   *[other] tiedot
} { $fields } { $period } ajan { $start } ({ $law }). Muut tiedot poistetaan pyynnöstäsi, ja nämä poistetaan ilman pyyntöä, kun aika on kulunut.
floor-start-year-end = sen kalenterivuoden lopusta, jona { $event }
floor-start-financial-year-end = sen tilikauden päättymisestä, jona { $event }
floor-start-year-of-financial-year-end = sen kalenterivuoden lopusta, jona päättyi se tilikausi, jolloin { $event }
hold = { $kind }: tietoja ei poisteta niin kauan kuin kentän { $field } arvo on { $values } ({ $ground }). Kun este päättyy, pyydetty tai määräaikainen poisto tehdään itsestään.
anonymise = { $kind }: kun tieto poistetaan, siitä jää vain luku tilastoon ({ $what }). Luvut eivät kerro kenestäkään, eikä niistä pääse takaisin henkilöön tai poistettuun tietoon. Jos samanlaiset ovat alle { $fewer } henkilön, ne näytetään vain yhdessä muiden kanssa.
anonymise-per-month = lukumäärä kuukausittain
anonymise-per-year = lukumäärä vuosittain
anonymise-per-all = lukumäärä
anonymise-by = eriteltynä: { $fields }
anonymise-sum = yhteenlaskettuna: { $fields }
sweep = Määräaikansa ylittäneet tiedot haetaan ja poistetaan vähintään { $period } välein.
backups = Varmuuskopiot hävitetään viimeistään { $period } kuluttua. Poistetun henkilön tietoja ei voi avata varmuuskopiostakaan, koska avain on tuhottu.
logs = Palvelun tekninen loki hävitetään viimeistään { $period } kuluttua.
ledger = Merkinnät tietojen käytöstä säilytetään { $period } ajan. Niissä ei ole henkilötietoja.

# Luovutukset ja siirrot
recipients-none = Tietoja ei luovuteta muille, eikä niitä käsittele kukaan rekisterinpitäjän ulkopuolinen.
recipients-closed = Muille kuin tässä luetelluille tietoja ei luovuteta.
recipient = { $name } ({ $role }) saa tietoja vain { $count ->
    [one] tarkoitukseen { $purposes }
   *[other] tarkoituksiin { $purposes }
}.
recipient-own-task = { $name } ({ $role }) saa tietoja vain omaa tehtäväänsä varten.
recipient-class = { $name }: tietoja luovutetaan vain, kun perusteena on { $grounds }. Jokaiseen luovutukseen kirjataan, kuka tiedot sai, ja näet sen omista tiedoistasi.
recipient-class-for = { $name }: tietoja luovutetaan vain, kun perusteena on { $grounds }, ja vain { $count ->
    [one] tarkoitukseen { $purposes }
   *[other] tarkoituksiin { $purposes }
}. Jokaiseen luovutukseen kirjataan, kuka tiedot sai, ja näet sen omista tiedoistasi.
disclosed-on-consent = suostumuksesi
disclosed-on-mandate = valtuuttamasi henkilön suostumus
disclosed-on-statute = laissa säädetty oikeus saada tiedot
recipient-approval = { $name }: jokaisen luovutuksen hyväksyy ennalta toinen henkilö kuin se, joka sitä valmisteli.
recipient-approval-unless = { $name }: jokaisen luovutuksen hyväksyy ennalta toinen henkilö kuin se, joka sitä valmisteli. Jos jonkun henki tai terveys on vaarassa, tiedot voidaan antaa heti; silloin syy kirjataan ja toinen henkilö tarkistaa luovutuksen jälkikäteen.
recipient-demands = { $name }: jokaiseen luovutukseen kirjataan { $facts }. Muuten tietoja ei luovuteta.
demand-requester = kuka tietoja pyysi
demand-matter = missä asiassa niitä pyydettiin
role-class = vastaanottajien ryhmä
role-processor = henkilötietojen käsittelijä
role-recipient = vastaanottaja
role-joint-controller = yhteisrekisterinpitäjä
role-authority = viranomainen
transfers-none = Tietoja ei siirretä Euroopan talousalueen ulkopuolelle.
transfer = { $recipient } käsittelee tietoja Euroopan talousalueen ulkopuolella, maassa { $country }. Siirron peruste on { $mechanism }.
transfer-adequacy = komission päätös tietosuojan riittävyydestä
transfer-standard-clauses = komission vakiolausekkeet
transfer-binding-rules = yritystä koskevat sitovat säännöt
transfer-consent = nimenomainen suostumuksesi

# Evästeet ja kävijätilasto
cookie = Eväste { $name }: { $text }
cookies-closed = Selaimeesi ei tallenneta muita evästeitä eikä muitakaan tunnisteita.
cookies-none = Palvelu ei tallenna selaimeesi evästeitä eikä muitakaan tunnisteita.
analytics = Käynneistä tilastoidaan vain { $dimensions }. Tilaston tekee { $tool }.
analytics-dimension-device = laitteen tyyppi
analytics-dimension-country = maa
analytics-dimension-pages = katsotut sivut
analytics-dimension-duration = käynnin aika ja kesto
analytics-dimension-referrer = sivusto, jolta tultiin
analytics-dimension-language = selaimen kieli
analytics-tool-seloste = palvelu itse
analytics-keep = Kävijätilaston tiedot poistetaan { $period } kuluttua.
signal-dnt = Jos selaimesi pyytää olla seuraamatta (Do Not Track), käyntiäsi ei tilastoida.
signal-gpc = Jos selaimesi ilmoittaa yleisen tietosuojavalinnan (Global Privacy Control), käyntiäsi ei tilastoida.

# Turvatoimet
measure-encrypted-at-rest = Henkilötiedot tallennetaan salattuina, ja jokaisella henkilöllä on omat avaimensa. Avaimet ovat erillään tiedoista.
measure-encrypted-in-transit = Tiedot kulkevat selaimesi ja palvelun välillä vain salattuina.
measure-access-log = Jokaisesta henkilötietojen katselusta, muutoksesta, luovutuksesta ja poistosta jää merkintä, jonka muuttaminen jälkikäteen paljastuu.
measure-no-address-stored = Verkko-osoitettasi ja selaimesi tunnistetietoja ei tallenneta mihinkään.
measure-hardened = Sivut suojaavat itsensä: ne eivät lataa mitään muualta, eikä muu sivusto voi upottaa niitä itseensä.
measure-two-factor = Henkilöstö kirjautuu kahdella toisistaan riippumattomalla tavalla: pelkkä salasana ei riitä.
measure-purpose-bound-access = Henkilöstö voi avata henkilötietoja vain nimeämällä tarkoituksen, joka kuuluu omiin tehtäviin.

# Päätökset
automated-none = Sinua koskevia päätöksiä ei tehdä automaattisesti, eikä sinua profiloida.
automated-decision = { $logic } Ohjelma päättää ilman ihmistä: { $field } ({ $kind }). { $basis ->
        [contract] Päätöstä tarvitaan sopimuksen tekemiseen tai täyttämiseen.
        [consent] Päätös perustuu nimenomaiseen suostumukseesi.
       *[law] Päätöksen sallii laki: { $law }.
    } Voit pyytää, että ihminen katsoo päätöksen, kertoa kantasi ja riitauttaa päätöksen.

# Oikeudet
objected-for-good = Voit kieltää tietojesi käytön tarkoitukseen { $purpose } milloin tahansa ja perustelematta. Kielto on voimassa heti, eikä mikään muu kuin oma peruutuksesi pura sitä. Jotta sitä noudatetaan senkin jälkeen, kun tietosi on poistettu, osoitteestasi säilytetään tunniste, josta osoitetta ei voi lukea. Tunniste säilyy, kunnes perut kiellon.
objected-meanwhile = Jos vastustat tietojesi käyttöä tarkoitukseen { $purpose }, niitä ei käytetä siihen sinä aikana, kun vastustustasi ratkaistaan. Jos se hyväksytään, niitä ei käytetä siihen enää lainkaan.
right-access = Sinulla on oikeus tietää, käsitelläänkö tietojasi, ja saada niistä jäljennös.
right-rectification = Sinulla on oikeus saada virheelliset tietosi oikaistuiksi ja puutteelliset täydennetyiksi.
right-erasure = Sinulla on oikeus saada tietosi poistetuiksi.
right-restriction = Sinulla on oikeus saada tietojesi käsittely rajoitetuksi, esimerkiksi siksi aikaa, kun niiden oikeellisuutta selvitetään.
right-portability = Sinulla on oikeus saada itse antamasi tiedot koneluettavassa muodossa ja siirtää ne muualle.
right-objection = Sinulla on oikeus henkilökohtaisen erityisen tilanteesi perusteella vastustaa tietojesi käsittelyä.
right-withdraw-consent = Sinulla on oikeus perua antamasi suostumus milloin tahansa. Peruminen ei vaikuta siihen, mitä tiedoilla on ennen perumista lainmukaisesti tehty.
right-complaint = Sinulla on oikeus tehdä valitus valvontaviranomaiselle.
right-no-automated-decision = Sinulla on oikeus siihen, ettei sinusta tehdä merkittävää päätöstä pelkästään automaattisesti.
right-cooling-off = Kun poistat itse kaikki tietosi, voit perua poiston { $period } ajan. Sinä aikana kukaan muu ei näe tietojasi. Sen jälkeen poistoa ei voi perua.
right-within = Saat vastauksen viimeistään { $period } kuluessa pyynnöstä.
right-target = Pyrimme ratkaisemaan pyynnön { $period } kuluessa.
rights-deadline = Pyyntöihin vastataan ilman aiheetonta viivytystä ja viimeistään kuukauden kuluessa. Jos asia on monimutkainen, aikaa voidaan jatkaa enintään kahdella kuukaudella, ja siitä kerrotaan sinulle syineen ensimmäisen kuukauden kuluessa.
authority = Valvontaviranomaisen nimi ja yhteystiedot ovat tässä selosteessa.

# Tilat
state-kept = Pidetään. Tarkistettu { $time }.
state-broken = Ei pidetä { $time } lähtien. { $why }
state-attested = Vahvistettu, voimassa { $date } asti.
state-attestation-expired = Vahvistuksen voimassaolo päättyi { $date }.
state-due = Seuraava määräpäivä on { $date }.
state-overdue = Määräpäivä oli { $date }.
state-awaited = { $why } Määräpäivä on { $date }.
state-text = Tieto, jota ohjelma ei tarkista.
state-unknown = Ei vielä tarkistettu.

# Miksi lupaus ei pidä
why-past-due = { $count ->
    [one] Yksi tietue on yli määräaikansa.
   *[other] { $count } tietuetta on yli määräaikansa.
}
why-job-late = Ajastettu tehtävä { $name } on myöhässä.
why-clock-in-doubt = Palvelimen kello on muuttunut tavalla, jota ei voi selittää. Mitään ei poisteta ajan perusteella, ennen kuin kello on tarkistettu. Vanhentuneet tiedot eivät silti aukea.
why-unsealed = { $count ->
    [one] Yksi henkilötieto on tallennettu salaamatta.
   *[other] { $count } henkilötietoa on tallennettu salaamatta.
}
why-undeclared-kind = Tallessa on tietoja, joita seloste ei mainitse: { $name }.
why-undeclared-field = Tallessa on tietokenttä, jota seloste ei mainitse: { $name }.
why-undeclared-purpose = Tietoja on käytetty tarkoitukseen, jota seloste ei mainitse: { $name }.
why-undeclared-cookie = Palvelu asetti evästeen, jota seloste ei mainitse: { $name }.
why-undeclared-host = Palvelu otti yhteyden osoitteeseen, jota seloste ei mainitse: { $name }.
why-contract-over = Vastaanottajan { $name } sopimus on päättynyt.
why-outside-eea = Vastaanottaja { $name } on Euroopan talousalueen ulkopuolella eikä siirtoa ole ilmoitettu.
why-wrong-source = Tietoja on kirjannut muu kuin ilmoitettu lähde: { $name }.
why-undeclared-role = Käyttäjällä on rooli, jota seloste ei mainitse: { $name }.
why-undeclared-decision = Ohjelma on tehnyt päätöksen, jota seloste ei mainitse: { $name }.
why-missing-consent = { $count ->
    [one] Yhdeltä tietueelta puuttuu näyttö suostumuksesta.
   *[other] { $count } tietueelta puuttuu näyttö suostumuksesta.
}
why-too-fine = { $count ->
    [one] Laskureissa on yksi luku, joka on tarkempi kuin seloste kertoo.
   *[other] Laskureissa on { $count } lukua, jotka ovat tarkempia kuin seloste kertoo.
}
why-misheld = { $count ->
    [one] Yhden tietueen säilytysperusteet eivät vastaa sen tietoja.
   *[other] { $count } tietueen säilytysperusteet eivät vastaa niiden tietoja.
}
why-used-without-consent = { $count ->
    [one] Tietoja on käytetty tähän kerran ilman suostumusta.
   *[other] Tietoja on käytetty tähän { $count } kertaa ilman suostumusta.
}
why-used-after-objection = { $count ->
    [one] Tietoja on käytetty tähän kerran, vaikka henkilö oli kieltänyt sen.
   *[other] Tietoja on käytetty tähän { $count } kertaa, vaikka henkilö oli kieltänyt sen.
}
why-ledger-broken = Käyttömerkintöjen ketju ei täsmää.
why-unlogged = { $count ->
    [one] Yhdestä tapahtumasta puuttuu merkintä.
   *[other] { $count } tapahtumasta puuttuu merkintä.
}
why-address-found = Verkko-osoite löytyi paikasta { $name }.
why-insecure-connection = Palvelua tarjotaan salaamattoman yhteyden kautta.
why-local-connection = Palvelu vastaa vielä vain sille koneelle, jolla se toimii, eikä yhteyttä salata. Ennen kuin muut pääsevät palveluun, ylläpidon on annettava sille salattu osoite (public-url) tai oma varmenne (tls).
why-missing-header = Sivulta puuttuu suojaava otsake { $name }.
why-case-late = { $count ->
    [one] Pyyntö on vastaamatta määräajassa: numero { $name }.
   *[other] { $count } pyyntöä on vastaamatta määräajassa: numerot { $name }.
}
why-backup-late = Varmuuskopio on luvattua vanhempi: { $name }.
why-log-old = Tietojen käytöstä on luvattua vanhempia merkintöjä.
why-contact-gone = Yhteyshenkilön käyttäjätunnus ei ole käytössä.
why-controller-invented = Selosteessa on vielä keksitty organisaatio tai sen osoite. Ylläpitäjän on kirjoitettava selosteeseen oikea.
why-contact-missing = Yhteyshenkilöllä ei ole vielä käyttäjätunnusta. Ylläpitäjän on tehtävä tunnus { $name } tai vaihdettava se selosteeseen.
why-no-second-factor = { $count ->
    [one] Yhdeltä käyttäjätunnukselta puuttuu toinen todennustapa.
   *[other] { $count } käyttäjätunnukselta puuttuu toinen todennustapa.
}
why-no-attestation = Vahvistusta ei ole vielä annettu.
why-alien-rows = Tietokannassa on { $count } riviä, joita tämä ohjelma ei ole kirjoittanut; ensimmäinen on taulussa { $name }.
why-version-mismatch = Julkaistu seloste ei vastaa tallennettua versiota.
why-program-differs = Ohjelma ja seloste eroavat toisistaan: { $name }.
why-form-differs = Lomake kysyy tiedon toisin kuin seloste kertoo: { $name }.
why-unkeyed = Hakemistossa on rivi, joka ei ole tietueen tiedon avaimellinen tiiviste: { $name }.
why-check-failed = Tarkistusta ei voitu tehdä: { $name }.

# Miten lupaus pidetään
mechanism-published = Selostetta ei voi julkaista ilman tätä kohtaa. Tarkistus varmistaa, että se on julkaistussa versiossa.
mechanism-versioned = Jokainen julkaistu versio tallennetaan tiivisteineen. Tarkistus laskee tiivisteen uudelleen ja vertaa.
mechanism-closed-world = Ohjelma tallentaa vain selosteessa luetellut tiedot eikä käynnisty, jos luettelot eroavat. Tarkistus vertaa tietokantaa selosteeseen.
mechanism-source-gate = Tietoja voi kirjata vain ilmoitettu lähde. Tarkistus käy läpi lokin uusimmat kirjaukset ja katsoo, kuka ne teki.
mechanism-purpose-gate = Henkilötiedot avautuvat vain nimettyyn tarkoitukseen, ja käyttö kirjataan. Tarkistus vertaa kirjattuja tarkoituksia selosteeseen.
mechanism-field-gate = Jokainen kenttä avautuu vain omiin tarkoituksiinsa. Tarkistus vertaa kirjattua käyttöä selosteeseen.
mechanism-required-field = Lomake ja rajapinta tehdään selosteesta, joten ne kysyvät tiedon niin kuin tässä kerrotaan. Tarkistus hakee julkisen lomakkeen sivun ja vertaa sitä selosteeseen; muista lomakkeista se vertaa ohjelmaa selosteeseen.
mechanism-blind-index = Hakemistoon kirjoitetaan vain avaimellinen tiiviste. Tarkistus käy hakemiston rivit läpi, laskee tiivisteet uudelleen ja etsii rivejä, jotka ovat muuta.
mechanism-retention = Poistopäivä lasketaan, kun tieto tallennetaan. Tarkistus etsii tietueita, joiden päivä on ohi.
mechanism-erase-on-request = Poistopyynnöllä on määräaika, jolloin ohjelma poistaa tiedot itse. Tarkistus etsii myöhässä olevia pyyntöjä.
mechanism-kept-on-ground = Säilytysperuste kirjataan ja päätetään samalla tallennuksella kuin se tieto, josta peruste johtuu. Tarkistus laskee perusteet uudelleen tallennetuista tiedoista ja etsii eroja.
mechanism-counted = Laskureita kasvattaa sama poisto, joka vie tiedon, ja täsmälleen kerran. Tarkistus katsoo, ettei laskureissa ole mitään ilmoitettua tarkempaa.
mechanism-sealed = Tietokantaan pääsee vain salattua sisältöä. Tarkistus käy läpi tallennettuja tietoja ja etsii salaamattomia.
mechanism-tls = Palvelun osoite on salattu. Tarkistus katsoo palvelun osoitteen ja sen, että palvelun oma varmenne on voimassa. Salaamaton osoite, johon pääsee vain samalta koneelta, odottaa vielä salausta.
mechanism-cookie-inventory = Ohjelma estää evästeet, joita ei ole luetteloitu. Tarkistus kertoo estetyistä.
mechanism-analytics-schema = Tilastoon mahtuvat vain ilmoitetut tiedot. Tarkistus vertaa tilaston rakennetta selosteeseen.
mechanism-analytics-signal = Käynti ohitetaan, kun selain lähettää tämän merkin. Tarkistus kokeilee sitä.
mechanism-analytics-retention = Tilaston rivit poistetaan ajallaan. Tarkistus etsii yli-ikäisiä rivejä.
mechanism-forbidden-purpose = Ohjelma kieltäytyy avaamasta tietoja tähän tarkoitukseen, vaikka joku suostuisi. Tarkistus etsii tällaista käyttöä merkinnöistä.
mechanism-recipients = Ohjelma lähettää tietoja vain lueteltuihin osoitteisiin. Tarkistus vertaa palvelimen asetuksia selosteeseen ja katsoo, että vastaanottajan maa ja sopimus ovat kunnossa. Sille, jota seloste ei nimeä, tietoja ei voi kirjata luovutetuiksi.
mechanism-no-transfer = Ulkopuolisiin maihin ei voi avata yhteyttä eikä nimetä vastaanottajaa. Tarkistus käy läpi vastaanottajien maat. Henkilökunnan sivut aukeavat vain Euroopan talousalueelta; maa päätellään yhteydestä eikä osoitetta tallenneta.
mechanism-transfer = Ohjelma lähettää tietoja vain lueteltuihin osoitteisiin. Tarkistus vertaa palvelimen asetuksia selosteeseen ja katsoo, että vastaanottajan sopimus on voimassa.
mechanism-right-desk = Pyynnön voi tehdä verkossa, ja sillä on määräaika. Tarkistus etsii pyyntöjä, joihin ei ole vastattu ajoissa.
mechanism-access-log = Henkilötietoa ei voi avata ilman merkintää. Tarkistus laskee merkintöjen ketjun uudelleen.
mechanism-no-address-stored = Ohjelma ei kirjoita verkko-osoitteita. Tarkistus etsii niitä tietokannasta ja lokeista.
mechanism-hardened = Jokaisella sivulla on suojaavat otsakkeet. Tarkistus hakee sivun ja lukee ne.
mechanism-two-factor = Istunto avautuu vasta toisen todennuksen jälkeen. Tarkistus etsii tunnuksia, joilta se puuttuu.
mechanism-sweep = Poistoajo käynnistyy itsestään. Tarkistus katsoo, milloin se on viimeksi valmistunut.
mechanism-backups = Vanhentuneet varmuuskopiot ja niiden avaimet tuhotaan. Tarkistus katsoo vanhimman kopion iän.
mechanism-ledger-keep = Kun merkinnän aika täyttyy, ohjelma hävittää sen. Siitä jää tiiviste, jonka avulla muut merkinnät voidaan yhä todentaa. Tarkistus katsoo vanhimman merkinnän iän.
mechanism-review-date = Ohjelma muistuttaa ja näyttää, jos määräpäivä on ohi. Vastuuhenkilö vahvistaa läpikäynnin.
mechanism-contact-open = Tehtävä on sidottu käyttäjätunnukseen. Tarkistus katsoo, että tunnus on voimassa.
mechanism-roles-limit = Rooli antaa vain tässä luetellut oikeudet. Tarkistus käy läpi lokin uusimmat merkinnät ja etsii rooleja, joita selosteessa ei ole.
mechanism-consent-proof = Ilman suostumusta tieto hylätään, eikä sitä avata tähän tarkoitukseen. Tarkistus etsii tietueita, joilta suostumuksen näyttö puuttuu, ja käyttömerkintöjä, joiden takana ei ole suostumusta.
mechanism-objected = Tarkoitus suljetaan samalla tallennuksella, jolla kielto kirjataan. Tarkistus etsii kiellon jälkeisiä käyttöjä.
mechanism-no-automated-decision = Ohjelma ei päästä toista ohjelmaa asettamaan ratkaisua, joka koskee ihmistä: avaimella tehty yritys estetään. Tarkistus vertaa ohjelman osia selosteeseen ja etsii merkinnöistä ohjelmien päätöksiä.
mechanism-automated-decision = Ohjelma saa asettaa ratkaisun vain tähän kenttään ja vain tämän päätöksen nimellä. Jokaisesta jää merkintä, ja Omat tiedot -sivulla näkyy, mitä ohjelma ratkaisi. Tarkistus etsii merkinnöistä päätöksiä, joita seloste ei mainitse.
mechanism-attested = Ohjelma ei voi nähdä tätä. Nimetty vastuuhenkilö vahvistaa sen asiakirjalla, jolla on viimeinen voimassaolopäivä.
mechanism-text = Tämä vain kerrotaan. Ohjelma ei valvo sitä.
