# Driftens kommandon: säkerhetskopior, nycklar, kontroll, logg, person, behållande, prognos.
cli-backup-made = Säkerhetskopian är gjord och kontrollerad: data { $data }, nycklar { $keys } (rader { $rows }, poster i loggen { $entries }).
cli-backup-root = Rothemligheten finns inte i någondera. Ha en kopia av den på annat håll: utan den går säkerhetskopian inte att öppna.
cli-backup-whole = { $folder }: hel, gjord { $made }.
cli-backup-damaged = { $folder }: skadad. Använd en annan säkerhetskopia.
cli-backup-restored = Återställt: { $records } uppgifter öppnas, { $again } raderades på nytt. Återställda nycklar: { $keys }; utelämnade som raderade { $erased }, som föråldrade { $lost }.
cli-backup-known-until = Raderingarna är kända fram till { $until }. Uppgifter som raderats senare kan ha kommit tillbaka: radera dem på nytt.
cli-backup-back = Säkerhetskopian gjordes { $made }. Talen nedan räknas från början av den dagen. Antal personer vars uppgifter har begränsats eller förbjudits: { $restricted }; begränsningen eller förbudet gäller igen. Antal personer som har begärt att alla deras uppgifter raderas eller återtagit sin begäran: { $wishes }; det som de senast bestämt gäller. Antal uppgifter vars radering därefter har hindrats eller vars hinder har avslutats: { $held }; det senaste läget gäller. Kontrollera hindren och anteckna orsaken på nytt om den saknas. Antal återkallade samtycken där ett hinder bevarar det som grundade sig på dem: { $consents }; de är återkallade igen. Antal konton som har skapats, stängts eller ändrats: { $accounts }; de väntar på en ny länk. Avslutade nycklar för program och länkar: { $ended }; alla sessioner avslutades. Detta gäller till den tidpunkt då raderingarna är kända. Kontrollera kontona (seloste user list) innan du bekräftar; först därefter kommer personalen åt uppgifterna.
cli-backup-settings = Inställningarna (seloste.toml) togs ur säkerhetskopian. Kontrollera adress, post och mappar innan du startar tjänsten.
cli-backup-drilled = Övningen lyckades: säkerhetskopian gjordes, återställdes och öppnades, och spåren av den togs bort.
fault-backup-where = Vart ska säkerhetskopian? Ange mapparna (--data och --keys) eller lägg till [backup] folder i inställningarna.
fault-backup-together = Säkerhetskopiorna av data och nycklar får inte ligga i varandra. Ange olika mappar.
fault-backup-others = I mappen { $folder } finns en annan installations säkerhetskopior. Ingenting skrivs där, så att dess förteckning över raderingar inte försvinner. Ge den här installationen en egen mapp ([backup] folder eller --data och --keys).
fault-backup-none = I mappen { $folder } finns ingen säkerhetskopia som det här programmet kan läsa.
fault-backup-damaged = Säkerhetskopian är skadad. Använd en annan; ingenting ändrades.
fault-backup-damaged-next = Kommandot seloste backup verify { $folder } berättar vad som är fel.
fault-backup-stranger = Säkerhetskopian är undertecknad av en annan installation. Ingenting ändrades.
fault-backup-copy = Loggen kunde inte kopieras i sin helhet. Försök igen.
backup-wrong-unsigned = { $file }: förteckningen är inte undertecknad med loggens nyckel
backup-wrong-extra = { $file }: finns inte i säkerhetskopians förteckning
backup-wrong-changed = { $file }: innehållet har ändrats
backup-wrong-unreadable = { $file }: filen går inte att läsa
backup-wrong-rows = databasen har { $found } rader, det borde vara { $wanted }
backup-wrong-key = loggens offentliga nyckel duger inte
backup-wrong-ledger = loggen stämmer inte: { $what }
fault-backup-part = Mappen { $folder } är fel halva av en säkerhetskopia. Ange data med --data och nycklar med --keys.
fault-backup-of-two = Data och nycklar är från olika installationer. Ingenting ändrades.
fault-backup-list = Filen { $file } är ingen förteckning över raderingar.
fault-backup-checkpoint = Filen { $file } är ingen undertecknad kontrollpunkt för den här installationens logg.
fault-backup-older-list = Förteckningen över raderingar är äldre än loggens nyaste kända kontrollpunkt ({ $covered }/{ $known }). Återställningen kunde hämta tillbaka raderade uppgifter. Ange en nyare förteckning med --erasures. Om det inte finns någon, bekräfta med --accept-older-list.
fault-backup-no-list = Bredvid säkerhetskopian saknas den undertecknade förteckningen över raderingar. Kopians egen förteckning slutar { $until }, och det som raderats därefter skulle komma tillbaka. Ange en nyare förteckning med --erasures (erasures.seal ska finnas i samma mapp). Om det inte finns någon, bekräfta med --accept-older-list.
fault-backup-odd-file = { $file } är varken en vanlig fil eller en mapp. En säkerhetskopia har inga länkar eller rör.
fault-backup-unopened = Alla återställda uppgifter öppnas inte. Ange en säkerhetskopia av nycklarna som är lika ny som data eller nyare.
fault-backup-holds = De återställda uppgifterna stämmer inte med det som är känt om hindren för att radera dem. Ingenting togs i bruk. Återställ på nytt till en tom mapp.

