fault-id = Om du kontaktar oss, uppge den här koden:
fault-see-promise = Se löftet som gör att detta inte gjordes

# Rubrik, förklaring och råd för varje slag
fault-title-bad-request = Begäran kunde inte läsas
fault-bad-request = Din webbläsare skickade en begäran som tjänsten inte förstår.
fault-next-bad-request = Gå tillbaka till föregående sida och försök igen.

fault-title-unauthenticated = Logga in först
fault-unauthenticated = Den här sidan är för inloggade.
fault-next-unauthenticated = Logga in och öppna sedan sidan på nytt.

fault-title-forbidden = Ingen behörighet
fault-forbidden = Du har inte behörighet till den här sidan eller funktionen.
fault-next-forbidden = Om du borde ha behörighet, kontakta tjänstens administratör.

fault-title-not-found = Sidan hittades inte
fault-not-found = Det finns ingenting på den här adressen, eller så är innehållet inte synligt för dig.
fault-next-not-found = Kontrollera adressen eller börja från startsidan.

fault-title-conflict = Detta gjordes inte
fault-conflict = Uppgifterna har ändrats efter att du öppnade sidan.
fault-next-conflict = Öppna sidan på nytt, se läget och försök vid behov igen.

fault-title-gone = Uppgiften har raderats
fault-gone = Här fanns en uppgift som har raderats för gott.
fault-next-gone = En raderad uppgift kan inte återställas.

fault-title-too-large = För stor försändelse
fault-too-large = Du skickade mer än tjänsten tar emot på en gång. Inget sparades.
fault-next-too-large = Förkorta texten eller skicka den i delar.

fault-title-invalid = Uppgifterna kunde inte tas emot
fault-invalid = Någon av uppgifterna du skickade är inte sådan som den ska vara. Inget sparades.
fault-next-invalid = Gå tillbaka till blanketten, kontrollera uppgifterna och skicka igen.

fault-title-restricted = Behandlingen är begränsad
fault-restricted = Behandlingen av dessa uppgifter är begränsad, så de kan inte användas nu.
fault-next-restricted = Begränsningen gäller tills orsaken har utretts.

fault-title-too-many = Ett ögonblick, tack
fault-too-many = Det har kommit för många begäranden på kort tid. Du kan fortsätta om { $seconds } sekunder.
fault-next-too-many = Vänta en stund och försök sedan igen. Din adress har inte sparats.

fault-title-refused = Ett löfte hindrar detta
fault-refused = Dataskyddsbeskrivningen tillåter inte detta, så tjänsten gjorde det inte.
fault-next-refused = Om ärendet ändå måste skötas, fråga dataskyddsombudet om råd.

fault-title-environment = Tjänsten är inte tillgänglig just nu
fault-environment = Tjänsten har en tillfällig störning. Inget sparades.
fault-next-environment = Försök igen om en stund.

fault-title-storage-full = Tjänsten tar inte emot uppgifter just nu
fault-storage-full = Lagringsutrymmet är fullt. Inget sparades.
fault-next-storage-full = Försök igen senare. Administratören har underrättats.

fault-title-internal = Något gick fel
fault-internal = Ett fel inträffade i tjänsten. Felet är inte ditt.
fault-next-internal = Försök igen. Om felet upprepas, berätta om det för oss.

# Närmare förklaringar
fault-token = Blanketten kom inte från den här webbplatsen eller hörde till en annan session. Inget sparades.
fault-token-next = Öppna blanketten på nytt och skicka den sedan.
fault-form-expired = Blanketten var öppen i över två timmar och togs därför inte längre emot.
fault-form-expired-next = Gå tillbaka i webbläsaren, kopiera din text, öppna blanketten på nytt och skicka den.
fault-form-sent = Den här blanketten har redan skickats en gång. Den andra gången behandlades inte, så att ingenting sker två gånger.
fault-form-sent-next = Du behöver inte göra något. Om du vill skicka en ny, öppna blanketten på nytt.
fault-origin = Begäran kom från en annan webbplats och behandlades därför inte.
fault-origin-next = Öppna tjänstens sida direkt och försök där.
fault-too-many-fields = Blanketten hade fler punkter än tjänsten tar emot. Inget sparades.
fault-media-type = Blanketten skickades i en form som tjänsten inte tar emot.
fault-uri-too-long = Adressen är för lång.
fault-address = Adressen kunde inte läsas.
fault-host = Tjänsten söktes med ett namn som den inte har.
fault-host-next = Kontrollera adressen.
fault-method = En sådan begäran kan inte skickas till den här adressen.
fault-slow = Tjänsten hann inte svara i tid.
fault-timeout = Sändningen avbröts eller tog för lång tid. Inget sparades.
fault-timeout-next = Kontrollera förbindelsen och skicka igen.
fault-base-address = Tjänstens egen adress är felaktig i inställningarna.
fault-tls-certificate = Filen { $certificate } innehåller inget giltigt certifikat.
fault-tls-key = Filen { $key } innehåller ingen giltig privat nyckel.
fault-tls-pair = Certifikatet { $certificate } och den privata nyckeln { $key } hör inte ihop, eller så går certifikatet inte att använda.
