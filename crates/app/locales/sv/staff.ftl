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
fault-link-used = Länken är använd eller för gammal.
fault-link-used-next = En länk fungerar en gång och i ett dygn. Be den som hanterar kontona om en ny.
fault-account-closed = Kontot är stängt. Ett stängt konto öppnas inte på nytt; skapa ett nytt.
fault-second-factor-first = Ta först i bruk bekräftelse vid inloggning.