cli-keys-status = Nycklar { $keys }, varav i reserv { $spares }. Förstörda nycklar { $erased }, raderade uppgifter i förteckningen { $records }.
cli-keys-epoch = Period { $epoch } började { $begun }: { $keys } nycklar.
cli-keys-rotated = Period { $epoch } har börjat och alla nycklar skyddas av den. Förstörda gamla perioder: { $destroyed }.
cli-keys-mended = Skadade ställen som lagades från den andra kopian: { $count }. Kontrollera disken.
cli-keys-clock-behind = Klockan går efter nycklarnas nyaste period. Kontrollera serverns klocka.

cli-ledger-whole = Loggen är hel: { $count } { $count ->
        [one] post
       *[other] poster
    }, rot { $root }, nyckel { $key }.
cli-ledger-forgotten = De { $count } äldsta posterna har förstörts när deras tid var slut; den sista av dem är från { $date }. Deras kontrollsummor finns kvar och hör till trädet.
cli-ledger-damaged = Loggen är inte hel. Fel: { $count }.
cli-ledger-empty = Loggen har inga poster ännu.
cli-ledger-proof-good = Beviset håller. Den undertecknade loggen har { $size } poster, och det här är nummer { $place }: { $id }, { $time }, { $action } { $kind }, { $count } st.
cli-ledger-proof-bad = Beviset håller inte: det är inte från en logg som den här nyckeln har undertecknat, eller så har det ändrats.
fault-ledger-none = I mappen { $folder } finns ingen logg.
fault-ledger-key = Loggens offentliga nyckel har inte rätt form.

cli-person-unknown = Kvittokoden är okänd.
cli-person-erased-before = Uppgifterna raderades { $at } (orsak: { $why }).
cli-person-record = { $kind } { $id }, sparad { $created }, behålls till { $due }
cli-person-closed = { $addresses } adresser stängdes. Av dem sparades bara koder ur vilka adresserna inte kan läsas. Personer här som nu utelämnas: { $persons }. Rader utan adress: { $without }.
fault-use-undeclared = Beskrivningen har inget ändamål med användningen { $use }. Ingenting sparades.
fault-list-unread = Filen kan inte läsas som en CSV-lista. Ingenting sparades.
cli-person-plan = Uppgifter som raderas helt { $removed }, delvis { $stripped }, som behålls på någon grund { $kept }.
cli-person-strip =   { $kind }: raderas { $fields }
cli-person-keep =   { $kind }: behålls { $fields } (grund: { $ground }), upphör { $until }
cli-person-erased = { $removed } uppgifter raderades helt och { $stripped } delvis.
fault-person-no-receipt = Ange kvittokoden i en fil (--receipts) eller via standardinmatningen, en per rad.
fault-no-input = Standardinmatningen eller den aktuella mappen kan inte läsas.

