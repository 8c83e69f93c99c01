# Dataskyddsbegäran: blanketten
rights-text-help = Du behöver inte motivera din begäran. Om du motsätter dig användningen av dina uppgifter, berätta vad i din situation som talar emot den; direktmarknadsföring kan du förbjuda utan motivering.
rights-behalf-help = Ingen underskrift behövs. Om du handlar för en annan person kontrollerar vi din rätt till det innan vi berättar eller gör något.
rights-subject-help = Fyll i bara om du begär för en annan person: personens e-postadress eller något annat som hjälper oss att hitta rätt uppgifter. Skriv ingen personbeteckning.
rights-mandate-help = Fyll i bara om du begär för en annan person. PDF, PNG eller JPEG, högst 2 MB. Du kan också skicka intyget per post.
rights-mine-behalf = Någon har { $date } begärt för din räkning: { $asked }. Om du bekräftar begäran besvaras den bara till dig.
rights-link-behalf =
    Någon har gjort en dataskyddsbegäran för din räkning: { $asked }.

    Om du har bett om det, öppna länken. Där tillfrågas du ännu om begäran är din. Länken fungerar en gång och i ett dygn:

    { $links }

    Om du inte har bett om det behöver du inte göra något. Dina uppgifter ändras inte och raderas inte.

    { $controller }

# Behandling av begäranden: för en annan person
rights-mandate-title = Rätt att handla för en annan person
rights-mandate-open = Öppna intyget
rights-mandate-text = Granska intyget och bekräfta att den som begärde får handla för personen. Därefter kan du koppla begäran till personens uppgifter.
rights-mandate-none = Begäran innehåller inget intyg. Be om det, eller försäkra dig om rätten på annat sätt: vårdnaden om ett barn kan kontrolleras i befolkningsdata. Därefter kan du koppla begäran till personens uppgifter.
rights-mandate-seen = Jag har kontrollerat att hen får handla för personen
rights-mandate-checked = Rätten att handla för en annan person har kontrollerats
rights-mandate-first = Kontrollera först att den som begärde får handla för personen.
rights-mandate-no = Rätten har redan kontrollerats, eller så gäller begäran den egna personen.
