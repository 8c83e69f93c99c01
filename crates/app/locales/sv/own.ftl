# Egna uppgifter: läsningar, utlämnanden, invändningar
own-looked-more = Visa tidigare läsningar
own-received-more = Visa alla utlämnanden
own-not-given = Du har inte uppgett detta
own-went-with-consent = Raderat { $day }, när du återkallade ditt samtycke
own-postponed = Vad som kan skjuta upp raderingen
own-postponed-not = Ingenting just nu. Raderingen skjuts upp bara om du begränsar användningen av uppgiften, om den behövs för ett rättsligt anspråk eller om en myndighet förordnar att den ska sparas.
own-postponed-until = Uppgiften sparas på denna grund till { $date }.
own-postponed-open = Uppgiften sparas tills grunden upphör.
own-purposes = Vad dina uppgifter används för
own-object-text = Om du invänder mot den här användningen blir det en begäran som besvaras inom tidsfristen. Dina uppgifter används inte för detta innan den har avgjorts.
own-object = Invänd
own-object-for-good-text = Du kan förbjuda den här användningen utan motivering. Förbudet gäller genast och även dina adresser. Bara du kan ta tillbaka det.
own-object-for-good = Förbjud
own-object-not = Du kan inte invända mot den här användningen, eftersom den inte grundar sig på allmänt eller berättigat intresse. Du kan begränsa användningen av dina uppgifter.
own-closed-for-good = Du förbjöd den här användningen { $date }. Dina uppgifter används inte för detta.
own-closed-listed = Dina uppgifter används inte för detta sedan { $date }, eftersom din adress finns på en lista över förbud. Listan har bara en kod ur vilken adressen inte kan läsas.
own-closed-waiting = Du invände mot den här användningen { $date }. Dina uppgifter används inte för detta innan din invändning har avgjorts.
own-closed-upheld = Din invändning har godkänts. Dina uppgifter har inte använts för detta sedan { $date }.
own-object-lift = Ta tillbaka
own-object-words = Jag invänder mot att mina uppgifter används för detta ändamål: { $purpose }
own-objected = Din invändning har tagits emot, och dina uppgifter används inte för detta innan den har avgjorts. Du ser begäran och tidsfristen på den här sidan.
own-forbidden = Förbudet gäller. Uppgifterna används inte längre för detta.
own-opened = Förbudet eller invändningen har tagits tillbaka.
mailbox-uses = Direktmarknadsföring och undersökningar
mailbox-direct-marketing-is-open = Direktmarknadsföring får skickas till den här adressen om det finns en grund för det.
mailbox-direct-marketing-closed = Direktmarknadsföring till den här adressen är förbjuden.
mailbox-market-research-is-open = Marknads- och opinionsundersökningar får skickas till den här adressen om det finns en grund för det.
mailbox-market-research-closed = Marknads- och opinionsundersökningar till den här adressen är förbjudna.
mailbox-close = Förbjud
mailbox-open = Ta tillbaka förbudet
restriction-title = Begränsa användningen av den här uppgiften
restriction-title-all = Begränsa användningen av alla dina uppgifter
restriction-ground = Varför
restriction-accuracy = Jag anser att uppgiften är felaktig
restriction-unlawful = Uppgiften har behandlats olagligt, men jag vill inte att den raderas
restriction-claim = Jag behöver uppgiften för ett rättsligt anspråk
restriction-objection = En invändning behandlas
restriction-follows = Uppgiften sparas bara, också efter lagringstiden, och används inte till annat än att tillgodose dina rättigheter. Du kan häva begränsningen när som helst. Innan organisationen häver den får du veta det.
restriction-record = Användningen av den här uppgiften är begränsad
restriction-since = Begränsningen har gällt sedan { $date }. Grund: { $ground }.
restriction-ends = Organisationen häver begränsningen tidigast { $date }.
restriction-end-title = Häv begränsningen av den här uppgiften
restriction-end-title-all = Häv begränsningen av dina uppgifter
restriction-end-follows = När begränsningen hävs används uppgifterna igen så som dataskyddsbeskrivningen berättar.
restriction-end-warning = Samtidigt raderas uppgifter för gott
restriction-end-erases = Lagringstiden för de här uppgifterna har gått ut, och bara begränsningen gör att de finns kvar. De raderas genast när begränsningen hävs. De går inte att få tillbaka, och inte heller vi kan återställa dem.
restriction-end-download = Ladda ner dina uppgifter först om du behöver dem:
restriction-end-erase = Häv begränsningen och radera uppgifterna
restriction-end-changed = Uppgifterna som raderas har ändrats
restriction-end-changed-text = Begränsningen har inte hävts än. Se nedan vad som nu skulle raderas och bekräfta på nytt.
restriction-keep = Behåll begränsningen
restriction-ended = Begränsningen har hävts.
restriction-ended-erased = Begränsningen har hävts, och de uppgifter vars lagringstid hade gått ut har raderats för gott. Din kvittokod berättar det också senare. Inget separat meddelande skickas.
restriction-over = Den här begränsningen har redan hävts
restriction-over-text = Om uppgifter raderades samtidigt ser du dagen och beviset när du öppnar dina uppgifter med kvittokoden.
restriction-begun = Användningen av uppgiften är nu begränsad.
limits-title = Vad personen har förbjudit eller begränsat
limits-for-good = förbjudet { $date }, bara personen kan ta tillbaka det
limits-listed = förbjudet { $date } på grund av adressen, bara personen kan ta tillbaka det
limits-waiting = stängt { $date } tills invändningen har avgjorts; beslutet gäller detta
limits-upheld = stängt { $date }, invändningen har godkänts
limits-end-text = Begränsningen kan hävas först när personen har fått veta det.
limits-told = Personen har fått veta
limits-show = Visa på personens egen sida, 14 dagar i förväg
limits-done = Begränsningen har uppdaterats.
limits-end-title = Häv begränsningen av en uppgift
limits-end-title-all = Häv begränsningen av alla uppgifter
limits-ended-erased = Begränsningen har hävts, och de uppgifter vars lagringstid hade gått ut har raderats för gott. Personens kvittokod berättar om raderingen.

