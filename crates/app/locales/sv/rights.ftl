# Egna uppgifter: inloggning
rights-own-title = Dina egna uppgifter
rights-own-ask = Du ser dina uppgifter med den kvittokod som du fick när du skickade din respons eller begäran.
rights-lapsed = Sidan med dina egna uppgifter har stängts
rights-lapsed-text = Sidan stängs när den inte har använts på en stund, så att ingen annan ser dina uppgifter. Öppna den på nytt. En ändring som blev på hälft har inte sparats.
rights-code = Kvittokod
rights-code-help = 24 bokstäver och siffror. Stora och små bokstäver, mellanslag och streck har ingen betydelse.
rights-code-unknown = Ingenting hittades med den här koden. Kontrollera att alla tecken är rätt.
rights-open = Öppna egna uppgifter
rights-no-code = Har du ingen kod?
rights-no-code-text = Du kan ändå använda dina rättigheter. Om du har uppgett din e-postadress skickar vi dit en länk till dina uppgifter.
rights-no-code-unmailed = Du kan ändå använda dina rättigheter: gör en begäran. Tjänsten skickar ingen e-post, så berätta i begäran med vilken uppgift vi hittar dina uppgifter, till exempel den e-postadress som du angav. Svaret läser du med koden som du får för din begäran, när personalen har säkerställt vem du är.
rights-make-request = Gör en dataskyddsbegäran
rights-link-text = Länken är avsedd bara för den som har den här e-postadressen och kan användas en gång. Fortsätt för att se de begäranden som gäller adressen. Ingenting ändras eller raderas ännu.
rights-link-open = Fortsätt
rights-mailbox-title = Uppgifter med din e-postadress
rights-mailbox-lead = Här är de begäranden och uppgifter som innehåller den här e-postadressen.
rights-mailbox-what = Länken visar bara att du läser posten till den här adressen
rights-mailbox-what-text = Adressen har skrivits av den som lämnade uppgifterna och har inte kontrollerats. Därför visas här bara typ, nummer och datum. Innehållet ser du med kvittokoden.
rights-mailbox-asked = Har du gjort de här begärandena?
rights-mailbox-asked-none = Inga begäranden väntar på bekräftelse.
rights-mailbox-known = Begäranden som du har bekräftat
rights-mailbox-records = Uppgifter med den här adressen
rights-mailbox-erase = Radera alla dessa uppgifter
rights-mailbox-erase-all = Alla uppgifter i listan ovan raderas, också de på andra sidor. Samtidigt raderas de dataskyddsbegäranden som vi handlägger med adressen. Den som gjorde en begäran behåller det som hen själv skickade i högst fyra månader.
rights-mailbox-confirmed = Begäran har bekräftats. Svaret skickas till den här e-postadressen. Om du själv gjorde begäran kan du nedan ange dess kvittokod och läsa svaret också med den.
rights-mailbox-denied = Tack. Begäran kopplas inte till den här adressen.
rights-mailbox-desk = Begäran har bekräftats från adressens postlåda
rights-mailbox-desk-text = Bekräftelsen visar att den som bekräftade läser posten till adressen. Adressen i uppgifterna har skrivits av avsändaren och har inte bevisats. Försäkra dig om att uppgifterna hör till den som begärde innan du berättar om deras innehåll. Be vid behov om mer information (artikel 12.6 i dataskyddsförordningen). En godkänd radering, begränsning eller återkallelse av samtycke gäller alla uppgifter i listan.
rights-mailbox-desk-denied = Adressens innehavare har meddelat att begäran inte är hens
rights-mine-yes = Ja, det här är min begäran
rights-mine-no = Det är inte min begäran
rights-link-void = Länken gäller inte längre
rights-link-void-text = Länken fungerar en gång och i ett dygn. Be om en ny vid behov.

