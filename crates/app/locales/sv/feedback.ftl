# Gemensamma texter för blanketter
form-consent-help = Kryssa bara för rutan om du lämnar dina kontaktuppgifter. Utan samtycke sparas de inte.
form-consent-by-code = Kryssa för om du vill ha svar. Du läser det med kvittokoden som du får när du har skickat responsen. Utan samtycke besvaras responsen inte.
form-consent-missing = Ge ditt samtycke eller töm kontaktuppgifterna: utan samtycke får de inte sparas.
form-consent-to-nothing = Du gav ditt samtycke men skrev inga kontaktuppgifter. Skriv dem om du vill ha svar, eller ta bort krysset.

# Responsblanketten
feedback-title = Ge respons
feedback-lead = Berätta vad som fungerar och vad som inte gör det. Du behöver inget konto och du behöver inte berätta vem du är.
feedback-answer-by-code = Tjänsten skickar ingen e-post och frågar därför inte efter din adress. Svaren läses med kvittokoden.
feedback-send = Skicka respons
feedback-notice-changed = Dataskyddsbeskrivningen har ändrats efter att du öppnade formuläret. Läs den på nytt, ge ditt samtycke vid behov och skicka responsen.
fault-notice-changed = Dataskyddsbeskrivningen har ändrats från den version enligt vilken begäran gjordes. Läs den gällande versionen och skicka på nytt.
feedback-short-title = Så behandlar vi din respons
feedback-short-who = Personuppgiftsansvarig är { $controller }. Responsen sparas i registret { $register }.
feedback-short-keep = Din respons raderas efter { $period }.
feedback-short-rights = När du har skickat får du en kvittokod. Med den kan du när som helst se och radera din respons.
feedback-short-link = Läs hela dataskyddsbeskrivningen
feedback-earlier-title = Radera din tidigare respons eller återkalla ditt samtycke
feedback-earlier-text = Du kan radera din respons eller återkalla ditt samtycke genast med kvittokoden, eller be oss göra det.
feedback-earlier-code = Jag har en kvittokod: jag raderar responsen eller återkallar samtycket själv
feedback-earlier-request = Jag har ingen kod: jag begär radering
feedback-earlier-withdraw = Jag har ingen kod: jag återkallar mitt samtycke

# Kvitto
feedback-receipt-title = Din respons har tagits emot
feedback-receipt-good = Tack för din respons
feedback-receipt-thanks = De som handlägger respons kan nu läsa den.
feedback-receipt-masked = En personbeteckning doldes
feedback-receipt-masked-text = Ditt meddelande innehöll en teckenföljd som ser ut som en personbeteckning. Vi dolde den innan meddelandet sparades och den finns inte kvar.
feedback-receipt-code = Din kvittokod
receipt-keep = Skriv upp koden eller skriv ut den här sidan. Du kan ladda om sidan i { $minutes } minuter; därefter kan koden inte visas igen.
receipt-copy = Kopiera koden
receipt-copied = Koden har kopierats
feedback-receipt-over = Din respons har redan tagits emot, men kvittokoden kan inte längre visas. Om du inte hann skriva upp den kan du begära radering med en dataskyddsbegäran.
feedback-receipt-number = Responsens nummer
feedback-receipt-sent = Skickad
feedback-receipt-due = Raderas
feedback-receipt-can = Vad du kan göra med koden
feedback-receipt-can-text = Du ser allt som sparas om din respons, vem som har läst den och vad som har svarats. Du kan rätta eller radera uppgifterna, begränsa användningen, ta dem med dig eller återkalla ditt samtycke.
feedback-receipt-own = Öppna dina egna uppgifter
feedback-complaint = Om du är missnöjd
feedback-complaint-text = Du kan lämna in ett klagomål om behandlingen av dina uppgifter till tillsynsmyndigheten:

# Inkommen respons
feedback-state-new = Ny
feedback-state-open = Under arbete
feedback-state-answered = Besvarad
feedback-state-closed = Klar
inbox-title = Inkommen respons
post-held = Svar väntar på att skickas
post-held-text = E-postservern har inte tagit emot { $count } svar, eller så gick det inte att få en krypterad förbindelse. Vi försöker på nytt.
post-failed = Svaret kom inte fram per e-post
post-failed-text = E-postservern avvisade svaret. Om det var fel på adressen eller servern och felet nu är åtgärdat, skicka svaret på nytt. Lämna det annars på något annat sätt: svaret kan också läsas med kvittokoden.
post-failed-count = { $count ->
    [one] E-postservern avvisade ett svar. Skicka det på nytt när felet är åtgärdat, eller lämna det på något annat sätt.
   *[other] E-postservern avvisade { $count } svar. Skicka dem på nytt när felet är åtgärdat, eller lämna dem på något annat sätt.
}
post-again = Skicka på nytt
post-again-done = Svaret skickas på nytt
post-nothing-failed = Inget svar här väntar på att skickas på nytt. Det har kanske redan skickats.
post-number = Nummer { $number }
inbox-table = Respons
inbox-col-number = Respons
inbox-col-sent = Skickad
inbox-col-state = Läge
inbox-col-theme = Tema
inbox-col-message = Meddelandets början
inbox-number = Nr { $number }
inbox-any = Alla
inbox-from = Från och med
inbox-until = Till och med
inbox-turned = Den sista dagen är före den första.
inbox-empty = Ingen respons hittades.
inbox-all = Visa alla
inbox-waiting = Väntar (nya och under arbete)
inbox-search-title = Sök i meddelandena
inbox-search = Sökord
inbox-search-help = Sökningen gäller meddelandenas text. Det går inte att söka på namn eller adresser.
inbox-search-submit = Sök
inbox-export = För ut texterna till en fil

