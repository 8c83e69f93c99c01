# Löften: varje påstående i beskrivningen som en egen mening.

# Byggstenar
quoted = ”{ $name }”
list-and = { $head } och { $last }
list-or = { $head } eller { $last }
date = { $day }.{ $month }.{ $year }
moment = { $date } kl. { $hour }.{ $minute }
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
period-years = { $n } år
period-months = { $n ->
    [one] 1 månad
   *[other] { $n } månader
}
period-days = { $n ->
    [one] 1 dag
   *[other] { $n } dagar
}
period-hours = { $n ->
    [one] 1 timme
   *[other] { $n } timmar
}
period-minutes = { $n ->
    [one] 1 minut
   *[other] { $n } minuter
}
period-years-within = { $n ->
    [one] ett år
   *[other] { $n } år
}
period-months-within = { $n ->
    [one] en månad
   *[other] { $n } månader
}
period-days-within = { $n ->
    [one] ett dygn
   *[other] { $n } dagar
}
period-hours-within = { $n ->
    [one] en timme
   *[other] { $n } timmar
}
period-minutes-within = { $n ->
    [one] en minut
   *[other] { $n } minuter
}

# Lagrum
article-gdpr = artikel { $article } i dataskyddsförordningen
article-gdpr-paragraph = artikel { $article }.{ $paragraph } i dataskyddsförordningen
article-gdpr-point = artikel { $article }.{ $paragraph } { $point } i dataskyddsförordningen
article-communications = { $section } § i lagen om tjänster inom elektronisk kommunikation (917/2014)

# Grunder för behandlingen
basis-consent = ditt samtycke
basis-contract = ett avtal där du är part, eller åtgärder före avtalet på din begäran
basis-legal-obligation = en rättslig förpliktelse för den personuppgiftsansvarige
basis-vital-interests = skydd av grundläggande intressen
basis-public-task = en uppgift av allmänt intresse eller myndighetsutövning
basis-legitimate-interests = ett berättigat intresse
basis-missing = inte angiven

# Händelser som tiden räknas från: efter att …
event-sent = den skickades
event-created = den sparades
event-received = den togs emot
event-closed = den avslutades
event-answered = den besvarades
event-changed = den senast ändrades
event-decided = ärendet avgjordes
event-started = ärendet inleddes
event-year-end = kalenderåret tog slut
event-last-sign-in = du senast loggade in
event-withdrawn = samtycket återkallades
event-ended = förhållandet upphörde
event-other = händelsen ”{ $name }” inträffade

# Publicering och kontakt
version = Beskrivningens datum och versionsnummer uppstår vid publiceringen och kan inte skrivas för hand. Tidigare versioner kan läsas.
controller = Personuppgiftsansvarig är { $name }, och kontaktuppgifterna finns i denna beskrivning.
register = Denna beskrivning gäller registret { $name }. Varje formulär som samlar in uppgifter till registret hänvisar hit.
officer = Dataskyddsombudets kontaktuppgifter finns i denna beskrivning.
contact = För ärenden som gäller registret ansvarar: { $title }.
contact-user = För ärenden som gäller registret ansvarar: { $title }. Uppdraget sköts av en person vars användarkonto är i kraft.
review = Beskrivningen läses igenom och bekräftas vara aktuell. Det går högst { $period } mellan genomgångarna.

