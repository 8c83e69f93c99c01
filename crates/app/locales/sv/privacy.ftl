# Dataskyddsbeskrivningens sidor och löftenas bevis

# Beskrivningens sida
privacy-notice = Dataskyddsbeskrivning
privacy-outdated = Det här är en gammal version av beskrivningen.
privacy-to-current = Gå till den gällande versionen
privacy-contents = Innehåll
privacy-forms = Beskrivningen i andra format
privacy-form-pdf = PDF
privacy-form-txt = Som text
privacy-form-jsonld = JSON-LD (DPV)
privacy-form-tilt = TILT (JSON)
privacy-hash = Versionens kontrollsumma:
privacy-to-changes = Alla versioner och vad som ändrats
privacy-to-notice = Läs hela dataskyddsbeskrivningen
privacy-proof-of = Bevis för löftet: { $sentence }
privacy-kept-proof = Hålls: se beviset
privacy-section-good = { $count ->
    [one] Ett löfte. Det hålls.
   *[other] { $count } löften. Vi bryter inte mot något av dem.
}
privacy-section-bad = { $count ->
    [one] Ett löfte. Det hålls inte nu.
   *[other] { $bad ->
        [one] { $count } löften, varav ett inte hålls nu.
       *[other] { $count } löften, varav { $bad } inte hålls nu.
    }
}
privacy-section-proof = Se bevisen

# Läget på en rad
privacy-sum-good = { $count ->
    [one] Beskrivningen innehåller ett löfte. Det hålls.
   *[other] Beskrivningen innehåller { $count } löften. Vi bryter inte mot något av dem.
}
privacy-sum-bad = { $bad ->
    [one] Av beskrivningens { $count } löften är det ett som inte hålls just nu.
   *[other] Av beskrivningens { $count } löften är det { $bad } som inte hålls just nu.
}
privacy-checked = Kontrollerat { $time }.
privacy-scanned = Alla sparade uppgifter gicks igenom { $time }.
privacy-unchecked = Inte kontrollerat ännu.
privacy-first-check = Löftena kontrolleras just nu för första gången.
privacy-checks-late = Kontrollerna är försenade. Nedan visas det senaste som är känt.
privacy-to-evidence = Se hur varje löfte hålls

# Bevis
privacy-evidence = Bevis för löftena
privacy-evidence-lead = Varje mening i dataskyddsbeskrivningen är ett löfte. Programmet kontrollerar dem självt varje minut och berättar här också när något inte håller.
privacy-group-bad = Hålls inte just nu
privacy-group-due = Ska bekräftas snart
privacy-group-kept = Hålls
privacy-group-attested = Bekräftat
privacy-group-told = Information
privacy-filter = Visa löften
privacy-filter-all = Alla
privacy-as-json = Samma uppgifter för program (JSON)
privacy-proof = Bevis för ett löfte
privacy-to-proof = Bevis och historia
privacy-state = Läge
privacy-how = Hur det hålls
privacy-law = Lagrum
privacy-since = Sedan
privacy-id = Beteckning
privacy-history = Historia

# Ändringar
privacy-changes = Beskrivningens versioner och ändringar
privacy-changes-lead = Gamla versioner kan alltid läsas. Datum och nummer kommer av publiceringen; de kan inte skrivas för hand.
privacy-feed = Följ ändringarna som flöde (Atom)
privacy-version = Version { $version }, publicerad { $date }
privacy-first-version = Den första publicerade versionen.
privacy-nothing-changed = Beskrivningen säger detsamma som den förra versionen.
privacy-version-reason = Motivering: { $reason }
privacy-version-author = Publicerad av: { $author }
privacy-version-operator = tjänstens driftansvariga
announced = Dataskyddsbeskrivningen har ändrats.
announced-more = { $count ->
    [0] Läs om ändringen
    [one] Läs om denna och en annan ändring
   *[other] Läs om denna och { $count } andra ändringar
}