# Kalender
own-calendar = Kommande raderingar i kalendern
own-calendar-text = I kalendern finns de dagar då dina uppgifter raderas och uppgifternas nummer. Den har inget innehåll.
own-calendar-file = Ladda ner kalenderfilen
own-calendar-name = kommande-raderingar
own-calendar-day = { $count ->
    [one] En uppgift raderas
   *[other] { $count } uppgifter raderas
}
own-calendar-day-numbers = { $count ->
    [one] Uppgift { $numbers } raderas
   *[other] { $count } uppgifter raderas, bland annat { $numbers }
}
own-feed-title = Adress för kalenderprogram
own-feed-text = Du kan ge ditt kalenderprogram en hemlig adress där det själv hämtar dagarna. Adressen fungerar tills du avslutar den eller dina uppgifter har raderats, högst ett år.
own-feed-there = Du har en adress i bruk. En ny adress ersätter den.
own-feed-make = Skapa en adress
own-feed-again = Skapa en ny adress
own-feed-end = Avsluta adressen
own-feed-ended = Adressen fungerar inte längre
own-feed-secret = Spara adressen nu
own-feed-secret-text = Adressen kan inte visas igen. Den som har den ser raderingsdagarna och uppgifternas nummer, men inget annat.
own-feed-address = Kalenderns adress
own-feed-until = Adressen fungerar längst till { $date }.