# Ändamål
purpose = Uppgifterna används för ändamålet { $purpose }. Grunden för behandlingen är { $basis }.
purpose-law = Uppgifterna används för ändamålet { $purpose }. Grunden för behandlingen är { $basis } ({ $law }).
purpose-interest = Uppgifterna används för ändamålet { $purpose }. Grunden för behandlingen är { $basis }: { $interest }
purposes-closed = Uppgifterna används inte för något annat ändamål.
consent = För ändamålet { $purpose } används dina uppgifter bara om du ger ditt samtycke. Samtyckets innehåll och tidpunkt sparas tillsammans med uppgiften och raderas med den.
withdraw = Du kan när som helst återkalla ditt samtycke till ändamålet { $purpose }, lika lätt som du gav det.
role = Personalens roll { $role } får använda uppgifter bara för { $count ->
    [one] ändamålet { $purposes }
   *[other] ändamålen { $purposes }
}. Rollens tillåtna åtgärder: { $may }.
role-no-purpose = Personalens roll { $role } får inte öppna personuppgifter. Rollens tillåtna åtgärder: { $may }.
role-nothing = inga
may-read = läsa uppgifter
may-collect = föra in uppgifter
may-answer = svara
may-classify = klassificera
may-amend = ändra uppgifter
may-erase = radera
may-export = exportera
may-disclose = lämna ut
may-decide-requests = avgöra begäranden
may-manage-users = hantera användare
may-publish = publicera beskrivningen
may-attest = ge bekräftelser
may-see-evidence = se bevis

# Uppgifter
kinds-closed = Inga andra uppgifter än de som räknas upp här samlas in eller sparas.
record-envelope = Till varje post fogar programmet bara en identifierare och ett nummer, kvittokodens kontrollsumma, ett läge, tiderna då posten sparades och ändrades, raderingsdagen och en eventuell grund för att skjuta upp den, beskrivningens version samt bevis på samtycke när behandlingen grundar sig på samtycke.
kind-closed = { $kind } innehåller bara { $count ->
    [one] denna uppgift
   *[other] dessa uppgifter
}: { $fields }.
source-person = { $kind }: uppgifterna fås bara av dig själv.
source-person-or = { $kind }: uppgifterna fås av dig själv eller av { $others }.
source-staff = { $kind }: uppgifterna skrivs in av personalen.
source-system = { $kind }: uppgifterna uppstår när tjänsten används.
source-other = { $kind }: uppgifterna fås av någon annan än dig.
field-purpose = Uppgiften { $field } används bara för { $count ->
    [one] ändamålet { $purposes }
   *[other] ändamålen { $purposes }
}.
field-no-purpose = Uppgiften { $field } används inte för något ändamål.
field-required = { $field } är en obligatorisk uppgift.
field-voluntary = { $field } är en frivillig uppgift.
field-required-consequence = { $field } är en obligatorisk uppgift. { $consequence }
field-voluntary-consequence = { $field } är en frivillig uppgift. { $consequence }
field-lookup = Med uppgiften { $field } kan man söka bara på hela värdet, och sökregistret röjer inte värdet.

# Lagring
keep = { $kind } raderas { $period } efter att { $event }. Raderingen görs senast { $sweep } efter att tiden har gått ut.
keep-part = { $kind } raderas samtidigt som { $parent }, som posten hör till.
keep-criterion = { $kind } sparas enligt följande kriterium: { $criterion } Behovet omprövas, och det går högst { $period } mellan prövningarna.
erase = När du begär att { $kind } ska raderas görs det utan onödigt dröjsmål och senast inom { $period } från begäran. När det är klart att uppgifterna är dina sker raderingen även om ingen hinner behandla begäran.
erase-except = När du begär att { $kind } ska raderas görs det utan onödigt dröjsmål och senast inom { $period } från begäran, utom det som enligt vad som berättas nedan ska bevaras. När det är klart att uppgifterna är dina sker raderingen även om ingen hinner behandla begäran.
floor = { $kind }: enligt lag ska { $count ->
    [one] uppgiften
   *[other] uppgifterna
} { $fields } bevaras i { $period } från { $start } ({ $law }). Övriga uppgifter raderas när du begär det, och dessa raderas utan begäran när tiden har gått.
floor-start-year-end = utgången av det kalenderår då { $event }
floor-start-financial-year-end = utgången av den räkenskapsperiod då { $event }
floor-start-year-of-financial-year-end = utgången av det kalenderår då den räkenskapsperiod slutade under vilken { $event }
hold = { $kind }: uppgifterna raderas inte så länge värdet av fältet { $field } är { $values } ({ $ground }). När hindret upphör görs en begärd eller tidsbestämd radering av sig själv.
anonymise = { $kind }: när uppgiften raderas blir bara en siffra kvar i statistiken ({ $what }). Siffrorna berättar inte om någon, och från dem går det inte att komma tillbaka till en person eller till den raderade uppgiften. Om likadana gäller färre än { $fewer } personer visas de bara tillsammans med andra.
anonymise-per-month = antal per månad
anonymise-per-year = antal per år
anonymise-per-all = antal
anonymise-by = uppdelat efter: { $fields }
anonymise-sum = sammanräknat: { $fields }
sweep = Uppgifter vars tid har gått ut söks upp och raderas. Det går högst { $period } mellan raderingarna.
backups = Säkerhetskopior förstörs senast efter { $period }. En raderad persons uppgifter kan inte öppnas ens från en säkerhetskopia, eftersom nyckeln är förstörd.
logs = Tjänstens tekniska logg förstörs senast efter { $period }.
ledger = Anteckningar om hur uppgifterna har använts sparas i { $period }. De innehåller inga personuppgifter.

