# Hur beskrivningen visas

title = Dataskyddsbeskrivning: { $register }
subtitle = Version { $version }, publicerad { $date }
footer = Version { $version }, publicerad { $date }. Versionens kontrollsumma (SHA-256): { $hash }
states-as-of = Löftenas läge { $time }.
facts = I korthet

fact-controller = { $name } ansvarar för dina uppgifter.
fact-purposes = Uppgifterna används för följande ändamål: { $purposes }. De används inte för något annat.
fact-keep = Uppgifterna sparas så här länge: { $keeps }. Därefter raderas de automatiskt.
fact-keep-one = { $kind } { $period }
fact-recipients-none = Uppgifterna lämnas inte till andra.
fact-recipients-none-eea = Uppgifterna lämnas inte till andra och förs inte utanför Europeiska ekonomiska samarbetsområdet.
fact-recipients = Utöver det får bara { $recipients } uppgifter.
fact-rights = Du kan se, rätta och radera dina uppgifter på sidan
link-own = Egna uppgifter
link-request = Dataskyddsbegäran
link-changes = Ändringar och tidigare versioner

section-controller = Vem som ansvarar för uppgifterna
section-purposes = Vad uppgifterna används till och på vilken grund
section-data = Vilka uppgifter som behandlas
section-retention = Hur länge uppgifterna sparas
section-recipients = Vilka andra som får uppgifter
section-transfers = Överföringar utanför Europeiska ekonomiska samarbetsområdet
section-cookies = Kakor och besöksstatistik
section-decisions = Automatiska beslut
section-security = Hur uppgifterna skyddas
section-rights = Dina rättigheter
section-withdrawal = Återkallande av samtycke
section-complaint = Klagomål till tillsynsmyndigheten
section-other = Övrigt att berätta
section-changes = Beskrivningens version och ändringar

term-controller = Personuppgiftsansvarig
term-business-id = FO-nummer
term-address = Postadress
term-email = E-post
term-phone = Telefon
term-register = Register
term-officer = Dataskyddsombud
term-contact = Kontaktperson
term-authority = Tillsynsmyndighet
term-visiting = Besöksadress
term-postal = Postadress
term-site = Webbplats
officer-none = Inget dataskyddsombud har utsetts

caption-purposes = Ändamål och deras grunder
caption-fields = Uppgifter: { $kind }
caption-recipients = Mottagare och personuppgiftsbiträden
caption-cookies = Kakor
column-purpose = Ändamål
column-basis = Grund
column-ground = Närmare
column-field = Uppgift
column-category = Slag
column-need = Behövs uppgiften
column-purposes = Vad den används till
column-recipient = Namn
column-role = Ställning
column-country = Land
column-task = Uppdrag
column-cookie = Kaka
column-lifetime = Gäller
column-state = Läge

category-content = innehåll
category-identity = identitet
category-contact = kontaktuppgift
category-technical = teknisk uppgift
category-decision = beslut eller anteckning
category-special = särskild personuppgift
need-required = Obligatorisk.
need-voluntary = Frivillig.
cookie-session = tills du stänger webbläsaren
cookie-necessary = Nödvändig, kräver inte samtycke
cookie-consent = Bara med ditt samtycke
cookie-party = { $text } Kakan sätts av { $party }.
recipient-contract = { $task } (Avtal om behandling av personuppgifter { $date }.)
heading-forbidden = Vad uppgifterna inte används till
heading-analytics = Besöksstatistik
heading-attested = Vad en ansvarig person har försäkrat
heading-roles = Vad personalen får göra
transfers-silent = Beskrivningen säger inget om överföringar.

objection-title = Rätt att invända mot behandlingen
rights-how-before = Du kan själv använda dina rättigheter på sidan
rights-how-between = {" "}eller göra en begäran på sidan
rights-how-after = . En begäran kan också göras per brev eller e-post, och den är avgiftsfri. Tiden räknas från den dag då begäran kom fram.
withdraw-how = Du kan återkalla ditt samtycke på sidan
authority-checked = Myndighetens kontaktuppgifter har kontrollerats { $date }.
changes-version = Detta är version { $version } av beskrivningen, publicerad { $date }.
changes-first = Den är beskrivningens första version.
changes-previous = { $n ->
    [one] Före den fanns en version:
   *[other] Före den fanns { $n } versioner:
}
changes-hash = Versionens kännetecken är { $hash }. Samma kännetecken finns i beskrivningens alla format, så att du ser att du läser samma version.

tilt-source-person = Personen själv
tilt-source-staff = Den personuppgiftsansvariges personal
tilt-source-system = Tjänstens funktion
tilt-source-other = Annan källa
