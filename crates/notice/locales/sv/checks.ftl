# Texts of the checks: title (the rule), message (the finding), why, mend.

syntax-title = Texten följer språket KDL 2
syntax-message = { $what ->
        [not-utf8] filen innehåller byte som inte är UTF-8-text
        [never-closed] blocket stängs aldrig
        [stray-close] klammern har ingen öppnande klammer
        [endless-text] texten avslutas inte med citattecken
        [endless-comment] kommentaren avslutas inte
        [bare-word] `{ $detail }` skrivs `#{ $detail }`
       *[kdl] det här stället går inte att läsa: { $detail }
    }
syntax-why = Det som inte går att läsa går inte att lova.
syntax-mend = { $what ->
        [not-utf8] Spara filen som UTF-8.
        [never-closed] Lägg till `{"}"}` i slutet av blocket.
        [stray-close] Ta bort klammern, eller lägg till `{"{"}` där blocket börjar.
        [endless-text] Lägg till ett citattecken i slutet av texten.
        [endless-comment] Lägg till `*/` i slutet av kommentaren.
        [bare-word] Skriv `#{ $detail }`.
       *[kdl] Skriv texter inom citattecken, egenskaper i formen namn="värde" och värdena #true och #false med nummertecken. Stäng varje text, block och kommentar.
    }

too-large-title = Beskrivningen håller sig inom gränserna för storlek och djup
too-large-message = { $what ->
        [depth] fler än { $limit } block ligger inuti varandra
       *[size] filen är större än { $limit } byte
    }
too-large-why = Gränsen gör att ingen fil kan stoppa programmet.
too-large-mend = Dela upp beskrivningen eller ta bort onödiga nivåer.

no-notice-title = Filen innehåller exakt en beskrivning
no-notice-message = { $what ->
        [two] filen innehåller en andra beskrivning
       *[none] filen innehåller ingen beskrivning
    }
no-notice-why = En fil, en beskrivning, en version.
no-notice-mend = Skriv allt i ett enda `notice`-block.

unknown-node-title = Varje block är känt
unknown-node-message = { $near ->
        [nothing-near] `{ $name }` hör inte till det här blocket
       *[other] `{ $name }` hör inte till det här blocket; menade du `{ $near }`?
    }
unknown-node-why = Ett felstavat block skulle inte lova något, och ingen skulle märka det.
unknown-node-mend = Använd ett känt namn. `seloste explain notice` räknar upp dem.

unknown-property-title = Varje egenskap är känd
unknown-property-message = { $near ->
        [nothing-near] blocket `{ $inside }` har ingen egenskap `{ $name }`
       *[other] blocket `{ $inside }` har ingen egenskap `{ $name }`; menade du `{ $near }`?
    }
unknown-property-why = En felstavad egenskap skulle inte lova något, och ingen skulle märka det.
unknown-property-mend = Använd ett känt namn.

unknown-value-title = Ordet finns i den slutna förteckningen
unknown-value-message = { $near ->
        [nothing-near] `{ $name }` är inget av dessa: { $known }
       *[other] `{ $name }` är inget av dessa: { $known }; menade du `{ $near }`?
    }
unknown-value-why = Programmet kan bara upprätthålla det som det känner till.
unknown-value-mend = Använd något av de uppräknade orden.

bad-value-title = Värdet har rätt form
bad-value-message = { $wanted ->
        [flag] `{ $value }` är varken #true eller #false
        [quoted-number] `{ $value }` står inom citattecken och är därför en text, inte ett tal
        [number] `{ $value }` är inte ett heltal från 1 till 5 000 000
        [period] `{ $value }` är inte en tid, som "1 month"
        [date] `{ $value }` är inte ett datum, som "2026-01-31"
        [year-end] `{ $value }` är ingen dag på året, som "12-31"
        [email] `{ $value }` är inte en e-postadress
        [country] `{ $value }` är inte en landskod med två bokstäver
        [host] `{ $value }` är inte ett servernamn
       *[text] `{ $value }` är inte en text inom citattecken
    }
bad-value-why = Ett värde som inte går att läsa går varken att följa eller att visa för någon.
bad-value-mend = { $wanted ->
        [flag] Skriv #true eller #false.
        [quoted-number] Skriv talet utan citattecken: { $value }.
        [number] Skriv talet utan citattecken och mellanslag, till exempel 4000.
        [period] Skriv tiden så här: "1 month", "14 days", "2 years".
        [date] Skriv datumet så här: "2026-01-31".
        [year-end] Skriv månad och dag så här: "12-31".
        [email] Skriv hela e-postadressen, till exempel "palaute@example.fi".
        [country] Skriv landets kod med två bokstäver, till exempel "FI".
        [host] Skriv serverns namn och vid behov porten, till exempel "mail.example.fi:587".
        [text] Skriv texten inom citattecken.
       *[form] Skriv värdet i den form som visas.
    }

missing-value-title = Ett block som kräver ett värde har ett
missing-value-message = blocket `{ $name }` saknar värde
missing-value-why = Ett ändamål eller en roll utan namn kan inte hänvisas till.
missing-value-mend = Skriv värdet efter blockets namn.

surplus-value-title = Blocket har inga överflödiga värden
surplus-value-message = blocket `{ $name }` har ett värde som ingenting läser
surplus-value-why = Ett värde som ingenting läser lovar inget.
surplus-value-mend = Ta bort värdet.

bad-name-title = Korta namn har bara små bokstäver, siffror och bindestreck
bad-name-message = `{ $name }` duger inte som kort namn
bad-name-why = Namnen blir adresser, löftens beteckningar och formulärfält.
bad-name-mend = Ge ett namn på högst 40 tecken: först a–z, sedan a–z, 0–9 och bindestreck.

duplicate-title = Inget sägs två gånger
duplicate-message = `{ $name }` finns redan
duplicate-why = Två uppgifter om samma sak kan strida mot varandra.
duplicate-mend = Behåll en av dem.

typed-version-title = Version och datum kommer av publiceringen
typed-version-message = `{ $name }` skrivs inte för hand
typed-version-why = Ett handskrivet datum kan påstå att beskrivningen är nyare eller äldre än den är.
typed-version-mend = Ta bort det. Publiceringen visar version och datum.