# Utlämnande och överföring
recipients-none = Uppgifterna lämnas inte ut till andra, och ingen utanför den personuppgiftsansvarige behandlar dem.
recipients-closed = Uppgifterna lämnas inte ut till några andra än de som räknas upp här.
recipient = { $name } ({ $role }) får uppgifter bara för { $count ->
    [one] ändamålet { $purposes }
   *[other] ändamålen { $purposes }
}.
recipient-own-task = { $name } ({ $role }) får uppgifter bara för sin egen uppgift.
recipient-class = { $name }: uppgifter lämnas ut bara när grunden är { $grounds }. Vid varje utlämnande antecknas vem som fick uppgifterna, och du ser det bland dina egna uppgifter.
recipient-class-for = { $name }: uppgifter lämnas ut bara när grunden är { $grounds }, och bara för { $count ->
    [one] ändamålet { $purposes }
   *[other] ändamålen { $purposes }
}. Vid varje utlämnande antecknas vem som fick uppgifterna, och du ser det bland dina egna uppgifter.
disclosed-on-consent = ditt samtycke
disclosed-on-mandate = samtycke av en person som du har befullmäktigat
disclosed-on-statute = en lagstadgad rätt att få uppgifterna
recipient-approval = { $name }: varje utlämnande godkänns på förhand av en annan person än den som beredde det.
recipient-approval-unless = { $name }: varje utlämnande godkänns på förhand av en annan person än den som beredde det. Om någons liv eller hälsa är i fara kan uppgifterna lämnas genast; då antecknas orsaken och en annan person granskar utlämnandet i efterhand.
recipient-demands = { $name }: vid varje utlämnande antecknas { $facts }. Annars lämnas inga uppgifter ut.
demand-requester = vem som begärde uppgifterna
demand-matter = i vilket ärende de begärdes
role-class = grupp av mottagare
role-processor = personuppgiftsbiträde
role-recipient = mottagare
role-joint-controller = gemensamt personuppgiftsansvarig
role-authority = myndighet
transfers-none = Uppgifterna överförs inte till länder utanför Europeiska ekonomiska samarbetsområdet.
transfer = { $recipient } behandlar uppgifter utanför Europeiska ekonomiska samarbetsområdet, i landet { $country }. Grunden för överföringen är { $mechanism }.
transfer-adequacy = kommissionens beslut om adekvat skyddsnivå
transfer-standard-clauses = kommissionens standardavtalsklausuler
transfer-binding-rules = bindande företagsbestämmelser
transfer-consent = ditt uttryckliga samtycke

# Kakor och besöksstatistik
cookie = Kakan { $name }: { $text }
cookies-closed = Inga andra kakor eller identifierare sparas i din webbläsare.
cookies-none = Tjänsten sparar inga kakor eller andra identifierare i din webbläsare.
analytics = Om besöken statistikförs bara { $dimensions }. Statistiken görs av { $tool }.
analytics-dimension-device = typ av enhet
analytics-dimension-country = land
analytics-dimension-pages = visade sidor
analytics-dimension-duration = besökets tid och längd
analytics-dimension-referrer = webbplatsen som besökaren kom från
analytics-dimension-language = webbläsarens språk
analytics-tool-seloste = tjänsten själv
analytics-keep = Uppgifterna i besöksstatistiken raderas efter { $period }.
signal-dnt = Om din webbläsare ber att inte bli följd (Do Not Track) statistikförs ditt besök inte.
signal-gpc = Om din webbläsare meddelar ett allmänt integritetsval (Global Privacy Control) statistikförs ditt besök inte.