# Egna uppgifter: vad som sparas
rights-own-lead = Här finns det som sparas om dig i detta register. Handläggarnas interna anteckningar om dina begäranden ingår inte. Du kan begära dem: du får dem, eller grunden till att de inte lämnas ut.
rights-nothing = Ingenting sparas om dig här.
rights-received = Mottaget
rights-changed = Ändrat
rights-goes = Raderas senast
rights-goes-review = När ärendet är avgjort; tidsfrist { $date }
rights-goes-event = Tiden börjar räknas när ärendet är avslutat
rights-source = Varifrån uppgiften kommer
rights-source-person = Du gav den själv
rights-source-person-or = Har fåtts av dig själv eller av { $others }
rights-source-staff = Personalen skrev den
rights-source-system = Tjänsten skapade den när den användes
rights-notice = Dataskyddsbeskrivning
rights-version = Version { $version }
rights-consent = Ditt samtycke
rights-consent-given = Gavs { $when }, beskrivningens version { $version }, språk { $language }
rights-reasons = Varför och på vilken grund
rights-column-field = Uppgift
rights-column-purpose = Vad den används till
rights-column-basis = Grund
rights-basis-consent = Ditt samtycke
rights-basis-contract = Avtal
rights-basis-legal-obligation = Rättslig förpliktelse
rights-basis-vital-interests = Vitalt intresse
rights-basis-public-task = Uppgift av allmänt intresse eller myndighetsutövning
rights-basis-legitimate-interests = Berättigat intresse
rights-withheld = Sparad. Värdet visas inte, så att ditt konto förblir säkert.
rights-looked = Vem har tittat på dina uppgifter
rights-looked-caption = Besöken, det senaste först
rights-looked-what = Dina egna besök räknas inte upp. Varje enskild händelse finns i filen som du kan ladda ner.
rights-looked-nobody = Ingen annan har tittat på dina uppgifter.
rights-column-when = När
rights-column-role = Vem
rights-column-action = Vad som gjordes
rights-role-self = Personen själv
rights-role-operator = Tjänstens driftpersonal
rights-role-program = Tjänsten själv
rights-did-collect = Sparades
rights-did-read = Lästes
rights-did-answer = Besvarades
rights-did-classify = Sorterades
rights-did-amend = Ändrades
rights-did-export = Kopierades
rights-did-disclose = Lämnades ut
rights-did-erase = Raderades
rights-did-tell-end = Underrättelse om att begränsningen upphävs
rights-did-object = Ändamålet stängdes efter en invändning
rights-did-refuse-objection = Invändningen avslogs och ändamålet öppnades
rights-did-hold = Raderingen avbröts av ett skäl i lag
rights-did-release = Avbrottet i raderingen upphörde
rights-did-decide = Begäran behandlades
rights-did-restrict = Användningen begränsades eller begränsningen hävdes
rights-did-withdraw = Samtycket återkallades
rights-did-erase-field = En uppgift som inte längre samlas in raderades
rights-did-shorten = Bevaringstiden förkortades
rights-did-fetch = Kalendern över raderingsdagar hämtades från sin hemliga adress
rights-did-wish = En önskan om radering, eller dess slut, antecknades
rights-did-other = Behandlades
rights-did-send = Svaret skickades med e-post
rights-did-prepare = Sändning av svaret med e-post förbereddes
rights-did-times = { $what } ({ $count } gånger)
rights-received-by = Till vem dina uppgifter har lämnats ut
rights-received-by-nobody = Dina uppgifter har inte lämnats ut till någon.
rights-restricted = Användningen av dina uppgifter är begränsad
rights-restricted-text = Uppgifterna sparas men används bara för att tillgodose dina rättigheter.