# Paket
own-package = Alla dina uppgifter i ett paket
own-package-lead = Paketet är en ZIP-fil med det som sparas om dig. Den öppnas utan nätförbindelse. Handläggarnas interna anteckningar om dina begäranden ingår inte. Du kan begära dem: du får dem, eller grunden till att de inte lämnas ut.
own-package-none = Du har inte beställt något paket.
own-package-make = Gör ett paket
own-package-again = Gör ett nytt paket
own-package-making = Paketet görs, beställt { $when }
own-package-wait = Det tar en stund att göra ett stort paket.
own-package-changed = Dina uppgifter ändrades medan paketet gjordes. Beställ paketet på nytt: i det kommer det som finns kvar av uppgifterna.
own-package-look = Se om det är klart
own-package-ready = Paketet är klart, beställt { $when }
own-package-download = Ladda ner paketet (ZIP, { $size } kB)
own-package-goes = Paketet raderas senast { $when }, och genast om någon uppgift i det raderas eller ett samtycke återkallas.
own-package-holds = Vad paketet innehåller
own-package-holds-text = Dina uppgifter som läsbara sidor på finska, svenska och engelska, som tabeller och som maskinläsbar fil, samtalen, ordalydelsen i dina samtycken, vem uppgifter har lämnats ut till, vem som har läst dem, en kalender över kommande raderingar och de dataskyddsbeskrivningar som har gällt dina uppgifter. Personalens namn och andra människors texter finns inte med.
own-package-verify = Paketet är signerat. Vem som helst kan kontrollera att det inte har ändrats: seloste package verify.
own-portable = Ladda ner uppgifter att flytta (JSON)
own-portable-name = uppgifter-att-flytta
package-title = Kopia av dina uppgifter
package-up = Paketet
package-languages = Språk
package-lead = Här finns det som sparas om dig i detta register. Handläggarnas interna anteckningar om dina begäranden ingår inte. Du kan begära dem: du får dem, eller grunden till att de inte lämnas ut. Sidorna fungerar utan nätförbindelse.
package-kinds = Vad som sparas och hur länge
package-read = Läs dina uppgifter
package-records = Uppgifter, sida { $number }
package-conversations = Samtal, sida { $number }
package-files = Filer
package-data = alla uppgifter i maskinläsbar form
package-access-log = vem som har läst dina uppgifter
package-calendar = dagarna då dina uppgifter raderas
package-read-me = vad paketet innehåller och hur det kontrolleras
package-notices = Dataskyddsbeskrivningar som gäller dina uppgifter
package-you = Du
package-other = En annan person
package-other-text = En annan persons text är dennes egen och visas inte.
package-readme =
    Kopia av dina uppgifter (allmänna dataskyddsförordningen, artikel 15)

    index.html öppnas i webbläsaren utan nätförbindelse. data.json innehåller samma uppgifter för maskiner, mappen csv för kalkylprogram, conversations samtalen, receipts ordalydelsen i dina samtycken, documents bilagorna, notice dataskyddsbeskrivningarna och portability de uppgifter som du kan flytta till en annan tjänst. disclosures.csv berättar vem uppgifter har lämnats ut till, access-log.csv vem som har läst dem och calendar.ics när de raderas.

    Kontroll: manifest.json räknar upp varje fil med dess SHA-256-summa, och manifest.sig är förteckningens signatur. Kontrollera dem med kommandot: seloste package verify FIL.zip --key NYCKEL. Nyckeln finns på tjänstens sida med bevis.

# Kommandoraden
cli-person-packed = Paketet finns i filen { $file }.
cli-package-whole = Paketet är helt och signerat med den givna nyckeln: { $count } filer, gjort av { $controller }, { $made }.
cli-package-whole-key = Paketet är helt: { $count } filer, gjort av { $controller }, { $made }. Jämför nyckeln med tjänstens sida med bevis: { $key }
cli-package-wrong = Paketet är inte helt. Fel: { $count }.
fault-person-one-receipt = Ge en kvittokod: ett paket görs för en person i taget.
cli-import-done = { $count } uppgifter fördes in. Personens kvittokod: { $receipt }
cli-import-refused = Ingenting fördes in, eftersom beskrivningen inte känner till allt. Skillnader: { $count }.
fault-import-form = Filen innehåller inte uppgifter att flytta.