missing-language-title = Varje text finns på alla språk i beskrivningen
missing-language-message = texten saknas på språket { $lang }
missing-language-why = Ett löfte som läsaren inte förstår är inte öppet.
missing-language-mend = Lägg till översättningen eller ta bort språket från beskrivningens språk.

missing-text-title = Allt som människor läser har en text
missing-text-message = blocket `{ $name }` har ingen text för läsaren
missing-text-why = Ett kort namn säger inte läsaren något.
missing-text-mend = Lägg till text på beskrivningens språk.

template-residue-title = Texten har inga rester av en mall
template-residue-message = texten har ett ställe som inte är ifyllt: { $found }
template-residue-why = Ett tomt ställe visar att ingen har läst beskrivningen.
template-residue-mend = Skriv in rätt uppgift.

repealed-law-title = Texten hänvisar inte till upphävda lagar
repealed-law-message = texten har ord ur en upphävd lag: { $found }
repealed-law-why = Personuppgiftslagen upphävdes 1.1.2019. Gamla ord vilseleder läsaren.
repealed-law-mend = Skriv om stället med dataskyddsförordningens ord.

unique-anonymous-title = En unik identifierare kallas inte anonym
unique-anonymous-message = texten kallar identifieraren både unik och anonym
unique-anonymous-why = En unik identifierare skiljer ut en människa och är därför inte anonym.
unique-anonymous-mend = Skriv "slumpmässig identifierare" och behandla den som personuppgift.

no-confirmation-title = Den som begär något får veta vad som gjordes
no-confirmation-message = texten vägrar att bekräfta vad som gjordes
no-confirmation-why = Den personuppgiftsansvarige ska berätta om åtgärderna utan onödigt dröjsmål och inom en månad.
no-confirmation-mend = Skriv var och när beskedet ges, till exempel på kvittosidan.

absolute-claim-title = Texten lovar inte fullständig säkerhet
absolute-claim-message = texten lovar mer än någon åtgärd kan hålla: { $found }
absolute-claim-why = Ett för stort löfte är vilseledande.
absolute-claim-mend = Berätta vilka åtgärder som används.

controller-incomplete-title = Den personuppgiftsansvariges namn, adress, e-post och telefon anges
controller-incomplete-message = den personuppgiftsansvarige saknar { $item ->
        [name] namn
        [address] postadress
        [email] e-postadress
       *[phone] telefonnummer
    }
controller-incomplete-why = Människor måste veta vem som behandlar deras uppgifter och hur de når den.
controller-incomplete-mend = Komplettera blocket `controller`.

controller-kind-title = Den personuppgiftsansvariges art anges
controller-kind-message = den personuppgiftsansvariges art saknas
controller-kind-why = Arten avgör vilka rättsliga grunder som är möjliga och om ett dataskyddsombud behövs.
controller-kind-mend = Lägg till `kind`, till exempel `kind="authority"`.

business-id-title = FO-numrets kontrollsiffra stämmer
business-id-message = `{ $id }` är inte ett riktigt FO-nummer
business-id-why = Ett felaktigt nummer leder människor till fel personuppgiftsansvarig.
business-id-mend = Kontrollera numret: sju siffror, streck och kontrollsiffra.

officer-missing-title = En myndighet har ett dataskyddsombud
officer-missing-message = myndighetens beskrivning saknar dataskyddsombud
officer-missing-why = En myndighet ska utnämna ett dataskyddsombud och berätta hur det nås.
officer-missing-mend = Lägg till blocket `officer`.

officer-unreachable-title = Dataskyddsombudet kan nås
officer-unreachable-message = dataskyddsombudet har inga kontaktuppgifter
officer-unreachable-why = Den som vill använda sina rättigheter måste nå ombudet.
officer-unreachable-mend = Lägg till e-post, adress eller telefon.

contact-unbound-title = Kontaktpersonen är bunden till ett personalkonto
contact-unbound-message = kontaktpersonen är inte bunden till ett konto
contact-unbound-why = När kontot stängs märker beskrivningen att kontaktpersonen är borta.
contact-unbound-mend = Lägg till `contact user="konto"`.

register-unnamed-title = Registret har ett namn
register-unnamed-message = registrets namn saknas
register-unnamed-why = Läsaren måste veta vilken tjänst beskrivningen gäller.
register-unnamed-mend = Lägg till blocket `register`.

review-missing-title = Beskrivningen har ett granskningsintervall
review-missing-message = beskrivningen har inget granskningsintervall
review-missing-why = En beskrivning blir obemärkt gammal om ingen läser den regelbundet.
review-missing-mend = Lägg till `review every="1 year"`.

authority-missing-title = Tillsynsmyndigheten anges
authority-missing-message = tillsynsmyndigheten saknas
authority-missing-why = Människor har rätt att klaga och måste veta var.
authority-missing-mend = Lägg till `authority "fi"`.

basis-missing-title = Varje ändamål har en rättslig grund
basis-missing-message = ändamålet `{ $name }` saknar rättslig grund
basis-missing-why = Behandling är laglig bara på någon av de sex grunderna.
basis-missing-mend = Lägg till `basis`.

purposes-missing-title = Beskrivningen har ändamål
purposes-missing-message = beskrivningen har inga ändamål
purposes-missing-why = Uppgifter får behandlas bara för ett angivet ändamål.
purposes-missing-mend = Lägg till `purpose`.

consent-text-title = Samtycket har en text
consent-text-message = ändamålet `{ $name }` ber om samtycke men säger inte till vad
consent-text-why = Ett samtycke gäller bara när människan vet vad hon samtycker till.
consent-text-mend = Lägg till blocket `consent` i ändamålet.

withdrawal-missing-title = Samtycke kan återkallas
withdrawal-missing-message = rätten att återkalla samtycket nämns inte
withdrawal-missing-why = Ett samtycke kan återkallas när som helst, och det ska berättas.
withdrawal-missing-mend = Lägg till `withdraw-consent` i blocket `rights`.

interest-missing-title = Det berättigade intresset anges
interest-missing-message = ändamålet `{ $name }` säger inte vilket intresse det gäller
interest-missing-why = Den som inte känner till intresset kan inte invända mot behandlingen.
interest-missing-mend = Lägg till blocket `interest` i ändamålet.

law-missing-title = Ett ändamål som bygger på lag har ett lagrum
law-missing-message = ändamålet `{ $name }` har inget lagrum
law-missing-why = En rättslig förpliktelse och en uppgift av allmänt intresse grundas på lag.
law-missing-mend = Lägg till `law`: författning och paragraf.