# Startsidan
privacy-front-lead = Berätta för oss vad som fungerar och vad som inte gör det. Inga kontaktuppgifter behövs.
privacy-front-give = Ge respons
privacy-card-own = Dina uppgifter
privacy-card-own-text = Med kvittokoden ser du allt som sparas om dig och kan radera det.
privacy-card-notice = Dataskyddsbeskrivning
privacy-card-notice-text = Vad som samlas in, varför, hur länge och vilka rättigheter du har.
privacy-card-proof = Bevis för löftena
privacy-card-proof-text = Bredvid varje mening står det om den håller just nu.

# Kakor
privacy-cookies = Kakor
privacy-cookies-lead = Här är alla kakor som tjänsten kan sätta. Andra kan den inte sätta.
privacy-cookies-necessary = Alla är nödvändiga: de sätts först när du loggar in eller väljer språk. Därför begärs inget samtycke, och du behöver inte godkänna något.
privacy-cookies-choice = Nödvändiga kakor sätts när tjänsten behöver dem. De övriga väntar på ditt samtycke, och tjänsten fungerar utan dem.

# Tillgänglighet
privacy-access = Tillgänglighetsutlåtande
privacy-access-state = Hur tillgänglig tjänsten är
privacy-access-state-text = Tjänsten är gjord för att följa nivå AA i WCAG 2.2. Upphovspersonerna har kontrollerat den själva; ingen utomstående har bedömt den.
privacy-access-done-keyboard = Allt fungerar med enbart tangentbord, och fokus syns.
privacy-access-done-narrow = Sidorna ryms på en 320 bildpunkter bred skärm utan rullning i sidled.
privacy-access-done-colour = Inget berättas enbart med färg, och textens kontrast räcker också i mörkt tema.
privacy-access-done-script = Allt fungerar utan JavaScript.
privacy-access-lacks = Vad som saknas
privacy-access-lacks-text = Tjänsten har ännu inte prövats med personer som använder hjälpmedel. Det finns ingen lättläst version.
privacy-access-tell = Berätta om brister
privacy-access-tell-text = Om något inte fungerar, berätta det för oss.
privacy-access-supervision = Tillsyn
privacy-access-supervision-text = Om svaret inte räcker kan du vända dig till tillsynsmyndigheten för tillgänglighet:

# Kommandoraden
privacy-cli-sum = { $count } löften, av vilka { $bad } inte hålls.

# Löftena på arbetsbordet
privacy-check-now = Kontrollera nu
privacy-check-runs = Kontrollen pågår. Den går igenom alla uppgifter, så ladda sidan på nytt om en stund.
privacy-words = Bekräftelser
privacy-no-words = Det finns inget i beskrivningen som en människa behöver bekräfta.
privacy-vouch = Bekräfta
privacy-vouch-document = Vad bekräftelsen grundar sig på
privacy-vouch-document-help = Skriv dokumentets namn, datum och plats. Av texten sparas endast en kontrollsumma: bevara dokumentet själv.
privacy-vouch-sure = Jag har kontrollerat saken och bekräftar den i min roll.
privacy-attested = Bekräftelsen har antecknats.
privacy-word-until = Bekräftat till { $date }.
privacy-word-over = Bekräftelsen gick ut { $date }.
privacy-word-none = Inte bekräftat ännu.

