# Egna uppgifter: läsningar, utlämnanden, invändningar
own-looked-more = Visa tidigare läsningar
own-received-more = Visa alla utlämnanden
own-not-given = Du har inte uppgett detta
own-postponed = Vad som kan skjuta upp raderingen
own-postponed-not = Ingenting just nu. Raderingen skjuts upp bara om uppgiften behövs för ett rättsligt anspråk eller om en myndighet förordnar att den ska sparas.
own-postponed-until = Uppgiften sparas på denna grund till { $date }.
own-postponed-open = Uppgiften sparas tills grunden upphör.
own-ground-legal-claim = Uppgiften behövs för att fastställa, göra gällande eller försvara ett rättsligt anspråk
own-ground-authority-order = En myndighet har förordnat att uppgiften ska sparas
own-object-title = Invänd mot användningen av dina uppgifter
own-object-text = För dessa ändamål används dina uppgifter på annan grund än ditt samtycke eller en rättslig förpliktelse. Du kan invända mot användningen. Invändningen blir en begäran som besvaras inom utsatt tid.
own-object = Invänd
own-object-words = Jag invänder mot att mina uppgifter används för detta ändamål: { $purpose }
own-objected = Din invändning har tagits emot. Du ser begäran och dess tidsfrist på den här sidan.

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