company-public-task-title = En förening, en stiftelse, ett företag eller en person åberopar inte en uppgift av allmänt intresse utan uppgift
company-public-task-message = ändamålet `{ $name }` åberopar en uppgift av allmänt intresse fast den ansvarige inte är en myndighet
company-public-task-why = Andra än myndigheter har en sådan uppgift bara när lagen ger den.
company-public-task-mend = Kontrollera att lagen ger uppgiften eller byt grund, till exempel: basis="legitimate-interests" och blocket `interest`.

authority-consent-title = Samtycke till en myndighet är verkligen fritt
authority-consent-message = alla uppgifter i `{ $name }` vilar på samtycke fast den ansvarige är en myndighet
authority-consent-why = Mellan myndigheten och människan råder obalans, så samtycket är inte alltid fritt.
authority-consent-mend = Se till att en vägran inte har följder, eller använd uppgift av allmänt intresse.

authority-interests-title = En myndighet åberopar inte berättigat intresse
authority-interests-message = ändamålet `{ $name }` åberopar berättigat intresse fast den ansvarige är en myndighet
authority-interests-why = Grunden gäller inte när myndigheten sköter sina uppgifter.
authority-interests-mend = Använd uppgift av allmänt intresse eller rättslig förpliktelse.

forbidden-declared-title = En förbjuden användning tillåts inte på annat ställe, inte heller under ett annat namn
forbidden-declared-message = ändamålet `{ $name }` är tillåtet fast `{ $forbidden }` är förbjudet
forbidden-declared-why = Beskrivningen kan inte både tillåta och förbjuda.
forbidden-declared-mend = Ta bort det ena. Om de är olika saker, namnge och beskriv dem så att skillnaden syns.

purpose-unused-title = Varje ändamål används
purpose-unused-message = inget fält tjänar ändamålet `{ $name }`
purpose-unused-why = Ett ändamål som inget tjänar förvirrar bara.
purpose-unused-mend = Ta bort ändamålet eller ange det för fälten.

purpose-unknown-title = Ett nämnt ändamål finns
purpose-unknown-message = { $near ->
        [nothing-near] ändamålet `{ $name }` finns inte
       *[other] ändamålet `{ $name }` finns inte; menade du `{ $near }`?
    }
purpose-unknown-why = Ett okänt ändamål tillåter inget.
purpose-unknown-mend = Lägg till ändamålet eller rätta namnet.

required-on-consent-title = Ett fält som vilar på samtycke är frivilligt
required-on-consent-message = fältet `{ $name }` är obligatoriskt fast det vilar bara på samtycke
required-on-consent-why = Ett tvingat samtycke är inte fritt.
required-on-consent-mend = Ta bort `required` eller byt grund.

category-missing-title = Varje fält har en kategori
category-missing-message = fältet `{ $name }` har ingen kategori
category-missing-why = Kategorin berättar vilka slags uppgifter som samlas in.
category-missing-mend = Lägg till `category`.

field-purpose-missing-title = Varje fält har ett ändamål
field-purpose-missing-message = fältet `{ $name }` används inte till något
field-purpose-missing-why = Uppgifter utan ändamål får inte samlas in.
field-purpose-missing-mend = Lägg till `purposes` eller ta bort fältet.

source-missing-title = Varje slag av uppgifter har en källa
source-missing-message = källan till `{ $name }` anges inte
source-missing-why = Människor har rätt att veta varifrån deras uppgifter kommer.
source-missing-mend = Lägg till `from`.

source-unnamed-title = En annan källa anges vid namn
source-unnamed-message = den andra källan till `{ $name }` anges inte vid namn
source-unnamed-why = Bara "annan" berättar inte varifrån uppgifterna fås.
source-unnamed-mend = Lägg till blocket `source`.

keep-missing-title = Varje slag av uppgifter har en lagringstid
keep-missing-message = lagringstiden för `{ $name }` anges inte
keep-missing-why = Uppgifter får sparas bara så länge de behövs, och det ska berättas.
keep-missing-mend = Lägg till `keep`, eller `part-of` om slaget upphör med ett annat.

consequence-missing-title = Följden av att ett obligatoriskt fält saknas anges
consequence-missing-message = det obligatoriska fältet `{ $name }` säger inte vad som följer om det saknas
consequence-missing-why = Människor ska få veta om uppgiften måste ges och vad som annars följer.
consequence-missing-mend = Lägg till blocket `consequence` i fältet.

special-ground-title = En särskild kategori har en grund enligt artikel 9
special-ground-message = fältet `{ $name }` hör till en särskild kategori men saknar grund
special-ground-why = Behandling av uppgifter om hälsa, övertygelse och annat känsligt är annars förbjuden.
special-ground-mend = Lägg till `ground` eller låt bli att samla in uppgiften.

lookup-guessable-title = Sökning görs bara på värden som inte kan gissas
lookup-guessable-message = värdena i fältet `{ $name }` kan gissas
lookup-guessable-why = När alternativen är få och nyckeln läcker kan kontrollsumman prövas fram.
lookup-guessable-mend = Ta bort `lookup` eller sök med ett annat fält.

part-of-unknown-title = Ett slag upphör med ett slag som finns
part-of-unknown-message = slaget `{ $name }` kan inte vara en del av `{ $whole }`
part-of-unknown-why = Annars vet ingen när uppgifterna raderas.
part-of-unknown-mend = Hänvisa till ett annat slag som har egen lagringstid.

keep-twice-title = Ett slag har bara en lagringstid
keep-twice-message = `{ $name }` har både en egen tid och ett annat slags tid
keep-twice-why = Med två olika tider vet läsaren inte vilken som gäller.
keep-twice-mend = Ta bort `keep` eller `part-of`.

service-empty-title = Tjänsten berättar vad den samlar in
service-empty-message = tjänsten `{ $name }` berättar inte vad den samlar in
service-empty-why = En tjänst som inte samlar in något behöver ingen beskrivning; andra berättar.
service-empty-mend = Lägg till `collect` och dess fält.

