# Register som personalen för
records-title = Register
records-yes = Ja
records-no = Nej
records-count = { $count ->
    [0] Inga poster
    [one] 1 post
   *[other] { $count } poster
}
records-for = Öppnat för ändamålet:
records-open-for = Öppna för ändamålet: { $purpose }
records-open = Öppna
records-back = Tillbaka till posten
records-all = Poster
records-none = Det finns inga poster.
records-show-all = Visa alla
records-number = Post
records-created = Införd
records-not-given = Inte uppgett
records-field-closed = Öppnas inte för det här ändamålet

# Sökning
records-search-title = Sök
records-search = Sökord
records-search-submit = Sök
records-search-help = Skriv hela uppgiften. Du kan söka med: { $fields }.

# Ny post
records-add = Lägg till
records-add-title = Lägg till: { $kind }
records-add-person = För in uppgifterna så som personen har gett dem. Markera samtycke endast om personen själv har gett det.
records-add-staff = För in endast det som blanketten frågar efter. Personen ser posten bland sina egna uppgifter.
records-save = Spara
records-added = Posten har sparats
records-receipt-text = Ge kvittokoden till personen. Med den ser personen sina egna uppgifter och kan rätta eller radera dem.
records-receipt-code = Personens kvittokod
records-receipt-over = Den här blanketten har redan skickats, och posten har sparats. Kvittokoden kan inte längre visas. Du hittar posten i förteckningen.

# En post
records-state = Läge
records-state-set = Läget har sparats
records-actions = Åtgärder
records-correct = Rätta uppgifter
records-corrected = Rättelsen har sparats
records-disclose = Lämna ut uppgifter till en utomstående
records-erase = Radera den här posten
records-erased = Posten har raderats
records-erased-part = Det som ingen grund bevarar har raderats
records-others = Annat om samma person
records-add-same = Lägg till för samma person:

# Vad som försvinner och när
records-times = Vad som raderas, när och varför
records-why = Vad beskrivningen lovar
records-held = Bevaras längre
records-asked = Radering av det övriga begärdes
records-all-fields = Alla uppgifter
records-nothing = Ingenting
records-until = Längst till { $date }
records-until-open = Så länge som grunden består
records-waits-closed = Tiden börjar när ärendet avslutas.
records-waits-answered = Tiden börjar när ärendet besvaras.
records-waits-decided = Tiden börjar när ärendet avgörs.
records-waits-started = Tiden börjar när ärendet inleds.
records-waits-ended = Tiden börjar när relationen upphör.

# Händelser
records-event-closed = Anteckna som avslutat
records-event-closed-day = Dagen då ärendet avslutades
records-event-answered = Anteckna som besvarat
records-event-answered-day = Dagen då ärendet besvarades
records-event-decided = Anteckna som avgjort
records-event-decided-day = Dagen då ärendet avgjordes
records-event-started = Anteckna som inlett
records-event-started-day = Dagen då ärendet inleddes
records-event-ended = Anteckna som upphört
records-event-ended-day = Dagen då relationen upphörde
records-event-lead = Bevarandetiden räknas från den här dagen. Först ser du vad dagen innebär.
records-event-show = Visa vad som följer
records-event-means = Vad som följer
records-event-confirm-text = Ingenting har sparats ännu. Om du byter dag ser du först vad den nya dagen innebär.
records-event-confirm = Spara händelsen
records-event-set = Händelsen har sparats
fault-records-future = Anteckna händelsen först när den har inträffat. Dagen kan inte ligga i framtiden.

# Radering
records-erase-plan = Vad som raderas och vad som blir kvar
records-erase-what = Post
records-erase-goes = Raderas
records-erase-stays = Blir kvar
records-all-kept = Det finns en grund som bevarar allt. Ovan ser du grunderna och hur länge de gäller.

# Export
records-export = Exportera förteckningen till en fil
records-export-lead = Filen innehåller hela förteckningen: { $kind }. Om beskrivningen ger mottagaren bara en del av fälten finns bara de i filen. Exporten är ett utlämnande: ange till vem och på vilken grund. Därefter ansvarar mottagaren för uppgifterna, och var och en ser utlämnandet bland sina egna uppgifter.

