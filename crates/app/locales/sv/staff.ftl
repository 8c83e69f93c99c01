# Konton: fält och fel
staff-username = Användarnamn
staff-username-help = Små bokstäver, siffror, punkter och streck, 2–40 tecken. Till exempel fornamn.efternamn.
staff-name = Namn som kollegorna ser
staff-passphrase = Lösenord
staff-passphrase-again = Lösenordet en gång till
staff-passphrase-help = Minst { $least } tecken. Ett bra lösenord är till exempel fyra ord som sällan står tillsammans. En lösenordshanterare gör och minns ett sådant åt dig.
staff-passphrase-short = Lösenordet ska ha minst { $least } tecken.
staff-passphrase-guessed = Det här lösenordet är lätt att gissa. Välj ett utan namn, vanliga uttryck eller tecken i följd.
staff-passphrase-differs = Lösenorden är inte lika.

fault-username-form = Ett användarnamn kan ha små bokstäver, siffror, punkter och streck, 2–40 tecken.
fault-username-taken = Användarnamnet är redan i bruk. Välj ett annat.
fault-roles-unknown = Välj minst en roll. I den här beskrivningen finns: { $roles }.
fault-roles-beyond-own = Du kan inte ge roller som öppnar mer än dina egna, och inte heller göra en länk till ett sådant konto. Be någon som har rollerna, eller serverns administratör (kommandot seloste user).
fault-link-used-title = Länken fungerar inte längre
fault-link-used = Länken är använd eller för gammal.
fault-link-used-next = En länk fungerar en gång och i ett dygn. Be den som hanterar kontona om en ny.
fault-account-closed = Kontot är stängt. Öppna det först på nytt.
fault-account-not-closed = Kontot är inte stängt.
fault-second-factor-first = Ta först i bruk bekräftelse vid inloggning.

staff-passphrase-current = Nuvarande lösenord
staff-passphrase-wrong = Lösenordet är fel.
staff-roles = Roller
staff-email = E-post i arbetet
staff-state = Läge
staff-state-invited = Inbjuden
staff-state-open = I bruk
staff-state-closed = Stängt
staff-second-factor = Bekräftelse vid inloggning
staff-second-factor-none = Inte i bruk
staff-second-factor-app = Autentiseringsapp
staff-second-factor-passkey = Åtkomstnyckel
staff-second-factor-both = Autentiseringsapp och åtkomstnyckel
staff-code = Bekräftelsekod
staff-code-help = De sex siffrorna i autentiseringsappen, eller en av dina reservkoder.
staff-code-wrong = Koden är fel, för gammal eller redan använd. Vänta tills appen visar en ny kod.

fault-no-such-user = Det finns inget sådant användarnamn.
fault-own-account = Du kan inte stänga eller nollställa ditt eget konto. Be en annan administratör.
fault-last-manager = Kontot kan inte stängas eller ändras så, eftersom ingen längre skulle hantera konton.
fault-passkey = Åtkomstnyckeln kändes inte igen.
fault-passkey-next = Försök igen, eller logga in med lösenord och bekräftelsekod.
fault-passphrase-wrong = Lösenordet är fel.
fault-second-factor-promised = Dataskyddsbeskrivningen lovar att inloggningen bekräftas. Det sista sättet kan inte tas bort; ta först ett annat i bruk.

cli-user-link = Ge den här länken till kontots ägare på ett säkert sätt. Den fungerar en gång och i { $hours } timmar: { $address }
cli-user-none = Det finns inga konton.
cli-user-roles = Rollerna för { $username } har bytts och sessionerna avslutats.
cli-user-closed = Kontot { $username } har stängts och sessionerna avslutats.