# Egna uppgifter: vad du kan göra
rights-next = Vad du kan göra
rights-download = Ladda ner dina uppgifter som fil (JSON)
rights-print = Kopia för utskrift
rights-print-title = Kopia av dina uppgifter
rights-file-name = egna-uppgifter
rights-erase-all = Radera alla dina uppgifter
rights-restrict-text = Du kan begränsa användningen av dina uppgifter. Då sparas de bara, tills du häver begränsningen, också efter att lagringstiden har gått ut.
rights-restrict = Begränsa användningen
rights-no-restriction = Användningen av ett personalkontos uppgifter kan inte begränsas, eftersom det då inte går att logga in. Be en administratör stänga kontot.
rights-restrict-end = Häv begränsningen
rights-own-desk = Tillbaka till administrationen
rights-own-another = Öppna uppgifter med en kvittokod
rights-own-another-text = Ovan finns uppgifterna om ditt användarkonto. Om du har en kvittokod för respons eller en begäran öppnar du de uppgifterna här. Samtidigt loggas du ut ur administrationen.
rights-sign-out = Lämna sidan
rights-correct = Rätta
rights-correct-title = Rätta dina uppgifter
rights-correct-text = Töm ett frivilligt fält om du vill ta bort uppgiften.
rights-save = Spara rättelsen
rights-withdraw = Återkalla samtycket
rights-withdraw-title = Återkalla ditt samtycke
rights-withdraw-goes = De här uppgifterna raderas
rights-withdraw-warning = Återkallandet kan inte ångras
rights-withdraw-text = Uppgifter som bara grundar sig på det här samtycket raderas genast. Om ingenting annat blir kvar raderas hela posten.
rights-erase = Radera
rights-erase-title = Radera uppgifter
rights-erase-now = Radera nu
rights-erase-warning = Raderingen kan inte ångras
rights-erase-warning-text = Raderade uppgifter kan inte fås tillbaka, inte heller av oss.
rights-plan-goes = Det här raderas
rights-plan-nothing = Ingenting kan raderas.
rights-plan-stays = Det här blir kvar
rights-plan-stays-nothing = Ingenting blir kvar.
rights-cannot-erase = De här uppgifterna kan inte raderas här
rights-kept-by-law = Lagen kräver att de här uppgifterna sparas, så du kan inte radera dem själv.
rights-kept-by-law-next = Om du är av annan åsikt kan du göra en dataskyddsbegäran eller kontakta dataskyddsombudet.

# Raderat
rights-erased-title = Uppgifterna har raderats
rights-erased-on = Raderades { $date }
rights-erased-text = Allt som hörde till den här kvittokoden har raderats. Inget separat meddelande skickas.
rights-erased-again = Uppgifterna har raderats för gott. Din kvittokod berättar det också senare. Inget separat meddelande skickas.
rights-erased-when = När
rights-erased-why = Varför
rights-erased-count = Raderade uppgifter
rights-kept-count = Uppgifter som sparas
rights-erased-proof = Bevis
rights-erased-proof-text = Beviset är en beteckning i en oföränderlig händelselogg. Den innehåller inga personuppgifter.
rights-why-due = Lagringstiden gick ut.
rights-why-request = Radering begärdes.
rights-why-withdrawal = Samtycket återkallades.
rights-why-decision = Den personuppgiftsansvariga beslutade att radera uppgifterna.
rights-why-restore = Uppgifterna hade redan raderats; återställningen av en säkerhetskopia tog dem inte tillbaka.

# Dataskyddsbegäran
rights-request-title = Dataskyddsbegäran
rights-request-lead = Du kan använda dina rättigheter utan konto och utan underskrift.
rights-contact-help = E-post- eller postadress dit vi svarar. Om adressen är densamma som i din respons skickar vi dit en engångslänk.
rights-contact-unmailed = Den adress som du har uppgett tidigare hjälper oss att hitta dina uppgifter. Tjänsten skickar ingen e-post: svaret läser du med koden som du får för din begäran, när personalen har säkerställt vem du är.
rights-send = Skicka begäran
rights-request-short = Personuppgiftsansvarig är { $controller }. Uppgifterna i begäran används bara för att besvara den.
rights-read-notice = Läs hela dataskyddsbeskrivningen
rights-request-received = Din begäran har tagits emot
rights-request-code = Kvittokod för din begäran
rights-request-code-text = Med koden ser du din begäran och svaret.
rights-receipt-over = Din begäran har redan tagits emot, men kvittot kan inte längre visas. Om du skrev upp kvittokoden ser du din begäran med den. Annars kommer svaret till den adress som du uppgav.
rights-request-known = Du ser din begäran och svaret med den kvittokod som du just angav.
rights-request-link = Om du uppgav en e-postadress som finns i registret får den en engångslänk, om inte en tidigare länk ännu gäller. Ingenting raderas innan begäran har bekräftats via länken. På så sätt kan ingen radera någon annans uppgifter. Ange också denna kvittokod bakom länken, så ser du svaret med den.
rights-request-unmailed = Tjänsten skickar ingen e-post. Personalen utreder vems uppgifter det gäller, och svaret läser du med den här koden på sidan Egna uppgifter när det är säkerställt vem du är. Ingenting raderas innan det är säkert att uppgifterna är dina. På så sätt kan ingen radera någon annans uppgifter.
rights-request-no-address = Svaret får du bara med den här koden
rights-request-no-address-text = Du uppgav ingen adress, så svaret kan läsas bara med koden för den här begäran på sidan Egna uppgifter. Vi kan varken skicka svaret eller ge koden på nytt. Om du har en kvittokod för ditt tidigare ärende, eller uppgav en adress då, gör begäran på nytt med den: annars hittar vi kanske inte dina uppgifter.
rights-nobody-answer = I begäran fanns varken kvittokod, adress eller annat som vi kunde hitta dina uppgifter med. Du kan göra begäran på nytt och ange kvittokod, adress eller något annat som vi känner igen dina uppgifter på.
rights-number = Nummer
rights-due = Besvaras senast
rights-done-title = Din begäran har genomförts
rights-withdrawn-title = Ditt samtycke har återkallats
rights-complaint-title = Om du är missnöjd
rights-complaint-to = Du kan klaga på behandlingen av dina uppgifter:
rights-complaint = Du kan klaga på behandlingen av dina uppgifter: { $authority }, { $site }, { $email }, { $phone }