# Skyddsåtgärder
measure-encrypted-at-rest = Personuppgifterna sparas krypterade, och varje person har sina egna nycklar. Nycklarna förvaras åtskilt från uppgifterna.
measure-encrypted-in-transit = Uppgifterna rör sig mellan din webbläsare och tjänsten bara i krypterad form.
measure-access-log = Varje gång personuppgifter läses, ändras, lämnas ut eller raderas görs en anteckning. Om den ändras i efterhand märks det.
measure-no-address-stored = Din nätadress och din webbläsares identifieringsuppgifter sparas inte någonstans.
measure-hardened = Sidorna skyddar sig själva: de hämtar ingenting från andra webbplatser, och ingen annan webbplats kan bädda in dem.
measure-two-factor = Personalen loggar in i två steg: enbart lösenord räcker inte.
measure-purpose-bound-access = Personalen kan öppna personuppgifter bara genom att ange ett ändamål som hör till de egna arbetsuppgifterna.

# Beslut
automated-none = Inga beslut om dig fattas automatiskt, och du profileras inte.
automated-decision = { $logic } Ett program avgör utan en människa: { $field } ({ $kind }). { $basis ->
        [contract] Beslutet behövs för att ingå eller fullgöra ett avtal.
        [consent] Beslutet grundar sig på ditt uttryckliga samtycke.
       *[law] Beslutet tillåts i lag: { $law }.
    } Du kan be att en människa ser på beslutet, framföra din åsikt och bestrida beslutet.

# Rättigheter
objected-for-good = Du kan när som helst och utan motivering förbjuda att dina uppgifter används för ändamålet { $purpose }. Förbudet gäller genast och upphör bara om du själv tar tillbaka det. För att det ska följas också när dina uppgifter har raderats bevaras en kod av din adress, ur vilken adressen inte kan läsas. Koden bevaras tills du tar tillbaka förbudet.
objected-meanwhile = Om du invänder mot att dina uppgifter används för ändamålet { $purpose } används de inte för det medan din invändning behandlas. Om den godkänns används de inte längre alls för det.
right-access = Du har rätt att få veta om dina uppgifter behandlas och att få en kopia av dem.
right-rectification = Du har rätt att få felaktiga uppgifter rättade och ofullständiga uppgifter kompletterade.
right-erasure = Du har rätt att få dina uppgifter raderade.
right-restriction = Du har rätt att få behandlingen av dina uppgifter begränsad, till exempel medan det utreds om de är riktiga.
right-portability = Du har rätt att få de uppgifter som du själv har lämnat i maskinläsbar form och att flytta dem någon annanstans.
right-objection = Du har rätt att av skäl som hänför sig till din specifika situation invända mot att dina uppgifter behandlas.
right-withdraw-consent = Du har rätt att när som helst återkalla ditt samtycke. Återkallandet påverkar inte lagligheten av det som har gjorts med uppgifterna före det.
right-complaint = Du har rätt att lämna in ett klagomål till tillsynsmyndigheten.
right-no-automated-decision = Du har rätt att inte bli föremål för ett betydande beslut som fattas enbart automatiskt.
right-cooling-off = När du själv raderar alla dina uppgifter kan du ångra dig i { $period }. Under den tiden ser ingen annan dina uppgifter. Efter det kan raderingen inte ångras.
right-within = Du får svar senast inom { $period } från begäran.
right-target = Vi strävar efter att avgöra begäran inom { $period }.
rights-deadline = En begäran besvaras utan onödigt dröjsmål och senast inom en månad. Om ärendet är komplicerat kan tiden förlängas med högst två månader. Du får då veta det och skälen till det inom den första månaden.
authority = Tillsynsmyndighetens namn och kontaktuppgifter finns i denna beskrivning.

