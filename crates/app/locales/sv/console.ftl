# Arbetsbord
console-nav-sign-in = Logga in
console-nav-feedback = Respons
console-nav-requests = Begäranden
console-nav-disclosures = Utlämnanden
console-nav-holds = Hinder för radering
console-nav-promises = Löften
console-nav-users = Användare
console-nav-own = Eget konto
console-sign-in-title = Logga in på arbetsbordet
console-sign-in = Logga in
console-sign-in-wrong = Användarnamnet eller lösenordet är fel.
console-sign-in-lost = Om du inte kommer in, be den som hanterar kontona om en ny länk. E-post används inte för identifiering.
console-sign-out = Logga ut

console-lapsed = Din inloggning har upphört
console-lapsed-text = Sessionen tar slut när tjänsten inte har använts på en stund. Då släpper en dator som lämnats öppen inte in någon annan. Logga in på nytt, så kommer du tillbaka till samma sida.
console-lapsed-times = Se hur länge en session gäller
console-late-lead = Blanketten sparades inte och skickades inte. Texten som du skrev finns kvar på den här sidan.
console-late-text = Texten som du skrev
console-late-how = Logga in på nytt, kopiera texten från den här sidan och klistra in den på blanketten. Tjänsten sparar inte texten, så stäng inte sidan innan dess.
console-late-sign-in = Logga in (öppnas i en ny flik)

console-front-lead = Hej, { $name }.
console-start-title = Skapa det första kontot
console-start-lead = Med det här kontot kan du bjuda in andra, sköta begäranden och svara på respons. Sidan fungerar en gång.
console-start-submit = Spara och logga in
console-start-contact = Beskrivningen anger kontot { $user } som kontaktperson, därför är det ifyllt. Behåll det om du är den personen. Om du väljer ett annat, ändra också contact user i beskrivningen: annars hålls inte löftet om kontaktpersonen. Små bokstäver, siffror, punkter och streck, 2–40 tecken.
console-invited-title = Välj ett lösenord
console-invited-lead = Ditt användarnamn är { $username }. Sidan fungerar en gång.

console-second-title = Bekräfta inloggningen
console-second-submit = Bekräfta
console-second-demo = Det här är en provversion
console-second-demo-code = Autentiseringsappen skulle nu visa koden { $code }. I en riktig tjänst finns koden bara i appen.
console-second-demo-wait = Du har använt alla koder som gäller just nu. Vänta en halv minut och ladda inloggningssidan på nytt.

console-own-passphrase = Byt lösenord
console-own-passphrase-lead = När lösenordet byts avslutas alla dina andra sessioner.
console-own-second-factor = Bekräftelse vid inloggning
console-own-sessions = Sessioner
console-own-sessions-caption = Dina öppna sessioner. Plats och enhet sparas inte.
console-session-begun = Började
console-session-used = Senast använd
console-session-ends = Slutar senast
console-session-do = Åtgärd
console-session-this = Den här sessionen
console-session-end = Avsluta

console-factor-needed = Ta först i bruk bekräftelse vid inloggning
console-factor-needed-why = Dataskyddsbeskrivningen lovar att personalen loggar in på två sätt: med lösenord och bekräftelse. De andra sidorna öppnas när bekräftelsen är i bruk.
console-factor-app-title = Autentiseringsapp
console-factor-app-what = En app i telefonen eller lösenordshanteraren som visar en kod med sex siffror. Fungerar i alla webbläsare.
console-factor-app = Ta appen i bruk
console-factor-app-again = Byt app
console-factor-step-app = Öppna autentiseringsappen och välj att lägga till ett konto.
console-factor-step-scan = Läs in bilden nedan. Om det inte går, skriv nyckeln för hand.
console-factor-step-code = Skriv koden som appen visar.
console-factor-picture = Bild som autentiseringsappen läser. Samma nyckel finns nedan med bokstäver.
console-factor-secret = Nyckeln med bokstäver
console-factor-code-help = De sex siffror som appen visar nu.
console-factor-save = Ta i bruk
console-factor-done = Bekräftelse vid inloggning är i bruk
console-factor-codes = Reservkoder
console-factor-codes-what = Spara de här tio koderna på ett säkert ställe. Om telefonen försvinner fungerar var och en en gång i stället för bekräftelsekoden. De visas inte igen.
console-factor-copy = Kopiera koderna
console-factor-print = Du kan också skriva ut den här sidan.
console-factor-saved = Jag har sparat koderna
console-factor-go-on = Fortsätt till arbetsbordet
console-factor-remove = Ta bort bekräftelsen
console-factor-remove-what = Appen, reservkoderna och åtkomstnycklarna tas bort. Sedan loggar du in med bara lösenord.

