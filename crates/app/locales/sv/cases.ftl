# Dataskyddsbegäran: blanketten
rights-text-help = Du behöver inte motivera din begäran. Om du motsätter dig användningen av dina uppgifter, berätta vad i din situation som talar emot den; direktmarknadsföring kan du förbjuda utan motivering.
rights-behalf-help = Ingen underskrift behövs. Om du handlar för en annan person kontrollerar vi din rätt till det innan vi berättar eller gör något.
rights-subject-help = Fyll i bara om du begär för en annan person: personens e-postadress eller något annat som hjälper oss att hitta rätt uppgifter. Skriv ingen personbeteckning.
rights-mandate-help = Fyll i bara om du begär för en annan person. PDF, PNG eller JPEG, högst 2 MB. Du kan också skicka intyget per post.
rights-mine-behalf = Någon har gjort den här begäran för din räkning. Om du bekräftar den besvaras den bara till den här adressen.
rights-link-behalf = { $asked } (gjord för din räkning)

# Behandling av begäranden: för en annan person
rights-mandate-left = Intyget kunde inte tas emot
rights-mandate-left-text = Din begäran är registrerad utan intyget, eftersom utrymmet för bilagor är fullt. Skicka intyget per post och ange begärans nummer.
rights-mandate-title = Rätt att handla för en annan person
rights-mandate-open = Öppna intyget
rights-reply-open = Öppna bilagan till svaret
rights-mandate-text = Granska intyget och bekräfta att den som begärde får handla för personen. Ingenting berättas eller görs innan dess.
rights-mandate-none = Begäran innehåller inget intyg. Be om det nedan, eller försäkra dig om rätten på annat sätt: vårdnaden om ett barn kan kontrolleras i befolkningsdata. Ingenting berättas eller görs innan rätten har kontrollerats.
rights-mandate-still-none = Begäran innehåller inget intyg. Försäkra dig om rätten på annat sätt: vårdnaden om ett barn kan kontrolleras i befolkningsdata. Om det inte går, avslå begäran och ange grunden.
rights-mandate-seen = Jag har kontrollerat att hen får handla för personen
rights-mandate-checked = Rätten att handla för en annan person har kontrollerats
rights-mandate-first = Kontrollera först att den som begärde får handla för personen.
rights-mandate-no = Rätten har redan kontrollerats, eller så gäller begäran den egna personen.