engine-undeclared-title = Uppgifter som programmet självt skapar anges
engine-undeclared-message = tjänsten `{ $name }` saknas fast programmet alltid behandlar dess uppgifter
engine-undeclared-why = Personalens konton och dataskyddsbegäranden är personuppgifter som alla andra.
engine-undeclared-mend = Klistra in den föreslagna raden i beskrivningen. Programmet har tjänstens uppgifter färdiga; det du skriver i ett block på raden går före det levererade.

choice-mismatch-title = Ett valfält har alternativ, andra inte
choice-mismatch-message = typen och alternativen i fältet `{ $name }` passar inte ihop
choice-mismatch-why = Ett val utan alternativ godtar inget värde.
choice-mismatch-mend = Lägg till `choice`-block eller byt typ.

period-absurd-title = Lagringstiden är av mänskliga mått
period-absurd-message = lagringstiden { $period } för `{ $name }` är inte rimlig
period-absurd-why = Noll eller över hundra år är ett skrivfel, inte ett löfte.
period-absurd-mend = Skriv den verkliga tiden.

keep-below-sweep-title = Lagringstiden är längre än tiden mellan raderingar
keep-below-sweep-message = `{ $name }` lovas raderas efter { $period }, men raderingar körs med { $sweep } mellanrum
keep-below-sweep-why = Ett löfte som är kortare än tiden mellan raderingarna kan inte hållas.
keep-below-sweep-mend = Förläng lagringstiden eller korta av `operations sweep`.

backups-outlive-title = Säkerhetskopior lever inte längre än uppgifterna
backups-outlive-message = säkerhetskopiorna lever { $backups }, men `{ $name }` bara { $period }
backups-outlive-why = En krypterad kopia blir kvar på disken fast nyckeln är förstörd. Läsaren ska få veta den verkliga tiden.
backups-outlive-mend = Korta av `operations backups` till högst lagringstiden.

operations-silent-title = Tiderna för loggar och säkerhetskopior anges
operations-silent-message = beskrivningen säger inte hur länge loggar och säkerhetskopior lever
operations-silent-why = Den verkliga lagringstiden är den utlovade tiden och dessa tider tillsammans.
operations-silent-mend = Lägg till `operations` med dess tider.

erase-missing-title = Tiden för radering på begäran anges
erase-missing-message = `{ $name }` säger inte hur snabbt den raderas på begäran
erase-missing-why = Utan ett eget löfte gäller lagens längsta tid, en månad.
erase-missing-mend = Lägg till `erase-on-request within`.

erase-slow-title = En begäran om radering uppfylls inom en månad
erase-slow-message = raderingen av `{ $name }` kan ta { $period }, över en månad
erase-slow-why = En begäran ska besvaras utan onödigt dröjsmål och senast inom en månad. I februari är 30 dagar mer än en månad.
erase-slow-mend = Skriv högst en månad, hellre några dagar.

erase-empty-title = Radering på begäran är snabbare än vanlig radering
erase-empty-message = radering av `{ $name }` på begäran tar lika lång tid som vanlig radering
erase-empty-why = Rätten är tom om uppgifterna ändå försvinner lika snart.
erase-empty-mend = Lova radering på begäran inom några dagar.

role-idle-title = Varje roll har ett ändamål och åtgärder
role-idle-message = rollen `{ $name }` får inte göra något
role-idle-why = En roll som inte ger någon behörighet är troligen ofärdig.
role-idle-mend = Lägg till `purposes` och `may`.

kind-unreadable-title = Någon roll får läsa varje slag
kind-unreadable-message = ingen roll får läsa `{ $name }`
kind-unreadable-why = Uppgifter som ingen får läsa behövs inte och kan inte besvaras.
kind-unreadable-mend = Ge någon roll `read` och slagets ändamål.

duty-unassigned-title = Varje uppgift har någon som sköter den
duty-unassigned-message = ingen får { $duty ->
        [decide-requests] avgöra dataskyddsbegäranden
        [manage-users] hantera användarkonton
        [publish] publicera beskrivningen
       *[attest] intyga åtgärder
    }
duty-unassigned-why = En uppgift som inte hör till någon blir ogjord.
duty-unassigned-mend = Lägg till åtgärden i någon rolls `may`.

cookies-silent-title = Kakorna anges
cookies-silent-message = inget sägs om kakor
cookies-silent-why = Användaren ska få veta vad som sparas på enheten och varför.
cookies-silent-mend = Lägg till `cookies` med kakorna, eller `cookies none`.

session-cookie-title = Inloggningens kaka anges
session-cookie-message = inloggningens kaka `__Host-session` anges inte
session-cookie-why = Personalen kan inte logga in utan kakan, så den används.
session-cookie-mend = Lägg till `necessary "__Host-session"`.

session-idle-title = En oanvänd session tar slut i tid
session-idle-message = tiden `idle`, { $period }, passar inte kakan `{ $name }`
session-idle-why = En maskin som lämnats öppen får inte släppa in andra, och dataskyddsbeskrivningen får inte utlova en tid som ingenting följer.
session-idle-mend = Ge `__Host-session` en `idle` som är kortare än `keep`, och ge ingen annan kaka en sådan.

staff-lookup-title = Ingen hittas med personalens kontaktuppgifter
staff-lookup-message = med fältet `{ $name }` går det att hitta personal
staff-lookup-why = Den som hittas med en adress får en länk dit, och en brevlåda får inte ersätta lösenord och en andra faktor.
staff-lookup-mend = Ta bort `lookup=#true` från fältet.

cookie-name-title = Kakans namn duger för webbläsaren
cookie-name-message = `{ $name }` duger inte som namn på en kaka
cookie-name-why = Webbläsaren avvisar namnet, så den angivna kakan kan inte vara den som sätts.
cookie-name-mend = Använd bokstäver, siffror, bindestreck och understreck.

cookie-without-consent-title = För andra än nödvändiga kakor begärs samtycke
cookie-without-consent-message = för kakan `{ $name }` begärs inget samtycke
cookie-without-consent-why = Bara kakor som tjänsten behöver får sättas utan samtycke.
cookie-without-consent-mend = Lägg till ett ändamål med samtycke eller ta bort kakan.

cookie-long-title = En kaka lever inte längre än den behövs
cookie-long-message = kakan `{ $name }` lever { $period }, över 13 månader
cookie-long-why = En långlivad kaka är svår att motivera.
cookie-long-mend = Korta av tiden.