console-passkey-sign-in = Logga in med åtkomstnyckel
console-passkey-failed = Åtkomstnyckeln kom inte fram. Försök igen eller använd lösenordet.
console-passkey-title = Åtkomstnyckel
console-passkey-what = En nyckel i enheten, säkerhetsnyckeln eller lösenordshanteraren som du loggar in med utan lösenord. Den fungerar bara på den här webbplatsen och kan därför inte lämnas till en bluffsida.
console-passkey-no-name = Åtkomstnycklar kan inte användas, eftersom tjänsten inte har något nätnamn. Administratören anger det i inställningen public-url.
console-passkey-no-script = En åtkomstnyckel behöver JavaScript. Autentiseringsappen fungerar utan.
console-passkey-name = Nyckelns namn
console-passkey-name-usual = Egen enhet
console-passkey-add = Lägg till åtkomstnyckel
console-passkey-own = Dina åtkomstnycklar
console-passkey-added = Tillagd
console-passkey-remove = Ta bort

console-users-caption = Personalens konton
console-users-invite = Bjud in en användare
console-users-invite-lead = Den inbjudna väljer själv sitt lösenord med en engångslänk.
console-users-invite-submit = Skapa inbjudan
console-users-link-made = Länken är klar
console-users-link-what = Ge den till personen själv på ett säkert sätt. Den fungerar en gång och i { $hours } timmar. Den visas inte igen.
console-users-link = Inbjudningslänk
console-users-link-title = Inbjudningslänk
console-users-back = Tillbaka till användarna
console-users-sessions = Öppna sessioner
console-users-made = Skapat
console-users-due = Raderas
console-users-roles = Roller
console-users-roles-what = Rollerna ger behörigheterna. När rollerna byts avslutas sessionerna.
console-users-roles-save = Spara rollerna
console-users-own-roles = Du kan inte ändra dina egna roller. Be en annan administratör.
console-users-own = Det här är ditt eget konto. Det kan inte stängas eller nollställas här; be en annan administratör.
console-users-do = Hantera kontot
console-users-do-what = En ny länk tar bort lösenordet och bekräftelserna; använd den när de har gått förlorade. Ett stängt konto raderas inom den tid som beskrivningen anger.
console-users-end-sessions = Avsluta sessionerna
console-users-relink = Skapa en ny länk
console-users-close = Stäng kontot
console-users-reopen = Öppna på nytt
console-users-reopen-what = Kontot är stängt och raderas när dess tid är ute. Om du öppnar det på nytt raderas det inte: innehavaren får en ny länk och väljer sitt lösenord från början.

console-front-feedback = Respons som väntar
console-front-requests = Begäranden som väntar
console-front-approvals = Utlämnanden som väntar på en annan persons granskning
console-front-recipients = Mottagare som ska underrättas om en ändring
console-front-feedback-unsent = Svar på respons som inte kom fram
console-front-requests-unsent = Svar på begäranden som inte kom fram
console-front-broken = Löften att rätta till
console-front-good = Allt är i sin ordning
console-front-nothing = Ingenting väntar på dig.

console-steps = Härnäst
console-step-invented = Skriv in din egen organisation i beskrivningen
console-step-invented-why = Beskrivningen är redan offentlig och nämner den påhittade organisationen { $name } eller dess adress. Skriv in din egen organisation och dess kontaktuppgifter i filen notice.kdl och publicera beskrivningen (seloste publish).
console-step-words = { $count ->
        [one] Bekräfta en sak som bara en människa kan svara för
       *[other] Bekräfta { $count } saker som bara en människa kan svara för
    }
console-step-words-why = Beskrivningen lovar saker som programmet inte ser, som ett låst serverrum. Löftet saknar täckning tills någon bekräftar det.
console-step-recipients = { $count ->
        [one] Underrätta en mottagare om en ändring i uppgifterna
       *[other] Underrätta { $count } mottagare om ändringar i uppgifterna
    }
console-step-recipients-why = Uppgifter har rättats, raderats eller begränsats efter att de lämnades ut. Två veckor har gått, och mottagaren har inte underrättats.
console-step-contact = Bjud in beskrivningens kontaktperson: användarnamnet { $user }
console-step-contact-why = Beskrivningen nämner en kontaktperson, men personen har inget konto. Om det är någon annan, ändra contact user i beskrivningen och publicera den.
console-step-contact-closed = Kontaktpersonens konto { $user } är stängt
console-step-contact-closed-why = Öppna det igen, eller ändra contact user i beskrivningen och publicera den.
console-step-invited = { $count ->
        [one] En inbjuden har inte loggat in ännu
       *[other] { $count } inbjudna har inte loggat in ännu
    }