# Behandling av begäranden: tidsfristen
case-law-day = Lagens tidsfrist går ut
case-clock-stands = Tidsfristen står stilla från { $date } tills den som begärde svarar, högst till { $until }
case-unanswered = Frågan har inte besvarats
case-unanswered-text = Svarstiden har gått ut och tidsfristen löper igen. Avgör begäran utifrån det som är känt. Om du inte kan försäkra dig om vems uppgifter det gäller eller om den som begärde får handla för en annan, avslå begäran: brevet berättar grunden och var man kan klaga.
case-question-back = Avgörandet tar tillbaka frågan
case-question-back-text = Om den som begärde inte har svarat före avgörandet tas svaret inte längre emot. Begärans kvittokod berättar då att svaret inte behövs. Själva avgörandet visar den inte, om inte den som begärde har visat vem hen är.
case-question-taken = Frågan togs tillbaka när begäran avgjordes
case-answer-came = Den som begärde har svarat på frågan efter att du öppnade sidan. Ingenting har avgjorts eller skickats. Läs svaret och avgör begäran sedan.
rights-state-identifying = Väntar på uppgifter om den som begärde
rights-state-extended-complex = Tidsfristen förlängd: ärendet är komplicerat
rights-state-extended-many = Tidsfristen förlängd: begärandena är många
case-extend = Förläng tidsfristen med två månader
case-extend-text = Tidsfristen kan förlängas en gång, och skälen måste berättas för den som begärde under den första månaden. Du ser brevet innan det skickas.
case-extend-send = Förläng tidsfristen och skicka brevet
case-extend-ground = Varför förlängs tidsfristen
case-extend-reasons = Skälen till den som begärde
case-extended = Tidsfristen har förlängts. Brevet finns nedan.
case-not-extended = Tidsfristen kan inte förlängas. Den har redan förlängts, sista dagen har passerat, begäran väntar inte längre på ett avgörande, eller så lovar beskrivningen ett svar tidigare.
case-ask = Be om uppgifter för identifieringen
case-ask-mandate = Be om intyg på rätten att handla för en annan
case-ask-text = Be bara om det utan vilket begäran inte kan besvaras. Den som begärde kan svara i en månad, och så länge står tidsfristen stilla. Om inget svar kommer fortsätter tidsfristen och begäran avgörs. Uppgifter kan begäras en gång. Du ser brevet innan det skickas.
case-ask-mail = Frågan skickas per e-post till adressen dit begäran besvaras.
case-ask-code = Frågan skickas inte per e-post: den som begärde ser den först när hen öppnar begäran med dess kvittokod. Om du vet ett annat sätt att nå personen, berätta om frågan också så.
case-ask-reaches-nobody = Uppgifter kan inte begäras med denna blankett, eftersom frågan inte kan skickas per e-post och ingen kvittokod visar den. Tidsfristen löper vidare.
case-ask-question = Vad behöver du av den som begärde
case-ask-send = Stoppa tidsfristen och skicka brevet
case-asked = Uppgifter har begärts, och tidsfristen står stilla. Brevet finns nedan.
case-not-asked = Uppgifter kan inte begäras eller antecknas som mottagna. Den som begärde är redan identifierad, svaret har redan kommit, eller så har sista dagen passerat.
case-answered = Anteckna att uppgifterna har kommit
case-answered-text = Använd detta när svaret kom på annat sätt än via tjänsten. Tidsfristen fortsätter från den dag då svaret kom.
case-answered-day = När kom svaret
case-answered-future = Dagen kan inte vara i framtiden.

# Behandling av begäranden: handläggare och anteckningar
case-owner = Ansvarig
case-owner-none = Ännu ingen
case-owner-take = Jag tar hand om begäran
case-owner-set = Byt ansvarig
case-owner-text = Den ansvariga ser till att begäran besvaras i tid.
case-list-mine = Mina
case-list-late = Försenade
case-notes = Anteckningar
case-notes-text = Bara de som handlägger begäranden ser dessa. De ingår inte i den kopia som personen själv laddar ner, men de är personens personuppgifter: om personen begär dem, lämna ut dem eller ange grunden. De raderas med begäran.
case-note-write = Skriv en anteckning
case-note-help = Skriv bara sådant som personen kan läsa. Skälen som svaret vilar på hör till svaret.