# Brev
rights-link-subject = Dataskyddsbegäran med din e-postadress
rights-link-body =
    En dataskyddsbegäran har gjorts med den här e-postadressen:

    { $asked }

    Öppna länken om du själv gjorde begäran eller vill se vad som har begärts med adressen. Bakom länken frågar vi för varje begäran om den är din. Länken fungerar en gång och i ett dygn:

    { $links }

    Om du inte gjorde begäran behöver du inte göra någonting. Dina uppgifter varken ändras eller raderas.

    { $controller }
rights-link-more = och { $count } till
rights-answer-subject = Svar på din dataskyddsbegäran

# Behandling av begäranden
rights-desk-title = Dataskyddsbegäranden
rights-desk-open = Öppna
rights-desk-decided = Avgjorda
rights-desk-enter = Anteckna en begäran
rights-desk-empty = Det finns inga begäranden.
rights-desk-caption = Begäranden, den mest brådskande först
rights-column-asked = Begäran
rights-column-arrived = Kom in
rights-column-state = Status
rights-late = Tidsfristen har överskridits
rights-state-open = Väntar på avgörande
rights-state-erasure = Raderas senast på utsatt dag
rights-state-deciding = Avgörs just nu
rights-state-granted = Godkänd
rights-state-partly = Delvis godkänd
rights-state-refused = Inte godkänd
rights-enter-title = Anteckna en begäran
rights-enter = Anteckna
rights-arrived = Ankomstdag
rights-arrived-help = Dagen då brevet, meddelandet eller samtalet kom. Tidsfristen räknas från den.
rights-arrived-future = Ankomstdagen kan inte ligga i framtiden.
rights-arrived-old = Ankomstdagen är mer än tre månader tillbaka. Kontrollera dagen, och om den är rätt, bekräfta den i slutet av formuläret.
rights-arrived-sure = Begäran kom verkligen in för så länge sedan.
rights-entered = Begäran har antecknats
rights-enter-code-text = Uppge koden i ditt svar till den som begärde. Med den syns begäran. Koden kan inte visas på nytt.
rights-enter-next = Gå till begäran
rights-identify-title = Vems uppgifter gäller det?
rights-identify-text = Koppla begäran till uppgifterna med kvittokoden. Be inte om personbeteckning eller underskrift.
rights-identify = Koppla
rights-find = Sök
rights-find-link = Har den som frågar ingen kod? Sök med en exakt uppgift
rights-find-title = Sök vems uppgifter det gäller
rights-find-warning = Många kan känna till en adress
rights-find-warning-text = Att någon känner till en annans adress bevisar inte att det är samma person. Försäkra dig på annat sätt innan du kopplar: fråga till exempel vad personen skrev och när. Sökningen antecknas i loggen, och den som hittas ser den bland sina egna uppgifter.
rights-find-value = Hela uppgiften, så som den som frågar berättar den
rights-find-value-help = Till exempel en e-postadress. Bara exakt samma uppgift hittas.
rights-find-nobody = Ingen hittas med den här uppgiften. Kontrollera stavningen.
rights-find-found = Hittades
rights-find-match = Koppla begäran till de här uppgifterna
rights-identified = Begäran är kopplad till personens uppgifter
rights-desk-held = { $count ->
    [one] En uppgift sparas om personen.
   *[other] { $count } uppgifter sparas om personen.
}
rights-decide = Avgör begäran
rights-decide-text = En godkänd radering, återkallelse av samtycke, begränsning och invändning genomförs genast. Till svaret fogas dataskyddsombudets kontaktuppgifter och råd om vart man kan klaga.
rights-ground-missing = Ange grunden när begäran inte godkänns helt.
rights-not-identified = Koppla först begäran till personens uppgifter, eller berätta att personen inte kunde identifieras.
rights-already-decided = Begäran har redan avgjorts, eller så behandlas den just nu av någon annan.
rights-already-matched = Begäran är redan kopplad till personens uppgifter.
rights-decided = Begäran är avgjord
rights-answer-title = Svar
rights-answer-sent = Svaret skickas per e-post
rights-answer-by-hand = Den som begärde ser svaret med sin kvittokod. Skicka det vid behov som brev.

