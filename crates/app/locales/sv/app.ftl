nav-feedback = Ge respons
nav-own = Egna uppgifter
nav-notice = Dataskydd
nav-console = Arbetsbord
style-title = Stil

cli-published = Beskrivningen { $register } har publicerats: version { $version }, kännetecken { $hash }.
cli-sweep-nothing = Det finns inget att radera.
cli-sweep-run = { $when }: { $records } uppgifter raderades; personer om vilka inget finns kvar: { $persons }
cli-sweep-due = { $register }: { $kind } – { $count } ska raderas.
cli-swept = { $records } uppgifter raderades, för { $persons } personer allt.
cli-clock-confirmed = Klockan har bekräftats. Radering på grund av tid fortsätter.
cli-new-made = Mappen { $folder } är klar. Skriv dina egna uppgifter i filen notice.kdl.
cli-new-next = Härnäst:
cli-fmt-same = { $file } är redan i snygg form.
cli-fmt-would-change = { $file } är inte i snygg form: seloste fmt rättar det.
cli-fmt-changed = Beskrivningen är nu i snygg form.
cli-fmt-cannot = { $file }, rad { $line }: det här stället kan inte formateras utan att en kommentar går förlorad eller betydelsen ändras, så filen ändrades inte. Flytta kommentaren till en egen rad.

fault-file-unreadable = Filen { $file } kan inte läsas.
fault-file-unwritable = Filen { $file } kan inte skrivas.
fault-no-installation = Det finns ingen installation i mappen { $folder }. Gör en: seloste new feedback { $folder }
fault-folder-last = Mappen { $folder } skrivs efter användarnamnet: seloste user { $verb } { $username } … { $folder }
fault-no-such-notice = Det finns ingen färdig beskrivning { $name }.
fault-no-notice-of-kind = Det finns ingen färdig beskrivning { $name } för slaget { $kind }. Gör den utan valet --kind och ändra själv den personuppgiftsansvariga och grunderna: seloste check berättar vad som fattas.
fault-folder-not-made = Mappen { $folder } kan inte skapas.
fault-folder-not-empty = Det finns redan något i mappen { $folder }. Välj en annan mapp; ingenting ändrades.
fault-restore-rest = I mappen { $folder } finns resterna av en avbruten återställning. Ingenting ändrades.
fault-restore-rest-next = Ta bort data ur mappen, och även seloste.toml och keys om du inte själv har lagt dem där. Gör sedan återställningen på nytt.
fault-explain-what = Vad ska förklaras? Ge en kod (SEL001) eller ett ord i beskrivningsspråket (purpose).
fault-nothing-to-explain = Ordet { $word } hittas inte. Ge en kod (SEL001) eller ett ord i beskrivningsspråket (purpose).
fault-nothing-published = Beskrivningen har inte publicerats än: seloste publish
fault-notice-and-program-differ = Beskrivningen och programmet skiljer sig ({ $what }: { $name }). Beskrivningen tas inte i bruk.
fault-notice-and-program-differ-next = Kör seloste check: det visar raden för varje skillnad och berättar vad du ska göra.
fault-notice-of-another-register = Beskrivningen i filen heter { $name }, men tjänstens register är { $promise }. Insamlade uppgifter hör till registret { $promise }, så namnet kan inte bytas.
fault-notice-of-another-register-next = Ge beskrivningen namnet { $promise } igen. Ett nytt register får en egen installation: seloste new.
fault-reason-missing = De vars uppgifter ändringen gäller ska informeras, och versionen behöver en motivering. Betydande ändringar: { $count }. Den första: { $change }
fault-reason-missing-next = Se alla ändringar: seloste diff. Publicera med en motivering: seloste publish --reason "Varför beskrivningen ändras". Per språk: --reason "fi=…" --reason "sv=…" --reason "en=…".
fault-reason-unusable = Motiveringen kan inte användas: den är tom, har osynliga tecken eller är längre än { $most } tecken.
fault-promise-weakened = Programmet startar inte, eftersom det läser ut annat ur beskrivningen än vad som lovades i den publicerade versionen. Löftet { $promise } { $why ->
        [dropped] saknas nu.
       *[mechanism] skulle hållas på annat sätt eller med andra siffror.
    } Det publicerade löftet: { $sentence }
fault-promise-weakened-next = Ta tillbaka den tidigare programversionen, eller granska beskrivningen och publicera den på nytt: seloste publish --reason "Varför löftet ändras". Då uppstår en ny version.
cli-diff-line = {" "}(rad { $line })
fault-diff-other-register = Beskrivningarna gäller olika register: { $old } och { $new }. Bara versioner av samma register kan jämföras.
fault-diff-unreadable = Beskrivningen kan inte läsas i sin helhet. Se felen: seloste check.
fault-version-unknown = Version { $version } har inte publicerats. Den senaste versionen är { $last }.
cli-impact = Ändringarna gäller sparade uppgifter. Personer sammanlagt: { $count }.
cli-impact-none = Ändringarna gäller ingen sparad post.
cli-impact-kind = { $kind }: { $records } poster, { $persons } personer.
cli-impact-consents = Ett samtycke som inte längre täcker behandlingen: i högst { $count } poster.
cli-impact-numbers = Nummer (högst 50): { $numbers }
fault-stale-fields = I de sparade uppgifterna finns { $count ->
        [one] en uppgift
       *[other] { $count } uppgifter
    } som den nya beskrivningen inte längre räknar upp: { $what }. Beskrivningen skulle lova fel, så den publicerades inte.