# Behandling av begäranden: avgörande och brev
case-decide-look = Se brevet
case-words-help = Läggs till i brevet som det är. Behövs när grunden inte ensam räcker som förklaring eller när brevet inte annars berättar vad som har gjorts. Om inga uppgifter hittades eller den som begärde inte kunde identifieras räcker grunden.
case-ground-help = Behövs när begäran inte godkänns helt.
case-ground-other-right = Den här grunden kan inte användas för den här begäran. Välj en annan.
case-nothing-goes = Ingenting kan raderas, eftersom alla uppgifter bevaras på en lagstadgad grund. Avslå begäran och ange grunden.
case-preview-title = Brevet innan det skickas
case-preview-change = Ändra eller skicka
case-preview-mail = Brevet skickas per e-post och visas för den som begärde med kvittokoden.
case-preview-mail-only = Brevet skickas per e-post. Ingen ser det med en kvittokod, eftersom det inte är känt vem som har koden.
case-preview-mail-data = Brevet skickas per e-post och visas med kvittokoden för de uppgifter som begäran har kopplats till. Med begärans egen kod syns det inte.
case-preview-data = Brevet visas med kvittokoden för de uppgifter som begäran har kopplats till. Med begärans egen kod syns det inte. Skicka det vid behov per post.
case-preview-code = Brevet visas för den som begärde med kvittokoden. Du kan också skicka det per post.
case-preview-post = Skicka brevet per post. Ingen ser det med en kvittokod, eftersom det inte är känt vem som har koden.
case-preview-own-mail = Tjänsten skickar ingen e-post. Skicka brevet från ditt eget e-postprogram till adressen { $address }: annars når det ingen. Ingen ser det med en kvittokod, eftersom det inte är känt vem som har koden.
case-preview-not-theirs = Det är inte känt om adressen i begäran är den persons egen som begäran har kopplats till. Skicka brevet bara till en adress som du vet är personens: annars når det inte personen. Ingen ser det med en kvittokod, eftersom det inte är känt vem som har koden.
case-preview-nobody = Brevet når ingen: i begäran finns ingen adress, och ingen ser det med en kvittokod, eftersom det inte är känt vem som har koden. Ge brevet till den som begärde, om hen tar kontakt.
case-sent-by-hand = Brevet har inte skickats ännu
case-preview-paper = Brevet skickas inte och sparas inte. Skriv ut det eller berätta innehållet, om den som begärde inte har någon kvittokod.
case-preview-send = Avgör och skicka brevet
case-preview-back = Tillbaka till begäran, ingenting skickas
case-letter = Brev
case-letter-pdf = Ladda ner brevet (PDF)

# Brev
letter-file-name = svar
letter-asked =
    Begäran nummer { $number }, mottagen { $date }
    { $asked }