# Offentlighetslagen
openness-link = Begär du en handling med stöd av offentlighetslagen? Gör en informationsbegäran
openness-title = Informationsbegäran
openness-lead = Begär information ur en handling med stöd av offentlighetslagen (621/1999). Vi svarar utan dröjsmål, senast inom två veckor. Om handlingarna är många eller har sekretessbelagda delar svarar vi senast inom en månad.
openness-what = Vilken handling begär du
openness-text-help = Beskriv handlingen så att den kan hittas. Du behöver inte ange orsak eller namn.
openness-contact-help = Adressen dit vi svarar. Du kan lämna den tom och läsa svaret med kvittokoden.
openness-then = Om informationen inte kan lämnas ut berättar vi varför och hur du får ett beslut som kan överklagas.
openness-subject = Svar på din informationsbegäran
openness-closing = Om du inte fick den information som du begärde kan du be om myndighetens beslut i saken. Beslutet kan överklagas hos förvaltningsdomstolen.
openness-longer = Förläng tidsfristen till en månad
openness-longer-text = Utan förlängning besvaras begäran inom två veckor. Fristen kan förlängas en gång, med stöd av 14 § i offentlighetslagen.
openness-longer-ground = Grund
openness-longer-send = Förläng tidsfristen
openness-longer-once = Tidsfristen har redan förlängts, eller så har begäran avgjorts.
rights-state-openness = Informationsbegäran, besvaras inom två veckor
rights-state-longer-many = Handlingarna är många, besvaras inom en månad
rights-state-longer-secret = Handlingarna har sekretessbelagda delar, besvaras inom en månad
rights-state-longer-other = Annan jämförbar orsak, besvaras inom en månad
rights-document = { $kind }, { $size } kB