# Den som gjorde begäran
own-granted = Öppna kopian av dina uppgifter
own-granted-lead = Din begäran har godkänts. Här får du en kopia av de uppgifter du begärde.
own-granted-until = Du kan ladda ner kopian till och med { $date }. Den vars uppgifter det gäller ser på sina egna sidor att kopian har lämnats ut.
own-granted-gone = Uppgifterna finns inte längre
own-state-over = Sista dagen för svaret har varit
own-state-asked = Vi väntar på ditt svar
own-state-asked-text = Vi bad dig om mer information: brevet finns på denna sida. Tidsfristen står stilla tills du svarar. Om du inte svarar fortsätter tidsfristen, och vi avgör begäran utifrån det som vi vet.
own-state-silent = Din svarstid har gått ut
own-state-silent-text = Vår fråga kan inte längre besvaras. Begäran avgörs utifrån det som vi vet. Du kan göra en ny begäran eller kontakta dataskyddsombudet och uppge begärans nummer.
own-state-handled = Ditt svar behövs inte längre
own-state-handled-text = Begäran har behandlats, så du behöver inte svara på det som vi frågade. Denna kod visar bara att någon gjorde begäran, så avgörandet syns inte här, vare sig vi har uppgifter om dig eller inte. Du kan göra en ny begäran eller kontakta dataskyddsombudet och uppge begärans nummer.
own-reply-by = Svara senast
own-reply = Svara på frågan
own-reply-text = Ditt svar går till dem som behandlar begäran, och tidsfristen fortsätter genast. Du kan svara en gång. Varken underskrift eller personbeteckning behövs.
own-reply-yours = Ditt svar
own-reply-help = Skriv här det som vi frågade om.
own-reply-document-help = Om vi bad om ett intyg, bifoga det här. PDF, PNG eller JPEG, högst 2 MB. Du kan också skicka det per post: ange då begärans nummer.
own-reply-empty = Skriv ett svar eller bifoga ett intyg.
own-reply-no-room = Utrymmet för bilagor är fullt. Skicka intyget per post och berätta det i ditt svar.
own-reply-send = Skicka svaret
own-reply-taken = Ditt svar har tagits emot, och tidsfristen fortsätter.
own-reply-over = Det går inte längre att svara på frågan: den har redan besvarats, eller så har svarstiden gått ut.
own-reply-handled = Svaret tas inte längre emot: begäran har behandlats, så ditt svar behövs inte.
own-reply-meanwhile = Begäran behandlades i samma stund, så ditt svar sparades inte. Öppna sidan Egna uppgifter på nytt: om svaret ännu behövs kan du skicka det där.
own-state-over-text = Denna kod visar bara att någon gjorde begäran, så svaret syns inte här, vare sig vi har uppgifter om dig eller inte. Om begäran har besvarats och din adress finns i våra uppgifter har svaret skickats dit. Med dina uppgifters egen kvittokod ser du dem. Om inget svar har kommit, kontakta dataskyddsombudet och uppge begärans nummer.
own-state-over-unmailed = Denna kod visar bara att någon gjorde begäran, så svaret syns inte här, vare sig vi har uppgifter om dig eller inte. Om begäran har besvarats och vi känner till din postadress har svaret skickats dit som brev. Med dina uppgifters egen kvittokod ser du dem. Om inget svar har kommit, kontakta dataskyddsombudet och uppge begärans nummer.
own-state-unshown = Svaret syns ännu inte med denna kod
own-state-unshown-text = Vi svarar senast på den utsatta dagen, eller ber dig på denna sida om ytterligare uppgifter: då står tidsfristen stilla tills du svarar. Denna kod visar bara att någon gjorde begäran, så svaret syns inte här förrän vi vet vem du är. Om du får en länk per e-post, bekräfta begäran bakom länken och ange denna kod där. Du kan också visa vem du är för personalen. Annars går svaret till den adress som vi känner till, eller syns med dina uppgifters egen kvittokod.
own-state-unshown-unmailed = Vi svarar senast på den utsatta dagen, eller ber dig på denna sida om ytterligare uppgifter: då står tidsfristen stilla tills du svarar. Denna kod visar bara att någon gjorde begäran, så svaret syns inte här förrän vi vet vem du är. Du kan visa för personalen vem du är. Annars går svaret som brev, om vi känner till din postadress, eller syns med dina uppgifters egen kvittokod.
own-slip-goes-decided = Den dagen gäller bara denna anteckning. Själva begäran och svaret på den bevaras längre: de raderas { $period } efter avgörandet, så som dataskyddsbeskrivningen berättar.
own-slip-goes = Den dagen gäller bara denna anteckning. Själva begäran och svaret på den bevaras så länge som dataskyddsbeskrivningen berättar.
own-granted-day = Du kan ladda ner kopian till och med { $date }.
own-granted-over = Kopian kunde laddas ner till och med { $date }. Om du ännu behöver den, gör en ny begäran.
own-state-unshown-agent = Vi kontrollerar först att du får handla för den andra. Innan dess berättar vi inget och gör inget. Om du inte bifogade något intyg över din rätt, skicka det per post och uppge begärans nummer. Om vi frågar något visas frågan på den här sidan. En eventuell länk för att bekräfta begäran går till den vars uppgifter det gäller, inte till dig. Svaret syns med den här koden när din rätt har kontrollerats och begäran har avgjorts.
own-state-over-agent = Svaret syns inte här innan din rätt att handla för den andra har kontrollerats. Om begäran har besvarats har svaret gått till den vars uppgifter det gäller. Kontakta dataskyddsombudet och uppge begärans nummer.
own-slip-words = Det som du skrev finns bara i själva begäran, som personalen handlägger. Det syns här när också svaret syns, och det raderas tillsammans med begäran.
own-limits = Vad du har förbjudit, invänt mot eller begränsat
own-limits-all = Alla dina uppgifter
own-erased = Vilka av dina uppgifter som redan har raderats
own-mandate-apart = Om du skickade ett intyg finns det bara hos dem som handlägger begäran.