console-step-invited-why = Inbjudan gäller i ett dygn. Gör vid behov en ny länk.
console-step-connection = Ge tjänsten en krypterad adress
console-step-connection-why = Tjänstens adress är nu { $address }, och förbindelsen är inte krypterad. Börja kryptera innan andra når tjänsten.
console-step-mail = Ta e-posten i bruk
console-step-mail-why = Enligt beskrivningen går brev via servern { $host }, men inställningarna har ingen postserver. Inga brev skickas.
console-step-backups = Ta säkerhetskopiorna i bruk
console-step-backups-why = Om disken går sönder försvinner allt. I inställningarna finns ingen mapp för säkerhetskopior.
console-step-backups-damaged = Kontrollera säkerhetskopiorna
console-step-backups-damaged-why = Bland säkerhetskopiorna finns skadade. Kommandot seloste backup verify berättar vilka.
console-step-backups-others = Ge säkerhetskopiorna en egen mapp
console-step-backups-others-why = I mappen i inställningarna finns en annan installations säkerhetskopior, och därför görs inga av den här tjänsten. Byt mapp i [backup] folder. Kommandot seloste doctor berättar vilken mappen är.
console-step-backups-late = Ta reda på varför säkerhetskopian saknas
console-step-backups-late-why = Den nyaste säkerhetskopian är äldre än två dagar. Kommandot seloste doctor berättar orsaken.

console-set-up = Ibruktagande
console-set-up-lead = Det här görs på servern: öppna filen seloste.toml i installationens mapp, lägg till raderna och starta om tjänsten.
console-set-up-set = Inställningarna är i bruk
console-set-up-connection = Adress och kryptering
console-set-up-connection-what = Om en proxy sköter krypteringen: ange adressen som människor skriver och proxyns egen adress.
console-set-up-connection-then = Byt adresserna till era egna. Kommandot seloste doctor berättar hur inställningarna ser ut.
console-set-up-connection-own = Utan proxy krypterar tjänsten själv. Ange då filerna med certifikatet och nyckeln, och sätt address så att andra når tjänsten.
console-set-up-mail = E-post
console-set-up-mail-what = Byt adresserna till era egna. Samma server och port ska finnas i beskrivningens recipients (host). Ange också public-url, så att länkarna i breven leder rätt.
console-set-up-mail-then = Kommandot seloste doctor prövar förbindelsen och seloste mail test skickar ett provbrev.
console-set-up-backups = Säkerhetskopior
console-set-up-backups-what = Välj en mapp på en annan disk. Tjänsten gör en säkerhetskopia varje dag, kontrollerar den och tar bort gamla inom den tid som beskrivningen lovar.
console-set-up-backups-then = Kommandot seloste backup create gör den första genast. Förvara också en kopia av rothemligheten (keys/root.secret) på ett säkert ställe: utan den går ingenting att öppna.

# Siffror
figures-title = Raderingskörningar och antalet samtycken
figures-lead = De här siffrorna finns kvar när personuppgifterna har raderats. I dem finns inga personer.
figures-sweeps = Raderingskörningar
figures-last = Senaste körningen:
figures-no-sweeps = Inget har raderats ännu.
figures-sweeps-caption = Körningar som raderade något, de nyaste först
figures-when = När
figures-records = Raderade uppgifter
figures-persons = Personer om vilka inget finns kvar
figures-consents = Samtycken
figures-no-consents = Inga samtycken har getts.
figures-consents-caption = Givna och återkallade samtycken per månad
figures-month = Månad
figures-purpose = Ändamål
figures-version = Version av dataskyddsbeskrivningen
figures-given = Givna
figures-withdrawn = Återkallade

fault-abroad = Din förbindelse verkar komma från ett land utanför Europeiska ekonomiska samarbetsområdet (landskod { $country }). Personalens sidor öppnas bara från området, eftersom dataskyddsbeskrivningen lovar att uppgifterna inte förs ut ur det.
fault-abroad-next = Om du är inom området, stäng av VPN-förbindelsen eller pröva ett annat nät. Om landet är fel, berätta det för den som administrerar tjänsten. Din adress har inte sparats.
fault-whence-unknown = Det gick inte att avgöra från vilket land din förbindelse kommer. Personalens sidor öppnas bara från Europeiska ekonomiska samarbetsområdet, eftersom dataskyddsbeskrivningen lovar att uppgifterna inte förs ut ur det.
fault-whence-unknown-next = Pröva ett annat nät eller stäng av VPN-förbindelsen. Om detta upprepas, be den som administrerar tjänsten att kontrollera att proxyservern berättar varifrån förbindelsen kommer. Din adress har inte sparats.