# Import av en tabell
records-import = Importera från en tabell
records-import-title = Importera från en tabell: { $kind }
records-import-lead = Varje rad i tabellen blir en anteckning om en person. Ingenting sparas förrän du har sett vad som importeras och bekräftat det.
records-import-fields = Uppgifter som kan importeras från en tabell
records-import-file = Tabell
records-import-file-help = En CSV-fil med teckenkodningen UTF-8, kolumnernas namn på första raden, högst { $max } kB. En större tabell importeras av driften med kommandot seloste import.
records-import-next = Fortsätt till kolumnerna
records-import-empty = Varje kolumn i tabellen ska ha ett namn, och under namnen ska det finnas minst en rad.
records-import-columns-lead = Välj vilken uppgift varje kolumn ger. Om det inte finns någon uppgift för en kolumn får den inte samlas in: ta bort kolumnen ur tabellen och börja om.
records-import-column = Kolumnen ”{ $name }”
records-import-look = Visa vad som skulle importeras
records-import-rows = { $count ->
    [one] Tabellen har en rad, och den kan importeras.
   *[other] Tabellen har { $count } rader, och de kan importeras.
}
records-import-nothing-yet = Ingenting har sparats ännu.
records-import-wrong = Tabellen kan inte importeras. Att rätta: { $count }.
records-import-mend = Ingenting importerades. Rätta tabellen och importera den på nytt: hela tabellen importeras eller ingenting.
records-import-again = Börja om
records-import-findings = Att rätta
records-import-line = Rad
records-import-field = Uppgift
records-import-what = Vad som ska rättas
records-import-more = Och dessutom { $count } till.
records-import-preview = Vad som skulle importeras
records-import-more-rows = Och dessutom { $count } rader till.
records-import-closed = din roll får inte anteckna den här uppgiften
records-import-from = Varifrån uppgifterna kommer och vad de används till
records-import-notice = Beskrivning
records-import-version = Beskrivningen, version { $version }
records-import-purposes = Vad uppgifterna används till
records-import-source = Varifrån uppgifterna fås
records-import-art14 = De vars uppgifter inte har fåtts direkt av dem ska inom en månad få veta vilka uppgifter som finns om dem, varifrån de har fåtts och vad de används till (artikel 14 i dataskyddsförordningen). Ge dem adressen till beskrivningen.
records-import-told = Personerna har fått veta, eller får inom en månad veta, varifrån deras uppgifter har fåtts
records-import-confirm = Importera hela tabellen
records-import-done = { $count ->
    [one] En anteckning importerades.
   *[other] { $count } anteckningar importerades.
}
records-import-list = Till förteckningen
cli-import-table-done = { $count } poster importerades.
cli-import-table-refused = Ingenting importerades. Att rätta: { $count }.
cli-import-finding = rad { $line }, { $field }: { $what }
import-column-twice = kolumnen finns två gånger
import-column-undeclared = beskrivningen känner inte till fältet
import-column-consent = uppgiften grundar sig på ett samtycke som bara personen själv kan ge
import-column-file = en handling kan inte importeras i en tabell
import-column-missing = ett obligatoriskt fält saknas
fault-import-table = Filen är ingen tabell. Det behövs UTF-8, fältens namn på första raden och lika många kolumner på varje rad.
fault-import-part = Slaget { $kind } kan inte importeras ur en tabell, eftersom det hör till en annan post. Lägg till det på den postens sida.

records-decided-alone = { $field }: ett program beslutade detta utan en människa { $when }. Ingen människa har sett på beslutet.
records-decided-stands = { $field }: ett program beslutade detta utan en människa { $when }. En människa såg på beslutet { $reviewed }, och det står fast.
records-decided-changed = { $field }: ett program beslutade om detta utan en människa { $when }. En människa ändrade beslutet { $reviewed }.
records-list-caption = Anteckningar, den nyaste först

# Siffror som inte ändras när någon försvinner
records-totals = Siffror
records-totals-title = Siffror: { $kind }
records-totals-time = Tid
records-totals-all = Sammanlagt
records-totals-gone = Av dem raderade
records-totals-other = Övriga tillsammans
records-totals-sum = Totalt
records-totals-file = Ladda ner siffrorna som CSV-fil
