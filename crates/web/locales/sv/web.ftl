# Sidans uppbyggnad
skip = Gå till innehållet
nav = Huvudmeny
trail = Din plats i tjänsten
tabs = Sidor i avsnittet
languages = Språk
footer = Om tjänsten
footer-made-with = En dataskyddsbeskrivning som håller vad den lovar
title-error = Fel:
banner = Meddelande
banner-demo = Det här är en demonstration. Alla uppgifter är påhittade.
banner-test-clock = Testklockan är på: i tjänsten är det nu { $now }.

link-front = Till startsidan
link-privacy = Dataskyddsbeskrivning
link-own = Dina uppgifter
link-request = Dataskyddsbegäran
link-cookies = Kakor
link-accessibility = Tillgänglighet

pattern-date = %-d.%-m.%Y
pattern-moment = %-d.%-m.%Y kl. %-H.%M

# Blanketter
choose = Välj
filter = Avgränsa
errors-title = Kontrollera de här punkterna
field-required = obligatorisk
field-voluntary = frivillig
field-limit = Högst { $max } tecken.
field-error = Fel:
field-missing = Fyll i den här punkten.
field-missing-file = Bifoga en handling.
field-file-kind = Bifoga en PDF-, PNG- eller JPEG-fil.
field-table-kind = Spara tabellen som en CSV-fil med teckenkodningen UTF-8.
field-file-large = Filen är för stor. Högst { $max } kB.
field-missing-choice = Välj ett av alternativen.
field-missing-consent = Kryssa i rutan om du vill fortsätta. Utan din bekräftelse görs ingenting.
field-too-long = Texten får innehålla högst { $max } tecken. Förkorta texten.
field-email = Skriv e-postadressen i formen namn@exempel.fi.
field-date = Ange en dag som finns i kalendern.
field-choice = Välj ett av de angivna alternativen.
field-control = Texten innehåller ett tecken som inte kan sparas. Skriv om punkten.
field-not-text = Texten kunde inte läsas. Skriv om punkten.
field-doubled = Uppgiften kom två gånger. Ange den en gång.
field-undeclared = Med blanketten följde uppgiften ”{ $field }”, som den här tjänsten inte samlar in. Inget sparades.

# Listor och lägen
pages = Listans sidor
page-previous = Föregående
page-next = Följande
state-kept = Hålls
state-broken = Bruten
state-attested = Intygad
state-due = Ska intygas
state-text = Information
promise-how = – visa hur löftet hålls
step-done = klart