fault-stale-fields-next = Om uppgiften får försvinna för gott: seloste publish --erase-removed-fields. Annars återställ fältet i beskrivningen. I gamla säkerhetskopior finns uppgiften tills de försvinner.
fault-stale-held = En uppgift som har tagits bort ur beskrivningen finns i { $count ->
        [one] en post
       *[other] { $count } poster
    } som har undantagits från radering eller vars behandling är begränsad. Beskrivningen publicerades inte.
fault-stale-held-next = Se undantagen: seloste hold list. Också en begränsning av behandlingen bevarar uppgifterna. Återställ fältet i beskrivningen tills undantaget eller begränsningen upphör.
fault-stale-longer = Den nya beskrivningen bevarar uppgifter kortare tid än vad som har lovats för { $count ->
        [one] en post
       *[other] { $count } poster
    } som redan har sparats: { $what }. Beskrivningen publicerades inte.
fault-stale-longer-next = Om också de får raderas enligt den nya tiden: seloste publish --shorten-stored. De vars tid redan är slut raderas vid nästa radering.
fault-data-unsafe-mode = Även andra än tjänstens egen användare kommer åt mappen { $file }. Tjänsten startas inte.
fault-data-unsafe-mode-next = Begränsa rättigheterna: chmod -R go= { $file }
fault-folder-unsafe-mode = Även andra än tjänstens egen användare kan ändra filen eller mappen { $file }. Tjänsten startas inte, eftersom de skulle kunna styra brev och säkerhetskopior till sig själva.
fault-folder-unsafe-mode-next = Kontrollera att innehållet inte har ändrats och begränsa rättigheterna: chmod go-w { $file }
fault-service-silent = Tjänsten körs men svarar inte. Se dess logg.
fault-service-stopped = Tjänsten körs inte. Starta den: seloste serve
fault-test-clock = Testklockan kan inte läsas. Ange en fil i variabeln SELOSTE_CLOCK_FILE.
fault-cannot-listen = Det går inte att lyssna på adressen { $address }. Används den redan?
fault-mail-not-configured = E-post har inte konfigurerats. Lägg till [mail] i inställningarna.
fault-mail-address = E-postadressen duger inte.
fault-mail-not-taken = E-postservern tog inte emot meddelandet. Ett nytt försök görs.
fault-host-undeclared = Dataskyddsbeskrivningen nämner inte servern { $host } med den porten (löfte { $promise }). Ingen förbindelse öppnas.
fault-host-undeclared-next = Lägg i beskrivningen under recipients till raden host "{ $host }" för mottagaren. Sedan: seloste publish.
fault-setting-unusable = Inställningen { $setting } kan inte användas.
fault-settings-relay = I inställningen mail.relay behövs serverns namn och port, till exempel "mail.example.fi:587".
fault-settings-unknown = { $file }, rad { $line }: inställningen `{ $key }` finns inte. { $near ->
        [nothing-near] Möjliga här är { $known }.
       *[near] Menade du `{ $near }`?
    }
fault-settings-missing = { $file }, rad { $line }: inställningen `{ $key }` saknas här.
fault-settings-address = { $file }, rad { $line }: i inställningen `{ $key }` skrivs IP-adress och port, till exempel "127.0.0.1:8080".
fault-settings-ip = { $file }, rad { $line }: i inställningen `{ $key }` skrivs IP-adresser, till exempel ["127.0.0.1"].
fault-settings-list = { $file }, rad { $line }: i inställningen `{ $key }` skrivs en lista inom hakparenteser, till exempel ["127.0.0.1"].
fault-settings-text = { $file }, rad { $line }: i inställningen `{ $key }` skrivs en text inom citattecken.
fault-settings-value = { $file }, rad { $line }: inställningen `{ $key }` har ett värde av fel form.
fault-settings-syntax = { $file }, rad { $line }: raden går inte att läsa. Skriv inställningen i formen namn = "värde" och avdelningens namn i formen [avdelning].

bench-title = Mätning: { $engine }, { $size } poster från början, { $rounds } omgångar, { $seconds } s åt gången, { $processors } processorer
bench-not-optimised = Programmet är inte byggt för fart (cargo build --release): siffrorna säger ingenting.
bench-probe = Maskinen: 4 KiB till disken { $sync } µs (p99 { $slow } µs), { $idle } % av processorerna lediga
bench-loaded = Maskinen hade annat arbete: siffrorna är bara riktgivande.
bench-legend = Värdet är omgångarnas median (kvartiler). Faktor över 1: Seloste är bättre.
bench-legend-classes = Klasser: [D] kvitteras först när uppgiften finns på disken; [D/-] jämförelsen skriver ingenting; [-] ingenting skrivs.
fault-bench-marks = I filen { $file } finns ingen plats för siffrorna: raderna { $begin } och { $end } saknas.
fault-bench-no-postgres = Mätningen behöver en PostgreSQL-server. Ange dess adress i miljövariabeln { $variable }.
fault-bench-program = Programmet { $program } kunde inte köras.
fault-bench-wrong = Mätningen avbröts: resultatet är inte det som det borde vara.
fault-mail-refused = E-postservern tar inte emot meddelandet till den här adressen.