cookie-party-title = En annan parts kaka hör till en angiven mottagare
cookie-party-message = den som sätter kakan `{ $name }`, `{ $party }`, finns inte bland mottagarna
cookie-party-why = Den som sätter en kaka får också uppgifter.
cookie-party-mend = Lägg till parten i `recipients`.

analytics-silent-title = Besöksstatistiken anges
analytics-silent-message = inget sägs om besöksstatistik
analytics-silent-why = Läsaren vill veta om besök följs.
analytics-silent-mend = Lägg till `analytics none` eller berätta vad som räknas.

analytics-keep-title = Besöksstatistiken har en lagringstid
analytics-keep-message = besöksstatistiken har ingen lagringstid
analytics-keep-why = Också statistikens råuppgifter ska ha ett slut.
analytics-keep-mend = Lägg till `keep`.

analytics-consent-title = Statistik som länkar besök använder en angiven kaka
analytics-consent-message = att länka besök kräver en kaka som inte anges
analytics-consent-why = Besök kan inte länkas utan en kaka, och den kräver samtycke.
analytics-consent-mend = Lägg till en `optional`-kaka och samtycke, eller använd `mode="counts"`.

analytics-tool-title = Det angivna statistikverktyget är det som används
analytics-tool-message = beskrivningen anger verktyget `{ $tool }`, men `seloste` används
analytics-tool-why = Läsaren ska få veta vilket verktyg som verkligen samlar in uppgifter.
analytics-tool-mend = Skriv `tool="seloste"`.

analytics-signals-title = Statistiken följer webbläsarens signaler
analytics-signals-message = statistiken följer inte signalen { $signal }
analytics-signals-why = Do Not Track har tagits bort ur flera webbläsare; Global Privacy Control ersätter den.
analytics-signals-mend = Skriv `honour="dnt gpc"`.

recipients-silent-title = Mottagarna anges
recipients-silent-message = inget sägs om mottagare
recipients-silent-why = Människor måste veta vem som får deras uppgifter.
recipients-silent-mend = Lägg till `recipients` eller `recipients none`.

transfers-silent-title = Överföringar utanför EES anges
transfers-silent-message = inget sägs om överföringar utanför EES
transfers-silent-why = Människor måste veta om deras uppgifter lämnar området.
transfers-silent-mend = Lägg till `transfers none` eller överföringarna.

transfer-contradiction-title = När inget överförs finns alla mottagare inom EES
transfer-contradiction-message = mottagaren `{ $name }` finns i { $country } fast inga överföringar lovas
transfer-contradiction-why = Löftet och mottagarna strider mot varandra.
transfer-contradiction-mend = Byt mottagare eller ange överföringen och dess grund.

contract-missing-title = Med ett biträde finns ett avtal
contract-missing-message = datum för avtalet med `{ $name }` saknas
contract-missing-why = Ett biträde får behandla uppgifter bara enligt avtal.
contract-missing-mend = Lägg till `contract` och avtalets datum.

tool-unlisted-title = En produkt som nämns i texten finns bland mottagarna
tool-unlisted-message = texten nämner `{ $name }`, som inte finns bland mottagarna
tool-unlisted-why = Den i vars system uppgifterna finns är mottagare, även om den bara nämns i förbigående.
tool-unlisted-mend = Lägg till leverantören i `recipients` (land, avtalets datum och vid behov `products`), eller utelämna namnet.

contract-over-title = Avtalet med biträdet är i kraft
contract-over-message = avtalet med `{ $name }` upphörde { $date }
contract-over-why = När avtalet har upphört får biträdet inte längre behandla uppgifterna.
contract-over-mend = Förnya avtalet och skriv dess nya sista dag, eller ta bort biträdet.

country-missing-title = Mottagarens land anges
country-missing-message = mottagaren `{ $name }` saknar land
country-missing-why = Utan land kan ingen bedöma överföringar.
country-missing-mend = Lägg till `country`.

transfer-unknown-title = En överföring gäller en angiven mottagare utanför området
transfer-unknown-message = överföringen till `{ $name }` gäller inte en angiven mottagare utanför EES
transfer-unknown-why = Överföringen och mottagarna handlar om samma sak och måste stämma överens.
transfer-unknown-mend = Rätta namnet eller landet, eller ta bort överföringen.

transfer-undeclared-title = Varje överföring utanför området anges
transfer-undeclared-message = mottagaren `{ $name }` finns i { $country } men överföringen anges inte
transfer-undeclared-why = En överföring ska anges och ha en grund.
transfer-undeclared-mend = Lägg till `transfer` i `transfers`.

transfer-mechanism-title = En överföring har en grund
transfer-mechanism-message = överföringen till `{ $name }` saknar { $item ->
        [country] land
       *[mechanism] grund
    }
transfer-mechanism-why = En överföring är laglig bara med en av grunderna i kapitel V.
transfer-mechanism-mend = Lägg till `country` och `mechanism`.

measures-missing-title = Grundskyddet lovas
measures-missing-message = beskrivningen lovar inte { $measure ->
        [encrypted-at-rest] kryptering av sparade uppgifter
        [encrypted-in-transit] krypterad förbindelse
       *[access-log] logg över läsning
    }
measures-missing-why = Programmet gör det i alla fall. När det lovas kontrolleras och visas det också.
measures-missing-mend = Lägg till åtgärden i `measure`.

attest-incomplete-title = Ett intyg har en givare och ett intervall
attest-incomplete-message = intyget `{ $name }` saknar { $item ->
        [by] givare
       *[every] intervall
    }
attest-incomplete-why = Ett ord som ingen ger eller som aldrig blir gammalt bevisar inget.
attest-incomplete-mend = Lägg till `by` och `every`.

attest-role-title = Den som intygar är en roll som får intyga
attest-role-message = rollen `{ $role }` finns inte eller får inte intyga
attest-role-why = Intyget blir ogivet om ingen kan ge det.
attest-role-mend = Rätta namnet eller ge rollen `attest`.

hosting-unattested-title = En människa intygar serverutrymmets skydd
hosting-unattested-message = ingen intygar serverutrymmets skydd
hosting-unattested-why = Programmet ser varken dörrar eller lås. Någon måste svara för dem.
hosting-unattested-mend = Lägg till `attest "hosting-physical"`.

right-missing-title = De rättigheter som alla har anges
right-missing-message = beskrivningen saknar rätten att { $right ->
        [access] se sina uppgifter
        [rectification] rätta sina uppgifter
        [erasure] få sina uppgifter raderade
        [restriction] begränsa behandlingen
       *[complaint] klaga hos myndigheten
    }