# Förteckningen över utlämnanden
disclosures-title = Utlämnanden
disclosures-lead = Till vem uppgifter har lämnats ut, på vilken grund och vad. Ett utlämnande med stöd av en lag som inte finns i förteckningen godkänns av en annan person.
disclosures-empty = Inga uppgifter har lämnats ut.
disclosures-caption = Utlämnanden, de nyaste först
disclosures-when = När
disclosures-handler = Vem som föreslog eller lämnade ut
disclosures-approver = Vem som godkände
disclosures-gone = Ett konto som inte längre finns
disclosures-recipient = Mottagare
disclosures-ground = Grund
disclosures-reference = Lagrum eller handling
disclosures-state = Läge
disclosures-state-made = Utlämnat
disclosures-state-proposed = Väntar på en annan persons godkännande; inget har lämnats ut
disclosures-state-approved = Godkänt; ännu inte utlämnat
disclosures-state-rejected = Avslaget; inget har lämnats ut
disclosures-document = Öppna handlingen
disclosures-second = En annan persons kontroll
disclosures-own = Du föreslog själv detta utlämnande, så någon annan godkänner det.
disclosures-decision = Ger lagrummet mottagaren rätt att få dessa uppgifter?
disclosures-approve = Ja, utlämnandet godkänns
disclosures-reject = Nej, utlämnandet avslås
disclosures-decide = Spara avgörandet
rights-desk-words = Med egna ord av den som begärde
rights-desk-back = Tillbaka till begärandena
rights-desk-erased = Inget meddelande skickades till den som begärde. Kvittokoden berättar att uppgifterna har raderats. Bland de avgjorda finns en rad kvar utan personuppgifter.
rights-matched-title = Kopplad till dessa uppgifter
rights-address-same = Begäran har samma e-postadress som uppgifterna. Adressen har skrivits av avsändaren och har inte bevisats.
rights-address-other = E-postadressen i begäran finns inte i dessa uppgifter. Försäkra dig om att uppgifterna hör till den som begärde.
rights-address-none = Begäran har ingen e-postadress som kunde jämföras med uppgifterna
rights-unmatch = Häv kopplingen
rights-not-undone = Kopplingen kan inte längre hävas. Begäran har avgjorts, eller personen har själv gjort eller bekräftat den.
rights-erasure-answer-help = Behövs endast om raderingen inte godkänns helt. Om en godkänd radering skickas inget meddelande: kvittokoden berättar för den som begärde att uppgifterna har raderats.
rights-answer-missing = Skriv ett svar till den som begärde.
rights-confirm-title = Ska dessa uppgifter raderas?
rights-confirm-erase = Radera uppgifterna slutgiltigt
rights-confirm-back = Tillbaka till begäran, ingenting raderas
rights-confirm-unsent = Svaret som du har skrivit skickas inte och sparas inte.
rights-erasure-untold = Inget meddelande skickas till den som begärde. Kvittokoden berättar att uppgifterna har raderats. Om personen inte har någon kod, berätta själv om raderingen innan kontaktuppgifterna raderas.
rights-remains = Av begäran finns bara den här raden kvar. Den innehåller inga personuppgifter.
rights-saved = Din rättelse har sparats

rights-consent-withdrawn = Återkallades { $when }
rights-consent-receipt = Spara samtyckeskvittot

# Den som gjorde begäran
rights-mine-code = Läs svaret också med begärans kvittokod
rights-mine-code-text = Ange kvittokoden som du fick när du gjorde denna begäran. Den visar att det var du som gjorde begäran. Därefter ser du svaret med koden och, om du bad att få dina uppgifter och det beviljas, också kopian. Ange ingen kod om du inte själv gjorde begäran.
rights-mine-code-submit = Koppla koden till begäran
rights-mine-code-wrong = Detta är inte kvittokoden för denna begäran. Kontrollera att alla tecken är rätt.
rights-mine-code-given = Du ser svaret också med begärans kvittokod.
rights-answered = Lämnat
rights-request-code-slip = Med koden ser du din begäran. Svaret ser du med den när vi vet vem du är.
rights-request-answered = Svaret kommer till den adress du angav, och du ser det också med denna kod på sidan Egna uppgifter.
rights-request-no-address-words = Du angav ingen adress, så vi kan inte skicka något svar. Det syns med denna kod när personalen har säkerställt vem du är. Om du har dina uppgifters kvittokod eller tidigare har angett en adress, gör begäran på nytt med den, eller kontakta dataskyddsombudet och uppge begärans nummer.
rights-request-post = Svaret skickas till den adress du angav. Personalen utreder vems uppgifter det gäller. Inget raderas innan det är säkerställt att uppgifterna är dina. Så kan ingen radera någon annans uppgifter.
rights-request-behalf = Vi kontrollerar först att du får handla för den andra. Innan dess berättar vi inget och gör inget. Svaret ser du med denna kod när din rätt har kontrollerats och begäran har avgjorts.
rights-request-no-mandate = Begäran innehöll inget intyg över din rätt. Skicka det per post och uppge begärans nummer.
rights-request-behalf-mail = Om personens e-postadress finns i registret frågar vi den adressen om begäran är personens egen. Om den bekräftas går svaret bara till personen.