# Lägen
state-kept = Hålls. Kontrollerat { $time }.
state-broken = Hålls inte sedan { $time }. { $why }
state-attested = Bekräftat, gäller till och med { $date }.
state-attestation-expired = Bekräftelsen gällde till och med { $date }.
state-due = Nästa utsatta dag är { $date }.
state-overdue = Den utsatta dagen var { $date }.
state-awaited = { $why } Sista dagen är { $date }.
state-text = Berättas. Programmet kontrollerar inte detta.
state-unknown = Ännu inte kontrollerat.

# Varför ett löfte inte hålls
why-past-due = { $count ->
    [one] En post har passerat sin tidsgräns.
   *[other] { $count } poster har passerat sin tidsgräns.
}
why-job-late = Den schemalagda uppgiften { $name } är försenad.
why-clock-in-doubt = Serverns klocka har ändrats på ett sätt som inte kan förklaras. Ingenting raderas på grund av tid förrän klockan har kontrollerats. Uppgifter vars tid har gått ut öppnas ändå inte.
why-unsealed = { $count ->
    [one] En personuppgift har sparats okrypterad.
   *[other] { $count } personuppgifter har sparats okrypterade.
}
why-undeclared-kind = Det finns sparade uppgifter som beskrivningen inte nämner: { $name }.
why-undeclared-field = Det finns ett sparat fält som beskrivningen inte nämner: { $name }.
why-undeclared-purpose = Uppgifter har använts för ett ändamål som beskrivningen inte nämner: { $name }.
why-undeclared-cookie = Tjänsten satte en kaka som beskrivningen inte nämner: { $name }.
why-undeclared-host = Tjänsten kontaktade en adress som beskrivningen inte nämner: { $name }.
why-contract-over = Avtalet med { $name } har upphört.
why-outside-eea = Mottagaren { $name } finns utanför Europeiska ekonomiska samarbetsområdet och ingen överföring har angetts.
why-wrong-source = Uppgifter har antecknats av någon annan än den angivna källan: { $name }.
why-undeclared-role = En användare har en roll som beskrivningen inte nämner: { $name }.
why-undeclared-decision = Ett program har fattat ett beslut som beskrivningen inte nämner: { $name }.
why-missing-consent = { $count ->
    [one] En post saknar bevis på samtycke.
   *[other] { $count } poster saknar bevis på samtycke.
}
why-too-fine = { $count ->
    [one] Räknarna har en siffra som är noggrannare än beskrivningen säger.
   *[other] Räknarna har { $count } siffror som är noggrannare än beskrivningen säger.
}
why-misheld = { $count ->
    [one] Grunderna för att bevara en post stämmer inte med dess uppgifter.
   *[other] Grunderna för att bevara { $count } poster stämmer inte med deras uppgifter.
}
why-used-without-consent = { $count ->
    [one] Uppgifter har använts för detta en gång utan samtycke.
   *[other] Uppgifter har använts för detta { $count } gånger utan samtycke.
}
why-used-after-objection = { $count ->
    [one] Uppgifter har använts för detta en gång fast personen hade förbjudit det.
   *[other] Uppgifter har använts för detta { $count } gånger fast personen hade förbjudit det.
}
why-ledger-broken = Kedjan av anteckningar stämmer inte.
why-unlogged = { $count ->
    [one] En händelse saknar anteckning.
   *[other] { $count } händelser saknar anteckning.
}
why-address-found = En nätadress hittades här: { $name }.
why-insecure-connection = Tjänsten erbjuds över en okrypterad förbindelse.
why-local-connection = Tjänsten svarar än så länge bara den dator som den körs på, och förbindelsen är inte krypterad. Innan andra når tjänsten ska administratören ge den en krypterad adress (public-url) eller ett eget certifikat (tls).
why-missing-header = Sidan saknar det skyddande huvudet { $name }.
why-case-late = { $count ->
    [one] En begäran har inte besvarats i tid: nummer { $name }.
   *[other] { $count } begäranden har inte besvarats i tid: nummer { $name }.
}
why-backup-late = En säkerhetskopia är äldre än utlovat: { $name }.
why-log-old = Det finns anteckningar om användningen som är äldre än utlovat.
why-contact-gone = Kontaktpersonens användarkonto är inte längre i kraft.
why-controller-invented = Beskrivningen nämner fortfarande en påhittad organisation eller dess adress. Administratören behöver skriva in den rätta.
why-contact-missing = Kontaktpersonen har ännu inget användarkonto. Administratören behöver skapa kontot { $name } eller ändra det i beskrivningen.
why-no-second-factor = { $count ->
    [one] Ett användarkonto saknar ett andra steg vid inloggningen.
   *[other] { $count } användarkonton saknar ett andra steg vid inloggningen.
}
why-no-attestation = Ingen bekräftelse har getts.
why-alien-rows = Databasen har { $count } rader som det här programmet inte har skrivit; den första finns i tabellen { $name }.
why-version-mismatch = Den publicerade beskrivningen stämmer inte överens med den sparade versionen.
why-program-differs = Programmet och beskrivningen skiljer sig åt: { $name }.
why-form-differs = Formuläret frågar efter uppgiften på annat sätt än beskrivningen säger: { $name }.
why-unkeyed = I sökregistret finns en rad som inte är den nyckelberoende kontrollsumman av postens uppgift: { $name }.
why-check-failed = Kontrollen kunde inte göras: { $name }.