right-missing-why = Dessa rättigheter har alla, och de ska anges.
right-missing-mend = Lägg till rättigheten i `rights`.

objection-missing-title = Rätten att invända anges
objection-missing-message = rätten att invända mot behandlingen anges inte
objection-missing-why = Den finns när grunden är uppgift av allmänt intresse eller berättigat intresse, och vid direktmarknadsföring och undersökningar oberoende av grund.
objection-missing-mend = Lägg till `objection` i `rights`.

portability-missing-title = Rätten att flytta uppgifter anges
portability-missing-message = rätten att flytta uppgifter anges inte
portability-missing-why = Den finns när grunden är samtycke eller avtal.
portability-missing-mend = Lägg till `portability` i `rights`.

right-slow-title = En rättighet tillgodoses inom en månad
right-slow-message = den utlovade tiden { $period } kan överskrida en månad
right-slow-why = En begäran ska besvaras utan onödigt dröjsmål och senast inom en månad.
right-slow-mend = Skriv högst en månad.

target-slow-title = Måltiden är kortare än den utlovade tiden
target-slow-message = måltiden { $period } är inte kortare än den utlovade tiden { $promised }
target-slow-why = Det larmas om målet för att den utlovade tiden ska hålla. Ett lika långt mål hjälper inte.
target-slow-mend = Förkorta `target` eller lämna bort det.

decisions-silent-title = Automatiska beslut anges
decisions-silent-message = inget sägs om automatiska beslut
decisions-silent-why = Människor måste veta om en maskin beslutar om dem.
decisions-silent-mend = Lägg till `automated-decisions none` eller besluten.

decision-right-title = Ett automatiskt beslut kan prövas av en människa
decision-right-message = automatiska beslut fattas, men rätten till en människas prövning anges inte
decision-right-why = Människor har rätt att kräva att en människa prövar saken.
decision-right-mend = Lägg till `no-automated-decision` i `rights`.

criterion-review-title = Kriteriet för lagring granskas minst vartannat år
criterion-review-message = kriteriet för `{ $name }` granskas bara med { $period } mellanrum
criterion-review-why = Ett kriterium som sällan granskas är i praktiken evigt.
criterion-review-mend = Korta av `review`.

erase-contradiction-title = För raderingen lovas en enda tid
erase-contradiction-message = raderingen av `{ $name }` kan ta { $period } fast rättigheten lovar den inom { $promised }
erase-contradiction-why = Om beskrivningen anger två tider för samma radering hålls det ena löftet inte.
erase-contradiction-mend = Skriv samma tid i `erase-on-request` och `erasure within`, eller lova en längre tid i rättigheten.

time-in-text-title = En tid i texten är densamma som anges bredvid
time-in-text-message = texten säger { $told }, men den angivna tiden är { $declared }
time-in-text-why = Människor läser texten och programmet följer den angivna tiden. Om de skiljer sig är den ena osann.
time-in-text-mend = Skriv samma tid i texten och i egenskapen. Bara tider i texterna om rättigheter och kakor jämförs; annan text kontrolleras av en människa.

authority-law-title = Den som inte är myndighet åberopar inte en lag som gäller myndigheter
authority-law-message = ändamålet `{ $name }` åberopar lagen { $act }, som gäller myndigheter
authority-law-why = En sådan lag varken förpliktar eller berättigar en förening, en stiftelse, ett företag eller en privatperson.
authority-law-mend = Ange den lag som gäller dig eller byt grund. Om du sköter en offentlig förvaltningsuppgift, kontrollera att lagen ger dig den.

program-differs-title = Beskrivningen berättar det som programmet känner till och behöver
program-differs-message = { $what ->
    [service] programmet har ingen tjänst `{ $name }`: ta bort den
    [taken] slagets namn `{ $name }` är programmets eget: välj ett annat
    [kind] tjänsten samlar inte in slaget `{ $name }`: ta bort det
    [field] programmet känner inte till fältet `{ $name }`: ta bort det
    [needed-field] programmet fungerar inte utan fältet `{ $name }`: lägg till det
    [needed-kind] programmet fungerar inte utan slaget `{ $name }`: lägg till det
   *[event] programmet känner inte till händelsen `{ $name }`: välj en annan
} (programmet känner till: { $known })
program-differs-why = Vad programmet inte känner till kan det inte samla in, bevara eller radera. Beskrivningen skulle lova tomma ord.
program-differs-mend = Använd bara namn som programmet känner till. Texter, tider, ändamål, roller och frivilliga fält bestämmer du själv; ett nytt fält eller slag kräver programmering.

as-delivered-title = Beskrivningen berättar om den egna organisationen
as-delivered-message = här står ännu uppgifter om den färdiga beskrivningens påhittade organisation: { $found }
as-delivered-why = Människor skulle vända sig till någon som inte finns, och ingen skulle svara för deras uppgifter.
as-delivered-mend = Skriv din egen organisations uppgifter på de här ställena. Ta bort ett biträde som du inte anlitar.

hidden-character-title = Beskrivningen har inga osynliga tecken
hidden-character-message = här finns ett tecken som inte syns: { $found }
hidden-character-why = Ett osynligt tecken kan få läsaren att se något annat än det som står i beskrivningen.
hidden-character-mend = Ta bort tecknet. Skriv vid behov om texten för hand.

# Second places of a finding.
note-first-here = den första finns här
note-also-invented = det påhittade finns här också
note-forbidden-here = förbudet finns här
note-right-here = tiden lovas här
note-sweep-here = tiden mellan raderingar finns här
note-backups-here = säkerhetskopiornas tid finns här
note-none-here = här lovas att inget överförs

# Words of the report itself.
report-law = Lag
report-looked-up = kontrollerad { $day }
report-not-looked-up = inte kontrollerad
report-sure = säkert
report-likely = troligt
report-unsure = osäkert
report-paste = Lägg in i beskrivningen:
report-clean = Inget att anmärka.
report-more = … och { $count } till. Alla får du med --format json.
report-places = Det finns på { $count } ställen till. Alla får du med --format json.
report-total = { $errors } fel, { $warnings } { $warning-form ->
    [one] varning
   *[many] varningar
}