# En respons
item-title = Respons { $number }
item-message = Meddelande
item-contact = Kontaktuppgifter
item-contact-closed = Endast den som handlägger responsen ser dem.
item-contact-consent = Avsändaren vill ha svar och har gett sitt samtycke.
item-contact-unasked = Avsändaren har inte bett om svar och inte samtyckt till det, så responsen används inte för att svara.
item-contact-none = Avsändaren har inte lämnat någon e-postadress. Svaret läser avsändaren med sin kvittokod.
item-reply = Svar
reply-state-queued = Skickas per e-post
reply-state-sent = Skickat per e-post
reply-state-held = Väntar: e-postservern tog inte emot. Vi försöker på nytt.
reply-state-by-receipt = Kan läsas med kvittokoden
item-more = Andra åtgärder
item-convert-text = Om avsändaren i sitt meddelande ber att få sina uppgifter raderade, gör det till en begäran. Tidsfristen räknas från den dag då responsen kom.
item-convert = Gör en begäran om radering
item-disclose = Lämna ut den här responsen till en utomstående
item-erase = Radera den här responsen
item-looks = Vem har tittat

answer-title = Svara
answer-submit = Skicka svaret
answer-by-mail = Svaret skickas per e-post endast till den adress som avsändaren har lämnat. Det raderas samtidigt som responsen.
answer-no-mailer = E-post används inte. Avsändaren kan läsa svaret med sin kvittokod. Det raderas samtidigt som responsen.
answer-by-receipt = Avsändaren har inte lämnat någon adress. Svaret kan läsas med kvittokoden. Det raderas samtidigt som responsen.
classify-title = Klassificera
classify-submit = Spara

erase-title = Radera responsen
erase-text = De här uppgifterna raderas för gott. Det raderade kan inte återställas.
erase-changed = Uppgifterna har ändrats sedan du öppnade sidan. Kontrollera vad som raderas nu.
erase-step-remove = raderas
erase-step-keep = sparas, grund:
erase-submit = Radera för gott
erase-back = Radera inte
convert-text = Avsändaren bad om radering av sina uppgifter i respons { $number }.
convert-title = Begäran om radering
convert-done = Begäran har antecknats
convert-done-text = Tidsfristen är { $due }, räknad från den dag då responsen kom. Uppgifterna raderas senast då, även om ingen gör något.
convert-done-open = Tidsfristen är { $due }, räknad från den dag då responsen kom. Ingenting raderas innan begäran har avgjorts.
convert-back = Tillbaka till responsen