cli-hold-added = Uppgiften behålls tills vidare på den här grunden.
cli-hold-released = Behållandet har upphört. Uppgiften raderas när dess sista dag har gått.
cli-hold-none = Ingenting behålls på särskild grund.
cli-hold-line = { $record }: { $ground }, från { $since }, upphör { $until }
cli-hold-line-open = { $record }: { $ground }, från { $since }, tills grunden avslutas (seloste hold release)
fault-hold-number = Det finns ingen uppgift med numret { $number }.
fault-hold-kinds = Numret { $number } finns bland flera slag: { $kinds }. Välj ett med --kind.
fault-hold-none = Uppgiften har ingen sådan grund att behållas.

cli-simulate-line = { $day }: { $kind } – { $count }
cli-simulate-nothing = Ingenting försvinner före utgången av { $until }.
cli-simulate-end = Prognosen ändrade ingenting.
cli-simulate-held = Dessa försvinner inte på sin sista dag:
cli-simulate-held-until = { $record }: { $ground }; sista dagen vore { $due }, sparas till { $until }
cli-simulate-held-open = { $record }: { $ground }; sista dagen vore { $due }, sparas tills grunden upphör
fault-day = { $given } är ingen dag. Skriv år, månad och dag, till exempel 2027-12-31.
fault-moment = { $given } är varken en dag eller en tidpunkt. Skriv år, månad och dag, till exempel 2027-12-31.
fault-simulate-past = Dagen { $until } har redan varit. Prognosen börjar i dag: ange den här dagen eller en senare.
fault-simulate-far = Prognosen sträcker sig högst { $days } dagar framåt.

