# Demonstrationen: vad terminalen berättar och vad som finns på dess egen sida

demo-told =
    Demonstrationen är i gång. Alla uppgifter är påhittade.

      Ge respons             { $base }/sv/palaute
      Dataskyddsbeskrivning  { $base }/sv/tietosuoja
      Egna uppgifter         { $base }/sv/oma
          ny respons         { $receipt }
          som har besvarats  { $answered }
          som har raderats   { $erased }
      Personal               { $base }/sv/hallinta
          handläggare        { $chief }
          utvecklare         { $developer }
          lösenord           { $passphrase }
          bekräftelsekod     visas vid inloggning
      Flytta klockan         { $base }/sv/esittely
      Utgående post          { $mail }
      Beskrivningens fil     { $notice }
      Kontrollera den        { $check }

    Avsluta: Ctrl+C.
demo-removed = Mappen { $folder } tas bort till slut.
demo-kept = Mappen { $folder } finns kvar.

# Listen högst upp på varje sida
demo-link = Inloggningar och koder
demo-month = Gå en månad framåt

# Demonstrationens sida
demo-title = Demonstration
demo-lead = Här finns allt du behöver i demonstrationen: koder, inloggningar och klockan. Alla uppgifter är påhittade och försvinner när demonstrationen avslutas.
demo-time = Tid
demo-now = I demonstrationen är det nu { $now }.
demo-month-text = Respons raderas efter en månad. Flytta demonstrationens klocka så ser du vad som händer då. Samtidigt avslutas inloggningarna.
demo-leapt = Klockan flyttades. Nu är det { $now }.
demo-gone = { $records ->
    [0] Det fanns ingenting att radera.
    [one] Programmet raderade en uppgift.
   *[other] { $persons ->
        [one] Programmet raderade { $records } uppgifter om en person.
       *[other] Programmet raderade { $records } uppgifter om { $persons } personer.
    }
}
demo-unanswered = { $count ->
    [one] Begäran { $numbers } blev obesvarad
   *[other] Begärandena { $numbers } blev obesvarade
}
demo-unanswered-text = { $count ->
    [one] Dess tidsfrist gick ut när klockan flyttades. Därför säger beskrivningen nu att löftet att svara i tid inte hålls. När begäran besvaras hålls löftet igen.
   *[other] Deras tidsfrist gick ut när klockan flyttades. Därför säger beskrivningen nu att löftet att svara i tid inte hålls. När begärandena besvaras hålls löftet igen.
}
demo-unanswered-desk = Försenade begäranden
demo-gone-try = Pröva kvittokoderna nedan på nytt: nu berättar de när uppgifterna raderades.
demo-proofs = { $count ->
    [one] Bevis på raderingen
   *[other] Bevis på raderingarna ({ $count })
}
demo-codes = Kvittokoder
demo-code-new = Ny respons
demo-code-answered = Respons som har besvarats
demo-code-erased = Respons som avsändaren har raderat
demo-try-code = Se de egna uppgifterna med koden
demo-staff = Personalens inloggning
demo-to-staff = Logga in
demo-chief = Handläggare
demo-developer = Utvecklare, som inte ser kontaktuppgifter
demo-password = Lösenord för båda
demo-break = Bryt ett löfte
demo-break-text = Ändra beskrivningen och kör kontrollen i en annan terminal. Den publicerade beskrivningen ändras först när du publicerar.
demo-notice = Beskrivningens fil
demo-check = Kontroll
demo-mail = Utgående post