# Bevis på radering
proof-title = Bevis på radering
proof-told = Uppgifterna har raderats { $date }.
proof-nothing-personal = Den här sidan innehåller inga personuppgifter. Den visar inte vems uppgifter som raderades eller vad de innehöll.
proof-what = Vad som raderades
proof-notice = Beskrivningens version
proof-id = Bevisets kod
proof-place = Plats i händelseloggen
proof-place-of = Post { $place } när posterna är { $size }
proof-check = Så kontrollerar du beviset
proof-check-text = I händelseloggen kan man bara lägga till poster. En undertecknad kontrollpunkt binder samman alla poster: om den här posten ändrades eller togs bort skulle beviset inte längre stämma. För kontrollen behövs ingen förbindelse till den här tjänsten.
proof-file = Spara beviset som en fil
proof-command = Kontrollera det med programmet Seloste:
proof-whole = Den som får hela loggen, till exempel tillsynsmyndigheten, kan kontrollera den med kommandot seloste ledger verify. Om kontrollpunkten i slutet av det här beviset anges med --checkpoint avslöjas även ändringar som loggens ägare har gjort.
proof-text = Beviset som text
proof-text-what = Först posten och dess plats, sedan kontrollsummorna från posten till loggens rot, till sist den undertecknade kontrollpunkten.
proof-print = Du kan skriva ut eller spara den här sidan.

# Klockan
privacy-clock-doubt = Serverns klocka är inte att lita på
privacy-clock-times = Klockan visar { $shows }, fast den borde visa ungefär { $expected }.
privacy-clock-waits = Ingenting raderas på grund av tid förrän klockan har kontrollerats. Uppgifter vars sista dag har passerat öppnas ändå inte.
privacy-clock-mend = Jämför tiden med en annan klocka, till exempel din telefon. Om serverns klocka går fel, be driften ställa den: då behövs ingen bekräftelse. Om servern var avstängd länge och tiden är rätt, bekräfta den.
privacy-clock-look = Kontrollera klockan
privacy-clock-sure = Jag har jämfört tiden med en annan klocka. Serverns datum och klockslag är rätt.
privacy-clock-confirm = Bekräfta klockan
privacy-clock-confirmed = Klockan har bekräftats. Radering på grund av tid fortsätter.

# Säkerhetskopior
privacy-backups-damaged = { $count ->
    [one] En del av en säkerhetskopia är skadad
   *[other] { $count } delar av säkerhetskopior är skadade
}
privacy-backups-damaged-next = Driften ser med kommandot seloste doctor vilka delar som är skadade. En ny säkerhetskopia görs varje dag; kontrollera ändå disken där kopiorna finns.

consent-check-title = Kontrollera ett samtyckeskvitto
consent-check-lead = Ett samtyckeskvitto är en fil som tjänsten undertecknade när samtycket gavs. På den här sidan kan vem som helst kontrollera att kvittot är äkta och om samtycket fortfarande gäller.
consent-check-field = Samtyckeskvitto
consent-check-help = Öppna filen som du har sparat, kopiera hela innehållet och klistra in det här. Kvittot innehåller inga personuppgifter, och det sparas inte.
consent-check-submit = Kontrollera
consent-check-bad = Kvittot är inte äkta
consent-check-bad-text = Den här tjänsten har inte undertecknat kvittot, eller så har det ändrats. Kontrollera att du kopierade hela filens innehåll.
consent-check-genuine = Kvittot är äkta: den här tjänsten har undertecknat det, och det har inte ändrats.
consent-check-stands = Samtycket gäller
consent-check-withdrawn = Samtycket återkallades { $when }
consent-check-restored = Samtycket gäller inte. Uppgifterna raderades på nytt { $when }, efter att en säkerhetskopia hade återställts.
consent-check-ended = Samtycket upphörde { $when }, när uppgifterna raderades
consent-check-unknown = Samtycket gäller inte längre. Tidpunkten då det upphörde finns inte längre sparad.
consent-check-sentence = Vad samtycket gällde
consent-check-controller = Vem som fick samtycket
consent-check-purpose = För vilket ändamål
consent-check-given = Gavs
consent-check-language = Språk
consent-check-notice = Beskrivningens version
consent-check-hash = Meningens kontrollsumma (SHA-256)
consent-check-reference = Kvittots kod
consent-check-offline = Kontroll utan den här tjänsten
consent-check-offline-text = Programmet Seloste kontrollerar underskriften även utan förbindelse till den här tjänsten. Om samtycket har återkallats syns bara här.