cli-doctor-notice-ok = Beskrivningen är i skick.
cli-doctor-notice-bad = Beskrivningen har { $count } fel: seloste check berättar vilka.
cli-doctor-modes-ok = Data, nycklar och hemligheter kan läsas bara av ägaren.
cli-doctor-modes-bad = Andra än ägaren kommer åt { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = Det finns utrymme på disken.
cli-doctor-space-bad = Bara { $free } MB är lediga på disken. Frigör utrymme eller flytta data till en större disk.
cli-doctor-tls-ok = Certifikatet och dess nyckel är användbara. Certifikatet gäller till { $date }.
cli-doctor-tls-soon-bad = Certifikatet går ut { $date }. Förnya det och starta om tjänsten.
cli-doctor-tls-over-bad = Certifikatet gick ut { $date }. Webbläsare öppnar inte tjänsten: förnya certifikatet och starta om tjänsten.
cli-doctor-tls-date-bad = Det går inte att läsa när certifikatet går ut.
cli-doctor-proxy-ok = En proxy sköter krypteringen, och tjänstens adress är krypterad.
cli-doctor-tls-none = Förbindelsen krypteras inte: varken en krypterad adress (public-url) eller ett eget certifikat (tls) är inställt.
cli-doctor-countries-ok = Landet som personalens förbindelse kommer från kan avgöras.
cli-doctor-countries-bad = Tjänsten finns bakom en proxyserver, men inställningen trusted-proxies är tom. Alla förbindelser verkar komma från närheten, så de som kommer från länder utanför Europeiska ekonomiska samarbetsområdet känns inte igen.
cli-doctor-mail-ok = Inställningarna för e-post är användbara och servern svarar.
cli-doctor-mail-none = Ingen e-post är inställd: svar kan inte skickas per e-post.
cli-doctor-mail-folder = Inga brev går iväg: de skrivs för prov i mappen { $folder } (inställningen mail.folder). Brev går iväg när inställningarna har en postserver (mail.relay).
cli-doctor-backups-ok = Det finns en mapp för säkerhetskopior: tjänsten gör dem varje dag.
cli-doctor-backups-bad = Inga säkerhetskopior görs: lägg till [backup] folder i inställningarna.
cli-doctor-open-ok = Nycklar och data öppnas.
cli-doctor-open-running-ok = Tjänsten är i gång och svarar.
cli-doctor-clock-ok = Klockan går rätt.
cli-doctor-published-ok = Den publicerade beskrivningen är densamma som i mappen.
cli-doctor-published-bad = Mappens beskrivning skiljer sig från den publicerade eller är inte publicerad: seloste publish
cli-doctor-keys-ok = Nyckelfilernas båda exemplar är hela. Den nyaste nyckelperioden började { $begun }.
cli-doctor-ledger-ok = Loggboken är hel: { $count } { $count ->
        [one] post
       *[other] poster
    }, den senaste { $last }.
cli-doctor-ledger-empty-ok = Loggboken har inga poster ännu.
cli-doctor-ledger-bad = Loggboken är inte hel ({ $count } fel): seloste ledger verify berättar var felen finns.
cli-doctor-backup-age-ok = Den nyaste säkerhetskopian gjordes { $newest }, den äldsta { $oldest }.
cli-doctor-backup-age-bad = Den nyaste säkerhetskopian gjordes { $newest }: inga nya görs. Se tjänstens logg.
cli-doctor-backup-none-bad = Det finns inga säkerhetskopior ännu. Tjänsten gör den första när den har startat.
cli-doctor-backup-whole-bad = Säkerhetskopian { $folder } är skadad: seloste backup verify berättar vad som är fel.
cli-doctor-keys-bad = Nyckelfilerna hade fel ({ $mended } lagade) eller så går klockan efter. Kontrollera disken och klockan.
cli-doctor-alien-bad = En rad i databasen är inte skriven av det här programmet: tabell { $table }, nyckel { $key }. Ta reda på vem som kommer åt databasen och återställ en säkerhetskopia: seloste backup restore.
cli-doctor-records-ok = Varje uppgift är skyddad och öppnas med sin egen nyckel.
cli-doctor-records-bad = { $count } uppgifter öppnas inte med sin nyckel.
cli-scan-done = Träffar: { $count }; genomsökta byte: { $bytes }.
fault-scan-short = Ange en text på minst { $least } byte: en kortare hittas av en slump.
cli-first-link = Det finns inga konton än. Skapa det första inom { $hours } timmar: { $address }
cli-first-link-file = Det finns inga konton än. Länken för att skapa det första finns i { $hours } timmar i filen { $file }
cli-backup-held = Det här är en återställd kopia. Den skickar ingen e-post, gör inga säkerhetskopior och släpper inte in personalen förrän du har kontrollerat kontona och du bekräftar att den gamla tjänsten är stoppad: seloste backup confirm { $folder }
cli-backup-confirmed = Bekräftat: den återställda kopian är nu i bruk.
cli-backup-confirmed-staff = Personalen kommer åt uppgifterna med de konton som är i bruk.
cli-backup-confirmed-mail = Tjänsten skickar e-post.
cli-backup-confirmed-no-mail = Tjänsten skickar ingen e-post: inställningarna anger ingen e-post ([mail]), eller dataskyddsbeskrivningen nämner inte e-postservern.
cli-backup-confirmed-backups = Tjänsten gör säkerhetskopior.
cli-backup-confirmed-none = Tjänsten gör inga säkerhetskopior: ingen mapp för dem är angiven i inställningarna ([backup]).
cli-backup-not-held = Den här installationen väntar inte på bekräftelse. Inget ändrades.
cli-backup-not-one = { $folder }: det här är ingen säkerhetskopia. Ange säkerhetskopians mapp (data/… eller keys/…) eller mappen där de finns.
fault-restore-no-root = Rothemligheten hittas inte (filen { $file }). Inget gjordes.
fault-restore-no-root-next = Ge den till återställningen: --root-file FIL
cli-published-first = Version 1 publicerades nu: beskrivningen är offentlig. Senare ändringar träder i kraft med kommandot seloste publish.
cli-nobody-in = Inget konto är i bruk. Se kontona: seloste user list. Ny länk: seloste user reset KONTO. Öppna ett stängt: seloste user reopen KONTO.
cli-doctor-notice-warned = Det finns något att anmärka i beskrivningen ({ $count }): seloste check berättar vad.
cli-doctor-held = Det här är en återställd kopia: e-post och säkerhetskopior väntar. När den gamla tjänsten är stoppad: seloste backup confirm { $folder }
fault-mail-relay = E-postservern tar inte emot meddelanden. Meddelandena väntar.
cli-simulate-total = Sammanlagt { $count }.
cli-published-roles-lost = De här rollerna finns inte längre i beskrivningen, men konton har dem ännu: { $roles }. De ger inte tillgång till något. Ge nya roller: seloste user roles
cli-published-remarks = Beskrivningen har { $count ->
        [one] en anmärkning
       *[other] { $count } anmärkningar
    } och är nu offentlig som den är. Se: seloste check
cli-published-same = Inga ändringar: version { $version } av beskrivningen { $register } gäller redan.
cli-published-erased-fields = Fält som tagits bort ur beskrivningen raderades ur sparade uppgifter: { $what }.
cli-published-erased-records = Slag som inte längre finns i beskrivningen raderades: { $what }.
cli-published-shortened = Dessa uppgifter raderas nu tidigare: { $what }.
cli-published-closed = Dessa uppgifter har lämnats för andra ändamål, så det nya ändamålet öppnar dem inte: { $what }. Det öppnar dem som lämnas från och med nu.
cli-published-erased-none = De sparade uppgifterna innehöll inget som beskrivningen inte längre anger: inget raderades.

# seloste mail test
mail-test-subject = Testmeddelande
mail-test-body = Det här är ett testmeddelande. Om du läser det kan tjänsten skicka e-post. Du behöver inte svara.
cli-mail-taken = E-postservern { $relay } tog emot testmeddelandet. Om det inte kommer fram inom några minuter, titta i skräpposten och fråga den som sköter e-postservern.
cli-mail-in-folder = Testmeddelandet skrevs i inställningarnas mapp (mail.folder). Inställningarna har ingen e-postserver, så ingenting skickades.
cli-mail-not-taken = E-postservern { $relay } tog inte emot testmeddelandet. Det skickas inte på nytt.
cli-mail-code = Serverns kod: { $code }
mail-trouble-timeout = Servern svarade inte i tid. Kontrollera brandväggen, eller försök på nytt senare.
mail-trouble-tls = Det gick inte att få en krypterad förbindelse. Kontrollera serverns namn, port och TLS-inställningar.
mail-trouble-sign-in = Servern godkände inte inloggningen. Kontrollera inställningarna mail.user och mail.password-file.
mail-trouble-starttls = Servern erbjuder ingen kryptering (STARTTLS). Använd port 465 eller 587.
mail-trouble-no-sign-in = Servern erbjuder ingen inloggning. Ta bort mail.user, eller använd en annan port.
mail-trouble-certificate = Serverns certifikat är inte betrott. Ange utfärdarens certifikat i inställningen mail.ca.
mail-trouble-closed = Ingen svarar på den adressen och porten. Kontrollera inställningen mail.relay.
mail-trouble-name = Serverns namn finns inte i namntjänsten. Kontrollera inställningen mail.relay.
mail-trouble-refused = Servern avvisade meddelandet slutgiltigt. Kontrollera avsändarens adress (mail.from) och mottagarens adress.
mail-trouble-busy = Servern tar inte emot meddelandet just nu. Försök på nytt senare.
mail-trouble-connection = Det gick inte att få förbindelse med servern. Kontrollera inställningen mail.relay och brandväggen.
fault-mail-no-colleague = Inget öppet konto för personalen har den här adressen. Ingenting skickades.
fault-mail-no-colleague-next = Testmeddelandet skickas bara till personalen. Kontona: seloste user list
fault-mail-held = Det här är en återställd kopia som inte skickar e-post. Ingenting skickades.
fault-mail-held-next = När den gamla tjänsten har stoppats: seloste backup confirm
fault-installation-older = Den här installationen är äldre än det som har undertecknats intill säkerhetskopiorna i mappen { $folder }: { $count } raderingar saknas eller händelseloggen är kortare. Gamla kopior har lagts i datas och nycklarnas ställe. Tjänsten startas inte, eftersom raderade uppgifter skulle komma tillbaka. Listan ändrades inte.
fault-installation-older-next = Återställ en säkerhetskopia i en ny mapp med kommandot seloste backup restore: det raderar dem på nytt.
fault-held = Det här är en kopia som har återställts från en säkerhetskopia. Personalen kommer åt uppgifterna först när administratören har kontrollerat kontona och bekräftat kopian.
fault-held-next = Administratören bekräftar den med kommandot seloste backup confirm.
cli-ledger-receipt-good = Kvittot är äkta. { $controller } fick samtycket { $time } enligt version { $version } av beskrivningen: ”{ $sentence }” Om samtycket fortfarande gäller syns på { $place }.
cli-ledger-receipt-bad = Kvittot är inte äkta: den här nyckeln har inte undertecknat det, eller så har det ändrats.