promise-uncovered-title = Varje löfte har täckning
promise-uncovered-message = ingenting håller löftet `{ $name }` och ingen går i god för det
promise-uncovered-why = En mening som ingenting håller och ingen går i god för är utsmyckning.
promise-uncovered-mend = Använd en åtgärd, rättighet eller myndighet som programmet känner till, gå i god med `attest` (för loggen `attest "logs"`) eller ange meningen som `statement`.

floor-unclear-title = Lagens skyldighet att bevara anger fält och händelse
floor-unclear-message = { $what ->
        [field] skyldigheten `{ $name }` anger fältet `{ $field }`, som slaget inte har
        [event] skyldigheten `{ $name }` börjar med händelsen `{ $event }`, som varken är sparandet eller händelsen i `keep`
       *[none] skyldigheten `{ $name }` anger inget fält
    }
floor-unclear-why = Det som bevaras utan synligt slut bevaras för alltid.
floor-unclear-mend = Ange slagets fält i `fields` och sparandet eller händelsen i `keep` i `from`.

floor-without-duty-title = Ett fält som lagen kräver har ett lagstadgat ändamål
floor-without-duty-message = fältet `{ $name }` bevaras på grunden `{ $ground }`, men inget av dess ändamål vilar på en rättslig förpliktelse
floor-without-duty-why = En uppgift som inte tjänar någon lagstadgad skyldighet ska raderas på begäran.
floor-without-duty-mend = Ge fältet ett ändamål med `basis` `legal-obligation`, eller ta bort fältet.

hold-unclear-title = Ett hinder för radering känns igen på ett valfälts värden
hold-unclear-message = hindret `{ $name }` har fältet `{ $field }`, som inte är ett val med värdet `{ $value }`
hold-unclear-why = Programmet börjar och slutar ett hinder självt bara när en sluten lista säger när.
hold-unclear-mend = Ange i `field` ett fält av typen `choice` och i `is` några av dess värden.

shared-end-title = Det som skrivs tillsammans har ett slut för var och en
shared-end-message = det gemensamma slaget `{ $name }` saknar `part-of` eller ett eget `keep`
shared-end-why = En annan människas text får varken försvinna med andras eller stanna för alltid.
shared-end-mend = Skriv `part-of` och ett eget `keep` för slaget med `shared`.

cooling-off-long-title = Ångertiden ryms i tiden som lovats för raderingen
cooling-off-long-message = ångertiden { $period } kan vara längre än den lovade tiden { $promised }
cooling-off-long-why = Den som väntar längre än utlovat bryter löftet.
cooling-off-long-mend = Förkorta `cooling-off` eller lova mer tid, högst en månad.

attest-about-title = Ett intyg om ett biträde gäller ett biträde som finns i beskrivningen
attest-about-message = intyget `{ $name }` gäller biträdet `{ $about }`, som inte finns i `recipients`
attest-about-why = Det går inte att intyga ett avtal med eller en åtgärd hos någon som inte anlitas.
attest-about-mend = { $near ->
        [nothing-near] Ta bort intyget, om biträdet inte längre finns. Skriv annars biträdets namn i `about`.
       *[near] Ta bort intyget, om biträdet inte längre finns. Menade du annars `{ $near }`?
    }

service-unknown-title = En tjänst är en av programmets, eller säger vad som kör den
service-unknown-message = { $near ->
    [no-text] tjänsten `{ $name }` har inget namn för människor
    [not-ready-made] tjänsten `{ $name }` finns inte färdig; färdiga är { $ready }
    [nothing-near] programmet har ingen tjänst `{ $name }`, och inget säger vad som kör den; programmet har { $known }
   *[other] programmet har ingen tjänst `{ $name }`, och inget säger vad som kör den; menade du `{ $near }`?
}
service-unknown-why = Det som inget kör samlar inte in något. Beskrivningen skulle lova tomma ord.
service-unknown-mend = Använd namnet på en av programmets tjänster. Om det gäller ett register som personalen för, skriv `runs="records"` efter namnet och registrets namn för människor i blocket.

use-undeclared-title = Marknadsföring och undersökningar kallas vid sitt namn
use-undeclared-message = ändamålet `{ $name }` talar om användningen `{ $use }` men anger den inte
use-undeclared-why = Programmet utelämnar genast den som har tackat nej till direktmarknadsföring eller undersökningar bara om beskrivningen anger vilka ändamål de är.
use-undeclared-mend = Lägg till `use="direct-marketing"` eller `use="market-research"` i ändamålet. Om det gäller något annat, beskriv det så att skillnaden syns.

use-basis-title = Direktmarknadsföring grundar sig inte på avtal eller förpliktelse
use-basis-message = ändamålet `{ $name }` är direktmarknadsföring, som inte kan grunda sig på avtal, rättslig förpliktelse eller grundläggande intressen
use-basis-why = Inget avtal och ingen förpliktelse kräver direktmarknadsföring.
use-basis-mend = Ange ändamålets verkliga grund, oftast `consent` eller `legitimate-interests`, eller lämna bort marknadsföringen.

told-once-title = En lag och en adress i ord finns på beskrivningens alla språk
told-once-message = `{ $name }` är skriven bara på ett språk: { $langs } saknas
told-once-why = Den som läser på ett annat språk känner inte igen lagen eller kontoret under dess namn på det här språket.
told-once-mend = Skriv texten på varje språk, till exempel `law {"{"} fi "…"; sv "…"; en "…" {"}"}` i ändamålet.

address-unused-title = En e-postadress frågas bara när det går att skicka till den
address-unused-message = till adressen i fältet `{ $name }` går det inte att skicka något: beskrivningen har ingen som förmedlar e-post
address-unused-why = En adress som inget kan skickas till är en onödig uppgift, och frågan lovar ett svar per e-post. Blanketten frågar inte efter den förrän posten är i bruk.
address-unused-mend = Ange den som förmedlar e-post i `recipients` och servern i `host`. Om ingen post kommer att skickas, ta bort fältet och det som texterna säger om det.

kind-by-name-title = En förening, ett företag eller en stiftelse är ingen myndighet
kind-by-name-message = den personuppgiftsansvariga `{ $name }` är av slaget `authority`, men namnet säger `{ $kind }`
kind-by-name-why = Slaget avgör vilka rättsliga grunder som kan användas och om handlingarna är offentliga.
kind-by-name-mend = Skriv rätt slag i `kind` och granska sedan ändamålens grunder. Om namnet vilseleder behöver du inte bry dig om varningen.

