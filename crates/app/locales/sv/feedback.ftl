# Gemensamma texter för blanketter
form-consent-help = Kryssa bara för rutan om du lämnar dina kontaktuppgifter. Utan samtycke sparas de inte.
form-consent-missing = Ge ditt samtycke eller töm kontaktuppgifterna: utan samtycke får de inte sparas.

# Responsblanketten
feedback-title = Ge respons
feedback-lead = Berätta vad som fungerar och vad som inte gör det. Du behöver inget konto och du behöver inte berätta vem du är.
feedback-send = Skicka respons
feedback-short-title = Så behandlar vi din respons
feedback-short-who = Personuppgiftsansvarig är { $controller }. Responsen sparas i registret { $register }.
feedback-short-rights = När du har skickat får du en kvittokod. Med den kan du när som helst se och radera din respons.
feedback-short-link = Läs hela dataskyddsbeskrivningen
feedback-earlier-title = Radera din tidigare respons
feedback-earlier-text = Du kan radera din respons genast eller be oss radera den.
feedback-earlier-code = Jag har en kvittokod: jag raderar responsen själv
feedback-earlier-request = Jag har ingen kod: jag begär radering

# Kvitto
feedback-receipt-title = Din respons har tagits emot
feedback-receipt-good = Tack för din respons
feedback-receipt-thanks = Vi läser all respons.
feedback-receipt-masked = En personbeteckning doldes
feedback-receipt-masked-text = Ditt meddelande innehöll en teckenföljd som ser ut som en personbeteckning. Vi dolde den innan meddelandet sparades och den finns inte kvar.
feedback-receipt-code = Din kvittokod
feedback-receipt-keep = Skriv upp koden eller skriv ut den här sidan. Koden kan inte visas igen.
feedback-receipt-number = Responsens nummer
feedback-receipt-sent = Skickad
feedback-receipt-due = Raderas
feedback-receipt-can = Vad du kan göra med koden
feedback-receipt-can-text = Du ser allt som sparas om din respons, vem som har läst den och vad som har svarats. Du kan rätta eller radera uppgifterna, begränsa användningen, ta dem med dig eller återkalla ditt samtycke.
feedback-receipt-own = Öppna dina egna uppgifter
feedback-complaint = Om du är missnöjd
feedback-complaint-text = Du kan lämna in ett klagomål om behandlingen av dina uppgifter till tillsynsmyndigheten:
