# Driftens kommandon: säkerhetskopior, nycklar, kontroll, logg, person, behållande, prognos.
cli-backup-made = Säkerhetskopian är gjord och kontrollerad: data { $data }, nycklar { $keys } ({ $rows } rader, { $entries } poster i loggen).
cli-backup-root = Rothemligheten finns inte i någondera. Ha en kopia av den på annat håll: utan den går säkerhetskopian inte att öppna.
cli-backup-whole = { $folder }: hel, gjord { $made }.
cli-backup-damaged = { $folder }: skadad. Använd en annan säkerhetskopia.
cli-backup-restored = Återställt: { $records } uppgifter öppnas, { $again } raderades på nytt. Återställda nycklar: { $keys }; utelämnade som raderade { $erased }, som föråldrade { $lost }.
cli-backup-known-until = Raderingarna är kända fram till { $until }. Uppgifter som raderats senare kan ha kommit tillbaka: radera dem på nytt.
cli-backup-settings = Inställningarna (seloste.toml) togs ur säkerhetskopian. Kontrollera adress, post och mappar innan du startar tjänsten.
cli-backup-drilled = Övningen lyckades: säkerhetskopian gjordes, återställdes och öppnades, och spåren av den togs bort.
fault-backup-where = Vart ska säkerhetskopian? Ange mapparna (--data och --keys) eller lägg till [backup] folder i inställningarna.
fault-backup-together = Säkerhetskopiorna av data och nycklar får inte ligga i varandra. Ange olika mappar.
fault-backup-none = I mappen { $folder } finns ingen säkerhetskopia som det här programmet kan läsa.
fault-backup-damaged = Säkerhetskopian är skadad. Använd en annan; ingenting ändrades.
fault-backup-part = Mappen { $folder } är fel halva av en säkerhetskopia. Ange data med --data och nycklar med --keys.
fault-backup-of-two = Data och nycklar är från olika installationer. Ingenting ändrades.
fault-backup-list = Filen { $file } är ingen förteckning över raderingar.
fault-backup-checkpoint = Filen { $file } är ingen undertecknad kontrollpunkt för den här installationens logg.
fault-backup-older-list = Förteckningen över raderingar är äldre än loggens nyaste kända kontrollpunkt ({ $covered }/{ $known }). Återställningen kunde hämta tillbaka raderade uppgifter. Ange en nyare förteckning med --erasures. Om det inte finns någon, bekräfta med --accept-older-list.
fault-backup-no-list = Bredvid säkerhetskopian saknas den undertecknade förteckningen över raderingar. Kopians egen förteckning slutar { $until }, och det som raderats därefter skulle komma tillbaka. Ange en nyare förteckning med --erasures (erasures.seal ska finnas i samma mapp). Om det inte finns någon, bekräfta med --accept-older-list.
fault-backup-odd-file = { $file } är varken en vanlig fil eller en mapp. En säkerhetskopia har inga länkar eller rör.
fault-backup-unopened = Alla återställda uppgifter öppnas inte. Ange en säkerhetskopia av nycklarna som är lika ny som data eller nyare.

cli-keys-status = Nycklar { $keys }, varav i reserv { $spares }. Förstörda nycklar { $erased }, raderade uppgifter i förteckningen { $records }.
cli-keys-epoch = Period { $epoch } började { $begun }: { $keys } nycklar.
cli-keys-rotated = Period { $epoch } har börjat och alla nycklar skyddas av den. Förstörda gamla perioder: { $destroyed }.
cli-keys-mended = Skadade ställen som lagades från den andra kopian: { $count }. Kontrollera disken.
cli-keys-clock-behind = Klockan går efter nycklarnas nyaste period. Kontrollera serverns klocka.

cli-ledger-whole = Loggen är hel: { $count } poster, rot { $root }, nyckel { $key }.
cli-ledger-damaged = Loggen är inte hel. Fel: { $count }.
cli-ledger-empty = Loggen har inga poster ännu.
fault-ledger-none = I mappen { $folder } finns ingen logg.
fault-ledger-key = Loggens offentliga nyckel har inte rätt form.

