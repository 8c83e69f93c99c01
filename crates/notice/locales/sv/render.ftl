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
fact-recipients-eea = Utöver det får bara { $recipients } uppgifter. De förs inte utanför Europeiska ekonomiska samarbetsområdet.
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
caption-roles = Personalens roller
column-purpose = Ändamål
column-basis = Grund
column-ground = Närmare
column-field = Uppgift
column-category = Slag
column-need = Obligatorisk eller frivillig
column-purposes = Vad den används till
column-for = Ändamål
column-recipient = Namn
column-role = Ställning
column-staff-role = Roll
column-country = Land
column-task = Uppdrag
column-cookie = Kaka
column-lifetime = Gäller
column-consent = Samtycke
column-may = Tillåtna åtgärder
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
cookie-idle = { $lifetime }, högst { $idle } utan att användas
cookie-necessary = Behövs inte: kakan är nödvändig
cookie-consent = Behövs: kakan sätts bara med ditt samtycke
cookie-party = { $text } Kakan sätts av { $party }.
recipient-contract = { $task } (Avtal om behandling av personuppgifter { $date }.)
heading-forbidden = Vad uppgifterna inte används till
heading-analytics = Besöksstatistik
heading-attested = Vad en ansvarig person har bekräftat
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

# Länder
country-AT = Österrike
country-BE = Belgien
country-BG = Bulgarien
country-CH = Schweiz
country-CY = Cypern
country-CZ = Tjeckien
country-DE = Tyskland
country-DK = Danmark
country-EE = Estland
country-ES = Spanien
country-FI = Finland
country-FR = Frankrike
country-GB = Storbritannien
country-GR = Grekland
country-HR = Kroatien
country-HU = Ungern
country-IE = Irland
country-IS = Island
country-IT = Italien
country-LI = Liechtenstein
country-LT = Litauen
country-LU = Luxemburg
country-LV = Lettland
country-MT = Malta
country-NL = Nederländerna
country-NO = Norge
country-PL = Polen
country-PT = Portugal
country-RO = Rumänien
country-SE = Sverige
country-SI = Slovenien
country-SK = Slovakien
country-US = Förenta staterna