recipient-unclear-title = Det är entydigt vad en mottagare får och på vilken grund
recipient-unclear-message = `{ $value }` finns inte eller saknas hos mottagaren `{ $name }`
recipient-unclear-why = Programmet lämnar inte ut något enligt en regel som det inte kan följa.
recipient-unclear-mend = Ange i `gets` ett slag av uppgifter och fält som beskrivningen nämner. Ge gruppen (`class`) dess grunder i `grounds`.

approval-unclear-title = Det som utlovas om ett utlämnande kan antecknas
approval-unclear-message = det som utlovas om utlämnanden till `{ $name }` kan inte antecknas: slaget `disclosure` har inte fältet `{ $value }`
approval-unclear-why = Utlämnandet skulle vänta på en uppgift som inte kan antecknas någonstans.
approval-unclear-mend = Lägg till fältet i slaget `disclosure`. I den färdiga tjänsten `service "rights" ready-made=#true` finns det.

curly-quotes-title = Texterna står inom raka citattecken
curly-quotes-message = `{ $found }` börjar med ett krökt citattecken, som skulle bli en del av texten
curly-quotes-why = Ordbehandlare och telefoner skriver krökta citattecken. Beskrivningsspråket känner bara till raka.
curly-quotes-mend = Skriv raka citattecken runt texten: "…".

decision-unclear-title = Ett automatiskt beslut sätter ett val i ett slag
decision-unclear-message = { $what ->
        [no-kind] beslutet `{ $name }` säger inte vilket slags uppgifter som avgörs
        [no-field] beslutet `{ $name }` säger inte i vilket fält utfallet finns
        [kind] slaget `{ $value }` i beslutet `{ $name }` hör inte till någon tjänst med `runs="records"`
        [field] fältet `{ $value }` i beslutet `{ $name }` är inget valfält i slaget
        [twice] beslutet `{ $name }` sätter fältet `{ $value }`, som ett annat beslut redan sätter
       *[uses] beslutet `{ $name }` ser på fältet `{ $value }`, som slaget inte har
    }
decision-unclear-why = Programmet kan hålla fast vid beslutet och visa det för människor bara när det vet var utfallet finns.
decision-unclear-mend = { $near ->
        [nothing-near] Ange i `kind` ett slag i en tjänst med `runs="records"`, i `field` dess fält av typen `choice` och i `uses` fält i det. Ett beslut för ett fält.
       *[near] Menade du `{ $near }`?
    }

decision-basis-title = Ett automatiskt beslut anger vad som tillåter det
decision-basis-message = { $what ->
        [none] beslutet `{ $name }` anger inte vad som tillåter det
        [no-law] beslutet `{ $name }` nämner inte lagen som tillåter det
        [contract] beslutet `{ $name }` grundar sig på ett avtal, men inget ändamål för fältet `{ $field }` gör det
        [consent] beslutet `{ $name }` grundar sig på samtycke, men alla ändamål för fältet `{ $field }` gör inte det
       *[law] beslutet `{ $name }` grundar sig på lag, men inget ändamål för fältet `{ $field }` gör det
    }
decision-basis-why = Ett program får besluta om en människa bara när ett avtal kräver det, en lag tillåter det eller personen uttryckligen har samtyckt.
decision-basis-mend = Lägg till `basis` och ge fältet ett ändamål med samma grund: `contract`; `law` med lagen; `consent` för alla ändamål. Låt annars en människa besluta.

decision-special-title = Ett automatiskt beslut ser inte på känsliga uppgifter
decision-special-message = beslutet `{ $name }` ser på det känsliga fältet `{ $field }`
decision-special-why = Ett program får se på hälsa, övertygelse och andra känsliga uppgifter bara med uttryckligt samtycke eller för ett viktigt allmänt intresse.
decision-special-mend = Ange i `uses` vad beslutet ser på, utan det fältet, eller samla in fältet på grunden `explicit-consent` eller `public-interest`.

decision-review-title = Den som ett program har beslutat om kan be att en människa ser på beslutet
decision-review-message = ett program fattar beslut, men valet `{ $name }` saknas på begäransblanketten
decision-review-why = Rätten att få beslutet prövat av en människa är tom om den inte kan begäras.
decision-review-mend = Lägg till `choice "human-review"` i fältet `type` i `rights-request`.

anonymise-unclear-title = Det som blir kvar som siffror är slagets val och tal
anonymise-unclear-message = { $what ->
        [sum] slaget `{ $name }` anger i `sum` fältet `{ $field }`, som inte är ett tal i slaget
       *[by] slaget `{ $name }` anger i `by` fältet `{ $field }`, som inte är ett val i slaget
    }
anonymise-unclear-why = Programmet kan räkna bara det som en sluten lista eller ett tal säger.
anonymise-unclear-mend = Ange i `by` fält av typen `choice` eller `flag`, och i `sum` fält av typen `number`.

anonymise-identifies-title = Ingen siffra leder tillbaka till en person
anonymise-identifies-message = { $what ->
        [lookup] av slaget `{ $name }` skulle fältet `{ $field }` bli kvar i siffrorna, och med det söker man uppgifter
        [consent] av slaget `{ $name }` skulle fältet `{ $field }` bli kvar i siffrorna, och det vilar bara på samtycke
       *[category] av slaget `{ $name }` skulle fältet `{ $field }` bli kvar i siffrorna, och det berättar om personen själv eller är känsligt
    }
anonymise-identifies-why = Av det som människor hittas eller känns igen på, det som är känsligt och det vars samtycke kan återkallas blir ingenting kvar.
anonymise-identifies-mend = Lämna ur `anonymise` bort fält med `lookup`, fält i kategorierna `identity`, `contact` och `special` och fält som vilar bara på samtycke.

anonymise-rare-title = De kombinationer som blir kvar är få och inte ovanliga
anonymise-rare-message = { $what ->
        [most] siffrorna för slaget `{ $name }` delas upp efter { $count } fält
       *[least] av slaget `{ $name }` skulle redan en kombination av { $count } visas ensam
    }
anonymise-rare-why = En siffra på ett eller två, eller en som är uppdelad på många sätt, berättar om någon.
anonymise-rare-mend = Dela upp efter högst tre fält och skriv minst 3 i `fewer-than`.