# Hur ett löfte hålls
mechanism-published = Beskrivningen kan inte publiceras utan denna punkt. Kontrollen ser till att den finns i den publicerade versionen.
mechanism-versioned = Varje publicerad version sparas med sin kontrollsumma. Kontrollen räknar om summan och jämför.
mechanism-closed-world = Programmet sparar bara de uppgifter som beskrivningen räknar upp och startar inte om listorna skiljer sig. Kontrollen jämför databasen med beskrivningen.
mechanism-source-gate = Bara den angivna källan kan föra in uppgifter. Kontrollen går igenom loggens nyaste anteckningar och ser vem som gjorde dem.
mechanism-purpose-gate = Personuppgifter öppnas bara för ett namngivet ändamål, och användningen antecknas. Kontrollen jämför antecknade ändamål med beskrivningen.
mechanism-field-gate = Varje fält öppnas bara för sina egna ändamål. Kontrollen jämför antecknad användning med beskrivningen.
mechanism-required-field = Formuläret och gränssnittet görs av beskrivningen, så de frågar efter uppgiften som det sägs här. Kontrollen hämtar det offentliga formulärets sida och jämför den med beskrivningen; för andra formulär jämför den programmet med beskrivningen.
mechanism-blind-index = I sökregistret skrivs bara nyckelberoende kontrollsummor. Kontrollen går igenom registrets rader, beräknar summorna på nytt och letar efter rader som är något annat.
mechanism-retention = Raderingsdagen räknas ut när uppgiften sparas. Kontrollen söker efter poster vars dag är förbi.
mechanism-erase-on-request = En begäran om radering har en tidsgräns då programmet självt raderar. Kontrollen söker efter försenade begäranden.
mechanism-kept-on-ground = Grunden för att bevara antecknas och avslutas i samma skrivning som den uppgift den beror på. Kontrollen räknar ut grunderna på nytt ur de sparade uppgifterna och letar efter skillnader.
mechanism-counted = Räknarna höjs av samma radering som tar bort uppgiften, exakt en gång. Kontrollen ser efter att räknarna inte innehåller något noggrannare än det som har meddelats.
mechanism-sealed = Bara krypterat innehåll når databasen. Kontrollen går igenom sparade uppgifter och söker efter okrypterade.
mechanism-tls = Tjänstens adress är krypterad. Kontrollen ser efter tjänstens adress och att tjänstens eget certifikat gäller. En okrypterad adress som bara nås från samma dator väntar ännu på kryptering.
mechanism-cookie-inventory = Programmet stoppar kakor som inte finns i förteckningen. Kontrollen berättar om stoppade kakor.
mechanism-analytics-schema = Statistiken rymmer bara de angivna uppgifterna. Kontrollen jämför statistikens struktur med beskrivningen.
mechanism-analytics-signal = Besöket hoppas över när webbläsaren skickar denna signal. Kontrollen prövar det.
mechanism-analytics-retention = Statistikens rader raderas i tid. Kontrollen söker efter för gamla rader.
mechanism-forbidden-purpose = Programmet vägrar öppna uppgifter för detta ändamål även om någon samtycker. Kontrollen söker efter sådan användning bland anteckningarna.
mechanism-recipients = Programmet skickar uppgifter bara till uppräknade adresser. Kontrollen jämför serverns inställningar med beskrivningen och ser efter att mottagarens land och avtal är i sin ordning. Den som beskrivningen inte nämner kan inga uppgifter lämnas ut till.
mechanism-no-transfer = Det går inte att öppna förbindelser till eller ange mottagare i andra länder. Kontrollen går igenom mottagarnas länder. Personalens sidor öppnas bara från Europeiska ekonomiska samarbetsområdet; landet avgörs av förbindelsen, och adressen sparas inte.
mechanism-transfer = Programmet skickar uppgifter bara till uppräknade adresser. Kontrollen jämför serverns inställningar med beskrivningen och ser efter att mottagarens avtal gäller.
mechanism-right-desk = En begäran kan göras på webben och har en tidsgräns. Kontrollen söker efter begäranden som inte har besvarats i tid.
mechanism-access-log = En personuppgift kan inte öppnas utan anteckning. Kontrollen räknar om kedjan av anteckningar.
mechanism-no-address-stored = Programmet skriver inga nätadresser. Kontrollen söker efter dem i databasen och loggarna.
mechanism-hardened = Varje sida har skyddande huvuden. Kontrollen hämtar en sida och läser dem.
mechanism-two-factor = Sessionen öppnas först efter det andra steget. Kontrollen söker efter konton som saknar det.
mechanism-sweep = Raderingen startar av sig själv. Kontrollen ser efter när den senast blev klar.
mechanism-backups = Gamla säkerhetskopior och deras nycklar förstörs. Kontrollen ser efter hur gammal den äldsta kopian är.
mechanism-ledger-keep = När tiden för en anteckning är slut förstör programmet den. Kvar blir en kontrollsumma, så att de andra anteckningarna fortfarande kan verifieras. Kontrollen ser efter hur gammal den äldsta anteckningen är.
mechanism-review-date = Programmet påminner och visar om den utsatta dagen är förbi. Den ansvariga bekräftar genomgången.
mechanism-contact-open = Uppdraget är bundet till ett användarkonto. Kontrollen ser efter att kontot är i kraft.
mechanism-roles-limit = Rollen ger bara de rättigheter som räknas upp här. Kontrollen går igenom loggens nyaste anteckningar och söker efter roller som inte finns i beskrivningen.
mechanism-consent-proof = Utan samtycke avvisas uppgiften, och den öppnas inte för detta ändamål. Kontrollen söker efter poster som saknar bevis på samtycke och efter användning utan samtycke i loggen.
mechanism-objected = Ändamålet stängs i samma skrivning där förbudet antecknas. Kontrollen letar efter användning efter förbudet.
mechanism-no-automated-decision = Programmet låter inget annat program sätta ett utfall som gäller en människa: ett försök med en nyckel avvisas. Kontrollen jämför programmets delar med beskrivningen och söker i anteckningarna efter programs beslut.
mechanism-automated-decision = Ett program får sätta ett utfall bara i det här fältet och bara i det här beslutets namn. Varje beslut antecknas, och på sidan Egna uppgifter syns vad programmet har avgjort. Kontrollen söker i anteckningarna efter beslut som beskrivningen inte nämner.
mechanism-attested = Programmet kan inte se detta. En namngiven ansvarig bekräftar det med ett dokument som har en sista giltighetsdag.
mechanism-text = Detta bara berättas. Programmet övervakar det inte.