cli-person-unknown = Kvittokoden är okänd.
cli-person-erased-before = Uppgifterna raderades { $at } (orsak: { $why }).
cli-person-record = { $kind } { $id }, sparad { $created }, behålls till { $due }
cli-person-plan = Uppgifter som raderas { $removed }, som behålls på någon grund { $kept }.
cli-person-erased = { $removed } uppgifter raderades.
fault-person-no-receipt = Ange kvittokoden i en fil (--receipts) eller via standardinmatningen, en per rad.
fault-no-input = Standardinmatningen eller den aktuella mappen kan inte läsas.

cli-hold-added = Uppgiften behålls tills vidare på den här grunden.
cli-hold-released = Behållandet har upphört. Uppgiften raderas när dess sista dag har gått.
cli-hold-none = Ingenting behålls på särskild grund.
cli-hold-line = { $record }: { $ground }, från { $since }, upphör { $until }
fault-hold-none = Uppgiften har ingen sådan grund att behållas.

cli-simulate-line = { $day }: { $register }, { $kind } – { $count }
cli-simulate-nothing = Ingenting försvinner före utgången av { $until }.
cli-simulate-end = Prognosen ändrade ingenting.
fault-simulate-far = Prognosen sträcker sig högst { $days } dagar framåt.

cli-doctor-notice-ok = Beskrivningen är i skick.
cli-doctor-notice-bad = Beskrivningen har { $count } fel: seloste check berättar vilka.
cli-doctor-modes-ok = Data, nycklar och hemligheter kan läsas bara av ägaren.
cli-doctor-modes-bad = Andra än ägaren kommer åt { $file }: chmod go-rwx { $file }
cli-doctor-space-ok = Det finns utrymme på disken.
cli-doctor-space-bad = Bara { $free } MB är lediga på disken. Frigör utrymme eller flytta data till en större disk.
cli-doctor-tls-ok = Certifikatet och dess nyckel är användbara.
cli-doctor-tls-none = Inget eget certifikat: en proxy framför måste sköta krypteringen.
cli-doctor-countries-ok = Landet som personalens förbindelse kommer från kan avgöras.
cli-doctor-countries-bad = Tjänsten finns bakom en proxyserver, men inställningen trusted-proxies är tom. Alla förbindelser verkar komma från närheten, så de som kommer från länder utanför Europeiska ekonomiska samarbetsområdet känns inte igen.
cli-doctor-mail-ok = E-postinställningarna är användbara.
cli-doctor-mail-none = Ingen e-post är inställd: svar kan inte skickas per e-post.
cli-doctor-backups-ok = Säkerhetskopior görs varje dag.
cli-doctor-backups-bad = Inga säkerhetskopior görs: lägg till [backup] folder i inställningarna.
cli-doctor-open-ok = Nycklar och data öppnas.
cli-doctor-open-running-ok = Tjänsten är i gång och svarar.
cli-doctor-clock-ok = Klockan går rätt.
cli-doctor-published-ok = Den publicerade beskrivningen är densamma som i mappen.
cli-doctor-published-bad = Mappens beskrivning skiljer sig från den publicerade eller är inte publicerad: seloste publish
cli-doctor-keys-ok = Nyckelfilernas båda kopior är hela.
cli-doctor-keys-bad = Nyckelfilerna hade fel ({ $mended } lagade) eller så går klockan efter. Kontrollera disken och klockan.
cli-doctor-records-ok = Varje uppgift är skyddad och öppnas med sin egen nyckel.
cli-doctor-records-bad = { $count } uppgifter öppnas inte med sin nyckel.
cli-scan-done = Träffar: { $count }; genomsökta byte: { $bytes }.
fault-scan-short = Ange en text på minst { $least } byte: en kortare hittas av en slump.