letter-decided = Avgörande { $date }: { $decision }
letter-decision-granted = vi godkänner din begäran.
letter-decision-partly = vi godkänner din begäran delvis.
letter-decision-refused = vi godkänner inte din begäran.
letter-extended-title = Vi behöver mer tid
letter-extended = Vi hinner inte besvara din begäran inom en månad: { $why }. Vi förlänger { $now } tidsfristen med två månader (artikel 12.3 i den allmänna dataskyddsförordningen). Vi svarar senast { $until }.
letter-extended-complex = ärendet är komplicerat
letter-extended-many = begärandena är många
letter-identify-title = Vi behöver uppgifter om dig
letter-identify = Vi kan inte avgöra vilka uppgifter som är dina och ber därför { $now } om ytterligare information (artikel 12.6 i den allmänna dataskyddsförordningen). Vi behöver varken underskrift eller personbeteckning. Tidsfristen står stilla tills du svarar.
letter-mandate-title = Vi behöver ett intyg på din rätt att handla för en annan
letter-mandate = Vi har inte kunnat försäkra oss om att du får handla för den vars uppgifter begäran gäller. Därför ber vi { $now } om ytterligare information (artikel 12.6 i den allmänna dataskyddsförordningen). Vilken handling som helst duger som visar din rätt. Tidsfristen står stilla tills du svarar.
letter-reply-title = Så svarar du
letter-reply = Svara senast { $until }. Öppna sidan Egna uppgifter med kvittokoden för denna begäran: där kan du skriva ditt svar och bifoga ett intyg. Du kan också svara till dataskyddsombudet; uppge då begärans nummer. Om vi inte får något svar fortsätter tidsfristen, och vi avgör begäran utifrån det som vi vet.
letter-reply-officer = Svara senast { $until } till dataskyddsombudet och uppge begärans nummer. Om vi inte får något svar fortsätter tidsfristen, och vi avgör begäran utifrån det som vi vet.
letter-done-title = Vad vi gjorde
letter-done-access = En kopia av dina uppgifter är klar. Du ser den och kan ladda ner den på sidan Egna uppgifter med din kvittokod så länge uppgifterna finns kvar.
letter-granted-access = Du får en kopia av dina uppgifter.
letter-granted-portability = Du får dina uppgifter som en maskinläsbar fil.
letter-copy-request = Du ser uppgifterna och kan ladda ner dem på sidan Egna uppgifter med kvittokoden för denna begäran till och med { $until }.
letter-copy-data = Du ser uppgifterna och kan ladda ner dem på sidan Egna uppgifter med uppgifternas egen kvittokod så länge uppgifterna finns kvar. Kvittokoden för denna begäran visar dem inte.
letter-copy-nothing = Du ser uppgifterna och kan ladda ner dem på sidan Egna uppgifter med uppgifternas egen kvittokod så länge uppgifterna finns kvar. Kvittokoden för denna begäran visar dem inte ännu. Om du inte har uppgifternas kod, visa för personalen vem du är och uppge begärans nummer: därefter visar begärans kvittokod dem i { $days } dagar.
letter-done-erasure = Dina uppgifter har raderats. Det som har raderats kan inte återställas.
letter-done-erasure-part = Dessa uppgifter har raderats. Det som har raderats kan inte återställas. Nedan står vad som finns kvar och varför.
letter-done-erasure-nothing = Det fanns inga uppgifter om dig att radera.
letter-done-restriction = Användningen av dina uppgifter har begränsats. Uppgifterna bevaras, men de används inte till annat än att tillgodose dina rättigheter. Vi berättar för dig innan begränsningen upphör.
letter-done-objection = Dina uppgifter används inte längre för de ändamål som du invände mot.
letter-done-marketing = Dina uppgifter används inte för direktmarknadsföring och lämnas inte ut för det.
letter-done-portability = Dina uppgifter finns som en maskinläsbar fil på sidan Egna uppgifter, där du laddar ner den med din kvittokod så länge uppgifterna finns kvar.
letter-done-withdraw-consent = Ditt samtycke har återkallats. De uppgifter som bara grundade sig på det har raderats. Om lagen eller ett hinder kräver att något av dem bevaras används det inte längre, och det raderas av sig självt när grunden upphör.
letter-done-human-review = En människa har bedömt det automatiska beslutet på nytt.
letter-review-stands = { $what }: ett program beslutade { $date } ”{ $was }”. En människa har sett på beslutet, och det står fast.
letter-review-changed = { $what }: ett program beslutade { $date } ”{ $was }”. En människa har ändrat beslutet: { $is }.
letter-stays-title = Vad som finns kvar och varför
letter-stays = Dessa uppgifter bevaras ännu, eftersom lagen eller ett pågående ärende kräver det. De raderas när grunden upphör.
letter-stays-until = { $what }: { $why }, högst till { $until }
letter-stays-open = { $what }: { $why }, tills grunden upphör
letter-ground-title = Varför vi inte godkänner begäran helt
letter-ground-law = Grund: { $law }.
letter-words-title = Dessutom
letter-question-title = Vad vi behöver av dig
letter-officer = Mer information: { $officer }, { $where }
letter-complaint =
    Om du är av annan åsikt kan du klaga på behandlingen av dina uppgifter hos tillsynsmyndigheten:
    { $authority }, { $postal } (besök { $visiting }), { $site }, { $email }, { $phone }
letter-court = Du kan också föra saken till domstol (artikel 79 i den allmänna dataskyddsförordningen).

# Larm
late-subject = { $count ->
    [one] Tidsfristen för dataskyddsbegäran { $numbers } har gått ut
   *[other] Tidsfristen för dataskyddsbegärandena { $numbers } har gått ut
}
late-body =
    Inte besvarat i tid: { $count ->
        [one] dataskyddsbegäran { $numbers }
       *[other] dataskyddsbegärandena { $numbers }
    }. Tjänsten berättar det offentligt: löftet hålls inte.

    Öppna listan: { $desk }

    En påminnelse skickas högst en gång om dagen tills begärandena är avgjorda.
late-banner = { $count ->
    [one] Tidsfristen för dataskyddsbegäran { $numbers } har gått ut.
   *[other] Tidsfristen för dataskyddsbegärandena { $numbers } har gått ut.
}