# Utlämnanden
disclose-title = Lämna ut uppgifter till en utomstående
disclose-lead = Uppgifter lämnas ut endast med samtycke av personen själv eller någon som personen har befullmäktigat, eller med stöd av lag. Utlämnandet antecknas och personen ser det bland sina egna uppgifter.
disclose-recipient = Till vem
disclose-recipient-help = I listan finns de som dataskyddsbeskrivningen nämner. Till andra lämnas inget ut.
disclose-recipient-other = Någon annan (inte i dataskyddsbeskrivningen)
disclose-called = Mottagarens namn
disclose-called-help = Behövs när du valde en grupp av mottagare. Personen ser namnet bland sina egna uppgifter.
disclose-called-missing = Skriv vem som får uppgifterna.
disclose-purpose = För vilket ändamål
disclose-purpose-help = För ett förbjudet ändamål lämnas ingenting ut, inte ens med samtycke.
disclose-purpose-own = Mottagarens egen uppgift
disclose-purpose-forbidden = { $name } (förbjudet)
disclose-purpose-direct-marketing = Direktmarknadsföring
disclose-purpose-market-research = Marknads- eller opinionsundersökning
disclose-purpose-directory = Personförteckning
disclose-purpose-genealogy = Släktforskning
disclose-ground = Grund
disclose-ground-consent = Personens eget samtycke
disclose-ground-mandate = Samtycke av någon som personen har befullmäktigat, med en handling som visar det
disclose-ground-listed = Lagstadgad rätt att få uppgifterna (i förteckningen)
disclose-ground-statute = Annan lag
disclose-ground-statute-help = En annan person kontrollerar lagrummet innan uppgifterna får lämnas ut.
disclose-checked = Jag har öppnat handlingen och kontrollerat att fullmakten gäller och omfattar detta utlämnande.
disclose-statute = Lagrum ur förteckningen
disclose-statute-help = Behövs när grunden finns i förteckningen.
disclose-request = Informationsbegärans nummer
disclose-request-help = Behövs när uppgifter lämnas ut med stöd av offentlighetslagen. Anteckna begäran först, så att dess tidsfrist börjar löpa.
disclose-request-named = informationsbegäran { $number }
disclose-request-unknown = Det finns ingen öppen informationsbegäran med det numret.
disclose-reference-missing = Ange varav samtycket framgår.
disclose-document-missing = Bifoga handlingen som visar fullmakten.
disclose-checked-missing = Kontrollera fullmakten och kryssa i rutan.
disclose-statute-missing = Välj lagrummet.
disclose-request-missing = Skriv informationsbegärans nummer.
disclose-act-missing = Skriv lagens namn och nummer.
disclose-section-missing = Skriv paragrafen.
disclose-waits = Utlämnandet väntar på en annan persons godkännande
disclose-waits-text = Uppgifterna får inte lämnas ut ännu. När en annan person har godkänt utlämnandet kan du lämna ut uppgifterna på den sida där du föreslog det.
disclose-state-proposed = Utlämnandet väntar på en annan persons godkännande.
disclose-state-approved = En annan person har godkänt utlämnandet.
disclose-hand-over = Lämna ut de godkända uppgifterna
disclose-reference = Beteckning för samtycket
disclose-reference-help = Handlingen som visar samtycket. Behövs när grunden är personens eget samtycke.
disclose-act = Lag
disclose-act-help = Namn och nummer. Behövs när grunden är en annan lag.
disclose-section = Paragraf
disclose-section-help = Till exempel 11 §. Behövs när grunden är en annan lag.
disclose-requester = Vem som begärde uppgifterna
disclose-requester-help = Tjänst eller enhet och ärendets beteckning, inte tjänstemannens namn. Behövs när beskrivningen kräver det av mottagaren.
disclose-requester-missing = Skriv vem som begärde uppgifterna. Dataskyddsbeskrivningen lovar att det antecknas.
disclose-matter = I vilket ärende
disclose-matter-help = Till exempel vilket slags brott som misstänks. Behövs när beskrivningen kräver det av mottagaren.
disclose-matter-missing = Skriv i vilket ärende uppgifterna begärs. Dataskyddsbeskrivningen lovar att det antecknas.
disclose-urgency = Varför utlämnandet inte kan vänta
disclose-urgency-help = Skriv bara om någons liv eller hälsa är i fara och beskrivningen tillåter att uppgifterna lämnas genast. En annan person granskar utlämnandet i efterhand.
disclose-items = Vad som lämnas ut
disclose-submit = Anteckna utlämnandet
disclose-done = Utlämnandet har antecknats
disclose-done-text = Du kan nu lämna ut uppgifterna nedan.
disclose-done-mark = Skriv utlämnandets beteckning { $mark } tillsammans med uppgifterna. Med den hittar mottagaren uppgifterna om de senare rättas, raderas eller begränsas.
export-title = För ut responsens texter
export-lead = Filen innehåller texterna i all respons utan kontaktuppgifter. Att föra ut dem är ett utlämnande: berätta till vem och på vilken grund. Därefter svarar mottagaren för uppgifterna.
export-submit = Anteckna utlämnandet och ladda ner filen
export-items = Responsens text

# E-post
mail-notify-subject = Ny respons
mail-notify-body = Det har kommit ny respons. Öppna den här:
    { $link }
mail-answer-subject = Svar på din respons
mail-answer-hello = Hej!
mail-answer-hello-name = Hej { $name }!
mail-answer-body = { $hello }

    { $answer }

    Med vänlig hälsning
    { $controller }

    --
    Du fick det här meddelandet därför att du skickade respons ({ $register }) och bad om svar. Din adress används inte till något annat.
    Du ser och raderar dina uppgifter med din kvittokod: { $own }
    I dataskyddsfrågor kan du skriva till { $officer }
answer-done = Ditt svar har sparats
classify-done = Sorteringen har sparats

feedback-consent-text = Samtyckeskvittot är en fil med vilken du senare kan visa vad du samtyckte till och när. Den innehåller varken ditt namn eller andra uppgifter om dig. Du kan återkalla ditt samtycke här eller senare med din kvittokod.
feedback-consent-withdrawn = De uppgifter som bara grundade sig på ditt samtycke har raderats. När du kontrollerar ditt samtyckeskvitto ser du när du återkallade samtycket. Om lagen eller ett hinder bevarar något av dem ser du det bland dina uppgifter.