# Kommandoraden
cli-case = { $number }  { $asked }  mottagen { $arrived }  besvaras senast { $due }  { $state }
cli-case-late = { $number }  { $asked }  mottagen { $arrived }  besvaras senast { $due }  FÖRSENAD  { $state }
cli-case-goes = Uppgifter som raderas: { $count }
cli-case-dry = Ingenting gjordes eller skickades.
fault-case-unknown = Begäran { $number } finns inte, eller så har den kopplats till personens egen begäran.

# Den som gjorde begäran
rights-maker-title = Vem gjorde begäran?
rights-maker-text = Begärans kvittokod visar bara att någon gjorde begäran. Därför ser man varken avgörandet, brevet eller uppgifterna med koden. Tryck när du på annat sätt har säkerställt att den som gjorde begäran är den person som uppgifterna gäller, till exempel genom en identitetshandling vid ett besök. En adress, eller att någon känner till den, räcker inte. Trycket antecknas i loggen och kan tas tillbaka bara genom att kopplingen hävs.
rights-maker-known = Jag har säkerställt vem som gjorde begäran
rights-maker-shown = Den som gjorde begäran ser avgörandet med begärans kvittokod
rights-maker-keeps = Den som gjorde begäran begränsade användningen av sitt eget exemplar { $since }. Därför raderas exemplaret inte { $day }, utan bevaras tills personen avslutar begränsningen eller själv raderar det.
rights-maker-not = Den som gjorde begäran ser redan avgörandet eller har inte längre någon kvittokod att se det med.
rights-none-held = Inget förvaras med denna e-postadress
rights-none-held-text = Uppgifterna har raderats eller har inte funnits. Nedan finns ett färdigt förslag till avgörande. Kontrollera det, och sök vid behov med något annat som den som gjorde begäran har uppgett.
rights-none-held-answer = Inga uppgifter förvaras med denna adress. Om du har lämnat uppgifter med en annan adress eller har deras kvittokod, gör begäran på nytt med den.
case-preview-leaves = Brevet skickas inte. Den vars uppgifter finns kvar ser med uppgifternas kvittokod vad som raderades, vad som finns kvar, på vilken grund och till när, och hur hen kan klaga. Med begärans egen kod syns det inte. Skriv ut brevet eller berätta om det, om personen inte har uppgifternas kod.
letter-own-page = Sidan Egna uppgifter: { $page }
letter-erasure-proof = Bevis på raderingen i händelseloggen: { $entries }

case-target = Mål { $date }
case-target-passed = Målet { $date } har passerats

# Måltid
target-near-subject = Måltiden för dataskyddsbegäran { $number } går ut { $date }
target-near-body =
    Dataskyddsbegäran { $number } har inte avgjorts ännu. Målet är att avgöra den senast { $date }.

    Öppna begärandena: { $desk }
target-passed-subject = Måltiden för dataskyddsbegäran { $number } gick ut { $date }
target-passed-body =
    Dataskyddsbegäran { $number } avgjordes inte inom måltiden. Den utlovade tidsfristen gäller ännu.

    Öppna begärandena: { $desk }

# Avgjorda begäranden för en tid
decided-figures-title = Avgjorda begäranden
decided-figures-lead = Begäranden efter avgörandedag, och hur snabbt varje rättighet tillgodosågs.
decided-figures-from = Från
decided-figures-to = Till
decided-figures-link = Avgjorda för en tid, med siffror
decided-figures-file = Ladda ner som tabell (CSV)
decided-figures-by-right = Efter rättighet
decided-figures-count = Begäranden
decided-figures-median = Dagar, median
decided-figures-longest = Dagar, längst
decided-figures-in-time = Inom tidsfristen
decided-figures-all = Totalt
decided-figures-list = Avgjorda, de nyaste först
decided-figures-days = Dagar
decided-figures-late = försenad
decided-figures-empty = Det finns inga avgjorda begäranden för den tiden.
